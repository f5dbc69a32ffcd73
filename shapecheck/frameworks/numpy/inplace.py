"""`a += b` and the like: the result must fit into the array on the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.dtype import FAMILY
from ...core.outcome import Mismatch, assume_equal
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Value
from .dialect import NP
from .elementwise import OPERATORS, apply_binary, result
from .operands import forget, side, spell

if TYPE_CHECKING:
    from collections.abc import Callable

_KINDS = {"bool": 0, "uint": 1, "int": 2, "float": 3, "complex": 4, "string": 5, "object": 6}


def fits(shape: Shape, target: Shape) -> None:
    """The broadcast shape must be that of the array it is written to. Source: NumPy's output operands."""
    if not (shape.known_rank and target.known_rank):
        return
    runtime = (
        f"non-broadcastable output operand with shape {spell(target)} doesn't match the broadcast shape {spell(shape)}"
    )
    text = f"the result {shape} does not fit into {target}"
    if shape.rank != target.rank:
        raise Mismatch("elementwise-shape-mismatch", text, runtime=runtime)
    for got, wanted in zip(shape.dims, target.dims, strict=True):
        same = got.equals(wanted)
        if same is Truth.NO:
            raise Mismatch("elementwise-shape-mismatch", text, got, wanted, runtime=runtime)
        if same is Truth.MAYBE:
            assume_equal(got, wanted)


def _converts(dtype: str | None, target: str | None) -> bool:
    """Whether a result may be cast to the dtype of the array that it is written to."""
    mine, theirs = _KINDS.get(FAMILY.get(dtype or "", "")), _KINDS.get(FAMILY.get(target or "", ""))
    return mine is None or theirs is None or mine <= theirs


def _fits_dtype(name: str, dtype: str | None, target: str | None) -> None:
    if _converts(dtype, target):
        return
    raise Mismatch(
        "inplace-dtype-cast",
        f"a result of {dtype} does not fit into {target}",
        runtime=f"Cannot cast ufunc '{name}' output from dtype('{dtype}') to dtype('{target}') "
        "with casting rule 'same_kind'",
    )


def _inplace(name: str) -> Callable[..., Tensor]:
    def function(a: Value, b: Value) -> Tensor:
        # the elements are about to change, and a view of `a` may be among the operands
        found = apply_binary(name, side(a), side(b))
        if not isinstance(a, Tensor):
            return found
        if not a.shape.known_rank or a.shape == Shape():
            # a number, of which `+=` makes a new one, or an array, which stays
            sure = found.dtype == a.dtype or not _converts(found.dtype, a.dtype)
            return result(found.shape, found.dtype if sure else None, found.facts)
        fits(found.shape, a.shape)
        _fits_dtype(name, found.dtype, a.dtype)
        forget(a)
        return a

    return function


for _name, _short in OPERATORS.items():
    if _short not in ("eq", "ne", "lt", "le", "gt", "ge"):
        NP.op(f"numpy.ndarray.__i{_short}__")(_inplace(_name))
