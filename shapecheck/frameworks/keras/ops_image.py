"""`keras.ops.image`: an image [height, width, channels] or a batch of them."""

from __future__ import annotations

from typing import Any

from ...algebra.broadcast import broadcast
from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Value
from ..binding import Dims, Ignored
from .convolution import as_dims, several, window_sizes
from .dialect import K, promote, spell, tensor
from .ops_shape import lengths

AT = "keras.ops.image.{}"
_ONE: Any = 1


class Picture:
    """An image by its axes: what is in front of them, height and width (and depth), and channels."""

    def __init__(self, x: Tensor, data_format: str | None, argument: str, axes: int = 2) -> None:
        if x.shape.known_rank and x.rank not in (axes + 1, axes + 2):
            wanted = f"{axes + 1} axes, or {axes + 2} for a batch"
            raise Mismatch("layer-input-rank", f"{argument} have {wanted}, got {x.rank}", argument=argument,
                           runtime=f"Invalid {argument} rank: expected rank {axes + 1} (single image) or rank "
                           f"{axes + 2} (batch of images). Received: {argument}.shape={spell(x.shape)}")  # fmt: skip
        self.first = data_format == "channels_first"
        self.front, own = x.shape.dims[: x.rank - axes - 1], x.shape.dims[x.rank - axes - 1 :]
        self.sides, self.channels = (own[1:], own[0]) if self.first else (own[:-1], own[-1])
        self.dtype = x.dtype

    def shape(self, sides: tuple[Dim, ...], channels: Dim | int | None = None) -> Shape:
        count = self.channels if channels is None else channels
        return Shape((*self.front, count, *sides) if self.first else (*self.front, *sides, count))


@K.op(AT.format("resize"))
def resize(images: Tensor, size: Dims, interpolation: Ignored = "bilinear", antialias: Ignored = False,
           crop_to_aspect_ratio: Ignored = False, pad_to_aspect_ratio: Ignored = False,
           fill_mode: Ignored = "constant", fill_value: Ignored = 0.0,
           data_format: str | None = None) -> Tensor:  # fmt: skip
    if len(size) != 2:
        raise Mismatch("layer-input-rank", f"a size is (height, width), got {len(size)} numbers", argument="size",
                       runtime="Expected `size` to be a tuple of 2 integers. Received: size=")
    return tensor(Picture(images, data_format, "images").shape(size), None)


def _colours(images: Tensor, data_format: str | None = None) -> Tensor:
    picture = Picture(images, data_format, "images")
    if picture.channels.equals(3) is Truth.NO:
        raise Undecided("an image without three colours")
    return tensor(images.shape, None)


K.family("rgb_to_hsv hsv_to_rgb", _colours, (AT,))


@K.op(AT.format("rgb_to_grayscale"))
def rgb_to_grayscale(images: Tensor, data_format: str | None = None) -> Tensor:
    picture = Picture(images, data_format, "images")
    if picture.channels.equals(3) is Truth.NO:
        raise Undecided("an image without three colours")
    return tensor(picture.shape(picture.sides, 1), None)


@K.op(AT.format("crop_images"))
def crop_images(images: Tensor, top_cropping: Dim | None = None, left_cropping: Dim | None = None,
                bottom_cropping: Dim | None = None, right_cropping: Dim | None = None,
                target_height: Dim | None = None, target_width: Dim | None = None,
                data_format: str | None = None) -> Tensor:  # fmt: skip
    picture = Picture(images, data_format, "images")
    height, width = picture.sides
    sides = (_cut(height, top_cropping, bottom_cropping, target_height),
             _cut(width, left_cropping, right_cropping, target_width))  # fmt: skip
    return tensor(picture.shape(sides), images.dtype)


def _cut(side: Dim, before: Dim | None, after: Dim | None, target: Dim | None) -> Dim:
    """Of the three, two are given."""
    if target is not None:
        return target
    if before is None or after is None:
        raise Undecided("what is cut off")
    return side - before - after


@K.op(AT.format("pad_images"))
def pad_images(images: Tensor, top_padding: Dim | None = None, left_padding: Dim | None = None,
               bottom_padding: Dim | None = None, right_padding: Dim | None = None,
               target_height: Dim | None = None, target_width: Dim | None = None,
               data_format: str | None = None) -> Tensor:  # fmt: skip
    picture = Picture(images, data_format, "images")
    height, width = picture.sides
    sides = (_padded(height, top_padding, bottom_padding, target_height),
             _padded(width, left_padding, right_padding, target_width))  # fmt: skip
    return tensor(picture.shape(sides), images.dtype)


def _padded(side: Dim, before: Dim | None, after: Dim | None, target: Dim | None) -> Dim:
    if target is not None:
        return target
    if before is None or after is None:
        raise Undecided("what is added")
    return side + before + after


