"""A small stand-in for the interpreter, for tests of declarations on their own."""

from __future__ import annotations

from typing import Any

from shapecheck.core.containers import Sequence
from shapecheck.core.origin import Origin
from shapecheck.core.span import Span
from shapecheck.core.value import Arguments, Unknown, Value
from shapecheck.frameworks import find


class FakeContext:
    """`core.value.Context` without branches: every write takes effect at once, and no op is applied.

    `files` maps the paths that a program uses to full names; `gaps`, `applied` and `notes` record what was asked.
    """

    in_library = False

    def __init__(self, files: dict[str, str] | None = None) -> None:
        self.span = Span("program.py", 1, 0, 1, 10)
        self.files = files or {}
        self.gaps: list[str] = []
        self.applied: list[tuple[str, Arguments]] = []
        self.notes: list[tuple[str, object]] = []
        self.memory: dict[Any, Any] = {}

    def came(self, result: Value) -> Value:
        return result

    def call(self, function: Value, arguments: Arguments) -> Value:
        return function.call(self, arguments)

    def apply(self, path: str, arguments: Arguments, fixed: dict[str, Any] | None = None) -> Value:
        self.applied.append((path, arguments))
        return Unknown(path)

    def member(self, path: str, owner: Value) -> Value:
        return Unknown(path)

    def construct(self, instance: Value, path: str, arguments: Arguments) -> None:
        self.applied.append((path, arguments))

    def weights(self, path: str, constructor: dict[str, Value]) -> dict[str, Value]:
        return {}

    def replay(self, target: Value, feed: dict[int, Value]) -> Value:
        return target

    def attribute(self, value: Value, name: str) -> Value:
        return value.attribute(self, name)

    def item(self, value: Value, index: Value) -> Value:
        return value.item(self, index)

    def iterate(self, value: Value) -> Value:
        found = value.elements(self)
        return found if isinstance(found, (Sequence, Unknown)) else self.iterate(found)

    def lookup(self, path: str) -> Value | None:
        found = find(path)
        return found if isinstance(found, Value) else None

    def write(self, state: dict[Any, Any], key: Any, new: object) -> None:
        state[key] = new

    def gap(self, reason: str, op: bool = False) -> Unknown:
        self.gaps.append(reason)
        return Unknown(reason)

    def origin(self, what: str) -> Origin:
        return Origin(self.span, what)

    def note(self, key: str, fact: object) -> None:
        self.notes.append((key, fact))

    def module(self, name: str) -> Value:
        return Unknown(name)

    def local_names(self) -> tuple[dict[str, Value], bool]:
        return {}, True

    def is_there(self, name: str) -> None:
        return None

    def pause(self, function: Value, arguments: Arguments) -> None:
        return None

    def search(self, folder: str, first: bool) -> None:
        return None

    def data_file(self, path: str) -> str | None:
        return self.files.get(path)

    def data_folder(self, path: str) -> str | None:
        return None


def run(context: FakeContext, path: str, *positional: Value, **keywords: Value) -> Value:
    """Calls what is declared under a path."""
    found = find(path)
    assert isinstance(found, Value), f"{path} is not declared"
    return context.call(found, Arguments(positional, keywords))
