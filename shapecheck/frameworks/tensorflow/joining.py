"""Tensors joined into one, and one taken apart."""

from __future__ import annotations

from typing import Any

from ...algebra.axes import axis as nth
from ...algebra.join import concat as join
from ...algebra.join import stack as pile
from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.undefined import is_undefined
from ...core.value import Value
from ..binding import Ignored, Tensors
from ..numpy.ranges import join as join_ranges
from .dialect import TF, quoting, settle, spell, tensor, tensors_in, to_tensor
from .movement import moved, sizes_of

# -- joining ---------------------------------------------------------------------------------------------------


def _ranged(values: tuple[Tensor, ...]) -> Facts:
    return join_ranges(*(value.facts for value in values))


@TF.op("tensorflow.concat",
       samples=("tf.concat([tf.ones([2, 3]), tf.ones([4, 3])], 0)",
                "tf.concat([tf.ones([2, 3]), tf.ones([2, 5])], axis=1)",
                "tf.concat([tf.ones([2, 3]), tf.ones([2, 5])], 0)", "tf.concat([tf.ones([2, 3]), tf.ones([2])], 0)",
                "tf.concat([tf.ones([2, 3]), tf.ones([2, 3], tf.int32)], 0)",
                "tf.concat([tf.ones([2, 3]), np.ones([2, 3])], -1)",
                "tf.concat([np.ones([2, 3]), tf.ones([2, 3])], 0)", "tf.concat([tf.ones([2, 3])], 0)",
                "tf.concat([tf.ones([2]), [1.]], 0)",
                "tf.concat([tf.ones([2, 3]), tf.ones([2, 3])], 2)", "tf.concat([tf.shape(tf.ones([2, 3])), [5]], 0)",
                "tf.concat((tf.ones([2, 3]), tf.ones([1, 3])), axis=-2)"))  # fmt: skip
def concat(values: Tensors, axis: Value, name: Ignored = "concat") -> Tensor:
    return concatenated(values, one_axis(axis, "tf.concat(values, axis)"))


def one_axis(axis: Value | int | None, order: str) -> int:
    """An axis, where TensorFlow 0.x had the tensors."""
    if isinstance(axis, int):
        return axis
    parts = list(tensors_in(axis)) if isinstance(axis, (Sequence, Tensor)) else []
    if any(part.shape.known_rank and part.rank and part.shape.numel.equals(1) is Truth.NO for part in parts):
        raise Mismatch(
            "tf-argument-order", "tensors where the axis is expected", argument="axis", help=order,
            runtime=("Shapes of all inputs must match", "must have rank 0", "was expected to be a int32 tensor"),
        )  # fmt: skip
    told = axis.facts.constant if isinstance(axis, Tensor) else getattr(axis, "payload", None)
    number = Dim.of(told).value if isinstance(told, (int, Dim)) else None
    if number is None:
        raise Undecided("an axis that is not known")
    return number


def concatenated(values: tuple[Tensor, ...], axis: int) -> Tensor:
    """Side by side along an axis."""
    dtype = settle(values, "ConcatV2", lenient=True)
    if len(values) == 1:
        return moved(values[0], values[0].shape, values[0].facts.constant)
    known = [value for value in values if value.shape.known_rank]
    if known and all(value.shape == Shape() for value in known):
        raise Mismatch("cat-rank-mismatch", "scalars cannot be concatenated", argument="values",
                       runtime=("Can't concatenate scalars (use tf.stack instead)",
                                "Expected concatenating dimensions in the range [0, 0), but got 0"),
                       help="tf.stack(values)")  # fmt: skip
    if len(known) < len(values):
        return tensor(_concat_unknown(values, known, axis), dtype)
    with quoting(*_concat_words(values, axis)):
        shape = join(tuple(value.shape for value in values), axis)
    parts = [value.facts.constant for value in values]
    constant = tuple(e for part in parts for e in part) if all(isinstance(p, tuple) for p in parts) else None
    if shape.rank != 1 or (constant is not None and len(constant) > 64):
        constant = None
    ranges = _ranged(values)
    return tensor(shape, dtype, Facts(low=ranges.low, high=ranges.high, constant=constant))


