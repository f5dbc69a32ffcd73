"""Transformers and models: what they are fitted on is two-dimensional, and later data must have as many features."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ....core.containers import Sequence
from ....core.dim import Dim
from ....core.dtype import family
from ....core.objects import Class, Instance, Property, library_class
from ....core.outcome import Mismatch, Undecided, require_equal
from ....core.plain import NONE, Constant
from ....core.shape import Shape
from ....core.tensor import Facts, Tensor
from ....core.value import Arguments, Native, Unknown, Value
from ...binding import Ignored
from ...numpy.dialect import NP, array, asarray
from ..frames import rows_of
from .selection import same_length
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


def table(self: Value, X: Value) -> Tensor:
    """The data as a matrix with as many features as the estimator was fitted on. Source: check_array."""
    if setting(self, "kernel") is ...:
        raise Undecided("a kernel that may take what is no table")
    if isinstance(self, Instance) and self.cls.library_path() in _WRAPPERS:
        raise Undecided("what the wrapped estimator takes")
    given = asarray(X)
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


def as_float(dtype: str | None) -> str | None:
    return "float64" if family(dtype) in ("int", "uint", "bool", "string", "object") else dtype


# -- what transformers give ------------------------------------------------------------------------------------


@NP.op("sklearn.base.same_shape.transform")
def same_shape(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Tensor:
    given = table(self, X)
    return array(given.shape, as_float(given.dtype))


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
    width = Dim.of(number) if known else Dim.unknown(low=1)
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
    dtype = as_float(given.dtype) if setting(self, "strategy") != "constant" else None
    return array(Shape.of(given.shape[0], learnt_width(self)), dtype)


@NP.op("sklearn.base.documents.transform")
def documents(self: Value, raw_documents: Value, y: Ignored = None, **more: Ignored) -> Value:
    rows = rows_of(raw_documents)
    dtype = asked_dtype(self, "int64" if self.kind == "CountVectorizer" else "float64")
    return sparse(array(Shape.of(Dim.unknown() if rows is None else rows, learnt_width(self)), dtype))


def _labels(y: Value) -> Tensor:
    """Class labels. Source: column_or_1d."""
    given = asarray(y)
    if given.shape.known_rank and (given.rank > 2 or (given.rank == 2 and given.shape[1].value not in (1, None))):
        raise Mismatch("layer-input-rank", f"labels {given.shape}", argument="y",
                       runtime=f"y should be a 1d array, got an array of shape {given.shape} instead.")  # fmt: skip
    return given


@NP.op("sklearn.base.class_ids.transform")
def class_ids(self: Value, y: Value) -> Tensor:
    """The place of each label among those that the encoder was fitted on."""
    given = _labels(y)
    number, top = (self.hidden(name) if isinstance(self, Instance) else None for name in ("classes", "top"))
    facts = Facts(low=0, high=top if number is None else number - 1)
    return array(Shape.of(given.shape[0]), "int64", facts)


@NP.op("sklearn.base.binarized.transform")
def binarized(self: Value, y: Value) -> Value:
    """One column for each class; a single one for two classes."""
    given = asarray(y)
    if given.shape.known_rank and given.rank == 2:
        raise Undecided("labels that are binarized already")
    number = self.hidden("classes") if isinstance(self, Instance) else None
    width = Dim.unknown(low=1) if number is None else Dim.of(1 if number <= 2 else number)
    plain = isinstance(self, Instance) and not any(name in self.state for name in ("neg_label", "pos_label"))
    found = array(Shape.of(given.shape[0], width), "int64", Facts(low=0, high=1) if plain else None)
    return sparse(found) if setting(self, "sparse_output") else found


@NP.op("sklearn.base.several.transform")
def several(self: Value, y: Value) -> Value:
    """`MultiLabelBinarizer`: a column for each class; each sample has any number of them."""
    names = self.state.get("classes") if isinstance(self, Instance) else None
    rows = rows_of(y)
    width = names.size if isinstance(names, Sequence) else Dim.unknown(low=1)
    found = array(Shape.of(Dim.unknown() if rows is None else rows, width), "int64", Facts(low=0, high=1))
    return sparse(found) if setting(self, "sparse_output") else found


@NP.op("sklearn.base.classes.inverse_transform")
def classes(self: Value, y: Value) -> Tensor:
    return array(asarray(y).shape[:1], None)


# -- what models give ------------------------------------------------------------------------------------------


@NP.op("sklearn.base.fit")
def fitted(self: Value, X: Value, y: Value | None = None, *args: Ignored, **more: Ignored) -> Tensor:
    given = table(self, X)
    if y is not None:
        same_length(X, y)
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


def _fit_labels(context: Context, arguments: Arguments) -> Value:
    _learn_labels(context, arguments)
    context.apply("sklearn.base.class_ids.transform", arguments)
    return arguments.positional[0]


def _learn_labels(context: Context, arguments: Arguments) -> None:
    """How many different labels there are, or at most are."""
    instance, given = arguments.positional[0], arguments.get(1, "y")
    if not isinstance(instance, Instance) or given is None:
        return
    found = NP.as_tensor(given) if isinstance(given, (Tensor, Instance)) else None
    low, high = (None, None) if found is None else (found.facts.low, found.facts.high)
    whole = found is not None and family(found.dtype) in ("int", "uint", "bool")
    instance.hide(context, "classes", classes_of(given) or None)
    instance.hide(context, "top", int(high - low) if whole and low is not None and high is not None else None)


def _learning_labels(path: str) -> Native:
    """`fit_transform` of labels."""

    def method(context: Context, arguments: Arguments) -> Value:
        _learn_labels(context, arguments)
        return context.apply(path, arguments)

    return Native(path, method)


def _fit_only(context: Context, arguments: Arguments) -> Value:
    _learn_labels(context, arguments)
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
        if fits:
            given = arguments.get(1, "X")
            _fitted(context, arguments, NP.as_tensor(given) or NONE if given is not None else NONE)
        return found

    return Native(path, method)


def _classes_attribute(context: Context, arguments: Arguments) -> Value:
    instance = arguments.positional[0]
    number = instance.hidden("classes") if isinstance(instance, Instance) else None
    return array(Shape.of(Dim.unknown(low=1) if number is None else number), None)


def _transformer(path: str, result: str, names: tuple[str, ...] = (), later: str = "", **more: Value) -> Class:
    """`later`: what it makes of other data than it is fitted on, if that is something else."""
    return library_class(
        path, __init__=init(names), fit=fit, partial_fit=fit, transform=applied(later or result),
        fit_transform=applied(result, fits=True),
        inverse_transform=applied("sklearn.base.widened_back.inverse_transform"), **more,
    )  # fmt: skip


@NP.op("sklearn.base.widened_back.inverse_transform")
def widened_back(self: Value, X: Value, **more: Ignored) -> Tensor:
    """Back to the features that it was fitted on."""
    given = asarray(X)
    features = self.hidden("features") if isinstance(self, Instance) else None
    return array(Shape.of(given.shape[0], features or Dim.unknown(low=1)), None)


def sparse(dense: Tensor) -> Instance:
    """A sparse matrix, which is no array until it is made one."""
    return Instance(SPARSE, {" dense": dense, "shape": Sequence.tuple(Constant(dim) for dim in dense.shape.dims)})


def _dense(context: Context, arguments: Arguments) -> Value:
    found = arguments.positional[0]
    dense = found.hidden("dense") if isinstance(found, Instance) else None
    return dense if isinstance(dense, Tensor) else Unknown("a sparse matrix")


SPARSE = library_class("scipy.sparse.csr_matrix", toarray=_dense, todense=_dense, A=Property(Native("A", _dense)))

_P, _D = "sklearn.preprocessing", "sklearn.decomposition"
_DOCUMENTS = "sklearn.base.documents.transform"
_SAME, _COMPONENTS = "sklearn.base.same_shape.transform", "sklearn.base.components.transform"
_IDS, _BINARY, _BACK = (f"sklearn.base.{name}" for name in (
    "class_ids.transform", "binarized.transform", "classes.inverse_transform"))  # fmt: skip
NP.classes(
    *(_transformer(f"{_P}.{name}", _SAME) for name in (
        "StandardScaler", "MaxAbsScaler", "RobustScaler", "Normalizer", "QuantileTransformer", "PowerTransformer")),
    _transformer(f"{_P}.MinMaxScaler", "sklearn.base.scaled.transform", ("feature_range", "copy", "clip"),
                 "sklearn.base.scaled_later.transform"),
    _transformer(f"{_P}.OrdinalEncoder", "sklearn.base.encoded.transform"),
    _transformer(f"{_P}.OneHotEncoder", "sklearn.base.one_hot.transform"),
    _transformer(f"{_P}.PolynomialFeatures", "sklearn.base.widened.transform", ("degree",)),
    _transformer("sklearn.impute.SimpleImputer", "sklearn.base.widened.transform"),
    *(_transformer(f"{_D}.{name}", _COMPONENTS, ("n_components",)) for name in (
        "PCA", "IncrementalPCA", "KernelPCA", "FastICA", "NMF", "FactorAnalysis")),
    _transformer(f"{_D}.TruncatedSVD", _COMPONENTS, ("n_components",), components=Constant(2)),
    _transformer("sklearn.manifold.TSNE", _COMPONENTS, ("n_components",), components=Constant(2)),
    *(library_class(
        f"sklearn.feature_extraction.text.{name}", __init__=init(()), fit=_self, partial_fit=_self,
        transform=applied(_DOCUMENTS), fit_transform=applied(_DOCUMENTS, fits=True),
    ) for name in ("TfidfVectorizer", "CountVectorizer", "HashingVectorizer")),
    library_class(
        f"{_P}.LabelEncoder", __init__=init(()), fit=_fit_labels, transform=applied(_IDS),
        fit_transform=_learning_labels(_IDS), inverse_transform=applied(_BACK),
        classes_=Property(Native("classes_", _classes_attribute)),
    ),
    *(library_class(
        f"{_P}.{name}", __init__=init(()), fit=_fit_only, transform=applied(path),
        fit_transform=_learning_labels(path), inverse_transform=applied(_BACK),
        classes_=Property(Native("classes_", _classes_attribute)),
    ) for name, path in (("LabelBinarizer", _BINARY), ("MultiLabelBinarizer", "sklearn.base.several.transform"))),
    SPARSE,
)  # fmt: skip
