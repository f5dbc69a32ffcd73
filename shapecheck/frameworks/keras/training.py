"""`compile`, `fit` and their kin: a batch of the data goes through the model, its loss and its metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.objects import Instance, library_class
from ...core.outcome import Mismatch, Undecided, remark
from ...core.plain import NONE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Native, Unknown, Value
from ..numpy.dialect import NUMPY
from .data import Batch, batch_of, element_problem
from .data_checks import data_problem, lists_of_numbers, missing_labels
from .dialect import K, given, leaves, tensor, text
from .generation import before_3, in_rows, stretching
from .losses import apply_loss, made_loss, of_logits
from .metric_objects import apply_metric, thresholding
from .model_views import layers_of
from .models import MODEL, report, run
from .natives import Given, ignored, method
from .pairing import loss_pairs, metric_pairs, weight_at
from .weighing import weighed

if TYPE_CHECKING:
    from ...core.value import Context
    from .models import Spans

_FIT = (
    "x y batch_size epochs verbose callbacks validation_split validation_data shuffle class_weight sample_weight "
    "initial_epoch steps_per_epoch validation_steps validation_batch_size validation_freq"
)
_EVALUATE = "x y batch_size verbose sample_weight steps callbacks return_dict"


@method("Model.compile")
def _compile(context: Context, model: Instance, arguments: Arguments) -> Value:
    asked = Given("optimizer loss loss_weights metrics weighted_metrics", arguments)
    model.hide(context, "loss", _made(context, asked["loss"]))
    model.hide(context, "metrics", asked["metrics"])
    model.hide(context, "loss weights", asked["loss_weights"])
    context.write(model.state, "optimizer", asked["optimizer"])
    context.write(model.state, "loss", asked["loss"])
    return NONE


def _made(context: Context, loss: Value) -> Value:
    """The losses as objects that are made where `compile` stands."""
    if isinstance(loss, Sequence) and loss.known is not None:
        return Sequence(loss.type_name, [_made(context, one) for one in loss.known])
    if isinstance(loss, Mapping) and not loss.open:
        return Mapping({name: _made(context, one) for name, one in loss.items.items()})
    return made_loss(context, loss)


# -- one step --------------------------------------------------------------------------------------------------


def forward(context: Context, model: Instance, batch: Batch) -> Value:
    """The predictions for a batch; a failure is shown where `fit` stands."""
    own = model.cls.find("call")
    if own is MODEL.find("call"):
        return run(context, model, batch)
    predicted = context.call(model, Arguments((batch.x,)))
    if isinstance(predicted, Constant) and predicted.payload is None:
        mismatch = Mismatch("forward-returns-none", f"{model.cls.name}.call returns nothing", argument="x",
                            runtime="None values not supported.", help="return the result of the last layer")
        return report(context, model, batch.x, mismatch, batch.spans)
    return predicted


def step(context: Context, model: Instance, batch: Batch) -> Value:
    """Forward, loss and metrics for a batch; what it returns is the predictions, or Unknown after a failure."""
    predicted = forward(context, model, batch)
    if isinstance(predicted, Unknown) or batch.y is None:
        return predicted
    try:
        if losses_of(context, model, batch, predicted) and metrics_of(context, model, batch, predicted):
            return predicted
        return Unknown("a step that fails")
    except Mismatch as problem:
        if before_3(context):  # which gave one array to every output
            context.gap(f"losses of several outputs: {problem.text}")
            return predicted
        return report(context, model, batch.x, problem, batch.spans)
    except Undecided as reason:
        context.gap(f"losses and metrics: {reason}")
        return predicted


def losses_of(context: Context, model: Instance, batch: Batch, predicted: Value) -> bool:
    """Applies the losses; whether none of them failed."""
    loss: Value = model.hidden("loss") or NONE
    if loss is NONE or isinstance(loss, Unknown) or batch.y is None:
        return True
    pairs = loss_pairs(loss, model.hidden("loss weights") or NONE, batch.y, predicted, output_names(predicted))
    outputs, losses = len(list(leaves(predicted))), len(list(leaves(loss)))
    if isinstance(loss, Sequence) and losses < outputs and len(pairs) < outputs:
        context.apply("keras.Model.untrained", Arguments((Constant(losses), Constant(outputs))), {"": model})
    for one, true, pred, path in pairs:
        if before_3(context):
            one = stretching(context, one, true, pred)
        outcome = apply_loss(context, one, Arguments((true, pred), {}, _of_labels(batch)))
        if isinstance(outcome, Unknown) and isinstance(true, Tensor) and isinstance(pred, Tensor):
            return False
        weights = weight_at(batch.weights, path) if batch.weights is not None else NONE
        if not weighed(context, one, (true, pred), outcome, weights, batch.spans):
            return False
    return True


def metrics_of(context: Context, model: Instance, batch: Batch, predicted: Value) -> bool:
    """Applies the metrics."""
    metrics: Value = model.hidden("metrics") or NONE
    if isinstance(metrics, Unknown) or batch.y is None:
        return True
    loss = model.hidden("loss")
    for one, true, pred, _ in metric_pairs(metrics, batch.y, predicted, output_names(predicted)):
        if isinstance(loss, Instance) and text(one) in ("accuracy", "acc"):
            path = Constant(loss.cls.library_path() or "")
            context.apply("keras.metrics.Metric.regression", Arguments((pred, path)), {"": model})
        name = thresholding(one, true, pred) if of_logits(loss) else None
        if name is not None:
            context.apply("keras.metrics.Metric.threshold", Arguments((pred, Constant(name))), {"": model})
        apply_metric(context, one, Arguments((true, pred), {}, _of_labels(batch)))
    return True


def _of_labels(batch: Batch) -> Spans:
    """Labels are the first argument of a loss."""
    return {0: batch.spans["y"]} if "y" in batch.spans else {}


def output_names(predicted: Value) -> list[str | None]:
    """The names of the layers that made the outputs; None for one that the program does not name."""
    names: list[str | None] = []
    for output in leaves(predicted):
        node = output.node if isinstance(output, Tensor) else None
        layer = node[0].fixed.get("") if node is not None else None
        names.append(text(given(layer, "name")) if isinstance(layer, Instance) else None)
    return names


@K.op("keras.Model.untrained")
def untrained(losses: int, outputs: int) -> None:
    """Source: keras/src/trainers/compile_utils.py: the list of losses says which outputs have one."""
    remark("multi-output-targets", f"{losses} loss{'es' * (losses > 1)} for {outputs} outputs: the others are not "
           "trained", help="one loss for each output, or None where there is none")  # fmt: skip


# -- methods ---------------------------------------------------------------------------------------------------


def _go(context: Context, model: Instance, asked: Given, path: str, whole: bool,
        name: str = "test_step") -> tuple[Value, Batch | None]:  # fmt: skip
    """One step of a method; `whole`: the data are cut into batches. `name`: of the method that a class may replace."""
    batch = batch_of(context, asked, whole)
    if (lists := lists_of_numbers(asked, whole)) is not None and not before_3(context):
        return report(context, model, asked["x"], lists, dict(asked.spans)), None
    if batch is None:
        context.gap(f"{path}: data that are not known")
        return Unknown("data that are not known"), None
    problem = data_problem(batch, asked, before_3(context))
    if problem is not None:
        return report(context, model, batch.x, problem, batch.spans), batch
    context.apply(path, Arguments((batch.x,), {"y": batch.y or NONE}, dict(batch.spans)))
    if batch.whole and isinstance(batch.raw_y, Tensor) and isinstance(asked["class_weight"], Mapping):
        context.apply("keras.Model.class_weight", Arguments((batch.raw_y, asked["class_weight"])), {"": model})
    if before_3(context) and batch.y is not None:
        batch = batch.with_labels(in_rows(batch.y))
    own = _own_step(model, name)
    if own is not None:
        context.call(own, Arguments((model, *_state(own), batch.packed)))
        return Unknown(f"a {name} of the program's own"), batch
    problem = no_loss(context, model) or missing_labels(batch, model.hidden("loss"), asked)
    if problem is not None and not before_3(context) and model.cls.find("compute_loss") is MODEL.find("compute_loss"):
        return report(context, model, batch.x, problem, batch.spans), batch
    return step(context, model, batch), batch


def no_loss(context: Context, model: Instance) -> Mismatch | None:
    """`compile` was given none, and no layer adds one. Source: keras/src/trainers/trainer.py, compute_loss."""
    if model.hidden("loss") is not NONE or model.cls.path is None:
        return None
    for layer in layers_of(context, model) or (NONE,):
        if not isinstance(layer, Instance) or layer.cls.path is None or layer.cls.is_a("keras.Model"):
            return None
        own = {**(layer.hidden("given") or {}), **(layer.hidden("constructor") or {})}
        adds = any("regulariz" in name and value is not NONE for name, value in own.items())
        if adds or layer.cls.is_a("keras.layers.Wrapper") or layer.cls.path in _ADDING:
            return None
    return Mismatch("fit-argument-structure", "compile was given no loss, so there is nothing to train", argument="x",
                    runtime="No loss to compute. Provide a `loss` argument in `compile()`.")  # fmt: skip


_ADDING = ("keras.layers.ActivityRegularization", "keras.layers.Lambda", "keras.layers.TimeDistributed",
           "keras.layers.Bidirectional", "keras.layers.RNN")  # fmt: skip


def _own_step(model: Instance, name: str) -> Value | None:
    """The program's own `train_step`, `test_step` or `predict_step`."""
    found = model.cls.find(name)
    return found if found is not None and found is not MODEL.find(name) else None


