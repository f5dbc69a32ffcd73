"""TensorFlow is executed as it is; a gradient, or a run of a session, is a training step."""

from __future__ import annotations

from typing import Any

from .state import STATE


def take_tensorflow(tensorflow: Any) -> None:
    """Called once, after `tensorflow` was imported."""
    tape = tensorflow.GradientTape
    gradient = tape.gradient

    def counted(self: Any, *args: Any, **kwargs: Any) -> Any:
        STATE.step("gradient")
        return gradient(self, *args, **kwargs)

    tape.gradient = counted
    session = tensorflow.compat.v1.Session
    run = session.run

    def ran(self: Any, *args: Any, **kwargs: Any) -> Any:
        STATE.step("session run")
        return run(self, *args, **kwargs)

    session.run = ran
