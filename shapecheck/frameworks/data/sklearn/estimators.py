"""Transformers and models: what they are fitted on is two-dimensional, and later data must have as many features."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ....core.containers import Mapping, Sequence
from ....core.dim import Dim
from ....core.dtype import family
from ....core.objects import Class, Instance, Property, library_class
from ....core.outcome import Mismatch, Undecided, require_equal
from ....core.plain import NONE, Constant, Scalar
from ....core.shape import Shape
from ....core.tensor import Facts, Tensor
from ....core.value import Arguments, Native, Unknown, Value
from ...binding import Ignored
from ...numpy.dialect import NP, array, asarray
from ..frames import rows_of
from .selection import same_length
from .sparse import dense_of, sparse
from .targets import one_axis
from .widths import classes_of, fewer, setting, width_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ....core.value import Context

_FLAT = (
    "Expected 2D array, got {} array instead. Reshape your data either using array.reshape(-1, 1) if your data has a "
    "single feature or array.reshape(1, -1) if it contains a single sample."
)
_WRAPPERS = {
    f"sklearn.ensemble.{name}"
    for name in ("AdaBoostClassifier", "AdaBoostRegressor", "BaggingClassifier", "BaggingRegressor")
}
"""They hand on data of any rank: validate_data(..., allow_nd=True)."""

ONE_TARGET = frozenset(
    f"sklearn.{module}.{name}"
    for module, names in {
        "linear_model": "LogisticRegression LogisticRegressionCV SGDClassifier SGDRegressor Perceptron",
        "svm": "SVC SVR LinearSVC LinearSVR NuSVC",
        "ensemble": "GradientBoostingClassifier GradientBoostingRegressor",
        "neighbors": "NearestCentroid",
        "naive_bayes": "GaussianNB MultinomialNB BernoulliNB ComplementNB",
        "discriminant_analysis": "LinearDiscriminantAnalysis QuadraticDiscriminantAnalysis",
        "gaussian_process": "GaussianProcessClassifier",
    }.items()
    for name in names.split()
)
"""They take one target for each sample."""


def table(self: Value, X: Value) -> Tensor:
    """The data as a matrix with as many features as the estimator was fitted on. Source: check_array."""
    if setting(self, "kernel") is ...:
        raise Undecided("a kernel that may take what is no table")
    if isinstance(self, Instance) and self.cls.library_path() in _WRAPPERS:
        raise Undecided("what the wrapped estimator takes")
    given = dense_of(X) or _table_behind(X)
    if not given.shape.known_rank:  # it is a matrix, or it is refused
        given = array(Shape.of_rank(2), given.dtype, Facts(low=given.facts.low, high=given.facts.high))
    if given.shape.known_rank and given.rank < 2:
        found = "1D" if given.rank else "scalar"
        raise Mismatch("layer-input-rank", f"{given.shape} where samples and features are expected", argument="X",
                       runtime=_FLAT.format(found), help="reshape(-1, 1) for a single feature")  # fmt: skip
    if given.shape.known_rank and given.rank > 2:
        raise Mismatch("layer-input-rank", f"{given.shape} where samples and features are expected", argument="X",
                       runtime=f"Found array with dim {given.rank}, while dim <= 2 is required.")  # fmt: skip
    features = self.hidden("features") if isinstance(self, Instance) else None
    if features is not None:
        name = self.kind
        require_equal(given.shape[-1], features, "elementwise-shape-mismatch", "{got} features, fitted on {wanted}",
                      argument="X", runtime=f"X has {given.shape[-1]} features, but {name} is expecting {features} "
                      "features as input.")  # fmt: skip
    return given


def _table_behind(X: Value) -> Tensor:
    """The data as an array; of a table that is not known any more only that it is one."""
    of_pandas = isinstance(X, Instance) and X.cls.library_path() == "pandas.DataFrame"
    lost = of_pandas and isinstance(X, Instance) and not isinstance(X.hidden("array"), Tensor)
    return array(Shape.of_rank(2), None) if lost else asarray(X)


def as_float(dtype: str | None) -> str | None:
    return "float64" if family(dtype) in ("int", "uint", "bool", "string", "object") else dtype


# -- what transformers give ------------------------------------------------------------------------------------


@NP.op("sklearn.base.same_shape.transform")
def same_shape(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Value:
    given = table(self, X)
    found = array(given.shape, as_float(given.dtype))
    return found if dense_of(X) is None else sparse(found)


@NP.op("sklearn.base.scaled_later.transform")
def scaled_later(self: Value, X: Value, **more: Ignored) -> Tensor:
    """Other data than it was fitted on lies within the range only if it is clipped."""
    if setting(self, "clip") is True:
        return scaled(self, X)
    given = table(self, X)
    return array(given.shape, as_float(given.dtype))


@NP.op("sklearn.base.scaled.transform")
def scaled(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Tensor:
    """To a range, by default 0 to 1."""
    given = table(self, X)
    span = self.state.get("feature_range") if isinstance(self, Instance) else None
    known = span.known if isinstance(span, Sequence) else None
    bounds: Any = [item.payload if isinstance(item, Constant) else None for item in known or ()] if span else [0.0, 1.0]
    low, high = bounds if len(bounds) == 2 else (None, None)
    return array(given.shape, as_float(given.dtype), Facts(low=low, high=high))


def asked_dtype(self: Value, default: str) -> str | None:
    """What `dtype=` of the constructor says."""
    asked = self.state.get("dtype") if isinstance(self, Instance) else None
    return default if asked is None else NP.dtype_of(asked)


def learnt_width(self: Value) -> Dim:
    found = self.hidden("width") if isinstance(self, Instance) else None
    return found if isinstance(found, Dim) else Dim.unknown(low=1)


@NP.op("sklearn.base.encoded.transform")
def encoded(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Tensor:
    return array(table(self, X).shape, asked_dtype(self, "float64"))


@NP.op("sklearn.base.components.transform")
def components(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Tensor:
    """As many columns as the estimator is asked for."""
    given, number = table(self, X), setting(self, "n_components")
    default = self.cls.find("components") if isinstance(self, Instance) else None
    if number is None and isinstance(default, Constant):
        number = default.payload
    known = isinstance(number, Dim) or (isinstance(number, int) and not isinstance(number, bool) and number > 0)
    known = known and setting(self, "remove_zero_eig") in (None, False)  # else as many as are not zero
    width = Dim.of(number) if known else Dim.unknown()
    if self.kind in ("FastICA", "FactorAnalysis"):
        width = fewer(number, given) if isinstance(number, int) and known else Dim.unknown(low=1)
    if given.dtype == "float32" and self.kind in ("IncrementalPCA", "FactorAnalysis"):
        return array(Shape.of(given.shape[0], width), None)
    dtype = "float32" if given.dtype == "float32" or (isinstance(self, Instance) and self.kind == "TSNE") else None
    return array(Shape.of(given.shape[0], width), dtype or as_float(given.dtype))


@NP.op("sklearn.base.one_hot.transform")
def one_hot(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Value:
    """A column for every value of every feature; of one feature each row has exactly one 1."""
    given = table(self, X)
    single = given.shape[-1] == 1 and setting(self, "drop") is None and setting(self, "handle_unknown") != "ignore"
    shape, facts = Shape.of(given.shape[0], learnt_width(self)), Facts(low=0, high=1, one_hot=single or None)
    found = array(shape, asked_dtype(self, "float64"), facts)
    for name in ("sparse_output", "sparse"):
        if setting(self, name) is False:
            return found
        if setting(self, name) is ...:
            return Unknown("an encoding that may be sparse")
    return sparse(found)


@NP.op("sklearn.base.widened.transform")
def widened(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Tensor:
    given = table(self, X)
    if dense_of(X) is not None:
        raise Undecided("a matrix that may be sparse")
    dtype = as_float(given.dtype) if setting(self, "strategy") in (None, "mean", "median") else None
    return array(Shape.of(given.shape[0], learnt_width(self)), dtype)


@NP.op("sklearn.base.documents.transform")
def documents(self: Value, raw_documents: Value, y: Ignored = None, **more: Ignored) -> Value:
    rows = rows_of(raw_documents)
    dtype = asked_dtype(self, "int64" if self.kind == "CountVectorizer" else "float64")
    return sparse(array(Shape.of(Dim.unknown() if rows is None else rows, learnt_width(self)), dtype))


# -- what models give ------------------------------------------------------------------------------------------


@NP.op("sklearn.base.fit")
def fitted(self: Value, X: Value, y: Value | None = None, *args: Ignored, **more: Ignored) -> Tensor:
    given = table(self, X)
    if y is not None:
        same_length(X, y)
        if isinstance(self, Instance) and self.cls.library_path() in ONE_TARGET:
            one_axis(y)
    return given


# -- classes ---------------------------------------------------------------------------------------------------


def init(names: tuple[str, ...]) -> Callable[[Context, Arguments], Value]:
    """The constructor: its arguments are attributes."""

    def init(context: Context, arguments: Arguments) -> Value:
        instance = arguments.positional[0]
        for name, value in (*zip(names, arguments.positional[1:], strict=False), *arguments.keywords.items()):
            instance.set_attribute(context, name, value)
        return NONE

    return init


def _fitted(context: Context, arguments: Arguments, given: Value) -> None:
    """Remembers the number of features, and the targets."""
    instance, target = arguments.positional[0], arguments.get(2, "y")
    if not isinstance(instance, Instance):
        return
    known = isinstance(given, Tensor) and given.shape.known_rank and given.rank == 2
    instance.hide(context, "features", given.shape[-1] if known and isinstance(given, Tensor) else None)
    instance.hide(context, "rows", given.shape[0] if known and isinstance(given, Tensor) else None)
    if target is not None:
        # what is not a sample of numbers or texts is no array
        found = NP.as_tensor(target) if isinstance(target, (Tensor, Sequence, Instance)) else None
        instance.hide(context, "target", found)
        instance.hide(context, "classes", classes_of(target))


def _unfitted(arguments: Arguments, context: Context) -> None:
    """Before it is fitted: the number of features is free again, that of columns follows from the new data."""
    instance, given = arguments.positional[0], arguments.get(1, "X")
    if isinstance(instance, Instance):
        first = given if given is not None else arguments.get(1, "raw_documents")
        instance.hide(context, "width", width_of(instance, first))
    if isinstance(instance, Instance) and instance.hidden("features") is not None:
        instance.hide(context, "features", None)


def fit(context: Context, arguments: Arguments) -> Value:
    _unfitted(arguments, context)
    _fitted(context, arguments, context.apply("sklearn.base.fit", arguments))
    return arguments.positional[0]


def _self(context: Context, arguments: Arguments) -> Value:
    _unfitted(arguments, context)
    return arguments.positional[0]


def applied(path: str, fits: bool = False) -> Native:
    """A method that is an op; one that fits remembers what it was fitted on."""

    def method(context: Context, arguments: Arguments) -> Value:
        if fits:
            _unfitted(arguments, context)
        found = context.apply(path, arguments)
        if _as_tables(context, arguments.positional[0]) and path.endswith(".transform"):
            found = Unknown("a table that an estimator gives")
        if fits:
            given = arguments.get(1, "X")
            _fitted(context, arguments, NP.as_tensor(given) or NONE if given is not None else NONE)
        return found

    return Native(path, method)


def _as_tables(context: Context, self: Value) -> bool:
    own = isinstance(self, Instance) and self.hidden("output") is not None
    return own or context.memory.get(_OUTPUT) is not None


_OUTPUT = ("sklearn", "output")


@NP.native("sklearn.set_config")
def set_config(context: Context, arguments: Arguments) -> Value:
    """`set_config(transform_output="pandas")`: from here on all transformers give tables."""
    if "transform_output" in arguments.keywords or len(arguments.positional) > 5:
        context.write(context.memory, _OUTPUT, True)
    return NONE


def transformer(path: str, result: str, names: tuple[str, ...] = (), later: str = "", **more: Value) -> Class:
    """`later`: what it makes of other data than it is fitted on, if that is something else."""
    return library_class(
        path, __init__=init(names), fit=fit, partial_fit=fit, transform=applied(later or result),
        fit_transform=applied(result, fits=True),
        inverse_transform=applied("sklearn.base.widened_back.inverse_transform"),
        **{name: Native(name, method) for name, method in COMMON.items()}, **more,
    )  # fmt: skip


def _set(context: Context, arguments: Arguments) -> Value:
    """`set_params(name=value)`"""
    instance = arguments.positional[0]
    for name, value in arguments.keywords.items():
        instance.set_attribute(context, name, value)
    return instance


def _output(context: Context, arguments: Arguments) -> Value:
    """`set_output(transform="pandas")`: from here on it gives tables."""
    instance = arguments.positional[0]
    if isinstance(instance, Instance):
        instance.hide(context, "output", True)
    return instance


def _names_out(context: Context, arguments: Arguments) -> Value:
    return array(Shape.of(learnt_width(arguments.positional[0])), "object")


COMMON = {"set_params": _set, "set_output": _output, "get_params": lambda context, arguments: Mapping({}, open=True)}
"""Methods of all estimators."""


@NP.op("sklearn.base.widened_back.inverse_transform")
def widened_back(self: Value, X: Value, **more: Ignored) -> Tensor:
    """Back to the features that it was fitted on."""
    given = asarray(X)
    features = self.hidden("features") if isinstance(self, Instance) else None
    return array(Shape.of(given.shape[0], features or Dim.unknown(low=1)), None)


def _vocabulary(context: Context, arguments: Arguments) -> Value:
    return Mapping({}, open=True)


def _listed_names(context: Context, arguments: Arguments) -> Value:
    return Sequence("list", (), Scalar("str"), learnt_width(arguments.positional[0]))


_P, _D = "sklearn.preprocessing", "sklearn.decomposition"
_DOCUMENTS = "sklearn.base.documents.transform"
_SAME, _COMPONENTS = "sklearn.base.same_shape.transform", "sklearn.base.components.transform"
NP.classes(
    *(transformer(f"{_P}.{name}", _SAME) for name in (
        "StandardScaler", "MaxAbsScaler", "RobustScaler", "Normalizer", "QuantileTransformer", "PowerTransformer")),
    transformer(f"{_P}.MinMaxScaler", "sklearn.base.scaled.transform", ("feature_range", "copy", "clip"),
                 "sklearn.base.scaled_later.transform"),
    transformer(f"{_P}.OrdinalEncoder", "sklearn.base.encoded.transform"),
    transformer(f"{_P}.OneHotEncoder", "sklearn.base.one_hot.transform"),
    transformer(f"{_P}.PolynomialFeatures", "sklearn.base.widened.transform", ("degree",)),
    transformer("sklearn.impute.SimpleImputer", "sklearn.base.widened.transform"),
    *(transformer(f"{_D}.{name}", _COMPONENTS, ("n_components",)) for name in (
        "PCA", "IncrementalPCA", "KernelPCA", "FastICA", "NMF", "FactorAnalysis")),
    transformer(f"{_D}.TruncatedSVD", _COMPONENTS, ("n_components",), components=Constant(2)),
    transformer("sklearn.manifold.TSNE", _COMPONENTS, ("n_components",), components=Constant(2)),
    *(library_class(
        f"sklearn.feature_extraction.text.{name}", __init__=init(()), fit=_self, partial_fit=_self,
        transform=applied(_DOCUMENTS), fit_transform=applied(_DOCUMENTS, fits=True),
        get_feature_names_out=_names_out, get_feature_names=_listed_names,
        vocabulary_=Property(Native("vocabulary_", _vocabulary)),
        **{name: Native(name, method) for name, method in COMMON.items()},
    ) for name in ("TfidfVectorizer", "CountVectorizer", "HashingVectorizer")),
)  # fmt: skip
