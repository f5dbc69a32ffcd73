"""What modules hold: their tensors, their parts, and what they keep of their constructor's arguments, under torch's
names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

torch = pytest.importorskip("torch")

from shapecheck.core.objects import Instance  # noqa: E402
from shapecheck.core.value import Value  # noqa: E402
from tests.programs import run  # noqa: E402

from .harness import compare  # noqa: E402
from .torch_real import module_samples  # noqa: E402

pytestmark = [pytest.mark.oracle, pytest.mark.filterwarnings("ignore")]

PLAIN = (int, float, bool, str, tuple, type(None))
MOST = 8
"""Modules of one class."""
FLOOR = 0.8
"""The least share of attributes that are claimed; it may only rise."""
MODULES = {info.module_cls.__name__: info for info in module_samples()}


def spelt(info: Any) -> Iterator[tuple[str, Any]]:
    """Constructors as a program writes them, and what they make."""
    seen: set[str] = set()
    for sample in info.module_inputs_func(info, "cpu", torch.float32, False, True):
        given = sample.constructor_input
        parts = [*given.args, *given.kwargs.values()]
        if not all(isinstance(one, (*PLAIN, list)) for one in parts):
            continue
        words = [*map(repr, given.args), *(f"{name}={one!r}" for name, one in given.kwargs.items())]
        text = f"torch.nn.{info.module_cls.__name__}({', '.join(words)})"
        if text not in seen and len(seen) < MOST:
            seen.add(text)
            yield text, info.module_cls(*given.args, **given.kwargs)


def held(module: Any) -> dict[str, Any]:
    tensors = {**module._parameters, **module._buffers}
    lazy = torch.nn.parameter.UninitializedTensorMixin
    kept = {name: one for name, one in vars(module).items() if name[0] != "_" and isinstance(one, PLAIN)}
    return {**{name: one for name, one in tensors.items() if not isinstance(one, lazy)}, **kept}


def answers(name: str) -> Iterator[tuple[str, str]]:
    for text, module in spelt(MODULES[name]):
        real = held(module)
        lines = [f"a_{at} = m.{at}" for at in real] + [f"c_{at} = m.{at}" for at in module._modules]
        found, _ = run("\n".join(["import torch", f"m = {text}", *lines]))
        for at, one in real.items():
            mine = found.get(f"a_{at}")
            yield f"{text}.{at}", compare(mine, one) if isinstance(mine, Value) else "undecided"
        for at in module._modules:
            part = found.get(f"c_{at}")
            yield f"{text}.{at}", "agree" if isinstance(part, Instance) else "undecided"


def test_attributes_are_torchs() -> None:
    found = [one for name in MODULES for one in answers(name)]
    wrong = [f"{what}: {answer}" for what, answer in found if answer.startswith("wrong")]
    assert not wrong, "\n".join(wrong[:20])
    assert sum(answer == "agree" for _, answer in found) >= FLOOR * len(found)
