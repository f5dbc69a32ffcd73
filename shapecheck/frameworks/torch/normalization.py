"""Normalizations: the shape stays; the sizes of their weights must be the input's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.dtype import family
from ...core.outcome import Mismatch, require_equal
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Value
from .dialect import T, asked, lengths, size_text, tensor
from .linear import has, weight
from .products import require_one_dtype
from .values import remark_mode

if TYPE_CHECKING:
    from ..binding import Ignored

_MIXED = "mixed dtype (CPU): all inputs must share same datatype."


def normalized(input: Tensor) -> Tensor:
    dtype = input.dtype if family(input.dtype) in ("float", "complex") else None
    return tensor(input.shape, dtype, Facts(activation="linear", batch=input.facts.batch))


def require_float(input: Tensor, dtype: str | None) -> None:
    """Weights of half precision go with float32; otherwise the dtypes are one."""
    if dtype in ("float16", "bfloat16") or input.dtype in ("float16", "bfloat16"):
        return
    if family(input.dtype) == "float":
        require_one_dtype(input.dtype, dtype, "input", _MIXED)


# -- BatchNorm, InstanceNorm ------------------------------------------------------------------------------------

_BATCH_RANKS = {1: (2, 3), 2: (4,), 3: (5,)}
_INSTANCE_RANKS = {1: (2, 3), 2: (3, 4), 3: (4, 5)}


def _require_rank(input: Tensor, ranks: tuple[int, ...]) -> None:
    if input.shape.known_rank and input.rank not in ranks:
        wanted = " or ".join(f"{rank}D" for rank in ranks)
        raise Mismatch(
            "layer-input-rank",
            f"takes {wanted} input, got {input.shape}",
            argument="input",
            runtime=f"expected {wanted} input (got {input.rank}D input)",
        )


def _require_several(input: Tensor, training: Value | bool) -> None:
    """In training each channel needs more than one value. `training` is no argument of the real constructor: it is
    what `train()` and `eval()` said last."""
    if has(training) and input.shape.known_rank and all(size == 1 for i, size in enumerate(input.shape.dims) if i != 1):
        raise Mismatch(
            "batchnorm-single-sample",
            f"one value for each channel: {input.shape}",
            input.shape[0],
            argument="input",
            runtime=f"Expected more than 1 value per channel when training, got input size {size_text(input.shape)}",
            help="drop_last=True in the loader, or eval() for one sample",
        )


def _channels_weights(
    num_features: Dim, affine: Value | bool = True, track_running_stats: Value | bool = True,
    dtype: Value | None = None, bias: Value | bool = True,
) -> dict[str, Any]:  # fmt: skip
    shape = Shape.of(num_features)
    learned = weight(shape, dtype) if has(affine) is not False else NONE
    tracked = has(track_running_stats) is not False
    plain = tensor(shape, asked(dtype, T.default_float)) if tracked else NONE
    count = tensor(Shape(), "int64") if tracked else NONE
    shift = NONE if has(bias) is False else learned
    return {"weight": learned, "bias": shift, "running_mean": plain, "running_var": plain,
            "num_batches_tracked": count}  # fmt: skip


def _declare_batch(n: int) -> None:
    @T.layer(f"torch.nn.BatchNorm{n}d", weights=_channels_weights)
    def batch_norm(input: Tensor, *, num_features: Dim, eps: Ignored = 1e-05, momentum: Ignored = 0.1,
                   affine: Value | bool = True, track_running_stats: Value | bool = True, device: Ignored = None,
                   dtype: Value | None = None, bias: Value | bool = True,
                   training: Value | bool = True) -> Tensor:  # fmt: skip
        _require_rank(input, _BATCH_RANKS[n])
        _require_several(input, training)
        remark_mode("the statistics are the batch's")
        stats, learned = has(track_running_stats), has(affine)
        if input.shape.known_rank and (stats or learned):
            got = input.shape[1]
            what = f"running_mean should contain {got} elements not {num_features}"
            require_equal(
                got,
                num_features,
                "batchnorm-num-features-mismatch",
                "expects {wanted} channels, got {got}",
                argument="input",
                runtime=what,
                help=f"num_features={got}",
            )
        if learned:
            require_float(input, asked(dtype, T.default_float))
        return normalized(input)

    @T.layer(f"torch.nn.LazyBatchNorm{n}d", locks_axis=1)
    def lazy_batch_norm(input: Tensor, *, eps: Ignored = 1e-05, momentum: Ignored = 0.1, affine: Ignored = True,
                        track_running_stats: Ignored = True, device: Ignored = None, dtype: Ignored = None,
                        bias: Ignored = True) -> Tensor:  # fmt: skip
        _require_rank(input, _BATCH_RANKS[n])
        return normalized(input)


def _declare_instance(n: int) -> None:
    @T.layer(f"torch.nn.InstanceNorm{n}d", weights=_channels_weights)
    def instance_norm(input: Tensor, *, num_features: Dim, eps: Ignored = 1e-05, momentum: Ignored = 0.1,
                      affine: Value | bool = False, track_running_stats: Value | bool = False, device: Ignored = None,
                      dtype: Ignored = None, bias: Value | bool = True) -> Tensor:  # fmt: skip
        _require_rank(input, _INSTANCE_RANKS[n])
        if has(affine) and input.shape.known_rank:
            at = input.rank - n - 1
            require_equal(
                input.shape[at],
                num_features,
                "batchnorm-num-features-mismatch",
                "expects {wanted} channels, got {got}",
                argument="input",
                runtime=f"expected input's size at dim={at} to match num_features ({num_features}), but got: "
                f"{input.shape[at]}.",
            )
        return normalized(input)

    @T.layer(f"torch.nn.LazyInstanceNorm{n}d", locks_axis=-n - 1)
    def lazy_instance_norm(input: Tensor, *, eps: Ignored = 1e-05, momentum: Ignored = 0.1, affine: Ignored = True,
                           track_running_stats: Ignored = True, device: Ignored = None, dtype: Ignored = None,
                           bias: Ignored = True) -> Tensor:  # fmt: skip
        _require_rank(input, _INSTANCE_RANKS[n])
        return normalized(input)


for _n in (1, 2, 3):
    _declare_batch(_n)
    _declare_instance(_n)


@T.layer("torch.nn.SyncBatchNorm", weights=_channels_weights)
def sync_batch_norm(input: Tensor, *, num_features: Dim, eps: Ignored = 1e-05, momentum: Ignored = 0.1,
                    affine: Ignored = True, track_running_stats: Ignored = True, process_group: Ignored = None,
                    device: Ignored = None, dtype: Ignored = None) -> Tensor:  # fmt: skip
    return normalized(input)


@T.op("torch.nn.functional.batch_norm")
def functional_batch_norm(input: Tensor, running_mean: Tensor | None, running_var: Tensor | None,
                          weight: Tensor | None = None, bias: Tensor | None = None, training: Ignored = False,
                          momentum: Ignored = 0.1, eps: Ignored = 1e-5) -> Tensor:  # fmt: skip
    for name, one in (("running_mean", running_mean), ("running_var", running_var), ("weight", weight), ("bias", bias)):
        if one is not None and one.shape.known_rank and one.rank == 1 and input.shape.known_rank and input.rank > 1:
            require_equal(
                input.shape[1],
                one.shape[0],
                "batchnorm-num-features-mismatch",
                "expects {wanted} channels, got {got}",
                argument=name,
                runtime=f"{name} should contain {input.shape[1]} elements not {one.shape[0]}",
            )
    return normalized(input)


@T.op("torch.nn.functional.instance_norm")
def functional_instance_norm(input: Tensor, running_mean: Ignored = None, running_var: Ignored = None,
                             weight: Ignored = None, bias: Ignored = None, use_input_stats: Ignored = True,
                             momentum: Ignored = 0.1, eps: Ignored = 1e-5) -> Tensor:  # fmt: skip
    return normalized(input)


# -- LayerNorm, RMSNorm -----------------------------------------------------------------------------------------


def _sizes(given: Value) -> tuple[Dim, ...] | None:
    """The lengths to normalize over: a number, or several; None if it is not known how many."""
    if isinstance(given, Sequence):
        return None if given.known is None else lengths(given, len(given.known))
    return (given.dim,) if isinstance(given, Constant) and given.dim is not None else None


def _require_last(input: Tensor, normalized_shape: Value, star: str = "*, ") -> None:
    sizes, shape = _sizes(normalized_shape), input.shape
    if sizes is None:
        return
    room = len(shape.dims) if shape.known_rank else len(shape.parts[1])
    words = (
        f"Given normalized_shape={Shape(sizes)}, expected input with shape [{star}{', '.join(map(str, sizes))}], but "
        f"got input of size{shape}"
    )
    if shape.known_rank and shape.rank < len(sizes):
        raise Mismatch(
            "norm-shape-mismatch", f"normalizes {Shape(sizes)}, got {shape}", argument="input", runtime=words
        )
    for i in range(1, min(room, len(sizes)) + 1):
        require_equal(
            shape[-i],
            sizes[-i],
            "norm-shape-mismatch",
            "expects {wanted} as the last axis, got {got}" if len(sizes) == 1 else "expects {wanted}, got {got}",
            argument="input",
            runtime=words,
        )


def _normalized(given: Value) -> Shape:
    sizes = _sizes(given)
    return Shape.unknown() if sizes is None else Shape(sizes)


def _require_scales(over: Shape, *given: Value | None) -> None:
    """Weight and bias have the shape that is normalized, which has an axis."""
    if over == Shape():
        raise Mismatch("argument-value", "no axes to normalize", argument="normalized_shape",
                       runtime="Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one "
                       "element, but got normalized_shape = []")  # fmt: skip
    for name, one in zip(("weight", "bias"), given, strict=False):
        if isinstance(one, Tensor) and one.shape.equals(over) is Truth.NO:
            raise Mismatch("norm-shape-mismatch", f"a {name} {one.shape} for {over}", argument=name,
                           runtime=f"Expected {name} to be of same shape as normalized_shape, but got {name} of shape "
                           f"{one.shape} and normalized_shape = {over}")  # fmt: skip


def _layer_normalized(input: Tensor) -> Tensor:
    order = tuple(range(input.rank)) if input.shape.known_rank else None
    return tensor(input.shape, input.dtype, Facts(activation="linear", order=order, batch=input.facts.batch))


def _layer_weights(normalized_shape: Value, elementwise_affine: Value | bool = True, bias: Value | bool = True,
                   dtype: Value | None = None) -> dict[str, Any]:  # fmt: skip
    shape = _normalized(normalized_shape)
    learned = has(elementwise_affine) is not False
    return {
        "weight": weight(shape, dtype) if learned else NONE,
        "bias": weight(shape, dtype) if learned and has(bias) is not False else NONE,
    }


@T.layer("torch.nn.LayerNorm", weights=_layer_weights)
def layer_norm(input: Tensor, *, normalized_shape: Value, eps: Ignored = 1e-05,
               elementwise_affine: Value | bool = True, bias: Value | bool = True, device: Ignored = None,
               dtype: Value | None = None) -> Tensor:  # fmt: skip
    _require_last(input, normalized_shape)
    if has(elementwise_affine):
        require_float(input, asked(dtype, T.default_float))
    return _layer_normalized(input)


@T.op("torch.nn.functional.layer_norm", "torch.layer_norm")
def functional_layer_norm(input: Tensor, normalized_shape: Value, weight: Ignored = None, bias: Ignored = None,
                          eps: Ignored = 1e-5) -> Tensor:  # fmt: skip
    _require_last(input, normalized_shape)
    _require_scales(_normalized(normalized_shape), weight, bias)
    return _layer_normalized(input)


def _rms_weights(normalized_shape: Value, elementwise_affine: Value | bool = True,
                 dtype: Value | None = None) -> dict[str, Any]:  # fmt: skip
    return {"weight": weight(_normalized(normalized_shape), dtype) if has(elementwise_affine) is not False else NONE}


@T.layer("torch.nn.RMSNorm", weights=_rms_weights)
def rms_norm(x: Tensor, *, normalized_shape: Value, eps: Ignored = None, elementwise_affine: Ignored = True,
             device: Ignored = None, dtype: Value | None = None) -> Tensor:  # fmt: skip
    _require_last(x, normalized_shape, "*")
    return tensor(x.shape, None if asked(dtype, x.dtype) != x.dtype else x.dtype)


@T.op("torch.nn.functional.rms_norm", "torch.rms_norm")
def functional_rms_norm(input: Tensor, normalized_shape: Value, weight: Ignored = None, eps: Ignored = None) -> Tensor:
    _require_last(input, normalized_shape, "*")
    _require_scales(_normalized(normalized_shape), weight)
    return tensor(input.shape, input.dtype)


@T.op("torch.batch_norm", "torch.instance_norm")
def norm_by_position(input: Tensor, *given: Ignored) -> Tensor:
    """What stands behind the functions of those names, with all arguments by position."""
    return normalized(input)
