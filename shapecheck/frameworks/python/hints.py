"""What somebody said of a tensor and the code contradicts; and which library the tensors of a program belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.dim import Dim
from ...core.outcome import Mismatch, remark
from ...core.tensor import LIBRARIES
from .unpacking import PYTHON

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ...core.tensor import Library
    from ...core.value import Value

_CLASSES = {
    "torch": "torch.Tensor", "tf": "tensorflow.Tensor", "tensorflow": "tensorflow.Tensor", "keras": "tensorflow.Tensor",
    "np": "numpy.ndarray", "numpy": "numpy.ndarray",
}  # fmt: skip
WORDS = frozenset(_CLASSES)
"""What may stand before a dtype, to say which library the tensor is of."""
_LIKELIEST = ("torch", "keras", "tensorflow", "numpy")


def library_of(word: str, roots: Iterable[str], lookup: Callable[[str], Value | None]) -> Library | None:
    """The library that a word means; without one, the likeliest of those that a program imports."""
    imported = set(roots)
    word = word or next((root for root in _LIKELIEST if root in imported), "")
    path = _CLASSES.get(word, "")
    if not path:
        return None
    lookup(path)
    return LIBRARIES.get(path)


@PYTHON.op("shapecheck.annotation", read=True)
def annotation(value: Value, text: str, got: Dim | None = None, said: Dim | None = None) -> None:
    """The engine asks only when it is so."""
    remark("annotation-contradicts-shape", text, *(size for size in (got, said) if size is not None), argument="value")


@PYTHON.op("shapecheck.asserted", read=True)
def asserted(text: str, got: Dim | None = None, said: Dim | None = None) -> None:
    """The engine asks only when the two are never equal."""
    sizes = (size for size in (got, said) if size is not None)
    raise Mismatch("assert-contradicts-shape", f"{text} are asserted to be equal", *sizes, runtime="AssertionError")


@PYTHON.op("shapecheck.told", read=True)
def told(value: Value) -> Value:
    """A tensor of the rank that a comment says."""
    return value


@PYTHON.op("shapecheck.comment", read=True)
def comment(value: Value, text: str, got: Dim | None = None, said: Dim | None = None) -> None:
    """The engine asks only when it is so."""
    remark("comment-contradicts-shape", text, *(size for size in (got, said) if size is not None), argument="value")
