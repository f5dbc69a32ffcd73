"""What Keras's tensors can do: operators, indexing, properties and the methods of the backend's tensors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.broadcast import broadcast
from ...algebra.indexing import Mask, Part, take
from ...algebra.matmul import matmul as product_of
from ...core.containers import Sequence, Slice
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Arguments, Native, Unknown, Value
from ..binding import Ignored, Operand
from ..dtypes import DTypeValue
from ..numpy.dialect import NUMPY
from .dialect import K, floated, promote, tensor

if TYPE_CHECKING:
    from ...core.value import Context

_T = "keras.KerasTensor."
_WORDS = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**"}


def shape_of(operand: Operand) -> Shape:
    """The shape of a tensor; Python's numbers have none."""
    return operand.shape if isinstance(operand, Tensor) else Shape()


def combined(left: Operand, right: Operand) -> Shape:
    """The common shape of two operands, in TensorFlow's words where there is none."""
    try:
        return broadcast(shape_of(left), shape_of(right))
    except Mismatch as found:
        found.runtime = (
            f"Incompatible shapes: {_brackets(shape_of(left))} vs. {_brackets(shape_of(right))}",
            f"Dimensions must be equal, but are {found.sizes[0]} and {found.sizes[1]}" if len(found.sizes) > 1 else "",
        )
        raise


def _brackets(shape: Shape) -> str:
    if not shape.known_rank:
        return "<unknown>"
    return f"[{','.join('?' if dim.value is None else str(dim) for dim in shape.dims)}]"


def _arithmetic(name: str) -> None:
    def operate(x: Operand, y: Operand) -> Tensor:
        dtype = promote([x, y])
        return tensor(combined(x, y), floated(dtype) if name == "truediv" and dtype else dtype)

    K.op(f"{_T}__{name}__")(operate)


for _name in _WORDS:
    _arithmetic(_name)


def _comparison(name: str) -> None:
    def compare(x: Operand, y: Operand) -> Tensor:
        return tensor(combined(x, y), "bool")

    K.op(f"{_T}__{name}__")(compare)


for _name in ("lt", "le", "gt", "ge"):
    _comparison(_name)


def _equality(name: str) -> None:
    def compare(x: Operand, y: Operand) -> Tensor:
        """Symbolic tensors compare as objects, and shapes that do not broadcast are no error."""
        try:
            return tensor(combined(x, y), "bool")
        except Mismatch:
            raise Undecided("a comparison of tensors that do not broadcast") from None

    K.op(f"{_T}__{name}__")(compare)


for _name in ("eq", "ne"):
    _equality(_name)


def _logical(name: str) -> None:
    def operate(x: Operand, y: Operand) -> Tensor:
        return tensor(combined(x, y), promote([x, y]))

    K.op(f"{_T}__{name}__")(operate)


for _name in ("and", "or", "xor"):
    _logical(_name)


@K.op(f"{_T}__matmul__", "keras.ops.matmul")
def matmul(x1: Tensor, x2: Tensor) -> Tensor:
    return tensor(product_of(x1.shape, x2.shape), promote([x1, x2]))


def _same(name: str) -> None:
    def operate(x: Tensor) -> Tensor:
        return tensor(x.shape, x.dtype)

    K.op(f"{_T}__{name}__")(operate)


for _name in ("neg", "pos", "abs", "invert"):
    _same(_name)


# -- items -----------------------------------------------------------------------------------------------------


def _part(value: Value) -> Any:
    if isinstance(value, Slice):
        step = value.step.payload if isinstance(value.step, Constant) else 0
        if not (step is None or isinstance(step, int)) or step == 0:
            raise Undecided("a step that is not known")
        return Part(_bound(value.start), _bound(value.stop), step)
    if isinstance(value, Constant):
        if value.payload is None or value.payload is Ellipsis:
            return value.payload
        if value.dim is not None:
            return value.dim
    if isinstance(value, Tensor):
        if value.dtype == "bool":
            return Mask(value.shape)
        return Dim.unknown() if value.shape == Shape() else value.shape
    if isinstance(value, Sequence) and value.known is not None:
        return Shape((len(value.known),))
    if isinstance(value, Unknown):
        raise Undecided(value.reason)
    return Dim.unknown()


def _bound(value: Value) -> Dim | None:
    if value is NONE or (isinstance(value, Constant) and value.payload is None):
        return None
    return value.dim if isinstance(value, Constant) and value.dim is not None else Dim.unknown()


