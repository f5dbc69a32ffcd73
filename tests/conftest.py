"""What all tests share: property tests have no time limit, for a busy machine is no mistake."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("shapecheck", deadline=None)
settings.load_profile("shapecheck")
