"""What somebody says of a tensor, in words: an annotation, a comment, an option. Parsing, printing and comparing."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from .dim import Dim
from .dtype import FAMILY, SHORT
from .record import EqualRecord
from .shape import Shape
from .truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .tensor import Tensor

Axis = int | str | None
"""A number, a name or an expression of names, or nothing."""

_ANYTHING = ("?", "_", "*", "-1", "none")
_WORDS = {"long": "int64", "int": "int64", "float": "float32", "double": "float64", "half": "float16"}
_LETTERS = {letter: name for name, letter in SHORT.items() if len(letter) == 1}
_MOST = 32


class Unspeakable(ValueError):
    """A text that says nothing of a shape. The message is the end of a sentence that begins with the text."""


class Contradiction(EqualRecord):
    """What is not so, and the two lengths, if it is about lengths."""

    text: str
    got: Dim | None = None
    said: Dim | None = None


class Said(EqualRecord):
    """Axes, with at most one run of any number of them at `gap`. dtypes: one of these, any if there is none. library:
    the word before the dtype (`np` of `np.float32`)."""

    axes: tuple[Axis, ...] = ()
    gap: int | None = None
    dtypes: tuple[str, ...] = ()
    library: str = ""

    def __str__(self) -> str:
        """As it is written for an option: `(B, 3, ?, ...):float32`."""
        dtype = "".join(f":{self.library}{'.' * bool(self.library)}{name}" for name in self.dtypes[:1])
        return f"{self.spelled}{dtype}"

    @property
    def spelled(self) -> str:
        """The shape alone."""
        words = ["?" if axis is None else str(axis) for axis in self.axes]
        if self.gap is not None:
            words.insert(self.gap, "...")
        return f"({', '.join(words)})"

    def shape(self, names: dict[str, Dim]) -> Shape:
        """The lengths, with those that names stand for; what has none is unknown."""
        return Shape((_length(axis, names) or Dim.unknown() for axis in self.axes), self.gap)

    def contradiction(self, tensor: Tensor, names: dict[str, Dim]) -> Contradiction | None:
        """What of it is not so for the tensor, whatever is not known of that. `names` learns what the names stand
        for."""
        shape = tensor.shape
        if shape.equals(Shape([Dim.unknown() for _ in self.axes], self.gap)) is Truth.NO:
            rank = f"{shape.least_rank}{'' if shape.known_rank else ' or more'}"
            return Contradiction(f"{axes(len(self.axes))}{'' if self.gap is None else ' or more'}, not {rank}")
        for axis, dim in self._pairs(shape):
            said = _length(axis, names)
            if isinstance(axis, str) and axis not in names and axis.isidentifier():
                names[axis] = dim
            elif said is not None and dim.equals(said) is Truth.NO:
                return Contradiction(f"{said}{_called(axis)}, not {dim}", dim, said)
        if self.dtypes and tensor.dtype is not None and tensor.dtype not in self.dtypes:
            wanted = " or ".join(self.dtypes) if len(self.dtypes) < 3 else "another dtype"
            return Contradiction(f"{wanted}, not {tensor.dtype}")
        return None

    def _pairs(self, shape: Shape) -> Iterable[tuple[Axis, Dim]]:
        """The axes and the lengths that are at the same place, from the front and from the back."""
        gap = len(self.axes) if self.gap is None else self.gap
        before, after = shape.parts
        if shape.known_rank and self.gap is not None:
            after = before[len(before) - len(self.axes) + gap :]
        yield from zip(self.axes[:gap], before, strict=False)
        if self.gap is not None or not shape.known_rank:
            back = self.axes[gap:] if self.gap is not None else self.axes
            yield from zip(reversed(back), reversed(after), strict=False)


def axes(count: int) -> str:
    return f"{count} {'axis' if count == 1 else 'axes'}"


def either(ranks: list[int]) -> str:
    """`3 or 4`"""
    return " or ".join(map(str, ranks)) if len(ranks) < 3 else f"{ranks[0]} or more"


def _called(axis: Axis) -> str:
    return f" for {axis}" if isinstance(axis, str) else ""


# -- texts -------------------------------------------------------------------------------------------------------------


def parsed(text: str) -> Said:
    """`SHAPE` or `SHAPE:DTYPE`: `B,3,224,224`, `(N, ?, ...):float32`. Raises `Unspeakable`."""
    words, colon, dtype = text.strip().partition(":")
    words = words.strip()
    if (words[:1], words[-1:]) in (("(", ")"), ("[", "]")):
        words = words[1:-1]
    elif not words:
        raise Unspeakable("has no shape")
    said = of_axes(word.strip() for word in words.rstrip(", ").split(",")) if words.strip() else Said()
    if not colon:
        return said
    library, _, name = dtype.strip().rpartition(".")
    found = dtype_of(name)
    if found is None or not (library.isidentifier() or not library):
        raise Unspeakable(f"has an unknown dtype `{dtype.strip()}`")
    return said.changed(dtypes=(found,), library=library)


def of_axes(words: Iterable[str]) -> Said:
    """A shape of which each axis is a word. Raises `Unspeakable`."""
    axes: list[Axis] = []
    gap = None
    for word in words:
        if word == "..." or (word[:1] == "*" and word[1:].isidentifier()):
            if gap is not None:
                raise Unspeakable("has two runs of axes")
            gap = len(axes)
        else:
            axes.append(axis_of(word))
    if len(axes) > _MOST:
        raise Unspeakable("has too many axes")
    return Said(tuple(axes), gap)


def axis_of(word: str) -> Axis:
    """Raises `Unspeakable`."""
    if word.isdecimal() and word.isascii():
        return int(word)
    if word.lower() in _ANYTHING:
        return None
    if word.isidentifier() and word.isascii():
        return word
    if not word:
        raise Unspeakable("has an empty axis")
    tree = _tree(word)
    if tree is None:
        raise Unspeakable(f"has an axis `{word}` that is no number, name or `?`")
    return ast.unparse(tree).replace(" ", "")


def dtype_of(name: str) -> str | None:
    """`float32`, `f32` or `long` as NumPy calls it."""
    name = _WORDS.get(name.lower(), name.lower())
    if name in FAMILY:
        return name
    longer = {"bf16": "bfloat16"}.get(name, f"{_LETTERS.get(name[:1], '')}{name[1:]}")
    return longer if longer in FAMILY else None


_OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.FloorDiv)


def _tree(text: str) -> ast.expr | None:
    """An expression of whole numbers and names; None if the text is another."""
    try:
        tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return tree if len(text) <= 60 and _is_plain(tree) else None


def _is_plain(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, _OPERATORS) and _is_plain(node.left) and _is_plain(node.right)
    return isinstance(node, ast.Name) or (isinstance(node, ast.Constant) and type(node.value) is int)


def names_in(axis: str) -> list[str]:
    """The names of an axis that is a name or an expression."""
    words = "".join(c if c.isalnum() or c == "_" else " " for c in axis).split()
    return [word for word in words if not word[0].isdigit()]


def _length(axis: Axis, names: dict[str, Dim]) -> Dim | None:
    """The length that an axis is said to have, if the names in it are known."""
    if not isinstance(axis, str):
        return None if axis is None else Dim.of(axis)
    if axis in names:
        return names[axis]
    return None if axis.isidentifier() else _worked_out(_tree(axis), names)


def _worked_out(node: ast.expr | None, names: dict[str, Dim]) -> Dim | None:
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return Dim.of(node.value)
    if not isinstance(node, ast.BinOp):
        return None
    left, right = _worked_out(node.left, names), _worked_out(node.right, names)
    if left is None or right is None:
        return None
    if isinstance(node.op, ast.FloorDiv):
        return left // right if right.value != 0 else None
    if isinstance(node.op, ast.Mult):
        return left * right
    return left + right if isinstance(node.op, ast.Add) else left - right
