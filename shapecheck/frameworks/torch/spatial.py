"""Padding, resizing, and shuffles between channels and space."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided, require_equal
from ...core.plain import Constant, Scalar
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Value
from .dialect import T, copied, is_one, lengths, repeated, tensor

if TYPE_CHECKING:
    from ..binding import Dims, Ignored


# -- padding ----------------------------------------------------------------------------------------------------


def padded(input: Tensor, pad: tuple[Dim, ...], mode: str = "constant") -> Tensor:
    """Pairs of numbers for the last axis, the one before it, and so on; negative numbers crop."""
    if len(pad) % 2:
        raise Mismatch(
            "layer-input-rank",
            f"{len(pad)} numbers of padding",
            argument="pad",
            runtime="Padding length must be divisible by 2",
        )
    count = len(pad) // 2
    if count > input.rank:
        raise Mismatch(
            "layer-input-rank",
            f"padding of {count} axes, of a tensor with {input.rank}",
            argument="input",
            runtime="Padding length should be less than or equal to two times the input dimension but got "
            f"padding length {len(pad)} and input of dimension {input.rank}",
        )
    sizes = list(input.shape.dims)
    for i in range(count):
        before, after = pad[2 * i], pad[2 * i + 1]
        length = sizes[-1 - i]
        if mode == "reflect" and any(length.less(p + 1) is Truth.YES for p in (before, after)):
            raise Mismatch(
                "conv-kernel-exceeds-input",
                f"reflects {before} and {after} of {length}",
                length,
                argument="pad",
                runtime="Padding size should be less than the corresponding input dimension, but "
                f"got: padding ({before}, {after}) at dimension {input.rank - 1 - i} of input {input.shape}",
            )
        sizes[-1 - i] = length + before + after
    return copied(input, Shape(sizes)).with_facts(low=None, high=None, attained=None)


@T.op("torch.nn.functional.pad")
def functional_pad(input: Tensor, pad: Dims, mode: Value | str = "constant", value: Ignored = None) -> Tensor:
    word = mode.payload if isinstance(mode, Constant) else mode
    return padded(input, pad, word if isinstance(word, str) else "constant")


@T.op("torch.constant_pad_nd")
def constant_pad(input: Tensor, pad: Dims, value: Ignored = 0) -> Tensor:
    return padded(input, pad)


def _kept_padding(n: int) -> Any:
    """One number stands for both ends of every axis; the layer keeps a tuple."""

    def padding(padding: Value) -> dict[str, Any]:
        return {"padding": repeated(padding, 2 * n)} if is_one(padding) else {}

    return padding


def _declare_pads(n: int) -> None:
    def pad_layer(name: str, mode: str) -> None:
        @T.layer(f"torch.nn.{name}Pad{n}d", weights=_kept_padding(n))
        def layer(input: Tensor, *, padding: Value) -> Tensor:
            return _pad_axes(input, padding, n, mode)

    for name, mode in (
        ("Reflection", "reflect"),
        ("Replication", "replicate"),
        ("Zero", "constant"),
        ("Circular", "circular"),
    ):
        pad_layer(name, mode)

    @T.layer(f"torch.nn.ConstantPad{n}d", weights=_kept_padding(n))
    def constant(input: Tensor, *, padding: Value, value: Ignored) -> Tensor:
        return _pad_axes(input, padding, n, "constant")


def _pad_axes(input: Tensor, padding: Value, n: int, mode: str) -> Tensor:
    if mode in ("reflect", "replicate", "circular") and input.shape.known_rank and input.rank not in (n + 1, n + 2):
        raise Mismatch(
            "layer-input-rank",
            f"takes {n + 1}D or {n + 2}D input, got {input.shape}",
            argument="input",
            runtime="Only 2D, 3D, 4D, 5D padding with non-constant padding are supported for now",
        )
    return padded(input, lengths(padding, 2 * n), mode)


for _n in (1, 2, 3):
    _declare_pads(_n)


# -- resizing ---------------------------------------------------------------------------------------------------

_MODE_RANKS = {"linear": 3, "bilinear": 4, "bicubic": 4, "trilinear": 5}


def _resized(input: Tensor, size: Value | None, scale: Value | None, mode: Any) -> Tensor:
    """All axes behind the channels get the given lengths, or are scaled and rounded down."""
    word = mode.payload if isinstance(mode, Constant) else mode
    if not input.shape.known_rank:
        raise Undecided("the rank is not known")
    if input.rank not in (3, 4, 5):
        raise Mismatch(
            "layer-input-rank",
            f"takes [batch, channels, ...], got {input.shape}",
            argument="input",
            runtime=f"Input Error: Only 3D, 4D and 5D input Tensors supported (got {input.rank}D)",
        )
    wanted = _MODE_RANKS.get(word) if isinstance(word, str) else None
    if wanted is not None and wanted != input.rank:
        raise Mismatch(
            "layer-input-rank",
            f"{word} takes {wanted}D input, got {input.shape}",
            argument="input",
            runtime=f"Got {input.rank}D input, but {word} mode needs {wanted}D input",
        )
    n = input.rank - 2
    old = input.shape.dims[2:]
    if size is not None:
        known = size.known if isinstance(size, Sequence) else None
        if (known is not None and len(known) not in (1, n)) or (known is not None and len(known) == 1 != n):
            raise Mismatch(
                "layer-input-rank",
                f"a size of {len(known)} lengths for {n} axes",
                argument="size",
                runtime="Input and output must have the same number of spatial dimensions, but got input with "
                f"spatial dimensions of {Shape(old)} and output size of {tuple(map(str, lengths(size, len(known))))}",
            )
        new = lengths(size, n)
    elif scale is not None:
        new = _scaled(old, scale)
    else:
        raise Undecided("neither size nor scale_factor")
    return tensor(Shape((*input.shape.dims[:2], *new)), input.dtype)


def _scaled(old: tuple[Dim, ...], scale: Value) -> tuple[Dim, ...]:
    factors: tuple[Value, ...] = (scale,) * len(old)
    if isinstance(scale, Sequence) and scale.known is not None:
        factors = scale.known * len(old) if len(scale.known) == 1 else scale.known
    if len(factors) != len(old):
        raise Undecided(f"{len(factors)} factors for {len(old)} axes")
    return tuple(_scale(length, factor) for length, factor in zip(old, factors, strict=True))


def _scale(length: Dim, factor: Value) -> Dim:
    if isinstance(factor, Constant) and factor.dim is not None:
        return length * factor.dim
    number = factor.payload if isinstance(factor, Constant) else None
    if isinstance(number, float):
        if length.value is not None:
            return Dim.of(int(length.value * number))
        if number.is_integer():
            return length * int(number)
        if number > 0 and (1 / number).is_integer():
            return length // int(1 / number)
    if isinstance(factor, Scalar) and factor.quotient is not None:
        return (length * factor.quotient[0]) // factor.quotient[1]
    return Dim.unknown()


@T.op("torch.nn.functional.interpolate")
def interpolate(input: Tensor, size: Value | None = None, scale_factor: Value | None = None,
                mode: Value | str = "nearest", align_corners: Ignored = None, recompute_scale_factor: Ignored = None,
                antialias: Ignored = False) -> Tensor:  # fmt: skip
    return _resized(input, size, scale_factor, mode)


@T.op("torch.nn.functional.upsample")
def functional_upsample(input: Tensor, size: Value | None = None, scale_factor: Value | None = None,
                        mode: Value | str = "nearest", align_corners: Ignored = None) -> Tensor:  # fmt: skip
    return _resized(input, size, scale_factor, mode)


@T.op("torch.nn.functional.upsample_bilinear")
def upsample_bilinear(input: Tensor, size: Value | None = None, scale_factor: Value | None = None) -> Tensor:
    return _resized(input, size, scale_factor, "bilinear")


@T.op("torch.nn.functional.upsample_nearest")
def upsample_nearest(input: Tensor, size: Value | None = None, scale_factor: Value | None = None) -> Tensor:
    return _resized(input, size, scale_factor, "nearest")


@T.layer("torch.nn.Upsample")
def upsample(input: Tensor, *, size: Value | None = None, scale_factor: Value | None = None,
             mode: Value | str = "nearest", align_corners: Ignored = None,
             recompute_scale_factor: Ignored = None) -> Tensor:  # fmt: skip
    return _resized(input, size, scale_factor, mode)


@T.layer("torch.nn.UpsamplingNearest2d")
def upsampling_nearest(input: Tensor, *, size: Value | None = None, scale_factor: Value | None = None) -> Tensor:
    return _resized(input, size, scale_factor, "nearest")


@T.layer("torch.nn.UpsamplingBilinear2d")
def upsampling_bilinear(input: Tensor, *, size: Value | None = None, scale_factor: Value | None = None) -> Tensor:
    return _resized(input, size, scale_factor, "bilinear")


# -- between channels and space ---------------------------------------------------------------------------------


def _shuffled(input: Tensor, factor: Dim) -> Tensor:
    """[..., C * r * r, H, W] becomes [..., C, H * r, W * r]."""
    if input.rank < 3:
        raise Mismatch(
            "layer-input-rank",
            f"takes [channels, height, width], got {input.shape}",
            argument="input",
            runtime="pixel_shuffle expects input to have at least 3 dimensions, but got input with "
            f"{input.rank} dimension(s)",
        )
    *front, channels, height, width = input.shape.dims
    square = factor * factor
    if (channels % square).equals(0) is Truth.NO:
        raise Mismatch(
            "groups-not-divisible",
            f"{channels} channels, which {square} does not divide",
            channels,
            argument="input",
            runtime="pixel_shuffle expects its input's 'channel' dimension to be divisible by "
            f"the square of upscale_factor, but input.size(-3)={channels} is not divisible by {square}",
        )
    return copied(input, Shape((*front, channels // square, height * factor, width * factor)))


def _unshuffled(input: Tensor, factor: Dim) -> Tensor:
    if input.rank < 3:
        raise Mismatch(
            "layer-input-rank",
            f"takes [channels, height, width], got {input.shape}",
            argument="input",
            runtime="pixel_unshuffle expects input to have at least 3 dimensions, but got input with "
            f"{input.rank} dimension(s)",
        )
    *front, channels, height, width = input.shape.dims
    for name, length in (("height", height), ("width", width)):
        if (length % factor).equals(0) is Truth.NO:
            raise Mismatch(
                "view-size-mismatch",
                f"{name} {length}, which {factor} does not divide",
                length,
                argument="input",
                runtime=f"pixel_unshuffle expects {name} to be divisible by downscale_factor, "
                f"but input.size({-2 if name == 'height' else -1})={length} is not divisible by {factor}",
            )
    return copied(input, Shape((*front, channels * factor * factor, height // factor, width // factor)))


@T.op("torch.nn.functional.pixel_shuffle", "torch.pixel_shuffle")
def functional_pixel_shuffle(input: Tensor, upscale_factor: Dim) -> Tensor:
    return _shuffled(input, upscale_factor)


@T.layer("torch.nn.PixelShuffle")
def pixel_shuffle(input: Tensor, *, upscale_factor: Dim) -> Tensor:
    return _shuffled(input, upscale_factor)


@T.op("torch.nn.functional.pixel_unshuffle", "torch.pixel_unshuffle")
def functional_pixel_unshuffle(input: Tensor, downscale_factor: Dim) -> Tensor:
    return _unshuffled(input, downscale_factor)


@T.layer("torch.nn.PixelUnshuffle")
def pixel_unshuffle(input: Tensor, *, downscale_factor: Dim) -> Tensor:
    return _unshuffled(input, downscale_factor)


def _channels_shuffled(input: Tensor, groups: Dim) -> Tensor:
    if input.rank > 1 and (input.shape[1] % groups).equals(0) is Truth.NO:
        raise Mismatch(
            "groups-not-divisible",
            f"{input.shape[1]} channels in {groups} groups",
            input.shape[1],
            groups,
            argument="groups",
            runtime="Number of channels must be divisible by groups. Got "
            f"{input.shape[1]} channels and {groups} groups.",
        )
    return copied(input)


@T.op("torch.nn.functional.channel_shuffle", "torch.channel_shuffle")
def functional_channel_shuffle(input: Tensor, groups: Dim) -> Tensor:
    return _channels_shuffled(input, groups)


@T.layer("torch.nn.ChannelShuffle")
def channel_shuffle(input: Tensor, *, groups: Dim) -> Tensor:
    return _channels_shuffled(input, groups)


# -- sampling ---------------------------------------------------------------------------------------------------


@T.op("torch.nn.functional.grid_sample")
def grid_sample(input: Tensor, grid: Tensor, mode: Ignored = "bilinear", padding_mode: Ignored = "zeros",
                align_corners: Ignored = None) -> Shape:  # fmt: skip
    """[N, C, ...] sampled at a grid [N, ..., axes]."""
    if input.rank != grid.rank or input.rank not in (4, 5):
        raise Mismatch(
            "layer-input-rank",
            f"input {input.shape} and grid {grid.shape}",
            argument="grid",
            runtime="grid_sampler(): expected 4D or 5D input and grid with same number of dimensions, but got "
            f"input with sizes {input.shape} and grid with sizes {grid.shape}",
        )
    batch = require_equal(
        grid.shape[0],
        input.shape[0],
        "elementwise-shape-mismatch",
        "a grid for {got} samples of {wanted}",
        argument="grid",
        runtime="grid_sampler(): expected grid and input to have same batch size, but got "
        f"input with sizes {input.shape} and grid with sizes {grid.shape}",
    )
    require_equal(
        grid.shape[-1],
        input.rank - 2,
        "elementwise-shape-mismatch",
        "a grid of {got} coordinates, not {wanted}",
        argument="grid",
        runtime=f"grid_sampler(): expected grid to have size {input.rank - 2} in last dimension, "
        f"but got grid with sizes {grid.shape}",
    )
    return Shape((batch, input.shape[1], *grid.shape.dims[1:-1]))


@T.op("torch.nn.functional.affine_grid")
def affine_grid(theta: Tensor, size: Dims, align_corners: Ignored = None) -> Shape:
    return Shape((size[0], *size[2:], Dim.of(len(size) - 2)))
