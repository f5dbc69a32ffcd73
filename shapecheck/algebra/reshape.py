"""Changes of shape that keep the number of elements."""

from __future__ import annotations

from ..core.dim import Dim, product
from ..core.outcome import Mismatch, Undecided, assume_equal
from ..core.shape import Shape
from ..core.truth import Truth
from .axes import axis


def reshape(shape: Shape, target: tuple[Dim | int, ...], kind: str = "view-size-mismatch") -> Shape:
    """The target, with a -1 worked out. The number of elements must stay."""
    sizes = [Dim.of(size) for size in target]
    holes = [i for i, size in enumerate(sizes) if size == -1]
    if len(holes) > 1:
        raise Mismatch(kind, "more than one -1 in the new shape", runtime="only one dimension can be inferred")
    if not shape.known_rank:
        return Shape(Dim.unknown() if size == -1 else size for size in sizes)
    total, known = shape.numel, product([size for size in sizes if size != -1])
    runtime = f"shape '[{', '.join(str(size.full()) for size in sizes)}]' is invalid for input of size {total.full()}"
    if not holes:
        same = total.equals(known)
        if same is Truth.NO or total.full().equals(known.full()) is Truth.NO:
            text = f"{shape} has {total} elements, the new shape {Shape(sizes)} {known}"
            raise Mismatch(kind, text, total, known, runtime=runtime)
        if same is Truth.MAYBE:
            assume_equal(total, known)
        return Shape(sizes)
    sizes[holes[0]] = _fill(shape, total, known, sizes, kind, runtime)
    return Shape(sizes)


def _fill(shape: Shape, total: Dim, known: Dim, sizes: list[Dim], kind: str, runtime: str) -> Dim:
    """The length that -1 stands for."""
    if known == 0:
        if total == 0 or total.equals(0) is Truth.MAYBE:
            raise Undecided("-1 beside a length of 0")
        raise Mismatch(kind, f"{shape} has {total} elements, the new shape none", total, known, runtime=runtime)
    if (total % known).equals(0) is Truth.NO or (total.full() % known.full()).equals(0) is Truth.NO:
        raise Mismatch(
            kind,
            f"{shape} has {total} elements, which {known} does not divide ({Shape(sizes)})",
            total,
            known,
            runtime=runtime,
        )
    return total // known


def flatten(shape: Shape, start: int = 0, end: int = -1) -> Shape:
    """The axes from start to end, both included, as one."""
    if shape.rank == 0:
        return Shape.of(1)
    first, last = axis(start, shape.rank), axis(end, shape.rank)
    if first > last:
        raise Mismatch("dim-out-of-range", f"flatten from axis {start} to axis {end}")
    return Shape([*shape.dims[:first], product(shape.dims[first : last + 1]), *shape.dims[last + 1 :]])


def squeeze(shape: Shape, axes: tuple[int, ...] | None = None, strict: bool = False) -> Shape:
    """Without axes of length 1. `strict` refuses a named axis of another length (NumPy, TensorFlow)."""
    if axes is None:
        ones = [dim.is_one() for dim in shape.dims]
        if Truth.MAYBE in ones:
            return Shape.unknown()
        return Shape(dim for dim, one in zip(shape.dims, ones, strict=True) if one is Truth.NO)
    gone = []
    for number in axes:
        at = axis(number, shape.rank)
        one = shape.dims[at].is_one() if shape.dims else Truth.NO
        if one is Truth.NO and strict:
            raise Mismatch("view-size-mismatch", f"axis {number} of {shape} is not 1", shape.dims[at])
        if one is Truth.MAYBE and not strict:
            return Shape.unknown()
        if one is not Truth.NO:
            gone.append(at)
    return shape.without(*gone) if gone else shape


def unsqueeze(shape: Shape, position: int) -> Shape:
    """With a new axis of length 1 before that position."""
    at = axis(position, shape.rank + 1)
    return Shape([*shape.dims[:at], Dim.of(1), *shape.dims[at:]])
