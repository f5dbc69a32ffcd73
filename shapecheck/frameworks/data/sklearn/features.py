"""Transformers that choose or make features, and those that balance the classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ....core.containers import Sequence
from ....core.dim import Dim
from ....core.dtype import family
from ....core.objects import Instance, library_class
from ....core.outcome import Undecided
from ....core.plain import NONE, Constant
from ....core.shape import Shape
from ....core.tensor import Facts, Tensor
from ....core.value import Arguments, Unknown, Value
from ...binding import Ignored
from ...numpy.dialect import NP, array
from ..frames import rows_of, some_rows
from .estimators import COMMON, as_float, init, learnt_width, table, transformer
from .selection import same_length
from .sparse import dense_of, sparse
from .widths import fewer, setting

if TYPE_CHECKING:
    from ....core.value import Context


def _like(X: Value, found: Tensor) -> Value:
    """Of a sparse matrix a sparse one."""
    return sparse(found) if dense_of(X) is not None else found


def _numbers(dtype: str | None) -> str | None:
    """As `check_array(dtype="numeric")` has it: numbers stay, others become floats."""
    return dtype if family(dtype) in ("int", "uint", "float") else None


# -- chosen features -------------------------------------------------------------------------------------------


@NP.op("sklearn.base.best.transform")
def best(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Value:
    """`SelectKBest(k)`: so many of the columns, as they are."""
    given, number = table(self, X), setting(self, "k")
    number = 10 if number is None else number
    width = Dim.unknown()
    if number == "all":
        width = given.shape[-1]
    elif isinstance(number, int) and not isinstance(number, bool):
        width = fewer(number, given)
    return _like(X, array(Shape.of(given.shape[0], width), _numbers(given.dtype)))


@NP.op("sklearn.base.some_features.transform")
def some_features(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Value:
    """Some of the columns, as they are."""
    given, number = table(self, X), setting(self, "n_features_to_select")
    exact = isinstance(number, int) and not isinstance(number, bool)
    width = Dim.of(number) if exact else Dim.unknown()
    return _like(X, array(Shape.of(given.shape[0], width), _numbers(given.dtype)))


# -- made features ---------------------------------------------------------------------------------------------


@NP.op("sklearn.base.binned.transform")
def binned(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Value:
    """`KBinsDiscretizer`: the number of the bin, or a column for every bin; bins that are too small are left out."""
    given, encode = table(self, X), setting(self, "encode")
    dtype = as_float(given.dtype) if setting(self, "dtype") is None else None
    if encode == "ordinal":
        return array(given.shape, dtype)
    found = array(Shape.of(given.shape[0], learnt_width(self)), dtype, Facts(low=0, high=1))
    if encode is ...:
        raise Undecided("an encoding that is not known")
    return found if encode == "onehot-dense" else sparse(found)


@NP.op("sklearn.base.thresholded.transform")
def thresholded(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Value:
    """`Binarizer`: 0 or 1 in the dtype of the numbers."""
    given = table(self, X)
    return _like(X, array(given.shape, _numbers(given.dtype), Facts(low=0, high=1)))


def _function_init(context: Context, arguments: Arguments) -> Value:
    instance = arguments.positional[0]
    if isinstance(instance, Instance):
        instance.hide(context, "function", arguments.get(1, "func") or NONE)
        instance.hide(context, "plain", not set(arguments.keywords) - {"func", "inverse_func", "validate"})
    return NONE


def _function(context: Context, arguments: Arguments) -> Value:
    """`FunctionTransformer(func)`: what the function makes of the data."""
    instance, X = arguments.positional[0], arguments.get(1, "X")
    rule = instance.hidden("function") if isinstance(instance, Instance) else None
    if X is None or rule is None or not isinstance(instance, Instance) or not instance.hidden("plain"):
        return Unknown("what a function makes of the data")
    return X if rule is NONE else context.call(rule, Arguments((X,)))


def _self(context: Context, arguments: Arguments) -> Value:
    return arguments.positional[0]


_F = "sklearn.feature_selection"
_SOME = "sklearn.base.some_features.transform"
_COMPONENTS = "sklearn.base.components.transform"
NP.classes(
    transformer(f"{_F}.SelectKBest", "sklearn.base.best.transform", ("score_func",)),
    *(transformer(f"{_F}.{name}", _SOME) for name in (
        "SelectPercentile", "VarianceThreshold", "SelectFromModel", "RFECV", "SelectFpr", "GenericUnivariateSelect")),
    transformer(f"{_F}.RFE", _SOME, ("estimator",)),
    transformer("sklearn.preprocessing.KBinsDiscretizer", "sklearn.base.binned.transform", ("n_bins",)),
    transformer("sklearn.preprocessing.Binarizer", "sklearn.base.thresholded.transform"),
    library_class(
        "sklearn.preprocessing.FunctionTransformer", __init__=_function_init, fit=_self, transform=_function,
        fit_transform=_function, **COMMON,
    ),
    transformer("sklearn.kernel_approximation.RBFSampler", _COMPONENTS, ("gamma",), components=Constant(100)),
    *(transformer(f"sklearn.random_projection.{name}", "sklearn.base.widened.transform") for name in (
        "GaussianRandomProjection", "SparseRandomProjection")),
    transformer("sklearn.preprocessing.SplineTransformer", "sklearn.base.widened.transform"),
    *(transformer(f"sklearn.impute.{name}", "sklearn.base.widened.transform") for name in (
        "KNNImputer", "IterativeImputer")),
)  # fmt: skip


@NP.op("sklearn.base.weighted_words.transform")
def weighted_words(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Value:
    """`TfidfTransformer`: counts of words as weights."""
    given = table(self, X)
    return sparse(array(given.shape, "float64" if family(given.dtype) in ("int", "uint") else None))


NP.classes(transformer("sklearn.feature_extraction.text.TfidfTransformer", "sklearn.base.weighted_words.transform"))


# -- balanced classes ------------------------------------------------------------------------------------------


def _resampled(context: Context, arguments: Arguments) -> Value:
    """`fit_resample(X, y)`: as many features, another number of rows, the same for both."""
    return context.apply("sklearn.base.fit_resample", arguments)


@NP.op("sklearn.base.fit_resample")
def fit_resample(self: Ignored, X: Value, y: Value, **more: Ignored) -> Any:
    same_length(X, y)
    rows = Dim.unknown(low=1)
    return Sequence.tuple((_more_rows(X, rows), _more_rows(y, rows)))


def _more_rows(value: Value, rows: Dim) -> Value:
    held = value.hidden("array") if isinstance(value, Instance) else None
    if isinstance(value, Instance) and isinstance(held, Tensor):
        found: Value = some_rows(value, rows, distinct=False)
        return found
    plain = NP.as_tensor(value) if rows_of(value) is not None else None
    if plain is None or not plain.shape.known_rank or plain.rank == 0:
        return Unknown("rows that are drawn again")
    facts = plain.facts
    return array(plain.shape.replace(0, rows), None, Facts(low=facts.low, high=facts.high))


_BALANCING = {
    "over_sampling": "SMOTE RandomOverSampler ADASYN BorderlineSMOTE SVMSMOTE SMOTENC KMeansSMOTE",
    "under_sampling": "RandomUnderSampler NearMiss TomekLinks ClusterCentroids EditedNearestNeighbours",
    "combine": "SMOTETomek SMOTEENN",
}
for _module, _names in _BALANCING.items():
    for _name in _names.split():
        NP.classes(library_class(f"imblearn.{_module}.{_name}", __init__=init(()), fit_resample=_resampled,
                                 fit_sample=_resampled, **COMMON))  # fmt: skip
