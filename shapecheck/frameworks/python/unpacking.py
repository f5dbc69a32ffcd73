"""Taking tensors apart into names: a batch, or what a layer returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.outcome import Mismatch, Undecided
from ...core.sequence import Sequence
from ...core.tensor import Library
from ..declare import Dialect

if TYPE_CHECKING:
    from ...core.value import Value

PYTHON = Dialect(
    Library("python", "builtins.object"), as_tensor=lambda v: None, promote=lambda v: None, dtype_of=lambda v: None
)


@PYTHON.op("builtins.unpack")
def unpack(values: Value, wanted: int) -> None:
    """`a, b = values`, where there are not as many. The engine asks only when it knows that."""
    got = len(values.known or ()) if isinstance(values, Sequence) else None
    if got is None or got == wanted:
        raise Undecided("taking apart something of unknown length")
    few = f"not enough values to unpack (expected {wanted}, got {got})"
    raise Mismatch(
        "batch-unpack-mismatch",
        f"cannot unpack {got} value{'s' if got > 1 else ''} into {wanted} names",
        runtime=few if got < wanted else f"too many values to unpack (expected {wanted})",
    )
