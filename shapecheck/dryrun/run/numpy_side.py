"""NumPy taken in hand: arrays made of lists that a shortened pass filled have lengths that are made up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .loops import doubt, doubted
from .state import STATE

_MAKERS = "array asarray concatenate stack vstack hstack append r_"


def take_numpy(numpy: Any) -> None:
    """Called once, after `numpy` was imported."""
    for name in _MAKERS.split()[:-1]:
        setattr(numpy, name, _watched(getattr(numpy, name)))


def _watched(real: Callable[..., Any]) -> Callable[..., Any]:
    def made(*args: Any, **kwargs: Any) -> Any:
        result = real(*args, **kwargs)
        if (STATE.lists or STATE.arrays) and args and (doubted(args[0]) or _parts(args[0])):
            doubt(result)
        return result

    made.__name__ = real.__name__
    made.__doc__ = real.__doc__
    return made


def _parts(thing: Any) -> bool:
    return isinstance(thing, (list, tuple)) and any(doubted(each) for each in thing[:64])
