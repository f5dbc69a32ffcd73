"""The library `torch`: its tensors, its dtypes, and what its shape functions share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.outcome import Undecided
from ...core.plain import Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Box, Facts, Library, Tensor
from ...core.value import Unknown, Value
from ..declare import Dialect
from ..dtypes import DTypeValue, dtype_name
from .promote import promote

if TYPE_CHECKING:
    from collections.abc import Iterable

TORCH = Library("torch", "torch.Tensor", 2)

DTYPES = {
    "float32": "float32 float", "float64": "float64 double", "float16": "float16 half", "bfloat16": "bfloat16",
    "int64": "int64 long", "int32": "int32 int", "int16": "int16 short", "int8": "int8", "uint8": "uint8",
    "uint16": "uint16", "uint32": "uint32", "uint64": "uint64", "bool": "bool", "complex64": "complex64 cfloat",
    "complex128": "complex128 cdouble",
}  # fmt: skip
"""The names of each dtype in the module `torch`."""

TENSOR_TYPES = {
    "FloatTensor": "float32", "DoubleTensor": "float64", "HalfTensor": "float16", "BFloat16Tensor": "bfloat16",
    "LongTensor": "int64", "IntTensor": "int32", "ShortTensor": "int16", "CharTensor": "int8", "ByteTensor": "uint8",
    "BoolTensor": "bool",
}  # fmt: skip
"""The dtypes of the classes `torch.FloatTensor` and so on."""

PYTHON_TYPES = {
    "float": "float64", "int": "int64", "bool": "bool", "complex": "complex128",
    **TENSOR_TYPES,
    **{f"torch.{prefix}{name}": dtype for name, dtype in TENSOR_TYPES.items() for prefix in ("", "cuda.")},
}  # fmt: skip
"""What torch takes as a dtype besides its own: Python's types, and the names of its classes."""

SPOKEN = {
    "float32": "Float", "float64": "Double", "float16": "Half", "bfloat16": "BFloat16", "int64": "Long",
    "int32": "Int", "int16": "Short", "int8": "Char", "uint8": "Byte", "bool": "Bool", "complex64": "ComplexFloat",
    "complex128": "ComplexDouble",
}  # fmt: skip
"""How torch's messages call a dtype."""


def spoken(dtype: str | None) -> str:
    return SPOKEN.get(dtype or "", dtype or "?")


def dtype_of(value: Value) -> str | None:
    """The dtype that a value passed as `dtype=` means."""
    return dtype_name(value, PYTHON_TYPES)


def as_tensor(value: Value) -> Tensor | None:
    """Numbers where an op takes a tensor or a number; torch's ops take no lists."""
    if isinstance(value, Constant) and isinstance(value.payload, (bool, int, float, complex, Dim)):
        payload = value.payload
        if isinstance(payload, Dim):
            return Tensor(Shape(), "int64", TORCH)
        dtype = {"bool": "bool", "int": "int64", "float": T.default_float}.get(value.type_name)
        return Tensor(Shape(), dtype, TORCH)
    if isinstance(value, Scalar) and value.type_name in ("bool", "int", "float"):
        return Tensor(Shape(), {"bool": "bool", "int": "int64"}.get(value.type_name, T.default_float), TORCH)
    return None


def _promote(operands: list[Any]) -> str | None:
    return promote(operands, T.default_float)


T = Dialect(
    TORCH,
    as_tensor=as_tensor,
    promote=_promote,
    dtype_of=dtype_of,
    layer_base="torch.nn.Module",
    layer_method="forward",
    aliases={"dim": ("axis",), "keepdim": ("keepdims",), "input": ("x", "self"), "other": ("x2",), "self": ("input",)},
)


# -- making results ---------------------------------------------------------------------------------------------


def tensor(shape: Shape, dtype: str | None, facts: Facts | Box | None = None) -> Tensor:
    return Tensor(shape, dtype, TORCH, facts)


