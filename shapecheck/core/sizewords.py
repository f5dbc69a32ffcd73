"""Which words people write for the lengths of axes. Strict: a text in brackets is more often something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .said import Said, Unspeakable, of_axes

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIZES = frozenset(
    "batch batches batchsize bs bsz bz nbatch minibatch samples nsamples seq seqlen sequence seq_len seq_length "
    "sequence_length length len lengths slen tlen qlen klen src_len tgt_len time timesteps steps frames tokens ntoken "
    "ntokens vocab vocab_size emb embed embedding emb_dim emb_size embed_dim embed_size embedding_dim embedding_size "
    "hid hidden hidden_dim hidden_size hdim hid_dim d_model dmodel d_k d_v d_ff dk dv dim dims n_embd n_head nhead nh "
    "hs heads head num_heads n_heads head_dim head_size channel channels chan ch nc n_channels in_channels "
    "out_channels height width depth h w classes nclasses num_classes n_classes features nfeatures num_features "
    "n_features num_tokens num_patches patches n_patches npoint npoints points nodes num_nodes n_nodes edges num_edges "
    "queries num_queries anchors num_anchors boxes layers num_layers n_layers directions num_directions rows cols "
    "in_features out_features input_dim output_dim input_size output_size latent latent_dim z_dim filters kernels "
    "context_length block_size max_len maxlen max_seq_len window windows groups experts num_experts".split()
)
_ENDS = ("_size", "_dim", "_dims", "_len", "_length", "_channels", "_heads", "_features", "_classes", "_tokens")
_STARTS = ("num_", "n_", "len_", "batch", "seq_")
_FIRST = frozenset(("b", "n", "bs", "bsz", "l", "t", "s"))
"""With one of these in front, small letters are lengths; others are as likely coordinates or variables."""
_CAPITALS = frozenset("BCDEFGHIKLMNPSTVW")
_NO_SHAPES = frozenset((
    ("h", "c"), ("h", "s", "v"), ("h", "w"), ("w", "h"), ("l", "r"), ("t", "b"), ("l", "t"), ("b", "g", "r"),
    ("l", "a", "b"), ("t", "f"), ("n", "k"), ("s", "t"), ("t", "l"), ("l", "t", "r", "b"), ("t", "l", "b", "r"),
    ("n", "m"), ("l", "m"), ("b", "c"),
))  # fmt: skip
"""Colours, corners, states and the like."""


def shape_of(words: Sequence[str]) -> Said | None:
    """The shape that words are, where it is all but certain that they are one."""
    if not words or len(words) > 8:
        return None
    try:
        said = of_axes(words)
    except Unspeakable:
        return None
    names = [axis for axis in said.axes if isinstance(axis, str)]
    small = tuple(str(axis) for axis in said.axes)
    if not names or small in _NO_SHAPES:
        return None
    front = str(said.axes[0]).lower() if said.gap != 0 else ""
    plain = len(words) > 2 and _is_batch(front)
    return said if plain or all(_is_size(name, front in _FIRST) for name in names) else None


def names_batch(said: Said) -> bool:
    """One of the axes is that of the batch: some people leave it out, as their framework does."""
    return any(_is_batch(str(axis).lower()) for axis in said.axes)


def _is_batch(word: str) -> bool:
    return word in ("b", "bs", "bsz", "n") or "batch" in word


def _is_size(text: str, first: bool) -> bool:
    """A name that stands for a length; an expression of such names."""
    if text.isidentifier():
        if len(text) == 1:
            return text in _CAPITALS or (first and text in "bcdefghiklmnpstvw")
        small = text.lower()
        if small in _SIZES or small.endswith(_ENDS) or small.startswith(_STARTS):
            return True
        stem = small.rstrip("0123456789").rstrip("_")
        return stem != small and _is_size(text[: len(stem)], first)
    words = "".join(c if c.isalnum() or c == "_" else " " for c in text).split()
    return all(word.isdigit() or _is_size(word, first) for word in words)
