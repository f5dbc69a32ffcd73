"""Transformers, built of attention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.dim import Dim
from ...core.objects import Instance
from ...core.outcome import require_equal
from ...core.tensor import Facts, Tensor
from ...core.value import Value
from .attention import remark_batch, require_divisible, require_width
from .dialect import T, lengths, tensor
from .linear import has

if TYPE_CHECKING:
    from ..binding import Ignored


def _check_model(d_model: Dim, nhead: Dim) -> None:
    require_divisible(d_model, nhead)


def _same_as(x: Tensor) -> Tensor:
    order = tuple(range(x.rank)) if x.shape.known_rank else None
    return tensor(x.shape, x.dtype, Facts(activation="linear", order=order, batch=x.facts.batch))


@T.layer("torch.nn.TransformerEncoderLayer", check=_check_model)
def encoder_layer(src: Tensor, src_mask: Ignored = None, src_key_padding_mask: Ignored = None,
                  is_causal: Ignored = False, *, d_model: Dim, nhead: Dim, dim_feedforward: Ignored = 2048,
                  dropout: Ignored = 0.1, activation: Ignored = None, layer_norm_eps: Ignored = 1e-05,
                  batch_first: Value | bool = False, norm_first: Ignored = False, bias: Ignored = True,
                  device: Ignored = None, dtype: Ignored = None) -> Tensor:  # fmt: skip
    require_width(src, d_model, "src")
    remark_batch(src, batch_first, "src")
    return _same_as(src)


@T.layer("torch.nn.TransformerDecoderLayer", check=_check_model)
def decoder_layer(tgt: Tensor, memory: Tensor, tgt_mask: Ignored = None, memory_mask: Ignored = None,
                  tgt_key_padding_mask: Ignored = None, memory_key_padding_mask: Ignored = None,
                  tgt_is_causal: Ignored = False, memory_is_causal: Ignored = False, *, d_model: Dim, nhead: Dim,
                  dim_feedforward: Ignored = 2048, dropout: Ignored = 0.1, activation: Ignored = None,
                  layer_norm_eps: Ignored = 1e-05, batch_first: Value | bool = False, norm_first: Ignored = False,
                  bias: Ignored = True, device: Ignored = None, dtype: Ignored = None) -> Tensor:  # fmt: skip
    require_width(tgt, d_model, "tgt")
    require_width(memory, d_model, "memory")
    remark_batch(tgt, batch_first, "tgt")
    return _same_as(tgt)


def _settings(layer: Value) -> tuple[Dim, Value | bool]:
    """The width and the layout of the layer that a transformer is made of."""
    constructor = layer.hidden("constructor") if isinstance(layer, Instance) else None
    if not constructor or "d_model" not in constructor:
        return Dim.unknown(), True
    first = constructor.get("batch_first")
    return lengths(constructor["d_model"], 1)[0], False if first is None else first


@T.layer("torch.nn.TransformerEncoder")
def encoder(src: Tensor, mask: Ignored = None, src_key_padding_mask: Ignored = None, is_causal: Ignored = None, *,
            encoder_layer: Value, num_layers: Ignored, norm: Ignored = None, enable_nested_tensor: Ignored = True,
            mask_check: Ignored = True) -> Tensor:  # fmt: skip
    width, first = _settings(encoder_layer)
    require_width(src, width, "src")
    remark_batch(src, first, "src")
    return _same_as(src)


@T.layer("torch.nn.TransformerDecoder")
def decoder(tgt: Tensor, memory: Tensor, tgt_mask: Ignored = None, memory_mask: Ignored = None,
            tgt_key_padding_mask: Ignored = None, memory_key_padding_mask: Ignored = None,
            tgt_is_causal: Ignored = None, memory_is_causal: Ignored = False, *, decoder_layer: Value,
            num_layers: Ignored, norm: Ignored = None) -> Tensor:  # fmt: skip
    width, first = _settings(decoder_layer)
    require_width(tgt, width, "tgt")
    require_width(memory, width, "memory")
    remark_batch(tgt, first, "tgt")
    return _same_as(tgt)


@T.layer("torch.nn.Transformer")
def transformer(src: Tensor, tgt: Tensor, src_mask: Ignored = None, tgt_mask: Ignored = None,
                memory_mask: Ignored = None, src_key_padding_mask: Ignored = None,
                tgt_key_padding_mask: Ignored = None, memory_key_padding_mask: Ignored = None,
                src_is_causal: Ignored = None, tgt_is_causal: Ignored = None, memory_is_causal: Ignored = False, *,
                d_model: Dim | int = 512, nhead: Dim | int = 8, num_encoder_layers: Ignored = 6,
                num_decoder_layers: Ignored = 6, dim_feedforward: Ignored = 2048, dropout: Ignored = 0.1,
                activation: Ignored = None, custom_encoder: Value | None = None, custom_decoder: Ignored = None,
                layer_norm_eps: Ignored = 1e-05, batch_first: Value | bool = False, norm_first: Ignored = False,
                bias: Ignored = True, device: Ignored = None, dtype: Ignored = None) -> Tensor:  # fmt: skip
    first = has(batch_first)
    if src.shape.known_rank and tgt.shape.known_rank and src.rank == tgt.rank == 3 and first is not None:
        at = 0 if first else 1
        require_equal(
            src.shape[at],
            tgt.shape[at],
            "attention-batch-first-missing" if not first else "attention-dim-mismatch",
            "a batch of {got} in src, of {wanted} in tgt",
            argument="src",
            runtime="the batch number of src and tgt must be equal",
        )
    for one, argument in ((src, "src"), (tgt, "tgt")):
        if one.shape.known_rank or one.shape.parts[1]:
            require_equal(
                one.shape[-1],
                Dim.of(d_model),
                "attention-dim-mismatch",
                "expects {wanted} features, got {got}",
                argument=argument,
                runtime="the feature number of src and tgt must be equal to d_model",
            )
    remark_batch(src, batch_first, "src")
    return _same_as(tgt)
