"""Calls of NumPy's functions as Hypothesis makes them: families of their own for those that have a rule for their
arguments, and for every other name the calls of `numpy_calls` with other shapes, dtypes and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from shapecheck.frameworks.numpy.elementwise import BINARY, OPERATORS, UNARY

from .numpy_calls import CALLS
from .numpy_samples import DTYPES, SCALARS, Call, a, call

if TYPE_CHECKING:
    from collections.abc import Callable

    Draw = Callable[[st.SearchStrategy[Any]], Any]

_SHAPES = hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)
_DTYPES = st.sampled_from(DTYPES)
_USUAL = st.sampled_from(["float64", "float64", "float64", "int64", "float32", "int32", "uint8", "bool"])
_SMALL = st.integers(-3, 5)


# -- variations ------------------------------------------------------------------------------------------------


class _Change:
    """Other arguments of the same kind. A length becomes the same other one wherever it stands."""

    def __init__(self, draw: Draw, lists: bool) -> None:
        self.draw = draw
        self.lists = lists
        self.lengths: dict[int, int] = {}

    def often(self, most: int = 3) -> bool:
        return bool(self.draw(st.integers(0, most)))

    def length(self, number: int) -> int:
        if number not in self.lengths:
            self.lengths[number] = number if self.often() else self.draw(st.integers(0, 6))
        return self.lengths[number]

    def of(self, value: Any) -> Any:
        if isinstance(value, np.ndarray) and value.dtype.kind in "biufc":
            return self.array(value)
        if isinstance(value, bool):
            return value if self.often() else not value
        if isinstance(value, int) and abs(value) < 100:
            return self.lengths.get(value, value) if self.often() else self.draw(_SMALL)
        if isinstance(value, (list, tuple)):
            return self.several(value)
        if isinstance(value, type):
            return value if self.often() else np.dtype(self.draw(_DTYPES)).type
        return value

    def array(self, value: Any) -> Any:
        shape = tuple(map(self.length, value.shape))
        if not self.often(5):
            shape = self.draw(_SHAPES)
        elif not self.often(5):
            shape = (*self.draw(hnp.array_shapes(min_dims=1, max_dims=2, min_side=0, max_side=3)), *shape)
        dtype = value.dtype.name if self.often(2) else self.draw(_USUAL)
        if value.dtype.kind in "bi" and value.size:  # indices and masks stay so
            low, high = int(value.min()), int(value.max())
            return (low + np.arange(np.prod(shape)) % (high - low + 1)).reshape(shape).astype(value.dtype)
        made = a(*shape, dtype=dtype)
        return made.tolist() if self.lists and not self.often(6) else made

    def several(self, value: Any) -> Any:
        parts = [self.of(one) for one in value]
        if parts and not self.often(5):
            parts = parts[1:] if self.often(1) else [*parts, parts[-1]]
        return parts if isinstance(value, list) == self.often(6) else tuple(parts)


@st.composite
def varied(draw: Draw, path: str) -> Call:
    args, kwargs = draw(st.sampled_from(CALLS[path]))
    change = _Change(draw, lists=not path.startswith("numpy.ndarray."))
    return tuple(map(change.of, args)), {name: change.of(v) for name, v in kwargs.items() if change.often(5)}


# -- families --------------------------------------------------------------------------------------------------


def arrays(shapes: st.SearchStrategy[Any] = _SHAPES, dtypes: st.SearchStrategy[str] = _DTYPES) -> Any:
    return st.builds(lambda shape, dtype: a(*shape, dtype=dtype), shapes, dtypes)


@st.composite
def unary(draw: Draw) -> Call:
    return call(draw(st.one_of(arrays(), st.sampled_from(SCALARS), arrays().map(lambda x: x.tolist()))))


@st.composite
def binary(draw: Draw) -> Call:
    shapes = draw(hnp.mutually_broadcastable_shapes(num_shapes=2, max_dims=4, min_side=0, max_side=4)).input_shapes
    sides = [a(*shape, dtype=draw(_DTYPES)) for shape in shapes]
    at = draw(st.integers(0, 5))
    if at < 2:
        sides[at] = draw(st.sampled_from(SCALARS))
    elif at == 2:
        sides[1] = a(*draw(_SHAPES), dtype=draw(_DTYPES))
    return call(*sides)


@st.composite
def operator(draw: Draw) -> Call:
    left, right = draw(binary().filter(lambda made: isinstance(made[0][0], np.ndarray)))[0]
    return call(left, right)


@st.composite
def reduction(draw: Draw, several: bool = True) -> Call:
    array = draw(arrays())
    rank = array.ndim
    axes = [st.none(), st.integers(-rank - 1, rank)]
    if several and rank:
        axes.append(hnp.valid_tuple_axes(rank))
        axes.append(st.tuples(st.integers(-rank, rank), st.integers(-rank, rank)))
    kwargs = {"axis": draw(st.one_of(axes))}
    return call(array, **kwargs, **({"keepdims": draw(st.booleans())} if draw(st.booleans()) else {}))


@st.composite
def along(draw: Draw) -> Call:
    array = draw(arrays())
    return call(array, axis=draw(st.one_of(st.none(), st.integers(-array.ndim - 1, array.ndim))))


def _index(shape: tuple[int, ...]) -> Any:
    """Slices, numbers, new axes and `...`; arrays of whole numbers; masks; and several of them in one index."""
    basic = hnp.basic_indices(shape, allow_newaxis=True, max_dims=6)
    kinds = [basic, basic]
    rank = len(shape)
    if rank and 0 not in shape:
        kinds.append(hnp.integer_array_indices(shape, dtype=np.dtype("int64")))
        part = st.one_of(st.slices(4), st.integers(-5, 4), st.none(), st.just(...),
                         hnp.arrays("int64", hnp.array_shapes(max_dims=2, max_side=3), elements=st.integers(-1, 0)),
                         st.lists(st.integers(-1, 0), min_size=1, max_size=3))  # fmt: skip
        kinds.append(st.lists(part, min_size=1, max_size=rank + 1).map(tuple))
    masks = st.integers(0, rank).map(lambda depth: shape[:depth])
    kinds.append(masks.flatmap(lambda front: hnp.arrays(bool, front)))
    kinds.append(hnp.arrays(bool, hnp.array_shapes(max_dims=2, max_side=4)))
    return st.one_of(kinds)


@st.composite
def getting(draw: Draw) -> Call:
    array = draw(arrays(dtypes=_USUAL))
    return call(array, draw(_index(array.shape)))


@st.composite
def setting(draw: Draw) -> Call:
    (array, index), _ = draw(getting())
    try:
        shape = array[index].shape
    except (IndexError, ValueError):
        shape = array.shape
    value = draw(st.one_of(hnp.broadcastable_shapes(shape, max_dims=4, min_side=0), _SHAPES))
    return call(array, index, draw(st.one_of(st.just(a(*value)), st.just(a(*value).tolist()), st.just(1))))


@st.composite
def product(draw: Draw, signature: str = "(m?,n),(n,p?)->(m?,p?)") -> Call:
    shapes = draw(hnp.mutually_broadcastable_shapes(signature=signature, max_dims=3, min_side=0, max_side=4))
    left, right = shapes.input_shapes
    if not draw(st.integers(0, 4)):
        right = draw(_SHAPES)
    return call(a(*left, dtype=draw(_USUAL)), a(*right, dtype=draw(_USUAL)))


@st.composite
def reshaping(draw: Draw) -> Call:
    array = draw(arrays(dtypes=_USUAL))
    rest, target = array.size, []
    while len(target) < 4 and draw(st.integers(0, 3)):
        factor = draw(st.sampled_from([n for n in range(1, rest + 1) if rest % n == 0] or [0, 1, 2]))
        target.append(factor)
        rest //= factor or 1
    target.append(rest if draw(st.integers(0, 6)) else rest + 1)
    target = list(draw(st.permutations(target)))
    if draw(st.booleans()):
        target[draw(st.integers(0, len(target) - 1))] = -1
    return call(array, tuple(target))


@st.composite
def permuting(draw: Draw) -> Call:
    array = draw(arrays(dtypes=_USUAL))
    order = list(draw(st.permutations(range(array.ndim))))
    order = [n - array.ndim if draw(st.booleans()) else n for n in order]
    return call(array, tuple(order if draw(st.integers(0, 5)) else order[1:]))


@st.composite
def moving(draw: Draw) -> Call:
    array = draw(arrays(dtypes=_USUAL))
    places = st.integers(-array.ndim - 1, array.ndim)
    return call(array, draw(places), draw(places))


@st.composite
def on_axes(draw: Draw) -> Call:
    """`expand_dims`, `squeeze`, `flip`: one axis or several."""
    shape = draw(st.lists(st.sampled_from([1, 1, 2, 3, 0]), max_size=4))
    axes = [st.integers(-len(shape) - 1, len(shape)), st.none(), hnp.valid_tuple_axes(len(shape))]
    return call(a(*shape), draw(st.one_of(axes)))


@st.composite
def stretching(draw: Draw) -> Call:
    shape = draw(_SHAPES)
    source = draw(st.one_of(hnp.broadcastable_shapes(shape, max_dims=4, min_side=0), _SHAPES))
    return call(a(*source), shape)


@st.composite
def joining(draw: Draw, axis: bool = True) -> Call:
    shape = draw(hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4))
    at = draw(st.integers(-len(shape) - 1, len(shape)))
    parts = []
    for _ in range(draw(st.integers(1, 4))):
        lengths = list(shape)
        if shape and draw(st.booleans()):
            lengths[draw(st.sampled_from([at % len(shape)] * 4 + [0]))] = draw(st.integers(0, 4))
        parts.append(a(*lengths, dtype=draw(_USUAL)))
    sequence = draw(st.sampled_from([list, tuple]))(parts)
    return call(sequence, **({"axis": at if draw(st.integers(0, 6)) else None} if axis else {}))


@st.composite
def splitting(draw: Draw) -> Call:
    array = draw(arrays(hnp.array_shapes(max_dims=3, min_side=0, max_side=6), _USUAL))
    return call(array, draw(st.one_of(st.integers(1, 4), st.lists(st.integers(-7, 7), max_size=3))))


@st.composite
def padding(draw: Draw) -> Call:
    array = draw(arrays(hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4), _USUAL))
    number = st.integers(0, 3)
    pairs = st.lists(st.tuples(number, number), min_size=1, max_size=array.ndim + 1)
    return call(array, draw(st.one_of(number, st.tuples(number), st.tuples(number, number), pairs)))


@st.composite
def filling(draw: Draw) -> Call:
    shape = draw(st.one_of(_SHAPES, st.integers(-1, 4), _SHAPES.map(list)))
    return call(shape, **({"dtype": draw(_DTYPES)} if draw(st.booleans()) else {}))


@st.composite
def choosing(draw: Draw) -> Call:
    """`where`: three operands that broadcast."""
    shapes = draw(hnp.mutually_broadcastable_shapes(num_shapes=3, max_dims=3, min_side=0, max_side=3)).input_shapes
    sides = [a(*shape, dtype=draw(_DTYPES)) for shape in shapes[1:]]
    at = draw(st.integers(0, 4))
    if at < 2:
        sides[at] = draw(st.sampled_from(SCALARS))
    return call(a(*shapes[0]) > 3, *sides)


@st.composite
def taking(draw: Draw) -> Call:
    array = draw(arrays(hnp.array_shapes(min_dims=0, max_dims=3, max_side=4), _USUAL))
    places = draw(hnp.arrays("int64", hnp.array_shapes(min_dims=0, max_dims=2, max_side=3), elements=st.just(0)))
    axis = draw(st.one_of(st.none(), st.integers(-array.ndim - 1, array.ndim)))
    return call(array, draw(st.sampled_from([places, places.tolist()])), axis=axis)


@st.composite
def literal(draw: Draw) -> Call:
    """Nested lists and tuples, ragged at times, with arrays in them."""
    leaf = st.one_of(st.sampled_from([*SCALARS, 3, -1]), arrays(hnp.array_shapes(max_dims=2, max_side=2), _USUAL))
    lists = st.recursive(leaf, lambda inner: st.lists(inner, max_size=3), max_leaves=8)
    even = _SHAPES.map(lambda shape: a(*shape, dtype="int64").tolist())
    return call(draw(st.one_of(lists, even, even.map(lambda x: tuple(x) if isinstance(x, list) else x))))


_REDUCING = "sum prod mean std var max min any all"
_FAMILIES: list[tuple[Any, tuple[str, ...]]] = [
    (unary(), tuple(f"numpy.{name}" for name in UNARY)),
    (binary(), tuple(f"numpy.{name}" for name in (*BINARY, "divmod"))),
    (operator(), tuple(f"numpy.ndarray.__{i}{short}__" for short in OPERATORS.values() for i in ("", "i"))),
    (reduction(), (*(f"numpy.{p}{name}" for name in _REDUCING.split() for p in ("", "ndarray.")), "numpy.count_nonzero",
                   *(f"numpy.{name}" for name in ("median", "ptp", "nansum", "nanmean", "nanmax", "average")))),
    (reduction(several=False), tuple(f"numpy.{p}arg{of}" for of in ("max", "min") for p in ("", "ndarray.", "nan"))),
    (along(), tuple(f"numpy.{p}{name}" for name in ("cumsum", "cumprod") for p in ("", "ndarray.", "nan"))),
    (along(), ("numpy.sort", "numpy.argsort", "numpy.ndarray.argsort", "numpy.diff")),
    (getting(), ("numpy.ndarray.__getitem__",)), (setting(), ("numpy.ndarray.__setitem__",)),
    (product(), ("numpy.matmul", "numpy.ndarray.__matmul__", "numpy.dot", "numpy.ndarray.dot")),
    (product("(n),(n)->()"), ("numpy.inner", "numpy.vdot")),
    (product("(n,n),(n,m)->(n,m)"), ("numpy.linalg.solve", "numpy.linalg.lstsq")),
    (reshaping(), ("numpy.reshape", "numpy.ndarray.reshape")),
    (permuting(), ("numpy.transpose", "numpy.ndarray.transpose", "numpy.permute_dims")),
    (moving(), ("numpy.swapaxes", "numpy.ndarray.swapaxes", "numpy.moveaxis", "numpy.rollaxis")),
    (on_axes(), ("numpy.expand_dims", "numpy.squeeze", "numpy.ndarray.squeeze", "numpy.flip")),
    (stretching(), ("numpy.broadcast_to", "numpy.tile")),
    (joining(), ("numpy.concatenate", "numpy.stack")),
    (joining(axis=False), tuple(f"numpy.{name}" for name in ("vstack", "hstack", "dstack", "column_stack"))),
    (splitting(), tuple(f"numpy.{name}" for name in ("split", "array_split", "vsplit", "hsplit", "dsplit"))),
    (padding(), ("numpy.pad",)), (choosing(), ("numpy.where",)), (taking(), ("numpy.take", "numpy.ndarray.take")),
    (filling(), ("numpy.zeros", "numpy.ones", "numpy.empty")),
    (literal(), ("numpy.array", "numpy.asarray")),
]  # fmt: skip
_OWN = {path: strategy for strategy, paths in _FAMILIES for path in paths}


def samples(path: str) -> st.SearchStrategy[Call]:
    """Calls of the function of that path."""
    others = varied(path)
    return st.one_of(_OWN[path], _OWN[path], others) if path in _OWN else others
