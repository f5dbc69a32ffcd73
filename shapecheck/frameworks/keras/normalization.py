"""Normalization layers: the shape stays."""

from __future__ import annotations

from typing import Any

from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided, remark
from ...core.plain import Constant
from ...core.tensor import Tensor
from ...core.truth import Truth
from ..binding import Ignored
from .checks import need_defined
from .dialect import K, changed, makers, text


def _has_axis(x: Tensor, axis: int) -> None:
    if x.shape.known_rank and not -x.rank <= axis < x.rank:
        raise Mismatch("dim-out-of-range", f"axis {axis} of {x.shape}", argument="axis",
                       runtime=f"axis {axis} is out of bounds for array of dimension {x.rank}")  # fmt: skip


@K.layer("keras.layers.BatchNormalization", locks_axis=-1)
def batch_normalization(inputs: Tensor, training: Ignored = None, mask: Ignored = None, *, axis: Ignored = -1,
                        momentum: Ignored = 0.99, epsilon: Ignored = 0.001, **others: Ignored) -> Tensor:  # fmt: skip
    """Statistics for each position of one axis, the last unless another is named."""
    payload = axis.payload if isinstance(axis, Constant) else axis
    if isinstance(payload, int):
        _has_axis(inputs, payload)
    if payload in (-1, 3) and inputs.shape.known_rank and inputs.rank == 4 and _channels_came_first(inputs):
        remark("channels-first-silent", f"BatchNormalization takes the channels last, the convolution before gave "
               f"{inputs.shape} with the channels first: it normalizes columns of pixels", inputs.shape[1],
               argument="inputs", help="BatchNormalization(axis=1)")  # fmt: skip
    return changed(inputs)


def _channels_came_first(x: Tensor) -> bool:
    """The nearest layer that is told where the channels are has them first."""
    asked = next((made.values["data_format"] for made in makers(x) if "data_format" in made.values), None)
    return text(asked) == "channels_first"


@K.layer("keras.layers.LayerNormalization")
def layer_normalization(inputs: Tensor, *, axis: Any = -1, epsilon: Ignored = 0.001,
                        center: Ignored = True, scale: Ignored = True, **others: Ignored) -> Tensor:  # fmt: skip
    for number in (axis,) if isinstance(axis, int) else axis:
        _has_axis(inputs, number)
        need_defined(inputs, number, "LayerNormalization", "inputs")
    return changed(inputs)


@K.layer("keras.layers.GroupNormalization")
def group_normalization(inputs: Tensor, *, groups: Any = 32, axis: int = -1,
                        epsilon: Ignored = 0.001, **others: Ignored) -> Tensor:  # fmt: skip
    channels = inputs.shape[axis]
    if groups == -1:
        return changed(inputs)
    if (channels % groups).equals(0) is Truth.NO:
        raise Mismatch("groups-not-divisible", f"{groups} groups do not divide {channels} channels", channels,
                       Dim.of(groups), argument="groups",
                       runtime=f"Number of groups ({groups}) must be a multiple of the number of channels "
                               f"({channels}).")  # fmt: skip
    return changed(inputs)


@K.layer("keras.layers.UnitNormalization")
def unit_normalization(inputs: Tensor, *, axis: Ignored = -1, **others: Ignored) -> Tensor:
    return changed(inputs)


@K.layer("keras.layers.RMSNormalization")
def rms_normalization(x: Tensor, *, axis: Ignored = -1, epsilon: Ignored = 1e-6, **others: Ignored) -> Tensor:
    if x.shape.known_rank and x.rank == 0:
        raise Undecided("a scalar")
    return changed(x)
