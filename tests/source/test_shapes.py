"""Which comments are shapes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shapecheck.core.said import Said
from shapecheck.source.shapes import told

NAMES = st.sampled_from(["B", "T", "C", "batch_size", "seq_len", "hidden_dim", "n_heads"])
SIZES = st.one_of(NAMES, st.integers(1, 512))
FORMS = st.sampled_from(["({})", "[{}]", "shape: ({})", "of shape ({})", "-> [{}]"])


@given(st.lists(SIZES, min_size=1, max_size=6), FORMS)
def test_what_is_printed_is_read_back(axes: list[str | int], form: str) -> None:
    words = ", ".join(map(str, axes))
    named = any(isinstance(axis, str) for axis in axes)
    expected = Said(tuple(axes)) if named or "shape" in form else None
    assert told(f"# {form.format(words)}") == expected


@pytest.mark.parametrize(
    "comment, spelled",
    [
        ("# (B, T, C)", "(B, T, C)"),
        ("#[B,T,C]", "(B, T, C)"),
        ("# (b, t, n_embd)", "(b, t, n_embd)"),
        ("# B x C x H x W", "(B, C, H, W)"),
        ("# [batch_size x len_q x d_model]", "(batch_size, len_q, d_model)"),
        ("# (B, nh, T, hs) x (B, nh, hs, T) -> (B, nh, T, T)", "(B, nh, T, T)"),
        ("# token embeddings of shape (b, t, n_embd)", "(b, t, n_embd)"),
        ("# x: (B, 64, H//2, W//2)", "(B, 64, H//2, W//2)"),
        ("# x.shape: [B, 512]", "(B, 512)"),
        ("# torch.Size([32, 10])", "(32, 10)"),
        ("# (batch, ..., dim)", "(batch, ..., dim)"),
        ("# (B, d_inner, d_state)", "(B, d_inner, d_state)"),
        ("# (B, T, C)  # noqa: E501", "(B, T, C)"),
    ],
)
def test_reads(comment: str, spelled: str) -> None:
    said = told(comment, ("x",))
    assert said is not None
    assert said.spelled == spelled


@pytest.mark.parametrize(
    "comment",
    [
        "# (3, 4)", "# (x, y)", "# (h, c)", "# (R, G, B)", "# (q, k, v)", "# (image, label)", "# (optional)",
        "# [0, 1]", "# (mean, std)", "# (x, y, w, h)", "# (l, t, r, b)", "# expects input of shape (B, T)",
        "# from (B, T, C) to (B, C, T)", "# (B, T), (B, T, C)", "# (B, T) or (B, T, C)", "# y: (B, T)", "# T[i]",
        "# (1,) + (B, T)", "# f(B, T)", "# kernel size (K, K)", "# max", "# x", "# (B, T, C) if batched", "# ()",
        "# TODO(someone): shape", "# 2x faster", "# 0x1F", "# box x y", "#", "# []",
    ],
)  # fmt: skip
def test_leaves_alone(comment: str) -> None:
    assert told(comment, ("x",)) is None


@given(st.text(max_size=60))
def test_any_comment_can_be_asked(comment: str) -> None:
    told("#" + comment)