def _concat_words(values: tuple[Tensor, ...], axis: int) -> tuple[str, ...]:
    first = values[0].shape
    for at, value in enumerate(values[1:], 1):
        if value.rank != first.rank:
            return (
                f"ConcatOp : Ranks of all input tensors should match: shape[0] = {spell(first)} vs. "
                f"shape[{at}] = {spell(value.shape)} [Op:ConcatV2] name: concat",
            )
        for i, (mine, theirs) in enumerate(zip(first.dims, value.shape.dims, strict=True)):
            if i != axis % max(first.rank, 1) and mine.equals(theirs) is Truth.NO:
                return (
                    f"ConcatOp : Dimension {i} in both shapes must be equal: shape[0] = {spell(first)} vs. "
                    f"shape[{at}] = {spell(value.shape)} [Op:ConcatV2] name: concat",
                    f"Dimension {i} in both shapes must be equal, but are {mine} and {theirs}. "
                    f"Shapes are {spell(first)} and {spell(value.shape)}.",
                )
    rank = first.rank
    return (f"ConcatOp : Expected concatenating dimensions in the range [-{rank}, {rank}), but got {axis}",)


def _concat_unknown(values: tuple[Tensor, ...], known: list[Tensor], axis: int) -> Shape:
    """As the operands of known rank are, with the joined length unknown."""
    if not known:
        return Shape.unknown()
    dims = list(known[0].shape.dims)
    at = nth(axis, known[0].rank)
    dims[at] = Dim.unknown()
    return Shape(dims)


@TF.op("tensorflow.stack", "tensorflow.parallel_stack",
       samples=("tf.stack([tf.ones([2, 3]), tf.ones([2, 3])])", "tf.stack([tf.ones([2, 3]), tf.ones([2, 3])], axis=-1)",
                "tf.stack([tf.ones([2]), tf.ones([3])])", "tf.stack([tf.ones([2]), tf.ones([2], tf.int32)])",
                "tf.stack([1, 2, 3])",
                "tf.stack([tf.ones([2, 3]), np.ones([2, 3])], 1)", "tf.stack([tf.shape(tf.ones([2, 3]))[0], 5])",
                "tf.stack([tf.ones([2]), tf.ones([2])], 3)", "tf.stack(tf.ones([2, 3]), 1)",
                "tf.stack([1., tf.ones([])])"))  # fmt: skip
def stack(values: Value, axis: int = 0, name: Ignored = "stack") -> Tensor:
    tensors = _listed(values)
    dtype = settle(tensors, "Pack", lenient=True)
    unlike = next((t for t in tensors if t.shape.equals(tensors[0].shape) is Truth.NO), tensors[0])
    rank = tensors[0].shape.rank + 1 if tensors[0].shape.known_rank else "?"
    words = (
        f"Shapes of all inputs must match: values[0].shape = {spell(tensors[0].shape)} != values[1].shape = "
        f"{spell(unlike.shape)} [Op:Pack] name: stack",
        f"Shapes must be equal rank or dimensions: {spell(tensors[0].shape)} and {spell(unlike.shape)}",
    )
    if unlike is tensors[0]:
        words = (f"Argument `axis` = {axis} not in range [-{rank}, {rank})", "")
    with quoting(*words):
        known = [t.shape for t in tensors if t.shape.known_rank]
        if not known:
            return tensor(Shape.unknown(), dtype)
        shape = pile(tuple(t.shape if t.shape.known_rank else known[0] for t in tensors), axis)
    parts = tuple(t.facts.constant for t in tensors)
    scalars = shape.rank == 1 and len(parts) <= 64 and all(part is not None for part in parts)
    ranges = _ranged(tensors)
    return tensor(shape, dtype, Facts(low=ranges.low, high=ranges.high, constant=parts if scalars else None))


def _listed(values: Value) -> tuple[Tensor, ...]:
    """A list of tensors, or a tensor as the list of its rows."""
    from ...core.containers import Sequence

    if isinstance(values, Sequence) and values.known is not None:
        found = tuple(to_tensor(item) for item in values.known)
    elif isinstance(values, Tensor) and values.shape[0].value is not None and values.shape[0].value <= 64:
        found = tuple(tensor(values.shape[1:], values.dtype) for _ in range(values.shape[0].value))
    else:
        raise Undecided("a list of unknown length")
    if not found:
        raise Mismatch(
            "collate-unequal-sizes",
            "nothing to stack",
            runtime="List argument 'values' to 'Pack' Op with length 0 shorter than minimum length 1.",
        )
    return found


# -- splitting -------------------------------------------------------------------------------------------------


