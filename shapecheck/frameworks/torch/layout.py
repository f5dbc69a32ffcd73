"""Whether the elements of a tensor lie in memory so that `view` can see them in another shape.

Source: `computeStride` in aten/src/ATen/TensorUtils.cpp.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...algebra.reshape import reshape
from ...core.dim import Dim
from ...core.outcome import Mismatch
from ...core.truth import Truth

if TYPE_CHECKING:
    from ...core.tensor import Tensor


def require_viewable(input: Tensor, sizes: tuple[Dim, ...]) -> None:
    """Raises where the view is impossible for certain: an axis of the result would span two runs of memory."""
    order = input.facts.order
    if order is None or not input.shape.known_rank or len(order) != input.rank or order == tuple(range(input.rank)):
        return
    runs = _runs(input, order)
    target = list(reshape(input.shape, sizes).dims)
    if runs is None or _fits(runs, target):
        return
    raise Mismatch(
        "view-noncontiguous",
        f"view of {input.shape} whose axes were moved",
        argument="self",
        runtime="view size is not compatible with input tensor's size and stride (at least one dimension spans across "
        "two contiguous subspaces). Use .reshape(...) instead.",
        help="use .reshape(...), or .contiguous().view(...)",
    )


def _runs(input: Tensor, order: tuple[int, ...]) -> list[Dim] | None:
    """The lengths of the runs of axes that lie one after another in memory; None if an axis may have length 1."""
    axes = [a for a in range(input.rank) if input.shape[a] != 1]
    if any(input.shape[a].is_one() is not Truth.NO for a in axes if not _is_batch(input.shape[a])):
        return None
    memory = [a for a in order if a in axes]
    runs: list[Dim] = []
    for i, a in enumerate(axes):
        place = memory.index(a)
        if i and place and memory[place - 1] == axes[i - 1]:
            runs[-1] = runs[-1] * input.shape[a]
        else:
            runs.append(input.shape[a])
    return runs


def _is_batch(length: Dim) -> bool:
    """The size that a data loader gives: a batch of more than one sample occurs."""
    return length.atom is not None and length.atom.key == "batch"


def _fits(runs: list[Dim], target: list[Dim]) -> bool:
    """Each run may be the product of consecutive lengths of the target; True where that is not excluded."""
    left = [size for size in target if size != 1]
    for run in runs:
        if not left:
            return False
        total = left.pop(0)
        while total.equals(run) is Truth.NO:
            if not left or run.less(total) is Truth.YES:
                return False
            total = total * left.pop(0)
        if total.equals(run) is Truth.MAYBE:
            return True
    return True
