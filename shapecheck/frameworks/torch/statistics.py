"""Sums under a curve, slopes, histograms, covariances, and ways to choose."""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING, Any

from ...algebra.axes import axes, axis
from ...algebra.broadcast import broadcast
from ...core.containers import Sequence
from ...core.dim import Dim, product
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Value
from .dialect import T, copied, named, spoken, tensor, tensors_of
from .values import refuse, said

if TYPE_CHECKING:
    from ..binding import Dims, Ignored, Ints


# -- along an axis ----------------------------------------------------------------------------------------------


def _steps(y: Tensor, x: Tensor | None, dim: int) -> Shape:
    """The shape of the heights, and of the places where they are: those of one row, or of each."""
    at = axis(dim, y.rank)
    if x is None or (x.shape.known_rank and x.rank == 1):
        return y.shape.replace(at, y.shape[at])
    if x.rank != y.rank:
        raise Undecided("places and heights of different ranks")
    return broadcast(y.shape, x.shape)


@T.op("torch.trapezoid", "torch.trapz", dtype="float")
def trapezoid(y: Tensor, x: Tensor | None = None, *, dx: Ignored = 1, dim: int = -1) -> Shape:
    shape = _steps(y, x, dim)
    return shape.without(axis(dim, shape.rank))


@T.op("torch.cumulative_trapezoid", dtype="float")
def cumulative_trapezoid(y: Tensor, x: Tensor | None = None, *, dx: Ignored = 1, dim: int = -1) -> Shape:
    shape = _steps(y, x, dim)
    at = axis(dim, shape.rank)
    if shape[at].value == 0:
        return shape
    return shape.replace(at, shape[at] - 1)


@T.op("torch.gradient")
def gradient(input: Tensor, *, spacing: Ignored = 1, dim: Ints | None = None, edge_order: Ignored = 1) -> Any:
    order = said(edge_order)
    if isinstance(order, int) and order not in (1, 2):
        refuse(edge_order, "edge_order", "torch.gradient only supports edge_order=1 and edge_order=2.")
    if isinstance(spacing, Sequence) and dim is not None and spacing.size.equals(len(dim)) is Truth.NO:
        raise Mismatch("argument-value", f"{spacing.size} spacings for {len(dim)} axes", argument="spacing",
                       runtime="torch.gradient expected spacing to be unspecified, a scalar or a list of length "
                       f"{len(dim)}")  # fmt: skip
    if isinstance(spacing, Sequence) and dim is None and spacing.size.value is not None:
        count = spacing.size.value
    else:
        count = input.rank if dim is None else len(dim)
    for at in axes(dim, input.rank):
        if input.rank and input.shape[at].less((order if order == 2 else 1) + 1) is Truth.YES:
            raise Mismatch("dim-out-of-range", f"slopes along an axis of {input.shape[at]}", input.shape[at],
                           argument="input",
                           runtime="torch.gradient expected each dimension size to be at least edge_order+1"
                           )  # fmt: skip
    dtype = input.dtype if family(input.dtype) in ("float", "complex") else None
    return [tensor(input.shape, dtype) for _ in range(count)]


@T.op("torch.vander")
def vander(x: Tensor, N: Dim | None = None, increasing: Ignored = False) -> Tensor:
    if x.rank != 1:
        raise Mismatch("layer-input-rank", f"vander of {x.shape}",
                       runtime="x must be a one-dimensional tensor.")  # fmt: skip
    whole = x.dtype in ("uint8", "int8", "int16", "int32", "bool")
    return tensor(Shape.of(x.shape[0], x.shape[0] if N is None else N), "int64" if whole else x.dtype)


# -- of samples -------------------------------------------------------------------------------------------------


def _variables(input: Tensor, name: str) -> Shape:
    if input.rank > 2:
        raise Mismatch(
            "layer-input-rank",
            f"{name} of {input.shape}",
            argument="input",
            runtime=f"{name}(): expected input to have two or fewer dimensions but got an input with {input.rank} "
            "dimensions",
        )
    if input.rank < 2 or input.shape[0].is_one() is Truth.YES:  # one variable
        return Shape()
    if input.shape[0].is_one() is Truth.MAYBE:
        return Shape.unknown()
    return Shape.of(input.shape[0], input.shape[0])


