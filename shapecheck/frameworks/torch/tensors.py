"""What a tensor tells of itself, and its conversions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ...algebra.axes import axis
from ...algebra.broadcast import broadcast_to
from ...core.containers import Sequence
from ...core.dim import Dim, product
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided
from ...core.plain import NONE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Unknown, Value
from ..dtypes import DTypeValue
from ..numpy.dialect import NUMPY
from ..numpy.literal import listed
from .creation import require_grad
from .dialect import MODES, TENSOR_TYPES, T, asked, dtype_of, flows_on, is_true, tensor

if TYPE_CHECKING:
    from ...core.value import Arguments, Context
    from ..binding import Ignored


def sizes_of(shape: Shape) -> Value:
    """The lengths as a tuple; as many as are known from the front, if the rank is not known."""
    if shape.known_rank:
        return Sequence.tuple(Constant(dim) for dim in shape.dims)
    before, after = shape.parts
    if after or not before:
        return Unknown("shape of unknown rank")
    return Sequence("tuple", (Constant(dim) for dim in before), Scalar("int"), Dim.unknown())


@T.op("torch.Tensor.shape", read=True)
def shape(self: Tensor) -> Value:
    return sizes_of(self.shape)


@T.op("torch.Tensor.size")
def size(self: Tensor, dim: int | None = None) -> Any:
    if dim is None:
        return sizes_of(self.shape)
    if self.shape == Shape():
        raise Mismatch("dim-out-of-range", f"size({dim}) of a tensor without axes", argument="dim",
                       runtime=f"Dimension specified as {dim} but tensor has no dimensions")  # fmt: skip
    if self.shape.known_rank:
        axis(dim, self.rank)
    return self.shape[dim]


@T.op("torch.Tensor.ndim", read=True)
def ndim(self: Tensor) -> int:
    return self.rank


@T.op("torch.Tensor.dim", "torch.Tensor.ndimension")
def dim_(self: Tensor) -> int:
    return self.rank


@T.op("torch.Tensor.numel", "torch.Tensor.nelement", "torch.numel")
def numel(input: Tensor) -> Dim:
    return product(input.shape.dims)


@T.op("torch.Tensor.__len__")
def length(self: Tensor) -> Dim:
    if self.shape.known_rank and self.rank == 0:
        raise Mismatch("dim-out-of-range", "len() of a tensor without axes", runtime="len() of a 0-d tensor")
    return self.shape[0]


@T.op("torch.Tensor.dtype", read=True)
def dtype(self: Tensor) -> Value:
    return DTypeValue(self.dtype) if self.dtype else Unknown("dtype")


@T.op("torch.Tensor.device", "torch.Tensor.layout", "torch.Tensor.grad_fn", read=True)
def device(self: Tensor) -> Value:
    return Unknown("where a tensor is")


@T.op(
    "torch.Tensor.is_cuda",
    "torch.Tensor.is_leaf",
    "torch.Tensor.requires_grad",
    "torch.Tensor.is_sparse",
    "torch.Tensor.is_quantized",
    "torch.Tensor.is_mps",
    "torch.Tensor.nbytes",
    "torch.Tensor.itemsize",
    read=True,
)
def flag(self: Tensor) -> Value:
    return Unknown("a property of a tensor")


@T.op("torch.Tensor.grad", read=True)
def grad(self: Tensor) -> Tensor:
    """None before `backward()`; who reads it expects what comes after."""
    return tensor(self.shape, self.dtype)


@T.op("torch.Tensor.data", read=True)
def data(self: Tensor) -> Tensor:
    return without_grad(self)


def without_grad(self: Tensor) -> Tensor:
    facts = self.facts
    return Tensor(
        self.shape, self.dtype, self.library, self.box.view(replace(facts, grad=None)) if facts.grad else self.box
    )


@T.op("torch.is_floating_point", "torch.Tensor.is_floating_point")
def is_floating_point(input: Tensor) -> Value:
    return Constant(family(input.dtype) == "float") if input.dtype else Unknown("dtype")


@T.op("torch.is_complex", "torch.Tensor.is_complex")
def is_complex(input: Tensor) -> Value:
    return Constant(family(input.dtype) == "complex") if input.dtype else Unknown("dtype")


@T.op(
    "torch.is_nonzero",
    "torch.Tensor.is_nonzero",
    "torch.get_device",
    *(f"{root}.{name}" for root in ("torch", "torch.Tensor")
      for name in ("is_conj", "is_neg", "is_inference", "is_distributed")),
    "torch.Tensor.is_set_to",
    "torch.Tensor.const_data_ptr",
    "torch.Tensor.storage_type",
    "torch.Tensor.dim_order",
    "torch.Tensor.is_contiguous",
    "torch.Tensor.is_pinned",
    "torch.Tensor.is_shared",
    "torch.Tensor.data_ptr",
    "torch.Tensor.stride",
    "torch.Tensor.storage",
    "torch.Tensor.untyped_storage",
    "torch.Tensor.get_device",
    "torch.Tensor.storage_offset",
    "torch.Tensor.element_size",
)
def unmodelled(self: Tensor, *args: Ignored, memory_format: Ignored = None) -> Value:
    return Unknown("a property of a tensor")


@T.native("torch.Tensor.__setattr__")
def set_attribute(context: Context, arguments: Arguments) -> Value:
    """`p.requires_grad = False`: which outputs have gradients is not sure any more. `p.data = x`: p is as x is."""
    target, name, new = arguments.positional
    if getattr(name, "payload", None) == "requires_grad":
        context.write(MODES, "grad", False)
        if isinstance(target, Tensor):
            context.write(target.box.state, "leaf", True)
    if getattr(name, "payload", None) == "data" and isinstance(target, Tensor):
        target.forget(context)
        if not isinstance(new, Tensor) or new.dtype != target.dtype or new.shape != target.shape:
            target.reshape(context)
    return NONE


# -- conversions ------------------------------------------------------------------------------------------------


def cast(self: Tensor, dtype: str | None) -> Tensor:
    """The elements in another dtype: floating point numbers become whole, anything becomes true or false."""
    if dtype == self.dtype and dtype is not None:
        return self
    facts = replace(self.facts, grad=flows_on(self.facts))
    had, has = family(self.dtype), family(dtype)
    if has == "bool":
        facts = replace(facts, low=0, high=1, constant=None, attained=None)
    elif had == "float" and has in ("int", "uint"):
        facts = replace(
            facts,
            constant=None,
            attained=None,
            low=None if facts.low is None else float(int(facts.low)),
            high=None if facts.high is None else float(int(facts.high)),
        )
        if has == "uint" and (facts.low is None or facts.low < 0):
            facts = replace(facts, low=None, high=None)
    return tensor(self.shape, dtype, facts)


def _laid_out(made: Tensor, memory_format: Value | None) -> Tensor:
    """The order in memory is not known where one is asked for."""
    asks = memory_format is not None and memory_format is not NONE
    return tensor(made.shape, made.dtype, replace(made.facts, order=None)) if asks else made


def _converter(dtype: str) -> Any:
    def convert(self: Tensor, memory_format: Ignored = None) -> Tensor:
        return _laid_out(cast(self, dtype), memory_format)

    return convert


for _name, _dtype in {
    "float": "float32",
    "double": "float64",
    "half": "float16",
    "bfloat16": "bfloat16",
    "long": "int64",
    "int": "int32",
    "short": "int16",
    "char": "int8",
    "byte": "uint8",
    "bool": "bool",
    "cfloat": "complex64",
    "cdouble": "complex128",
}.items():
    T.op(f"torch.Tensor.{_name}")(_converter(_dtype))


@T.op("torch.Tensor.to")
def to(self: Tensor, *args: Value, dtype: Value | None = None, device: Ignored = None, non_blocking: Ignored = False,
       copy: Ignored = False, memory_format: Ignored = None, other: Value | None = None) -> Tensor:  # fmt: skip
    """to(dtype), to(device), to(device, dtype), to(other)."""
    wanted: str | None = asked(dtype, self.dtype)
    for value in (*args, *((other,) if other is not None else ())):
        if isinstance(value, Tensor):
            wanted = value.dtype
        elif isinstance(value, Unknown):
            # most often a device; a dtype of that name would say otherwise
            wanted = wanted if _only_device(args, value) else None
        elif dtype_of(value) is not None and not isinstance(getattr(value, "payload", None), str):
            wanted = dtype_of(value)
    return _laid_out(cast(self, wanted), memory_format)


def _only_device(args: tuple[Value, ...], value: Value) -> bool:
    source = getattr(value, "source", None) or ()
    told = str(getattr(value, "reason", "")), *(part for part in source if isinstance(part, str))
    if any("dtype" in text for text in told):
        return False
    return False if len(args) > 2 else "device" in told[0] or args[0] is value


@T.op("torch.Tensor.type")
def type_(self: Tensor, dtype: Value | None = None, non_blocking: Ignored = False) -> Value:
    if dtype is None:
        names = {d: name for name, d in TENSOR_TYPES.items()}
        return Constant(f"torch.{names[self.dtype]}") if self.dtype in names else Unknown("type of a tensor")
    return cast(self, dtype_of(dtype))


@T.op("torch.Tensor.type_as")
def type_as(self: Tensor, other: Tensor) -> Tensor:
    return cast(self, other.dtype)


def _same(self: Tensor, *args: Ignored, memory_format: Ignored = None, non_blocking: Ignored = False,
          device: Ignored = None) -> Tensor:  # fmt: skip
    return self


T.family("cpu cuda xpu ipu mtia pin_memory share_memory_ to_dense as_subclass", _same, ("torch.Tensor.{}",))


@T.op("torch.Tensor.contiguous")
def contiguous(self: Tensor, memory_format: Ignored = None) -> Tensor:
    if memory_format is not None or not self.shape.known_rank:
        return tensor(self.shape, self.dtype, replace(self.facts, order=None))
    return tensor(self.shape, self.dtype, replace(self.facts, order=tuple(range(self.rank))))


@T.op("torch.Tensor.detach", "torch.Tensor.detach_", "torch.detach")
def detach(input: Tensor) -> Tensor:
    return without_grad(input)


@T.op("torch.Tensor.requires_grad_")
def requires_grad_(self: Tensor, requires_grad: Value | None = None) -> Tensor:
    if is_true(requires_grad, True):
        require_grad(self.dtype, Constant(True))
    return self


@T.op("torch.Tensor.numpy", "torch.Tensor.__array__")
def numpy(self: Tensor, *, force: Ignored = False) -> Tensor:
    if self.facts.grad and is_true(force if isinstance(force, Value) else None) is False:
        raise Mismatch(
            "numpy-requires-grad",
            "numpy() of a tensor that a gradient flows to",
            argument="self",
            runtime="Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.",
            help=".detach().cpu().numpy()",
        )
    dtype = None if self.dtype == "bfloat16" else self.dtype
    return Tensor(self.shape, dtype, NUMPY, self.box)


_PYTHON = {"float": "float", "int": "int", "uint": "int", "bool": "bool", "complex": "complex"}


@T.op("torch.Tensor.item")
def item(self: Tensor) -> Value:
    if self.shape.known_rank and self.shape.numel.equals(1) is Truth.NO:
        total = self.shape.numel
        raise Mismatch(
            "backward-on-nonscalar",
            f"item() of {self.shape}",
            total,
            runtime=f"a Tensor with {total} elements cannot be converted to Scalar",
        )
    constant = self.facts.constant
    while isinstance(constant, tuple) and len(constant) == 1:
        constant = constant[0]
    if isinstance(constant, (bool, int, float, Dim)) and family(self.dtype) in ("int", "uint", "bool"):
        return Constant(constant)
    return _element(self) or Unknown("item of a tensor")


def _element(tensor: Tensor) -> Value | None:
    """Any one of the elements, as a number of Python."""
    kind, facts = _PYTHON.get(family(tensor.dtype) or ""), tensor.facts
    if kind in ("int", "float") and facts.low is not None and facts.low == facts.high and facts.low % 1 == 0:
        return Constant(int(facts.low) if kind == "int" else float(facts.low))
    return Scalar(kind, bounds=(facts.low, facts.high) if kind != "bool" else None) if kind else None


@T.op("torch.Tensor.__float__")
def float_(self: Tensor) -> Value:
    item(self)
    return Scalar("float")


@T.op("torch.Tensor.__int__", "torch.Tensor.__index__")
def int_(self: Tensor) -> Value:
    found = item(self)
    return found if isinstance(found, Constant) and isinstance(found.payload, int) else Scalar("int")


@T.op("torch.Tensor.__bool__")
def bool_(self: Tensor) -> Value:
    if self.shape.known_rank and self.shape.numel.equals(1) is Truth.NO and self.shape.numel.equals(0) is Truth.NO:
        raise Mismatch(
            "backward-on-nonscalar",
            f"the truth of {self.shape}",
            self.shape.numel,
            runtime="Boolean value of Tensor with more than one value is ambiguous",
        )
    return Unknown("truth of a tensor")


@T.op("torch.Tensor.tolist")
def tolist(self: Tensor) -> Value:
    if not self.shape.known_rank:
        raise Undecided("the rank is not known")
    return listed(lambda: _element(self) or Unknown("element of a tensor"), self.shape.dims)


@T.op("torch.Tensor.backward")
def backward(self: Tensor, gradient: Ignored = None, retain_graph: Ignored = None, create_graph: Ignored = False,
             inputs: Ignored = None) -> Value:  # fmt: skip
    if gradient is None and self.shape.known_rank and self.shape.numel.equals(1) is Truth.NO:
        raise Mismatch(
            "backward-on-nonscalar",
            f"backward() of {self.shape}",
            self.shape.numel,
            argument="self",
            runtime="grad can be implicitly created only for scalar outputs",
            help="reduce it first: loss.mean().backward()",
        )
    return NONE


@T.op(
    "torch.Tensor.retain_grad",
    "torch.Tensor.register_hook",
    "torch.Tensor.register_post_accumulate_grad_hook",
    "torch.Tensor.record_stream",
)
def nothing(self: Tensor, *args: Ignored) -> Value:
    return NONE


@T.op("torch.is_tensor")
def is_tensor(obj: Value) -> Value:
    if isinstance(obj, Tensor):
        return Constant(obj.library.name == "torch")
    return Unknown("kind of a value") if isinstance(obj, Unknown) else Constant(False)


@T.op("torch.Tensor.sum_to_size")
def sum_to_size(self: Tensor, *size: Dim) -> Tensor:
    """Only where there is something to sum, truth values are counted."""
    broadcast_to(Shape(size), self.shape)
    return tensor(Shape(size), None if self.dtype == "bool" else self.dtype)
