"""Convolutions, transposed convolutions, folds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...algebra.window import same, transposed, window
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided, remark, require_equal
from ...core.plain import NONE
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Value
from .dialect import T, asked, is_one, lengths, repeated, spoken_type, tensor
from .linear import has, of_function, of_layer, weight
from .products import require_one_dtype
from .values import require_least

if TYPE_CHECKING:
    from ..binding import Ignored


@dataclass(frozen=True, slots=True)
class Kernel:
    """What a convolution over `n` axes has besides its input."""

    n: int
    incoming: Dim
    outgoing: Dim
    size: tuple[Dim, ...]
    groups: Dim
    dtype: str | None
    bias: bool | None = True
    transposed: bool = False

    @property
    def weight(self) -> Shape:
        first, second = (self.incoming, self.outgoing) if self.transposed else (self.outgoing, self.incoming)
        return Shape((first, second if self.groups == 1 else second // self.groups, *self.size))


def batched(input: Tensor, n: int, name: str) -> tuple[Shape, Shape, bool]:
    """The axes before the channels, and the channels with the `n` axes; and whether there is a batch axis."""
    shape = input.shape
    if not shape.known_rank:
        after = shape.parts[1]
        rest = after[-(n + 1) :] if len(after) > n else (*(Dim.unknown() for _ in range(n + 1 - len(after))), *after)
        return Shape.unknown(), Shape(rest), True
    if shape.rank not in (n + 1, n + 2):
        raise Mismatch(
            "layer-input-rank",
            f"takes [batch, channels, {', '.join(('depth', 'height', 'width')[-n:])}], got {shape}",
            argument="input",
            runtime=f"Expected {n + 1}D (unbatched) or {n + 2}D (batched) input to {name}, "
            f"but got input of size: {shape}",
        )
    at = shape.rank - n - 1
    if at == 0 and input.facts.batch:
        remark(
            "unbatched-input-accepted",
            f"{shape} is read as one sample with {shape[0]} channels: the first axis is the batch",
            shape[0],
            argument="input",
            help="unsqueeze(1) adds the axis of the channels",
        )
    return shape[:at], shape[at:], at == 1


def _require_fitting(input: Tensor, rest: Shape, kernel: Kernel, has_batch: bool) -> None:
    """The input's channels are the kernel's, and their dtypes are one."""
    shown = (input.shape if has_batch or not input.shape.known_rank else Shape.of(1) + input.shape).map(Dim.full)
    what = f"transposed={int(kernel.transposed)}" if kernel.transposed else f"groups={kernel.groups}"
    require_equal(
        rest[0],
        kernel.incoming,
        "conv-in-channels-mismatch",
        "expects {wanted} input channels, got {got}",
        argument="input",
        runtime=f"Given {what}, weight of size {kernel.weight}, expected input{shown} to have "
        f"{kernel.incoming} channels, but got {rest[0]} channels instead",
    )
    words = f"Input type ({spoken_type(input.dtype)}) and bias type ({spoken_type(kernel.dtype)}) should be the same"
    require_one_dtype(input.dtype, kernel.dtype, "input", words)


_STILL = "non-positive stride is not supported"


def convolve(input: Tensor, kernel: Kernel, stride: Any, padding: Any, dilation: Any, name: str) -> Tensor:
    front, rest, has_batch = batched(input, kernel.n, name)
    _require_fitting(input, rest, kernel, has_batch)
    strides, dilations = lengths(stride, kernel.n), lengths(dilation, kernel.n)
    for what, numbers in (("stride", strides), ("dilation", dilations)):
        if any(number.value is not None and number.value <= 0 for number in numbers):
            words = "dilation should be greater than zero" if what == "dilation" else _STILL
            raise Mismatch("conv-kernel-exceeds-input", f"a {what} of {numbers[0]}", argument=what, runtime=words)
    word = _word(padding)
    if word == "same" and any(one.is_one() is Truth.NO for one in strides):
        raise Mismatch("same-padding-with-stride", 'padding="same" with a stride', argument="padding",
                       runtime="padding='same' is not supported for strided convolutions",
                       help="give the padding as a number")  # fmt: skip
    if word == "same":
        sizes = [same(size) for size in rest.dims[1:]]
    else:
        pads = (Dim.of(0),) * kernel.n if word == "valid" else lengths(padding, kernel.n)
        for pad in pads:
            require_least(pad, 0, "padding", "negative padding is not supported")
        padded = [size + 2 * pad for size, pad in zip(rest.dims[1:], pads, strict=True)]
        spans = [(k - 1) * d + 1 for k, d in zip(kernel.size, dilations, strict=True)]
        words = (
            f"Calculated padded input size per channel: ({_times(padded)}). Kernel size: ({_times(spans)}). "
            "Kernel size can't be greater than actual input size"
        )
        sizes = [
            window(size, k, s, 2 * p, d, runtime=words)
            for size, k, s, p, d in zip(rest.dims[1:], kernel.size, strides, pads, dilations, strict=True)
        ]
    return of_layer(front + (kernel.outgoing, *sizes), kernel.dtype or input.dtype, batch=input.facts.batch)


def _word(padding: Any) -> str | None:
    payload = getattr(padding, "payload", padding)
    return payload if isinstance(payload, str) else None


def _times(numbers: list[Dim]) -> str:
    return " x ".join(map(str, numbers))


def unconvolve(input: Tensor, kernel: Kernel, stride: Any, padding: Any, output_padding: Any, dilation: Any,
               name: str) -> Tensor:  # fmt: skip
    front, rest, has_batch = batched(input, kernel.n, name)
    _require_fitting(input, rest, kernel, has_batch)
    n = kernel.n
    parts = zip(
        rest.dims[1:],
        kernel.size,
        lengths(stride, n),
        lengths(padding, n),
        lengths(output_padding, n),
        lengths(dilation, n),
        strict=True,
    )
    sizes = [transposed(size, k, s, 2 * p, o, d) for size, k, s, p, o, d in parts]
    return of_layer(front + (kernel.outgoing, *sizes), kernel.dtype or input.dtype, batch=input.facts.batch)


# -- functions --------------------------------------------------------------------------------------------------


def _declare_functions(n: int) -> None:
    name = f"conv{n}d"

    @T.op(f"torch.nn.functional.{name}", f"torch.{name}")
    def convolution(input: Tensor, weight: Tensor, bias: Tensor | None = None, stride: Value | int = 1,
                    padding: Value | int = 0, dilation: Value | int = 1,
                    groups: Dim | int = 1) -> Tensor:  # fmt: skip
        sizes = _kernel_sizes(weight, n)
        kernel = Kernel(
            n, weight.shape[1] * groups, weight.shape[0], sizes, Dim.of(groups), weight.dtype, bias is not None
        )
        _require_bias(bias, input, kernel)
        return of_function(convolve(input, kernel, stride, padding, dilation, name), input, weight, bias)

    @T.op(f"torch.nn.functional.conv_transpose{n}d", f"torch.conv_transpose{n}d")
    def transposed_convolution(input: Tensor, weight: Tensor, bias: Tensor | None = None, stride: Value | int = 1,
                               padding: Value | int = 0, output_padding: Value | int = 0, groups: Dim | int = 1,
                               dilation: Value | int = 1) -> Tensor:  # fmt: skip
        sizes = _kernel_sizes(weight, n)
        kernel = Kernel(
            n, weight.shape[0], weight.shape[1] * groups, sizes, Dim.of(groups), weight.dtype, bias is not None, True
        )
        _require_bias(bias, input, kernel)
        made = unconvolve(input, kernel, stride, padding, output_padding, dilation, f"conv_transpose{n}d")
        return of_function(made, input, weight, bias)


def _require_bias(bias: Tensor | None, input: Tensor, kernel: Kernel) -> None:
    """One number for each channel that comes out."""
    if bias is None:
        return
    words = f"Input type ({spoken_type(input.dtype)}) and bias type ({spoken_type(bias.dtype)}) should be the same"
    require_one_dtype(input.dtype, bias.dtype, "bias", words)
    if bias.shape.known_rank and (bias.rank != 1 or bias.shape[0].equals(kernel.outgoing) is Truth.NO):
        raise Mismatch(
            "conv-in-channels-mismatch",
            f"a bias {bias.shape} for {kernel.outgoing} channels",
            argument="bias",
            runtime=f"Given weight of size {kernel.weight}, expected bias to be 1-dimensional with {kernel.outgoing} "
            f"elements, but got bias of size {bias.shape} instead",
        )


def _kernel_sizes(weight: Tensor, n: int) -> tuple[Dim, ...]:
    if not weight.shape.known_rank:
        raise Undecided("a kernel of unknown shape")
    if weight.rank != n + 2:
        raise Undecided(f"a kernel of rank {weight.rank}")
    return weight.shape.dims[2:]


# -- layers -----------------------------------------------------------------------------------------------------


def _check(in_channels: Dim, out_channels: Dim, groups: Dim | int = 1, padding: Value | int = 0,
           stride: Value | int = 1) -> None:  # fmt: skip
    for name, channels in (("in_channels", in_channels), ("out_channels", out_channels)):
        groups = Dim.of(groups)
        if (channels % groups).equals(0) is Truth.NO:
            raise Mismatch(
                "groups-not-divisible",
                f"{channels} {name} in {groups} groups",
                channels,
                groups,
                argument=name,
                runtime=f"{name} must be divisible by groups",
            )
    if _word(padding) == "same" and any(s.is_one() is Truth.NO for s in lengths(stride, 1)[:1]):
        raise Mismatch(
            "same-padding-with-stride",
            'padding="same" with a stride',
            argument="padding",
            runtime="padding='same' is not supported for strided convolutions",
            help="give the padding as a number",
        )


def _check_strides(in_channels: Dim, out_channels: Dim, groups: Dim | int = 1, padding: Value | int = 0,
                   stride: Value | int = 1) -> None:  # fmt: skip
    sequence = getattr(stride, "known", None)
    for one in sequence if sequence else (stride,):
        _check(in_channels, out_channels, groups, padding, one)


def _layer_kernel(n: int, incoming: Dim, outgoing: Dim, size: Any, groups: Dim | int, dtype: Value | None,
                  bias: Value | bool = True, transposed: bool = False) -> Kernel:  # fmt: skip
    name = asked(dtype, T.default_float)
    return Kernel(n, incoming, outgoing, lengths(size, n), Dim.of(groups), name, has(bias), transposed)


def _weights(n: int, transposed: bool) -> Any:
    def weights(in_channels: Dim, out_channels: Dim, kernel_size: Any, groups: Dim | int = 1,
                bias: Value | bool = True, dtype: Value | None = None, stride: Value | int = 1,
                dilation: Value | int = 1, padding: Value | int = 0,
                output_padding: Value | int = 0) -> dict[str, Any]:  # fmt: skip
        kernel = _layer_kernel(n, in_channels, out_channels, kernel_size, groups, dtype, bias, transposed)
        sizes = _sizes(n)(kernel_size, stride, dilation, padding, output_padding if transposed else (0,) * n)
        return {
            "weight": weight(kernel.weight, dtype),
            "bias": NONE if kernel.bias is False else weight(Shape.of(out_channels), dtype),
            **sizes,
        }

    return weights


def _sizes(n: int) -> Any:
    """What is one number for all axes; a layer keeps it as a tuple."""

    def sizes(kernel_size: Any, stride: Value | int = 1, dilation: Value | int = 1, padding: Value | int = 0,
              output_padding: Any = 0) -> dict[str, Any]:  # fmt: skip
        given = {"kernel_size": kernel_size, "stride": stride, "dilation": dilation, "padding": padding,
                 "output_padding": output_padding}  # fmt: skip
        return {name: repeated(size, n) for name, size in given.items() if is_one(size)}

    return sizes


def _declare_layers(n: int) -> None:
    @T.layer(f"torch.nn.Conv{n}d", check=_check_strides, weights=_weights(n, False))
    def convolution(input: Tensor, *, in_channels: Dim, out_channels: Dim, kernel_size: Value,
                    stride: Value | int = 1, padding: Value | int = 0, dilation: Value | int = 1,
                    groups: Dim | int = 1, bias: Value | bool = True, padding_mode: Ignored = "zeros",
                    device: Ignored = None, dtype: Value | None = None) -> Tensor:  # fmt: skip
        kernel = _layer_kernel(n, in_channels, out_channels, kernel_size, groups, dtype, bias)
        return convolve(input, kernel, stride, padding, dilation, f"conv{n}d")

    @T.layer(f"torch.nn.LazyConv{n}d", locks_axis=-n - 1, weights=_sizes(n))
    def lazy_convolution(input: Tensor, *, out_channels: Dim, kernel_size: Value, stride: Value | int = 1,
                         padding: Value | int = 0, dilation: Value | int = 1, groups: Dim | int = 1,
                         bias: Value | bool = True, padding_mode: Ignored = "zeros", device: Ignored = None,
                         dtype: Value | None = None) -> Tensor:  # fmt: skip
        channels = batched(input, n, f"conv{n}d")[1][0]
        kernel = _layer_kernel(n, channels, out_channels, kernel_size, groups, dtype, bias)
        return convolve(input, kernel, stride, padding, dilation, f"conv{n}d")

    @T.layer(f"torch.nn.ConvTranspose{n}d", check=_check_strides, weights=_weights(n, True))
    def transposed_convolution(input: Tensor, output_size: Value | None = None, *, in_channels: Dim,
                               out_channels: Dim, kernel_size: Value, stride: Value | int = 1,
                               padding: Value | int = 0, output_padding: Value | int = 0, groups: Dim | int = 1,
                               bias: Value | bool = True, dilation: Value | int = 1, padding_mode: Ignored = "zeros",
                               device: Ignored = None, dtype: Value | None = None) -> Tensor:  # fmt: skip
        kernel = _layer_kernel(n, in_channels, out_channels, kernel_size, groups, dtype, bias, True)
        made = unconvolve(input, kernel, stride, padding, output_padding, dilation, f"conv_transpose{n}d")
        return made if output_size is None else _resized(made, output_size, n)

    @T.layer(f"torch.nn.LazyConvTranspose{n}d", locks_axis=-n - 1, weights=_sizes(n))
    def lazy_transposed(input: Tensor, output_size: Value | None = None, *, out_channels: Dim, kernel_size: Value,
                        stride: Value | int = 1, padding: Value | int = 0, output_padding: Value | int = 0,
                        groups: Dim | int = 1, bias: Value | bool = True, dilation: Value | int = 1,
                        padding_mode: Ignored = "zeros", device: Ignored = None,
                        dtype: Value | None = None) -> Tensor:  # fmt: skip
        channels = batched(input, n, f"conv_transpose{n}d")[1][0]
        kernel = _layer_kernel(n, channels, out_channels, kernel_size, groups, dtype, bias, True)
        made = unconvolve(input, kernel, stride, padding, output_padding, dilation, f"conv_transpose{n}d")
        return made if output_size is None else _resized(made, output_size, n)


def _resized(made: Tensor, output_size: Value, n: int) -> Tensor:
    """`output_size` chooses among the lengths that the stride leaves open."""
    known = getattr(output_size, "known", None)
    sizes = lengths(output_size, len(known) if known else n)[-n:]
    return of_layer(Shape((*made.shape.dims[:-n], *sizes)), made.dtype)


for _n in (1, 2, 3):
    _declare_functions(_n)
    _declare_layers(_n)


@T.op("torch.nn.functional.conv_tbc")
def conv_tbc(input: Tensor, weight: Tensor, bias: Ignored, pad: Dim | int = 0) -> Tensor:
    """[time, batch, channels] and a kernel [width, in, out]."""
    for name, one in (("Input", input), ("Weight", weight)):
        if one.shape.known_rank and one.rank != 3:
            raise Mismatch("layer-input-rank", f"conv_tbc of {one.shape}", argument=name.lower(),
                           runtime=f"{name} must have 3 dims: time, batch, in_channel")  # fmt: skip
    require_equal(input.shape[2], weight.shape[1], "conv-in-channels-mismatch", argument="input",
                  runtime="Input dim 2 (input channels) is not == dim 1 in the weight tensor")  # fmt: skip
    time = input.shape[0] - weight.shape[0] + 2 * Dim.of(pad) + 1
    return tensor(Shape.of(time, input.shape[1], weight.shape[2]), input.dtype)
