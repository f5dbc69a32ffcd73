"""The properties and the remaining methods of arrays, and the functions that ask the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence, from_key
from ...core.convert import to_value
from ...core.dim import Dim
from ...core.dtype import bits, family
from ...core.outcome import Mismatch, Undecided
from ...core.plain import NONE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Arguments, Unknown, Value
from ..binding import DType, Ignored
from . import fold
from .creation import bounded, cast, element, scalar, span
from .dialect import NP, array, dtype_value
from .literal import listed
from .movement import view
from .operands import is_kind
from .selection import numeric

if TYPE_CHECKING:
    from ...core.value import Context


def length(dim: Dim) -> Constant:
    """The length of an axis as the program sees it."""
    return Constant(dim, dim.origin)


@NP.op("numpy.ndarray.shape", read=True)
def shape_property(self: Tensor) -> Value:
    return lengths(self.shape)


@NP.op("numpy.shape")
def shape_function(a: Tensor) -> Value:
    return lengths(a.shape)


def lengths(shape: Shape) -> Value:
    """A tuple of lengths; of unknown rank the last ones cannot be told by their place."""
    if shape.known_rank:
        return Sequence.tuple(map(length, shape.dims))
    return Sequence("tuple", map(length, shape.parts[0]), Scalar("int"), Dim.unknown())


@NP.op("numpy.ndarray.ndim", read=True)
def ndim_property(self: Tensor) -> Value:
    return Constant(self.rank)


@NP.op("numpy.ndim")
def ndim_function(a: Tensor) -> Value:
    return Constant(a.rank)


@NP.op("numpy.ndarray.size", read=True)
def size_property(self: Tensor) -> Value:
    return Constant(self.shape.numel)


@NP.op("numpy.size")
def size_function(a: Tensor, axis: int | None = None) -> Value:
    return Constant(a.shape.numel if axis is None else a.shape[axis])


@NP.op("numpy.ndarray.dtype", read=True)
def dtype_property(self: Tensor) -> Value:
    return dtype_value(self.dtype) if self.dtype else Unknown("a dtype that is not known")


@NP.op("numpy.ndarray.itemsize", read=True)
def itemsize(self: Tensor) -> Value:
    return Constant(_bytes(self))


@NP.op("numpy.ndarray.nbytes", read=True)
def nbytes(self: Tensor) -> Value:
    return Constant(self.shape.numel * _bytes(self))


@NP.op("numpy.ndarray.strides", read=True)
def strides(self: Tensor) -> Value:
    return Sequence.tuple(Scalar("int") for _ in range(self.rank))


def _bytes(a: Tensor) -> int:
    if a.dtype is None or family(a.dtype) in ("string", "object"):
        raise Undecided("the width of an element")
    return bits(a.dtype) // 8


@NP.op("numpy.ndarray.flat", read=True)
def flat(self: Tensor) -> Value:
    known = self.shape.known_rank
    count = self.shape.numel if known else Dim.unknown()
    return _Flat(self, count)


class _Flat(Sequence):
    """`a.flat`: its elements one after the other, which can also be had and written by place."""

    __slots__ = ("array",)

    def __init__(self, of: Tensor, count: Dim) -> None:
        super().__init__("iterator", (), array(Shape(), of.dtype, span(of.facts)), count)
        self.array = of

    def item(self, context: Context, index: Value) -> Value:
        elements = array(Shape.of(self.size), self.array.dtype)
        return context.apply("numpy.ndarray.__getitem__", Arguments((elements, index)))

    def set_item(self, context: Context, index: Value, new: Value) -> None:
        self.array.forget(context)


@NP.op("numpy.ndarray.__len__")
def len_(self: Tensor) -> Value:
    numeric(self)
    if self.shape.known_rank and self.rank == 0:
        raise Mismatch("dim-out-of-range", "the length of a scalar", runtime="len() of unsized object")
    return length(self.shape[0])


@NP.op("numpy.ndarray.__iter__")
def iter_(self: Tensor) -> Value:
    numeric(self)
    if self.shape.known_rank and self.rank == 0:
        raise Mismatch("dim-out-of-range", "a scalar is iterated over", runtime="iteration over a 0-d array")
    shape = self.shape[1:] if self.shape.known_rank else Shape.unknown()
    constant = self.facts.constant
    if isinstance(constant, tuple) and shape.known_rank:
        return Sequence("iterator", [_row(self, shape, each) for each in constant])
    kept = self.facts
    row = view(self, shape, attained=None, one_hot=kept.one_hot if not shape.known_rank or shape.rank else None)
    try:
        count = self.shape[0]
    except Undecided:
        count = Dim.unknown()
    return Sequence("iterator", (), element(row), count)


def _row(a: Tensor, shape: Shape, constant: Any) -> Value:
    """A part of an array is a view of it, a single element is not."""
    low, high = fold.bounds(constant)
    facts = Facts(low=low, high=high, constant=constant, attained=low is not None or None)
    return element(array(shape, a.dtype, a.box.view(facts) if shape.dims else facts))


@NP.op("numpy.ndarray.item")
def item(self: Tensor, *args: int) -> Value:
    if not args and self.shape.known_rank and self.shape.numel.equals(1) is Truth.NO:
        raise Mismatch("backward-on-nonscalar", f"item() of {self.shape}", runtime=
                       "can only convert an array of size 1 to a Python scalar")  # fmt: skip
    constant = self.facts.constant
    if not args and constant is not None:
        return to_value(fold.flat(constant)[0])
    return scalar(self.dtype)


@NP.op("numpy.ndarray.tolist")
def tolist(self: Tensor) -> Value:
    if not self.shape.known_rank:
        return Unknown("a list of unknown depth")
    constant = self.facts.constant
    if constant is not None:
        return _listed(constant)
    return listed(lambda: bounded(self), self.shape.dims)


def _listed(constant: Any) -> Value:
    return Sequence.list(map(_listed, constant)) if isinstance(constant, tuple) else from_key(constant)


@NP.op("numpy.ndarray.__int__")
def int_(self: Tensor) -> Value:
    return _number(self, "int", int)


@NP.op("numpy.ndarray.__index__")
def index(self: Tensor) -> Value:
    """Source: only whole numbers in arrays without axes are indices."""
    if is_kind(self.dtype, "bool", "float", "complex") or (self.shape.known_rank and self.rank):
        raise Mismatch("index-dtype", f"{self} as an index",
                       runtime="only integer scalar arrays can be converted to a scalar index")  # fmt: skip
    return _number(self, "int", int)


@NP.op("numpy.ndarray.__float__")
def float_(self: Tensor) -> Value:
    return _number(self, "float", float)


@NP.op("numpy.ndarray.__bool__")
def bool_(self: Tensor) -> Value:
    """Source: numpy refuses the truth of more than one element."""
    if self.shape.known_rank and self.shape.numel.less(2) is Truth.NO:
        raise Mismatch(
            "elementwise-shape-mismatch", f"the truth value of {self.shape}",
            runtime="The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()",
        )  # fmt: skip
    constant = self.facts.constant
    if isinstance(constant, (bool, int, float)):
        return Constant(bool(constant))
    return Unknown("the truth of an array")


def _number(a: Tensor, kind: str, convert: Any) -> Value:
    if a.shape.known_rank and a.rank and a.shape.numel.equals(1) is Truth.NO:
        raise Mismatch("backward-on-nonscalar", f"{kind}() of {a.shape}",
                       runtime="only length-1 arrays can be converted to Python scalars"
                       if a.rank == 0 else "only 0-dimensional arrays can be converted to Python scalars")  # fmt: skip
    constant = a.facts.constant
    if isinstance(constant, Dim) and kind == "int":
        return Constant(constant, constant.origin)
    found = fold.attempt(lambda: fold.each(convert, constant))
    if found is not None and not isinstance(found, tuple):
        return Constant(found)
    whole = kind == "int" and is_kind(a.dtype, "int", "uint")
    return Scalar(kind, bounds=(a.facts.low, a.facts.high)) if whole else Scalar(kind)


@NP.op("numpy.ndarray.astype")
def astype(
    self: Tensor, dtype: DType, order: Ignored = "K", casting: Ignored = "unsafe", subok: Ignored = True,
    copy: Value | bool = True,
) -> Tensor:  # fmt: skip
    if copy is not True and dtype == self.dtype:
        return self
    return array(self.shape, dtype, cast(self.facts, self.dtype, dtype))


@NP.op("numpy.ndarray.copy", "numpy.ndarray.__copy__", "numpy.ndarray.__deepcopy__")
def copy(self: Tensor, order: Ignored = "C") -> Tensor:
    return self.like(facts=self.facts)


@NP.op("numpy.ndarray.view")
def view_method(self: Tensor, dtype: Ignored = None, type: Ignored = None) -> Tensor:
    if dtype is not None or type is not None:
        raise Undecided("a view as another dtype")
    return array(self.shape, self.dtype, self.box)


@NP.op("numpy.ndarray.byteswap")
def byteswap(self: Tensor, inplace: Ignored = False) -> Tensor:
    return self.like()


@NP.op("numpy.ndarray.resize", traits={"reshapes": "self"})
def resize(self: Tensor, *new_shape: Dim, refcheck: Ignored = True) -> None:
    return None


@NP.native("numpy.ndarray.__setattr__")
def set_attribute(context: Context, arguments: Arguments) -> Value:
    """`a.shape = ...` and `a.dtype = ...` change the array itself."""
    target, name = arguments.positional[:2]
    if isinstance(target, Tensor) and isinstance(name, Constant) and name.payload in ("shape", "dtype"):
        target.reshape(context)
    return NONE


@NP.op("numpy.ndarray.tobytes", "numpy.ndarray.tostring")
def tobytes(self: Tensor, order: Ignored = "C") -> Value:
    return Scalar("bytes")


@NP.op("numpy.ndarray.dump")
def dump(self: Tensor, file: Ignored) -> None:
    return None


@NP.op("numpy.ndarray.tofile")
def tofile(self: Tensor, fid: Ignored, sep: Ignored = "", format: Ignored = "%s") -> None:
    return None


@NP.op("numpy.ndarray.setflags")
def setflags(self: Tensor, *, write: Ignored = None, align: Ignored = None, uic: Ignored = None) -> None:
    return None


@NP.op("numpy.iscomplexobj")
def iscomplexobj(x: Tensor) -> Value:
    return Unknown("a dtype that is not known") if x.dtype is None else Constant(family(x.dtype) == "complex")


@NP.op("numpy.isrealobj")
def isrealobj(x: Tensor) -> Value:
    return Unknown("a dtype that is not known") if x.dtype is None else Constant(family(x.dtype) != "complex")
