"""Reductions over axes, and the functions that give values and where they stand: max, sort, topk ..."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.axes import axes, axis
from ...algebra.broadcast import broadcast
from ...algebra.reduce import reduce
from ...core.dim import Dim
from ...core.dtype import family
from ...core.outcome import Mismatch, Undecided, remark
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from .dialect import T, asked, named, spoken, tensor
from .pointwise import BOTH, real_part

if TYPE_CHECKING:
    from ...core.containers import Sequence
    from ...core.value import Value
    from ..binding import Ignored, Ints, Operand

_WHOLE = ("bool", "int", "uint")


def reduced(input: Tensor, dim: Ints | int | None, keepdim: bool) -> Shape:
    """Over no axis, an empty list of axes (which means all), or the given ones."""
    if not input.shape.known_rank and dim is not None and dim != ():
        return Shape.unknown()
    return reduce(input.shape, None if dim == () else dim, keepdim)


def summed(input: Tensor, dtype: Value | None = None, **_: Any) -> str | None:
    """Whole numbers and truth values are counted in int64."""
    return asked(dtype, "int64" if family(input.dtype) in _WHOLE else input.dtype)


def sum_(input: Tensor, dim: Ints | None = None, keepdim: bool = False, *, dtype: Value | None = None,
         out: Ignored = None) -> Shape:  # fmt: skip
    return reduced(input, dim, keepdim)


T.family("sum nansum", sum_, BOTH, summed)


@T.op("torch.prod", "torch.Tensor.prod", dtype=summed)
def prod(input: Tensor, dim: int | None = None, keepdim: bool = False, *, dtype: Value | None = None,
         out: Ignored = None) -> Shape:  # fmt: skip
    return reduced(input, dim, keepdim)


def _averaged(input: Tensor, dtype: Value | None = None, **_: Any) -> str | None:
    return asked(dtype, input.dtype)


@T.op("torch.mean", "torch.Tensor.mean", dtype=_averaged)
def mean(input: Tensor, dim: Ints | None = None, keepdim: bool = False, *, dtype: Value | None = None,
         out: Ignored = None) -> Shape:  # fmt: skip
    wanted = asked(dtype, input.dtype)
    if family(wanted) in _WHOLE:
        what = "Input dtype" if asked(dtype, "") == "" else "Optional dtype"
        raise Mismatch(
            "integer-mean",
            f"the mean of {wanted} numbers",
            argument="input",
            runtime=f"mean(): could not infer output dtype. {what} must be either a floating point or complex dtype. "
            f"Got: {spoken(wanted)}",
            help="convert first: x.float().mean()",
        )
    return reduced(input, dim, keepdim)


@T.op("torch.nanmean", "torch.Tensor.nanmean", dtype=_averaged)
def nanmean(input: Tensor, dim: Ints | None = None, keepdim: bool = False, *, dtype: Value | None = None,
            out: Ignored = None) -> Shape:  # fmt: skip
    return reduced(input, dim, keepdim)


@T.op("torch.all", "torch.Tensor.all", "torch.any", "torch.Tensor.any")
def all_(input: Tensor, dim: Ints | None = None, keepdim: bool = False, *, out: Ignored = None) -> Tensor:
    return tensor(reduced(input, dim, keepdim), "uint8" if input.dtype == "uint8" else "bool" if input.dtype else None)


def _spread(input: Tensor, dim: Any = None, unbiased: Any = True, keepdim: Any = False) -> Shape:
    """std(x), std(x, unbiased), std(x, dim, unbiased, keepdim), with `correction` in the place of `unbiased`."""
    if isinstance(dim, bool):
        return Shape()
    return reduced(input, dim, bool(keepdim))


@T.op("torch.std", "torch.Tensor.std", "torch.var", "torch.Tensor.var", dtype=real_part)
def std(input: Tensor, dim: Any = None, unbiased: Any = True, keepdim: bool = False, *, correction: Ignored = None,
        out: Ignored = None) -> Shape:  # fmt: skip
    return _spread(input, dim, unbiased, keepdim)


@T.op("torch.std_mean", "torch.var_mean")
def std_mean(input: Tensor, dim: Any = None, unbiased: Any = True, keepdim: bool = False, *,
             correction: Ignored = None) -> tuple[Tensor, Tensor]:  # fmt: skip
    shape = _spread(input, dim, unbiased, keepdim)
    return tensor(shape, real_part(input)), tensor(shape, input.dtype)


@T.op("torch.logsumexp", "torch.Tensor.logsumexp", "torch.special.logsumexp", dtype="float")
def logsumexp(input: Tensor, dim: Ints, keepdim: bool = False, *, out: Ignored = None) -> Shape:
    return reduced(input, dim, keepdim)


@T.op("torch.count_nonzero", "torch.Tensor.count_nonzero", dtype="int64")
def count_nonzero(input: Tensor, dim: Ints | None = None) -> Shape:
    return reduced(input, dim, False)


def _require_elements(input: Tensor, dim: Ints | int | None, name: str) -> None:
    """There is no greatest of none."""
    if not input.shape.known_rank or not input.rank:
        return
    over = input.shape.dims if dim in (None, ()) else tuple(input.shape[at] for at in axes(dim, input.rank))
    if any(length.value == 0 for length in over):
        words = (f"{name}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim "
                 "with the 'dim' argument.")  # fmt: skip
        raise Mismatch("dim-out-of-range", f"{name} over none of {input.shape}", argument="input", runtime=words)


def _extreme(input: Tensor, dim: Ints | None = None, keepdim: bool = False, *, out: Ignored = None) -> Shape:
    _require_elements(input, dim, "amax")
    return reduced(input, () if dim is None else dim, keepdim)


T.family("amax amin", _extreme, BOTH)


@T.op("torch.aminmax", "torch.Tensor.aminmax")
def aminmax(input: Tensor, *, dim: int | None = None, keepdim: bool = False, out: Ignored = None) -> Sequence:
    _require_elements(input, dim, "aminmax")
    shape = reduced(input, dim, keepdim)
    return named("min max", tensor(shape, input.dtype), tensor(shape, input.dtype))


# -- where the extremes are -------------------------------------------------------------------------------------


def place_facts(input: Tensor, dim: int | None) -> Facts:
    """Indices along an axis: from 0 to its length, without it."""
    if not input.shape.known_rank:
        return Facts(low=0, activation="argmax")
    if dim is None:
        return Facts(low=0, high=_last(input.shape.numel), activation="argmax")
    length = input.shape[axis(dim, input.rank)] if input.rank else Dim.of(1)
    return Facts(low=0, high=_last(length), activation="argmax")


def _last(length: Dim) -> int | None:
    return None if length.value is None else length.value - 1


def _remark_axis(input: Tensor, dim: int | None) -> None:
    """What is chosen along the axis: among samples rather than classes, or among one class only."""
    if dim is None or not input.shape.known_rank or input.rank != 2:
        return
    at = axis(dim, input.rank)
    of_model = input.facts.activation in ("linear", "softmax", "log_softmax", "sigmoid")
    if of_model and at == 0 and is_batch(input):
        remark(
            "argmax-wrong-dim",
            f"chooses among the {input.shape[0]} samples, not the {input.shape[1]} classes",
            input.shape[0],
            argument="dim",
            help="dim=1",
        )
    elif of_model and input.shape[at] == 1:
        remark(
            "argmax-on-single-unit",
            "the axis has length 1: the answer is always 0",
            input.shape[at],
            argument="dim",
            help="compare with a threshold: x > 0 for logits, x > 0.5 for probabilities",
        )


def is_batch(input: Tensor) -> bool:
    """The first axis counts samples: it is the size that a data loader gives."""
    atom = input.shape[0].atom
    return bool(input.facts.batch) or (atom is not None and atom.key == "batch")


@T.op("torch.argmax", "torch.Tensor.argmax", "torch.argmin", "torch.Tensor.argmin")
def argmax(input: Tensor, dim: int | None = None, keepdim: bool = False) -> Tensor:
    _remark_axis(input, dim)
    return tensor(reduced(input, dim, keepdim), "int64", place_facts(input, dim))


def max_(input: Tensor, dim: Any = None, keepdim: bool = False, *, out: Ignored = None) -> Tensor | Sequence:
    """max(x), max(x, other), or max(x, dim), which gives values and indices. `dim` may be a tensor."""
    if dim is None:
        return tensor(Shape(), input.dtype, _range_of(input))
    if isinstance(dim, Tensor):
        return tensor(broadcast(input.shape, dim.shape), T.promote([input, dim]))
    if isinstance(dim, Dim):
        dim = dim.value
    if not isinstance(dim, int):
        raise Undecided("an axis that is not known")
    _remark_axis(input, dim)
    return values_and_indices(input, dim, keepdim)


def _range_of(input: Tensor) -> Facts:
    return Facts(low=input.facts.low, high=input.facts.high)


def values_and_indices(input: Tensor, dim: int, keepdim: bool) -> Sequence:
    shape = reduced(input, dim, keepdim)
    return named(
        "values indices", tensor(shape, input.dtype, _range_of(input)), tensor(shape, "int64", place_facts(input, dim))
    )


def _max(input: Tensor, dim: Any = None, keepdim: bool = False, *, other: Tensor | None = None,
         out: Ignored = None) -> Tensor | Sequence:  # fmt: skip
    return max_(input, other if other is not None else dim, keepdim)


T.family("max min", _max, BOTH)


@T.op("torch.median", "torch.Tensor.median", "torch.nanmedian", "torch.Tensor.nanmedian")
def median(input: Tensor, dim: int | None = None, keepdim: bool = False, *, out: Ignored = None) -> Tensor | Sequence:
    if dim is None:
        return tensor(Shape(), input.dtype, _range_of(input))
    return values_and_indices(input, dim, keepdim)


@T.op("torch.mode", "torch.Tensor.mode")
def mode(input: Tensor, dim: int = -1, keepdim: bool = False, *, out: Ignored = None) -> Sequence:
    return values_and_indices(input, dim, keepdim)


@T.op("torch.kthvalue", "torch.Tensor.kthvalue")
def kthvalue(input: Tensor, k: Dim, dim: int = -1, keepdim: bool = False, *, out: Ignored = None) -> Sequence:
    length = input.shape[dim] if input.shape.known_rank and input.rank else Dim.of(1)
    if length.less(k) is Truth.YES:
        raise Mismatch("dim-out-of-range", f"the {k}th of {length}", k, length, argument="k",
                       runtime="kthvalue(): selected number k out of range for dimension "
                       f"{axis(dim, input.rank)}")  # fmt: skip
    return values_and_indices(input, dim, keepdim)


@T.op("torch.cummax", "torch.Tensor.cummax", "torch.cummin", "torch.Tensor.cummin")
def cummax(input: Tensor, dim: int, *, out: Ignored = None) -> Sequence:
    axis(dim, input.rank)
    return named("values indices", tensor(input.shape, input.dtype), tensor(input.shape, "int64"))


@T.op("torch.sort", "torch.Tensor.sort")
def sort(input: Tensor, dim: int = -1, descending: Ignored = False, *, stable: Ignored = None,
         out: Ignored = None) -> Sequence:  # fmt: skip
    axis(dim, input.rank)
    return named(
        "values indices",
        tensor(input.shape, input.dtype, _range_of(input)),
        tensor(input.shape, "int64", place_facts(input, dim)),
    )


@T.op("torch.argsort", "torch.Tensor.argsort")
def argsort(input: Tensor, dim: int = -1, descending: Ignored = False, *, stable: Ignored = False) -> Tensor:
    axis(dim, input.rank)
    return tensor(input.shape, "int64", place_facts(input, dim))


@T.op("torch.msort", "torch.Tensor.msort")
def msort(input: Tensor, *, out: Ignored = None) -> Shape:
    return input.shape


@T.op("torch.topk", "torch.Tensor.topk")
def topk(input: Tensor, k: Dim, dim: int = -1, largest: Ignored = True, sorted: Ignored = True, *,
         out: Ignored = None) -> Sequence:  # fmt: skip
    at = axis(dim, input.rank)
    shape = input.shape
    if input.rank:
        length = shape[at]
        if length.less(k) is Truth.YES:
            raise Mismatch(
                "dim-out-of-range",
                f"the {k} largest of {length}",
                k,
                length,
                argument="k",
                runtime="selected index k out of range",
            )
        shape = shape.replace(at, k)
    return named(
        "values indices", tensor(shape, input.dtype, _range_of(input)), tensor(shape, "int64", place_facts(input, dim))
    )


# -- along an axis, keeping it ----------------------------------------------------------------------------------


def cumulative(input: Tensor, dim: int, *, dtype: Value | None = None, out: Ignored = None) -> Shape:
    axis(dim, input.rank)
    return input.shape


T.family("cumsum cumprod", cumulative, BOTH, summed)


@T.op("torch.logcumsumexp", "torch.Tensor.logcumsumexp")
def logcumsumexp(input: Tensor, dim: int, *, out: Ignored = None) -> Shape:
    axis(dim, input.rank)
    return input.shape


@T.op("torch.renorm", "torch.Tensor.renorm")
def renorm(input: Tensor, p: Ignored, dim: int, maxnorm: Ignored, *, out: Ignored = None) -> Shape:
    if input.shape.known_rank and input.rank < 2:
        raise Mismatch("layer-input-rank", f"renorm of {input.shape}",
                       runtime="renorm: input needs at least 2 dimensions, got "
                       f"{input.rank} dimensions")  # fmt: skip
    axis(dim, input.rank)
    return input.shape


@T.op("torch.hash_tensor", "torch.Tensor.hash_tensor", dtype="uint64")
def hash_tensor(input: Tensor, dim: Ints | None = None, keepdim: bool = False, mode: Ignored = 0, *,
                out: Ignored = None) -> Shape:  # fmt: skip
    return reduced(input, dim, keepdim)


@T.op("torch.nuclear_norm")
def nuclear_norm(input: Tensor, dim: Ints | None = None, keepdim: bool = False) -> Shape:
    return reduced(input, dim, keepdim)


@T.op("torch.frobenius_norm")
def frobenius_norm(input: Tensor, dim: Ints | None = None, keepdim: bool = False, *, out: Ignored = None) -> Shape:
    return reduced(input, dim, keepdim)


def quantile_(input: Tensor, q: Operand, dim: int | None = None, keepdim: bool = False, *,
              interpolation: Ignored = "linear", out: Ignored = None) -> Shape:  # fmt: skip
    rest = reduced(input, dim, keepdim)
    return (q.shape if isinstance(q, Tensor) else Shape()) + rest


T.family("quantile nanquantile", quantile_, BOTH)
