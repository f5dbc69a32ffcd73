"""Grids of pictures, and reading them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....core.dim import Dim
from ....core.plain import NONE
from ....core.shape import Shape
from ....core.tensor import Tensor
from ....core.value import Arguments, Unknown, Value
from ...torch.dialect import T, tensor

if TYPE_CHECKING:
    from ....core.value import Context
    from ...binding import Ignored


@T.op("torchvision.utils.make_grid")
def make_grid(tensor: Value, nrow: Ignored = 8, padding: Ignored = 2, normalize: Ignored = False,
              value_range: Ignored = None, scale_each: Ignored = False, pad_value: Ignored = 0.0,
              **kwargs: Ignored) -> Tensor:  # fmt: skip
    return _grid(tensor)


def _grid(images: Value) -> Tensor:
    """[3, height, width]: grey pictures become three equal channels."""
    dtype = images.dtype if isinstance(images, Tensor) else None
    return tensor(Shape.of(3, Dim.unknown(low=1), Dim.unknown(low=1)), dtype)


@T.native(
    "torchvision.utils.save_image",
    "torchvision.utils._log_api_usage_once",
    "torchvision.io.write_jpeg",
    "torchvision.io.write_png",
    "torchvision.set_image_backend",
)
def nothing(context: Context, arguments: Arguments) -> Value:
    return NONE


@T.op("torchvision.io.read_image")
def read_image(path: Ignored, mode: Ignored = None) -> Tensor:
    return tensor(Shape.of_rank(3), "uint8")


T.native("torchvision.get_image_backend")(lambda context, arguments: Unknown("backend"))
