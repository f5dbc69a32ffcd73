"""Models, clusters, and what prepares data without being fitted."""

from __future__ import annotations

from typing import Any

from ....core.containers import Sequence
from ....core.dim import Dim
from ....core.dtype import family
from ....core.objects import Instance, library_class
from ....core.outcome import Undecided
from ....core.plain import Scalar
from ....core.shape import Shape
from ....core.tensor import Facts, Tensor
from ....core.value import Value
from ...binding import Ignored
from ...numpy.dialect import NP, array, asarray
from .estimators import applied, as_float, fit, init, table
from .selection import same_length
from .widths import setting


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
    kept = self.kind not in _REGRESSORS and not self.kind.endswith("Regressor")
    classifies = kept and family(target.dtype) in ("int", "uint", "bool")
    return array(Shape((given.shape[0], *target.shape.dims[1:])), target.dtype if classifies else None)


_REGRESSORS = ("LinearRegression", "Ridge", "Lasso", "ElasticNet", "SVR", "LinearSVR")


@NP.op("sklearn.base.probabilities.predict_proba")
def probabilities(self: Value, X: Value, *args: Ignored, **more: Ignored) -> Tensor:
    given = table(self, X)
    number, target = (self.hidden(name) if isinstance(self, Instance) else None for name in ("classes", "target"))
    one = isinstance(target, Tensor) and target.shape.known_rank and target.rank == 1
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


# -- classes ---------------------------------------------------------------------------------------------------

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
            f"sklearn.{_module}.{_name}", __init__=init(()), fit=fit, partial_fit=fit,
            predict=applied("sklearn.base.predict"),
            predict_proba=applied("sklearn.base.probabilities.predict_proba"),
            score=applied("sklearn.base.score"),
        ))  # fmt: skip
for _name in ("KMeans", "MiniBatchKMeans", "DBSCAN", "AgglomerativeClustering", "SpectralClustering"):
    NP.classes(library_class(
        f"sklearn.cluster.{_name}", __init__=init(() if _name == "DBSCAN" else ("n_clusters",)), fit=fit,
        fit_predict=applied("sklearn.base.clusters.predict", fits=True),
        predict=applied("sklearn.base.clusters.predict"),
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
