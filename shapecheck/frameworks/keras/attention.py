"""Attention layers."""

from __future__ import annotations

from typing import Any

from ...core.dim import Dim
from ...core.outcome import Mismatch, Undecided
from ...core.shape import Shape
from ...core.tensor import Tensor
from ...core.truth import Truth
from ..binding import Dims, Ignored, Tensors
from .dialect import K, changed, replace_last, spell, tensor


def _same_steps(value: Tensor, key: Tensor) -> None:
    """Value and key agree in all axes between the batch and the features."""
    if not (value.shape.known_rank and key.shape.known_rank):
        return
    runtime = (
        "All dimensions of `value` and `key`, except the last one, must be equal. "
        f"Received: value_shape={spell(value.shape)} and key_shape={spell(key.shape)}"
    )
    if value.rank != key.rank:
        raise Mismatch("attention-dim-mismatch", f"value {value.shape} and key {key.shape}", argument="key",
                       runtime=runtime)
    for mine, theirs in zip(value.shape.dims[1:-1], key.shape.dims[1:-1], strict=True):
        if mine.equals(theirs) is Truth.NO:
            raise Mismatch("attention-dim-mismatch", f"value has {mine} steps, key {theirs}", mine, theirs,
                           argument="key", runtime=runtime)  # fmt: skip


def _scores(query: Tensor, value: Tensor, heads: Dim) -> Tensor:
    return tensor(Shape((query.shape[0], heads, query.shape[1], value.shape[1])))


@K.layer("keras.layers.MultiHeadAttention")
def multi_head_attention(
    query: Tensor, value: Tensor, key: Tensor | None = None, query_mask: Ignored = None, value_mask: Ignored = None,
    key_mask: Ignored = None, attention_mask: Ignored = None, return_attention_scores: bool = False,
    training: Ignored = None, use_causal_mask: Ignored = False, *, num_heads: Dim, key_dim: Dim,
    value_dim: Ignored = None, dropout: Ignored = 0.0, use_bias: Ignored = True, output_shape: Dims | None = None,
    attention_axes: Any = None, **others: Ignored,
) -> Any:  # fmt: skip
    """[batch, steps, features] of the query, whatever widths value and key have."""
    _same_steps(value, key if key is not None else value)
    shape = query.shape if output_shape is None else replace_last(query.shape, *output_shape)
    result = changed(query, shape)
    if not return_attention_scores:
        return result
    if attention_axes is not None or query.rank != 3:
        raise Undecided("scores of attention over other axes")
    return result, _scores(query, value, num_heads)


@K.layer("keras.layers.GroupQueryAttention")
def group_query_attention(
    query: Tensor, value: Tensor, key: Tensor | None = None, query_mask: Ignored = None, value_mask: Ignored = None,
    key_mask: Ignored = None, attention_mask: Ignored = None, return_attention_scores: bool = False,
    training: Ignored = None, use_causal_mask: Ignored = False, *, head_dim: Dim, num_query_heads: Dim,
    num_key_value_heads: Dim, **others: Ignored,
) -> Any:  # fmt: skip
    if (num_query_heads % num_key_value_heads).equals(0) is Truth.NO:
        raise Mismatch("heads-not-divisible", f"{num_query_heads} query heads, {num_key_value_heads} key heads",
                       num_query_heads, num_key_value_heads, argument="num_query_heads",
                       runtime="`num_query_heads` must be divisible by `num_key_value_heads`.")  # fmt: skip
    _same_steps(value, key if key is not None else value)
    result = changed(query)
    return (result, _scores(query, value, num_query_heads)) if return_attention_scores else result


def _attention(inputs: Tensors, scores: bool, layer: str) -> Any:
    if not 2 <= len(inputs) <= 3:
        raise Undecided(f"{layer} of {len(inputs)} inputs")
    query, value = inputs[0], inputs[1]
    if not all(one.rank == 3 for one in inputs):
        raise Undecided(f"{layer} over other axes")
    key = inputs[2] if len(inputs) == 3 else value
    stretched = query.shape[-1] == 1 or key.shape[-1] == 1
    if not stretched and query.shape[-1].equals(key.shape[-1]) is Truth.NO:
        raise Mismatch(
            "attention-dim-mismatch",
            f"query has {query.shape[-1]} features, key {key.shape[-1]}: the model is built, and fails when it runs",
            query.shape[-1],
            key.shape[-1],
            argument="inputs",
            runtime=f"Dimensions must be equal, but are {query.shape[-1]} and {key.shape[-1]}",
        )
    result = changed(query, replace_last(query.shape, value.shape[-1]))
    if not scores:
        return result
    return result, tensor(Shape((*query.shape.dims[:-1], key.shape[-2])))


@K.layer("keras.layers.Attention")
def attention(inputs: Tensors, mask: Ignored = None, training: Ignored = False, return_attention_scores: bool = False,
              use_causal_mask: Ignored = False, *, use_scale: Ignored = False, score_mode: Ignored = "dot",
              dropout: Ignored = 0.0, seed: Ignored = None, **others: Ignored) -> Any:  # fmt: skip
    """[query, value] or [query, value, key], each [batch, steps, features]."""
    return _attention(inputs, return_attention_scores, "Attention")


@K.layer("keras.layers.AdditiveAttention")
def additive_attention(inputs: Tensors, mask: Ignored = None, training: Ignored = False,
                       return_attention_scores: bool = False, use_causal_mask: Ignored = False, *,
                       use_scale: Ignored = True, dropout: Ignored = 0.0, **others: Ignored) -> Any:  # fmt: skip
    return _attention(inputs, return_attention_scores, "AdditiveAttention")
