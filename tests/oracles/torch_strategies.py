"""Calls of torch made up at random: indices, views, expansions, equations and patterns of axes."""

from __future__ import annotations

from math import prod
from random import Random
from typing import Any

import torch

Shape = tuple[int, ...]


def shape(random: Random, rank: int | None = None) -> Shape:
    count = random.randint(0, 4) if rank is None else rank
    return tuple(random.choice((1, 2, 3, 4)) if random.random() < 0.97 else 0 for _ in range(count))


# -- indices ----------------------------------------------------------------------------------------------------


def index(random: Random, sizes: Shape) -> Any:
    """Of every kind that there is, most of them fitting."""
    parts, left = [], list(sizes)
    for _ in range(random.choice((1, 1, 2, 2, 3, 4))):
        part = _part(random, left)
        parts.append(part)
        if isinstance(part, torch.Tensor) and part.dtype == torch.bool:
            left = left[part.dim() :]
        elif part is Ellipsis:
            left = left[len(left) // 2 :]
        elif part is not None and not isinstance(part, bool):
            left = left[1:]
    return parts[0] if len(parts) == 1 and random.random() < 0.7 else tuple(parts)


def _part(random: Random, left: list[int]) -> Any:
    length = left[0] if left else 2
    kinds = ("number", "slice", "new", "dots", "mask", "numbers", "list", "truth")
    kind = random.choices(kinds, (22, 23, 10, 8, 12, 15, 7, 3))[0]
    if kind == "number":
        return random.randint(-length - 1, length) if random.random() < 0.15 or not length else random.randrange(length)
    if kind == "slice":
        ends: list[Any] = [random.choice((None, random.randint(-length - 1, length + 1))) for _ in range(2)]
        return slice(ends[0], ends[1], random.choice((None, None, 1, 2)))
    if kind == "mask":
        sizes = tuple(left[: random.choice((1, 1, 1, 2, 2, 3))]) if random.random() < 0.85 else shape(random)
        return torch.rand(sizes) > 0.5
    if kind == "numbers":
        high = max(length, 1) + (3 if random.random() < 0.1 else 0)
        return torch.randint(-max(length, 1), high, shape(random, random.choice((0, 1, 1, 2))))
    if kind == "list":
        return [random.randrange(-length, length) if length else 0 for _ in range(random.randint(0, 3))]
    return {"new": None, "dots": Ellipsis, "truth": random.choice((True, False))}[kind]


def fitting(random: Random, place: Shape) -> Shape:
    """A shape that can be put there, or almost."""
    if random.random() < 0.3:
        return shape(random)
    stretched = tuple(1 if random.random() < 0.3 else size for size in place)
    return stretched[random.randint(0, len(place)) :] if random.random() < 0.4 else stretched


# -- views ------------------------------------------------------------------------------------------------------


def strided(random: Random) -> torch.Tensor:
    """A tensor whose axes have changed places."""
    made = torch.rand(shape(random))
    for _ in range(random.randint(0, 3)):
        if made.dim() > 1 and random.random() < 0.6:
            made = made.transpose(random.randrange(made.dim()), random.randrange(made.dim()))
        elif made.dim() and random.random() < 0.6:
            made = made.permute(random.sample(range(made.dim()), made.dim()))
        else:
            made = made.unsqueeze(random.randint(0, made.dim()))
    return made


def regrouped(random: Random, sizes: Shape) -> Shape:
    """Other lengths with the same product, one of them perhaps -1; or almost."""
    rest, made = prod(sizes), []
    for _ in range(random.randint(0, 3)):
        made.append(random.choice([d for d in range(1, rest + 1) if rest % d == 0] or [1]))
        rest //= made[-1]
    made.append(rest)
    if random.random() < 0.3:
        made[random.randrange(len(made))] = -1
    return tuple(made) if random.random() < 0.85 else (*made, 2)


def expanded(random: Random, sizes: Shape) -> Shape:
    front = [random.choice((1, 2, 3, -1)) for _ in range(random.choice((0, 0, 1, 2)))]
    return (*front, *(random.choice((size, size, -1, random.randint(1, 4))) for size in sizes)) or (1,)


# -- equations and patterns ----------------------------------------------------------------------------------------


def equation(random: Random) -> tuple[str, list[torch.Tensor]]:
    """Of `einsum`, with its operands."""
    sizes = {letter: random.randint(1, 4) for letter in "abcde"}
    terms, operands = [], []
    for _ in range(random.randint(1, 3)):
        term = "".join(random.choice("abcde") for _ in range(random.randint(0, 3)))
        lengths = [sizes[c] if random.random() < 0.95 else random.randint(1, 4) for c in term]
        if random.random() < 0.25:
            at = random.randint(0, len(term))
            lengths[at:at] = [random.choice((1, 2)) for _ in range(random.randint(0, 2))]
            term = f"{term[:at]}...{term[at:]}"
        terms.append(term)
        operands.append(torch.rand(lengths if random.random() < 0.95 else [*lengths, 2]))
    text = ",".join(terms)
    if random.random() < 0.3:
        return text, operands
    letters = sorted(set(text) - set(".,"))
    right = random.sample(letters, random.randint(0, len(letters)))
    if "..." in text and random.random() < 0.8:
        right.insert(random.randint(0, len(right)), "...")
    return f"{text}->{''.join(right)}{'z' if random.random() < 0.05 else ''}", operands


def pattern(random: Random, kind: str) -> tuple[str, list[int], dict[str, int]]:
    """Of `einops`, with the lengths of an operand, and the sizes that are given."""
    names = random.sample("abcdef", 6)
    sizes = {name: random.choice((1, 2, 3)) for name in names}
    left: list[str] = []
    lengths: list[int] = []
    given: dict[str, int] = {}
    used: list[str] = []
    for _ in range(random.randint(1, 4)):
        group = [names.pop() for _ in range(min(random.choice((1, 1, 1, 2)), len(names)))]
        if not group:
            break
        used += group
        left.append(_spelt(group))
        lengths.append(prod(sizes[name] for name in group))
        given.update({name: sizes[name] for name in group[1:]})
    kept = [name for name in used if kind != "reduce" or random.random() < 0.6]
    if kind == "repeat":
        more = names[: random.randint(0, 2)]
        kept += more
        given.update({name: sizes[name] for name in more})
    random.shuffle(kept)
    right = []
    while kept:
        right.append(_spelt([kept.pop() for _ in range(min(random.choice((1, 1, 2)), len(kept)))]))
    if random.random() < 0.2:
        at = random.randint(0, len(left))
        left.insert(at, "...")
        lengths[at:at] = [random.choice((1, 2)) for _ in range(random.randint(0, 2))]
        right.insert(random.randint(0, len(right)), "...")
    _disturb(random, right, lengths, given)
    return f"{' '.join(left)} -> {' '.join(right)}", lengths, given


def _spelt(group: list[str]) -> str:
    return group[0] if len(group) == 1 else f"({' '.join(group)})"


def _disturb(random: Random, right: list[str], lengths: list[int], given: dict[str, int]) -> None:
    """Now and then something that does not fit."""
    chance = random.random()
    if chance < 0.05 and right:
        right.pop()
    elif chance < 0.09:
        right.append("z")
    elif chance < 0.13 and lengths:
        lengths[0] += 1
    elif chance < 0.16:
        lengths.append(2)
    elif chance < 0.19:
        given["q"] = 2
    elif chance < 0.3:
        right.append("1")
