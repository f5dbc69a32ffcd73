"""The operators of a column: with scalars, and with what is lined up with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....core.containers import Sequence
from ....core.dtype import family
from ....core.objects import Instance
from ....core.plain import Constant, Scalar
from ....core.tensor import Facts, Tensor
from ....core.value import Arguments, Unknown, Value
from ...numpy.dialect import NP
from ..frames import Rows, lined_up
from .columns import column_of, dtype_behind, labels, make, over, own

if TYPE_CHECKING:
    from ....core.value import Context
    from .columns import Method


def operator(name: str, compares: bool = False, reflected: bool = False) -> Method:
    def method(context: Context, arguments: Arguments) -> Value:
        found, other = own(arguments), arguments.positional[1]
        theirs = _operand(found, arguments, other)
        if theirs is None:
            return Unknown("columns that are not lined up")
        if compares:
            return over(arguments, "bool", Facts(low=0, high=1))
        dtypes = (found.dtype, theirs.dtype if isinstance(theirs, Tensor) else dtype_behind(theirs))
        bitwise = name in ("and", "or", "xor") and dtypes[0] != dtypes[1]
        vague = None in dtypes or "object" in dtypes or bitwise
        # a division by zero makes whole numbers floats, and a negative power is refused
        if vague or (name in ("floordiv", "mod", "pow") and _whole(dtypes) and not _harmless(name, theirs, reflected)):
            return over(arguments, None)
        pair = (theirs, found) if reflected else (found, theirs)
        result = context.apply(f"numpy.ndarray.__{name}__", Arguments(pair))
        known = isinstance(result, Tensor) and result.shape == found.shape
        return make(result, None, None, labels(arguments)) if known and isinstance(result, Tensor) else result

    return method


def _operand(found: Tensor, arguments: Arguments, other: Value) -> Value | None:
    """What is lined up with the column: a scalar, or as many elements."""
    if isinstance(other, Sequence):
        other = NP.as_tensor(other) or other
    if isinstance(other, Instance):
        theirs = column_of(other)
        theirs_labels = other.hidden("labels")
        if theirs is None or not isinstance(theirs_labels, Rows):
            return None
        return theirs if lined_up(labels(arguments), theirs_labels, found.shape[0], theirs.shape[0]) else None
    if isinstance(other, Tensor):
        fits = other.shape.known_rank and (other.rank == 0 or (other.rank == 1 and other.shape[0] == found.shape[0]))
        return other if fits else None
    return other if isinstance(other, (Constant, Scalar)) else None


def _whole(dtypes: tuple[str | None, ...]) -> bool:
    return all(family(dtype) in ("int", "uint", "bool") for dtype in dtypes)


def _harmless(name: str, other: Value, reflected: bool) -> bool:
    number = other.payload if isinstance(other, Constant) else None
    return not reflected and isinstance(number, int) and not isinstance(number, bool) and number > 0


def negative(name: str) -> Method:
    def method(context: Context, arguments: Arguments) -> Value:
        found = own(arguments)
        if found.dtype is None or found.dtype == "object":
            return over(arguments, None)
        result = context.apply(f"numpy.ndarray.__{name}__", Arguments((found,)))
        return make(result, None, None, labels(arguments)) if isinstance(result, Tensor) else result

    return method
