"""Pooling, with windows and adaptive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.window import window
from ...core.containers import Sequence
from ...core.convert import to_python
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided
from ...core.plain import NONE
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Value
from .dialect import T, is_one, lengths, repeated, tensor
from .linear import has
from .values import refuse, require_least, said

if TYPE_CHECKING:
    from ..binding import Ignored

_ROOM = {1: "2D or 3D", 2: "3D or 4D", 3: "4D or 5D"}


def _split(input: Tensor, n: int, runtime: str) -> tuple[Shape, tuple[Dim, ...]]:
    """The axes before the last `n`, and those; there are one or two before."""
    shape = input.shape
    if not shape.known_rank:
        after = shape.parts[1][-n:]
        return Shape.unknown(), (*(Dim.unknown() for _ in range(n - len(after))), *after)
    if shape.rank not in (n + 1, n + 2):
        raise Mismatch("layer-input-rank", f"takes {_ROOM[n]} input, got {shape}", argument="input", runtime=runtime)
    return shape[:-n], shape.dims[-n:]


def _pooled(input: Tensor, n: int, kernel: Any, stride: Any, padding: Any, dilation: Any, ceil: Any,
            name: str) -> Shape:  # fmt: skip
    words = {
        1: f"{name}: Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:"
        f"{input.shape}",
        2: f"non-empty {_ROOM[2]} (batch mode) tensor expected for input",
        3: f"non-empty {_ROOM[3]} (batch mode) tensor expected for input",
    }[n]
    front, sizes = _split(input, n, words)
    kernels = lengths(kernel, n)
    strides = kernels if _is_none(stride) else lengths(stride, n)
    hanging = has(ceil)
    paddings, dilations = lengths(padding, n), lengths(dilation, n)
    _require_steps(kernels, strides, paddings, dilations, name)
    if hanging is None:
        return front + tuple(Dim.unknown() for _ in range(n))
    channels = front[-1] if front.known_rank else "?"
    small = f"Given input size: ({channels}x{'x'.join(map(str, sizes))}). Calculated output size is too small"
    return front + tuple(
        window(size, k, s, 2 * p, d, ceil=hanging, runtime=small)
        for size, k, s, p, d in zip(sizes, kernels, strides, paddings, dilations, strict=True)
    )


def _require_steps(kernels: tuple[Dim, ...], strides: tuple[Dim, ...], paddings: tuple[Dim, ...],
                   dilations: tuple[Dim, ...], name: str) -> None:  # fmt: skip
    """Windows have a length and move; less than half of one stands on the padding."""
    for what, numbers in (("kernel_size", kernels), ("stride", strides), ("dilation", dilations)):
        if any(number.value is not None and number.value <= 0 for number in numbers):
            raise Mismatch("conv-kernel-exceeds-input", f"a {what} of {numbers[0]}", argument=what,
                           runtime=f"{name}() {what} must be greater than zero, but got {numbers[0]}")  # fmt: skip
    for pad in paddings:
        require_least(pad, 0, "padding", "pad must be non-negative, but got pad: {}")
    for size, pad, spread in zip(kernels, paddings, dilations, strict=True):
        span = ((size - 1) * spread + 1) // 2
        if span.less(pad) is Truth.YES:
            raise Mismatch(
                "conv-kernel-exceeds-input",
                f"a padding of {pad} for a window of {size}",
                pad,
                argument="padding",
                runtime=f"pad should be at most half of effective kernel size, but got pad={pad}, kernel_size={size} "
                f"and dilation={spread}",
            )


def _is_none(value: Any) -> bool:
    """No stride, or an empty list of strides, is the kernel's size."""
    return value is None or (isinstance(value, Sequence) and value.known == ())


def _averages(input: Tensor, shape: Shape, divisor: Any = None) -> Tensor:
    """Means of some elements and of the zeros around them; or their sums, divided by another number."""
    made, facts = _kept(input, shape), input.facts
    if divisor is not None and divisor is not NONE:
        return made.with_facts(low=None, high=None)
    low, high = facts.low, facts.high
    return made.with_facts(low=None if low is None else min(low, 0), high=None if high is None else max(high, 0))


def _kept(input: Tensor, shape: Shape) -> Tensor:
    """The largest of some elements is in the range of all."""
    facts = input.facts
    return tensor(
        shape, input.dtype, Facts(low=facts.low, high=facts.high, activation=facts.activation, batch=facts.batch)
    )


