"""torch is loaded first: after TensorFlow, its libraries clash in one process."""

import contextlib

with contextlib.suppress(ModuleNotFoundError):
    import torch  # noqa: F401
