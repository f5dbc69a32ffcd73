"""The library `torch`: its tensors, its dtypes, and what its shape functions share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.convert import to_value
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Box, Facts, Library, Tensor
from ...core.value import AMBIENT, State, Unknown, Value
from ..declare import Dialect
from ..dtypes import DTypeValue, dtype_name
from .promote import promote

if TYPE_CHECKING:
    from ...core.value import Arguments, Context

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
    if isinstance(value, Sequence) and _is_recurrent_output(value):
        raise Mismatch(
            "rnn-tuple-output",
            "a tuple where a tensor is expected",
            runtime="argument 'input' (position 1) must be Tensor, not tuple",
            help="take it apart first: out, _ = rnn(x)",
        )
    if isinstance(value, Constant) and isinstance(value.payload, (bool, int, float, complex, Dim)):
        payload = value.payload
        if isinstance(payload, Dim):
            return Tensor(Shape(), "int64", TORCH)
        dtype = {"bool": "bool", "int": "int64", "float": T.default_float}.get(value.type_name)
        return Tensor(Shape(), dtype, TORCH)
    if isinstance(value, Scalar) and value.type_name in ("bool", "int", "float"):
        return Tensor(Shape(), {"bool": "bool", "int": "int64"}.get(value.type_name, T.default_float), TORCH)
    return None


def _is_recurrent_output(value: Sequence) -> bool:
    """What nn.LSTM and its like return: the outputs, and the last state or states."""
    if value.type_name != "tuple" or value.rest is not None or len(value.items) != 2:
        return False
    outputs, state = value.items
    if isinstance(state, Sequence):
        return isinstance(outputs, Tensor) and len(state.items) == 2 and all(isinstance(s, Tensor) for s in state.items)
    return isinstance(outputs, Tensor) and outputs.facts.activation == "recurrent"


def _promote(operands: list[Any]) -> str | None:
    return promote(operands, T.default_float)


MODES = State({
    "default_float": "float32", "lenient": False, "grad": True, "trained": False, "switched": False, "inside": False,
    "evaluating": False, "evaluates": False,
})  # fmt: skip
"""What a program sets for all that follows: the dtype of new tensors; that operands of several dtypes are cast
(autocast); whether outputs of layers certainly have gradients; whether an optimizer has made a step; whether a module
was told that it is not trained; whether this is inside of `torch.no_grad()`, and there in a loop over batches, in a
program that has trained and never says that it evaluates; whether the module that is called is in the mode for
evaluation."""
MODES.born = 0  # older than any analysis, also than the one that first needs this file: taken back at its end
AMBIENT.append((MODES, "grad", False))  # the caller may be under `torch.no_grad()`


class _TorchDialect(Dialect):
    """The dialect of torch, whose default dtype the program may change."""

    @property
    def default_float(self) -> str:
        found: str = MODES["default_float"]
        return found

    @default_float.setter
    def default_float(self, name: str) -> None:
        MODES["default_float"] = name


T = _TorchDialect(
    TORCH,
    as_tensor=as_tensor,
    promote=_promote,
    dtype_of=dtype_of,
    layer_base="torch.nn.Module",
    layer_method="forward",
    strict=True,
    eager=True,
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
    return Facts(
        low=facts.low, high=facts.high, attained=facts.attained, activation=facts.activation,
        grad=flows_on(facts), **more,
    )  # fmt: skip


def flows_on(facts: Facts) -> bool | None:
    """A gradient certainly flows through what is computed of such elements here."""
    return facts.grad if MODES["grad"] else None


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
    if any(not isinstance(value, (Tensor, Unknown)) for value in values) or (
        len(values) == 1 and isinstance(values[0], Unknown)
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


def lengths(given: Any, count: int) -> tuple[Dim, ...]:
    """One number for all axes, or one for each; given as a value, or as a default in plain Python."""
    if isinstance(given, Sequence) and given.known is not None:
        found = tuple(_length(one) for one in given.known)
    elif isinstance(given, (tuple, list)):
        found = tuple(Dim.of(one) for one in given)
    elif isinstance(given, (Sequence, Unknown)):
        return tuple(Dim.unknown() for _ in range(count))
    else:
        found = (_length(given),)
    if len(found) == 1:
        return found * count
    if len(found) != count:
        raise Undecided(f"{len(found)} numbers for {count} axes")
    return found


def _length(given: Any) -> Dim:
    if isinstance(given, (int, Dim)):
        return Dim.of(given)
    if isinstance(given, Constant) and given.dim is not None:
        return given.dim
    return Dim.unknown()


def is_one(size: Any) -> bool:
    """One number for all axes."""
    return isinstance(size, int) or (isinstance(size, Constant) and size.dim is not None)


def repeated(size: Any, count: int) -> Sequence:
    """One number for all axes, as the tuple that a layer keeps."""
    return Sequence.tuple([to_value(size)] * count)


def leading(shape: Shape) -> Shape:
    """All axes but the last; any, if nothing is known."""
    return Shape.unknown() if not shape.known_rank and not shape.parts[1] else shape[:-1]


def spoken_type(dtype: str | None) -> str:
    """How the messages of convolutions call a dtype: by its name in C++."""
    return _C_NAMES.get(dtype or "", dtype or "?")


_C_NAMES = {
    "float64": "double", "float32": "float", "int64": "long int", "int32": "int", "float16": "c10::Half",
    "bfloat16": "c10::BFloat16", "bool": "bool", "uint8": "unsigned char", "int16": "short", "int8": "signed char",
}  # fmt: skip


class TensorType(DTypeValue):
    """`torch.FloatTensor` and its like: a dtype, and a function that makes tensors of it."""

    __slots__ = ("path",)
    kind = "class"

    def __init__(self, path: str, dtype: str) -> None:
        super().__init__(dtype)
        self.path = path

    def call(self, context: Context, arguments: Arguments) -> Value:
        return context.apply(f"{self.path}.__new__", arguments)


T.constants({f"torch.{name}": DTypeValue(dtype) for dtype, names in DTYPES.items() for name in names.split()})
T.constants({
    f"torch.{prefix}{name}": TensorType(f"torch.{name}", dtype)
    for name, dtype in TENSOR_TYPES.items() for prefix in ("", "cuda.")
})  # fmt: skip
