"""Arrays of places: the indices of triangles, diagonals and grids, and the functions that write at some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.dim import Dim, maximum
from ...core.outcome import Mismatch, Undecided
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Value
from ..binding import Ignored, Parameter, Required
from . import ranges
from .dialect import NP, array, asarray
from .operands import broadcast, broadcast_into
from .selection import listed

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST = 4096
"""The elements of larger triangles are not counted one row after the other."""


@NP.op("numpy.ix_")
def ix_(*args: Tensor) -> tuple[Tensor, ...]:
    """A grid of indices: one array for each axis, with one axis that is not 1."""
    found = []
    for at, places in enumerate(args):
        if places.rank != 1:
            raise Mismatch("dim-out-of-range", f"indices of shape {places.shape}",
                           runtime="Cross index must be 1 dimensional")  # fmt: skip
        mask = places.dtype == "bool"
        length = Dim.unknown() if mask else places.shape[0]
        facts = ranges.places(places.shape[0]) if mask else places.facts
        kept = Facts(low=facts.low, high=facts.high, attained=None if mask else facts.attained)
        grid = Shape(length if i == at else Dim.of(1) for i in range(len(args)))
        found.append(array(grid, "int64" if mask or places.shape == Shape.of(0) else places.dtype, kept))
    return tuple(found)


def _triangle(upper: bool) -> Callable[..., tuple[Tensor, Tensor]]:
    def function(n: Dim, k: int = 0, m: Dim | None = None) -> tuple[Tensor, Tensor]:
        rows, columns = n, n if m is None else m
        count = Shape.of(_inside(rows, columns, k, upper))
        return array(count, "int64", ranges.places(rows)), array(count, "int64", ranges.places(columns))

    return function


def _inside(rows: Dim, columns: Dim, k: int, upper: bool) -> Dim:
    """How many elements a triangle has."""
    least = k == (0 if upper else -1) or k == (1 if upper else 0)
    if rows.value is None or columns.value is None or rows.value > _LONGEST:
        wide = k == 0
        return rows * (rows + (1 if wide else -1)) // 2 if rows == columns and least else Dim.unknown()
    before = (min(max(i + k + (not upper), 0), columns.value) for i in range(rows.value))
    return Dim.of(sum(columns.value - n if upper else n for n in before))


def _of_array(upper: bool) -> Callable[..., tuple[Tensor, Tensor]]:
    def function(arr: Tensor, k: int = 0) -> tuple[Tensor, Tensor]:
        if arr.rank != 2:
            raise Mismatch("dim-out-of-range", f"a triangle of {arr.shape}", runtime="input array must be 2-d")
        return _triangle(upper)(arr.shape[-2], k, arr.shape[-1])

    return function


for _name in ("triu", "tril"):
    NP.op(f"numpy.{_name}_indices")(_triangle(_name == "triu"))
    NP.op(f"numpy.{_name}_indices_from")(_of_array(_name == "triu"))


@NP.op("numpy.diag_indices")
def diag_indices(n: Dim, ndim: int = 2) -> tuple[Tensor, ...]:
    return tuple(array(Shape.of(maximum(n, 0)), "int64", ranges.places(n)) for _ in range(ndim))


@NP.op("numpy.diag_indices_from")
def diag_indices_from(arr: Tensor) -> tuple[Tensor, ...]:
    if arr.rank < 2:
        raise Mismatch("dim-out-of-range", f"the diagonal of {arr.shape}", runtime="input array must be at least 2-d")
    return diag_indices(arr.shape[0], arr.rank)


@NP.op("numpy.unravel_index")
def unravel_index(indices: Tensor, shape: Any, order: Ignored = "C") -> tuple[Tensor, ...]:
    lengths = [shape] if isinstance(shape, (int, Dim)) else shape
    if not isinstance(lengths, (list, tuple)):
        raise Undecided("a shape that is not known")
    return tuple(array(indices.shape, "int64", ranges.places(Dim.of(length))) for length in lengths)


@NP.op("numpy.ravel_multi_index")
def ravel_multi_index(multi_index: Value, dims: Ignored, mode: Ignored = "raise", order: Ignored = "C") -> Tensor:
    if isinstance(multi_index, Sequence):
        return array(broadcast(*(asarray(part).shape for part in listed(multi_index))), "int64", Facts(low=0))
    return array(asarray(multi_index).shape[1:], "int64", Facts(low=0))


# -- writing ---------------------------------------------------------------------------------------------------


def _writes(paths: str, *parameters: str, **defaults: Any) -> None:
    """Functions that write to their first argument and return nothing."""

    def function(**given: Value) -> None:
        return None

    function.parameters = tuple(  # type: ignore[attr-defined]
        Parameter(name, "Ignored", defaults.get(name, Required), "position") for name in parameters
    )
    NP.op(*paths.split(), traits={"writes": parameters[0]})(function)


_writes("numpy.fill_diagonal", "a", "val", "wrap", wrap=False)
_writes("numpy.put numpy.ndarray.put", "a", "ind", "v", "mode", mode="raise")
_writes("numpy.place", "arr", "mask", "vals")
_writes("numpy.putmask", "a", "mask", "values")
_writes("numpy.put_along_axis", "arr", "indices", "values", "axis")
_writes("numpy.ndarray.fill", "self", "value")


@NP.op("numpy.copyto", traits={"writes": "dst"})
def copyto(dst: Tensor, src: Tensor, casting: Ignored = "same_kind", where: Ignored = True) -> None:
    broadcast_into(src.shape, dst.shape)