def _state(train: Value) -> list[Value]:
    """Under JAX a step gets the state of the training, too: `train_step(self, state, data)`."""
    parameters = getattr(getattr(train, "node", None), "parameters", ())
    places = [p for p in parameters if p.by == "position"]
    return [Unknown("the state of a training")] if len(places) == 3 else []


@method("Model.fit")
def _fit(context: Context, model: Instance, arguments: Arguments) -> Value:
    asked = Given(_FIT, arguments)
    if "nb_epoch" in asked:
        asked.values["epochs"] = asked["nb_epoch"]
        context.apply("keras.layers.Layer.spelling", Arguments((Constant("nb_epoch"), Constant("epochs"))), {"": model})
    context.note("batch size", asked["batch_size"])
    for callback in leaves(asked["callbacks"]):
        if isinstance(callback, Instance):
            context.write(callback.state, "model", model)
    result, _ = _go(context, model, asked, "keras.Model.fit", True, "train_step")
    failed = isinstance(result, Unknown) and _own_step(model, "train_step") is None
    if not failed and "validation_data" in asked:
        _validate(context, model, asked)
    return _history(context, model, asked["epochs"])


def _validate(context: Context, model: Instance, asked: Given) -> None:
    """Validation data go through the model once they are known to be (x, y), or a data set."""
    value = asked["validation_data"]
    span = asked.spans.get("validation_data")
    inner = Given("x y sample_weight", Arguments())
    if isinstance(value, Sequence) and value.type_name in ("tuple", "list") and value.known is not None:
        problem = element_problem(value, "tuple of validation data") if not before_3(context) else None
        if problem is not None:
            report(context, model, value, problem, {"x": span} if span is not None else {})
            return
        inner.values.update(zip(inner.names, value.known, strict=False))
    else:
        inner.values["x"] = value
    if "batch_size" in asked:
        inner.values["batch_size"] = asked["batch_size"]
    if span is not None:
        inner.spans = {"x": span, "y": span}
    _go(context, model, inner, "keras.Model.fit", True)


