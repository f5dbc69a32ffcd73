"""Estimators of TensorFlow 1: the function of the model is called with what the function of the input gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.objects import Instance, library_class
from ...core.outcome import Mismatch
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.undefined import undefined
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from ..numpy.dialect import array_behind
from .dialect import TF, tensor
from .variables import nothing, without_first

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.dim import Dim
    from ...core.value import Context

_PATH = "tensorflow.estimator"
_MODES = {"TRAIN": "train", "EVAL": "eval", "PREDICT": "infer"}
_OPTIONAL = ("mode", "params", "config")


# -- estimators ----------------------------------------------------------------------------------------------------


def _keep(*names: str) -> Callable[[Context, Arguments], Value]:
    """A constructor that keeps some of its arguments."""

    def init(context: Context, arguments: Arguments) -> Value:
        itself, given = arguments.positional[0], without_first(arguments)
        for at, name in enumerate(names):
            value = given.get(at, name)
            if isinstance(itself, Instance) and value is not None:
                itself.hide(context, name, value)
        return NONE

    return init


def _elements(context: Context, input_fn: Value) -> tuple[Value, Value]:
    """Features and labels, of one batch."""
    given = context.call(input_fn, Arguments())
    held = given.hidden("element") if isinstance(given, Instance) else given
    if isinstance(held, Sequence) and held.known is not None and len(held.known) == 2:
        return held.known
    return (held, NONE) if isinstance(held, (Tensor, Mapping)) else (Unknown("features"), Unknown("labels"))


def _build(context: Context, estimator: Value, input_fn: Value | None, mode: str) -> None:
    """Calls the function of the model."""
    model_fn = estimator.hidden("model_fn") if isinstance(estimator, Instance) else None
    if not isinstance(model_fn, Value) or input_fn is None or not isinstance(estimator, Instance):
        return
    features, labels = _elements(context, input_fn)
    node = getattr(model_fn, "node", None)
    names = {parameter.name for parameter in node.parameters} if node is not None else set()
    told = {"mode": Constant(_MODES[mode]), "params": estimator.hidden("params") or Unknown("params"),
            "config": estimator.hidden("config") or Unknown("config")}  # fmt: skip
    positional = [features]
    if "labels" in names or len(names - set(_OPTIONAL)) > 1:
        positional.append(labels if mode != "PREDICT" else NONE)
    context.call(model_fn, Arguments(positional, {name: told[name] for name in _OPTIONAL if name in names}))


def _run(mode: str) -> Callable[[Context, Arguments], Value]:
    def method(context: Context, arguments: Arguments) -> Value:
        estimator, input_fn = arguments.positional[0], without_first(arguments).get(0, "input_fn")
        _build(context, estimator, input_fn, mode)
        return estimator if mode == "TRAIN" else Unknown("what an estimator gives")

    return method


def _train_and_evaluate(context: Context, arguments: Arguments) -> Value:
    estimator = arguments.get(0, "estimator") or NONE
    for at, (name, mode) in enumerate((("train_spec", "TRAIN"), ("eval_spec", "EVAL")), 1):
        spec = arguments.get(at, name)
        found = spec.hidden("input_fn") if isinstance(spec, Instance) else None
        _build(context, estimator, found, mode)
    return Unknown("what an estimator gives")


for _name, _mode in _MODES.items():
    declare(f"{_PATH}.ModeKeys.{_name}", Constant(_mode))
declare(f"{_PATH}.Estimator", library_class(
    f"{_PATH}.Estimator", __init__=_keep("model_fn", "model_dir", "config", "params"), train=_run("TRAIN"),
    evaluate=_run("EVAL"), predict=_run("PREDICT"), export_savedmodel=nothing, export_saved_model=nothing,
))  # fmt: skip
for _name in ("TrainSpec", "EvalSpec"):
    declare(f"{_PATH}.{_name}", library_class(f"{_PATH}.{_name}", __init__=_keep("input_fn")))
for _name in ("EstimatorSpec", "RunConfig", "LoggingTensorHook"):
    declare(f"{_PATH}.{_name}", library_class(f"{_PATH}.{_name}", __init__=nothing))
declare("tensorflow.train.LoggingTensorHook", library_class("tensorflow.train.LoggingTensorHook", __init__=nothing))
declare(f"{_PATH}.train_and_evaluate", Native("train_and_evaluate", _train_and_evaluate))


# -- inputs --------------------------------------------------------------------------------------------------------


@TF.op(f"{_PATH}.inputs.numpy_io.numpy_input_fn")
def fed_arrays(x: Value, y: Value | None = None) -> None:
    """As many samples in all arrays. Source: tensorflow_estimator/python/estimator/inputs/numpy_io.py."""
    sizes = [one.shape[0] for one in (*_arrays(x), *_arrays(y)) if one.shape.known_rank and one.shape.rank]
    for size in sizes[1:]:
        if size.equals(sizes[0]) is Truth.NO:
            raise Mismatch("sample-count-mismatch", f"{sizes[0]} and {size} samples", sizes[0], size, argument="y",
                           runtime="Length of tensors in x and y is mismatched.")  # fmt: skip


def _arrays(value: Value | None) -> list[Tensor]:
    parts = value.items.values() if isinstance(value, Mapping) else (value,)
    return [one for one in map(_array, parts) if one is not None]


def _array(value: Value | None) -> Tensor | None:
    if isinstance(value, Tensor):
        return value
    return array_behind(value) if value is not None else None


def _batch_of(value: Value | None, rows: Dim) -> Value:
    """Some rows of an array, or of each in a dict."""
    if isinstance(value, Mapping):
        return Mapping({key: _batch_of(one, rows) for key, one in value.items.items()}, value.open)
    array = _array(value)
    if array is None or not array.shape.known_rank or not array.shape.rank:
        return Unknown("a batch of something that is not known")
    facts = array.facts
    made = tensor(Shape((rows, *array.shape.dims[1:])), array.dtype)
    return made.with_facts(low=facts.low, high=facts.high, one_hot=facts.one_hot)


def _numpy_input_fn(context: Context, arguments: Arguments) -> Value:
    x, y = arguments.get(0, "x"), arguments.get(1, "y")

    def give(context: Context, inner: Arguments) -> Value:
        named = {name: value for name, value in (("x", x), ("y", y)) if value is not None}
        context.apply(f"{_PATH}.inputs.numpy_io.numpy_input_fn", Arguments((), named))
        rows = undefined()
        if y is None or y is NONE:
            return _batch_of(x, rows)
        return Sequence.tuple((_batch_of(x, rows), _batch_of(y, rows)))

    return Native("input_fn", give)


declare(f"{_PATH}.inputs.numpy_input_fn", Native("numpy_input_fn", _numpy_input_fn))
