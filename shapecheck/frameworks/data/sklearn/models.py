"""Models, clusters, and what prepares data without being fitted."""

from __future__ import annotations

from typing import Any

from ....core.dim import Dim
from ....core.objects import library_class
from ....core.shape import Shape
from ....core.tensor import Facts, Tensor
from ....core.value import Value
from ...binding import Ignored
from ...numpy.dialect import NP, array, asarray
from .estimators import applied, as_float, fit, init
from .selection import same_length

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


NP.family("scale minmax_scale maxabs_scale robust_scale normalize", _function, ("sklearn.preprocessing.{}",))


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
