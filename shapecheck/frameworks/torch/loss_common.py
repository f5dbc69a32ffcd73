"""What all losses share: reductions, and the constructor that is mistaken for a call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.broadcast import broadcast
from ...core.outcome import Mismatch, remark
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Value
from .dialect import is_true, size_text, tensor

if TYPE_CHECKING:
    from ...core.dim import Dim

LINEAR = {"linear", "relu", "tanh"}
"""Activations of raw scores."""


def reduction_of(reduction: Value | str, size_average: Value | None = None, reduce: Value | None = None) -> str | None:
    """mean, sum or none; None if it is not known. The older two arguments win where they are given."""
    if size_average is None and reduce is None:
        payload = reduction.payload if isinstance(reduction, Constant) else reduction
        return payload if payload in ("mean", "sum", "none") else None
    average, whole = is_true(size_average, True), is_true(reduce, True)
    if average is None or whole is None:
        return None
    return "none" if not whole else "mean" if average else "sum"


def reduced(shape: Shape, dtype: str | None, reduction: str | None) -> Tensor:
    """A number; or, not reduced, one for each element."""
    if reduction is None:
        return tensor(Shape.unknown(), dtype)
    return tensor(shape if reduction == "none" else Shape(), dtype)


def check_flags(size_average: Value | None = None, reduce: Value | None = None) -> None:
    """`nn.CrossEntropyLoss(output, target)` makes a loss and calls none."""
    for given in (size_average, reduce):
        if isinstance(given, Tensor) and not (given.shape.known_rank and given.shape.numel.equals(1) is not Truth.NO):
            raise Mismatch(
                "loss-constructor-called-with-tensors",
                "the constructor of a loss is given tensors",
                runtime="Boolean value of Tensor with more than one value is ambiguous",
                help="make the loss first: loss = Loss(); loss(output, target)",
            )


def difference(input: Tensor, target: Tensor) -> Shape:
    """The shape of an element-wise loss. Different sizes broadcast, which is never what was meant."""
    if input.shape.equals(target.shape) is Truth.NO:
        shape = broadcast(input.shape, target.shape, kind="target-width-mismatch")
        remark(
            "loss-target-broadcast",
            f"target {target.shape} is stretched against {input.shape}",
            *differing(input.shape, target.shape),
            argument="target",
            runtime=f"Using a target size ({size_text(target.shape)}) that is different to the input size "
            f"({size_text(input.shape)}). This will likely lead to incorrect results due to broadcasting. Please "
            "ensure they have the same size.",
            help=same_shape_help(input.shape, target.shape),
        )
        return shape
    return broadcast(input.shape, target.shape, kind="target-width-mismatch")


def differing(left: Shape, right: Shape) -> tuple[Dim, ...]:
    """The first pair of lengths that differ, from the last axis on."""
    if not left.known_rank or not right.known_rank:
        return ()
    for mine, theirs in zip(left.dims[::-1], right.dims[::-1], strict=False):
        if mine.equals(theirs) is Truth.NO:
            return mine, theirs
    return ()


def same_shape_help(input: Shape, target: Shape) -> str:
    """How to give the target the shape of the input, where an axis of length 1 is all that is missing or too much."""
    if not input.known_rank or not target.known_rank:
        return ""
    if input.rank == target.rank + 1 and input[-1] == 1 and input[:-1].equals(target) is not Truth.NO:
        return "target.unsqueeze(-1), or input.squeeze(-1)"
    if target.rank == input.rank + 1 and target[-1] == 1 and target[:-1].equals(input) is not Truth.NO:
        return "target.squeeze(-1), or input.unsqueeze(-1)"
    return ""


OPTIONS: dict[str, Any] = {"size_average": None, "reduce": None, "reduction": "mean"}
"""What the constructor of almost every loss takes."""
