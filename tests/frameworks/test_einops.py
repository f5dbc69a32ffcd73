"""Patterns of axes, against the `rearrange` that comes with torch; reductions and repetitions are told by it, too."""

from __future__ import annotations

import pytest

from shapecheck.algebra.grouping import regroup
from shapecheck.core.dim import Dim
from shapecheck.core.outcome import Mismatch
from shapecheck.core.shape import Shape
from shapecheck.core.tensor import Tensor
from tests.programs import run

torch = pytest.importorskip("torch")
functional = pytest.importorskip("functorch.einops.rearrange")

PATTERNS = [
    ((2, 3, 8, 6), "b c (h p1) (w p2) -> b (h w) (p1 p2 c)", {"p1": 4, "p2": 2}),
    ((2, 3, 8, 6), "b c h w -> b (h w) c", {}),
    ((2, 3, 8, 6), "b ... -> b (...)", {}),
    ((2, 3, 8, 6), "b ... w -> (b w) ...", {}),
    ((2, 3, 8, 6), "... h w -> ... w h", {}),
    ((2, 12), "b (qkv h d) -> qkv b h d", {"qkv": 3, "h": 2}),
    ((1, 5), "1 d -> d", {}),
    ((5,), "d -> 1 d 1", {}),
    ((4, 6), "(a b) (c d) -> (a c) (b d)", {"b": 2, "c": 3}),
    ((4, 6), "a b -> (b a)", {}),
    ((2, 7), "b n -> b n ()", {}),
]
REFUSED = [
    ((2, 3, 8, 6), "b c h -> b h c", {}),
    ((2, 3, 8, 6), "b c (h p) w -> b c h p w", {"p": 3}),
    ((2, 3), "a ... b c -> a b c ...", {}),
    ((2, 3), "a b -> b a", {"a": 5}),
]


def answer(shape: tuple[int, ...], pattern: str, sizes: dict[str, int]) -> tuple[int, ...] | None:
    given = {name: Dim.of(size) for name, size in sizes.items()}
    return regroup(Shape(shape), pattern, given).numbers


@pytest.mark.parametrize("shape, pattern, sizes", PATTERNS)
def test_order(shape: tuple[int, ...], pattern: str, sizes: dict[str, int]) -> None:
    real = functional.rearrange(torch.zeros(shape), pattern, **sizes)
    assert answer(shape, pattern, sizes) == tuple(real.shape)


@pytest.mark.parametrize("shape, pattern, sizes", REFUSED)
def test_refused(shape: tuple[int, ...], pattern: str, sizes: dict[str, int]) -> None:
    with pytest.raises(Exception):  # noqa: B017 - whatever torch says
        functional.rearrange(torch.zeros(shape), pattern, **sizes)
    with pytest.raises(Mismatch):
        answer(shape, pattern, sizes)


def test_names_on_one_side() -> None:
    x = torch.zeros(2, 3, 8, 6)
    blocks = functional.rearrange(x, "b c (h p) (w q) -> b c h w p q", p=2, q=3)
    assert answer(x.shape, "b c (h p) (w q) -> b c h w", {"p": 2, "q": 3}) == tuple(blocks.amax((-1, -2)).shape)
    repeated = functional.rearrange(x[:, None].expand(2, 5, 3, 8, 6), "b n c h w -> b c (n h) w")
    assert answer(x.shape, "b c h w -> b c (n h) w", {"n": 5}) == tuple(repeated.shape)


def test_packed() -> None:
    """Several tensors side by side, and apart again, as reshaping and `torch.cat` have them."""
    program = """
        import torch
        from einops import pack, unpack
        x, c = torch.zeros(2, 3, 4, 8), torch.zeros(2, 8)
        both, parts = pack([x, c], "b * d")
        first, second = unpack(both, parts, "b * d")
        rows, _ = pack([x], "* d")
        unknown = unpack(both, [[-1], [1]], "b * d")
    """
    found, _ = run(program)
    x, c = torch.zeros(2, 3, 4, 8), torch.zeros(2, 8)
    both = torch.cat([x.reshape(2, -1, 8), c.reshape(2, -1, 8)], 1)
    real = {"both": both, "first": x, "second": c, "rows": x.reshape(-1, 8)}
    shapes = {name: value.shape.numbers for name, value in found.items() if isinstance(value, Tensor)}
    assert shapes == {"x": (2, 3, 4, 8), "c": (2, 8), **{name: tuple(one.shape) for name, one in real.items()}}
    assert found["unknown"].kind == "unknown value"
