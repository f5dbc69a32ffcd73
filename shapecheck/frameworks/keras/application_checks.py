"""What `keras.applications` refuse. Source: keras/src/applications/imagenet_utils.py, obtain_input_shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.outcome import Mismatch
from ...core.plain import Constant
from ..binding import Ignored
from .dialect import K, number, text
from .natives import Failed, parse_shape

if TYPE_CHECKING:
    from ...core.dim import Dim
    from .natives import Given

_KIND = "pretrained-input-constraint"
_LEAST = {"Xception": 71, "InceptionV3": 75, "InceptionResNetV2": 75}
_LEAST_OF_MOST = 32


@K.op("keras.applications.refused")
def refused(input_shape: Ignored, problem: Ignored) -> None:
    """The arguments do not go together; what is wrong was found before."""
    if isinstance(problem, Failed):
        raise problem.mismatch


def constraint(name: str, size: int, asked: Given, top: bool) -> Mismatch | None:
    """Why the network refuses its arguments; `size` is that of its usual image."""
    weights = asked.values.get("weights", Constant("imagenet"))
    pretrained = text(weights) == "imagenet"
    classes = number(asked["classes"])
    if pretrained and top and classes not in (None, 1000):
        return Mismatch(_KIND, f"{name} with pretrained weights and its top has 1000 classes, {classes} are asked for",
                        argument="classes", runtime=("`classes` should be 1000", "as true, `classes` should be 1000"),
                        help=f"include_top=False and a Dense({classes}) of its own")  # fmt: skip
    known = isinstance(weights, Constant)
    shape = parse_shape(asked["input_shape"])
    if shape is None or not known or name.startswith("MobileNetV3"):
        return None
    return _of_shape(name, size, shape, pretrained, top)


def _of_shape(name: str, size: int, shape: tuple[Dim | None, ...], pretrained: bool, top: bool) -> Mismatch | None:
    numbers = [None if dim is None else dim.value for dim in shape]
    told = f"({', '.join(map(str, numbers))})"
    if any(dim is not None and dim.value is None for dim in shape):
        return None
    if len(shape) != 3:
        return Mismatch(_KIND, f"{name} takes an input_shape (height, width, channels), got {told}",
                        argument="input_shape", runtime="`input_shape` must be a tuple of three integers."
                        ) if not (pretrained and top) else None  # fmt: skip
    if pretrained and top:
        if numbers == [size, size, 3] or None in numbers or name.startswith("MobileNet"):
            return None
        return Mismatch(_KIND, f"{name} with its pretrained top takes images ({size}, {size}, 3), got {told}",
                        argument="input_shape", help="include_top=False",
                        runtime="When setting `include_top=True` and loading `imagenet` weights, `input_shape` should "
                        f"be ({size}, {size}, 3).  Received: input_shape={told}")  # fmt: skip
    if pretrained and numbers[-1] not in (None, 3):
        return Mismatch(_KIND, f"the pretrained weights of {name} take 3 channels, got {numbers[-1]}",
                        argument="input_shape", help="repeat the grey images: np.repeat(x, 3, axis=-1)",
                        runtime=f"The input must have 3 channels; Received `input_shape={told}`")  # fmt: skip
    least = _LEAST.get(name, _LEAST_OF_MOST)
    if any(side is not None and side < least for side in numbers[:2]):
        return Mismatch(_KIND, f"{name} takes images of at least {least} x {least}, got {told}",
                        argument="input_shape", help="resize the images",
                        runtime=f"Input size must be at least {least}x{least}; Received: input_shape={told}")
    return None
