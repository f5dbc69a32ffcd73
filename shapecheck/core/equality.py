"""Whether plain values are equal, where that is known."""

from __future__ import annotations

from .budget import spend
from .dim import Dim
from .mapping import Mapping
from .objects import Class, Instance, bare
from .plain import Constant, compare
from .sequence import SETS, Sequence
from .truth import Truth
from .value import Unknown, Value

_PLAIN = (Constant, Sequence, Mapping, Class)


def equal(left: Value, right: Value) -> bool | None:
    """`left == right`; None if that is not known."""
    left, right = bare(left), bare(right)
    if isinstance(left, Constant) and isinstance(right, Constant):
        return _constants(left, right)
    if isinstance(left, Sequence) and isinstance(right, Sequence):
        return _sequences(left, right)
    if isinstance(left, Mapping) and isinstance(right, Mapping):
        return _mappings(left, right)
    if isinstance(left, Instance) or isinstance(right, Instance):
        return _instances(left, right)
    if isinstance(left, Class) and isinstance(right, Class):
        return left.state is right.state
    if isinstance(left, _PLAIN) and isinstance(right, _PLAIN):
        return False
    return True if left is right and left.kind in ("function", "module") else left.equals(right)


def _instances(left: Value, right: Value) -> bool | None:
    """Objects whose classes do not say when they are equal are equal to themselves alone."""
    objects = [one for one in (left, right) if isinstance(one, Instance)]
    if not all(map(_by_identity, objects)):
        return None
    if len(objects) == 2:
        return objects[0].state is objects[1].state
    return False if isinstance(left, _PLAIN) or isinstance(right, _PLAIN) else None


def _by_identity(value: Instance) -> bool:
    """The object is equal to itself alone; how those of a library compare is not known."""
    own = value.cls.library_path() in (None, "builtins.object") or bool(value.hidden("single"))
    return own and value.by_identity and not value.cls.is_open


def _constants(left: Constant, right: Constant) -> bool | None:
    if isinstance(left.payload, Dim) or isinstance(right.payload, Dim):
        if left.dim is None or right.dim is None:
            return False if isinstance(left.payload, str) or isinstance(right.payload, str) else None
        answer = compare("==", left.dim, right.dim)
        return None if answer is Truth.MAYBE else answer is Truth.YES
    return bool(left.payload == right.payload)


def _sequences(left: Sequence, right: Sequence) -> bool | None:
    if left.one_shot or right.one_shot:
        return left.state is right.state
    sets = (left.type_name in SETS, right.type_name in SETS)
    if sets[0] is not sets[1] or (not sets[0] and left.type_name != right.type_name):
        return False
    if left.size.equals(right.size) is Truth.NO:
        return False
    mine, theirs = left.known, right.known
    if mine is None or theirs is None:
        return None
    spend(len(mine))
    if sets[0]:
        found = [any(equal(one, other) for other in theirs) for one in mine]
        known = all(isinstance(one, Constant) for one in (*mine, *theirs))
        return all(found) if known else None
    return _all([equal(one, other) for one, other in zip(mine, theirs, strict=True)])


def _mappings(left: Mapping, right: Mapping) -> bool | None:
    if left.partial or right.partial:
        return None
    if left.items.keys() != right.items.keys():
        return False
    return _all([equal(value, right.items[key]) for key, value in left.items.items()])


def _all(answers: list[bool | None]) -> bool | None:
    return False if False in answers else None if None in answers else True


def position(items: tuple[Value, ...], wanted: Value) -> int | None:
    """Where a value stands among others: -1 is nowhere, None is not known."""
    for at, item in enumerate(items):
        same = True if item is wanted and not isinstance(item, Unknown) else equal(item, wanted)
        if same is not False:
            return at if same else None
    return -1
