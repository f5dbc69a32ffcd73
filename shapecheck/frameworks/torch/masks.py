"""Elements by truth value: masks, conditions, triangles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.broadcast import broadcast
from ...core.dim import Dim
from ...core.dtype import family
from ...core.outcome import Mismatch
from ...core.shape import Shape
from ...core.tensor import Tensor
from .binary import fits
from .dialect import T, copied, shape_of, spoken, spoken_type, tensor
from .pointwise import WRITES

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..binding import Ignored, Operand


def _require_bool(mask: Tensor, words: str, spell: Callable[[str | None], str], also: tuple[str, ...] = ()) -> None:
    """A mask holds truth values."""
    if mask.dtype is not None and mask.dtype != "bool" and mask.dtype not in also:
        raise Mismatch(
            "index-dtype",
            f"a {mask.dtype} mask",
            argument="mask",
            runtime=words.format(spell(mask.dtype)),
            help="compare first: mask != 0",
        )


_FILL = "masked_fill_ only supports boolean masks, but got mask with dtype {}"
_SCATTER = "masked_scatter_ only supports boolean masks, but got mask with dtype {}"


def _require_number(value: Operand) -> None:
    if isinstance(value, Tensor) and value.shape.known_rank and value.rank > 0:
        raise Mismatch(
            "elementwise-shape-mismatch",
            f"fills with {value.shape}, takes one number",
            argument="value",
            runtime="masked_fill_ only supports a 0-dimensional value tensor, but got tensor with "
            f"{value.rank} dimension(s).",
            help="torch.where(mask, value, x)",
        )


def _require_real(input: Tensor, value: Any) -> None:
    """A complex number is no element of a tensor of others."""
    given = family(value.dtype) == "complex" if isinstance(value, Tensor) else isinstance(value, complex)
    if given and family(input.dtype) not in ("complex", None):
        raise Mismatch("inplace-dtype-cast", f"a complex number in a {input.dtype} tensor", argument="value",
                       runtime=f"value cannot be converted to type {spoken_type(input.dtype)} without overflow"
                       )  # fmt: skip


@T.op("torch.masked_fill", "torch.Tensor.masked_fill")
def masked_fill(input: Tensor, mask: Tensor, value: Operand) -> Shape:
    _require_bool(mask, _FILL, spoken_type)
    _require_number(value)
    _require_real(input, value)
    return broadcast(input.shape, mask.shape)


@T.op("torch.Tensor.masked_fill_", traits=WRITES)
def masked_fill_inplace(input: Tensor, mask: Tensor, value: Operand) -> Tensor:
    _require_bool(mask, _FILL, spoken_type)
    _require_number(value)
    _require_real(input, value)
    fits(input.shape, broadcast(input.shape, mask.shape))
    return input


@T.op("torch.masked_select", "torch.Tensor.masked_select")
def masked_select(input: Tensor, mask: Tensor, *, out: Ignored = None) -> Tensor:
    _require_bool(mask, "masked_select: expected BoolTensor for mask", spoken)
    broadcast(input.shape, mask.shape)
    return copied(input, Shape.of(Dim.unknown()))


@T.op("torch.masked_scatter", "torch.Tensor.masked_scatter")
def masked_scatter(input: Tensor, mask: Tensor, source: Tensor) -> Shape:
    _require_bool(mask, _SCATTER, spoken)
    return broadcast(input.shape, mask.shape)


@T.op("torch.Tensor.masked_scatter_", traits=WRITES)
def masked_scatter_inplace(input: Tensor, mask: Tensor, source: Tensor) -> Tensor:
    _require_bool(mask, _SCATTER, spoken, ("uint8",))
    fits(input.shape, broadcast(input.shape, mask.shape))
    return input


@T.op("torch.where")
def where(condition: Tensor, input: Operand | None = None, other: Operand | None = None, *, out: Ignored = None) -> Any:
    if input is None or other is None:
        return tuple(tensor(Shape.of(Dim.unknown()), "int64") for _ in range(max(condition.rank, 1)))
    _require_bool(
        condition, "where expected condition to be a boolean tensor, but got a tensor with dtype {}", spoken, ("uint8",)
    )
    shape = broadcast(condition.shape, shape_of(input), shape_of(other))
    return tensor(shape, T.promote([input, other]))


@T.op("torch.Tensor.where")
def where_method(self: Tensor, condition: Tensor, other: Operand) -> Tensor:
    return tensor(broadcast(condition.shape, self.shape, shape_of(other)), T.promote([self, other]))


@T.op("torch.nonzero", "torch.Tensor.nonzero", "torch.argwhere", "torch.Tensor.argwhere")
def nonzero(input: Tensor, *, as_tuple: bool = False, out: Ignored = None) -> Any:
    if as_tuple:
        return tuple(tensor(Shape.of(Dim.unknown()), "int64") for _ in range(max(input.rank, 1)))
    return tensor(Shape.of(Dim.unknown(), input.rank), "int64")


@T.op("torch.index_put", "torch.Tensor.index_put")
def index_put(input: Tensor, indices: Ignored, values: Tensor, accumulate: Ignored = False) -> Shape:
    return input.shape


@T.op("torch.Tensor.index_put_", traits=WRITES)
def index_put_inplace(input: Tensor, indices: Ignored, values: Tensor, accumulate: Ignored = False) -> Tensor:
    return input


@T.op("torch.tril", "torch.Tensor.tril", "torch.triu", "torch.Tensor.triu")
def tril(input: Tensor, diagonal: Ignored = 0, *, out: Ignored = None) -> Shape:
    if input.rank < 2:
        raise Mismatch(
            "layer-input-rank",
            f"a triangle of {input.shape}",
            runtime="tril: input tensor must have at least 2 dimensions",
        )
    return input.shape


@T.op("torch.Tensor.tril_", "torch.Tensor.triu_", traits=WRITES)
def tril_inplace(input: Tensor, diagonal: Ignored = 0) -> Tensor:
    return input