def _with_indices(values: Tensor, wanted: Any) -> Any:
    flag = has(wanted)
    if flag is None:
        raise Undecided("return_indices is not known")
    return (values, tensor(values.shape, "int64")) if flag else values


def _require_divisor(divisor: Any) -> None:
    if said(divisor) == 0:
        refuse(divisor, "divisor_override", "divisor must be not zero")


def _kept_sizes(n: int, single: bool) -> Any:
    """What a layer keeps: steps as long as the window, where none are given; in one dimension, tuples."""

    def sizes(kernel_size: Value, stride: Value | None = None, padding: Value | int = 0) -> dict[str, Any]:
        found = {"kernel_size": kernel_size, "stride": kernel_size if stride is None else stride, "padding": padding}
        if single:
            return {name: repeated(size, n) if is_one(size) else size for name, size in found.items()}
        return {"stride": found["stride"]}

    return sizes


def _declare_windows(n: int) -> None:
    @T.op(f"torch.nn.functional.max_pool{n}d", f"torch.max_pool{n}d")
    def functional_max(input: Tensor, kernel_size: Value, stride: Value | None = None, padding: Value | int = 0,
                       dilation: Value | int = 1, ceil_mode: Value | bool = False,
                       return_indices: Value | bool = False) -> Any:  # fmt: skip
        shape = _pooled(input, n, kernel_size, stride, padding, dilation, ceil_mode, f"max_pool{n}d")
        return _with_indices(_kept(input, shape), return_indices)

    @T.op(f"torch.nn.functional.max_pool{n}d_with_indices", *(("torch.max_pool1d_with_indices",) if n == 1 else ()))
    def functional_max_and_where(input: Tensor, kernel_size: Value, stride: Value | None = None,
                                 padding: Value | int = 0, dilation: Value | int = 1, ceil_mode: Value | bool = False,
                                 return_indices: Ignored = False) -> Any:  # fmt: skip
        return functional_max(input, kernel_size, stride, padding, dilation, ceil_mode, True)

    @T.layer(f"torch.nn.MaxPool{n}d", weights=_kept_sizes(n, False))
    def max_pool(input: Tensor, *, kernel_size: Value, stride: Value | None = None, padding: Value | int = 0,
                 dilation: Value | int = 1, return_indices: Value | bool = False,
                 ceil_mode: Value | bool = False) -> Any:  # fmt: skip
        shape = _pooled(input, n, kernel_size, stride, padding, dilation, ceil_mode, f"max_pool{n}d")
        return _with_indices(_kept(input, shape), return_indices)

    if n == 1:

        @T.op("torch.nn.functional.avg_pool1d", "torch.avg_pool1d")
        def functional_average1(input: Tensor, kernel_size: Value, stride: Value | None = None,
                                padding: Value | int = 0, ceil_mode: Value | bool = False,
                                count_include_pad: Ignored = True) -> Tensor:  # fmt: skip
            return _averages(input, _pooled(input, n, kernel_size, stride, padding, 1, ceil_mode, "avg_pool1d"))

        @T.layer("torch.nn.AvgPool1d", weights=_kept_sizes(1, True))
        def average1(input: Tensor, *, kernel_size: Value, stride: Value | None = None, padding: Value | int = 0,
                     ceil_mode: Value | bool = False, count_include_pad: Ignored = True) -> Tensor:  # fmt: skip
            return _averages(input, _pooled(input, n, kernel_size, stride, padding, 1, ceil_mode, "avg_pool1d"))

        return

    @T.op(f"torch.nn.functional.avg_pool{n}d")
    def functional_average(input: Tensor, kernel_size: Value, stride: Value | None = None, padding: Value | int = 0,
                           ceil_mode: Value | bool = False, count_include_pad: Ignored = True,
                           divisor_override: Ignored = None) -> Tensor:  # fmt: skip
        _require_divisor(divisor_override)
        made = _pooled(input, n, kernel_size, stride, padding, 1, ceil_mode, f"avg_pool{n}d")
        return _averages(input, made, divisor_override)

    @T.layer(f"torch.nn.AvgPool{n}d", weights=_kept_sizes(n, False))
    def average(input: Tensor, *, kernel_size: Value, stride: Value | None = None, padding: Value | int = 0,
                ceil_mode: Value | bool = False, count_include_pad: Ignored = True,
                divisor_override: Ignored = None) -> Tensor:  # fmt: skip
        made = _pooled(input, n, kernel_size, stride, padding, 1, ceil_mode, f"avg_pool{n}d")
        return _averages(input, made, divisor_override)


