"""Models, clusters, and what prepares data without being fitted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ....core.containers import Sequence
from ....core.dim import Dim
from ....core.dtype import family
from ....core.objects import Instance, Property, library_class
from ....core.outcome import Undecided
from ....core.plain import Scalar
from ....core.shape import Shape
from ....core.tensor import Facts, Tensor
from ....core.value import Arguments, Native, Unknown, Value
from ...binding import Ignored
from ...numpy.dialect import NP, array, asarray
from .estimators import COMMON, ONE_TARGET, applied, as_float, fit, init, table
from .selection import same_length
from .targets import one_column_for_two
from .widths import setting

if TYPE_CHECKING:
    from ....core.value import Context


@NP.op("sklearn.base.predict")
def predict(
    self: Value, X: Value, return_std: Ignored = None, return_cov: Ignored = None, *args: Ignored, **more: Ignored
) -> Tensor:
    given = table(self, X)
    if return_std is not None or return_cov is not None:
        raise Undecided("predictions, and how sure they are")
    target = self.hidden("target") if isinstance(self, Instance) else None
    known = isinstance(target, Tensor) and target.shape.known_rank and target.rank > 0
    # some make one axis of a single column
    if not isinstance(target, Tensor) or not known or (target.rank == 2 and target.shape[1].value in (None, 1)):
        return array(Shape((given.shape[0],), gap=1), None)
    kept = self.kind not in REGRESSORS and not self.kind.endswith("Regressor")
    classifies = kept and family(target.dtype) in ("int", "uint", "bool")
    return array(Shape((given.shape[0], *target.shape.dims[1:])), target.dtype if classifies else None)


REGRESSORS = (
    "LinearRegression", "Ridge", "Lasso", "ElasticNet", "SVR", "LinearSVR", "NuSVR", "RidgeCV", "LassoCV",
    "ElasticNetCV", "BayesianRidge", "Lars", "LassoLars", "ARDRegression", "OneClassSVM", "IsolationForest",
)  # fmt: skip


@NP.op("sklearn.base.probabilities.predict_proba")
def probabilities(self: Value, X: Value, *args: Ignored, **more: Ignored) -> Tensor:
    given = table(self, X)
    number, target = (self.hidden(name) if isinstance(self, Instance) else None for name in ("classes", "target"))
    one = isinstance(target, Tensor) and target.shape.known_rank and target.rank == 1
    if not one and not (isinstance(self, Instance) and self.cls.library_path() in ONE_TARGET):
        raise Undecided("probabilities, for each of several targets perhaps")
    width = Dim.of(max(number, 2)) if one and isinstance(number, int) else Dim.unknown(low=1)
    return array(Shape.of(given.shape[0], width), None, Facts(low=0.0, high=1.0))


@NP.op("sklearn.base.clusters.predict")
def clusters(self: Value, X: Value, y: Ignored = None, **more: Ignored) -> Tensor:
    given, number = table(self, X), setting(self, "n_clusters")
    top = number - 1 if isinstance(number, int) and self.kind != "DBSCAN" else None
    return array(Shape.of(given.shape[0]), None, Facts(low=None if top is None else 0, high=top))


@NP.op("sklearn.base.score")
def score(self: Value, X: Value, y: Value | None = None, *args: Ignored, **more: Ignored) -> Value:
    table(self, X)
    if y is not None:
        same_length(X, y)
    return Scalar("float")


# -- what fitting leaves ---------------------------------------------------------------------------------------


def _importances(context: Context, arguments: Arguments) -> Value:
    return array(Shape.of(_hidden(arguments, "features")), None)


def _classes(context: Context, arguments: Arguments) -> Value:
    instance = arguments.positional[0]
    target = instance.hidden("target") if isinstance(instance, Instance) else None
    if not isinstance(target, Tensor) or not target.shape.known_rank or target.rank > 1:
        return Unknown("the classes of a model")
    return array(Shape.of(_hidden(arguments, "classes")), None)


def _places(context: Context, arguments: Arguments) -> Value:
    """`labels_`: a cluster for every row."""
    return array(Shape.of(_hidden(arguments, "rows")), None)


def _centers(context: Context, arguments: Arguments) -> Value:
    number = setting(arguments.positional[0], "n_clusters")
    count = number if isinstance(number, int) else 8 if number is None else Dim.unknown(low=1)
    return array(Shape.of(count, _hidden(arguments, "features")), None)


def _hidden(arguments: Arguments, name: str) -> Dim:
    instance = arguments.positional[0]
    found = instance.hidden(name) if isinstance(instance, Instance) else None
    return Dim.unknown(low=1) if not isinstance(found, (int, Dim)) else Dim.of(found)


def _get(name: str, method: Any) -> Property:
    return Property(Native(name, method))


ATTRIBUTES = {
    "feature_importances_": _get("feature_importances_", _importances),
    "classes_": _get("classes_", _classes),
}
CLUSTERS = {"labels_": _get("labels_", _places), "cluster_centers_": _get("cluster_centers_", _centers)}


# -- classes ---------------------------------------------------------------------------------------------------

MODELS = {
    "linear_model": "LinearRegression LogisticRegression Ridge Lasso ElasticNet SGDClassifier SGDRegressor Perceptron "
    "RidgeClassifier LogisticRegressionCV RidgeCV LassoCV ElasticNetCV BayesianRidge HuberRegressor Lars LassoLars "
    "PassiveAggressiveClassifier PassiveAggressiveRegressor RidgeClassifierCV TheilSenRegressor ARDRegression",
    "svm": "SVC SVR LinearSVC LinearSVR NuSVC NuSVR OneClassSVM",
    "tree": "DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor",
    "ensemble": "RandomForestClassifier RandomForestRegressor GradientBoostingClassifier GradientBoostingRegressor "
    "AdaBoostClassifier AdaBoostRegressor ExtraTreesClassifier BaggingClassifier IsolationForest ExtraTreesRegressor "
    "HistGradientBoostingClassifier HistGradientBoostingRegressor",
    "neighbors": "KNeighborsClassifier KNeighborsRegressor NearestCentroid",
    "naive_bayes": "GaussianNB MultinomialNB BernoulliNB ComplementNB",
    "neural_network": "MLPClassifier MLPRegressor",
    "discriminant_analysis": "LinearDiscriminantAnalysis QuadraticDiscriminantAnalysis",
    "gaussian_process": "GaussianProcessClassifier GaussianProcessRegressor",
}
for _module, _names in MODELS.items():
    for _name in _names.split():
        NP.classes(library_class(
            f"sklearn.{_module}.{_name}", __init__=init(()), fit=fit, partial_fit=fit,
            predict=applied("sklearn.base.predict"),
            predict_proba=applied("sklearn.base.probabilities.predict_proba"),
            score=applied("sklearn.base.score"), **COMMON, **ATTRIBUTES,
        ))  # fmt: skip
NP.classes(library_class("sklearn.mixture.GaussianMixture", __init__=init(("n_components",)), fit=fit,
                         fit_predict=applied("sklearn.base.clusters.predict", fits=True),
                         predict=applied("sklearn.base.clusters.predict"), **COMMON))  # fmt: skip
for _name in ("KMeans", "MiniBatchKMeans", "DBSCAN", "AgglomerativeClustering", "SpectralClustering"):
    NP.classes(library_class(
        f"sklearn.cluster.{_name}", __init__=init(() if _name == "DBSCAN" else ("n_clusters",)), fit=fit,
        fit_predict=applied("sklearn.base.clusters.predict", fits=True),
        predict=applied("sklearn.base.clusters.predict"), **COMMON, **CLUSTERS,
    ))  # fmt: skip


# -- functions -------------------------------------------------------------------------------------------------


def _function(X: Value, *args: Ignored, **more: Ignored) -> Tensor:
    given = asarray(X)
    return array(given.shape, as_float(given.dtype))


NP.family("scale minmax_scale maxabs_scale robust_scale", _function, ("sklearn.preprocessing.{}",))


@NP.op("sklearn.preprocessing.normalize")
def normalize(X: Value, norm: Ignored = "l2", *, axis: int = 1, copy: Ignored = True, return_norm: bool = False) -> Any:
    found = _function(X)
    if not return_norm:
        return found
    return Sequence.tuple((found, array(Shape.of(found.shape[0 if axis else 1]), found.dtype, Facts(low=0.0))))


@NP.op("sklearn.preprocessing.label_binarize")
def label_binarize(y: Value, *, classes: Value, **more: Ignored) -> Tensor:
    names = asarray(classes).shape
    number, given = names[0].value, asarray(y)
    if given.shape.known_rank and given.rank != 1:
        raise Undecided("labels that are binarized already")
    width = Dim.unknown(low=1) if number is None else one_column_for_two(number, y)
    return array(Shape.of(asarray(y).shape[0], width), "int64", Facts(low=0, high=1))


@NP.op("sklearn.utils.class_weight.compute_class_weight", "sklearn.utils.compute_class_weight")
def compute_class_weight(class_weight: Ignored, classes: Value, y: Ignored) -> Tensor:
    """Older versions take all by position."""
    return array(asarray(classes).shape, "float64", Facts(low=0.0))
