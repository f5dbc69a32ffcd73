"""Functions that give the same elements other axes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...algebra.movement import move_axes, permute
from ...algebra.reshape import reshape as reshape_to
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ..binding import Dims, Ignored, Ints, parameters_of
from . import fold, ranges
from .axes import axes
from .axes import axis as nth
from .creation import diagonal_length, span
from .dialect import NP, array, asarray
from .operands import broadcast, broadcast_into, spell
from .reduction import without_pair

if TYPE_CHECKING:
    from ...core.value import Value
    from ..declare import ShapeFunction


def viewing(function: ShapeFunction) -> ShapeFunction:
    """Where the axes of a view cannot be told, it shares the storage all the same."""

    def viewed(*args: Any, **given: Any) -> Any:
        try:
            return function(*args, **given)
        except Undecided:
            return view(next(iter((*args, *given.values()))), Shape.unknown())

    viewed.parameters = parameters_of(function)  # type: ignore[attr-defined]
    return viewed  # type: ignore[return-value]


def view(a: Tensor, shape: Shape, **facts: Any) -> Tensor:
    """The elements with other axes, in the same storage; facts about the last axis are given anew."""
    kept = replace(span(a.facts), drawn=a.facts.drawn, distinct=a.facts.distinct)
    found = ranges.occurring(replace(kept, **facts), shape.numel.value if shape.known_rank else None)
    return array(shape, a.dtype, a.box.view(found))


def moved(a: Tensor, shape: Shape, last: bool) -> Tensor:
    """The elements with other axes; `last` says that the last axis is still the last one."""
    kept = a.facts
    return view(a, shape, one_hot=kept.one_hot, activation=kept.activation, axis=kept.axis) if last else view(a, shape)


def _numbers(sizes: Dims) -> str:
    return "(" + ",".join(map(str, sizes)) + ("," if len(sizes) == 1 else "") + ")"


def reshaped(a: Tensor, target: Dims, order: Any = "C") -> Tensor:
    if any(size.less(-1) is Truth.YES for size in target):
        raise Undecided("a negative length")
    try:
        shape = reshape_to(a.shape, target)
    except Mismatch as found:
        total = a.shape.numel if a.shape.known_rank else "?"
        words = f"cannot reshape array of size {total} into shape {_numbers(target)}"
        if sum(size == -1 for size in target) > 1:
            words = "can only specify one unknown dimension"
        raise Mismatch(found.kind, found.text, *found.sizes, runtime=words) from None
    same = a.shape.known_rank and shape.rank > 0 and a.rank > 0 and shape[-1].equals(a.shape[-1]) is Truth.YES
    if order != "C":
        return array(shape, a.dtype, span(a.facts))
    return array(shape, a.dtype, a.box) if shape == a.shape else moved(a, shape, last=bool(same))


@NP.op("numpy.reshape")
def reshape(a: Tensor, shape: Dims | None = None, order: str = "C", *, newshape: Dims | None = None,
            copy: Ignored = None) -> Tensor:  # fmt: skip
    target = shape if shape is not None else newshape
    if target is None:
        raise Undecided("no shape")
    return reshaped(a, target, order)


@NP.op("numpy.ndarray.reshape")
@viewing
def reshape_method(self: Tensor, *shape: Dim, order: str = "C", copy: Ignored = None) -> Tensor:
    return reshaped(self, shape, order)


@NP.op("numpy.ravel", "numpy.ndarray.ravel", "numpy.ndarray.flatten")
def ravel(a: Tensor, order: str = "C") -> Tensor:
    shape = Shape.of(a.shape.numel if a.shape.known_rank else Dim.unknown())
    if shape == a.shape:
        return array(shape, a.dtype, a.box)
    constant = fold.attempt(lambda: tuple(fold.flat(a.facts.constant))) if order == "C" else None
    return view(a, shape, constant=constant)


@NP.op("numpy.resize")
def resize(a: Tensor, new_shape: Dims) -> Tensor:
    return array(Shape(new_shape), a.dtype)


def transposed(a: Tensor, order: Ints | None) -> Tensor:
    if not a.shape.known_rank and order is None:
        before, after = a.shape.parts
        return view(a, Shape((*after[::-1], *before[::-1]), gap=len(after)))
    order = tuple(range(a.rank))[::-1] if order is None else order
    if len(order) != a.rank:
        raise Mismatch("permute-rank-mismatch", f"{len(order)} axes are named for an array of rank {a.rank}",
                       runtime="axes don't match array")  # fmt: skip
    places = [nth(number, a.rank) for number in order]
    if len(set(places)) < len(places):
        raise Mismatch("permute-rank-mismatch", f"the order {order} names an axis twice",
                       runtime="repeated axis in transpose")  # fmt: skip
    return moved(a, permute(a.shape, tuple(places)), last=not places or places[-1] == a.rank - 1)


@NP.op("numpy.transpose", "numpy.permute_dims")
@viewing
def transpose(a: Tensor, axes: Ints | None = None) -> Tensor:
    return transposed(a, axes)


@NP.op("numpy.ndarray.transpose")
@viewing
def transpose_method(self: Tensor, *axes: int) -> Tensor:
    return transposed(self, axes or None)


@NP.op("numpy.ndarray.T", read=True)
@viewing
def transpose_property(self: Tensor) -> Tensor:
    return transposed(self, None)


@NP.op("numpy.swapaxes", "numpy.ndarray.swapaxes")
@viewing
def swapaxes(a: Tensor, axis1: int, axis2: int) -> Tensor:
    first, second = nth(axis1, a.rank), nth(axis2, a.rank)
    order = list(range(a.rank))
    order[first], order[second] = second, first
    return transposed(a, tuple(order))


@NP.op("numpy.matrix_transpose", "numpy.linalg.matrix_transpose")
@viewing
def matrix_transpose(x: Tensor) -> Tensor:
    return swapaxes(x, -1, -2)


@NP.op("numpy.ndarray.mT", read=True)
@viewing
def matrix_transpose_property(self: Tensor) -> Tensor:
    return swapaxes(self, -1, -2)


@NP.op("numpy.moveaxis")
@viewing
def moveaxis(a: Tensor, source: Ints, destination: Ints) -> Tensor:
    sources, targets = axes(source, a.rank), axes(destination, a.rank)
    if len(sources) != len(targets):
        raise Mismatch(
            "permute-rank-mismatch",
            f"{len(sources)} sources and {len(targets)} destinations",
            runtime="`source` and `destination` arguments must have the same number of elements",
        )
    return array(move_axes(a.shape, sources, targets), a.dtype, a.box.view(span(a.facts)))


@NP.op("numpy.rollaxis")
@viewing
def rollaxis(a: Tensor, axis: int, start: int = 0) -> Tensor:
    at = nth(axis, a.rank)
    to = start + a.rank if start < 0 else start
    if not 0 <= to <= a.rank:
        raise Mismatch(
            "dim-out-of-range",
            f"position {start} in an array with {a.rank} axes",
            runtime=f"'start' arg requires {-a.rank} <= start < {a.rank + 1}, but {start} was passed in",
        )
    order = [i for i in range(a.rank) if i != at]
    order.insert(to - 1 if at < to else to, at)
    return transposed(a, tuple(order))


@NP.op("numpy.expand_dims")
@viewing
def expand_dims(a: Tensor, axis: Ints) -> Tensor:
    rank = a.rank + len(axis)
    places = axes(axis, rank)
    rest = iter(a.shape.dims)
    shape = Shape(Dim.of(1) if i in places else next(rest) for i in range(rank))
    return moved(a, shape, last=rank - 1 not in places)


@NP.op("numpy.squeeze", "numpy.ndarray.squeeze")
@viewing
def squeeze(a: Tensor, axis: Ints | None = None) -> Tensor:
    if axis is None:
        ones = [dim.equals(1) for dim in a.shape.dims]
        if Truth.MAYBE in ones:
            return array(Shape.unknown(), a.dtype, a.box.view(span(a.facts)))
        gone = tuple(i for i, one in enumerate(ones) if one is Truth.YES)
    else:
        gone = axes(axis, a.rank, scalar=True) if a.rank else ()
        for at in gone:
            if a.shape[at].equals(1) is Truth.NO:
                raise Mismatch(
                    "view-size-mismatch", f"axis {at} of {a.shape} is not 1", a.shape[at],
                    runtime="cannot select an axis to squeeze out which has size not equal to one",
                )  # fmt: skip
    if not gone:
        return array(a.shape, a.dtype, a.box)
    shape = a.shape.without(*gone)
    constant = fold.attempt(lambda: fold.flat(a.facts.constant)[0]) if shape == Shape() else None
    return view(a, shape, constant=constant) if constant is not None else moved(a, shape, last=a.rank - 1 not in gone)


@NP.op("numpy.broadcast_to")
def broadcast_to(array: Tensor, shape: Dims, subok: Ignored = False) -> Tensor:
    target = Shape(shape)
    if array.shape.known_rank and array.rank > target.rank:
        raise Mismatch("elementwise-shape-mismatch", f"{array.shape} cannot be stretched to {target}",
                       runtime="input operand has more dimensions than allowed by the axis remapping")  # fmt: skip
    broadcast_into(array.shape, target)
    return view(array, target, drawn=None, distinct=None)


@NP.op("numpy.broadcast_arrays")
def broadcast_arrays(*args: Value, subok: Ignored = False) -> tuple[Tensor, ...]:
    arrays = [asarray(value) for value in args]
    shape = broadcast(*(a.shape for a in arrays))
    return tuple(view(a, shape, drawn=None, distinct=None) for a in arrays)


@NP.op("numpy.broadcast_shapes")
def broadcast_shapes(*args: Value) -> Any:
    try:
        lengths = [fold.flat(asarray(value).facts.constant) for value in args]
    except fold.Unfolded:
        raise Undecided("a shape that is not known") from None
    return tuple(broadcast(*map(Shape, lengths)).dims)


@NP.op("numpy.tile")
def tile(A: Tensor, reps: Dims) -> Tensor:
    rank = max(A.rank, len(reps))
    lengths = (Dim.of(1),) * (rank - A.rank) + A.shape.dims
    times = (Dim.of(1),) * (rank - len(reps)) + reps
    return A.like(Shape(a * b for a, b in zip(lengths, times, strict=True)), facts=span(A.facts))


@NP.op("numpy.repeat", "numpy.ndarray.repeat")
def repeat(a: Tensor, repeats: Tensor, axis: int | None = None) -> Tensor:
    lengths = (a.shape.numel,) if axis is None or not a.shape.dims else a.shape.dims
    at = 0 if axis is None else nth(axis, a.rank, scalar=True)
    number = repeats.facts.constant
    if repeats.shape == Shape() or repeats.shape == Shape.of(1):
        number = number[0] if isinstance(number, tuple) else number
        size = lengths[at] * number if isinstance(number, (int, Dim)) else Dim.unknown()
    else:
        _one_each(repeats.shape, lengths[at])
        counts = fold.attempt(lambda: fold.total("+", number, 0))
        size = Dim.of(counts) if isinstance(counts, (int, Dim)) else Dim.unknown()
    kept = span(a.facts)
    if repeats.shape != Shape():  # some may be left out
        kept = Facts(low=kept.low, high=kept.high)
    return a.like(Shape((*lengths[:at], size, *lengths[at + 1 :])), facts=kept)


def _one_each(counts: Shape, length: Dim) -> None:
    if counts.known_rank and counts.rank == 1 and counts[0].equals(length) is Truth.NO:
        raise Mismatch(
            "elementwise-shape-mismatch",
            f"{counts[0]} counts for {length} elements",
            counts[0],
            length,
            runtime=f"operands could not be broadcast together with shape ({length},) {spell(counts)}",
        )


@NP.op("numpy.flip")
@viewing
def flip(m: Tensor, axis: Ints | None = None) -> Tensor:
    axes(axis, m.rank)
    return view(m, m.shape)


@NP.op("numpy.fliplr")
@viewing
def fliplr(m: Tensor) -> Tensor:
    if m.rank < 2:
        raise Mismatch("dim-out-of-range", f"{m.shape} has no second axis", runtime="Input must be >= 2-d.")
    return view(m, m.shape)


@NP.op("numpy.flipud")
@viewing
def flipud(m: Tensor) -> Tensor:
    if m.rank < 1:
        raise Mismatch("dim-out-of-range", "a scalar has no axis", runtime="Input must be >= 1-d.")
    return view(m, m.shape)


@NP.op("numpy.rot90")
@viewing
def rot90(m: Tensor, k: int = 1, axes: Ints = (0, 1)) -> Tensor:
    if len(axes) != 2:
        raise Undecided("axes of a rotation")
    if m.rank < 2:
        raise Mismatch("dim-out-of-range", f"{m.shape} is rotated in two axes",
                       runtime=f"Axes={axes} out of range for array of ndim={m.rank}.")  # fmt: skip
    order = list(range(m.rank))
    first, second = nth(axes[0], m.rank), nth(axes[1], m.rank)
    if k % 2:
        order[first], order[second] = second, first
    return view(m, permute(m.shape, tuple(order)))


@NP.op("numpy.roll")
def roll(a: Tensor, shift: Ignored, axis: Ints | None = None) -> Tensor:
    if axis is not None:
        [nth(number, a.rank) for number in axis]
    return a.like(facts=span(a.facts))


def _at_least(rank: int) -> Any:
    def function(*arys: Value) -> Any:
        found = [a if a.shape.least_rank >= rank else view(a, _grown(a.shape, rank)) for a in map(asarray, arys)]
        return found[0] if len(found) == 1 else tuple(found)

    return function


def _grown(shape: Shape, rank: int) -> Shape:
    if not shape.known_rank:
        return Shape.unknown()
    dims = list(shape.dims) or [Dim.of(1)]
    if len(dims) < 2 <= rank:
        dims = [Dim.of(1), *dims]
    return Shape(dims if len(dims) >= rank else [*dims, 1])


for _rank in (1, 2, 3):
    NP.op(f"numpy.atleast_{_rank}d")(_at_least(_rank))


@NP.op("numpy.diagonal", "numpy.ndarray.diagonal")
@viewing
def diagonal(a: Tensor, offset: int = 0, axis1: int = 0, axis2: int = 1) -> Tensor:
    rest = without_pair(a.shape, axis1, axis2)
    size = diagonal_length(a.shape[nth(axis1, a.rank)], a.shape[nth(axis2, a.rank)], offset)
    return view(a, rest + Shape.of(size), attained=None)
