"""The names that NumPy 2 has of the array standard: the same functions under fewer parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ..binding import Dims, DType, Ignored, Ints
from .axes import axes as all_axes
from .axes import axis as nth
from .creation import cast
from .dialect import NP, array
from .elementwise import result
from .movement import diagonal, view
from .operands import broadcast
from .ordering import unique
from .products import KIND, both, matrix, norm, outer, svd, tensordot
from .reduction import total, trace

if TYPE_CHECKING:
    from ...core.value import Value


@NP.op("numpy.astype")
def astype(x: Tensor, dtype: DType, *, copy: Value | bool = True, device: Ignored = None) -> Tensor:
    if copy is not True and dtype == x.dtype:
        return x
    return array(x.shape, dtype, cast(x.facts, x.dtype, dtype))


def _cumulative(
    x: Tensor, *, axis: int | None = None, dtype: DType | None = None, out: Value | None = None,
    include_initial: bool = False,
) -> Tensor:  # fmt: skip
    if axis is None and x.rank != 1:
        if x.rank == 0:
            raise Undecided("a scalar, which counts as a vector")
        words = "For arrays which have more than one dimension ``axis`` argument is required."
        raise Mismatch("dim-out-of-range", f"{x.shape} without an axis", runtime=words)
    at = nth(axis or 0, x.rank)
    shape = x.shape.replace(at, x.shape[at] + 1) if include_initial else x.shape
    return result(shape, dtype or total(x.dtype), Facts(), out)


NP.family("cumulative_sum cumulative_prod", _cumulative, ("numpy.{}",))


@NP.op("numpy.unstack")
def unstack(x: Tensor, *, axis: int = 0) -> tuple[Tensor, ...]:
    if x.rank == 0:
        raise Mismatch("dim-out-of-range", "a scalar has no axis", runtime="Input array must be at least 1-d.")
    count = x.shape[nth(axis, x.rank)].value
    if count is None:
        raise Undecided("as many arrays as an axis is long")
    return tuple(view(x, x.shape.without(axis), attained=None) for _ in range(count))


def _unique(names: str) -> Any:
    wanted = names.split()

    def function(x: Tensor) -> Any:
        parts = dict(zip(("values", "indices", "inverse_indices", "counts"), unique(x, True, True, True), strict=True))
        return Sequence("tuple", [parts[name] for name in wanted], names=tuple(wanted))

    return function


for _name, _parts in {
    "all": "values indices inverse_indices counts", "counts": "values counts", "inverse": "values inverse_indices",
}.items():  # fmt: skip
    NP.op(f"numpy.unique_{_name}")(_unique(_parts))


@NP.op("numpy.unique_values")
def unique_values(x: Tensor) -> Tensor:
    found: Tensor = unique(x)
    return found


# -- products of stacks ----------------------------------------------------------------------------------------


def _vectors(x1: Tensor, x2: Tensor, left: int, right: int) -> Shape:
    """The product over one axis of each; those before it broadcast, a matrix keeps its other one."""
    if x1.rank < left or x2.rank < right:
        raise Mismatch(KIND, f"{x1.shape} and {x2.shape} have too few axes",
                       runtime="does not have enough dimensions")  # fmt: skip
    inner = x2.shape[-1] if right == 1 or left == 2 else x2.shape[-2]
    require_equal(x1.shape[-1], inner, KIND, "vectors of {got} and {wanted} elements",
                  runtime="has a mismatch in its core dimension 0")  # fmt: skip
    kept = x1.shape.dims[-2:-1] if left == 2 else x2.shape.dims[-1:] if right == 2 else ()
    return broadcast(x1.shape[:-left], x2.shape[:-right]) + kept


def _product(left: int, right: int) -> Any:
    def function(
        x1: Tensor, x2: Tensor, out: Value | None = None, *, axes: Ignored = None, axis: Ignored = None,
        keepdims: Ignored = False, casting: Ignored = "same_kind", order: Ignored = "K", dtype: DType | None = None,
        subok: Ignored = True, signature: Ignored = None,
    ) -> Tensor:  # fmt: skip
        return result(_vectors(x1, x2, left, right), dtype or both(x1, x2), Facts(), out)

    return function


for _name, _axes in {"vecdot": (1, 1), "matvec": (2, 1), "vecmat": (1, 2)}.items():
    NP.op(f"numpy.{_name}")(_product(*_axes))


@NP.op("numpy.linalg.vecdot")
def vecdot(x1: Tensor, x2: Tensor, *, axis: int = -1) -> Tensor:
    if axis != -1:
        raise Undecided("another axis than the last")
    return result(_vectors(x1, x2, 1, 1), both(x1, x2), Facts())


@NP.op("numpy.linalg.matmul")
def linalg_matmul(x1: Tensor, x2: Tensor) -> Tensor:
    from .products import matmul

    return matmul(x1, x2)


@NP.op("numpy.linalg.tensordot")
def linalg_tensordot(x1: Tensor, x2: Tensor, *, axes: Any = 2) -> Tensor:
    return tensordot(x1, x2, axes)


@NP.op("numpy.linalg.outer")
def linalg_outer(x1: Tensor, x2: Tensor) -> Tensor:
    if x1.rank != 1 or x2.rank != 1:
        raise Mismatch("dim-out-of-range", f"the outer product of {x1.shape} and {x2.shape}",
                       runtime="Input arrays must be one-dimensional")  # fmt: skip
    return outer(x1, x2)


@NP.op("numpy.linalg.diagonal")
def linalg_diagonal(x: Tensor, *, offset: int = 0) -> Tensor:
    found: Tensor = diagonal(x, offset, -2, -1)
    return found


@NP.op("numpy.linalg.trace")
def linalg_trace(x: Tensor, *, offset: Ignored = 0, dtype: DType | None = None) -> Tensor:
    return trace(x, offset, -2, -1, dtype)


@NP.op("numpy.linalg.matrix_norm")
def matrix_norm(x: Tensor, *, keepdims: bool = False, ord: Ignored = "fro") -> Tensor:
    return norm(matrix(x), None, (-2, -1), keepdims)


@NP.op("numpy.linalg.vector_norm")
def vector_norm(x: Tensor, *, axis: Ints | None = None, keepdims: bool = False, ord: Ignored = 2) -> Tensor:
    return norm(x, None, axis, keepdims)


@NP.op("numpy.linalg.svdvals")
def svdvals(x: Tensor) -> Tensor:
    found: Tensor = svd(x, compute_uv=False)
    return found


# -- windows ---------------------------------------------------------------------------------------------------


@NP.op("numpy.lib.stride_tricks.sliding_window_view")
def sliding_window_view(
    x: Tensor, window_shape: Dims, axis: Ints | None = None, *, subok: Ignored = False, writeable: Ignored = False
) -> Tensor:
    over = all_axes(None, x.rank) if axis is None else tuple(nth(number, x.rank) for number in axis)
    if len(over) != len(window_shape):
        raise Mismatch("permute-rank-mismatch", f"windows of {len(window_shape)} axes along {len(over)}",
                       runtime="Must provide matching length window_shape and axis")  # fmt: skip
    lengths = list(x.shape.dims)
    for at, size in zip(over, window_shape, strict=True):
        lengths[at] = lengths[at] - size + 1
        high = lengths[at].bounds()[1]
        if high is not None and high < 1:
            raise Mismatch("view-size-mismatch", f"windows of {size} in {x.shape}", x.shape[at], size,
                           runtime="window shape cannot be larger than input array shape")  # fmt: skip
    return view(x, Shape((*lengths, *window_shape)), attained=None, drawn=None, distinct=None)


@NP.op("numpy.lib.stride_tricks.as_strided")
def as_strided(
    x: Tensor, shape: Dims | None = None, strides: Ignored = None, subok: Ignored = False, writeable: Ignored = True
) -> Tensor:
    target = x.shape if shape is None else Shape(shape)
    return array(target, x.dtype, x.box.view(Facts()))
