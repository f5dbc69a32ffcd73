"""Estimators around other estimators, searches among them, and scores over folds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ....core.containers import Mapping, Sequence
from ....core.dim import Dim
from ....core.dtype import family
from ....core.objects import Instance, Property, library_class
from ....core.outcome import Undecided
from ....core.plain import Constant, Scalar
from ....core.shape import Shape
from ....core.tensor import Facts, Tensor
from ....core.value import Arguments, Native, Unknown, Value
from ...binding import Ignored
from ...numpy.dialect import NP, array
from ..frames import rows_of
from .estimators import COMMON, init
from .models import REGRESSORS
from .selection import same_length

if TYPE_CHECKING:
    from ....core.value import Context


def _rows(X: Value) -> Dim:
    found = rows_of(X)
    return Dim.unknown() if found is None else found


@NP.op("sklearn.base.any.fit")
def any_fit(self: Value, X: Value, y: Value | None = None, *args: Ignored, **more: Ignored) -> Value:
    """What the data must be only the estimator inside knows; there is a target for every sample."""
    if y is not None:
        same_length(X, y)
    return Unknown("data of an estimator")


@NP.op("sklearn.base.any.predict")
def any_predict(self: Value, X: Value, *args: Ignored, **more: Ignored) -> Value:
    """A prediction for every sample, shaped as the targets are."""
    return _shaped(self, X, self.hidden("target") if isinstance(self, Instance) else None)


def _shaped(self: Value, X: Value, target: object) -> Value:
    known = isinstance(target, Tensor) and target.shape.known_rank and target.rank > 0
    if not isinstance(target, Tensor) or not known or (target.rank == 2 and target.shape[1].value in (None, 1)):
        return array(Shape((_rows(X),), gap=1), None)
    inner = self.state.get("estimator") if isinstance(self, Instance) else None
    kind = inner.kind if isinstance(inner, Instance) else ""
    classifies = kind.endswith(("Classifier", "SVC", "NB")) or kind in ("LogisticRegression", "Perceptron")
    same = classifies and self.kind in _SEARCHES and kind not in REGRESSORS
    whole = same and family(target.dtype) in ("int", "uint", "bool")
    return array(Shape((_rows(X), *target.shape.dims[1:])), target.dtype if whole else None)


@NP.op("sklearn.base.any.predict_proba")
def any_predict_proba(self: Value, X: Value, *args: Ignored, **more: Ignored) -> Value:
    """Of one target a probability for every class."""
    target = self.hidden("target") if isinstance(self, Instance) else None
    if not isinstance(target, Tensor) or not target.shape.known_rank or target.rank != 1:
        raise Undecided("probabilities, for each of several targets perhaps")
    return array(Shape.of(_rows(X), Dim.unknown(low=1)), None, Facts(low=0.0, high=1.0))


_SEARCHES = ("GridSearchCV", "RandomizedSearchCV", "HalvingGridSearchCV", "HalvingRandomSearchCV", "Searched")
"""They predict as the estimator does that is searched for."""


@NP.op("sklearn.base.any.score")
def any_score(self: Ignored, X: Value, y: Value | None = None, *args: Ignored, **more: Ignored) -> Value:
    if y is not None:
        same_length(X, y)
    return Scalar("float")


def _calling(path: str) -> Native:
    return Native(path, lambda context, arguments: context.apply(path, arguments))


def _fit(context: Context, arguments: Arguments) -> Value:
    context.apply("sklearn.base.any.fit", arguments)
    instance, target = arguments.positional[0], arguments.get(2, "y")
    if isinstance(instance, Instance):
        found = NP.as_tensor(target) if isinstance(target, (Tensor, Sequence, Instance)) else None
        instance.hide(context, "target", found)
    return instance


def _self(context: Context, arguments: Arguments) -> Value:
    return arguments.positional[0]


def _number(context: Context, arguments: Arguments) -> Value:
    return Scalar("float")


def _settings(context: Context, arguments: Arguments) -> Value:
    return Mapping({}, open=True)


def _attribute(context: Context, arguments: Arguments) -> Value:
    name = getattr(arguments.positional[1], "payload", "")
    return Unknown(f"{name} of an estimator around another")


METHODS: dict[str, Any] = {
    "predict_proba": _calling("sklearn.base.any.predict_proba"),
    "fit": _fit, "predict": _calling("sklearn.base.any.predict"), "score": _calling("sklearn.base.any.score"),
    "best_estimator_": Property(Native("best_estimator_", _self)),
    "best_params_": Property(Native("best_params_", _settings)),
    "best_score_": Property(Native("best_score_", _number)),
    "cv_results_": Property(Native("cv_results_", _settings)), "__getattr__": _attribute, **COMMON,
}  # fmt: skip
_AROUND = {
    "model_selection": "GridSearchCV RandomizedSearchCV HalvingGridSearchCV HalvingRandomSearchCV",
    "multiclass": "OneVsRestClassifier OneVsOneClassifier OutputCodeClassifier",
    "multioutput": "MultiOutputRegressor MultiOutputClassifier ClassifierChain RegressorChain",
    "ensemble": "VotingClassifier VotingRegressor StackingClassifier StackingRegressor BaggingRegressor",
    "calibration": "CalibratedClassifierCV", "dummy": "DummyClassifier DummyRegressor",
}
for _module, _names in _AROUND.items():
    for _name in _names.split():
        NP.classes(library_class(f"sklearn.{_module}.{_name}", __init__=init(("estimator",)), **METHODS))
_MADE = Native("predict", lambda context, arguments: Unknown("targets that a function makes"))
NP.classes(library_class(
    "sklearn.compose.TransformedTargetRegressor", __init__=init(("regressor",)), **{**METHODS, "predict": _MADE},
))  # fmt: skip
for _path in ("xgboost.XGBClassifier", "xgboost.XGBRegressor", "xgboost.XGBRFClassifier", "xgboost.XGBRFRegressor",
              "lightgbm.LGBMClassifier", "lightgbm.LGBMRegressor"):  # fmt: skip
    NP.classes(library_class(_path, __init__=init(()), **METHODS))


# -- scores over folds -----------------------------------------------------------------------------------------


def _folds(cv: Value | None) -> Dim:
    """How many folds `cv=` asks for."""
    if cv is None or (isinstance(cv, Constant) and cv.payload is None):
        return Dim.of(5)
    splits = cv.hidden("splits") if isinstance(cv, Instance) else cv
    found = splits.dim if isinstance(splits, Constant) else None
    return Dim.unknown(low=1) if found is None else found


@NP.op("sklearn.model_selection.cross_val_score", "sklearn.cross_validation.cross_val_score")
def cross_val_score(
    estimator: Ignored, X: Value, y: Value | None = None, *, cv: Value | None = None, **more: Ignored
) -> Tensor:
    same_length(*(value for value in (X, y) if value is not None))
    return array(Shape.of(_folds(cv)), "float64")


@NP.op("sklearn.model_selection.cross_validate")
def cross_validate(
    estimator: Ignored, X: Value, y: Value | None = None, *, cv: Value | None = None, **more: Ignored
) -> Value:
    same_length(*(value for value in (X, y) if value is not None))
    times = array(Shape.of(_folds(cv)), "float64", Facts(low=0.0))
    return Mapping({"fit_time": times, "score_time": times}, open=True)


@NP.op("sklearn.model_selection.cross_val_predict")
def cross_val_predict(
    estimator: Value, X: Value, y: Value | None = None, *, method: Any = "predict", **more: Ignored
) -> Value:
    same_length(*(value for value in (X, y) if value is not None))
    if method != "predict":
        return Unknown("probabilities over folds")
    return _shaped(Instance(SEARCH, {"estimator": estimator}), X, None if y is None else NP.as_tensor(y))


@NP.native("sklearn.model_selection.learning_curve", "sklearn.model_selection.validation_curve",
           "sklearn.model_selection.ParameterGrid", "sklearn.model_selection.ParameterSampler")  # fmt: skip
def curves(context: Context, arguments: Arguments) -> Value:
    return Unknown("scores by size, or settings")


SEARCH = library_class("sklearn.base.Searched")


@NP.native("sklearn.base.clone")
def clone(context: Context, arguments: Arguments) -> Value:
    """The same estimator, not fitted."""
    given = arguments.get(0, "estimator")
    if not isinstance(given, Instance) or given.hidden("steps") is not None:
        return Unknown("a copy of an estimator")
    return Instance(given.cls, {name: value for name, value in given.state.items() if not name.startswith(" ")})


@NP.op("sklearn.utils.class_weight.compute_sample_weight", "sklearn.utils.compute_sample_weight")
def compute_sample_weight(class_weight: Ignored, y: Value, *, indices: Ignored = None) -> Tensor:
    found = NP.as_tensor(y)
    if found is None or not found.shape.known_rank or found.rank != 1:
        raise Undecided("the weights of several targets")
    return array(found.shape, "float64", Facts(low=0.0))
