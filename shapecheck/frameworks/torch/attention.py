"""Attention, and the transformers that are built of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...algebra.broadcast import broadcast
from ...core.dim import Dim
from ...core.outcome import Mismatch, remark, require_equal
from ...core.plain import NONE, Constant
from ...core.shape import Shape
from ...core.tensor import Facts, Tensor
from ...core.truth import Truth
from ...core.value import Value
from ..layers import Part
from .dialect import T, size_text, tensor
from .linear import has
from .reductions import is_batch

if TYPE_CHECKING:
    from ..binding import Ignored


# -- scaled dot product -----------------------------------------------------------------------------------------


@T.op("torch.nn.functional.scaled_dot_product_attention")
def scaled_dot_product_attention(query: Tensor, key: Tensor, value: Tensor, attn_mask: Tensor | None = None,
                                 dropout_p: Ignored = 0.0, is_causal: Ignored = False, scale: Ignored = None,
                                 enable_gqa: Value | bool = False) -> Tensor:  # fmt: skip
    """query [..., L, E], key [..., S, E], value [..., S, Ev] give [..., L, Ev]."""
    q, k, v = query.shape, key.shape, value.shape
    require_equal(
        k[-1],
        q[-1],
        "attention-dim-mismatch",
        "a key of {got} features for a query of {wanted}",
        argument="key",
        runtime=f"Expected size for first two dimensions of batch2 tensor to be: [{q[0] if q.known_rank else '?'}, "
        f"{q[-1]}] but got: [{k[0] if k.known_rank else '?'}, {k[-1]}].",
    )
    require_equal(
        v[-2],
        k[-2],
        "attention-dim-mismatch",
        "values for {got} keys of {wanted}",
        argument="value",
        runtime="Expected size for first two dimensions of batch2 tensor to be: "
        f"[{q[0] if q.known_rank else '?'}, {k[-2]}] but got: [{v[0] if v.known_rank else '?'}, {v[-2]}].",
    )
    shared = has(enable_gqa)
    front = q[:-2] if shared is not False else broadcast(q[:-2], k[:-2], v[:-2], kind="attention-dim-mismatch")
    if attn_mask is not None and shared is False:
        _require_scores_mask(attn_mask.shape, front + (q[-2], k[-2]))
    shape = front + (q[-2], v[-1])
    return tensor(shape, query.dtype, Facts(batch=query.facts.batch))


def _require_scores_mask(mask: Shape, scores: Shape) -> None:
    if not mask.known_rank or not scores.known_rank:
        return
    broadcast(mask, scores, kind="attention-mask-shape")


# -- several heads ----------------------------------------------------------------------------------------------


def require_divisible(width: Dim, heads: Dim) -> None:
    if (width % heads).equals(0) is Truth.NO:
        raise Mismatch(
            "heads-not-divisible",
            f"{width} features for {heads} heads",
            width,
            heads,
            argument="num_heads",
            runtime="embed_dim must be divisible by num_heads",
        )


def _check_heads(embed_dim: Dim, num_heads: Dim) -> None:
    require_divisible(embed_dim, num_heads)


def require_width(x: Tensor, width: Dim, argument: str) -> None:
    """The features of a query, or of the input of a transformer."""
    if x.shape.known_rank and x.rank not in (2, 3):
        raise Mismatch("layer-input-rank", f"takes [length, batch, features], got {x.shape}", argument=argument,
                       runtime=f"query should be unbatched 2D or batched 3D tensor but received {x.rank}-D query tensor"
                       )  # fmt: skip
    if x.shape.known_rank or x.shape.parts[1]:
        require_equal(x.shape[-1], width, "attention-dim-mismatch", "expects {wanted} features, got {got}",
                      argument=argument, runtime=f"was expecting embedding dimension of {width}, but got {x.shape[-1]}"
                      )  # fmt: skip


def remark_batch(x: Tensor, batch_first: Any, argument: str) -> None:
    if has(batch_first) is False and x.shape.known_rank and x.rank == 3 and is_batch(x):
        remark(
            "attention-batch-first-missing",
            f"reads {x.shape} as [length, batch, features]: it attends over the batch",
            x.shape[0],
            argument=argument,
            help="batch_first=True",
        )


def _require_key_value(query: Tensor, key: Tensor, value: Tensor, kdim: Dim | None, vdim: Dim | None, width: Dim,
                       first: bool | None) -> None:  # fmt: skip
    if not all(t.shape.known_rank for t in (query, key, value)):
        return
    ends = 1 if kdim is not None or vdim is not None else 0
    for mine, theirs in zip(key.shape.dims[: 3 - ends], value.shape.dims[: 3 - ends], strict=False):
        if mine.equals(theirs) is Truth.NO:
            words = (
                "key's sequence and batch dims {} do not match value's {}"
                if ends
                else ("key shape {} does not match value shape {}")
            )
            raise Mismatch(
                "attention-dim-mismatch",
                f"key {key.shape} and value {value.shape}",
                mine,
                theirs,
                argument="value",
                runtime=words.format(size_text(key.shape), size_text(value.shape)),
            )
    for one, wanted, argument in ((key, kdim or width, "key"), (value, vdim or width, "value")):
        require_equal(
            one.shape[-1],
            wanted,
            "attention-dim-mismatch",
            "expects {wanted} features, got {got}",
            argument=argument,
            runtime=f"mat1 and mat2 shapes cannot be multiplied (...x{one.shape[-1]} and {wanted}x{width})",
        )
    if query.rank == 3 and key.rank == 3 and first is not None:
        at = 0 if first else 1
        require_equal(
            key.shape[at],
            query.shape[at],
            "attention-dim-mismatch",
            "keys of a batch of {got}, queries of {wanted}",
            argument="key",
            runtime="shape is invalid for input of size",
        )


def _projections(embed_dim: Dim, num_heads: Dim, bias: Value | bool = True, kdim: Dim | None = None,
                 vdim: Dim | None = None) -> dict[str, Any]:  # fmt: skip
    """One matrix for query, key and value, or one for each where their widths differ; and what goes over all heads."""
    widths = [embed_dim if width is None else width for width in (embed_dim, kdim, vdim)]
    alike = [width.equals(embed_dim) for width in widths]
    found: dict[str, Any] = {
        "out_proj": Part("torch.nn.Linear", in_features=embed_dim, out_features=embed_dim),
        "kdim": Constant(widths[1]), "vdim": Constant(widths[2]), "head_dim": Constant(embed_dim // num_heads),
    }  # fmt: skip
    if Truth.MAYBE not in alike:
        one = all(answer is Truth.YES for answer in alike)
        found["in_proj_weight"] = Shape.of(3 * embed_dim, embed_dim) if one else NONE
        for name, width in zip("qkv", widths, strict=True):
            found[f"{name}_proj_weight"] = NONE if one else Shape.of(embed_dim, width)
    if has(bias) is not None:
        found["in_proj_bias"] = Shape.of(3 * embed_dim) if has(bias) else NONE
    return found


@T.layer("torch.nn.MultiheadAttention", check=_check_heads, weights=_projections)
def multihead_attention(query: Tensor, key: Tensor, value: Tensor, key_padding_mask: Tensor | None = None,
                        need_weights: Value | bool = True, attn_mask: Tensor | None = None,
                        average_attn_weights: Value | bool = True, is_causal: Ignored = False, *, embed_dim: Dim,
                        num_heads: Dim, dropout: Ignored = 0.0, bias: Ignored = True,
                        add_bias_kv: Value | bool = False, add_zero_attn: Value | bool = False,
                        kdim: Dim | None = None, vdim: Dim | None = None, batch_first: Value | bool = False,
                        device: Ignored = None, dtype: Ignored = None) -> Any:  # fmt: skip
    """The attended values, shaped as the query; and the weights [batch, L, S], or None."""
    first = has(batch_first)
    require_width(query, embed_dim, "query")
    _require_key_value(query, key, value, kdim, vdim, embed_dim, first)
    remark_batch(query, batch_first, "query")
    output = tensor(query.shape, query.dtype, Facts(activation="linear", batch=query.facts.batch))
    if first is None or not query.shape.known_rank or not key.shape.known_rank:
        return (output, tensor(Shape.unknown(), query.dtype))
    if query.rank == 3:
        batch = query.shape[0 if first else 1]
        length, source = (t.shape[1 if first else 0] for t in (query, key))
    else:
        batch, length, source = None, query.shape[0], key.shape[0]
    require_masks(attn_mask, key_padding_mask, batch, length, source, num_heads)
    source = source + int(has(add_bias_kv) or False) + int(has(add_zero_attn) or False)
    return (output, _weights_of(need_weights, average_attn_weights, batch, length, source, num_heads, query.dtype))


def _weights_of(needed: Any, averaged: Any, batch: Dim | None, length: Dim, source: Dim, heads: Dim,
                dtype: str | None) -> Any:  # fmt: skip
    wanted, mean = has(needed), has(averaged)
    if wanted is False:
        return None
    if wanted is None or mean is None:
        return tensor(Shape.unknown(), dtype)
    front = () if batch is None else (batch,)
    return tensor(Shape((*front, *(() if mean else (heads,)), length, source)), dtype)


def require_masks(attn_mask: Tensor | None, padding: Tensor | None, batch: Dim | None, length: Dim, source: Dim,
                   heads: Dim) -> None:  # fmt: skip
    if attn_mask is not None and attn_mask.shape.known_rank:
        wanted = (
            [length, source] if attn_mask.rank == 2 else [(batch if batch is not None else 1) * heads, length, source]
        )
        if attn_mask.rank not in (2, 3):
            raise Mismatch(
                "attention-mask-shape",
                f"a mask {attn_mask.shape}",
                argument="attn_mask",
                runtime=f"attn_mask's dimension {attn_mask.rank} is not supported",
            )
        text = f"({', '.join(map(str, wanted))})"
        for got, size in zip(attn_mask.shape.dims, wanted, strict=True):
            padded = attn_mask.rank == 2 and batch is not None and attn_mask.shape[0].equals(batch) is not Truth.NO
            require_equal(
                got,
                size,
                "attention-mask-shape",
                f"a mask {attn_mask.shape}, takes {text}",
                argument="attn_mask",
                runtime=f"The shape of the {attn_mask.rank}D attn_mask is {size_text(attn_mask.shape)}, but should "
                f"be {text}.",
                help="key_padding_mask= takes [batch, length]" if padded else "",
            )
    if padding is not None and padding.shape.known_rank and batch is not None and padding.rank == 2:
        for at, (got, size) in enumerate(zip(padding.shape.dims, (batch, source), strict=True)):
            require_equal(
                got,
                size,
                "attention-mask-shape",
                f"a padding mask {padding.shape}, takes [{batch}, {source}]",
                argument="key_padding_mask",
                runtime=f"Expected key_padded_mask.shape[{at}] to be {size}, but got {got}",
            )


@T.op("torch.nn.functional.multi_head_attention_forward")
def functional_multihead_attention(query: Tensor, key: Tensor, value: Tensor, embed_dim_to_check: Dim, num_heads: Dim,
                                   in_proj_weight: Ignored, in_proj_bias: Ignored, bias_k: Value | None,
                                   bias_v: Ignored, add_zero_attn: Value, dropout_p: Ignored, out_proj_weight: Tensor,
                                   out_proj_bias: Ignored, training: Ignored = True,
                                   key_padding_mask: Tensor | None = None, need_weights: Value | bool = True,
                                   attn_mask: Tensor | None = None, use_separate_proj_weight: Ignored = False,
                                   q_proj_weight: Ignored = None, k_proj_weight: Ignored = None,
                                   v_proj_weight: Ignored = None, static_k: Value | None = None,
                                   static_v: Ignored = None, average_attn_weights: Value | bool = True,
                                   is_causal: Ignored = False) -> Any:  # fmt: skip
    """[length, batch, width], or without a batch."""
    require_width(query, embed_dim_to_check, "query")
    output = tensor(query.shape[:-1] + (out_proj_weight.shape[0],), query.dtype)
    if not query.shape.known_rank or not key.shape.known_rank or static_k is not None:
        return (output, tensor(Shape.unknown(), query.dtype))
    batch = query.shape[1] if query.rank == 3 else None
    source = key.shape[0] + int(bias_k is not None) + int(has(add_zero_attn) or False)
    needed = need_weights, average_attn_weights
    return (output, _weights_of(*needed, batch, query.shape[0], source, num_heads, query.dtype))