@TF.op("tensorflow.split",
       samples=("tf.split(tf.ones([6, 5]), 3)", "tf.split(tf.ones([6, 5]), [1, 4], axis=1)",
                "tf.split(tf.ones([6, 5]), 4)",
                "tf.split(tf.ones([6, 5]), [2, -1], 1)",
                "tf.split(value=tf.ones([2, 6]), num_or_size_splits=2, axis=-1)",
                "tf.split(tf.ones([6, 5]), [1, 1], axis=1)", "tf.split(tf.ones([6, 5]), 2, 2)"))  # fmt: skip
def split(
    value: Tensor, num_or_size_splits: Value, axis: Value | int = 0, num: Ignored = None, name: Ignored = "split"
) -> list[Tensor]:
    return _split(value, num_or_size_splits, one_axis(axis, "tf.split(value, num_or_size_splits, axis)"))


def _split(value: Tensor, num_or_size_splits: Value, axis: int) -> list[Tensor]:
    rank = value.shape.rank
    with quoting(f"-input rank(-{rank}) <= split_dim < input rank ({rank}), but got {axis}"):
        at = nth(axis, rank)
    length = value.shape[at]
    if isinstance(num_or_size_splits, Constant):
        pieces = _even(length, num_or_size_splits.payload, at)
    else:
        pieces = _sized(length, sizes_of(num_or_size_splits), at)
    return [moved(value, value.shape.replace(at, piece)) for piece in pieces]


def _even(length: Dim, number: Any, at: int) -> list[Dim]:
    if not isinstance(number, int) or number < 1 or number > 1024:
        raise Undecided("a number of parts that is not known")
    if (length % number).equals(0) is Truth.NO:
        raise Mismatch(
            "view-size-mismatch", f"an axis of {length} in {number} equal parts", length, argument="num_or_size_splits",
            runtime=(
                f"Number of ways to split should evenly divide the split dimension, but got split_dim {at} (size = "
                f"{length}) and num_split {number}",
                f"Dimension size must be evenly divisible by {number} but is {length}",
            ),
        )  # fmt: skip
    return [length // number] * number


def _sized(length: Dim, sizes: tuple[Dim, ...], at: int) -> list[Dim]:
    known = [size for size in sizes if size != -1]
    total = Dim.of(0)
    for size in known:
        total = total + size
    words = (
        f"Determined shape must either match input shape along split_dim exactly if fully specified, or be less than "
        f"the size of the input along split_dim if not fully specified.  Got: {total}"
    )
    if len(known) == len(sizes):
        require_equal(total, length, "view-size-mismatch", "parts of {got} from an axis of {wanted}",
                      argument="num_or_size_splits", runtime=words)  # fmt: skip
    return [length - total if size == -1 else size for size in sizes]


@TF.op("tensorflow.unstack",
       samples=("tf.unstack(tf.ones([3, 2]))", "tf.unstack(tf.ones([3, 2]), axis=1)",
                "tf.unstack(tf.ones([3, 2]), num=3)",
                "tf.unstack(tf.ones([3, 2]), num=2)", "tf.unstack(tf.shape(tf.ones([3, 2])))",
                "tf.unstack(tf.ones([3, 2]), axis=2)"))  # fmt: skip
def unstack(value: Tensor, num: int | None = None, axis: int = 0, name: Ignored = "unstack") -> list[Tensor]:
    if not value.shape.known_rank and num is not None:
        return [tensor(Shape.unknown(), value.dtype) for _ in range(num)]
    rank = value.shape.rank
    with quoting(f"axis = {axis} not in [-{rank}, {rank})"):
        if rank == 0:
            raise Mismatch("dim-out-of-range", "unstack of a scalar")
        at = nth(axis, rank)
    length = value.shape[at]
    if num is not None and length.equals(num) is Truth.NO:
        raise Mismatch(
            "batch-unpack-mismatch", f"{num} parts of an axis of {length}", length, argument="num",
            runtime=(f"Expected length of axis dimension to be {num}, but got {length}",
                     f"Dimension must be {num} but is {length}"),
        )  # fmt: skip
    count = num if num is not None else length.value
    if count is None and is_undefined(length):
        raise Mismatch("undefined-input-size", f"a list with an element for each of axis {axis} of {value.shape}, "
                       "whose length is None", argument="value", runtime="Cannot infer argument `num` from shape",
                       help="num=..., or another axis")  # fmt: skip
    if count is None or count > 1024:
        raise Undecided("unstack of an axis of unknown length")
    constants = value.facts.constant
    if not (isinstance(constants, tuple) and len(constants) == count and rank == 1):
        constants = (None,) * count
    return [moved(value, value.shape.without(at), constant) for constant in constants]
