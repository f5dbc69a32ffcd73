"""Transformers and models: what they are fitted on is two-dimensional, and later data must have as many features."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ....core.containers import Sequence
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
from .selection import same_length

if TYPE_CHECKING:
    from collections.abc import Callable

    from ....core.value import Context

_FLAT = (
    "Expected 2D array, got {} array instead. Reshape your data either using array.reshape(-1, 1) if your data has a "
    "single feature or array.reshape(1, -1) if it contains a single sample."
)


def table(self: Value, X: Value) -> Tensor:
    """The data as a matrix with as many features as the estimator was fitted on. Source: check_array."""
    if _setting(self, "kernel") is ...:
        raise Undecided("a kernel that may take what is no table")
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


def _setting(self: Value, name: str) -> Any:
    """A constructor argument of an estimator in plain Python; `...` if it is not known."""
    value = self.state.get(name) if isinstance(self, Instance) else None
    if value is None:
        return None
    return value.payload if isinstance(value, Constant) else ...


# -- what transformers give ------------------------------------------------------------------------------------


@NP.op("sklearn.base.same_shape.transform")
def same_shape(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Tensor:
    given = table(self, X)
    return array(given.shape, as_float(given.dtype))


@NP.op("sklearn.base.scaled.transform")
def scaled(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Tensor:
    """To a range, by default 0 to 1; the data that it was fitted on lies within."""
    given = table(self, X)
    span = self.state.get("feature_range") if isinstance(self, Instance) else None
    known = span.known if isinstance(span, Sequence) else None
    bounds: Any = [item.payload if isinstance(item, Constant) else None for item in known or ()] if span else [0.0, 1.0]
    low, high = bounds if len(bounds) == 2 else (None, None)
    return array(given.shape, as_float(given.dtype), Facts(low=low, high=high))


@NP.op("sklearn.base.encoded.transform")
def encoded(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Tensor:
    return array(table(self, X).shape, "float64", Facts(low=0))


@NP.op("sklearn.base.components.transform")
def components(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Tensor:
    """As many columns as the estimator is asked for."""
    given, number = table(self, X), _setting(self, "n_components")
    default = self.cls.find(" components") if isinstance(self, Instance) else None
    if number is None and isinstance(default, Constant):
        number = default.payload
    width = number if isinstance(number, Dim) or (isinstance(number, int) and number > 0) else Dim.unknown(low=1)
    dtype = "float32" if given.dtype == "float32" or (isinstance(self, Instance) and self.kind == "TSNE") else None
    return array(Shape.of(given.shape[0], width), dtype or as_float(given.dtype))


@NP.op("sklearn.base.one_hot.transform")
def one_hot(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Value:
    """A column for every value of every feature; of one feature each row has exactly one 1."""
    given = table(self, X)
    single = given.shape[-1] == 1 and _setting(self, "drop") is None and _setting(self, "handle_unknown") != "ignore"
    found = array(Shape.of(given.shape[0], Dim.unknown(low=1)), "float64", Facts(low=0, high=1, one_hot=single or None))
    for name in ("sparse_output", "sparse"):
        if _setting(self, name) is False:
            return found
        if _setting(self, name) is ...:
            return Unknown("an encoding that may be sparse")
    return sparse(found)


@NP.op("sklearn.base.widened.transform")
def widened(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Tensor:
    given = table(self, X)
    return array(Shape.of(given.shape[0], Dim.unknown(low=1)), as_float(given.dtype))


@NP.op("sklearn.base.documents.transform")
def documents(self: Value, raw_documents: Value, y: Ignored = None, **more: Ignored) -> Value:
    from ..frames import rows_of

    rows = rows_of(raw_documents)
    features = self.hidden("features") if isinstance(self, Instance) else None
    limit = features or Dim.unknown(low=1)
    return sparse(array(Shape.of(Dim.unknown() if rows is None else rows, limit), None))


def _labels(y: Value) -> Tensor:
    """Class labels. Source: column_or_1d."""
    given = asarray(y)
    if given.shape.known_rank and (given.rank > 2 or (given.rank == 2 and given.shape[1].value not in (1, None))):
        raise Mismatch("layer-input-rank", f"labels {given.shape}", argument="y",
                       runtime=f"y should be a 1d array, got an array of shape {given.shape} instead.")  # fmt: skip
    return given


@NP.op("sklearn.base.class_ids.transform")
def class_ids(self: Value, y: Value) -> Tensor:
    given = _labels(y)
    facts = given.facts
    known = family(given.dtype) in ("int", "uint", "bool") and facts.low is not None and facts.high is not None
    top = int(facts.high - facts.low) if known and facts.high is not None and facts.low is not None else None
    distinct = y.hidden("distinct") if isinstance(y, Instance) else None
    if isinstance(distinct, int) and distinct:
        return array(Shape.of(given.shape[0]), "int64", Facts(low=0, high=distinct - 1, attained=True))
    return array(Shape.of(given.shape[0]), "int64", Facts(low=0, high=top))


@NP.op("sklearn.base.binarized.transform")
def binarized(self: Value, y: Value) -> Tensor:
    """One column for each class; a single one for two classes."""
    given = asarray(y)
    return array(Shape.of(given.shape[0], Dim.unknown(low=1)), "int64", Facts(low=0, high=1))


@NP.op("sklearn.base.classes.inverse_transform")
def classes(self: Value, y: Value) -> Tensor:
    return array(asarray(y).shape[:1], None)


# -- what models give ------------------------------------------------------------------------------------------


@NP.op("sklearn.base.fit")
def fit(self: Value, X: Value, y: Value | None = None, *args: Ignored, **more: Ignored) -> Tensor:
    given = table(self, X)
    if y is not None:
        same_length(X, y)
    return given


@NP.op("sklearn.base.predict")
def predict(
    self: Value, X: Value, return_std: Ignored = None, return_cov: Ignored = None, *args: Ignored, **more: Ignored
) -> Tensor:
    given = table(self, X)
    if return_std is not None or return_cov is not None:
        raise Undecided("predictions, and how sure they are")
    target = self.hidden("target") if isinstance(self, Instance) else None
    if not isinstance(target, Tensor) or not target.shape.known_rank or not target.rank:
        return array(Shape((given.shape[0],), gap=1), None)
    classifies = family(target.dtype) not in ("float", None)
    return array(Shape((given.shape[0], *target.shape.dims[1:])), target.dtype if classifies else None)


@NP.op("sklearn.base.probabilities.predict_proba")
def probabilities(self: Value, X: Value, *args: Ignored, **more: Ignored) -> Tensor:
    given = table(self, X)
    return array(Shape.of(given.shape[0], Dim.unknown(low=1)), None, Facts(low=0.0, high=1.0))


@NP.op("sklearn.base.clusters.predict")
def clusters(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Tensor:
    given, number = table(self, X), _setting(self, "n_clusters")
    top = number - 1 if isinstance(number, int) else None
    return array(Shape.of(given.shape[0]), None, Facts(low=None if top is None else 0, high=top))


@NP.op("sklearn.base.score")
def score(self: Value, X: Value, y: Value | None = None, *args: Ignored, **more: Ignored) -> Value:
    table(self, X)
    if y is not None:
        same_length(X, y)
    return Scalar("float")


# -- classes ---------------------------------------------------------------------------------------------------


def _init(names: tuple[str, ...]) -> Callable[[Context, Arguments], Value]:
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
        found = NP.as_tensor(target)
        instance.hide(context, "target", found)


def _unfitted(arguments: Arguments, context: Context) -> None:
    instance = arguments.positional[0]
    if isinstance(instance, Instance) and instance.hidden("features") is not None:
        instance.hide(context, "features", None)


def _fit(context: Context, arguments: Arguments) -> Value:
    _unfitted(arguments, context)
    _fitted(context, arguments, context.apply("sklearn.base.fit", arguments))
    return arguments.positional[0]


def _fit_labels(context: Context, arguments: Arguments) -> Value:
    context.apply("sklearn.base.class_ids.transform", arguments)
    return arguments.positional[0]


def _self(context: Context, arguments: Arguments) -> Value:
    return arguments.positional[0]


def _applied(path: str, fits: bool = False) -> Native:
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
    return array(Shape.of(Dim.unknown(low=1)), None)


def _transformer(path: str, result: str, names: tuple[str, ...] = (), **more: Value) -> Class:
    return library_class(
        path, __init__=_init(names), fit=_fit, partial_fit=_fit, transform=_applied(result),
        fit_transform=_applied(result, fits=True), 
        inverse_transform=_applied("sklearn.base.widened_back.inverse_transform"), **more,
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
    _transformer(f"{_P}.MinMaxScaler", "sklearn.base.scaled.transform", ("feature_range", "copy", "clip")),
    _transformer(f"{_P}.OrdinalEncoder", "sklearn.base.encoded.transform"),
    _transformer(f"{_P}.OneHotEncoder", "sklearn.base.one_hot.transform"),
    _transformer(f"{_P}.PolynomialFeatures", "sklearn.base.widened.transform"),
    _transformer("sklearn.impute.SimpleImputer", "sklearn.base.widened.transform"),
    *(_transformer(f"{_D}.{name}", _COMPONENTS, ("n_components",)) for name in (
        "PCA", "IncrementalPCA", "KernelPCA", "FastICA", "NMF", "FactorAnalysis")),
    _transformer(f"{_D}.TruncatedSVD", _COMPONENTS, ("n_components",), **{" components": Constant(2)}),
    _transformer("sklearn.manifold.TSNE", _COMPONENTS, ("n_components",), **{" components": Constant(2)}),
    *(library_class(
        f"sklearn.feature_extraction.text.{name}", __init__=_init(()), fit=_self, partial_fit=_self,
        transform=_applied(_DOCUMENTS), fit_transform=_applied(_DOCUMENTS),
    ) for name in ("TfidfVectorizer", "CountVectorizer", "HashingVectorizer")),
    library_class(
        f"{_P}.LabelEncoder", __init__=_init(()), fit=_fit_labels, transform=_applied(_IDS),
        fit_transform=_applied(_IDS), inverse_transform=_applied(_BACK),
        classes_=Property(Native("classes_", _classes_attribute)),
    ),
    *(library_class(
        f"{_P}.{name}", __init__=_init(()), fit=_self, transform=_applied(_BINARY),
        fit_transform=_applied(_BINARY), inverse_transform=_applied(_BACK),
        classes_=Property(Native("classes_", _classes_attribute)),
    ) for name in ("LabelBinarizer", "MultiLabelBinarizer")),
    SPARSE,
)  # fmt: skip

MODELS = {
    "linear_model": "LinearRegression LogisticRegression Ridge Lasso ElasticNet SGDClassifier SGDRegressor Perceptron "
    "RidgeClassifier LogisticRegressionCV",
    "svm": "SVC SVR LinearSVC LinearSVR NuSVC OneClassSVM",
    "tree": "DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier",
    "ensemble": "RandomForestClassifier RandomForestRegressor GradientBoostingClassifier GradientBoostingRegressor "
    "AdaBoostClassifier AdaBoostRegressor ExtraTreesClassifier BaggingClassifier IsolationForest",
    "neighbors": "KNeighborsClassifier KNeighborsRegressor NearestCentroid",
    "naive_bayes": "GaussianNB MultinomialNB BernoulliNB ComplementNB",
    "neural_network": "MLPClassifier MLPRegressor",
    "discriminant_analysis": "LinearDiscriminantAnalysis QuadraticDiscriminantAnalysis",
    "gaussian_process": "GaussianProcessClassifier GaussianProcessRegressor",
}
for _module, _names in MODELS.items():
    for _name in _names.split():
        NP.classes(library_class(
            f"sklearn.{_module}.{_name}", __init__=_init(()), fit=_fit, partial_fit=_fit,
            predict=_applied("sklearn.base.predict"),
            predict_proba=_applied("sklearn.base.probabilities.predict_proba"),
            score=_applied("sklearn.base.score"),
        ))  # fmt: skip
for _name in ("KMeans", "MiniBatchKMeans", "DBSCAN", "AgglomerativeClustering", "SpectralClustering"):
    NP.classes(library_class(
        f"sklearn.cluster.{_name}", __init__=_init(("n_clusters",)), fit=_fit,
        fit_predict=_applied("sklearn.base.clusters.predict", fits=True),
        predict=_applied("sklearn.base.clusters.predict"),
    ))  # fmt: skip


# -- functions -------------------------------------------------------------------------------------------------


def _function(X: Value, *args: Ignored, **more: Ignored) -> Tensor:
    given = asarray(X)
    return array(given.shape, as_float(given.dtype))


NP.family("scale minmax_scale maxabs_scale robust_scale normalize", _function, (f"{_P}.{{}}",))


@NP.op(f"{_P}.label_binarize")
def label_binarize(y: Value, *, classes: Value, **more: Ignored) -> Tensor:
    names = asarray(classes).shape
    width: Dim | int = names[0]
    return array(Shape.of(asarray(y).shape[0], 1 if width == 2 else width), "int64", Facts(low=0, high=1))


@NP.op("sklearn.utils.class_weight.compute_class_weight")
def compute_class_weight(class_weight: Ignored, *, classes: Value, y: Ignored) -> Tensor:
    return array(asarray(classes).shape, "float64", Facts(low=0.0))


@NP.op("sklearn.model_selection.cross_val_score")
def cross_val_score(estimator: Ignored, X: Value, y: Value | None = None, *, cv: Any = None, **more: Ignored) -> Tensor:
    same_length(*(value for value in (X, y) if value is not None))
    count = 5 if cv is None else cv if isinstance(cv, int) else Dim.unknown(low=1)
    return array(Shape.of(count), "float64")
