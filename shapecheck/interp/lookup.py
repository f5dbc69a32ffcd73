"""What libraries declare, as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.disturbing import given_away
from ..core.objects import Class
from ..core.value import Arguments, Native, Unknown, Value
from ..frameworks import find
from ..frameworks.declare import Spec
from ..frameworks.layers import layer_class

if TYPE_CHECKING:
    from ..core.value import Context
    from .machine import Machine


def lookup(machine: Machine, path: str) -> Value | None:
    """The value that a library declares under a full path: an op is a function, a layer a class."""
    cache: dict[str, Value | None] = machine.caches.setdefault("lookup", {})
    if path not in cache:
        cache[path] = _make(machine, path)
    return cache[path]


def _make(machine: Machine, path: str) -> Value | None:
    found = find(path)
    if not isinstance(found, Spec):
        return found
    if found.path != path and not found.layer:
        return _function(path)
    if not found.layer:
        return _function(found.path)
    made: dict[str, Class] = machine.caches.setdefault("layers", {})
    if found.path not in made:
        base = lookup(machine, found.base) if found.base else None
        made[found.path] = layer_class(found, base)
    return made[found.path]


def _function(path: str) -> Value:
    def call(context: Context, arguments: Arguments) -> Value:
        return context.apply(path, arguments)

    return Native(path, call)


def member(machine: Machine, path: str, owner: Value) -> Value:
    """A property's value, or a method bound to its owner."""
    found = find(path)
    if isinstance(found, Spec) and found.read:
        return machine.apply(path, Arguments((owner,)))
    if found is None:
        return Undeclared(path)
    value = lookup(machine, path)
    assert value is not None
    return Native(path, lambda context, arguments: value.call(context, arguments.after(owner)))


class Undeclared(Unknown):
    """A member of a library's type that is not declared; calling it is a gap."""

    __slots__ = ()

    def __init__(self, path: str) -> None:
        super().__init__(path)

    def call(self, context: Context, arguments: Arguments) -> Value:
        given_away(context, self, arguments)
        return context.gap(self.reason, op=True)