HISTORY = library_class("keras.callbacks.History")


def _history(context: Context, model: Instance, epochs: Value) -> Value:
    made = Instance(HISTORY)
    count = epochs.dim if isinstance(epochs, Constant) and epochs.dim is not None else Dim.unknown(low=1)
    curve = Sequence("list", (), Scalar("float"), count)
    context.write(made.state, "history", Mapping({"loss": curve}, open=True))
    context.write(made.state, "epoch", Sequence("list", (), Scalar("int"), count))
    context.write(made.state, "params", Mapping({}, open=True))
    context.write(made.state, "model", model)
    context.write(model.state, "history", made)
    return made


def _scores(model: Instance, asked: Given) -> Value:
    """What `evaluate` returns: the loss alone, or a list of it and the metrics."""
    as_dict = asked["return_dict"]
    if isinstance(as_dict, Constant) and as_dict.payload:
        return Mapping({"loss": Scalar("float")}, open=True)
    metrics = model.hidden("metrics")
    if metrics is None or metrics is NONE:
        return Scalar("float") if metrics is NONE else Unknown("scores of a model")
    known = list(leaves(metrics)) if isinstance(metrics, Sequence) else []
    if not known or any(isinstance(one, (Sequence, Mapping)) for one in known):
        return Unknown("scores of a model")
    return Sequence.list([Scalar("float") for _ in range(1 + len(known))])


@method("Model.evaluate")
def _evaluate(context: Context, model: Instance, arguments: Arguments) -> Value:
    asked = Given(_EVALUATE, arguments)
    _go(context, model, asked, "keras.Model.evaluate", True)
    return _scores(model, asked)


def _on_batch(path: str) -> Native:
    @method(path)
    def act(context: Context, model: Instance, arguments: Arguments) -> Value:
        asked = Given("x y sample_weight class_weight return_dict", arguments)
        _go(context, model, asked, path, False, "train_step" if path.endswith("train_on_batch") else "test_step")
        return _scores(model, asked)

    return act


def _as_numpy(value: Value, count: Dim | None, scores: bool = False) -> Value:
    """Predictions are arrays, with all samples of the data. `scores`: the loss of the model takes no probabilities."""
    if isinstance(value, Sequence) and value.known is not None:
        return Sequence(value.type_name, [_as_numpy(item, count) for item in value.known])
    if not isinstance(value, Tensor) or not value.shape.known_rank or not value.rank:
        return value if not isinstance(value, Tensor) else Tensor(Shape.unknown(), value.dtype, NUMPY)
    shape = value.shape if count is None else Shape((count, *value.shape.dims[1:]))
    made = Tensor(shape, value.dtype, NUMPY, value.facts)
    return made.with_facts(activation="scores") if scores and value.facts.activation == "linear" else made


