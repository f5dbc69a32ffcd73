"""`packaging.version` and its like: releases that are spelt out compare, others are the same where asked twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.objects import library_class
from ...core.plain import BINARY, NONE, Constant
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .tools import harmless, payload
from .types import CLASSES

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ...core.value import Context

_COMPARISONS = frozenset(("==", "!=", "<", "<=", ">", ">="))


class Release(Value):
    """A version: its numbers, if they are known, and the text that it was made of."""

    __slots__ = ("numbers", "source")
    kind = "Version"

    def __init__(self, source: Value) -> None:
        self.source = source
        text = payload(source)
        parts = text.split(".") if isinstance(text, str) else []
        plain = bool(parts) and all(part.isdigit() and len(part) < 9 for part in parts)
        self.numbers = _trimmed([int(part) for part in parts]) if plain else None

    def attribute(self, context: Context, name: str) -> Value:
        if name in ("parse", "release", "base_version", "public"):
            return Unknown(f"version.{name}")
        at = {"major": 0, "minor": 1, "micro": 2}.get(name)
        if at is None or self.numbers is None:
            return Unknown(f"version.{name}", (name, self.key()))
        return Constant(self.numbers[at] if at < len(self.numbers) else 0)

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        if operator not in _COMPARISONS:
            return None
        if not isinstance(other, Release):  # of `distutils`, a text will do
            other = Release(other)
        left, right = (other, self) if reflected else (self, other)
        if left.numbers is not None and right.numbers is not None:
            return Constant(BINARY[operator](left.numbers, right.numbers))
        return Unknown("comparison of versions", ("version", operator, left.key(), right.key()))

    def truth(self, context: Context) -> bool | None:
        return True

    def key(self) -> Hashable | None:
        return ("version", self.source.key())


def _trimmed(numbers: list[int]) -> tuple[int, ...]:
    """`1.2.0` is `1.2`."""
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def _parse(context: Context, arguments: Arguments) -> Value:
    return Release(arguments.positional[-1] if arguments.positional else NONE)


for _path in ("packaging.version.parse", "pkg_resources.parse_version"):
    declare(_path, Native(_path, _parse))
for _path in ("packaging.version.Version", "distutils.version.LooseVersion", "distutils.version.StrictVersion",
              "looseversion.LooseVersion"):  # fmt: skip
    declare(_path, library_class(_path, CLASSES["object"], __new__=_parse))
harmless("packaging.version", unknown="InvalidVersion LegacyVersion")
harmless("packaging.specifiers", unknown="SpecifierSet Specifier")
