"""What is said of a tensor: texts and shapes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shapecheck.core.dim import Dim
from shapecheck.core.dtype import FAMILY
from shapecheck.core.said import Axis, Said, Unspeakable, dtype_of, parsed
from shapecheck.core.shape import Shape
from shapecheck.core.tensor import LIBRARIES, Library, Tensor

NAMES = st.sampled_from(["B", "batch", "n_heads", "d", "x1"])
EXPRESSIONS = st.builds("{}{}{}".format, NAMES, st.sampled_from("+-*"), st.integers(1, 9))
AXES = st.one_of(st.integers(0, 10**6), st.none(), NAMES, EXPRESSIONS)
LIBRARY = LIBRARIES.get("tests.Tensor") or Library("tests", "tests.Tensor")


@st.composite
def sayings(draw: st.DrawFn) -> Said:
    axes: list[Axis] = draw(st.lists(AXES, max_size=6))
    gap = draw(st.one_of(st.none(), st.integers(0, len(axes))))
    dtypes = draw(st.one_of(st.just(()), st.tuples(st.sampled_from(sorted(FAMILY)))))
    library = draw(st.sampled_from(["", "np", "torch"])) if dtypes else ""
    return Said(tuple(axes), gap, dtypes, library)


@given(sayings())
def test_what_is_printed_is_read_back(said: Said) -> None:
    assert parsed(str(said)) == said


@given(sayings(), st.lists(st.integers(0, 5), max_size=8), st.dictionaries(NAMES, st.integers(0, 5)))
def test_a_contradiction_is_one(said: Said, lengths: list[int], names: dict[str, int]) -> None:
    """Where one is told, no numbers for the names make the shape one that was said; where all names are known and none
    is told, the shape is one that was said."""
    tensor = Tensor(Shape(lengths), None, LIBRARY)
    known = {name: Dim.of(number) for name, number in names.items()}
    found = said.contradiction(tensor, dict(known))
    sizes = {name: known.get(name, Dim.unknown()) for name in ("B", "batch", "n_heads", "d", "x1")}
    shape = said.shape(sizes)
    fits = _fits(shape, lengths)
    if found is not None and not set(_names(said)) - names.keys():
        assert not fits
    if found is None and not set(_names(said)) - names.keys():
        assert fits


def _names(said: Said) -> set[str]:
    texts = (axis for axis in said.axes if isinstance(axis, str))
    return {text.rstrip("0123456789").rstrip("+-*") if not text.isidentifier() else text for text in texts}


def _fits(shape: Shape, lengths: list[int]) -> bool:
    before, after = shape.parts
    if len(lengths) < len(before) + len(after) or (shape.known_rank and len(lengths) != len(before)):
        return False
    pairs = [*zip(before, lengths, strict=False), *zip(reversed(after), reversed(lengths), strict=False)]
    return all(dim.value in (None, length) for dim, length in pairs)


@pytest.mark.parametrize(
    "text, said",
    [
        ("3", Said((3,))),
        ("3,", Said((3,))),
        ("()", Said(())),
        ("[B, 3, ?, _]", Said(("B", 3, None, None))),
        ("*batch, c", Said(("c",), 0)),
        ("N,3:f32", Said(("N", 3), None, ("float32",))),
        ("N : np.uint8", Said(("N",), None, ("uint8",), "np")),
        ("2 * d, h // 2", Said(("2*d", "h//2"))),
    ],
)
def test_reads(text: str, said: Said) -> None:
    assert parsed(text) == said


REFUSED = ["", "3,,4", "a b", "3.5", "f(x)", "...,...", "(3", "3:", "3:f3", "3:a b.f32", "-2", ":f32"]


@pytest.mark.parametrize("text", REFUSED)
def test_refuses(text: str) -> None:
    with pytest.raises(Unspeakable):
        parsed(text)


def test_short_dtypes() -> None:
    short = {"f32": "float32", "i64": "int64", "u8": "uint8", "bf16": "bfloat16", "c64": "complex64", "bool": "bool"}
    assert {name: dtype_of(name) for name in short} == short
    assert dtype_of("long") == "int64"
    assert dtype_of("seven") is None
