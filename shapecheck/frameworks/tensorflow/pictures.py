"""`tf.image`, what is seldom used: colour spaces, stateless changes, patches, boxes, measures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.dim import Dim
from ...core.outcome import Mismatch
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Value
from ..binding import Dims, Ignored, Ints
from .convolution import windows
from .dialect import TF, need, tensor
from .elementwise import fill
from .image import checked, coloured, random_crop
from .stateless import need_seed

if TYPE_CHECKING:
    from collections.abc import Callable

_SEED = "[1, 2]"


def _colours(images: Tensor) -> Tensor:
    return coloured(images)


for _name in ("rgb_to_yiq", "yiq_to_rgb", "rgb_to_yuv", "yuv_to_rgb"):
    TF.op(f"tensorflow.image.{_name}",
          samples=fill(("{}(tf.ones([4, 6, 3]))", "{}(tf.ones([4, 6, 1]))"), f"tf.image.{_name}"),
          )(_colours)  # fmt: skip


# -- by a seed -------------------------------------------------------------------------------------------------


def _flipped(image: Tensor, seed: Value) -> Tensor:
    need_seed(seed)
    return tensor(checked(image), image.dtype, Facts(low=image.facts.low, high=image.facts.high))


def _shifted(image: Tensor, max_delta: Ignored, seed: Value) -> Tensor:
    need_seed(seed)
    return tensor(image.shape, image.dtype)


def _scaled(image: Tensor, lower: Ignored, upper: Ignored, seed: Value) -> Tensor:
    need_seed(seed)
    return tensor(image.shape, image.dtype)


def _saturated(image: Tensor, lower: Ignored, upper: Ignored, seed: Value | None = None) -> Tensor:
    return tensor(image.shape, image.dtype)


for _name, _function, _call in (
    ("flip_left_right", _flipped, "{}"), ("flip_up_down", _flipped, "{}"), ("brightness", _shifted, "{}, 0.2"),
    ("hue", _shifted, "{}, 0.2"), ("contrast", _scaled, "{}, 0.5, 1.5"), ("saturation", _saturated, "{}, 0.5, 1.5"),
):  # fmt: skip
    TF.op(f"tensorflow.image.stateless_random_{_name}",
          samples=tuple(f"tf.image.stateless_random_{_name}({_call.format('tf.ones([4, 6, 3])')}, {seed})"
                        for seed in (_SEED, f"seed={_SEED}")))(_function)  # fmt: skip


@TF.op("tensorflow.image.stateless_random_crop",
       samples=(f"tf.image.stateless_random_crop(tf.ones([4, 6, 3]), [2, 3, 3], {_SEED})",
                f"tf.image.stateless_random_crop(tf.ones([4, 6, 3]), [5, 3, 3], {_SEED})"))  # fmt: skip
def stateless_random_crop(value: Tensor, size: Dims, seed: Value, name: Ignored = None) -> Tensor:
    need_seed(seed)
    return random_crop(value, size)


# -- quality ---------------------------------------------------------------------------------------------------


@TF.op("tensorflow.image.adjust_jpeg_quality",
       samples=("tf.image.adjust_jpeg_quality(tf.ones([4, 6, 3]), 75)",
                "tf.image.adjust_jpeg_quality(tf.ones([4, 6, 3], tf.uint8), 75)"))  # fmt: skip
def adjust_jpeg_quality(
    image: Tensor, jpeg_quality: Ignored, dct_method: Ignored = "", name: Ignored = None
) -> Tensor:
    return tensor(image.shape, image.dtype)


@TF.op("tensorflow.image.random_jpeg_quality",
       samples=("tf.image.random_jpeg_quality(tf.ones([4, 6, 3]), 75, 95)",))  # fmt: skip
def random_jpeg_quality(
    image: Tensor, min_jpeg_quality: Ignored, max_jpeg_quality: Ignored, seed: Ignored = None
) -> Tensor:
    return tensor(image.shape, image.dtype)


@TF.op("tensorflow.image.stateless_random_jpeg_quality",
       samples=(f"tf.image.stateless_random_jpeg_quality(tf.ones([4, 6, 3]), 75, 95, {_SEED})",))  # fmt: skip
def stateless_random_jpeg_quality(
    image: Tensor, min_jpeg_quality: Ignored, max_jpeg_quality: Ignored, seed: Ignored
) -> Tensor:
    return tensor(image.shape, image.dtype)


def _need_alike(a: Tensor, b: Tensor) -> None:
    if a.shape.known_rank and b.shape.known_rank and a.rank >= 3 <= b.rank:
        mine, theirs = Shape(a.shape.dims[-3:]), Shape(b.shape.dims[-3:])
        if mine.equals(theirs) is Truth.NO:
            raise Mismatch(
                "elementwise-shape-mismatch", f"images of {a.shape} and of {b.shape} are compared",
                runtime=("Shapes are incompatible", "are incompatible",
                         f"Two images are not compatible: {a.shape} and {b.shape}"),
            )  # fmt: skip


def front(a: Tensor) -> Shape:
    """One number for each image."""
    return a.shape[:-3] if a.shape.known_rank else Shape.unknown()


_PAIR = ("{}(tf.ones([2, 16, 16, 3]), tf.ones([2, 16, 16, 3]), 1.0)",
         "{}(tf.ones([2, 16, 16, 3]), tf.ones([2, 16, 15, 3]), 1.0)")  # fmt: skip


@TF.op("tensorflow.image.psnr", samples=fill(_PAIR, "tf.image.psnr"))
def psnr(a: Tensor, b: Tensor, max_val: Ignored, name: Ignored = None) -> Tensor:
    _need_alike(a, b)
    return tensor(front(a), "float32")


@TF.op("tensorflow.image.ssim",
       samples=(*fill(_PAIR, "tf.image.ssim"), "tf.image.ssim(tf.ones([16, 16, 3]), tf.ones([16, 16, 3]), 1.0)"))
def ssim(
    img1: Tensor, img2: Tensor, max_val: Ignored, filter_size: Ignored = 11, filter_sigma: Ignored = 1.5,
    k1: Ignored = 0.01, k2: Ignored = 0.03, return_index_map: bool = False,
) -> Tensor:  # fmt: skip
    _need_alike(img1, img2)
    return tensor(Shape.unknown() if return_index_map else front(img1), "float32")


@TF.op("tensorflow.image.ssim_multiscale",
       samples=("tf.image.ssim_multiscale(tf.ones([2, 16, 16, 3]), tf.ones([2, 16, 16, 3]), 1.0, "
                "power_factors=(0.5, 0.5), filter_size=3)",
                "tf.image.ssim_multiscale(tf.ones([2, 16, 16, 3]), tf.ones([2, 16, 15, 3]), 1.0)"))  # fmt: skip
def ssim_multiscale(
    img1: Tensor, img2: Tensor, max_val: Ignored,
    power_factors: Ignored = (0.0448, 0.2856, 0.3001, 0.2363, 0.1333), filter_size: Ignored = 11,
    filter_sigma: Ignored = 1.5, k1: Ignored = 0.01, k2: Ignored = 0.03,
) -> Tensor:  # fmt: skip
    _need_alike(img1, img2)
    return tensor(front(img1), "float32")


# -- patches and edges -----------------------------------------------------------------------------------------


@TF.op("tensorflow.image.extract_patches", "tensorflow.extract_image_patches",
       samples=("tf.image.extract_patches(tf.ones([2, 8, 9, 3]), [1, 3, 2, 1], [1, 2, 2, 1], [1, 1, 1, 1], 'VALID')",
                "tf.image.extract_patches(tf.ones([2, 8, 9, 3]), sizes=[1, 3, 3, 1], strides=[1, 2, 3, 1], "
                "rates=[1, 2, 2, 1], padding='SAME')",
                "tf.image.extract_patches(tf.ones([8, 9, 3]), [1, 3, 2, 1], [1, 2, 2, 1], [1, 1, 1, 1], 'VALID')"),
       )  # fmt: skip
def extract_patches(
    images: Tensor, sizes: Ints, strides: Ints, rates: Ints, padding: Any, name: Ignored = None
) -> Tensor:
    if images.shape.known_rank and images.rank != 4:
        raise Mismatch("missing-batch-dim", f"images of {images.shape}", argument="images",
                       runtime=("input must be 4-dimensional", "Shape must be rank 4"))  # fmt: skip
    if not images.shape.known_rank:
        return tensor(Shape.of_rank(4), images.dtype)
    batch, height, width, channels = images.shape.dims
    rows, columns = (
        windows(size, Dim.of(sizes[at]), strides[at], str(padding).upper(), rates[at])
        for at, size in ((1, height), (2, width))
    )
    return tensor(Shape((batch, rows, columns, channels * sizes[1] * sizes[2])), images.dtype)


@TF.op("tensorflow.extract_volume_patches",
       samples=("tf.extract_volume_patches(tf.ones([2, 4, 5, 6, 3]), [1, 2, 2, 2, 1], [1, 2, 2, 2, 1], 'VALID')",))
def extract_volume_patches(
    input: Tensor, ksizes: Ints, strides: Ints, padding: Any, name: Ignored = None
) -> Tensor:
    batch, *sizes, channels = input.shape.dims
    out = [windows(size, Dim.of(ksizes[at]), strides[at], str(padding).upper()) for at, size in enumerate(sizes, 1)]
    return tensor(Shape((batch, *out, channels * ksizes[1] * ksizes[2] * ksizes[3])), input.dtype)


@TF.op("tensorflow.image.sobel_edges", samples=("tf.image.sobel_edges(tf.ones([2, 4, 6, 3]))",))
def sobel_edges(image: Tensor) -> Tensor:
    return tensor(image.shape + Shape.of(2), image.dtype)


@TF.op("tensorflow.image.image_gradients", samples=("tf.image.image_gradients(tf.ones([2, 4, 6, 3]))",
                                                    "tf.image.image_gradients(tf.ones([4, 6, 3]))"))  # fmt: skip
def image_gradients(image: Tensor) -> tuple[Tensor, Tensor]:
    if image.shape.known_rank and image.rank != 4:
        raise Mismatch("missing-batch-dim", f"images of {image.shape}", argument="image",
                       runtime="image_gradients expects a 4D tensor [batch_size, h, w, d]")  # fmt: skip
    return tensor(image.shape, image.dtype), tensor(image.shape, image.dtype)


@TF.op("tensorflow.image.extract_glimpse",
       samples=("tf.image.extract_glimpse(tf.ones([2, 8, 9, 3]), [3, 4], tf.zeros([2, 2]))",))  # fmt: skip
def extract_glimpse(
    input: Tensor, size: Dims, offsets: Ignored, centered: Ignored = True, normalized: Ignored = True,
    noise: Ignored = "uniform", name: Ignored = None,
) -> Tensor:  # fmt: skip
    need(input, "float", "ExtractGlimpse", "input")
    batch, _, _, channels = input.shape.dims
    return tensor(Shape((batch, *size, channels)), "float32")


# -- boxes -----------------------------------------------------------------------------------------------------


@TF.op("tensorflow.image.draw_bounding_boxes",
       samples=("tf.image.draw_bounding_boxes(tf.ones([2, 4, 6, 3]), tf.zeros([2, 5, 4]), [[1., 0., 0.]])",
                "tf.image.draw_bounding_boxes(tf.ones([4, 6, 3]), tf.zeros([5, 4]), [[1., 0., 0.]])",
                "tf.image.draw_bounding_boxes(tf.ones([2, 4, 6, 3]), tf.zeros([3, 5, 4]), [[1., 0., 0.]])"))
def draw_bounding_boxes(images: Tensor, boxes: Tensor, colors: Ignored, name: Ignored = None) -> Tensor:
    for what, rank, argument in ((images, 4, "images"), (boxes, 3, "boxes")):
        if what.shape.known_rank and what.rank != rank:
            raise Mismatch("missing-batch-dim", f"{argument} of {what.shape}: {rank} axes are needed",
                           argument=argument,
                           runtime=("The rank of the images should be 4", "The rank of the boxes tensor should be 3",
                                    f"Shape must be rank {rank}"))  # fmt: skip
    if images.shape.known_rank and boxes.shape.known_rank and images.shape[0].equals(boxes.shape[0]) is Truth.NO:
        raise Mismatch("elementwise-shape-mismatch", f"{boxes.shape[0]} rows of boxes for {images.shape[0]} images",
                       images.shape[0], boxes.shape[0], argument="boxes",
                       runtime=("The batch sizes should be the same", "must be equal"))  # fmt: skip
    return tensor(images.shape, images.dtype)


def _suppressed(count: int) -> Callable[..., Any]:
    """Which boxes are kept: how many is not known before."""
    size = Dim.unknown()
    kept = tensor(Shape.of(size), "int32", Facts(low=0))
    return lambda: kept if count == 1 else (kept, tensor(Shape.of(size), "float32"))


@TF.op("tensorflow.image.non_max_suppression_with_scores",
       samples=("tf.image.non_max_suppression_with_scores(tf.zeros([5, 4]), tf.zeros([5]), 3)",))  # fmt: skip
def non_max_suppression_with_scores(
    boxes: Ignored, scores: Ignored, max_output_size: Ignored, iou_threshold: Ignored = 0.5,
    score_threshold: Ignored = float("-inf"), soft_nms_sigma: Ignored = 0.0, name: Ignored = None,
) -> Any:  # fmt: skip
    return _suppressed(2)()


@TF.op("tensorflow.image.non_max_suppression_overlaps",
       samples=("tf.image.non_max_suppression_overlaps(tf.zeros([5, 5]), tf.zeros([5]), 3)",))  # fmt: skip
def non_max_suppression_overlaps(
    overlaps: Ignored, scores: Ignored, max_output_size: Ignored, overlap_threshold: Ignored = 0.5,
    score_threshold: Ignored = float("-inf"), name: Ignored = None,
) -> Any:  # fmt: skip
    return _suppressed(1)()


@TF.op("tensorflow.image.combined_non_max_suppression",
       samples=("tf.image.combined_non_max_suppression(tf.zeros([2, 7, 1, 4]), tf.zeros([2, 7, 3]), 4, 5)",
                "tf.image.combined_non_max_suppression(tf.zeros([2, 7, 1, 4]), tf.zeros([2, 7, 3]), 1, 5, "
                "pad_per_class=True)"))  # fmt: skip
def combined_non_max_suppression(
    boxes: Tensor, scores: Tensor, max_output_size_per_class: Any, max_total_size: Dim,
    iou_threshold: Ignored = 0.5, score_threshold: Ignored = float("-inf"), pad_per_class: bool = False,
    clip_boxes: Ignored = True, name: Ignored = None,
) -> Any:  # fmt: skip
    batch = boxes.shape[0] if boxes.shape.known_rank else Dim.unknown()
    size = Dim.unknown() if pad_per_class else max_total_size
    parts = (Shape.of(batch, size, 4), Shape.of(batch, size), Shape.of(batch, size))
    return (*(tensor(shape, "float32") for shape in parts), tensor(Shape.of(batch), "int32", Facts(low=0)))


_IMAGE_SIZE = "[4, 6, 3], tf.constant([[[0.1, 0.1, 0.9, 0.9]]])"


def _box() -> tuple[Tensor, Tensor, Tensor]:
    """Begin and size of a crop, and the crop as a box."""
    sizes = Facts(low=0)
    return tensor(Shape.of(3), "int32", sizes), tensor(Shape.of(3), "int32"), tensor(Shape.of(1, 1, 4), "float32")


@TF.op("tensorflow.image.sample_distorted_bounding_box",
       samples=(f"tf.image.sample_distorted_bounding_box({_IMAGE_SIZE})",))  # fmt: skip
def sample_distorted_bounding_box(
    image_size: Ignored, bounding_boxes: Ignored, seed: Ignored = 0, min_object_covered: Ignored = 0.1,
    aspect_ratio_range: Ignored = None, area_range: Ignored = None, max_attempts: Ignored = None,
    use_image_if_no_bounding_boxes: Ignored = None, name: Ignored = None,
) -> tuple[Tensor, Tensor, Tensor]:  # fmt: skip
    return _box()


@TF.op("tensorflow.image.stateless_sample_distorted_bounding_box",
       samples=(f"tf.image.stateless_sample_distorted_bounding_box({_IMAGE_SIZE}, {_SEED})",))  # fmt: skip
def stateless_sample_distorted_bounding_box(
    image_size: Ignored, bounding_boxes: Ignored, seed: Ignored, min_object_covered: Ignored = 0.1,
    aspect_ratio_range: Ignored = None, area_range: Ignored = None, max_attempts: Ignored = None,
    use_image_if_no_bounding_boxes: Ignored = None, name: Ignored = None,
) -> tuple[Tensor, Tensor, Tensor]:  # fmt: skip
    return _box()


