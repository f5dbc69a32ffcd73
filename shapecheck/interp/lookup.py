"""What libraries declare, as values."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

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
        return function_of(path)
    if not found.layer:
        return function_of(found.path)
    made: dict[str, Class] = machine.caches.setdefault("layers", {})
    if found.path not in made:
        base = lookup(machine, found.base) if found.base else None
        made[found.path] = layer_class(found, base)
    return made[found.path]


def function_of(path: str) -> Value:
    """The op of a path, as a value."""

    def call(context: Context, arguments: Arguments) -> Value:
        return context.apply(path, arguments)

    return Native(path, call)


def member(machine: Machine, path: str, owner: Value) -> Value:
    """A property's value, or a method bound to its owner."""
    found = find(path)
    if isinstance(found, Spec) and found.read:
        return machine.apply(path, Arguments((owner,)))
    if found is None:
        return Undeclared(path, owner)
    value = lookup(machine, path)
    assert value is not None
    return Native(path, lambda context, arguments: value.call(context, arguments.after(owner)))


class Undeclared(Unknown):
    """A member of a library's type that is not declared; calling it is a gap, unless somebody knows what it gives."""

    __slots__ = ("owner",)

    def __init__(self, path: str, owner: Value) -> None:
        super().__init__(path)
        self.owner = owner

    def call(self, context: Context, arguments: Arguments) -> Value:
        from .asking import callable_of

        method = callable_of(cast("Machine", context), self.reason)
        if method is not None:
            return context.call(method, arguments.after(self.owner))
        given_away(context, self, arguments)
        return context.gap(self.reason, op=True)