# -- adaptive ---------------------------------------------------------------------------------------------------


def _adapted(input: Tensor, n: int, output_size: Any, name: str) -> Shape:
    """The last axes get the given lengths; None keeps one."""
    front, sizes = _split(input, n, f"{name}(): Expected {_ROOM[n]} tensor, but got: {input.shape}")
    wanted = _targets(output_size, sizes)
    for length in wanted:
        require_least(length, 0, "output_size", "elements of output_size must be greater than or equal to 0")
    return front + wanted


def _targets(output_size: Any, sizes: tuple[Dim, ...]) -> tuple[Dim, ...]:
    known = output_size.known if isinstance(output_size, Sequence) else None
    if known is not None and len(known) == len(sizes):
        return tuple(
            had if getattr(one, "payload", 0) is None else lengths(one, 1)[0]
            for one, had in zip(known, sizes, strict=True)
        )
    return sizes if output_size is None else lengths(output_size, len(sizes))


def _declare_adaptive(n: int) -> None:
    @T.op(f"torch.nn.functional.adaptive_avg_pool{n}d")
    def functional_average(input: Tensor, output_size: Value) -> Tensor:
        return _kept(input, _adapted(input, n, output_size, f"adaptive_avg_pool{n}d"))

    @T.layer(f"torch.nn.AdaptiveAvgPool{n}d")
    def average(input: Tensor, *, output_size: Value) -> Tensor:
        return _kept(input, _adapted(input, n, output_size, f"adaptive_avg_pool{n}d"))

    @T.op(f"torch.nn.functional.adaptive_max_pool{n}d")
    def functional_max(input: Tensor, output_size: Value, return_indices: Value | bool = False) -> Any:
        shape = _adapted(input, n, output_size, f"adaptive_max_pool{n}d")
        return _with_indices(_kept(input, shape), return_indices)

    @T.op(f"torch.nn.functional.adaptive_max_pool{n}d_with_indices")
    def functional_max_and_where(input: Tensor, output_size: Value, return_indices: Ignored = False) -> Any:
        return functional_max(input, output_size, True)

    @T.layer(f"torch.nn.AdaptiveMaxPool{n}d")
    def largest(input: Tensor, *, output_size: Value, return_indices: Value | bool = False) -> Any:
        shape = _adapted(input, n, output_size, f"adaptive_max_pool{n}d")
        return _with_indices(_kept(input, shape), return_indices)

    @T.op(f"torch.nn.functional.lp_pool{n}d")
    def functional_power(input: Tensor, norm_type: Ignored, kernel_size: Value, stride: Value | None = None,
                         ceil_mode: Value | bool = False) -> Tensor:  # fmt: skip
        return tensor(_pooled(input, n, kernel_size, stride, 0, 1, ceil_mode, f"lp_pool{n}d"), input.dtype)

    @T.layer(f"torch.nn.LPPool{n}d")
    def power(input: Tensor, *, norm_type: Ignored, kernel_size: Value, stride: Value | None = None,
              ceil_mode: Value | bool = False) -> Tensor:  # fmt: skip
        return tensor(_pooled(input, n, kernel_size, stride, 0, 1, ceil_mode, f"lp_pool{n}d"), input.dtype)


for _n in (1, 2, 3):
    _declare_windows(_n)
    _declare_adaptive(_n)


@T.op("torch.adaptive_max_pool1d")
def adaptive_max_pool1d(input: Tensor, output_size: Value) -> Any:
    return _with_indices(_kept(input, _adapted(input, 1, output_size, "adaptive_max_pool1d")), True)


