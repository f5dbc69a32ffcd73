"""Every public name of TensorFlow that a program may call is declared, or it is said why not."""

from __future__ import annotations

import pytest

from shapecheck.frameworks import find

from .tensorflow_names import excused, public

pytestmark = pytest.mark.oracle


def test_every_public_name_is_declared() -> None:
    missing = {path for path in public() if find(path) is None}
    assert missing - excused() == set(), sorted(missing - excused())


def test_every_excuse_is_needed() -> None:
    """Only for names that TensorFlow has and that are not declared."""
    needless = excused() - {path for path in public() if find(path) is None}
    assert needless == set(), sorted(needless)
