"""Sparse tensors: their shapes, and the products that take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.dim import Dim
from ...core.outcome import Mismatch, require_equal
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.value import Unknown, Value
from .dialect import T, asked, tensor

if TYPE_CHECKING:
    from ..binding import Dims, Ignored


def _sized(size: Dims | None, values: Value, dtype: Value | None) -> Tensor:
    """Without a size, that of the largest indices."""
    own = values.dtype if isinstance(values, Tensor) else None
    return tensor(Shape.unknown() if size is None else Shape(size), asked(dtype, own))


@T.op("torch.sparse_coo_tensor")
def sparse_coo_tensor(indices: Ignored = None, values: Ignored = None, size: Dims | None = None, *,
                      dtype: Value | None = None, device: Ignored = None, pin_memory: Ignored = False,
                      requires_grad: Ignored = False, check_invariants: Ignored = None,
                      is_coalesced: Ignored = None) -> Tensor:  # fmt: skip
    """Each column of the indices is the place of one value."""
    places = indices if isinstance(indices, Tensor) and indices.shape.known_rank else None
    if places is not None and isinstance(values, Tensor) and values.shape.known_rank and values.rank:
        _require_columns(places, values.shape[0])
    return _sized(size, values, dtype)


def _require_columns(places: Tensor, count: Dim) -> None:
    if places.rank != 2:
        raise Mismatch(
            "layer-input-rank",
            f"indices {places.shape}, takes [axes, values]",
            argument="indices",
            runtime=f"indices must be sparse_dim x nnz, but got: {places.shape}",
        )
    require_equal(
        places.shape[1],
        count,
        "elementwise-shape-mismatch",
        "indices of {got} values, and {wanted} values",
        argument="indices",
        runtime=f"number of dimensions must be sparse_dim ({places.shape[0]}) + dense_dim",
    )


def _compressed(a: Ignored, b: Ignored, values: Ignored, size: Dims | None = None, *, dtype: Value | None = None,
                layout: Ignored = None, device: Ignored = None, pin_memory: Ignored = False,
                requires_grad: Ignored = False, check_invariants: Ignored = None) -> Tensor:  # fmt: skip
    return _sized(size, values, dtype)


T.family("sparse_csr_tensor sparse_csc_tensor sparse_bsr_tensor sparse_bsc_tensor sparse_compressed_tensor",
         _compressed, ("torch.{}",))  # fmt: skip


def _as_it_was(input: Tensor, *given: Ignored, layout: Ignored = None, blocksize: Ignored = None,
               dense_dim: Ignored = None) -> Tensor:  # fmt: skip
    return tensor(input.shape, input.dtype)


T.family("to_sparse to_sparse_coo to_sparse_csr to_sparse_csc to_sparse_bsr to_sparse_bsc coalesce", _as_it_was,
         ("torch.Tensor.{}",))  # fmt: skip


@T.op("torch.Tensor.sparse_mask")
def sparse_mask(self: Tensor, mask: Tensor) -> Tensor:
    return tensor(self.shape, self.dtype)


def _parts(self: Tensor) -> Value:
    return Unknown("a part of a sparse tensor")


T.family(
    "values indices crow_indices col_indices ccol_indices row_indices is_coalesced sparse_dim dense_dim _nnz",
    _parts,
    ("torch.Tensor.{}",),
)
