"""Random programs over arrays: whatever is claimed of a name is so under NumPy, and no line that runs is refused."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from shapecheck.core.tensor import Tensor
from shapecheck.core.value import Value
from tests.interp.claims import disagreement, strength
from tests.programs import run as follow

from .numpy_facts import wrong
from .numpy_programs import PRELUDE, WRONG_ONCE, Writer, run

_DRAWS = 4
"""How often a program is run, with other values of what is not known."""
_FLOOR = 0.88
"""How much is claimed of the values of programs at least, on average: 1 is everything."""


def compare(seed: int) -> list[float]:
    """How much is claimed of each name. Fails where a claim is wrong."""
    return held(Writer(seed, 6 + seed % 12, certain=seed % 3 > 0).program(), seed * 7)


def held(text: str, seed: int) -> list[float]:
    certain = "source()" not in text
    found = (run(text, seed + i) for i in range(1 if certain else _DRAWS))
    truths = [truth for truth in found if truth is not None]
    if not truths:
        return []
    names, machine = follow(text)
    refused = [f"{call.span.line}: {call.mismatch}" for call in machine.trace.calls if call.mismatch]
    assert not (certain and refused), f"{refused}\n{text}"
    claimed = {name: value for name, value in names.items() if name[0] == "v" and "~" not in name and not _open(value)}
    for name, value in claimed.items():
        for truth in truths:
            found_wrong = name in truth and (disagreement(value, truth[name]) or wrong(value, truth[name]))
            assert not found_wrong, f"{name}: {found_wrong}\n{text}"
    return [strength(value) for name, value in claimed.items() if name in truths[0]]


def _open(value: Value) -> bool:
    """Nothing is claimed of it: it may be an object that is no array."""
    return isinstance(value, Tensor) and value.dtype is None and not value.shape.known_rank


@pytest.mark.oracle
@settings(max_examples=250, derandomize=True, phases=(Phase.generate,), database=None,
          suppress_health_check=list(HealthCheck))  # fmt: skip
@given(st.integers(0, 2**32))
def test_claims_hold(seed: int) -> None:
    compare(seed)


@pytest.mark.oracle
def test_much_is_claimed() -> None:
    found = [strength for seed in range(100) for strength in compare(seed)]
    assert len(found) > 500
    assert sum(found) / len(found) > _FLOOR


_LABELS = """
y.astype('int32') y.astype('float32').astype(int) np.array(y) np.asarray(y,'uint8') y.reshape(-1,1) y.reshape((100,10))
np.squeeze(y.reshape(-1,1)) y.flatten() y.copy() y[:,None] np.expand_dims(y,1) y[::-1] np.flip(y) np.roll(y,3)
np.sort(y) np.concatenate([y,y]) np.hstack((y,y)) np.vstack([y,y]) np.stack([y,y]) np.append(y,y) np.r_[y,y]
np.array([y,y]) np.tile(y,2) np.repeat(y,2) np.random.permutation(y) y[np.random.permutation(len(y))] y[perm[:600]]
y[:800] y[700:] y.reshape(-1,1)[:500] np.split(y,2)[1] np.array_split(y,3)[0] np.random.choice(10,500) np.arange(100)%10
np.arange(1000)//100 np.array([0,9]*50) np.repeat(np.arange(10),5) np.tile(np.arange(10),(3,1)) np.unique(y)
np.unique(y,return_inverse=True)[1] y-y.min() rng.integers(0,10,400) np.random.choice(np.arange(10),300) y.T.ravel()
np.moveaxis(y.reshape(10,100),0,1) np.broadcast_to(y,(2,1000)) y%10 np.nan_to_num(y) np.require(y) abs(y) y.view()
"""


@pytest.mark.oracle
def test_label_ranges_survive() -> None:
    """What numbers the labels are is known after everything that is usually done with them."""
    expressions = _LABELS.split()
    lines = [f"z{at} = {text}" for at, text in enumerate(expressions)]
    text = PRELUDE + "y = np.random.randint(0, 10, size=1000)\nperm = np.random.permutation(1000)\n" + "\n".join(lines)
    names, truth = follow(text)[0], run(text, 0)
    assert truth is not None
    for at, expression in enumerate(expressions):
        value = names[f"z{at}"]
        assert isinstance(value, Tensor), expression
        assert (value.facts.low, value.facts.high, value.facts.attained) == (0, 9, True), expression
        assert wrong(value, truth[f"z{at}"]) is None, expression


@pytest.mark.oracle
@pytest.mark.parametrize("text", [text.strip() for text in WRONG_ONCE.strip().split("\n\n")])
def test_what_was_wrong_once(text: str) -> None:
    held(PRELUDE + text, 5)
