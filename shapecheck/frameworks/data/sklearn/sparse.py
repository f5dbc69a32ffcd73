"""Sparse matrices: what transformers of words and of categories give until it is made an array."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....core.containers import Sequence
from ....core.dim import Dim
from ....core.objects import Instance, Property, library_class
from ....core.plain import Constant, Scalar
from ....core.shape import Shape
from ....core.tensor import Tensor
from ....core.value import Arguments, Native, Unknown, Value
from ...numpy.dialect import NP, array
from ...numpy.promote import promote_types

if TYPE_CHECKING:
    from ....core.value import Context


def sparse(dense: Tensor) -> Instance:
    """A sparse matrix, which is no array until it is made one."""
    return Instance(SPARSE, {" dense": dense, "shape": Sequence.tuple(Constant(dim) for dim in dense.shape.dims)})


def dense_of(value: Value | None) -> Tensor | None:
    """What a sparse matrix holds."""
    found = value.hidden("dense") if isinstance(value, Instance) else None
    return found if isinstance(found, Tensor) else None


def _dense(context: Context, arguments: Arguments) -> Value:
    return dense_of(arguments.positional[0]) or Unknown("a sparse matrix")


def _matrix(context: Context, arguments: Arguments) -> Value:
    """`todense()`: a matrix, which stays two-dimensional whatever is taken of it."""
    found = dense_of(arguments.positional[0])
    if found is None:
        return Unknown("a sparse matrix")
    return Instance(MATRIX, {" array": found, "shape": Sequence.tuple(Constant(dim) for dim in found.shape.dims)})


def _held(context: Context, arguments: Arguments) -> Value:
    found = arguments.positional[0]
    return found.hidden("array") if isinstance(found, Instance) else Unknown("a matrix")


def _rows(context: Context, arguments: Arguments) -> Value:
    """`m[places]`, `m[a:b]`: some rows; a single one is a matrix of one row."""
    found, index = dense_of(arguments.positional[0]), arguments.positional[1]
    if found is None or (isinstance(index, Sequence) and index.type_name == "tuple"):
        return Unknown("a part of a sparse matrix")
    taken = context.apply("numpy.ndarray.__getitem__", Arguments((array(found.shape[:1], None), index)))
    if not isinstance(taken, Tensor) or not taken.shape.known_rank or taken.rank > 1:
        return Unknown("a part of a sparse matrix")
    rows = taken.shape[0] if taken.rank else Dim.of(1)
    return sparse(array(Shape.of(rows, found.shape[1]), found.dtype))


def _same(context: Context, arguments: Arguments) -> Value:
    return arguments.positional[0]


def _astype(context: Context, arguments: Arguments) -> Value:
    found, wanted = dense_of(arguments.positional[0]), arguments.get(1, "dtype")
    dtype = None if wanted is None else NP.dtype_of(wanted)
    return Unknown("a sparse matrix") if found is None else sparse(array(found.shape, dtype))


def _turned(context: Context, arguments: Arguments) -> Value:
    found = dense_of(arguments.positional[0])
    if found is None:
        return Unknown("a sparse matrix")
    return sparse(array(Shape.of(found.shape[1], found.shape[0]), found.dtype))


def _dtype(context: Context, arguments: Arguments) -> Value:
    from ...numpy.dialect import dtype_value

    found = dense_of(arguments.positional[0])
    return Unknown("a dtype") if found is None or found.dtype is None else dtype_value(found.dtype)


def _count(context: Context, arguments: Arguments) -> Value:
    return Scalar("int")


def _joined(context: Context, arguments: Arguments) -> Value:
    """`scipy.sparse.hstack(parts)`"""
    parts = arguments.get(0, "blocks")
    given = parts.known if isinstance(parts, Sequence) else None
    found = [dense_of(one) or NP.as_tensor(one) for one in given or ()]
    if not found or any(one is None or not one.shape.known_rank or one.rank != 2 for one in found):
        return Unknown("sparse matrices side by side")
    rows, width = Dim.unknown(), Dim.of(0)
    for one in found:
        rows, width = (one.shape[0], width + one.shape[1]) if one is not None else (rows, width)
    dtypes = {one.dtype for one in found if one is not None}
    dtype = None if None in dtypes or "dtype" in arguments.keywords else promote_types(*(d for d in dtypes if d))
    return sparse(array(Shape.of(rows, width), dtype))


MATRIX = library_class("numpy.matrix", A=Property(Native("A", _held)))
SPARSE = library_class(
    "scipy.sparse.csr_matrix", toarray=_dense, todense=_matrix, A=Property(Native("A", _dense)), __getitem__=_rows,
    tocsr=_same, tocsc=_same, copy=_same, astype=_astype, T=Property(Native("T", _turned)), transpose=_turned,
    dtype=Property(Native("dtype", _dtype)), nnz=Property(Native("nnz", _count)),
)  # fmt: skip
NP.classes(SPARSE)
NP.native("scipy.sparse.hstack")(_joined)
