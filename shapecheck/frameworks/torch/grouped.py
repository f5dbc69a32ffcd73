"""Normalizations over groups of channels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.dim import Dim
from ...core.outcome import Mismatch, require_equal
from ...core.plain import NONE
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ...core.value import Value
from .dialect import T, asked
from .linear import has, weight
from .normalization import normalized, require_float

if TYPE_CHECKING:
    from ..binding import Ignored


def _check_groups(num_groups: Dim, num_channels: Dim) -> None:
    if num_groups.equals(0) is Truth.NO and (num_channels % num_groups).equals(0) is Truth.NO:
        raise Mismatch(
            "groups-not-divisible",
            f"{num_channels} channels in {num_groups} groups",
            num_channels,
            num_groups,
            argument="num_groups",
            runtime=f"num_channels ({num_channels}) must be divisible by num_groups ({num_groups})",
        )


def _require_groups(input: Tensor, groups: Dim) -> None:
    if input.shape.known_rank and input.rank < 2:
        raise Mismatch(
            "layer-input-rank",
            f"takes [batch, channels, ...], got {input.shape}",
            argument="input",
            runtime=f"Expected at least 2 dimensions for input tensor but received {input.rank}",
        )
    if input.shape.known_rank and (input.shape[1] % groups).equals(0) is Truth.NO:
        raise Mismatch(
            "groups-not-divisible",
            f"{input.shape[1]} channels in {groups} groups",
            input.shape[1],
            groups,
            argument="input",
            runtime="Expected number of channels in input to be divisible by num_groups, but "
            f"got input of shape {input.shape} and num_groups={groups}",
        )


def _group_weights(num_channels: Dim, affine: Value | bool = True, dtype: Value | None = None,
                   bias: Value | bool = True) -> dict[str, Any]:  # fmt: skip
    learned = weight(Shape.of(num_channels), dtype) if has(affine) is not False else NONE
    return {"weight": learned, "bias": NONE if has(bias) is False else learned}


@T.layer("torch.nn.GroupNorm", check=_check_groups, weights=_group_weights)
def group_norm(input: Tensor, *, num_groups: Dim, num_channels: Dim, eps: Ignored = 1e-05,
               affine: Value | bool = True, device: Ignored = None, dtype: Value | None = None,
               bias: Value | bool = True) -> Tensor:  # fmt: skip
    _require_groups(input, num_groups)
    if input.shape.known_rank and has(affine):
        require_equal(
            input.shape[1],
            num_channels,
            "norm-shape-mismatch",
            "expects {wanted} channels, got {got}",
            argument="input",
            runtime="Expected weight to be a vector of size equal to the number of channels in "
            f"input, but got weight of shape [{num_channels}] and input of shape {input.shape}",
        )
        require_float(input, asked(dtype, T.default_float))
    return normalized(input)


@T.op("torch.nn.functional.group_norm", "torch.group_norm")
def functional_group_norm(input: Tensor, num_groups: Dim, weight: Ignored = None, bias: Ignored = None,
                          eps: Ignored = 1e-5) -> Tensor:  # fmt: skip
    _require_groups(input, num_groups)
    return normalized(input)


@T.layer("torch.nn.LocalResponseNorm")
def local_response_norm(input: Tensor, *, size: Ignored, alpha: Ignored = 0.0001, beta: Ignored = 0.75,
                        k: Ignored = 1.0) -> Tensor:  # fmt: skip
    return functional_local_response_norm(input, size)


@T.op("torch.nn.functional.local_response_norm")
def functional_local_response_norm(input: Tensor, size: Ignored, alpha: Ignored = 1e-4, beta: Ignored = 0.75,
                                   k: Ignored = 1.0) -> Tensor:  # fmt: skip
    if input.shape.known_rank and input.rank < 3:
        raise Mismatch(
            "layer-input-rank",
            f"takes [batch, channels, ...], got {input.shape}",
            argument="input",
            runtime="Expected 3D or higher dimensionality                          input (got "
            f"{input.rank} dimensions)",
        )
    return normalized(input)


@T.layer("torch.nn.CrossMapLRN2d")
def cross_map(input: Tensor, *, size: Ignored, alpha: Ignored = 0.0001, beta: Ignored = 0.75, k: Ignored = 1) -> Tensor:
    return normalized(input)
