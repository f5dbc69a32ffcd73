"""Conditions: whether a value counts as true, what follows from what a path assumes, and what that leaves of values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.plain import NONE
from ..core.reading import asked
from ..core.value import Choice, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Hashable

    from .machine import Machine

_NONE = NONE.key()
_MOST = 64
"""Where more is assumed than this, what follows from it is not looked for."""


def truth(machine: Machine, value: Value) -> tuple[bool | None, Hashable, bool]:
    """Whether a value counts as true; where that is not known, the key of the condition to assume, and what the truth
    is when that key is true."""
    value = machine.resolve(value)
    if isinstance(value, Choice):
        return _truth_of_choice(machine, value)
    answer = value.truth(machine)
    if answer is not None:
        return answer, None, True
    key = value.key()
    if key is None:
        key = ("truth", value)
    when = True
    if isinstance(key, tuple) and len(key) == 3 and key[0] == "!=":
        key, when = ("==", *key[1:]), False
    asked(key)
    if key in machine.assumed:
        return machine.assumed[key] is when, key, when
    followed = _follows(machine.assumed, key)
    return (None if followed is None else followed is when), key, when


def _follows(assumed: dict[Hashable, bool], key: Hashable) -> bool | None:
    """What a condition is because of others: something equals one constant only, and then counts as true with it."""
    if not assumed or len(assumed) > _MOST:
        return None
    asked = _comparison(key)
    if asked is None:
        equal = (found[1] for known, held in assumed.items() if held and (found := _comparison(known)) is not None
                 and found[0] == key)  # fmt: skip
        return next((bool(constant) for constant in equal), None)
    subject, constant = asked
    counts = assumed.get(subject)
    if counts is not None and counts is not bool(constant):
        return False
    for known, held in assumed.items():
        found = _comparison(known) if held else None
        if found is not None and found[0] == subject and found[1] != constant:
            return False
    return None


def _comparison(key: Hashable) -> tuple[Hashable, Any] | None:
    """Of `subject == constant` and `subject is constant`: the two."""
    if isinstance(key, tuple) and len(key) == 3 and key[0] in ("==", "is"):
        constant = key[2]
        if isinstance(constant, tuple) and len(constant) == 3 and constant[0] == "constant":
            return key[1], constant[2]
    return None


def _truth_of_choice(machine: Machine, choice: Choice) -> tuple[bool | None, Hashable, bool]:
    before = machine.assumed
    answers: list[tuple[dict[Hashable, bool], bool | None, dict[bool, dict[Hashable, bool]]]] = []
    for conditions, value in choice.alternatives:
        machine.assumed = {**before, **conditions}
        answer, key, when = truth(machine, value)
        means = {} if answer is not None else {held: assume(machine, key, held is when) for held in (True, False)}
        answers.append((conditions, answer, means))
    machine.assumed = before
    if len({answer for _, answer, _ in answers}) == 1 and answers[0][1] is not None:
        return answers[0][1], None, True
    if len(answers) == 2 and answers[0][1] is not None and answers[1][1] is not None:
        key = next((key for key, held in answers[0][0].items() if held and answers[1][0].get(key) is False), None)
        if key is not None and len(answers[0][0]) == len(answers[1][0]) == 1:
            return None, key, answers[0][1]
    key = choice.key() or ("truth", choice)
    asked(key)
    if key in before:
        return before[key], key, True
    for held in (True, False):
        left = [(conditions, means) for conditions, answer, means in answers if answer is not (not held)]
        if len(left) == 1:
            machine.meanings[key, held] = {**left[0][0], **left[0][1].get(held, {})}
    return None, key, True


def answer(machine: Machine, key: Hashable) -> tuple[bool | None, ...]:
    """All that a path says of a condition."""
    assumed = machine.assumed
    return assumed.get(key), _follows(assumed, key), dict.get(machine.settled, key)


def assume(machine: Machine, key: Hashable, held: bool) -> dict[Hashable, bool]:
    """A condition, and what is so because of it."""
    return {**machine.meanings.get((key, held), {}), key: held}


def resolve(machine: Machine, value: Value) -> Value:
    """Of a choice, what the assumptions of this path leave; of an unknown that is None on this path, None."""
    if isinstance(value, Unknown):
        asked(("is", value.identity, _NONE))
        found = machine.assumed and machine.assumed.get(("is", value.identity, _NONE))
        return NONE if found else value
    assumed, settled = machine.assumed, machine.settled
    if isinstance(value, Choice):
        for conditions, _ in value.alternatives:
            for key in conditions:
                asked(key)
    if not isinstance(value, Choice) or not (assumed or settled):
        return value
    left = [
        (conditions, one)
        for conditions, one in value.alternatives
        if all(assumed.get(key, settled.get(key, held)) == held for key, held in conditions.items())
    ]
    if len(left) == 1:
        return machine.resolve(left[0][1])
    return value if not left or len(left) == len(value.alternatives) else Choice(left)
