"""What dtype two operands have together, and other questions that have no tensor for an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.dtype import family
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Unknown, Value
from ..dtypes import DTypeValue
from .dialect import T, tensor

if TYPE_CHECKING:
    from ..binding import DType, Ignored, Operand


@T.op("torch.result_type")
def result_type(tensor1: Operand, tensor2: Operand) -> Value:
    found = T.promote([tensor1, tensor2])
    return DTypeValue(found) if found else Unknown("dtype")


@T.op("torch.promote_types")
def promote_types(type1: DType, type2: DType) -> Value:
    found = T.promote([tensor(Shape.of(1), type1), tensor(Shape.of(1), type2)])
    return DTypeValue(found) if found else Unknown("dtype")


@T.op("torch.is_same_size", "torch.Tensor.is_same_size")
def is_same_size(input: Tensor, other: Tensor) -> Value:
    same = input.shape.equals(other.shape)
    return Unknown("whether shapes agree") if same is Truth.MAYBE else Constant(same is Truth.YES)


@T.op("torch.is_signed", "torch.Tensor.is_signed")
def is_signed(input: Tensor) -> Value:
    kind = family(input.dtype)
    return Unknown("dtype") if kind is None else Constant(kind not in ("bool", "uint"))


@T.op("torch.Tensor.chalf")
def chalf(self: Tensor, memory_format: Ignored = None) -> Tensor:
    return tensor(self.shape, None)
