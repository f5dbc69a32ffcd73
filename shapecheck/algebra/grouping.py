"""Axes taken apart, put in order and put together by a pattern such as `b c (h p) w -> b (h w) (p c)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.dim import Dim, product
from ..core.outcome import Mismatch, Undecided, require_equal
from ..core.shape import Shape
from ..core.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Mapping

Group = list[str]
"""The names of one axis: several are multiplied, none is a length of 1."""
ELLIPSIS = "..."
EACH = "each of ..."
"""An ellipsis outside of brackets: each of its axes is one of the result's."""


def regroup(shape: Shape, pattern: str, given: Mapping[str, Dim]) -> Shape:
    """The shape after `left -> right`; `given` are the lengths of names. A name that is on the left only is reduced,
    one that is on the right only is repeated and must be given."""
    left, arrow, right = pattern.partition("->")
    if not arrow:
        raise Undecided("a pattern without an arrow")
    before, after = parse(left), parse(right)
    sizes = dict(given)
    if [EACH] in before or any(ELLIPSIS in group for group in before):
        before, after = _spread(before, after, shape)
    elif shape.known_rank and shape.rank != len(before):
        raise Mismatch("permute-rank-mismatch", f"the pattern '{left.strip()}' has {len(before)} axes, got {shape}",
                       runtime=f"Expected {len(before)} dimensions, got {shape.rank}")  # fmt: skip
    lengths = shape.dims if shape.known_rank else Shape.of_rank(len(before)).dims
    for group, length in zip(before, lengths, strict=True):
        _solve(group, length, sizes)
    missing = next((name for group in after for name in group if name not in sizes), None)
    if missing is not None:
        raise Undecided(f"the length of {missing} is not given")
    return Shape(product([sizes[name] for name in group]) for group in after)


def sides(pattern: str) -> tuple[list[str], list[str]]:
    """The names on the left and on the right, each as often as it is written; an ellipsis is one."""
    left, arrow, right = pattern.partition("->")
    if not arrow:
        raise Undecided("a pattern without an arrow")
    both = ([ELLIPSIS if name == EACH else name for group in parse(side) for name in group] for side in (left, right))
    return next(both), next(both)


def parse(side: str) -> list[Group]:
    """The axes of one side of a pattern."""
    groups: list[Group] = []
    inside: Group | None = None
    for word in side.replace("(", " ( ").replace(")", " ) ").replace(ELLIPSIS, f" {ELLIPSIS} ").split():
        if word == "(" and inside is None:
            inside = []
        elif word == ")" and inside is not None:
            groups.append(inside)
            inside = None
        elif word in "()":
            raise Undecided("brackets that do not fit")
        else:
            names = [] if word == "1" else [word]
            if inside is None:
                groups.append([EACH] if word == ELLIPSIS else names)
            else:
                inside += names
    if inside is not None or any(word.isdigit() for group in groups for word in group):
        raise Undecided("a pattern that is not understood")
    return groups


def _spread(before: list[Group], after: list[Group], shape: Shape) -> tuple[list[Group], list[Group]]:
    """Both sides with a name for each axis that the ellipsis stands for."""
    if [EACH] not in before:
        raise Undecided("an ellipsis inside brackets on the left")
    count = shape.rank - len(before) + 1
    if count < 0:
        raise Mismatch("permute-rank-mismatch", f"the pattern has at least {len(before) - 1} axes, got {shape}",
                       runtime=f"Expected at least {len(before) - 1} dimensions, got {shape.rank}")  # fmt: skip
    names = [f"{ELLIPSIS}{i}" for i in range(count)]
    return _put(before, names), _put(after, names)


def _put(side: list[Group], names: list[str]) -> list[Group]:
    found: list[Group] = []
    for group in side:
        if group == [EACH]:
            found += [[name] for name in names]
        elif ELLIPSIS in group:
            at = group.index(ELLIPSIS)
            found.append([*group[:at], *names, *group[at + 1 :]])
        else:
            found.append(group)
    return found


def _solve(group: Group, length: Dim, sizes: dict[str, Dim]) -> None:
    """Learns the one length of a group that is not known yet; the product must be the axis."""
    unknown = [name for name in group if name not in sizes]
    known = product([sizes[name] for name in group if name in sizes])
    if len(unknown) > 1:
        for name in unknown:
            sizes[name] = Dim.unknown()
    elif not unknown:
        words = "the pattern says {wanted}, the axis has {got}"
        same = require_equal(length, known, "view-size-mismatch", words, runtime="Shape mismatch,")
        if len(group) == 1:
            sizes[group[0]] = same
    elif len(group) == 1:
        sizes[unknown[0]] = length
    elif known == 0:
        raise Undecided("a length of 0")
    elif (length % known).equals(0) is Truth.NO:
        text = f"an axis of {length} cannot be divided in chunks of {known}"
        runtime = f"Shape mismatch, can't divide axis of length {length} in chunks of {known}"
        raise Mismatch("view-size-mismatch", text, length, known, runtime=runtime)
    else:
        sizes[unknown[0]] = length // known
