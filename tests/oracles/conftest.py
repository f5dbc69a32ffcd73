"""An oracle needs its framework; torch is loaded first, for after TensorFlow its libraries clash in one process."""

from __future__ import annotations

from importlib.util import find_spec

if find_spec("torch"):
    import torch  # noqa: F401

MISSING = [name for name in ("torch", "tensorflow", "keras", "numpy") if find_spec(name) is None]
collect_ignore_glob = [f"test_{name}*.py" for name in MISSING]


def pytest_report_collectionfinish() -> list[str]:
    """What is not tested must not go unsaid."""
    return [f"not installed, so not compared with: {', '.join(MISSING)}"] if MISSING else []
