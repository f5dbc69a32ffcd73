"""Transforms of pictures and tensors: what they do to channels, height, width and dtype.

Source: torchvision/transforms/transforms.py and functional.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ....core.containers import Sequence
from ....core.dim import Dim
from ....core.dtype import family
from ....core.outcome import Mismatch, Undecided
from ....core.plain import Constant
from ....core.shape import Shape
from ....core.tensor import Facts, Tensor
from ....core.truth import Truth
from ....core.value import Unknown, Value
from ...binding import Parameter, Required
from ...torch.dialect import T, asked, dtype_of, is_true, tensor
from .pictures import Picture, lengths, of_tensor, picture_of, resized, size_of, to_tensor

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...binding import Ignored

_HOME = "torchvision.transforms"
_FUNCTIONAL = "torchvision.transforms.functional"


# -- between pictures and tensors -------------------------------------------------------------------------------


@T.layer(f"{_HOME}.ToTensor")
def to_tensor_layer(pic: Value) -> Tensor:
    return to_tensor(pic)


@T.op(f"{_FUNCTIONAL}.to_tensor")
def to_tensor_function(pic: Value) -> Tensor:
    return to_tensor(pic)


def _bytes(pic: Value) -> Value:
    if isinstance(pic, Tensor):
        found = to_tensor(pic) if pic.library.name == "numpy" else pic
        return tensor(found.shape, pic.dtype)
    return to_tensor(pic, scale=False)


T.layer(f"{_HOME}.PILToTensor")(_bytes)
T.layer(f"{_HOME}.ToImage", f"{_HOME}.ToImageTensor")(_bytes)
T.op(f"{_FUNCTIONAL}.pil_to_tensor", f"{_FUNCTIONAL}.to_image")(_bytes)


@T.layer(f"{_HOME}.ToPILImage")
def to_pil_layer(pic: Value, *, mode: Ignored = None) -> Value:
    return of_tensor(pic)


@T.op(f"{_FUNCTIONAL}.to_pil_image")
def to_pil_function(pic: Value, mode: Ignored = None) -> Value:
    return of_tensor(pic)


def _as_dtype(image: Value, dtype: Value | None, scale: bool) -> Value:
    """Scaled, bytes become 0..1."""
    if not isinstance(image, Tensor):
        return image
    name = asked(dtype, "float32")
    known = scale and image.dtype == "uint8" and family(name) == "float"
    return tensor(image.shape, name, Facts(low=0, high=1) if known else None)


@T.layer(f"{_HOME}.ConvertImageDtype", f"{_HOME}.ConvertDtype")
def convert_dtype_layer(image: Value, *, dtype: Value | None = None) -> Value:
    return _as_dtype(image, dtype, True)


@T.op(f"{_FUNCTIONAL}.convert_image_dtype")
def convert_dtype_function(image: Value, dtype: Value | None = None) -> Value:
    return _as_dtype(image, dtype, True)


@T.layer(f"{_HOME}.ToDtype")
def to_dtype(image: Value, *, dtype: Value, scale: Value | bool = False) -> Value:
    return _as_dtype(
        image,
        dtype if dtype_of(dtype) else Unknown("dtype"),
        scale is not False and is_true(scale if isinstance(scale, Value) else None) is True,
    )


# -- Normalize --------------------------------------------------------------------------------------------------


def _normalized(image: Value, mean: Value, std: Value) -> Value:
    """One mean for all channels, or one for each; written back in place, so that it must not have more."""
    if isinstance(image, Picture):
        raise Mismatch(
            "layer-input-rank",
            "Normalize of a PIL image",
            argument="tensor",
            help="ToTensor() first",
            runtime="img should be Tensor Image. Got <class 'PIL.Image.Image'>",
        )
    if not isinstance(image, Tensor):
        return tensor(Shape.unknown(), None)
    if family(image.dtype) in ("int", "uint", "bool"):
        raise Mismatch(
            "integer-input",
            f"Normalize of {image.dtype} numbers",
            argument="tensor",
            help="ToTensor() first",
            runtime=f"Input tensor should be a float tensor. Got torch.{image.dtype}.",
        )
    if not image.shape.known_rank or image.rank < 3:
        return tensor(image.shape, image.dtype)
    channels = image.shape[-3]
    for name, given in (("mean", mean), ("std", std)):
        count = len(given.known) if isinstance(given, Sequence) and given.known is not None else 1
        if count != 1 and channels.equals(count) is Truth.NO:
            wide = Shape((*image.shape.dims[:-3], Dim.of(count), *image.shape.dims[-2:]))
            words = (
                f"output with shape {image.shape} doesn't match the broadcast shape {wide}"
                if channels == 1
                else (
                    f"The size of tensor a ({channels}) must match the size of tensor b ({count}) at non-singleton "
                    f"dimension {image.rank - 3}"
                )
            )
            raise Mismatch(
                "normalize-channel-mismatch",
                f"{count} numbers in {name} for an image of {channels} channels",
                channels,
                count,
                argument=name,
                runtime=words,
                help=_one_each(given, channels),
            )
    return tensor(image.shape, image.dtype)


def _one_each(given: Value, channels: Dim) -> str:
    first = given.known[0] if isinstance(given, Sequence) and given.known else None
    payload = getattr(first, "payload", None)
    return f"one number: ({payload},)" if channels == 1 and isinstance(payload, (int, float)) else ""


@T.layer(f"{_HOME}.Normalize")
def normalize_layer(tensor: Value, *, mean: Value, std: Value, inplace: Ignored = False) -> Value:
    return _normalized(tensor, mean, std)


@T.op(f"{_FUNCTIONAL}.normalize")
def normalize_function(tensor: Value, mean: Value, std: Value, inplace: Ignored = False) -> Value:
    return _normalized(tensor, mean, std)


# -- height and width -------------------------------------------------------------------------------------------


def _scaled(image: Value, size: Value) -> Value:
    """Two numbers are the height and the width; one is the shorter side, the other keeps the proportion."""
    wanted = lengths(size)
    if wanted is not None and len(wanted) == 2:
        return resized(image, wanted[0], wanted[1])
    height, width = size_of(image)
    if wanted is None or len(wanted) != 1:
        return resized(image, Dim.unknown(low=1), Dim.unknown(low=1))
    side = wanted[0]
    if height == width:
        return resized(image, side, side)
    if height.value and width.value and side.value:
        short, long = sorted((height.value, width.value))
        other = int(side.value * long / short)
        return (
            resized(image, Dim.of(other), side) if height.value > width.value else resized(image, side, Dim.of(other))
        )
    return resized(image, Dim.unknown(low=1), Dim.unknown(low=1))


@T.layer(f"{_HOME}.Resize", f"{_HOME}.Scale")
def resize_layer(img: Value, *, size: Value, interpolation: Ignored = None, max_size: Ignored = None,
                 antialias: Ignored = True) -> Value:  # fmt: skip
    return _scaled(img, size)


@T.op(f"{_FUNCTIONAL}.resize")
def resize_function(img: Value, size: Value, interpolation: Ignored = None, max_size: Ignored = None,
                    antialias: Ignored = True) -> Value:  # fmt: skip
    return _scaled(img, size)


def _cropped(image: Value, size: Value) -> Value:
    """One number is both sides."""
    wanted = lengths(size)
    if wanted is None or len(wanted) not in (1, 2):
        return resized(image, Dim.unknown(low=1), Dim.unknown(low=1))
    return resized(image, wanted[0], wanted[-1])


@T.layer(f"{_HOME}.CenterCrop")
def center_crop_layer(img: Value, *, size: Value) -> Value:
    return _cropped(img, size)


@T.op(f"{_FUNCTIONAL}.center_crop")
def center_crop_function(img: Value, output_size: Value) -> Value:
    return _cropped(img, output_size)


@T.layer(f"{_HOME}.RandomCrop")
def random_crop(img: Value, *, size: Value, padding: Ignored = None, pad_if_needed: Ignored = False,
                fill: Ignored = 0, padding_mode: Ignored = "constant") -> Value:  # fmt: skip
    return _cropped(img, size)


@T.layer(f"{_HOME}.RandomResizedCrop", f"{_HOME}.RandomSizedCrop")
def random_resized_crop(img: Value, *, size: Value, scale: Ignored = None, ratio: Ignored = None,
                        interpolation: Ignored = None, antialias: Ignored = True) -> Value:  # fmt: skip
    return _cropped(img, size)


@T.op(f"{_FUNCTIONAL}.crop")
def crop_function(img: Value, top: Ignored, left: Ignored, height: Dim, width: Dim) -> Value:
    return resized(img, height, width)


@T.op(f"{_FUNCTIONAL}.resized_crop")
def resized_crop_function(img: Value, top: Ignored, left: Ignored, height: Ignored, width: Ignored, size: Value,
                          interpolation: Ignored = None, antialias: Ignored = True) -> Value:  # fmt: skip
    return _cropped(img, size)


@T.layer(f"{_HOME}.FiveCrop")
def five_crop(img: Value, *, size: Value) -> Value:
    return Sequence.tuple(_cropped(img, size) for _ in range(5))


@T.layer(f"{_HOME}.TenCrop")
def ten_crop(img: Value, *, size: Value, vertical_flip: Ignored = False) -> Value:
    return Sequence.tuple(_cropped(img, size) for _ in range(10))


def _padded(image: Value, padding: Value) -> Value:
    """One number for all sides, (left and right, top and bottom), or (left, top, right, bottom)."""
    pads = lengths(padding)
    if pads is None or len(pads) not in (1, 2, 4):
        raise Undecided("a padding that is not known")
    left, top, right, bottom = pads * 4 if len(pads) == 1 else pads * 2 if len(pads) == 2 else pads
    height, width = size_of(image)
    return resized(image, height + top + bottom, width + left + right)


@T.layer(f"{_HOME}.Pad")
def pad_layer(img: Value, *, padding: Value, fill: Ignored = 0, padding_mode: Ignored = "constant") -> Value:
    return _padded(img, padding)


@T.op(f"{_FUNCTIONAL}.pad")
def pad_function(img: Value, padding: Value, fill: Ignored = 0, padding_mode: Ignored = "constant") -> Value:
    return _padded(img, padding)


# -- channels ---------------------------------------------------------------------------------------------------


def _grey(image: Value, channels: Value | int) -> Value:
    count = channels if isinstance(channels, int) else getattr(channels, "payload", None)
    number = Dim.of(count) if isinstance(count, int) else Dim.unknown(low=1)
    picture = picture_of(image)
    if picture is not None:
        return Picture(number, picture.height, picture.width)
    if isinstance(image, Tensor) and image.shape.known_rank and image.rank >= 3:
        return tensor(Shape((*image.shape.dims[:-3], number, *image.shape.dims[-2:])), image.dtype)
    raise Undecided("an image of unknown shape")


@T.layer(f"{_HOME}.Grayscale")
def grayscale(img: Value, *, num_output_channels: Value | int = 1) -> Value:
    return _grey(img, num_output_channels)


@T.op(f"{_FUNCTIONAL}.rgb_to_grayscale", f"{_FUNCTIONAL}.to_grayscale")
def grayscale_function(img: Value, num_output_channels: Value | int = 1) -> Value:
    return _grey(img, num_output_channels)


# -- what keeps the shape ---------------------------------------------------------------------------------------


def _kept(img: Value) -> Value:
    return tensor(img.shape, img.dtype) if isinstance(img, Tensor) else img


def _rotated(img: Value, expand: Value | bool) -> Value:
    if expand is False or is_true(expand if isinstance(expand, Value) else None) is False:
        return _kept(img)
    return resized(img, Dim.unknown(low=1), Dim.unknown(low=1))


@T.layer(f"{_HOME}.RandomRotation")
def random_rotation(img: Value, *, degrees: Ignored, interpolation: Ignored = None, expand: Value | bool = False,
                    center: Ignored = None, fill: Ignored = 0) -> Value:  # fmt: skip
    return _rotated(img, expand)


@T.op(f"{_FUNCTIONAL}.rotate")
def rotate(img: Value, angle: Ignored, interpolation: Ignored = None, expand: Value | bool = False,
           center: Ignored = None, fill: Ignored = None) -> Value:  # fmt: skip
    return _rotated(img, expand)


def _keeper(by: str) -> Callable[..., Value]:
    def keep(img: Value, **_: Any) -> Value:
        return _kept(img)

    keep.parameters = (  # type: ignore[attr-defined]
        Parameter("img", "Value", Required, "position"), *(Parameter(name, "Ignored", None, by) for name in _OPTIONS),
        Parameter("_", "Any", (), "others"),
    )  # fmt: skip
    return keep


_OPTIONS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
"""These transforms have parameters of many names, none of which the shape depends on."""
_SAME = (
    "RandomHorizontalFlip RandomVerticalFlip ColorJitter RandomAffine RandomPerspective GaussianBlur RandomErasing "
    "RandomGrayscale RandomInvert RandomPosterize RandomSolarize RandomAdjustSharpness RandomAutocontrast "
    "RandomEqualize "
    "AutoAugment RandAugment TrivialAugmentWide AugMix ElasticTransform GaussianNoise RandomPhotometricDistort "
    "LinearTransformation ToPureTensor Identity RandomChannelPermutation"
)
_SAME_FUNCTIONS = (
    "hflip vflip adjust_brightness adjust_contrast adjust_saturation adjust_hue adjust_gamma adjust_sharpness "
    "autocontrast "
    "equalize invert posterize solarize gaussian_blur affine perspective erase horizontal_flip vertical_flip"
)
for _name in _SAME.split():
    T.layer(f"{_HOME}.{_name}")(_keeper("name"))
for _name in _SAME_FUNCTIONS.split():
    T.op(f"{_FUNCTIONAL}.{_name}")(_keeper("position"))


def _constants() -> dict[str, Any]:
    names = "NEAREST NEAREST_EXACT BILINEAR BICUBIC BOX HAMMING LANCZOS"
    return {f"{_HOME}.InterpolationMode.{name}": Constant(name.lower()) for name in names.split()}


T.constants(_constants())
