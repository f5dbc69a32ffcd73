"""`compile`, `fit` and their kin: a batch of the data goes through the model, its loss and its metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Mapping, Sequence
from ...core.dim import Dim
from ...core.objects import Instance, library_class
from ...core.outcome import Mismatch
from ...core.plain import NONE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Arguments, Native, Unknown, Value
from ..numpy.dialect import NUMPY
from .data import Batch, batch_of
from .data_checks import data_problem, lists_of_numbers
from .dialect import K, given, leaves, tensor, text
from .losses import apply_loss, made_loss
from .metric_objects import apply_metric
from .models import MODEL, report, run
from .natives import Given, ignored, method

if TYPE_CHECKING:
    from collections.abc import Mapping as Dict

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
    spans: Spans = {1: batch.spans["y"]} if "y" in batch.spans else {}
    flat = [leaf for leaf in leaves(predicted) if isinstance(leaf, Tensor)]
    labels = list(leaves(batch.y))
    loss: Value = model.hidden("loss") or NONE
    if len(flat) > 1 and len(labels) == 1 and not isinstance(loss, (Sequence, Mapping)) and loss is not NONE:
        return report(context, model, batch.x, _structures(len(flat)), batch.spans)
    failed = False
    for one, true, pred in paired(loss, batch.y, predicted):
        outcome = apply_loss(context, one, Arguments((true, pred), {}, _second(spans)))
        failed = failed or isinstance(outcome, Unknown)
    if not failed:
        for one, true, pred in paired(model.hidden("metrics") or NONE, batch.y, predicted, several=True):
            apply_metric(context, one, Arguments((true, pred), {}, _second(spans)))
    return Unknown("a step that fails") if failed else predicted


def _second(spans: Spans) -> Spans:
    """Labels are the first argument of a loss."""
    return {0: spans[1]} if 1 in spans else {}


def _structures(outputs: int) -> Mismatch:
    stars = ", ".join(["'*'"] * outputs)
    return Mismatch("multi-output-targets", f"the model has {outputs} outputs, the labels are one array", argument="y",
                    runtime=("The path: (0,) in the `loss` argument, can't be found in either the model's output "
                             "(`y_pred`) or in the labels (`y_true`).",
                             f"y_true and y_pred have different structures. y_true: * y_pred: [{stars}]"))  # fmt: skip


def paired(functions: Value, true: Value, pred: Value, several: bool = False) -> list[tuple[Value, Value, Value]]:
    """Each loss or metric with the labels and the predictions it is for. Source: trainers/compile_utils.py.

    `several`: a list for a model of one output means that all of them apply to it.
    """
    if functions is NONE or isinstance(functions, Unknown):
        return []
    outputs = [leaf for leaf in leaves(pred) if isinstance(leaf, Tensor)]
    if len(outputs) == 1:
        labels = list(leaves(true))
        chosen = list(leaves(functions)) if isinstance(functions, (Sequence, Mapping)) else [functions]
        chosen = chosen if several else chosen[:1]
        return [(one, labels[0], outputs[0]) for one in chosen if one is not NONE] if len(labels) == 1 else []
    if isinstance(pred, Mapping) and isinstance(true, Mapping):
        return _by_name(functions, true.items, pred.items)
    names = _names(outputs)
    if isinstance(true, Mapping):
        truths = {name: value for name, value in true.items.items() if isinstance(name, str)}
        if set(truths) != set(names):
            return []
        labels = [truths[name] for name in names]
    else:
        labels = list(leaves(true))
    if len(labels) != len(outputs):
        return []
    return _by_name(functions, dict(zip(names, labels, strict=True)), dict(zip(names, outputs, strict=True)), names)


def _by_name(functions: Value, true: Dict[Any, Value], pred: Dict[Any, Value],
             order: list[str] | None = None) -> list[tuple[Value, Value, Value]]:  # fmt: skip
    keys = [key for key in (order or list(pred)) if key in true and key in pred]
    if isinstance(functions, Mapping):
        found = [(functions.items.get(key), key) for key in keys]
    elif isinstance(functions, Sequence):
        known = functions.known or ()
        found = list(zip(known, keys, strict=False)) if len(known) == len(keys) else []
    else:
        found = [(functions, key) for key in keys]
    every = [(one, key) for group, key in found for one in (leaves(group) if isinstance(group, Sequence) else (group,))]
    return [(one, true[key], pred[key]) for one, key in every if one is not None and one is not NONE]


def _names(outputs: list[Tensor]) -> list[str]:
    """The names of the layers that made the outputs; a number for one without."""
    names = []
    for i, output in enumerate(outputs):
        layer = output.node[0].fixed.get("") if output.node is not None else None
        name = text(given(layer, "name")) if isinstance(layer, Instance) else None
        names.append(name or f"output_{i}")
    return names


# -- methods ---------------------------------------------------------------------------------------------------


def _go(context: Context, model: Instance, asked: Given, path: str, whole: bool) -> tuple[Value, Batch | None]:
    """One step of a method; `whole`: the data are cut into batches."""
    batch = batch_of(context, asked, whole)
    if batch is None and (lists := lists_of_numbers(asked)) is not None:
        return report(context, model, asked["x"], lists, dict(asked.spans)), None
    if batch is None:
        context.gap(f"{path}: data that are not known")
        return Unknown("data that are not known"), None
    problem = data_problem(batch, asked)
    if problem is not None:
        return report(context, model, batch.x, problem, batch.spans), batch
    context.apply(path, Arguments((batch.x,), {"y": batch.y or NONE}, dict(batch.spans)))
    train = model.cls.find("train_step")
    if train is not None and train is not MODEL.find("train_step") and path.endswith(("fit", "train_on_batch")):
        context.call(train, Arguments((model, *_state(train), batch.packed)))
        return Unknown("a train_step of the program's own"), batch
    return step(context, model, batch), batch


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
    context.note("batch size", asked["batch_size"])
    for callback in leaves(asked["callbacks"]):
        if isinstance(callback, Instance):
            context.write(callback.state, "model", model)
    result, _ = _go(context, model, asked, "keras.Model.fit", True)
    if not isinstance(result, Unknown) and "validation_data" in asked:
        _validate(context, model, asked)
    return _history(context, model, asked["epochs"])


def _validate(context: Context, model: Instance, asked: Given) -> None:
    """Validation data go through the model once they are known to be (x, y), or a data set."""
    value = asked["validation_data"]
    span = asked.spans.get("validation_data")
    inner = Given("x y sample_weight", Arguments())
    if isinstance(value, Sequence) and value.type_name in ("tuple", "list") and value.known is not None:
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
        _go(context, model, asked, path, False)
        return _scores(model, asked)

    return act


def _as_numpy(value: Value, count: Dim | None) -> Value:
    """Predictions are arrays, with all samples of the data."""
    if isinstance(value, Sequence) and value.known is not None:
        return Sequence(value.type_name, [_as_numpy(item, count) for item in value.known])
    if not isinstance(value, Tensor) or not value.shape.known_rank or not value.rank:
        return value if not isinstance(value, Tensor) else Tensor(Shape.unknown(), value.dtype, NUMPY)
    shape = value.shape if count is None else Shape((count, *value.shape.dims[1:]))
    return Tensor(shape, value.dtype, NUMPY, value.facts)


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
    if batch is None:
        return context.gap("predict: data that are not known")
    problem = data_problem(batch, asked)
    if problem is not None:
        return report(context, model, batch.x, problem, batch.spans)
    context.apply("keras.Model.predict", Arguments((batch.x,), {}, dict(batch.spans)))
    return _as_numpy(forward(context, model, batch), _samples(batch))


@method("Model.predict_on_batch")
def _predict_on_batch(context: Context, model: Instance, arguments: Arguments) -> Value:
    batch = batch_of(context, Given("x", arguments), False)
    if batch is None:
        return context.gap("predict_on_batch: data that are not known")
    return _as_numpy(forward(context, model, batch), None)


@method("Model.compute_loss")
def _compute_loss(context: Context, model: Instance, arguments: Arguments) -> Value:
    asked = Given("x y y_pred sample_weight", arguments)
    return _total(context, model, asked)


def _total(context: Context, model: Instance, asked: Given) -> Value:
    """The sum of the losses: a scalar, if each of them is reduced to one."""
    pairs = paired(model.hidden("loss") or NONE, asked["y"], asked["y_pred"])
    losses = [apply_loss(context, one, Arguments((true, pred))) for one, true, pred in pairs]
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