def _require_weights(input: Tensor, weights: Tensor, name: str, whole: bool) -> None:
    """One number for each observation: how often it counts, or how much."""
    if weights.shape.known_rank and weights.rank > 1:
        raise Mismatch("layer-input-rank", f"{name} {weights.shape}", argument=name,
                       runtime=f"cov(): expected {name} to have one or fewer dimensions but got {name} with "
                       f"{weights.rank} dimensions")  # fmt: skip
    if weights.dtype and (family(weights.dtype) in ("int", "uint")) is not whole:
        raise Mismatch("argument-value", f"{name} of {weights.dtype} numbers", argument=name,
                       runtime=f"cov(): expected {name} to have {'integral' if whole else 'floating point'} dtype but "
                       f"got {name} with {spoken(weights.dtype)} dtype")  # fmt: skip
    seen = input.shape[-1] if input.shape.known_rank and input.rank else Dim.of(1)
    if input.shape.known_rank and weights.shape.known_rank and weights.shape.numel.equals(seen) is Truth.NO:
        raise Mismatch("elementwise-shape-mismatch", f"{name} {weights.shape} for {seen} observations", argument=name,
                       runtime=f"cov(): expected {name} to have the same numel as there are observations in the input "
                       f"but got {weights.shape.numel} != {seen}")  # fmt: skip


@T.op("torch.cov", "torch.Tensor.cov", dtype="float")
def cov(input: Tensor, *, correction: Ignored = 1, fweights: Ignored = None, aweights: Ignored = None) -> Tensor:
    dtype = T.result_dtype("float", [input])
    for name, weights, whole in (("fweights", fweights, True), ("aweights", aweights, False)):
        if isinstance(weights, Tensor):
            _require_weights(input, weights, name, whole)
    return tensor(_variables(input, "cov"), dtype if not isinstance(aweights, Tensor) else None)


@T.op("torch.corrcoef", "torch.Tensor.corrcoef", dtype="float")
def corrcoef(input: Tensor) -> Shape:
    return _variables(input, "corrcoef")


def _bins(given: Any) -> Dim:
    """How many there are: a number, or one less than the edges."""
    if isinstance(given, Tensor):
        return given.shape[0] - 1
    if isinstance(given, (int, Dim)):
        return Dim.of(given)
    raise Undecided("bins that are not known")


@T.op("torch.histogram", "torch.Tensor.histogram")
def histogram(input: Tensor, bins: Any = 100, *, range: Ignored = None, weight: Ignored = None,
              density: Ignored = False, out: Ignored = None) -> Sequence:  # fmt: skip
    count = _bins(bins)
    return named("hist bin_edges", tensor(Shape.of(count), input.dtype), tensor(Shape.of(count + 1), input.dtype))


@T.op("torch.histogramdd")
def histogramdd(input: Tensor, bins: Value, range: Ignored = None, weight: Ignored = None, density: Ignored = False,
                out: Ignored = None) -> Sequence:  # fmt: skip
    found = bins.known if isinstance(bins, Sequence) else None
    if found is None:
        raise Undecided("bins that are not known")
    if input.shape.known_rank and input.rank and input.shape[-1].equals(len(found)) is Truth.NO:
        raise Mismatch("argument-value", f"{len(found)} bins for {input.shape[-1]} numbers", argument="bins",
                       runtime="histogramdd: The size of bins must be equal to the innermost dimension of the input."
                       )  # fmt: skip
    counts = [_bins(one if isinstance(one, Tensor) else getattr(one, "payload", None)) for one in found]
    edges = Sequence.tuple(tensor(Shape.of(count + 1), input.dtype) for count in counts)
    return named("hist bin_edges", tensor(Shape(counts), input.dtype), edges)


# -- ways to choose ---------------------------------------------------------------------------------------------


@T.op("torch.combinations")
def combinations(input: Tensor, r: int = 2, with_replacement: bool = False) -> Tensor:
    if input.rank != 1:
        raise Mismatch("layer-input-rank", f"combinations of {input.shape}",
                       runtime="Expect a 1D vector, but got shape "
                       f"{input.shape}")  # fmt: skip
    count = input.shape[0].value
    if r == 0:
        return tensor(Shape.of(0), input.dtype)
    ways = Dim.unknown() if count is None else Dim.of(comb(count + r - 1 if with_replacement and count else count, r))
    return copied(input, Shape.of(ways, r))


@T.op("torch.cartesian_prod")
def cartesian_prod(*tensors: Value) -> Tensor:
    found = tensors_of(Sequence.tuple(tensors))
    if any(one.rank != 1 for one in found):
        raise Undecided("tensors that are not vectors")
    total = product(tuple(one.shape[0] for one in found))
    return tensor(Shape.of(total, len(found)) if len(found) > 1 else Shape.of(total), found[0].dtype)


@T.op("torch.unravel_index")
def unravel_index(indices: Tensor, shape: Dims) -> tuple[Tensor, ...]:
    return tuple(tensor(indices.shape, "int64") for _ in shape)


@T.op("torch.nonzero_static", "torch.Tensor.nonzero_static")
def nonzero_static(input: Tensor, *, size: Dim, fill_value: Ignored = -1, out: Ignored = None) -> Tensor:
    return tensor(Shape.of(size, input.rank), "int64")