def _fraction(input: Tensor, n: int, kernel: Any, output_size: Any, output_ratio: Any) -> Shape:
    """Windows at random places: as many as are asked for, or a part of the lengths."""
    if not input.shape.known_rank or input.rank not in (n + 1, n + 2):
        raise Undecided("fractional pooling of an input of another rank")
    sizes, front = input.shape.dims[-n:], input.shape[:-n]
    if output_size is not None:
        wanted = lengths(output_size, n)
    else:
        ratios = to_python(output_ratio) if isinstance(output_ratio, Value) else output_ratio
        ratios = ratios if isinstance(ratios, (tuple, list)) else (ratios,) * n
        if not all(isinstance(ratio, float) for ratio in ratios) or any(size.value is None for size in sizes):
            raise Undecided("a part of lengths that are not known")
        wanted = tuple(Dim.of(int((size.value or 0) * ratio)) for size, ratio in zip(sizes, ratios, strict=True))
    for size, k, out in zip(sizes, lengths(kernel, n), wanted, strict=True):
        if size.less(out + k - 1) is Truth.YES:
            raise Mismatch(
                "conv-kernel-exceeds-input",
                f"{out} windows of {k} on an axis of {size}",
                size,
                argument="input",
                runtime=f"pool {'height' if n == 2 else 'time'} {k} too large relative to input",
            )
    return front + wanted


def _declare_fractions(n: int) -> None:
    def functional(input: Tensor, kernel_size: Value, output_size: Value | None = None,
                   output_ratio: Value | None = None, return_indices: Value | bool = False,
                   _random_samples: Ignored = None) -> Any:  # fmt: skip
        return _with_indices(_kept(input, _fraction(input, n, kernel_size, output_size, output_ratio)), return_indices)

    T.op(f"torch.nn.functional.fractional_max_pool{n}d")(functional)

    @T.op(f"torch.nn.functional.fractional_max_pool{n}d_with_indices")
    def with_indices(input: Tensor, kernel_size: Value, output_size: Value | None = None,
                     output_ratio: Value | None = None, return_indices: Ignored = False,
                     _random_samples: Ignored = None) -> Any:  # fmt: skip
        return functional(input, kernel_size, output_size, output_ratio, True)

    @T.layer(f"torch.nn.FractionalMaxPool{n}d")
    def layer(input: Tensor, *, kernel_size: Value, output_size: Value | None = None,
              output_ratio: Value | None = None, return_indices: Value | bool = False,
              _random_samples: Ignored = None) -> Any:  # fmt: skip
        return functional(input, kernel_size, output_size, output_ratio, return_indices)


for _n in (2, 3):
    _declare_fractions(_n)


# -- back ------------------------------------------------------------------------------------------------------


def _unpooled(input: Tensor, indices: Tensor, n: int, kernel: Any, stride: Any, padding: Any,
              output_size: Any) -> Shape:  # fmt: skip
    front, sizes = _split(input, n, f"max_unpool{n}d: Expected {_ROOM[n]} tensor, but got: {input.shape}")
    if indices.shape.equals(input.shape) is Truth.NO:
        raise Mismatch("elementwise-shape-mismatch", f"indices {indices.shape} for {input.shape}", argument="indices",
                       runtime="Expected shape of indices to be same as that of the input tensor "
                       f"({input.shape}) but got indices tensor with shape: {indices.shape}")  # fmt: skip
    if output_size is not None:
        known = output_size.known if isinstance(output_size, Sequence) else None
        return front + lengths(output_size, len(known) if known else n)[-n:]
    kernels = lengths(kernel, n)
    strides = kernels if _is_none(stride) else lengths(stride, n)
    return front + tuple(
        (size - 1) * s + k - 2 * p for size, k, s, p in zip(sizes, kernels, strides, lengths(padding, n), strict=True)
    )


def _declare_unpooling(n: int) -> None:
    @T.op(f"torch.nn.functional.max_unpool{n}d")
    def functional(input: Tensor, indices: Tensor, kernel_size: Value, stride: Value | None = None,
                   padding: Value | int = 0, output_size: Value | None = None) -> Shape:  # fmt: skip
        return _unpooled(input, indices, n, kernel_size, stride, padding, output_size)

    @T.layer(f"torch.nn.MaxUnpool{n}d")
    def unpool(input: Tensor, indices: Tensor, output_size: Value | None = None, *, kernel_size: Value,
               stride: Value | None = None, padding: Value | int = 0) -> Shape:  # fmt: skip
        return _unpooled(input, indices, n, kernel_size, stride, padding, output_size)


for _n in (1, 2, 3):
    _declare_unpooling(_n)