def named(names: str, *values: Value) -> Sequence:
    """A tuple whose items have names, as `torch.max(x, 0)` returns."""
    return Sequence("tuple", values, names=tuple(names.split()))


def unknown(reason: str) -> Unknown:
    return Unknown(reason)


def view(base: Tensor, shape: Shape, **facts: Any) -> Tensor:
    """A view: the elements of `base` in another shape. What is known of the elements stays, what depends on the axes
    is given or goes."""
    kept = keep_elements(base.facts, **facts)
    box = base.box.view(kept) if kept != base.facts else base.box
    return Tensor(shape, base.dtype, base.library if base.library.name == "torch" else TORCH, box)


def keep_elements(facts: Facts, **more: Any) -> Facts:
    """What does not depend on where the elements are."""
    return Facts(low=facts.low, high=facts.high, attained=facts.attained, activation=facts.activation,
                 grad=facts.grad, **more)  # fmt: skip


def copied(base: Tensor, shape: Shape | None = None, dtype: str | None = None, **facts: Any) -> Tensor:
    """A new tensor with the same elements."""
    kept = keep_elements(base.facts, **facts)
    return tensor(base.shape if shape is None else shape, dtype or base.dtype, kept)


# -- reading arguments ------------------------------------------------------------------------------------------


def shape_of(operand: Any) -> Shape:
    """The shape of a tensor or a number."""
    if isinstance(operand, Tensor):
        return operand.shape
    if operand is None:
        raise Undecided("None where a tensor is expected")
    return Shape()


def tensors_of(*values: Value) -> tuple[Tensor, ...]:
    """The tensors that are given one by one, or as one sequence; what is not known is a tensor of unknown shape."""
    if len(values) == 1 and isinstance(values[0], Sequence):
        if values[0].known is None:
            raise Undecided(f"{values[0].kind} of unknown length")
        values = values[0].known
    if any(not isinstance(value, (Tensor, Unknown)) for value in values) or len(values) == 1 and isinstance(
        values[0], Unknown
    ):
        raise Undecided("something that is not a tensor")
    return tuple(value if isinstance(value, Tensor) else tensor(Shape.unknown(), None) for value in values)


def asked(dtype: Value | None, default: str | None) -> str | None:
    """The dtype that an argument `dtype` names; the default for None, None where it is not known."""
    if dtype is None or (isinstance(dtype, Constant) and dtype.payload is None):
        return default
    return dtype_of(dtype)


def is_true(flag: Value | None, default: bool = False) -> bool | None:
    """A truth value that may be unknown (None)."""
    if flag is None:
        return default
    if isinstance(flag, Constant):
        return bool(flag.payload)
    return None


def size_text(shape: Shape) -> str:
    """How torch writes a size: `torch.Size([2, 3])`."""
    return f"torch.Size({shape})"


def pair(numbers: Iterable[Any] | Any, count: int) -> tuple[Any, ...]:
    """One number for all axes, or one for each."""
    found = tuple(numbers) if isinstance(numbers, (tuple, list)) else (numbers,)
    if len(found) == 1:
        return found * count
    if len(found) != count:
        raise Undecided(f"{len(found)} numbers for {count} axes")
    return found


class TensorType(DTypeValue):
    """`torch.FloatTensor` and its like: a dtype, and a function that makes tensors of it."""

    __slots__ = ("path",)
    kind = "class"

    def __init__(self, path: str, dtype: str) -> None:
        super().__init__(dtype)
        self.path = path

    def call(self, context: Any, arguments: Any) -> Value:
        result: Value = context.apply(f"{self.path}.__new__", arguments)
        return result


T.constants({f"torch.{name}": DTypeValue(dtype) for dtype, names in DTYPES.items() for name in names.split()})
T.constants({
    f"torch.{prefix}{name}": TensorType(f"torch.{name}", dtype)
    for name, dtype in TENSOR_TYPES.items() for prefix in ("", "cuda.")
})  # fmt: skip
