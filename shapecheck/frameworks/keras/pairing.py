"""Which loss and which metric get which labels and predictions. Source: keras/src/trainers/compile_utils.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Mapping, Sequence
from ...core.outcome import Mismatch, Undecided
from ...core.plain import NONE
from ...core.tensor import Tensor
from ...core.value import Unknown, Value
from .dialect import leaves

if TYPE_CHECKING:
    from collections.abc import Iterator

    Names = list[str | None]
    Pair = tuple[Value, Value, Value, tuple[Any, ...]]
    """What is called, its labels, its predictions, and where they stand in the outputs."""

_KIND = "multi-output-targets"


def nested(value: Value) -> bool:
    """A list, a tuple or a dict; `Undecided` where that is not known."""
    if isinstance(value, Sequence) and value.type_name in ("list", "tuple"):
        if value.known is None:
            raise Undecided("a list of unknown length")
        return True
    if isinstance(value, Mapping):
        if value.open:
            raise Undecided("a dict of unknown keys")
        return True
    if isinstance(value, Unknown):
        raise Undecided(value.reason)
    return False


def items(value: Value) -> list[tuple[Any, Value]]:
    """The parts of a nested value, by index or key."""
    if isinstance(value, Mapping):
        return list(value.items.items())
    return list(enumerate(value.known or ())) if isinstance(value, Sequence) else []


def _form(value: Value) -> str:
    return "dict" if isinstance(value, Mapping) else value.type_name if isinstance(value, Sequence) else ""


def same_structure(left: Value, right: Value) -> bool:
    if nested(left) != nested(right):
        return False
    if not nested(left):
        return True
    mine, theirs = dict(items(left)), dict(items(right))
    return _form(left) == _form(right) and set(mine) == set(theirs) and all(
        same_structure(part, theirs[key]) for key, part in mine.items())


def packed(structure: Value, flat: list[Value]) -> Value:
    """The values in the places of the leaves."""
    remaining = iter(flat)

    def put(value: Value) -> Value:
        if not nested(value):
            return next(remaining)
        if isinstance(value, Mapping):
            made = {key: put(value.items[key]) for key in sorted(value.items, key=str)}
            return Mapping({key: made[key] for key in value.items})
        return Sequence(_form(value), [put(part) for _, part in items(value)])

    return put(structure)


def stars(value: Value) -> str:
    """The structure as Keras prints it."""
    if not nested(value):
        return "*"

    def one(part: Value) -> str:
        return stars(part) if nested(part) else "'*'"

    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key!r}: {one(part)}" for key, part in items(value)) + "}"
    inner = ", ".join(one(part) for _, part in items(value))
    return f"[{inner}]" if _form(value) == "list" else f"({inner}{',' if len(items(value)) == 1 else ''})"


def refused(text: str, *runtime: str, help: str = "", argument: str = "y") -> Mismatch:
    return Mismatch(_KIND, text, argument=argument, runtime=runtime, help=help)


# -- losses ----------------------------------------------------------------------------------------------------


def loss_pairs(loss: Value, weights: Value, true: Value, pred: Value, names: Names) -> list[Pair]:
    """Each loss with its labels and predictions; a `Mismatch` where they do not belong together."""
    if nested(pred) or nested(true):
        true = _matched(loss, true, pred, names)
    if nested(loss) and isinstance(loss, Mapping) and not isinstance(pred, Mapping) and names:
        if None in names:
            raise Undecided("outputs without a name")
        if set(loss.items) != set(names):
            raise refused(f"losses are named {_listed(loss.items)}, the outputs {_listed(names)}",
                          f"Expected keys {names} in loss dict, but found loss.keys()={list(loss.items)}",
                          argument="loss")  # fmt: skip
        loss = Sequence.list([loss.items[name] for name in names])
    _weighed(loss, weights)
    if not nested(loss):
        loss = packed(pred, [loss for _ in leaves(pred)])
    return list(_built(true, pred, loss, ()))


def _listed(names: Any) -> str:
    return ", ".join(map(str, names))


def _matched(loss: Value, true: Value, pred: Value, names: Names) -> Value:
    """The labels in the structure of the predictions, or of the losses where some outputs have none."""
    if same_structure(pred, true):
        return true
    count = len(list(leaves(pred)))
    if not nested(pred) and isinstance(true, Mapping) and not isinstance(loss, Mapping):
        raise refused("the model has one output, the labels are a dict", *(
            f"Expected float32, but got {key} of type 'str'." for key in true.items), help="the array itself")
    if not nested(true) and nested(pred) and len(items(pred)) == 1:
        true = Sequence.list([true])
    elif isinstance(pred, Sequence) and isinstance(true, Mapping):
        if None in names and names:
            raise Undecided("outputs without a name")
        if names and set(names) == set(true.items):
            true = Sequence.list([true.items[name] for name in names])
    if isinstance(true, Sequence) and nested(true) and len(items(true)) == count:
        return packed(pred, [part for _, part in items(true)])
    flat, losses = list(leaves(true)), list(leaves(loss))
    asked = [i for i, one in enumerate(losses) if one is not NONE]
    if len(flat) != len(asked):
        told = f"{len(flat)} arrays of labels" if len(flat) != 1 else "the labels are one array"
        raise refused(f"the model has {count} outputs, {told}",
                      f"y_true and y_pred have different structures. y_true: {stars(true)} y_pred: {stars(pred)}")
    given = dict(zip(asked, flat, strict=True))
    return packed(loss, [given.get(i, NONE) for i in range(len(losses))])


def _weighed(loss: Value, weights: Value) -> None:
    """There are as many weights as losses."""
    if weights is NONE or isinstance(weights, Unknown) or not nested(weights):
        return
    losses, given = list(leaves(loss)), list(leaves(weights))
    if len(losses) != len(given):
        raise refused(f"{len(losses)} losses, {len(given)} weights of them",
                      f"`loss_weights` must match the number of losses, got {len(losses)} losses and "
                      f"{len(items(weights))} weights.", argument="loss_weights")  # fmt: skip


def _built(true: Value, pred: Value, loss: Value, path: tuple[Any, ...]) -> Iterator[Pair]:
    flat = list(leaves(pred))
    if not nested(loss):
        if loss is NONE:
            return
        if nested(pred):
            raise refused(f"one loss for {len(flat)} outputs", "Expected any non-tensor type, but got a tensor instead",
                          "Expected an instance of", argument="loss")  # fmt: skip
        yield loss, true, pred, path
        return
    parts = items(loss)
    if not isinstance(loss, Mapping):
        if all(not nested(part) for _, part in parts) and len(parts) == len(flat):
            loss = packed(pred, [part for _, part in parts])
        elif _form(pred) != _form(loss):
            for _, part in parts:
                yield from _built(true, pred, part, path)
            return
    if not nested(loss):
        yield from _built(true, pred, loss, path)
        return
    if _form(loss) != _form(pred):
        raise refused("losses and outputs have different structures",
                      f"The path: {path} in the `loss` argument, can't be found in the model's output (`y_pred`).",
                      argument="loss")  # fmt: skip
    yield from _by_key(true, pred, loss, path)


def _by_key(true: Value, pred: Value, loss: Value, path: tuple[Any, ...]) -> Iterator[Pair]:
    labels, outputs = (dict(items(value)) if nested(value) else {} for value in (true, pred))
    for key, part in items(loss):
        if part is NONE:
            continue
        if key not in labels or key not in outputs:
            where = "labels" if key in outputs else "output"
            spelt = f"the model has {len(outputs)} outputs, the labels are one array" if not nested(true) else (
                f"the {where} {key!r} that has a loss is missing")
            raise refused(spelt, f"The path: {(*path, key)} in the `loss` argument, can't be found in either the "
                          "model's output (`y_pred`) or in the labels (`y_true`).",
                          f"y_true and y_pred have different structures. y_true: {stars(true)} y_pred: {stars(pred)}")
        yield from _built(labels[key], outputs[key], part, (*path, key))


# -- metrics ---------------------------------------------------------------------------------------------------


def metric_pairs(metrics: Value, true: Value, pred: Value, names: Names) -> list[Pair]:
    """Each metric with its labels and predictions."""
    if metrics is NONE or (nested(metrics) and not items(metrics)):
        return []
    outputs, labels = list(leaves(pred)), list(leaves(true))
    if len(outputs) == 1:
        return [(one, labels[0], outputs[0], ()) for one in _flat(metrics) if one is not NONE] if labels else []
    chosen = _of_outputs(metrics, pred, names)
    if len(labels) != len(outputs):
        raise Undecided("labels for some of the outputs")
    if isinstance(true, Mapping) and not isinstance(pred, Mapping):
        if None in names or set(names) != set(true.items):
            raise Undecided("labels of other names")
        labels = [true.items[name] for name in names]
    return [(one, labels[i], outputs[i], ()) for i, group in enumerate(chosen) for one in _flat(group)
            if one is not NONE]  # fmt: skip


def _flat(metrics: Value) -> list[Value]:
    return list(leaves(metrics)) if nested(metrics) else [metrics]


def _of_outputs(metrics: Value, pred: Value, names: Names) -> list[Value]:
    """The metrics of each output."""
    count = len(list(leaves(pred)))
    if any(nested(part) for _, part in items(pred)):
        raise Undecided("outputs in a deeper structure")
    parts = items(metrics)
    if not isinstance(metrics, Mapping):
        if nested(metrics) and len(parts) == count:
            return [part for _, part in parts]
        raise refused(f"the model has {count} outputs, metrics has {len(parts) or 'one'}",
                      f"tuple arity mismatch; expected: {count}, got: {len(parts)};", "Invalid `metrics`.",
                      help="a list for each output, or a dict by the names of the outputs", argument="metrics")
    keys: list[Any] = sorted(pred.items, key=str) if isinstance(pred, Mapping) else list(names)
    if None in keys or not keys:
        raise Undecided("outputs without a name")
    unknown = [key for key in metrics.items if key not in keys]
    if unknown:
        raise refused(f"metrics for {unknown[0]!r}, the outputs are {_listed(keys)}", "Invalid `metrics`.",
                      argument="metrics")  # fmt: skip
    return [metrics.items.get(key, NONE) for key in keys]


def weight_at(weights: Value, path: tuple[Any, ...]) -> Value:
    """The weights of the samples for one output: one array is for all."""
    for key in path:
        if not nested(weights):
            return weights
        weights = dict(items(weights)).get(key, Unknown("weights of an output"))
    return weights if isinstance(weights, Tensor) else Unknown("weights of samples")
