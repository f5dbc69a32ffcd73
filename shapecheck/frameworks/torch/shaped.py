"""What a reshape does to the order of elements, and where tensors come from that have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.outcome import remark
from ...core.tensor import Tensor

if TYPE_CHECKING:
    from ...core.shape import Shape

_MADE_UP = frozenset(
    "zeros ones full empty rand randn randint arange linspace eye zeros_like ones_like full_like rand_like randn_like "
    "randint_like empty_like new_zeros new_ones new_full normal randperm Parameter".split()
)
_RESHAPING = frozenset("view reshape flatten to float contiguous requires_grad_".split())
_MOST = 20


def remark_order(before: Tensor, after: Shape) -> None:
    """The same lengths in another order: elements are dealt out anew, which is no transposition. Of two axes only, or
    of numbers that are made up here, it may be meant."""
    if not (before.shape.known_rank and after.known_rank):
        return
    old, new = ([dim for dim in shape.dims if dim != 1] for shape in (before.shape, after))
    if len(old) != len(new) or len(old) < 3 or old == new or any(dim.is_unknown for dim in (*old, *new)):
        return
    if sorted(map(str, old)) == sorted(map(str, new)) and not _is_made_up(before):
        remark(
            "reshape-instead-of-permute",
            f"{before.shape} becomes {after}: a reshape does not swap axes, it deals the elements out anew",
            help=_help(before.shape, after),
        )


def _is_made_up(tensor: Tensor) -> bool:
    """The elements are alike, or drawn at random, or in order."""
    found: Tensor | None = tensor
    for _ in range(_MOST):
        node = found.node if found is not None else None
        if not isinstance(node, tuple):
            return False
        name = node[0].spec.path.rpartition(".")[2]
        if name in _MADE_UP:
            return True
        if name not in _RESHAPING:
            return False
        found = next((one for one in node[0].values.values() if isinstance(one, Tensor)), None)
    return False


def _help(before: Shape, after: Shape) -> str:
    """`permute(0, 3, 1, 2)`, where the places of the axes are told by their lengths."""
    dims = list(before.dims)
    if len(set(map(str, dims))) < len(dims) or len(after.dims) != len(dims):
        return "permute(...) swaps axes"
    return f"permute({', '.join(str(dims.index(dim)) for dim in after.dims)})"