@K.op(f"{_T}__getitem__")
def getitem(x: Tensor, index: Value) -> Tensor:
    parts = index.known if isinstance(index, Sequence) and index.type_name == "tuple" else (index,)
    if parts is None:
        raise Undecided("an index of unknown length")
    shape = take(x.shape, tuple(_part(part) for part in parts))
    return tensor(shape, x.dtype, Facts(low=x.facts.low, high=x.facts.high))


@K.op(f"{_T}__len__")
def length(x: Tensor) -> Dim:
    return x.shape[0]


@K.op(f"{_T}__iter__")
def iterate(x: Tensor) -> Sequence:
    if x.shape.known_rank and not x.rank:
        raise Undecided("the rows of a tensor without axes")
    row = tensor(x.shape[1:], x.dtype, Facts(low=x.facts.low, high=x.facts.high))
    return Sequence("tuple", (), row, x.shape[0])


# -- properties and methods ------------------------------------------------------------------------------------


class Length(Constant):
    """The length of a batch: None while a model is built, a number when it is called eagerly."""

    __slots__ = ()
    may_be_none = True


def _length(dim: Dim) -> Constant:
    atom = dim.atom
    return Length(dim) if atom is not None and (atom.key == "batch" or atom.kind == "unknown") else Constant(dim)


class ShapeTuple(Sequence):
    """The shape of a tensor: a tuple with the methods of TensorFlow's shapes."""

    __slots__ = ("shape",)

    def __init__(self, shape: Shape) -> None:
        super().__init__("tuple", map(_length, shape.dims))
        self.shape = shape

    def attribute(self, context: Context, name: str) -> Value:
        if name in ("rank", "ndims"):
            return Constant(self.shape.rank)
        if name in ("as_list", "num_elements"):
            found = Sequence.list(self.items) if name == "as_list" else Constant(self.shape.numel)
            return Native(name, lambda context, arguments: found)
        return super().attribute(context, name)


def shape_tuple(x: Tensor) -> Value:
    return ShapeTuple(x.shape) if x.shape.known_rank else Unknown("the rank is not known")


@K.op(f"{_T}shape", read=True)
def shape_property(self: Tensor) -> Value:
    return shape_tuple(self)


@K.op(f"{_T}get_shape")
def get_shape(self: Tensor) -> Value:
    return shape_tuple(self)


@K.op(f"{_T}ndim", read=True)
def ndim(self: Tensor) -> int:
    return self.rank


@K.op(f"{_T}dtype", read=True)
def dtype(self: Tensor) -> Value:
    return DTypeValue(self.dtype) if self.dtype else Unknown("a dtype that is not known")


@K.op(f"{_T}name", read=True)
def name(self: Tensor) -> Value:
    return Unknown("the name of a tensor")


@K.op(f"{_T}numpy", f"{_T}eval")
def to_numpy(self: Tensor) -> Tensor:
    return Tensor(self.shape, self.dtype, NUMPY, self.box)


@K.op(f"{_T}value", f"{_T}read_value")
def value(self: Tensor) -> Tensor:
    return tensor(self.shape, self.dtype, self.box)


@K.op(f"{_T}set_shape")
def set_shape(self: Tensor, shape: Ignored) -> None:
    return None


def _assign(name: str) -> None:
    def assign(self: Tensor, value: Operand, *rest: Ignored, **others: Ignored) -> Tensor:
        return tensor(self.shape, self.dtype)

    K.op(f"{_T}{name}")(assign)


for _name in ("assign", "assign_add", "assign_sub"):
    _assign(_name)


@K.native("keras.Variable")
def variable(context: Context, arguments: Arguments) -> Value:
    """A variable of a shape, or of the value that it starts with."""
    from .base_layer import weight
    from .dialect import dtype_of
    from .natives import Given

    asked = Given("initializer shape dtype trainable", arguments, 0)
    kind = dtype_of(asked["dtype"]) if "dtype" in asked else None
    if isinstance(asked["initializer"], Tensor):
        made: Tensor = asked["initializer"]
        return tensor(made.shape, kind or made.dtype)
    if "shape" in asked:
        return weight(asked["shape"], kind or "float32")
    found = K.as_tensor(asked["initializer"])
    return tensor(found.shape, kind or found.dtype) if found is not None else tensor(Shape.unknown(), kind)
