"""Tensors made of numbers, nested lists and arrays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...algebra.broadcast import broadcast
from ...core.containers import Sequence
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Unknown, Value
from ..numpy.literal import describe
from .creation import fresh, require_grad
from .dialect import TENSOR_TYPES, T, asked, is_true, spoken, tensor
from .products import require_one_dtype
from .ranges import length_of

if TYPE_CHECKING:
    from ..binding import Ignored


def array_of(data: Value) -> Tensor:
    """What `torch.tensor` makes of a number, a nested list or an array."""
    if isinstance(data, Unknown):
        return tensor(Shape.unknown(), None)
    if isinstance(data, Tensor):
        return tensor(data.shape, data.dtype, replace(data.facts, order=None, grad=None))
    try:
        part = describe(data)
    except Mismatch as mismatch:
        raise Mismatch(
            mismatch.kind, mismatch.text, *mismatch.sizes, argument="data", runtime=_ragged(mismatch)
        ) from None
    if part.dtype in ("object", "string"):
        raise Undecided(f"a tensor of {part.dtype}s")
    dtype = T.default_float if part.empty else _leaf_dtype(data, part.dtype)
    attained = part.constant is not None
    facts = replace(
        part.facts, attained=attained, order=tuple(range(part.shape.rank)) if part.shape.known_rank else None
    )
    return tensor(part.shape, dtype, facts)


def _ragged(mismatch: Mismatch) -> str:
    if len(mismatch.sizes) == 2:
        got, wanted = mismatch.sizes
        return f"expected sequence of length {wanted} at dim 1 (got {got})"
    return "only one element tensors can be converted to Python scalars"


def _leaf_dtype(data: Value, dtype: str | None) -> str | None:
    """Python's floating point becomes torch's default; arrays keep their dtype."""
    kinds: set[str | None] = set()
    queue: list[Value] = [data]
    while queue:
        value = queue.pop()
        if isinstance(value, Sequence):
            queue.extend(value)
        else:
            kinds.add(value.dtype if isinstance(value, Tensor) else getattr(value, "type_name", None))
    if kinds <= {"bool", "int", "float"}:
        return T.default_float if "float" in kinds else dtype
    if kinds <= {"bool", "int", "float", "complex"}:
        return "complex64"
    return dtype if len(kinds) == 1 else None


def _made(data: Value, dtype: Value | None, requires_grad: Value | None = None) -> Tensor:
    found = array_of(data)
    name = asked(dtype, found.dtype)
    require_grad(name, requires_grad)
    facts = found.facts
    if family(name) in ("int", "uint") and family(found.dtype) == "float":
        facts = replace(facts, constant=None, low=None, high=None, attained=None)
    return tensor(found.shape, name, replace(facts, grad=is_true(requires_grad) or None))


@T.op("torch.tensor")
def tensor_(data: Value, *, dtype: Value | None = None, device: Ignored = None, requires_grad: Value | None = None,
            pin_memory: Ignored = False) -> Tensor:  # fmt: skip
    return _made(data, dtype, requires_grad)


@T.op("torch.as_tensor", "torch.asarray")
def as_tensor(data: Value, dtype: Value | None = None, device: Ignored = None, copy: Ignored = None,
              requires_grad: Ignored = False) -> Tensor:  # fmt: skip
    if isinstance(data, Tensor) and data.library.name == "torch" and asked(dtype, data.dtype) == data.dtype:
        return data
    return _made(data, dtype)


@T.op("torch.scalar_tensor")
def scalar_tensor(s: Value, *, dtype: Value | None = None, layout: Ignored = None, device: Ignored = None,
                  pin_memory: Ignored = False) -> Tensor:  # fmt: skip
    return tensor(Shape(), asked(dtype, T.default_float))


@T.op("torch.from_numpy")
def from_numpy(ndarray: Tensor) -> Tensor:
    """The same memory, seen by both."""
    if ndarray.dtype in ("object", "string"):
        raise Mismatch(
            "ragged-array",
            f"an array of {ndarray.dtype}s",
            argument="ndarray",
            runtime="can't convert np.ndarray of type numpy.object_. The only supported types are: float64, "
            "float32, float16, complex64, complex128, int64, int32, int16, int8, uint64, uint32, uint16, "
            "uint8, and bool.",
        )
    return tensor(ndarray.shape, ndarray.dtype, ndarray.box)


def legacy(dtype: str | None, given: tuple[Value, ...]) -> Tensor:
    """`torch.Tensor(2, 3)`, `torch.Tensor([1, 2])`, `torch.FloatTensor(array)`. A tuple of whole numbers may
    be a `torch.Size`, which is a size, or plain, which is data."""
    if len(given) == 1 and (isinstance(given[0], Unknown) or _may_be_size(given[0])):
        return tensor(Shape.unknown(), dtype)
    if len(given) == 1 and isinstance(given[0], (Sequence, Tensor)):
        found = array_of(given[0])
        return tensor(found.shape, dtype, replace(found.facts, grad=None))
    return fresh(Shape(length_of(value) for value in given) if given else Shape.of(0), dtype)


def _may_be_size(value: Value) -> bool:
    if not isinstance(value, Sequence) or value.type_name != "tuple":
        return False
    items = value.known
    return items is None or all(isinstance(item, (Scalar, Constant)) and item.type_name == "int" for item in items)


def _typed(path: str, dtype: str) -> None:
    @T.op(path)
    def make(*data: Value, device: Ignored = None) -> Tensor:
        return legacy(dtype, data)


@T.op("torch.Tensor.__new__")
def make_default(*data: Value, device: Ignored = None) -> Tensor:
    return legacy(T.default_float, data)


def _declare_types() -> None:
    for name, dtype in TENSOR_TYPES.items():
        _typed(f"torch.{name}.__new__", dtype)


_declare_types()


@T.op("torch.autograd.Variable")
def variable(data: Tensor, requires_grad: Value | None = None, volatile: Ignored = False) -> Tensor:
    require_grad(data.dtype, requires_grad)
    return data


@T.op("torch.nn.Buffer")
def buffer(data: Tensor | None = None, *, persistent: Ignored = True) -> Tensor:
    return fresh(Shape.of(0), T.default_float) if data is None else data


@T.op("torch.nn.Parameter")
def parameter(data: Tensor | None = None, requires_grad: Value | None = None) -> Tensor:
    if data is None:
        return fresh(Shape.of(0), T.default_float)
    if family(data.dtype) in ("bool", "int", "uint") and is_true(requires_grad, True):
        raise Undecided("a parameter of whole numbers")
    facts = Facts(order=data.facts.order, grad=is_true(requires_grad, True))
    return tensor(data.shape, data.dtype, facts)


@T.op("torch.nn.UninitializedParameter", "torch.nn.UninitializedBuffer")
def uninitialized(requires_grad: Ignored = True, device: Ignored = None, dtype: Ignored = None) -> Shape:
    return Shape.unknown()


@T.op("torch.complex", dtype=lambda real, **_: {"float32": "complex64", "float64": "complex128"}.get(real.dtype or ""))
def complex_(real: Tensor, imag: Tensor, *, out: Ignored = None) -> Shape:
    words = f"Expected object of scalar type {spoken(real.dtype)} but got scalar type {spoken(imag.dtype)}"
    require_one_dtype(real.dtype, imag.dtype, "imag", f"{words} for second argument")
    return broadcast(real.shape, imag.shape)


@T.op("torch.polar", dtype=lambda abs, **_: {"float32": "complex64", "float64": "complex128"}.get(abs.dtype or ""))
def polar(abs: Tensor, angle: Tensor, *, out: Ignored = None) -> Shape:
    return broadcast(abs.shape, angle.shape)


@T.op(
    "torch.view_as_complex",
    dtype=lambda input: {"float32": "complex64", "float64": "complex128"}.get(input.dtype or ""),
)
def view_as_complex(input: Tensor) -> Shape:
    if input.shape[-1].equals(2) is Truth.NO:
        raise Mismatch(
            "view-size-mismatch",
            f"complex numbers of {input.shape}",
            input.shape[-1],
            runtime="Tensor must have a last dimension of size 2",
        )
    return input.shape[:-1]


@T.op(
    "torch.view_as_real", dtype=lambda input: {"complex64": "float32", "complex128": "float64"}.get(input.dtype or "")
)
def view_as_real(input: Tensor) -> Shape:
    return input.shape + (2,)


@T.op("torch.Tensor.new_tensor")
def new_tensor(self: Tensor, data: Value, *, dtype: Value | None = None, device: Ignored = None,
               requires_grad: Ignored = False, layout: Ignored = None,
               pin_memory: Ignored = False) -> Tensor:  # fmt: skip
    made = _made(data, dtype)
    return tensor(made.shape, asked(dtype, self.dtype), made.facts)


@T.op("torch.Tensor.new")
def new(self: Tensor, *size: Value) -> Tensor:
    return legacy(self.dtype, size)
