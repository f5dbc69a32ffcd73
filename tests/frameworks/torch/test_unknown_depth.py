"""Models whose number of layers is not known: layers that are made alike stand for one another."""

from __future__ import annotations

from textwrap import dedent

import pytest

from shapecheck.core.tensor import Tensor
from tests.programs import run

START = """
import torch
from torch import nn
n = int(input())
class Block(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.inner = nn.Sequential(nn.Linear(c, 4 * c), nn.GELU(), nn.Linear(4 * c, c))
    def forward(self, x):
        return x + self.inner(x)
"""
SHAPES = {
    "y = nn.Sequential(*[Block(8) for _ in range(n)])(torch.zeros(2, 8))": "f32[2, 8]",
    "y = nn.Sequential(*[nn.Conv1d(4, 4, 3) for _ in range(n)])(torch.zeros(2, 4, 99)).mean(-1)": "f32[2, 4]",
    "y = torch.zeros(2, 8)\nfor block in nn.ModuleList([Block(8) for _ in range(n)]):\n    y = block(y)": "f32[2, 8]",
    "layers = []\nfor _ in range(n):\n    layers.append(Block(8))\ny = nn.Sequential(*layers)(torch.zeros(2, 8))":
        "f32[2, 8]",
}  # fmt: skip
REFUSED = {
    "y = nn.Linear(9, 3)(nn.Sequential(*[Block(8) for _ in range(n)])(torch.zeros(2, 8)))",
    "y = nn.Sequential(*[Block(8) for _ in range(n + 1)])(torch.zeros(2, 8)).view(3, 5)",
}
SILENT = {
    "layers of which each takes what the one before gives": """
        layers, c = [], 4
        for _ in range(n):
            layers.append(nn.Linear(c, 2 * c))
            c = 2 * c
        y = nn.Linear(c, 3)(nn.Sequential(*layers)(torch.zeros(2, 4)))
    """,
    "one of many is changed": """
        blocks = nn.ModuleList([nn.Linear(8, 8) for _ in range(n)])
        blocks[0].weight = nn.Parameter(torch.zeros(8, 5))
        y = blocks[0](torch.zeros(2, 5))
    """,
    "objects that know one another": """
        class Part(nn.Module):
            def __init__(self, whole):
                super().__init__()
                self.whole = [whole]
                self.layer = nn.Linear(3, 3)
        class Whole(nn.Module):
            def __init__(self):
                super().__init__()
                self.parts = nn.ModuleList([Part(self) for _ in range(9)])
        wholes = [Whole() for _ in range(n)]
    """,
}


def refused(source: str) -> tuple[dict[str, object], list[str]]:
    found, machine = run(START + dedent(source))
    return dict(found), [str(call.mismatch) for call in machine.trace.calls if call.mismatch]


@pytest.mark.parametrize("source", SHAPES)
def test_shapes(source: str) -> None:
    found, wrong = refused(source)
    assert wrong == []
    assert isinstance(found["y"], Tensor) and str(found["y"]) == SHAPES[source]


@pytest.mark.parametrize("source", REFUSED)
def test_mistakes_behind_them(source: str) -> None:
    assert len(refused(source)[1]) == 1


@pytest.mark.parametrize("name", SILENT)
def test_nothing_is_refused(name: str) -> None:
    assert refused(SILENT[name])[1] == []
