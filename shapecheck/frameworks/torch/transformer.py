"""Transformers, built of attention."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...core.containers import Sequence
from ...core.convert import to_value
from ...core.dim import Dim
from ...core.objects import Instance
from ...core.outcome import require_equal
from ...core.tensor import Facts, Tensor
from ...core.value import Unknown, Value
from ..layers import Part
from .attention import remark_batch, require_divisible, require_masks, require_width
from .dialect import T, lengths, tensor
from .linear import has

if TYPE_CHECKING:
    from ..binding import Ignored


def _check_model(d_model: Dim, nhead: Dim) -> None:
    require_divisible(d_model, nhead)


def _same_as(x: Tensor, ordered: bool = True) -> Tensor:
    order = tuple(range(x.rank)) if x.shape.known_rank and ordered else None
    return tensor(x.shape, x.dtype, Facts(activation="linear", order=order, batch=x.facts.batch))


# -- what they are made of --------------------------------------------------------------------------------------


def _attention(d_model: Dim, nhead: Dim, batch_first: Value | bool) -> Part:
    return Part("torch.nn.MultiheadAttention", embed_dim=d_model, num_heads=nhead, batch_first=to_value(batch_first))


def _layer_parts(attentions: str, norms: int) -> Any:
    def parts(d_model: Dim, nhead: Dim, dim_feedforward: Dim | int = 2048,
              batch_first: Value | bool = False) -> dict[str, Value]:  # fmt: skip
        inner = Dim.of(dim_feedforward)
        numbers = range(1, norms + 1)
        return {
            **{name: _attention(d_model, nhead, batch_first) for name in attentions.split()},
            "linear1": Part("torch.nn.Linear", in_features=d_model, out_features=inner),
            "linear2": Part("torch.nn.Linear", in_features=inner, out_features=d_model),
            "dropout": Part("torch.nn.Dropout"),
            **{f"norm{i}": Part("torch.nn.LayerNorm", normalized_shape=d_model) for i in numbers},
            **{f"dropout{i}": Part("torch.nn.Dropout") for i in numbers},
        }

    return parts


def _stack_parts(kind: str) -> Any:
    def of_encoder(encoder_layer: Value, num_layers: Dim) -> dict[str, Value]:
        return {"layers": _copies(encoder_layer, num_layers)}

    def of_decoder(decoder_layer: Value, num_layers: Dim) -> dict[str, Value]:
        return {"layers": _copies(decoder_layer, num_layers)}

    return of_encoder if kind == "encoder" else of_decoder


def _copies(layer: Value, count: Dim) -> Part:
    return Part("torch.nn.ModuleList", modules=Sequence("list", (), layer, count))


def _transformer_parts(d_model: Dim | int = 512, nhead: Dim | int = 8, num_encoder_layers: Dim | int = 6,
                       num_decoder_layers: Dim | int = 6, dim_feedforward: Dim | int = 2048,
                       custom_encoder: Value | None = None, custom_decoder: Value | None = None,
                       batch_first: Value | bool = False) -> dict[str, Value]:  # fmt: skip
    found: dict[str, Value] = {}
    for kind, custom, count in (
        ("encoder", custom_encoder, num_encoder_layers), ("decoder", custom_decoder, num_decoder_layers)
    ):  # fmt: skip
        name = f"torch.nn.Transformer{kind.title()}"
        layer = Part(f"{name}Layer", d_model=d_model, nhead=nhead, dim_feedforward=dim_feedforward,
                     batch_first=to_value(batch_first))  # fmt: skip
        norm = Part("torch.nn.LayerNorm", normalized_shape=d_model)
        found[kind] = custom or Part(name, **{f"{kind}_layer": layer, "num_layers": count, "norm": norm})
    return found


# -- layers -----------------------------------------------------------------------------------------------------


@T.layer("torch.nn.TransformerEncoderLayer", check=_check_model, weights=_layer_parts("self_attn", 2))
def encoder_layer(src: Tensor, src_mask: Tensor | None = None, src_key_padding_mask: Tensor | None = None,
                  is_causal: Ignored = False, *, d_model: Dim, nhead: Dim, dim_feedforward: Dim | int = 2048,
                  dropout: Ignored = 0.1, activation: Ignored = None, layer_norm_eps: Ignored = 1e-05,
                  batch_first: Value | bool = False, norm_first: Ignored = False, bias: Ignored = True,
                  device: Ignored = None, dtype: Ignored = None) -> Tensor:  # fmt: skip
    require_width(src, d_model, "src")
    remark_batch(src, batch_first, "src")
    _fit_masks(src, src, src_mask, src_key_padding_mask, nhead, batch_first)
    return _same_as(src)


@T.layer("torch.nn.TransformerDecoderLayer", check=_check_model,
         weights=_layer_parts("self_attn multihead_attn", 3))  # fmt: skip
def decoder_layer(tgt: Tensor, memory: Tensor, tgt_mask: Tensor | None = None, memory_mask: Tensor | None = None,
                  tgt_key_padding_mask: Tensor | None = None, memory_key_padding_mask: Tensor | None = None,
                  tgt_is_causal: Ignored = False, memory_is_causal: Ignored = False, *, d_model: Dim, nhead: Dim,
                  dim_feedforward: Dim | int = 2048, dropout: Ignored = 0.1, activation: Ignored = None,
                  layer_norm_eps: Ignored = 1e-05, batch_first: Value | bool = False, norm_first: Ignored = False,
                  bias: Ignored = True, device: Ignored = None, dtype: Ignored = None) -> Tensor:  # fmt: skip
    require_width(tgt, d_model, "tgt")
    require_width(memory, d_model, "memory")
    remark_batch(tgt, batch_first, "tgt")
    _fit_masks(tgt, tgt, tgt_mask, tgt_key_padding_mask, nhead, batch_first)
    _fit_masks(tgt, memory, memory_mask, memory_key_padding_mask, nhead, batch_first)
    return _same_as(tgt, has(batch_first) is True)


def _fit_masks(x: Tensor, source: Tensor, mask: Tensor | None, padding: Tensor | None, heads: Dim,
               batch_first: Value | bool) -> None:  # fmt: skip
    """The masks of an attention from one sequence to another."""
    first = has(batch_first)
    if first is None or not (x.shape.known_rank and source.shape.known_rank) or x.rank != source.rank:
        return
    if x.rank == 2:
        require_masks(mask, padding, None, x.shape[0], source.shape[0], heads)
    elif x.rank == 3:
        at = 1 if first else 0
        require_masks(mask, padding, x.shape[1 - at], x.shape[at], source.shape[at], heads)


def _settings(layer: Value) -> tuple[Dim, Dim, Value | bool]:
    """The width, the heads and the layout of the layer that a transformer is made of."""
    constructor = layer.hidden("constructor") if isinstance(layer, Instance) else None
    if not constructor or "d_model" not in constructor:
        return Dim.unknown(), Dim.unknown(), Unknown("batch_first")
    first, heads = constructor.get("batch_first"), constructor.get("nhead", Unknown("nhead"))
    return lengths(constructor["d_model"], 1)[0], lengths(heads, 1)[0], False if first is None else first


@T.layer("torch.nn.TransformerEncoder", weights=_stack_parts("encoder"))
def encoder(src: Tensor, mask: Tensor | None = None, src_key_padding_mask: Tensor | None = None,
            is_causal: Ignored = None, *, encoder_layer: Value, num_layers: Dim, norm: Ignored = None,
            enable_nested_tensor: Ignored = True, mask_check: Ignored = True) -> Tensor:  # fmt: skip
    width, heads, first = _settings(encoder_layer)
    require_width(src, width, "src")
    remark_batch(src, first, "src")
    _fit_masks(src, src, mask, src_key_padding_mask, heads, first)
    return _same_as(src)


@T.layer("torch.nn.TransformerDecoder", weights=_stack_parts("decoder"))
def decoder(tgt: Tensor, memory: Tensor, tgt_mask: Tensor | None = None, memory_mask: Tensor | None = None,
            tgt_key_padding_mask: Tensor | None = None, memory_key_padding_mask: Tensor | None = None,
            tgt_is_causal: Ignored = None, memory_is_causal: Ignored = False, *, decoder_layer: Value,
            num_layers: Dim, norm: Ignored = None) -> Tensor:  # fmt: skip
    width, heads, first = _settings(decoder_layer)
    require_width(tgt, width, "tgt")
    require_width(memory, width, "memory")
    remark_batch(tgt, first, "tgt")
    _fit_masks(tgt, tgt, tgt_mask, tgt_key_padding_mask, heads, first)
    _fit_masks(tgt, memory, memory_mask, memory_key_padding_mask, heads, first)
    return _same_as(tgt, has(first) is True)


@T.layer("torch.nn.Transformer", weights=_transformer_parts)
def transformer(src: Tensor, tgt: Tensor, src_mask: Ignored = None, tgt_mask: Ignored = None,
                memory_mask: Ignored = None, src_key_padding_mask: Ignored = None,
                tgt_key_padding_mask: Ignored = None, memory_key_padding_mask: Ignored = None,
                src_is_causal: Ignored = None, tgt_is_causal: Ignored = None, memory_is_causal: Ignored = False, *,
                d_model: Dim | int = 512, nhead: Dim | int = 8, num_encoder_layers: Dim | int = 6,
                num_decoder_layers: Dim | int = 6, dim_feedforward: Dim | int = 2048, dropout: Ignored = 0.1,
                activation: Ignored = None, custom_encoder: Value | None = None, custom_decoder: Value | None = None,
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
    return _same_as(tgt, first is True)
