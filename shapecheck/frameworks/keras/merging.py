"""Layers that take several inputs and make one of them, and their forms as functions."""

from __future__ import annotations

from typing import Any

from ...algebra.axes import axis as nth
from ...algebra.join import concat
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided, assume_equal, require_equal
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ..binding import Ignored, Tensors
from .dialect import K, compute_dtype, extended, promote, spell, tensor


def merged(inputs: Tensors) -> Tensor:
    """Element-wise: lengths agree or are 1, counted from the last axis, the batch apart. Source:
    keras/src/layers/merging/base_merge.py."""
    if not inputs:
        raise Undecided("a merge of nothing")
    if any(x.shape == Shape() for x in inputs):
        raise Mismatch("layer-input-rank", "a tensor without axes cannot be merged: the first axis is the batch",
                       argument="inputs", runtime=("tuple index out of range", "is out of bounds for"),
                       help="x * 5.0, or a Lambda layer")  # fmt: skip
    shape = inputs[0].shape
    for other in inputs[1:]:
        shape = _pair(shape, other.shape)
    return tensor(shape, compute_dtype(promote(inputs)))


def _pair(left: Shape, right: Shape) -> Shape:
    if not (left.known_rank and right.known_rank):
        agree = left.tail and right.tail and left.tail[-1].equals(right.tail[-1]) is Truth.YES
        return Shape(left.tail[-1:], gap=0) if agree else Shape.unknown()
    if left.rank < right.rank:
        left, right = right, left
    batch = require_equal(right[0], left[0], "residual-shape-mismatch", f"{left} and {right} have different batches",
                          runtime=f"Cannot merge tensors with different batch sizes. Received tensors with shapes "
                                  f"[{spell(left)}, {spell(right)}]")  # fmt: skip
    extra = left.rank - right.rank
    tail = [_length(a, b, left, right) for a, b in zip(left.dims[1 + extra :], right.dims[1:], strict=True)]
    return Shape((batch, *left.dims[1 : 1 + extra], *tail))


def _length(mine: Dim, theirs: Dim, left: Shape, right: Shape) -> Dim:
    same = mine.equals(theirs)
    if same is Truth.YES or theirs == 1:
        return mine
    if mine == 1:
        return theirs
    if same is Truth.NO and mine.is_one() is Truth.NO and theirs.is_one() is Truth.NO:
        raise Mismatch(
            "residual-shape-mismatch",
            f"{left} and {right} cannot be merged: {mine} against {theirs}",
            mine,
            theirs,
            argument="inputs",
            runtime=f"Inputs have incompatible shapes. Received shapes {spell(Shape(left.dims[1:]))} and "
            f"{spell(Shape(right.dims[1:]))}",
        )
    if mine.is_one() is Truth.NO and theirs.is_one() is Truth.NO:
        assume_equal(mine, theirs)
        return theirs if mine.is_unknown else mine
    return Dim.unknown()


def concatenated(inputs: Tensors, axis: int) -> Tensor:
    shapes = tuple(x.shape for x in inputs)
    if not shapes:
        raise Undecided("a concatenation of nothing")
    runtime = (
        "A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. "
        f"Received: input_shape=[{', '.join(spell(shape) for shape in shapes)}]"
    )
    try:
        return tensor(concat(shapes, axis), compute_dtype(promote(inputs)))
    except Mismatch as found:
        raise Mismatch(found.kind, found.args[0], *found.sizes, argument="inputs", runtime=runtime) from None


def dotted(inputs: Tensors, axes: Any) -> Tensor:
    """Source: keras/src/layers/merging/dot.py. One axis of each is summed over; the batch is kept apart."""
    if len(inputs) != 2:
        raise Undecided("a dot product of other than two inputs")
    left, right = (x.shape for x in inputs)
    if isinstance(axes, int):
        first, second = (nth(axes, shape.rank) if axes < 0 else axes for shape in (left, right))
    else:
        first, second = (nth(number, shape.rank) for number, shape in zip(axes, (left, right), strict=True))
    require_equal(
        left[first],
        right[second],
        "matmul-shape-mismatch",
        f"axis {first} of {left} against axis {second} of {right}: {{got}} and {{wanted}}",
        argument="inputs",
        runtime=f"Incompatible input shapes: axis values {left[first]} (at axis {first}) != {right[second]} "
        f"(at axis {second}). Full input shapes: {spell(left)}, {spell(right)}",
    )
    rest = Shape((*left.without(first).dims, *right.without(second).dims[1:]))
    return tensor(extended(rest, 1) if rest.rank == 1 else rest, compute_dtype(promote(inputs)))


def _elementwise(layer: str, function: str) -> None:
    def merge(inputs: Tensors, **others: Ignored) -> Tensor:
        return merged(inputs)

    K.layer(f"keras.layers.{layer}")(merge)
    K.op(f"keras.layers.{function}")(merge)


for _layer in ("Add", "Subtract", "Multiply", "Maximum", "Minimum"):
    _elementwise(_layer, _layer.lower())


@K.layer("keras.layers.Average")
def average_layer(inputs: Tensors, **others: Ignored) -> Tensor:
    found = merged(inputs)
    return tensor(found.shape, "float32" if found.dtype == "float32" else None)


@K.op("keras.layers.average")
def average(inputs: Tensors, **others: Ignored) -> Tensor:
    return average_layer(inputs)


@K.layer("keras.layers.Concatenate")
def concatenate_layer(inputs: Tensors, *, axis: int = -1, **others: Ignored) -> Tensor:
    return concatenated(inputs, axis)


@K.op("keras.layers.concatenate")
def concatenate(inputs: Tensors, axis: int = -1, **others: Ignored) -> Tensor:
    return concatenated(inputs, axis)


@K.layer("keras.layers.Dot")
def dot_layer(inputs: Tensors, *, axes: Any, normalize: Ignored = False, **others: Ignored) -> Tensor:
    return dotted(inputs, axes)


@K.op("keras.layers.dot")
def dot(inputs: Tensors, axes: Any = -1, **others: Ignored) -> Tensor:
    return dotted(inputs, axes)
