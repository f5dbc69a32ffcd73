"""What all losses share: reductions, and the constructor that is mistaken for a call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.broadcast import broadcast
from ...core.dtype import family
from ...core.outcome import Mismatch, remark
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Value
from .dialect import MODES, is_true, size_text, spoken, tensor
from .values import require_word

if TYPE_CHECKING:
    from ...core.dim import Dim

LINEAR = {"linear", "relu", "tanh"}
"""Activations of raw scores."""


def reduction_of(reduction: Value | str, size_average: Value | None = None, reduce: Value | None = None) -> str | None:
    """mean, sum or none; None if it is not known. The older two arguments win where they are given."""
    if size_average is None and reduce is None:
        require_word(reduction, (*WORDS, "batchmean"), "reduction", "{} is not a valid value for reduction")
        payload = reduction.payload if isinstance(reduction, Constant) else reduction
        return payload if payload in WORDS else None
    average, whole = is_true(size_average, True), is_true(reduce, True)
    if average is None or whole is None:
        return None
    return "none" if not whole else "mean" if average else "sum"


def reduced(shape: Shape, dtype: str | None, reduction: str | None) -> Tensor:
    """A number; or, not reduced, one for each element."""
    if reduction is None:
        return tensor(Shape.unknown(), dtype)
    return tensor(shape if reduction == "none" else Shape(), dtype)


def fitting(shape: Shape, other: Shape, kind: str, argument: str) -> None:
    """What is multiplied into a tensor in place is stretched to it, never the other way round."""
    result = broadcast(other, shape, kind=kind)
    if result.equals(shape) is Truth.NO:
        raise Mismatch(
            kind,
            f"{argument} {other} for {shape}",
            argument=argument,
            runtime=f"output with shape {shape} doesn't match the broadcast shape {result}",
        )


def refuse_bool(one: Tensor, other: Tensor) -> None:
    """Truth values are not subtracted."""
    found = [tensor for tensor in (one, other) if tensor.dtype == "bool"]
    if found:
        which = "two bool tensors" if len(found) == 2 else "a bool tensor"
        raise Mismatch(
            "integer-input",
            "a difference of truth values",
            runtime=f"Subtraction, the `-` operator, with {which} is not supported.",
            help="convert them: x.float()",
        )


def refuse_whole(input: Tensor, kernel: str, help: str = "input.float()") -> None:
    """A function in C++ that is not there for whole numbers."""
    if family(input.dtype) in ("bool", "int", "uint"):
        words = f"\"{kernel}\" not implemented for '{spoken(input.dtype)}'"
        raise Mismatch("integer-input", f"{input.dtype} input", argument="input", runtime=words, help=help)


def require_weight_dtype(input: Tensor, weight: Tensor) -> None:
    if weight.dtype and input.dtype not in (None, weight.dtype) and not MODES["lenient"]:
        raise Mismatch("class-weight-mismatch", f"{weight.dtype} weights for {input.dtype} scores", argument="weight",
                       runtime=f"expected scalar type {spoken(input.dtype)} but found {spoken(weight.dtype)}",
                       help="weight.float()" if input.dtype == "float32" else "")  # fmt: skip


def mean_of_whole(dtype: str | None, reduction: str | None, what: str = "a loss of whole numbers") -> None:
    if reduction == "mean" and family(dtype) in ("bool", "int", "uint"):
        raise Mismatch(
            "integer-mean",
            what,
            help="input.float()",
            runtime="mean(): could not infer output dtype. Input dtype must be either a floating point or complex "
            f"dtype. Got: {spoken(dtype)}",
        )


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


WORDS = ("mean", "sum", "none")
OPTIONS: dict[str, Any] = {"size_average": None, "reduce": None, "reduction": "mean"}
"""What the constructor of almost every loss takes."""
