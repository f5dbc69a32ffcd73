"""What the natives of this package share: arguments by name, and methods that end in a gap rather than a failure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.objects import Instance
from ...core.outcome import Mismatch, Undecided
from ...core.plain import NONE
from ...core.value import Arguments, Native, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.span import Span
    from ...core.value import Context

    Method = Callable[[Context, Instance, Arguments], Value]


def method(function: Method) -> Native:
    """A method of an instance: it gets the arguments without `self`."""
    name = function.__name__.strip("_")

    def act(context: Context, arguments: Arguments) -> Value:
        owner = arguments.positional[0] if arguments.positional else NONE
        if not isinstance(owner, Instance):
            return context.gap(f"{name} of {owner.kind}")
        try:
            return function(context, owner, without_first(arguments))
        except (Undecided, Mismatch) as reason:
            return context.gap(f"{name}: {reason}")

    return Native(name, act)


def without_first(arguments: Arguments) -> Arguments:
    """The call without its first argument (`self`)."""
    spans: dict[int | str, Span] = {
        key - 1 if isinstance(key, int) else key: span for key, span in arguments.spans.items() if key != 0
    }
    return Arguments(arguments.positional[1:], arguments.keywords, spans, arguments.open, arguments.rest)


def itself(context: Context, arguments: Arguments) -> Value:
    """A method that returns its object."""
    return arguments.positional[0] if arguments.positional else NONE


def nothing(context: Context, arguments: Arguments) -> Value:
    """A method whose effect does not matter here."""
    return NONE


def given(arguments: Arguments, position: int | None, name: str) -> Value | None:
    """An argument that was given and is not None."""
    found = arguments.get(position, name)
    return None if found is NONE or getattr(found, "payload", ...) is None else found


def as_list(context: Context, value: Value | None) -> Sequence:
    """The elements of any iterable; an unknown one has elements of an unknown number."""
    from ...core.dim import Dim
    from ...core.value import Unknown

    if value is None:
        return Sequence.list(())
    found = context.iterate(value)
    if isinstance(found, Sequence):
        return Sequence("list", found.items, found.rest, found.contents.number)
    return Sequence("list", (), Unknown("element of an unknown list"), Dim.unknown())
