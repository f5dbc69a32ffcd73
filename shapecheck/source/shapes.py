"""Comments that say the shape of what stands on their line: `# (B, T, C)`. Loaded for a comment that may be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.said import Said, Unspeakable, of_axes
from ..core.sizewords import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHAPE_WORDS = ("shape", "size", "of shape", "of size", "shape is", "output shape", "out shape", "with shape")
_RESULT_WORDS = ("output", "out", "outputs", "result", "now", "is", "=")
_OTHER_MATTERS = frozenset(
    "input inputs from expects expect expected takes given if was were instead not old e.g. eg like or before unless "
    "should must when for example assume assuming could may can kernel stride padding each per every where".split()
)
"""Words of comments that speak of another tensor, or of another case."""


def told(comment: str, names: tuple[str, ...] = ()) -> Said | None:
    """The shape that a trailing comment gives, all but certainly, to the thing of one of these names."""
    plain = comment.lstrip("# \t").partition("#")[0]
    for sign, word in (("=>", "->"), ("→", "->"), ("\N{MULTIPLICATION SIGN}", "x")):
        plain = plain.replace(sign, word)
    parts = plain.split("->")
    *before, last = (part.strip() for part in parts)
    if any(_bracketed(one) is None for part in before for one in _factors(part)):
        return None
    return _one(last, names)


def _factors(text: str) -> list[str]:
    """`(B, T, C) x (B, C, T)` and `(B, T) @ (T, C)`: the shapes that went in."""
    for sign in (" @ ", " x ", " X ", " + ", " * "):
        if f"{sign}(" in text or f"{sign}[" in text:
            return [part.strip() for part in text.split(sign)]
    return [text] if text else []


def _one(text: str, names: tuple[str, ...]) -> Said | None:
    """A shape, perhaps after a word or two that say that it is one."""
    text = text.rstrip(".;, ")
    found = _bracketed(text) or _crossed(text)
    if found is not None:
        return found
    at = min((at for at in (text.find("("), text.find("[")) if at >= 0), default=-1)
    if at <= 0:
        return None
    head, rest = text[:at].strip().rstrip(":=").strip(), text[at:]
    if head.endswith((".Size", "TensorShape")):
        return _bracketed(rest[1:-1] if rest.startswith("([") else rest, numbers=True)
    small = head.lower().replace("shape:", "shape").replace("size:", "size")
    own = [small.removeprefix(f"{name.lower()}").lstrip(".:' ").strip() for name in names if _is_about(small, name)]
    small = own[0] if own else small
    if not small or small in _RESULT_WORDS:
        return _bracketed(rest) if own or small else None
    words = small.split()
    if small in _SHAPE_WORDS or small.endswith((" of shape", " with shape", " shape", " of size")):
        return None if _OTHER_MATTERS.intersection(words) else _bracketed(rest, numbers=True)
    return None


def _is_about(text: str, name: str) -> bool:
    after = text.removeprefix(name.lower())
    return bool(name) and text != after and (not after or not (after[0].isalnum() or after[0] == "_"))


def _bracketed(text: str, numbers: bool = False) -> Said | None:
    """All of the text is one pair of brackets with axes inside."""
    if (text[:1], text[-1:]) not in (("(", ")"), ("[", "]")):
        return None
    inner = text[1:-1].strip().rstrip(",")
    if any(c in "()[]{}'\"=" for c in inner):
        return None
    return _said(list(_words(inner)), numbers)


def _crossed(text: str) -> Said | None:
    """`B x C x H x W`, `NxCxHxW`"""
    words = text.split(" x ") if " x " in text else text.split("x") if " " not in text else []
    return _said([word.strip() for word in words]) if len(words) > 1 else None


def _words(text: str) -> Iterator[str]:
    sign = "," if "," in text else " x " if " x " in text else "x" if " " not in text and "x" in text else ","
    for word in text.split(sign):
        yield word.strip()


def _said(words: list[str], numbers: bool = False) -> Said | None:
    if numbers and all(word.isdigit() for word in words):
        try:
            return of_axes(words)
        except Unspeakable:
            return None
    return shape_of(words)