def _patches(x: Tensor, size: Dims, strides: Dims | None, dilation_rate: Dims, padding: str, data_format: str | None,
             axes: int, argument: str) -> Tensor:  # fmt: skip
    """The elements of each patch become its channels."""
    picture = Picture(x, data_format, argument, axes)
    own = several(size, axes)
    if any(side.less(length) is Truth.YES for side, length in zip(picture.sides, own, strict=True)):
        raise Undecided("a patch that is larger than the image")
    sides = window_sizes(picture.sides, own, strides if strides is not None else own, padding,
                         as_dims(dilation_rate))
    channels = picture.channels
    for length in own:
        channels = channels * length
    return tensor(picture.shape(sides, channels), x.dtype)


@K.op(AT.format("extract_patches"))
def extract_patches(images: Tensor, size: Dims, strides: Dims | None = None, dilation_rate: Dims = _ONE,
                    padding: str = "valid", data_format: str | None = None) -> Tensor:  # fmt: skip
    if len(size) == 3:
        return _patches(images, size, strides, dilation_rate, padding, data_format, 3, "images")
    return _patches(images, size, strides, dilation_rate, padding, data_format, 2, "images")


@K.op(AT.format("extract_patches_3d"))
def extract_patches_3d(volumes: Tensor, size: Dims, strides: Dims | None = None, dilation_rate: Dims = _ONE,
                       padding: str = "valid", data_format: str | None = None) -> Tensor:  # fmt: skip
    return _patches(volumes, size, strides, dilation_rate, padding, data_format, 3, "volumes")


# -- the shape stays -------------------------------------------------------------------------------------------


def _kept(x: Tensor, data_format: str | None) -> Tensor:
    Picture(x, data_format, "images")
    return tensor(x.shape, None)


@K.op(AT.format("affine_transform"))
def affine_transform(images: Tensor, transform: Ignored, interpolation: Ignored = "bilinear",
                     fill_mode: Ignored = "constant", fill_value: Ignored = 0,
                     data_format: str | None = None) -> Tensor:  # fmt: skip
    return _kept(images, data_format)


@K.op(AT.format("perspective_transform"))
def perspective_transform(images: Tensor, start_points: Ignored, end_points: Ignored,
                          interpolation: Ignored = "bilinear", fill_value: Ignored = 0,
                          data_format: str | None = None) -> Tensor:  # fmt: skip
    return _kept(images, data_format)


@K.op(AT.format("gaussian_blur"))
def gaussian_blur(images: Tensor, kernel_size: Ignored = (3, 3), sigma: Ignored = (1.0, 1.0),
                  data_format: str | None = None) -> Tensor:  # fmt: skip
    return _kept(images, data_format)


@K.op(AT.format("elastic_transform"))
def elastic_transform(images: Tensor, alpha: Ignored = 20.0, sigma: Ignored = 5.0,
                      interpolation: Ignored = "bilinear", fill_mode: Ignored = "reflect", fill_value: Ignored = 0.0,
                      seed: Ignored = None, data_format: str | None = None) -> Tensor:  # fmt: skip
    return _kept(images, data_format)


@K.op(AT.format("sobel_edges"))
def sobel_edges(images: Tensor, data_format: str | None = None) -> Tensor:
    """The changes along both axes, as a new last axis."""
    Picture(images, data_format, "images")
    return tensor(images.shape + (2,), None)


@K.op(AT.format("map_coordinates"))
def map_coordinates(inputs: Tensor, coordinates: Tensor, order: Ignored, fill_mode: Ignored = "constant",
                    fill_value: Ignored = 0) -> Tensor:  # fmt: skip
    """One element for each place: the first axis of `coordinates` counts the axes of `inputs`."""
    if coordinates.rank < 2:
        raise Undecided("places without an axis")
    return tensor(coordinates.shape[1:], inputs.dtype)


@K.op(AT.format("scale_and_translate"))
def scale_and_translate(images: Tensor, output_shape: Value, scale: Ignored, translation: Ignored,
                        spatial_dims: Ignored, method: Ignored, antialias: Ignored = True) -> Tensor:  # fmt: skip
    shape = lengths(output_shape)
    if shape.rank != images.rank:
        raise Undecided("a shape of another rank")
    return tensor(shape, None)


@K.op(AT.format("ssim"))
def ssim(image1: Tensor, image2: Tensor, max_val: Ignored = 1.0, filter_size: Ignored = 11,
         filter_sigma: Ignored = 1.5, k1: Ignored = 0.01, k2: Ignored = 0.03,
         data_format: str | None = None) -> Tensor:  # fmt: skip
    shape = broadcast(image1.shape, image2.shape)
    return tensor(shape[:1] if shape.rank == 4 else Shape(), promote([image1, image2]), Facts(high=1))
