"""Losses that the user writes out: `tf.reduce_mean(tf.square(prediction - y))`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.outcome import remark
from ...core.tensor import Tensor
from ...core.truth import Truth

if TYPE_CHECKING:
    from ...core.shape import Shape

_DISTANCES = {"square", "abs", "pow", "__pow__", "__mul__", "multiply", "squared_difference"}


def look(op: str, x: Tensor, axis: tuple[int, ...] | None) -> None:
    """Remarks a mean or sum, over everything, of a distance between [n] and [n, 1]: that is n * n differences."""
    if op not in ("Sum", "Mean") or axis is not None:
        return
    distance = _made_by(x)
    if distance is None or distance[0] not in _DISTANCES:
        return
    difference = distance if distance[0] == "squared_difference" else _made_by(_operand(distance[1]))
    if difference is None or difference[0] not in ("__sub__", "subtract", "squared_difference"):
        return
    operands = [value for value in difference[1].values() if isinstance(value, Tensor)]
    if len(operands) == 2 and outer(operands[0].shape, operands[1].shape) and not any(map(on_purpose, operands)):
        left, right = operands
        remark(
            "manual-loss-broadcast",
            f"{left.shape} and {right.shape} are subtracted: every prediction is compared with every target",
            *(left.shape.dims[:1] + right.shape.dims[:1]),
            argument="input_tensor",
            help="give both the same rank, for instance with tf.squeeze(..., axis=1)",
        )


def outer(left: Shape, right: Shape) -> bool:
    """[n] or [1, n] against [n, 1], in either order, where n is not known to be 1."""
    if not (left.known_rank and right.known_rank):
        return False
    if left.rank > right.rank or (left.rank == right.rank == 2 and left[1].equals(1) is Truth.YES):
        left, right = right, left
    if right.rank != 2 or not (left.rank == 1 or (left.rank == 2 and left[0].equals(1) is Truth.YES)):
        return False
    row, column = left[-1], right[0]
    return (
        right[1].equals(1) is Truth.YES
        and Truth.YES not in (row.equals(1), column.equals(1))
        and row.equals(column) is not Truth.NO
    )


def on_purpose(operand: Tensor) -> bool:
    """The axis of length 1 was put there for this: `x[:, None] - y`."""
    made = _made_by(operand)
    return made is not None and made[0] in ("expand_dims", "__getitem__", "reshape", "transpose", "newaxis")


def _made_by(x: Tensor | None) -> tuple[str, dict[str, Any]] | None:
    """The last part of the name of the op that made a tensor, and its arguments."""
    call = x.node[0] if x is not None and x.node is not None else None
    spec = getattr(call, "spec", None)
    return (spec.path.rpartition(".")[2], call.arguments) if spec is not None and call is not None else None


def _operand(arguments: dict[str, Any]) -> Tensor | None:
    """The tensor that a distance is taken of; both factors of `d * d` are the same."""
    found = [value for value in arguments.values() if isinstance(value, Tensor)]
    strong = [value for value in found if value.node is not None]
    if len(strong) == 2 and strong[0].node != strong[1].node:
        return None
    return strong[0] if strong else None
