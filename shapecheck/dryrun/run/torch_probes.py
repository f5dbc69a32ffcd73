"""What fake tensors do not check, asked of tiny real ones: dtypes that do not go together, labels and indices beyond.

The message is that of the library, from the same operation on one element with the same dtypes and ranks.
"""

from __future__ import annotations

from typing import Any

import torch
from torch._subclasses.fake_tensor import FakeTensor

_SAME = frozenset(
    "mm addmm bmm baddbmm addbmm mv addmv dot vdot linear convolution _convolution nll_loss nll_loss_forward nll_loss2d"
    " nll_loss2d_forward binary_cross_entropy binary_cross_entropy_with_logits native_layer_norm native_batch_norm"
    " _native_batch_norm_legit native_group_norm mse_loss smooth_l1_loss huber_loss l1_loss embedding"
    " _log_softmax _softmax gather index_select masked_fill masked_fill_ scatter scatter_ index_add index_add_"
    " index_copy index_copy_ addcmul addcmul_ addcdiv_ addcdiv cdist_forward mean max_pool2d_with_indices"
    " avg_pool2d _adaptive_avg_pool2d upsample_nearest2d upsample_bilinear2d grid_sampler_2d lerp lerp_ baddbmm_"
    " where _cdist_forward prelu _prelu_kernel kl_div multi_margin_loss bernoulli_ normal_ uniform_ logit sigmoid_"
    " scatter_add scatter_add_ bitwise_and bitwise_or bitwise_not remainder std var norm linalg_vector_norm".split()
)
"""Operations that are asked with one element along each axis."""
_UNABLE = ("not implemented for 'Half'", "not implemented for 'BFloat16'", "mkldnn")
_ANSWERS: dict[Any, tuple[type, str] | None] = {}
_LABELS = {"nll_loss_forward": 1, "nll_loss2d_forward": 1, "nll_loss": 1, "nll_loss2d": 1}


def probe(packet: str, func: Any, args: Any, kwargs: Any, given: list[Any]) -> None:
    """Raises what the library would: TypeErrors, RuntimeErrors and IndexErrors in its own words."""
    if packet in _SAME or (packet.endswith("_") and len({each.dtype for each in given}) > 1):
        _dtypes(packet, func, args, kwargs, given)
    if packet in _LABELS:
        _labels(args)
    elif packet == "embedding" and len(args) > 1 and _known(args[1]):
        _indices(args)


def _dtypes(packet: str, func: Any, args: Any, kwargs: Any, given: list[Any]) -> None:
    kinds = {each.dtype for each in given}
    if len(kinds) == 1 and next(iter(kinds)).is_floating_point:
        return
    key = (func, tuple((each.dtype, each.dim()) for each in given), any(each.requires_grad for each in given))
    if key not in _ANSWERS:
        _ANSWERS[key] = _ask(packet, func, args, kwargs)
    answer = _ANSWERS[key]
    if answer is not None:
        raise answer[0](answer[1])


def _ask(packet: str, func: Any, args: Any, kwargs: Any) -> tuple[type, str] | None:
    from .torch_modes import replaced

    args = replaced(args, _one)
    if packet in ("convolution", "_convolution"):
        args = (*args[:8], 1)
    elif packet == "native_layer_norm":
        args = (args[0], [1] * len(args[1]), *args[2:])
    elif packet == "native_group_norm":
        args = (*args[:3], 1, 1, 1, 1, *args[7:])
    elif packet in ("max_pool2d_with_indices", "avg_pool2d"):
        args = (args[0], [1, 1])
    elif packet in ("_adaptive_avg_pool2d", "upsample_nearest2d", "upsample_bilinear2d"):
        args = (args[0], [1, 1], *args[2:])
    try:
        func(*args, **replaced(kwargs, _one))
    except (RuntimeError, TypeError, IndexError) as error:
        text = str(error)
        real = isinstance(error, NotImplementedError) and "not implemented for" not in text
        if any(word in text for word in _UNABLE) or real or not _about_dtypes(text):
            return None
        return type(error), text
    except Exception:
        return None
    return None


def _about_dtypes(text: str) -> bool:
    words = ("dtype", "type", "Long", "Float", "Double", "Int", "Byte", "Bool", "Half", "integer", "floating")
    return any(word in text for word in words)


def _one(tensor: Any) -> Any:
    return torch.zeros([1] * tensor.dim(), dtype=tensor.dtype)


def _known(tensor: Any) -> bool:
    from .torch_modes import is_fake

    return isinstance(tensor, torch.Tensor) and not isinstance(tensor, FakeTensor) and not is_fake(tensor)


def _labels(args: Any) -> None:
    """Class ids that are no classes, asked with a single sample: `input`, `target`, weight, reduction, ignored id."""
    scores, target = args[0], args[1]
    if not _known(target) or target.dtype not in (torch.int64, torch.uint8) or not target.numel():
        return
    classes = scores.shape[1] if scores.dim() > 1 else scores.shape[0]
    ignored = args[4] if len(args) > 4 and isinstance(args[4], int) else -100
    wrong = target[((target < 0) | (target >= classes)) & (target != ignored)]
    if wrong.numel():
        torch.nn.functional.nll_loss(torch.zeros(1, classes), wrong.flatten()[:1].long(), ignore_index=ignored)


def _indices(args: Any) -> None:
    """Rows that an embedding does not have."""
    rows, index = args[0].shape[0], args[1]
    if index.numel() and index.dtype in (torch.int64, torch.int32):
        wrong = index[(index < 0) | (index >= rows)]
        if wrong.numel():
            torch.embedding(torch.zeros(rows if rows < 1 << 20 else 1, 1), wrong.flatten()[:1])
