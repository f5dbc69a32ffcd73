"""Functions of functions, the reductions of universal functions, and the objects that are indexed to make arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence, Slice
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided
from ...core.plain import NONE, Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.value import Arguments, Choice, Native, Unknown, Value
from ..binding import DType, Ignored, Ints
from .axes import axis as nth
from .creation import sizes
from .dialect import NP, array, asarray
from .elementwise import BINARY, apply_binary, result
from .operands import broadcast, side
from .reduction import BOTH, reduced, total

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

__all__ = ["BOTH"]


# -- functions of functions ------------------------------------------------------------------------------------


@NP.native("numpy.vectorize", "numpy.frompyfunc")
def vectorize(context: Context, arguments: Arguments) -> Value:
    """The function of every element: the arguments broadcast, the dtype is whatever it returns."""
    types = arguments.get(1, "otypes")

    def call(context: Context, given: Arguments) -> Value:
        try:
            arrays = [asarray(value) for value in (*given.positional, *given.keywords.values())]
            shape = broadcast(*(a.shape for a in arrays))
        except (Mismatch, Undecided):
            return Unknown("a vectorized function")
        return array(shape, _only_type(types))

    if arguments.get(0, "pyfunc") is None or arguments.get(5, "signature") is not None:
        return Unknown("a vectorized function")
    return Native("numpy.vectorize()", call)


def _only_type(types: Value | None) -> str | None:
    if isinstance(types, Sequence) and types.known is not None and len(types.known) == 1:
        return NP.dtype_of(types.known[0])
    return NP.dtype_of(types) if isinstance(types, Constant) else None


@NP.native("numpy.fromfunction")
def fromfunction(context: Context, arguments: Arguments) -> Value:
    """The function of the grids of indices, called once."""
    function, shape = arguments.get(0, "function"), arguments.get(1, "shape")
    if function is None or not isinstance(shape, Sequence) or shape.known is None:
        return Unknown("a function of indices")
    lengths = [item.dim for item in shape.known if isinstance(item, Constant) and item.dim is not None]
    if len(lengths) != len(shape.known):
        return Unknown("a function of indices")
    dtype = arguments.get(None, "dtype")
    grid = array(sizes(tuple(lengths)), NP.dtype_of(dtype) if dtype is not None else "float64")
    more = {name: value for name, value in arguments.keywords.items() if name not in ("dtype", "shape", "function")}
    return context.call(function, Arguments([grid] * len(lengths), more))


@NP.native("numpy.apply_along_axis")
def apply_along_axis(context: Context, arguments: Arguments) -> Value:
    """Every vector along the axis is replaced by what the function makes of it."""
    function, axis, given = (arguments.get(i, name) for i, name in enumerate(("func1d", "axis", "arr")))
    if function is None or not isinstance(axis, Constant) or not isinstance(axis.payload, int) or given is None:
        return Unknown("a function along an axis")
    try:
        source = asarray(given)
        at = nth(axis.payload, source.rank)
        vector = array(Shape.of(source.shape[at]), source.dtype, Facts(source.facts.low, source.facts.high))
        made = context.call(function, Arguments((vector, *arguments.positional[3:]), _rest(arguments)))
        found = asarray(made)
        return array(Shape((*source.shape.dims[:at], *found.shape.dims, *source.shape.dims[at + 1 :])), found.dtype)
    except (Mismatch, Undecided):
        return Unknown("a function along an axis")


def _rest(arguments: Arguments) -> dict[str, Value]:
    return {name: v for name, v in arguments.keywords.items() if name not in ("func1d", "axis", "arr")}


@NP.op("numpy.piecewise")
def piecewise(x: Tensor, condlist: Ignored, funclist: Ignored, *args: Ignored, **kw: Ignored) -> Tensor:
    return x.like()


# -- methods of universal functions ----------------------------------------------------------------------------


def _reduce(name: str) -> Callable[..., Tensor]:
    def function(
        array: Tensor, axis: Ints | int | None = 0, dtype: DType | None = None, out: Value | None = None,
        keepdims: bool = False, initial: Ignored = None, where: Ignored = True,
    ) -> Tensor:  # fmt: skip
        found = dtype or _reduced_dtype(name, array.dtype)
        over = (axis,) if isinstance(axis, int) else axis
        return result(reduced(array.shape, over, keepdims), found, Facts(), out)

    return function


def _reduced_dtype(name: str, dtype: str | None) -> str | None:
    if name in ("add", "multiply"):
        return total(dtype)
    return "bool" if name.startswith("logical") else dtype


def _accumulate(name: str) -> Callable[..., Tensor]:
    def function(array: Tensor, axis: int = 0, dtype: DType | None = None, out: Value | None = None) -> Tensor:
        nth(axis, array.rank)
        return result(array.shape, dtype or _reduced_dtype(name, array.dtype), Facts(), out)

    return function


def _outer(name: str) -> Callable[..., Tensor]:
    def function(A: Value, B: Value, **kwargs: Ignored) -> Tensor:
        left, right = side(asarray(A)), side(asarray(B))  # Python's numbers are not weak here
        found = apply_binary(name, left._replace(shape=Shape()), right._replace(shape=Shape()))
        return array(left.shape + right.shape, found.dtype)

    return function


@NP.op("numpy.add.at", "numpy.subtract.at", "numpy.multiply.at", "numpy.maximum.at", "numpy.minimum.at",
       traits={"writes": "a"})  # fmt: skip
def at(a: Tensor, indices: Ignored, b: Ignored = None) -> None:
    return None


for _name in ("add", "multiply", "maximum", "minimum", "logical_and", "logical_or", "bitwise_and", "bitwise_or"):
    NP.op(f"numpy.{_name}.reduce")(_reduce(_name))
    NP.op(f"numpy.{_name}.accumulate")(_accumulate(_name))
for _name in [name for name in BINARY if name != "ldexp"]:
    NP.op(f"numpy.{_name}.outer")(_outer(_name))


# -- objects that are indexed ----------------------------------------------------------------------------------


class Grid(Value):
    """`np.mgrid` and `np.ogrid`: slices become grids of coordinates."""

    __slots__ = ("dense",)
    kind = "grid"

    def __init__(self, dense: bool) -> None:
        self.dense = dense

    def item(self, context: Context, index: Value) -> Value:
        several = isinstance(index, Sequence)
        slices = index.known if isinstance(index, Sequence) else (index,)
        axes = [_axis(context, part) for part in slices or ()]
        if not axes or None in axes:
            return Unknown("a grid")
        arrays = [a for a in axes if a is not None]
        lengths = [a.shape[0] for a in arrays]
        dtype = "float64" if any(a.dtype == "float64" for a in arrays) else "int64"
        if not several:
            return arrays[0]
        if self.dense:
            return array(Shape((len(lengths), *lengths)), dtype)
        ones = [Dim.of(1)] * len(lengths)
        return Sequence.tuple(array(Shape([*ones[:i], n, *ones[i + 1 :]]), dtype) for i, n in enumerate(lengths))


def _axis(context: Context, part: Value) -> Tensor | None:
    """The coordinates that `start:stop:step` stands for; an imaginary step is a number of points."""
    if not isinstance(part, Slice):
        return None
    start = part.start if part.start is not NONE else Constant(0)
    if isinstance(part.step, Constant) and isinstance(part.step.payload, complex):
        return array(Shape.of(int(abs(part.step.payload))), "float64")
    step = part.step if part.step is not NONE else Constant(1)
    found = context.apply("numpy.arange", Arguments((start, part.stop, step)))
    return found if isinstance(found, Tensor) else None


def _is_deep(value: Value | None) -> bool:
    return isinstance(value, Tensor) and value.shape.least_rank > 2


class Joiner(Value):
    """`np.r_` and `np.c_`: what is between the brackets is concatenated along the first axis, or the last."""

    __slots__ = ("columns",)
    kind = "joiner"

    def __init__(self, columns: bool) -> None:
        self.columns = columns

    def item(self, context: Context, index: Value) -> Value:
        parts = (index.known or ()) if isinstance(index, Sequence) and index.type_name == "tuple" else (index,)
        arrays = [_axis(context, part) if isinstance(part, Slice) else part for part in parts]
        if not arrays or any(a is None or isinstance(a, (Unknown, Scalar)) for a in arrays):
            return Unknown("joined arrays")
        if any(isinstance(a, Constant) and isinstance(a.payload, str) for a in arrays):
            return Unknown("joined arrays")
        deep = {_is_deep(one) for a in arrays for one in (a if isinstance(a, Choice) else (a,))}
        if len(deep) > 1 and any(isinstance(a, Choice) for a in arrays):
            return Unknown("arrays of several ranks")
        if self.columns and True not in deep:
            return context.apply("numpy.column_stack", Arguments((Sequence.tuple(a for a in arrays if a is not None),)))
        lifted = [context.apply("numpy.atleast_1d", Arguments((a,))) for a in arrays if a is not None]
        axis = Constant(-1 if self.columns else 0)
        return context.apply("numpy.concatenate", Arguments((Sequence.tuple(lifted), axis)))


class Indexer(Value):
    """`np.s_` and `np.index_exp`: the index itself."""

    __slots__ = ()
    kind = "index"

    def item(self, context: Context, index: Value) -> Value:
        return index


NP.constants({
    "numpy.mgrid": Grid(True), "numpy.ogrid": Grid(False), "numpy.r_": Joiner(False), "numpy.c_": Joiner(True),
    "numpy.s_": Indexer(), "numpy.index_exp": Indexer(),
})  # fmt: skip


@NP.native("numpy.ndindex")
def ndindex(context: Context, arguments: Arguments) -> Value:
    """The tuples of indices of a shape."""
    shape = arguments.positional
    if len(shape) == 1 and isinstance(shape[0], Sequence):
        shape = shape[0].known or ()
    lengths = [item.dim for item in shape if isinstance(item, Constant) and item.dim is not None]
    if not shape or len(lengths) != len(shape):
        return Unknown("the indices of an array")
    count = Dim.of(1)
    for each in lengths:
        count = count * each
    return Sequence("iterator", (), Sequence.tuple(Scalar("int") for _ in lengths), count)


@NP.native("numpy.ndenumerate")
def ndenumerate(context: Context, arguments: Arguments) -> Value:
    """The indices of an array with its elements."""
    given = arguments.get(0, "arr")
    if not isinstance(given, Tensor) or not given.shape.known_rank:
        return Unknown("the elements of an array")
    index = Sequence.tuple(Scalar("int") for _ in given.shape.dims)
    element = array(Shape(), given.dtype, Facts(given.facts.low, given.facts.high))
    return Sequence("iterator", (), Sequence.tuple((index, element)), given.shape.numel)