def _samples(batch: Batch | None) -> Dim | None:
    """How many samples the data have; unknown for a data set."""
    if batch is None:
        return Dim.unknown()
    first = next(iter(leaves(batch.raw_x)), None) if batch.raw_x is not None else None
    if not batch.from_dataset and isinstance(first, Tensor) and first.shape.known_rank and first.rank:
        return first.shape[0]
    return Dim.unknown()


@method("Model.predict")
def _predict(context: Context, model: Instance, arguments: Arguments) -> Value:
    asked = Given("x batch_size verbose steps callbacks", arguments)
    batch = batch_of(context, asked, True)
    if (lists := lists_of_numbers(asked, True)) is not None and not before_3(context):
        return report(context, model, asked["x"], lists, dict(asked.spans))
    if batch is None:
        return context.gap("predict: data that are not known")
    problem = data_problem(batch, asked, before_3(context))
    if problem is not None:
        return report(context, model, batch.x, problem, batch.spans)
    context.apply("keras.Model.predict", Arguments((batch.x,), {}, dict(batch.spans)))
    own = _own_step(model, "predict_step")
    if own is not None:
        return _as_numpy(context.call(own, Arguments((model, batch.packed))), Dim.unknown())
    return _as_numpy(forward(context, model, batch), _samples(batch), of_logits(model.hidden("loss")))


@method("Model.predict_on_batch")
def _predict_on_batch(context: Context, model: Instance, arguments: Arguments) -> Value:
    asked = Given("x", arguments)
    batch = batch_of(context, asked, False)
    if (lists := lists_of_numbers(asked, False)) is not None and not before_3(context):
        return report(context, model, asked["x"], lists, dict(asked.spans))
    if batch is None:
        return context.gap("predict_on_batch: data that are not known")
    return _as_numpy(forward(context, model, batch), None, of_logits(model.hidden("loss")))


@method("Model.compute_loss")
def _compute_loss(context: Context, model: Instance, arguments: Arguments) -> Value:
    asked = Given("x y y_pred sample_weight", arguments)
    return _total(context, model, asked)


def _total(context: Context, model: Instance, asked: Given) -> Value:
    """The sum of the losses: a scalar, if each of them is reduced to one."""
    loss: Value = model.hidden("loss") or NONE
    if loss is NONE or isinstance(loss, Unknown):
        return tensor(Shape.unknown())
    pairs = loss_pairs(loss, NONE, asked["y"], asked["y_pred"], output_names(asked["y_pred"]))
    losses = [apply_loss(context, one, Arguments((true, pred))) for one, true, pred, _ in pairs]
    if losses and all(isinstance(one, Tensor) and one.shape == Shape() for one in losses):
        return tensor(Shape())
    return losses[0] if len(losses) == 1 else tensor(Shape.unknown())


@method("Model.compiled_loss")
def _compiled_loss(context: Context, model: Instance, arguments: Arguments) -> Value:
    return _total(context, model, Given("y y_pred", arguments))


@method("Model.predict_classes")
def _predict_classes(context: Context, model: Instance, arguments: Arguments) -> Value:
    """Of Keras 2: the argmax of the predictions."""
    batch = batch_of(context, Given("x batch_size", arguments), True)
    out = forward(context, model, batch) if batch is not None else NONE
    count = _samples(batch)
    if not isinstance(out, Tensor) or not out.shape.known_rank or out.rank != 2 or count is None:
        return Unknown("classes")
    return Tensor(Shape((count, 1) if out.shape[-1] == 1 else (count,)), "int64", NUMPY)


_METHODS = {
    "compile": _compile, "fit": _fit, "evaluate": _evaluate, "predict": _predict,
    "train_on_batch": _on_batch("keras.Model.train_on_batch"), "test_on_batch": _on_batch("keras.Model.test_on_batch"),
    "predict_on_batch": _predict_on_batch, "predict_classes": _predict_classes, "predict_proba": _predict,
    "fit_generator": _fit, "evaluate_generator": _evaluate, "predict_generator": _predict,
    "compute_loss": _compute_loss, "compiled_loss": _compiled_loss, "reset_metrics": ignored(),
    "compute_metrics": ignored(Mapping({}, open=True)), "make_train_function": ignored(),
    "make_predict_function": ignored(),
}  # fmt: skip
MODEL.state.update(_METHODS)
K.classes(HISTORY)
