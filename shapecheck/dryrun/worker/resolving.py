"""From an allowed path to the real function, class or method."""

from __future__ import annotations

import contextlib
import functools
from typing import TYPE_CHECKING, Any

from .lists import BASES, ROOTS, TENSORS, allowed, special
from .registry import LIBRARIES, Refused, load

if TYPE_CHECKING:
    from .registry import Question


def first(question: Question) -> Any:
    """What the first of the question's names that exists here means; it becomes the question's path."""
    names = [question["path"], *question.get("names", ())]
    for name in names:
        with contextlib.suppress(Refused):
            found = resolve(name)
            question["path"] = name
            return found
    return resolve(names[0])


def _method(name: str) -> Any:
    def method(tensor: Any, *args: Any, **kwargs: Any) -> Any:
        return own(tensor, name)(*args, **kwargs)

    return method


def own(tensor: Any, name: str) -> Any:
    """A tensor's method or property; what a tensor of TensorFlow lacks may be a variable's."""
    if not hasattr(type(tensor), name) and "tensorflow" in LIBRARIES:
        tensor = LIBRARIES["tensorflow"].module.Variable(tensor)
    if not hasattr(type(tensor), name):
        raise Refused(f"{type(tensor).__name__} has no {name} in the installed version")
    return getattr(tensor, name)


def resolve(path: str) -> Any:
    """The real function, class or tensor method of an allowed path."""
    if not allowed(path):
        raise Refused(f"{path} is not on the list of what may be called")
    owner, _, name = path.rpartition(".")
    if owner in TENSORS:
        return special(name) or _method(name)
    root, *names = path.split(".")
    try:
        found = functools.reduce(getattr, names, load(root).module)
    except (AttributeError, ImportError):
        raise Refused(f"{path} does not exist in the installed version") from None
    home = getattr(found, "__module__", None) or type(found).__module__
    if not callable(found) or str(home).partition(".")[0] not in ROOTS:
        raise Refused(f"{path} is not a function of the library")
    bases = [functools.reduce(getattr, base.split(".")[1:], load(root).module) for base in BASES[root].split()]
    if isinstance(found, type) and not issubclass(found, tuple(bases)):
        raise Refused(f"{path} is not a class that may be made")
    return found
