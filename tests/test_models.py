"""Working models: nothing is said of them, and what is not followed may only become less."""

from __future__ import annotations

from pathlib import Path

import pytest

from shapecheck.api import Session
from shapecheck.config import Config

MODELS = Path(__file__).parent.parent / "fixtures" / "models"
NOT_FOLLOWED = {
    "dcgan": 0,
    "lstm_classifier": 1,
    "residual_net": 0,
    "transformer_encoder": 8,
    "unet": 0,
    "vae": 0,
}
"""Calls of layers, ops and losses that were not followed, at most."""


@pytest.mark.parametrize("path", sorted(MODELS.glob("*.py")), ids=lambda path: path.stem)
def test_silence(path: Path) -> None:
    report = Session(Config(static=True)).check(str(path))
    assert report.findings == []
    assert report.notes == []
    assert report.coverage.complete and report.coverage.calls > 20
    assert report.coverage.calls - report.coverage.followed <= NOT_FOLLOWED[path.stem]
    assert not [reason for reason in report.coverage.gaps or () if "Error in" in reason]
