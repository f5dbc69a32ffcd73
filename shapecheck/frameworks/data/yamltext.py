"""Reads the YAML that people write into settings: nested maps and lists, scalars, comments.

`parse` gives what PyYAML's safe loader gives, `UNREADABLE` for a scalar that it does not know, and raises `Strange` for
a document that uses more of YAML than this: anchors, tags, several documents, texts over several lines.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from re import Pattern

UNREADABLE = object()
"""A scalar whose value is not known."""
_DEEPEST = 40
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", "0": "\0", "r": "\r", " ": " "}
_TRUE, _FALSE = frozenset(("yes", "true", "on")), frozenset(("no", "false", "off"))


class Strange(Exception):
    """The text is not of the part of YAML that is understood."""


class Line(NamedTuple):
    """A line with something on it: its indentation, its text without a comment, and its number."""

    indent: int
    text: str
    number: int


def parse(text: str, scientific: bool = False) -> Any:
    """The content of a document. `scientific`: `1e-3` is a number, as OmegaConf has it, and a date is a text."""
    raw = text.removeprefix("\ufeff").splitlines()
    lines = []
    for number, whole in enumerate(raw):
        code = _without_comment(whole)
        if code.strip():
            lines.append(Line(len(code) - len(code.lstrip(" ")), code.strip(), number))
    if lines and lines[0].text == "---":
        lines = lines[1:]
    reader = _Reader(raw, lines, scientific)
    if not lines:
        return None
    found = reader.block(lines[0].indent, 0)
    if reader.at != len(lines):
        raise Strange("a line that belongs to nothing")
    return found


def _without_comment(line: str) -> str:
    quote, before = "", ""
    at = 0
    while at < len(line):
        character = line[at]
        if quote:
            if (character == "\\" and quote == '"') or line[at : at + 2] == quote * 2 == "''":
                before += character
                at += 1
            elif character == quote:
                quote = ""
        elif character in "'\"" and before.strip()[-1:] in ("", ":", "-", ",", "[", "{"):
            quote = character
        elif character == "#" and (not before or before[-1].isspace()):
            return before.rstrip()
        before += line[at] if at < len(line) else ""
        at += 1
    return line.rstrip()


class _Reader:
    """Where the reading is."""

    def __init__(self, raw: list[str], lines: list[Line], scientific: bool) -> None:
        self.raw = raw
        self.lines = lines
        self.scientific = scientific
        self.at = 0

    def line(self) -> Line | None:
        return self.lines[self.at] if self.at < len(self.lines) else None

    # -- blocks ------------------------------------------------------------------------------------------------

    def block(self, indent: int, depth: int) -> Any:
        """What starts at the present line."""
        line = self.line()
        if line is None or line.indent != indent or depth > _DEEPEST or "\t" in self.raw[line.number][:indent]:
            raise Strange("indentation")
        if line.text in ("---", "...") or line.text[0] == "%":
            raise Strange("several documents")
        if line.text == "-" or line.text.startswith("- "):
            return self._list(indent, depth)
        if _key_end(line.text) is not None:
            return self._map(indent, depth)
        return self._value(line.text, indent - 1, depth)

    def _list(self, indent: int, depth: int) -> list[Any]:
        items = []
        while (line := self.line()) is not None and line.indent == indent and (line.text + " ").startswith("- "):
            rest = line.text[1:].lstrip()
            if not rest:
                self.at += 1
                items.append(self._nested(indent, depth))
            elif rest == "-" or rest.startswith("- ") or _key_end(rest) is not None:
                inner = indent + len(line.text) - len(rest)
                self.lines[self.at] = Line(inner, rest, line.number)
                items.append(self.block(inner, depth + 1))
            else:
                items.append(self._value(rest, indent, depth))
        return items

    def _map(self, indent: int, depth: int) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        while (line := self.line()) is not None and line.indent == indent:
            end = _key_end(line.text)
            if end is None:
                raise Strange("not a key")
            key = self._key(line.text[:end].rstrip())
            rest = line.text[end + 1 :].lstrip()
            if rest:
                found[key] = self._value(rest, indent, depth)
                continue
            self.at += 1
            after = self.line()
            dashed = after is not None and after.indent == indent and (after.text + " ").startswith("- ")
            found[key] = self._list(indent, depth + 1) if dashed else self._nested(indent, depth)
        if (line := self.line()) is not None and line.indent > indent:
            raise Strange("indentation")
        return found

    def _nested(self, indent: int, depth: int) -> Any:
        after = self.line()
        return self.block(after.indent, depth + 1) if after is not None and after.indent > indent else None

    def _key(self, text: str) -> Any:
        if text == "<<":
            raise Strange("a merged map")
        found = self._scalar(text)
        if found is UNREADABLE or isinstance(found, (list, dict)):
            raise Strange("a key")
        return found

    def _value(self, text: str, indent: int, depth: int) -> Any:
        """A value on the present line, which may go on in the next ones."""
        if text[0] in "|>":
            return self._literal(indent)
        if text[0] in "[{":
            return self._flow(text)
        self.at += 1
        after = self.line()
        if after is not None and after.indent > indent:
            raise Strange("a text of several lines")
        return self._scalar(text)

    def _literal(self, indent: int) -> Any:
        """A text of several lines is passed over."""
        number = self.lines[self.at].number + 1
        while number < len(self.raw):
            whole = self.raw[number]
            if whole.strip() and len(whole) - len(whole.lstrip(" ")) <= indent:
                break
            number += 1
        while (line := self.line()) is not None and line.number < number:
            self.at += 1
        return UNREADABLE

    def _flow(self, text: str) -> Any:
        """`[...]` or `{...}`, which may go on in the next lines."""
        self.at += 1
        while not _balanced(text):
            after = self.line()
            if after is None:
                raise Strange("an open bracket")
            text = f"{text}\n{after.text}"
            self.at += 1
        flow = _Flow(text, self)
        found = flow.value(0)
        if flow.text[flow.at :].strip():
            raise Strange("something behind a bracket")
        return found

    def _scalar(self, text: str) -> Any:
        if not text or text == "-" or text.startswith("- "):
            raise Strange("an empty place")
        if text[0] in "'\"":
            found, end = quoted(text, 0)
            if text[end:].strip():
                raise Strange("something behind a text")
            return found
        if text[0] in "&*!%@`,]}#|>?" or text.endswith(":") or any(pair in text for pair in (": ", " #", "\n")):
            raise Strange("a special scalar")
        return resolve(text, self.scientific)


def _key_end(text: str) -> int | None:
    """Where the colon of `key: value` is, if the line has one."""
    if text[0] in "[{":
        return None
    at = 0
    if text[0] in "'\"":
        at = quoted(text, 0)[1]
        rest = text[at:].lstrip()
        return len(text) - len(rest) if rest[:1] == ":" and rest[1:2] in ("", " ") else None
    if text.startswith("? "):
        raise Strange("a key of its own")
    at = text.find(": ")
    return at if at >= 0 else len(text) - 1 if text.endswith(":") else None


def quoted(text: str, at: int) -> tuple[str, int]:
    """A text in quotes, and where it ends."""
    quote, parts = text[at], []
    at += 1
    start = at
    while at < len(text):
        character = text[at]
        if character == quote and quote == "'" and text[at + 1 : at + 2] == "'":
            parts.append("'")
            at += 2
        elif character == quote:
            if "\n" in text[start:at]:
                raise Strange("a text of several lines")
            return "".join(parts), at + 1
        elif character == "\\" and quote == '"':
            if text[at + 1 : at + 2] not in _ESCAPES or at + 1 >= len(text):
                raise Strange("an escape")
            parts.append(_ESCAPES[text[at + 1]])
            at += 2
        else:
            parts.append(character)
            at += 1
    raise Strange("an open quote")


def _balanced(text: str) -> bool:
    depth, at = 0, 0
    while at < len(text):
        if text[at] in "'\"" and text[:at].rstrip()[-1:] in ("[", "{", ",", ":", ""):
            at = quoted(text, at)[1]
            continue
        depth += (text[at] in "[{") - (text[at] in "]}")
        at += 1
    return depth <= 0


class _Flow:
    """Values inside brackets."""

    def __init__(self, text: str, reader: _Reader) -> None:
        self.text = text
        self.reader = reader
        self.at = 0

    def _next(self) -> str:
        while self.text[self.at : self.at + 1] in (" ", "\n"):
            self.at += 1
        if self.at >= len(self.text):
            raise Strange("an open bracket")
        return self.text[self.at]

    def value(self, depth: int) -> Any:
        first = self._next()
        if depth > _DEEPEST:
            raise Strange("brackets")
        if first == "[":
            return self._list(depth)
        if first == "{":
            return self._map(depth)
        if first in "'\"":
            found, self.at = quoted(self.text, self.at)
            return found
        return self.reader._scalar(self._plain())

    def _plain(self) -> str:
        start = self.at
        while self.at < len(self.text) and self.text[self.at] not in ",[]{}":
            if self.text[self.at] == ":":
                break
            self.at += 1
        found = self.text[start : self.at].strip()
        if not found:
            raise Strange("an empty place")
        return found

    def _list(self, depth: int) -> list[Any]:
        items: list[Any] = []
        self.at += 1
        while self._next() != "]":
            items.append(self.value(depth + 1))
            if self._next() == ",":
                self.at += 1
            elif self._next() != "]":
                raise Strange("a list")
        self.at += 1
        return items

    def _map(self, depth: int) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        self.at += 1
        while self._next() != "}":
            key = self.value(depth + 1)
            if isinstance(key, (list, dict)) or key is UNREADABLE or key == "<<":
                raise Strange("a key")
            if self._next() != ":" or self.text[self.at + 1 : self.at + 2] not in (" ", "\n"):
                raise Strange("a map")
            self.at += 1
            found[key] = None if self._next() in ",}" else self.value(depth + 1)
            if self._next() == ",":
                self.at += 1
        self.at += 1
        return found


# -- scalars -------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Pattern[str]]:
    import re

    exponent = r"(?:[eE][-+]?[0-9]+)?"
    return {
        "int": re.compile(r"[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0[0-7_]+|0|[1-9][0-9_]*)"),
        "float": re.compile(r"[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"),
        "scientific": re.compile(
            rf"[-+]?[0-9][0-9_]*(?:\.[0-9_]*{exponent}|[eE][-+]?[0-9]+)|\.[0-9_]+(?:[eE][-+][0-9]+)?"
        ),
        "other": re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|=|[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)"),
        "date": re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*"),
    }  # fmt: skip


def resolve(text: str, scientific: bool) -> Any:
    """What a scalar without quotes means."""
    if text in ("~", "null", "Null", "NULL", ""):
        return None
    if text.lower() in _TRUE | _FALSE and (text.islower() or text.isupper() or text.istitle()):
        return text.lower() in _TRUE
    patterns = _patterns()
    if patterns["int"].fullmatch(text):
        return _integer(text.replace("_", ""))
    if patterns["scientific" if scientific else "float"].fullmatch(text):
        return float(text.replace("_", ""))
    if patterns["other"].fullmatch(text) or (not scientific and patterns["date"].fullmatch(text)):
        return UNREADABLE
    return text


def _integer(digits: str) -> Any:
    sign, digits = (-1 if digits[0] == "-" else 1), digits.lstrip("+-")
    try:
        if digits[:2] in ("0b", "0x"):
            return sign * int(digits[2:], 2 if digits[1] == "b" else 16)
        return sign * (int(digits, 8) if digits[0] == "0" else int(digits))
    except ValueError:
        return UNREADABLE
