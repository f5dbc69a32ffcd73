"""Sums of products by subscripts."""

from __future__ import annotations

from ..core.dim import Dim
from ..core.outcome import Mismatch, Undecided, assume_equal
from ..core.shape import Shape
from ..core.truth import Truth
from .broadcast import broadcast

_KIND = "einsum-operand-mismatch"


def einsum(equation: str, shapes: tuple[Shape, ...]) -> Shape:
    """The result of `equation`: a letter has one length in all operands (1 stretches), `...` broadcasts.

    Without `->` the result has the letters that occur once, in order. Source: numpy.einsum.
    """
    text = equation.replace(" ", "")
    left, arrow, right = text.partition("->")
    terms = left.split(",")
    if len(terms) != len(shapes):
        raise Mismatch(
            _KIND,
            f"{len(terms)} terms for {len(shapes)} operands",
            runtime="einsum(): more operands were provided than specified in the equation"
            if len(shapes) > len(terms)
            else "einsum(): fewer operands were provided than specified in the equation",
        )
    sizes: dict[str, Dim] = {}
    batches = [_bind(term, shape, at, sizes) for at, (term, shape) in enumerate(zip(terms, shapes, strict=True))]
    batch = broadcast(*batches, kind=_KIND)
    letters = left.replace(",", "").replace("...", "")
    if not arrow:
        right = ("..." if "..." in left else "") + "".join(c for c in sorted(set(letters)) if letters.count(c) == 1)
    return _result(right, sizes, batch)


def _result(term: str, sizes: dict[str, Dim], batch: Shape) -> Shape:
    front, dots, back = term.partition("...")
    missing = next((letter for letter in front + back if letter not in sizes), None)
    if missing is not None:
        raise Mismatch(
            _KIND,
            f"the subscript {missing} is in no operand",
            runtime=f"einsum(): output subscript {missing} does not appear in the equation for any input operand",
        )
    middle = batch if dots else Shape()
    return Shape(sizes[c] for c in front) + middle + tuple(sizes[c] for c in back)


def _bind(term: str, shape: Shape, at: int, sizes: dict[str, Dim]) -> Shape:
    """Binds the letters of a term to lengths; gives the axes that `...` stands for."""
    front, dots, back = term.partition("...")
    named = len(front) + len(back)
    if not shape.known_rank:
        if dots:
            raise Undecided("the rank is not known")
        shape = Shape.of_rank(named)
    if shape.rank < named or (shape.rank > named and not dots):
        raise Mismatch(
            _KIND,
            f"the subscripts {term} for the operand {shape}",
            runtime=f"einsum(): the number of subscripts in the equation ({named}) does not match the number of "
            f"dimensions ({shape.rank}) for operand {at} and no ellipsis was given",
        )
    spelt = (*shape.dims[: len(front)], *shape.dims[shape.rank - len(back) :])
    own: dict[str, Dim] = {}
    for letter, dim in zip(front + back, spelt, strict=True):
        if own.setdefault(letter, dim).equals(dim) is Truth.NO:
            raise Mismatch(
                _KIND,
                f"the subscript {letter} is {own[letter]} and {dim} in one operand",
                dim,
                own[letter],
                runtime=f"einsum(): subscript {letter} is repeated for operand {at} but the sizes don't match, "
                f"{dim} != {own[letter]}",
            )
        sizes[letter] = _agree(letter, sizes.get(letter), dim, at)
    return Shape(shape.dims[len(front) : shape.rank - len(back)])


def _agree(letter: str, known: Dim | None, dim: Dim, at: int) -> Dim:
    """The length of a letter that is met again."""
    if known is None or known.equals(1) is Truth.YES:
        return dim
    if dim.equals(1) is Truth.YES:
        return known
    same = known.equals(dim)
    fixed = known.equals(1) is Truth.NO, dim.equals(1) is Truth.NO
    if same is Truth.NO and all(fixed):
        raise Mismatch(
            _KIND,
            f"the subscript {letter} is {known} and {dim}",
            dim,
            known,
            runtime=f"einsum(): subscript {letter} has size {dim} for operand {at} which does not broadcast with "
            f"previously seen size {known}",
        )
    if same is Truth.MAYBE and all(fixed):
        assume_equal(known, dim)
    return dim if fixed[1] > fixed[0] or (known.is_unknown and not fixed[0]) else known
