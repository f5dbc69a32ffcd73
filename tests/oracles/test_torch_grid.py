"""Calls made up at random, against torch: what it accepts is not refused and has our shape; much of what it refuses, we
refuse, too."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

torch = pytest.importorskip("torch")

from shapecheck.core.value import Value  # noqa: E402
from shapecheck.frameworks import find  # noqa: E402
from shapecheck.frameworks.declare import Spec  # noqa: E402
from tests.programs import run  # noqa: E402

from . import torch_real  # noqa: E402, F401
from . import torch_strategies as made  # noqa: E402
from .harness import Tally, compare, judge  # noqa: E402

pytestmark = [pytest.mark.oracle, pytest.mark.filterwarnings("ignore")]

CALLS = 1500
"""Of each kind, from a seed that stays: a failure can be looked at again."""
FLOORS = {"index": 0.95, "assign": 0.96, "view": 0.72, "reshape": 0.99, "expand": 0.99, "einsum": 0.99}
"""The least share of refused calls that we refuse, too, or leave undecided; it may only rise."""


def spec_of(path: str) -> Spec:
    found = find(path)
    assert isinstance(found, Spec)
    return found


def index(random: Random) -> tuple[str, tuple[Any, ...], Callable[[], Any]]:
    x = torch.rand(made.shape(random))
    at = made.index(random, tuple(x.shape))
    return "torch.Tensor.__getitem__", (x, at), lambda: x[at]


def assign(random: Random) -> tuple[str, tuple[Any, ...], Callable[[], Any]]:
    x = torch.rand(made.shape(random))
    at = made.index(random, tuple(x.shape))
    try:
        place = tuple(x[at].shape)
    except Exception:  # torch refuses the index
        place = made.shape(random)
    new = torch.rand(made.fitting(random, place)) if random.random() < 0.85 else 2.5

    def act() -> None:
        x.clone()[at] = new

    return "torch.Tensor.__setitem__", (x, at, new), act


def viewed(name: str) -> Callable[[Random], tuple[str, tuple[Any, ...], Callable[[], Any]]]:
    def call(random: Random) -> tuple[str, tuple[Any, ...], Callable[[], Any]]:
        x = made.strided(random) if name != "expand" else torch.rand(made.shape(random))
        sizes = made.expanded(random, tuple(x.shape)) if name == "expand" else made.regrouped(random, tuple(x.shape))
        return f"torch.Tensor.{name}", (x, *sizes), lambda: getattr(x, name)(*sizes)

    return call


def einsum(random: Random) -> tuple[str, tuple[Any, ...], Callable[[], Any]]:
    text, operands = made.equation(random)
    return "torch.einsum", (text, *operands), lambda: torch.einsum(text, *operands)


KINDS = {"index": index, "assign": assign, "einsum": einsum, **{n: viewed(n) for n in ("view", "reshape", "expand")}}


@pytest.mark.parametrize("kind", KINDS)
def test_made_up_calls(kind: str) -> None:
    random, tally = Random(kind), Tally()
    torch.manual_seed(0)
    for _ in range(CALLS):
        path, args, call = KINDS[kind](random)
        judge(tally, spec_of(path), call, args)
    assert not tally.failures, "\n".join(tally.failures[:10])
    assert not tally.crashes, "\n".join(tally.crashes[:10])
    refused = sum(tally.counts[f"refused {answer}"] for answer in ("rejected", "undecided", "accepted"))
    assert 1 - tally.counts["refused accepted"] / refused >= FLOORS[kind], tally.misses[:10]


@pytest.mark.parametrize("kind", ["rearrange", "reduce", "repeat"])
def test_patterns(kind: str) -> None:
    """As functions, and as layers."""
    pytest.importorskip("einops")
    random, wrong, missed = Random(kind), [], 0
    for _ in range(300):
        text = _program(random, kind)
        found, machine = run(text)
        refused = [str(call.mismatch) for call in machine.trace.calls if call.mismatch]
        names: dict[str, Any] = {}
        try:
            exec(text, names)
        except Exception:  # einops refuses the pattern
            missed += not refused
            continue
        value = found.get("y")
        answer = compare(value, names["y"]) if isinstance(value, Value) else "undecided"
        if refused or answer.startswith("wrong"):
            wrong.append(f"{text}: {refused or answer}")
    assert not wrong, "\n".join(wrong[:5])
    assert missed <= 6


def _program(random: Random, kind: str) -> str:
    text, lengths, given = made.pattern(random, kind)
    sizes = "".join(f", {name}={size}" for name, size in given.items())
    layer = kind != "repeat" and random.random() < 0.3
    how = random.choice(("mean", "sum", "max", "min", "prod", *(() if layer else ("any", "all"))))
    kinds = (text, *([how] if kind == "reduce" else []))
    dtype = random.choice(("float32", "float32", "int32", "bool", "int64"))
    start = "import torch, einops\nfrom einops.layers import torch as layers\n"
    start += f"x = torch.zeros({lengths}, dtype=torch.{dtype})\n"
    if layer:
        return f"{start}y = layers.{kind.title()}({', '.join(map(repr, kinds))}{sizes})(x)\n"
    return f"{start}y = einops.{kind}(x, {', '.join(map(repr, kinds))}{sizes})\n"
