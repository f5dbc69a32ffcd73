"""Every declared op of TensorFlow with unknown lengths and ranks, against what TensorFlow infers in a graph."""

from __future__ import annotations

import pytest

from shapecheck.frameworks.declare import REGISTRY

from . import harness
from . import tensorflow_open as opened
from . import tensorflow_real as real

pytestmark = pytest.mark.oracle

SAMPLES = 3
"""Of each declaration, at most."""
SHARP = 0.93
"""Of the results of graphs, how many we know as well as the graph does. May only rise."""


@pytest.fixture(scope="module")
def tally() -> harness.Tally:
    found = harness.Tally()
    for spec in real.own_specs(REGISTRY):
        if any(part in spec.path for part in real.ONLY_IN_GRAPHS):
            continue
        for sample in spec.samples[:SAMPLES]:
            for ranks in (False, True):
                opened.judge(found, spec, sample, ranks)
    return found


def test_nothing_false_is_told(tally: harness.Tally) -> None:
    """Nothing that runs with some lengths is refused, and no length is claimed that it does not have."""
    assert not tally.failures
    assert tally.counts["open agree"] > 150


def test_as_much_is_told_as_graphs_tell(tally: harness.Tally) -> None:
    sharp, blunt = tally.counts["sharp"], tally.counts["blunt"]
    assert sharp >= SHARP * (sharp + blunt), tally.misses
