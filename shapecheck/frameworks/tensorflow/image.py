"""`tf.image`: [height, width, channels] or [batch, height, width, channels]."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.dim import Dim
from ...core.dtype import family as kind_of
from ...core.objects import library_class
from ...core.outcome import Mismatch, Undecided
from ...core.plain import Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ..binding import Dims, Ignored
from .dialect import TF, asked, tensor
from .elementwise import fill
from .pipeline import in_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Value

_ONE = ("{}(tf.ones([4, 6, 3]))", "{}(tf.ones([2, 4, 6, 3]))", "{}(tf.ones([4, 6]))")


def checked(image: Tensor, argument: str = "image") -> Shape:
    """The shape of an image or a batch of images."""
    shape = image.shape
    if shape.known_rank and shape.rank not in (3, 4):
        kind = "missing-channel-dim" if shape.rank == 2 else "layer-input-rank"
        raise Mismatch(
            kind, f"an image of {shape}: 3 axes, or 4 for a batch, are needed", argument=argument,
            runtime=("'images' must have either 3 or 4 dimensions.", "'image' must be at least three-dimensional."),
            help="tf.expand_dims(image, -1)" if shape.rank == 2 else "",
        )  # fmt: skip
    return shape


def sized(shape: Shape, height: Dim, width: Dim, channels: Dim | None = None) -> Shape:
    """The image with other sizes."""
    if not shape.known_rank:
        return Shape.unknown()
    return Shape((*shape.dims[:-3], height, width, shape[-1] if channels is None else channels))


def _same(image: Tensor) -> Tensor:
    return tensor(checked(image), image.dtype, Facts(low=image.facts.low, high=image.facts.high))


def _flip(image: Tensor) -> Tensor:
    return _same(image)


def _random_flip(image: Tensor, seed: Ignored = None) -> Tensor:
    return _same(image)


for _name in ("flip_left_right", "flip_up_down"):
    TF.op(f"tensorflow.image.{_name}", samples=fill(_ONE, f"tf.image.{_name}"))(_flip)
    TF.op(f"tensorflow.image.random_{_name}", samples=fill(_ONE, f"tf.image.random_{_name}"))(_random_flip)


@TF.op("tensorflow.image.transpose", samples=fill(_ONE, "tf.image.transpose"))
def transpose(image: Tensor, name: Ignored = None) -> Tensor:
    shape = checked(image)
    return tensor(sized(shape, shape[-2], shape[-3]), image.dtype)


@TF.op("tensorflow.image.rot90", samples=fill((*_ONE, "{}(tf.ones([4, 6, 3]), 2)"), "tf.image.rot90"))
def rot90(image: Tensor, k: int = 1, name: Ignored = None) -> Tensor:
    shape = checked(image)
    return tensor(sized(shape, shape[-2], shape[-3]) if k % 2 else shape, image.dtype)


# -- colours ---------------------------------------------------------------------------------------------------


def _adjusted(image: Tensor) -> Tensor:
    return tensor(image.shape, image.dtype)


@TF.op("tensorflow.image.random_brightness", samples=("tf.image.random_brightness(tf.ones([4, 6, 3]), 0.2)",))
def random_brightness(image: Tensor, max_delta: Ignored, seed: Ignored = None) -> Tensor:
    return _adjusted(image)


@TF.op("tensorflow.image.random_hue", samples=("tf.image.random_hue(tf.ones([4, 6, 3]), 0.2)",))
def random_hue(image: Tensor, max_delta: Ignored, seed: Ignored = None) -> Tensor:
    return _adjusted(image)


for _name in ("random_contrast", "random_saturation"):

    @TF.op(f"tensorflow.image.{_name}", samples=(f"tf.image.{_name}(tf.ones([4, 6, 3]), 0.5, 1.5)",))
    def _between(image: Tensor, lower: Ignored, upper: Ignored, seed: Ignored = None) -> Tensor:
        return _adjusted(image)


@TF.op("tensorflow.image.adjust_brightness", samples=("tf.image.adjust_brightness(tf.ones([4, 6, 3]), 0.1)",))
def adjust_brightness(image: Tensor, delta: Ignored) -> Tensor:
    return _adjusted(image)


@TF.op("tensorflow.image.adjust_contrast", samples=("tf.image.adjust_contrast(tf.ones([4, 6, 3]), 2.)",))
def adjust_contrast(images: Tensor, contrast_factor: Ignored) -> Tensor:
    return _adjusted(images)


@TF.op("tensorflow.image.adjust_saturation", samples=("tf.image.adjust_saturation(tf.ones([4, 6, 3]), 2.)",))
def adjust_saturation(image: Tensor, saturation_factor: Ignored, name: Ignored = None) -> Tensor:
    return _adjusted(image)


@TF.op("tensorflow.image.adjust_hue", samples=("tf.image.adjust_hue(tf.ones([4, 6, 3]), 0.1)",))
def adjust_hue(image: Tensor, delta: Ignored, name: Ignored = None) -> Tensor:
    return _adjusted(image)


@TF.op("tensorflow.image.adjust_gamma", samples=("tf.image.adjust_gamma(tf.ones([4, 6, 3]), 0.5)",))
def adjust_gamma(image: Tensor, gamma: Ignored = 1, gain: Ignored = 1) -> Tensor:
    return _adjusted(image)


@TF.op("tensorflow.image.per_image_standardization",
       samples=("tf.image.per_image_standardization(tf.ones([4, 6, 3]))",
                "tf.image.per_image_standardization(tf.ones([4, 6, 3], tf.uint8))"))  # fmt: skip
def per_image_standardization(image: Tensor) -> Tensor:
    dtype = image.dtype if kind_of(image.dtype) in ("float", None) else "float32"
    return tensor(image.shape, dtype)


@TF.op("tensorflow.image.rgb_to_grayscale",
       samples=("tf.image.rgb_to_grayscale(tf.ones([4, 6, 3]))", "tf.image.rgb_to_grayscale(tf.ones([2, 4, 6, 3]))",
                "tf.image.rgb_to_grayscale(tf.ones([4, 6, 1]))"))  # fmt: skip
def rgb_to_grayscale(images: Tensor, name: Ignored = None) -> Tensor:
    need_channels(images, 3)
    return tensor(images.shape[:-1] + Shape.of(1), images.dtype)


@TF.op("tensorflow.image.grayscale_to_rgb",
       samples=("tf.image.grayscale_to_rgb(tf.ones([4, 6, 1]))",
                "tf.image.grayscale_to_rgb(tf.ones([4, 6, 3]))"))  # fmt: skip
def grayscale_to_rgb(images: Tensor, name: Ignored = None) -> Tensor:
    need_channels(images, 1)
    return tensor(images.shape[:-1] + Shape.of(3), images.dtype)


def need_channels(images: Tensor, count: int) -> None:
    """The last axis has so many colours."""
    if images.shape.least_rank and images.shape[-1].equals(count) is Truth.NO:
        raise Mismatch(
            "pretrained-input-constraint",
            f"{images.shape[-1]} channels, {count} are needed",
            images.shape[-1],
            argument="images",
            runtime="Last dimension of a grayscale image should be size 1."
            if count == 1
            else f"input must have {count} channels but input only has {images.shape[-1]} channels.",
        )


def coloured(images: Tensor) -> Tensor:
    """Of three colours."""
    need_channels(images, 3)
    rest = images.shape[:-1] if images.shape.least_rank else images.shape
    return tensor(rest + Shape.of(3) if images.shape.least_rank else rest, images.dtype)


def _colours(images: Tensor, name: Ignored = None) -> Tensor:
    return coloured(images)


for _name in ("rgb_to_hsv", "hsv_to_rgb"):
    TF.op(
        f"tensorflow.image.{_name}",
        samples=(f"tf.image.{_name}(tf.ones([4, 6, 3]))", f"tf.image.{_name}(tf.ones([4, 6, 1]))"),
    )(_colours)


@TF.op("tensorflow.image.convert_image_dtype",
       samples=("tf.image.convert_image_dtype(tf.ones([4, 6, 3], tf.uint8), tf.float32)",
                "tf.image.convert_image_dtype(tf.ones([4, 6, 3]), dtype=tf.uint8)"))  # fmt: skip
def convert_image_dtype(image: Tensor, dtype: Value, saturate: Ignored = False, name: Ignored = None) -> Tensor:
    wanted = asked(dtype, None)
    scaled = kind_of(wanted) == "float" and kind_of(image.dtype) in ("int", "uint")
    return tensor(image.shape, wanted, Facts(low=0, high=1) if scaled and kind_of(image.dtype) == "uint" else None)


# -- sizes -----------------------------------------------------------------------------------------------------


def _target(size: tuple[Dim, ...]) -> tuple[Dim, Dim]:
    if len(size) != 2:
        raise Mismatch("layer-input-rank", f"a size of {len(size)} numbers", argument="size",
                       runtime="'size' must be a 1-D Tensor of 2 elements: new_height, new_width")  # fmt: skip
    return size[0], size[1]


def _need_rank(images: Tensor) -> None:
    """A graph wants to know whether it is one image or a batch; a file may hold an animation."""
    made = images.node[0] if images.node is not None else None
    if made is not None and made.spec.path == "tensorflow.io.decode_image":
        raise Mismatch(
            "dataset-signature", "an image whose rank the graph does not know: the file may be an animation",
            argument="images", runtime="'images' contains no shape.",
            help="tf.io.decode_image(..., expand_animations=False)",
        )  # fmt: skip


_RESIZE = ("{}(tf.ones([4, 6, 3]), [8, 10])", "{}(tf.ones([2, 4, 6, 3]), (8, 10))", "{}(tf.ones([4, 6]), [8, 10])",
           "{}(tf.ones([4, 6, 3], tf.uint8), size=[8, 10])")  # fmt: skip


@TF.op(
    "tensorflow.image.resize",
    samples=fill((*_RESIZE, "{}(tf.ones([4, 6, 3], tf.uint8), [8, 10], method='nearest')"), "tf.image.resize"),
)
def resize(
    images: Tensor, size: Dims, method: Any = "bilinear", preserve_aspect_ratio: bool = False,
    antialias: Ignored = False, name: Ignored = None, *, align_corners: Ignored = False,
) -> Tensor:  # fmt: skip
    shape = checked(images, "images")
    if in_map() and not shape.known_rank:
        _need_rank(images)
    height, width = _target(size)
    if preserve_aspect_ratio:
        height, width = Dim.unknown(), Dim.unknown()
    dtype = images.dtype if method == "nearest" or method == 1 else "float32" if isinstance(method, str) else None
    unchanged = shape.known_rank and shape[-3] == height and shape[-2] == width
    return tensor(sized(shape, height, width), None if unchanged and dtype != images.dtype else dtype,
                  Facts(low=images.facts.low, high=images.facts.high))  # fmt: skip


@TF.op("tensorflow.compat.v1.image.resize_images", "tensorflow.image.resize_images",
       samples=fill(_RESIZE, "tf.compat.v1.image.resize_images"))  # fmt: skip
def resize_images(
    images: Tensor, size: Dims, method: Any = 0, align_corners: Ignored = False, preserve_aspect_ratio: bool = False,
    name: Ignored = None,
) -> Tensor:  # fmt: skip
    if len(size) == 1:
        raise Undecided("the height alone, as in the first versions of TensorFlow")
    return resize(images, size, "nearest" if method in (1, "nearest") else "bilinear", preserve_aspect_ratio)


_METHODS = {"NEAREST_NEIGHBOR": "nearest", **{
    name.upper(): name for name in ("bilinear", "bicubic", "area", "gaussian", "lanczos3", "lanczos5", "mitchellcubic")
}}  # fmt: skip
TF.classes(library_class("tensorflow.image.ResizeMethod", **{name: Constant(said) for name, said in _METHODS.items()}))


def _resize_batch(nearest: bool) -> Callable[..., Tensor]:
    def function(
        images: Tensor, size: Dims, align_corners: Ignored = False, name: Ignored = None,
        half_pixel_centers: Ignored = False,
    ) -> Tensor:  # fmt: skip
        if images.shape.known_rank and images.rank != 4:
            raise Mismatch("missing-batch-dim", f"images of {images.shape}", argument="images",
                           runtime=f"input must be 4-dimensional{images.shape}")  # fmt: skip
        return tensor(sized(images.shape, *_target(size)), images.dtype if nearest else "float32")

    return function


for _name in ("bilinear", "bicubic", "nearest_neighbor", "area"):
    if _name == "area":
        continue
    TF.op(f"tensorflow.compat.v1.image.resize_{_name}", f"tensorflow.image.resize_{_name}",
          samples=(f"tf.compat.v1.image.resize_{_name}(tf.ones([2, 4, 6, 3]), [8, 10])",
                   f"tf.compat.v1.image.resize_{_name}(tf.ones([4, 6, 3]), [8, 10])"),
          )(_resize_batch(_name == "nearest_neighbor"))  # fmt: skip


@TF.op("tensorflow.image.resize_with_pad", samples=("tf.image.resize_with_pad(tf.ones([4, 6, 3]), 8, 8)",
                                                    "tf.image.resize_with_pad(tf.ones([4, 6]), 8, 8)"))  # fmt: skip
def resize_with_pad(
    image: Tensor, target_height: Dim, target_width: Dim, method: Ignored = "bilinear", antialias: Ignored = False
) -> Tensor:
    return tensor(sized(checked(image), target_height, target_width), "float32")


@TF.op("tensorflow.image.resize_with_crop_or_pad", "tensorflow.image.resize_image_with_crop_or_pad",
       samples=("tf.image.resize_with_crop_or_pad(tf.ones([4, 6, 3]), 5, 5)",
                "tf.image.resize_with_crop_or_pad(tf.ones([2, 4, 6, 3]), 3, 8)"))  # fmt: skip
def resize_with_crop_or_pad(image: Tensor, target_height: Dim, target_width: Dim) -> Tensor:
    return tensor(sized(checked(image), target_height, target_width), image.dtype)


def _boxed(image: Tensor, offset: tuple[Dim, Dim], target: tuple[Dim, Dim], crop: bool) -> Tensor:
    shape = checked(image)
    if shape.known_rank:
        for size, start, wanted in zip(shape.dims[-3:-1], offset, target, strict=True):
            over = size.less(start + wanted) if crop else wanted.less(start + size)
            if over is Truth.YES:
                words = "width must be >= target + offset." if crop else "width must be <= target - offset"
                raise Mismatch("dim-out-of-range", f"{wanted} from {start} on and an image of {size}", size, wanted,
                               runtime=words)  # fmt: skip
    return tensor(sized(shape, *target), image.dtype)


@TF.op("tensorflow.image.crop_to_bounding_box",
       samples=("tf.image.crop_to_bounding_box(tf.ones([4, 6, 3]), 1, 1, 2, 3)",
                "tf.image.crop_to_bounding_box(tf.ones([4, 6, 3]), 1, 1, 4, 3)"))  # fmt: skip
def crop_to_bounding_box(
    image: Tensor, offset_height: Dim, offset_width: Dim, target_height: Dim, target_width: Dim
) -> Tensor:
    return _boxed(image, (offset_height, offset_width), (target_height, target_width), crop=True)


@TF.op("tensorflow.image.pad_to_bounding_box",
       samples=("tf.image.pad_to_bounding_box(tf.ones([4, 6, 3]), 1, 1, 8, 9)",
                "tf.image.pad_to_bounding_box(tf.ones([4, 6, 3]), 1, 1, 4, 9)"))  # fmt: skip
def pad_to_bounding_box(
    image: Tensor, offset_height: Dim, offset_width: Dim, target_height: Dim, target_width: Dim
) -> Tensor:
    return _boxed(image, (offset_height, offset_width), (target_height, target_width), crop=False)


@TF.op("tensorflow.image.random_crop", "tensorflow.random_crop",
       samples=("tf.image.random_crop(tf.ones([4, 6, 3]), [2, 3, 3])",
                "tf.image.random_crop(tf.ones([4, 6, 3]), size=[5, 3, 3])",
                "tf.image.random_crop(tf.ones([4, 6, 3]), [2, 3])"))  # fmt: skip
def random_crop(value: Tensor, size: Dims, seed: Ignored = None, name: Ignored = None) -> Tensor:
    if value.shape.known_rank:
        if value.rank != len(size):
            raise Mismatch("layer-input-rank", f"a crop of {len(size)} sizes from {value.shape}", argument="size",
                           runtime=f"Incompatible shapes: [{value.rank}] vs. [{len(size)}]")  # fmt: skip
        for whole, part in zip(value.shape.dims, size, strict=True):
            if whole.less(part) is Truth.YES:
                raise Mismatch(
                    "dim-out-of-range",
                    f"a crop of {part} from {whole}",
                    whole,
                    part,
                    argument="size",
                    runtime="Need value.shape >= size, got " + f"{value.shape} and {Shape(size)}",
                )
    return tensor(Shape(size), value.dtype, Facts(low=value.facts.low, high=value.facts.high))


@TF.op("tensorflow.image.central_crop", samples=("tf.image.central_crop(tf.ones([4, 6, 3]), 0.5)",
                                                 "tf.image.central_crop(tf.ones([4, 6]), 0.5)"))  # fmt: skip
def central_crop(image: Tensor, central_fraction: Any) -> Tensor:
    shape = checked(image)
    if not isinstance(central_fraction, (int, float)) or not shape.known_rank:
        raise Undecided("a fraction that is not known")
    sizes = []
    for size in shape.dims[-3:-1]:
        if size.value is None:
            sizes.append(Dim.unknown())
            continue
        start = int((size.value - size.value * central_fraction) / 2)
        sizes.append(Dim.of(size.value - 2 * start))
    return tensor(sized(shape, sizes[0], sizes[1]), image.dtype)


@TF.op("tensorflow.image.crop_and_resize",
       samples=("tf.image.crop_and_resize(tf.ones([2, 4, 6, 3]), tf.zeros([5, 4]), tf.zeros([5], tf.int32), [3, 3])",)
       )  # fmt: skip
def crop_and_resize(
    image: Tensor, boxes: Tensor, box_indices: Tensor, crop_size: Dims, method: Ignored = "bilinear",
    extrapolation_value: Ignored = 0.0, name: Ignored = None,
) -> Tensor:  # fmt: skip
    return tensor(Shape((boxes.shape[0], *_target(crop_size), image.shape[-1])), "float32")


@TF.op("tensorflow.image.non_max_suppression",
       samples=("tf.image.non_max_suppression(tf.zeros([5, 4]), tf.zeros([5]), 3)",
                "tf.image.non_max_suppression(tf.zeros([1, 5, 4]), tf.zeros([1, 5]), 3)",
                "tf.image.non_max_suppression(tf.zeros([5, 4]), tf.zeros([6]), 3)"))  # fmt: skip
def non_max_suppression(
    boxes: Tensor, scores: Tensor, max_output_size: Ignored, iou_threshold: Ignored = 0.5,
    score_threshold: Ignored = float("-inf"), name: Ignored = None,
) -> Tensor:  # fmt: skip
    for what, rank, argument in ((boxes, 2, "boxes"), (scores, 1, "scores")):
        if what.shape.known_rank and what.rank != rank:
            raise Mismatch("layer-input-rank", f"{argument} of {what.shape}: {rank} axes are needed", argument=argument,
                           runtime=f"{argument} must be {rank}-D: {what.shape}")  # fmt: skip
    if boxes.shape.known_rank and scores.shape.known_rank and boxes.shape[0].equals(scores.shape[0]) is Truth.NO:
        raise Mismatch("elementwise-shape-mismatch", f"{scores.shape} scores for {boxes.shape} boxes", boxes.shape[0],
                       scores.shape[0], runtime="scores has incompatible shape")  # fmt: skip
    return tensor(Shape.of(Dim.unknown()), "int32", Facts(low=0))


@TF.op("tensorflow.image.total_variation", samples=("tf.image.total_variation(tf.ones([2, 4, 6, 3]))",
                                                    "tf.image.total_variation(tf.ones([4, 6, 3]))"))  # fmt: skip
def total_variation(images: Tensor, name: Ignored = None) -> Tensor:
    shape = checked(images, "images")
    return tensor(Shape(shape.dims[:-3]) if shape.known_rank else shape, images.dtype)
