"""Exceptions of the oracle test of Keras, each with its reason."""

from __future__ import annotations

EXTRA_PARAMETERS = {
    "batch_input_shape", "input_shape",  # spellings of Keras 2
}
NOT_IN_KERAS: set[str] = set()
UNTRIED: set[str] = set()
