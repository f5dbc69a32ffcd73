"""What no declaration tells is asked of an oracle, where the session has given one: the one door to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ..core.value import Value
from ..frameworks import canonical, find
from ..frameworks.undeclared import Undeclared, undeclared_class
from .lookup import function_of, lookup

if TYPE_CHECKING:
    from ..frameworks.declare import Spec
    from .machine import Machine
    from .trace import Call


class Oracle(Protocol):
    """Somebody who knows what calls give that no shape function answers for."""

    def declaration(self, path: str) -> Undeclared | None:
        """The record of a name that is not declared, and that may be asked about."""

    def answer(self, call: Call, release: tuple[int, int] | None) -> Value | str:
        """What a call gives, or in a few words why there is no answer. `release`: what the project asks for of the
        library, if that is known."""


def declared(machine: Machine, path: str) -> Spec | Value | None:
    """What is declared under a path, or stands in for it."""
    found, oracle = find(path), machine.project.oracle
    if found is not None or oracle is None:
        return found
    records: dict[str, Undeclared | None] = machine.caches.setdefault("undeclared", {})
    if path not in records:
        records[path] = oracle.declaration(canonical(path))
    return records[path]


def callable_of(machine: Machine, path: str) -> Value | None:
    """A function or class that is not declared, as a value."""
    spec = declared(machine, path)
    if not isinstance(spec, Undeclared):
        return None
    if not spec.layer:
        return function_of(spec.path)
    classes: dict[str, Value] = machine.caches.setdefault("undeclared classes", {})
    if spec.path not in classes:
        classes[spec.path] = undeclared_class(spec, lookup(machine, spec.base) if spec.base else None)
    return classes[spec.path]


def answer(machine: Machine, call: Call, reason: str) -> Value | str:
    """What an oracle says of a call that its shape function leaves undecided; else why nobody does."""
    oracle = machine.project.oracle
    if oracle is None:
        return reason
    said = oracle.answer(call, machine.release(call.spec.path.partition(".")[0]))
    return said if isinstance(said, Value) or isinstance(call.spec, Undeclared) else reason
