"""Sets: which elements are distinct, and what the operators and methods of sets make of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .dim import Dim
from .joining import join_all
from .plain import NONE, Constant, Scalar
from .sequence import SETS, Sequence
from .value import Arguments, Failed, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from .value import Context

_OPERATORS: dict[str, Callable[[set[Hashable], set[Hashable]], set[Hashable]]] = {
    "|": set.union, "&": set.intersection, "-": set.difference, "^": set.symmetric_difference,
}  # fmt: skip
_COMPARISONS = {"<": set.__lt__, "<=": set.__le__, ">": set.__gt__, ">=": set.__ge__}
_METHODS = {"union": "|", "intersection": "&", "difference": "-", "symmetric_difference": "^"}
_TESTS = {"issubset": "<=", "issuperset": ">="}


def _keyed(items: Iterable[Value]) -> dict[Hashable, Value] | None:
    """The elements by what makes them equal; None if that is not known of one of them."""
    from .mapping import from_key, payload_key

    found: dict[Hashable, Value] = {}
    for item in items:
        key = payload_key(item)
        if key is None:
            return None
        found.setdefault(key[0], item)
    drawn = [key for key in found if isinstance(key, Scalar)]
    if any(key is not other and key.may_equal(from_key(other)) for key in drawn for other in found):
        return None
    return found


def settled(items: tuple[Value, ...]) -> tuple[Value, ...]:
    """Elements in any order: where all elements of a set are among them, once each, they are known."""
    drawn = [item for item in items if isinstance(item, Scalar) and item.drawn_from is not None]
    if not drawn:
        return items
    among = drawn[0].among or ()
    whole = len(drawn) == len(among) == len({id(one) for one in drawn})
    if not whole or any(one.drawn_from is not drawn[0].drawn_from for one in drawn):
        return items
    return (*map(Constant, among), *(item for item in items if not any(item is one for one in drawn)))


def distinct(type_name: str, found: Sequence) -> Sequence:
    """The set of some elements."""
    known = found.known
    keyed = _keyed(settled(known)) if known is not None else None
    if keyed is not None:
        return Sequence(type_name, keyed.values())
    each = tuple(found)
    if len(each) == 1 and found.rest is None:
        return Sequence(type_name, each)
    low, high = found.size.bounds()
    number = Dim.unknown(1 if low else 0, None, high)
    return Sequence(type_name, (), join_all(each), number) if each else Sequence(type_name)


def operate(operator: str, left: Sequence, right: Sequence) -> Value | None:
    """`left operator right` of two sets; None where sets have no such operator."""
    mine, theirs = (_keyed(one.known) if one.known is not None else None for one in (left, right))
    if operator in _COMPARISONS:
        if mine is None or theirs is None:
            return Unknown("comparison of sets")
        return Constant(_COMPARISONS[operator](set(mine), set(theirs)))
    act = _OPERATORS.get(operator)
    if act is None:
        return None
    if mine is not None and theirs is not None:
        kept = act(set(mine), set(theirs))
        return Sequence(left.type_name, (value for key, value in {**theirs, **mine}.items() if key in kept))
    each = (*left, *right) if operator in "|^" else tuple(left)
    low = 1 if operator == "|" and (left.truth_of_size() or right.truth_of_size()) else 0
    return Sequence(left.type_name, (), join_all(each), Dim.unknown(low)) if each else Sequence(left.type_name)


def _set_of(context: Context, value: Value) -> Sequence | None:
    if isinstance(value, Sequence) and not value.one_shot:
        return distinct("set", value)
    found = context.iterate(value)
    return distinct("set", found) if isinstance(found, Sequence) else None


def _combined(context: Context, mine: Sequence, operator: str, others: Iterable[Value]) -> Sequence:
    result = mine
    for other in others:
        more = _set_of(context, other)
        made = operate(operator, result, more) if more is not None else None
        result = made if isinstance(made, Sequence) else Sequence(mine.type_name, (), Unknown("element"), Dim.unknown())
    return result if result is not mine else Sequence(mine.type_name, *mine.contents)


def method(context: Context, owner: Sequence, name: str, arguments: Arguments) -> Value | None:
    """A method of a set; None where sets have none of that name."""
    first = arguments.positional[0] if arguments.positional else NONE
    others = (*arguments.positional, *((Unknown("further sets"),) if arguments.open else ()))
    if name in _METHODS:
        return _combined(context, owner, _METHODS[name], others)
    if name in _TESTS or name == "isdisjoint":
        more = _set_of(context, first)
        if more is None:
            return Unknown("comparison of sets")
        if name == "isdisjoint":
            both = operate("&", owner, more)
            return Constant(not both.items) if isinstance(both, Sequence) and both.rest is None else Unknown("sets")
        return operate(_TESTS[name], owner, more)
    if name == "update" or name.endswith("_update"):
        change(context, owner, _METHODS.get(name.removesuffix("_update"), "|"), others)
        return NONE
    if name == "add":
        change(context, owner, "|", [Sequence.tuple((first,))])
        return NONE
    if name in ("discard", "remove"):
        return _discard(context, owner, first, name == "remove")
    if name == "pop":
        return _pop(context, owner)
    return None


def change(context: Context, owner: Sequence, operator: str, others: Iterable[Value]) -> None:
    """`owner operator= other`, in place."""
    made = _combined(context, owner, operator, others)
    owner.set(context, made.items, made.rest, made.contents.number)


def _discard(context: Context, owner: Sequence, value: Value, strict: bool) -> Value:
    keyed = _keyed(owner.known) if owner.known is not None else None
    wanted = _keyed((value,))
    if keyed is not None and wanted is not None:
        if strict and not keyed.keys() & wanted.keys():
            return Failed("KeyError", "an element that a set does not have")
        owner.set(context, (item for key, item in keyed.items() if key not in wanted))
    else:
        change(context, owner, "-", [Sequence.tuple((value,))])
        return Unknown("an element that a set may not have") if strict else NONE
    return NONE


def _pop(context: Context, owner: Sequence) -> Value:
    each = tuple(owner)
    if not each:
        return Failed("KeyError", "pop of an empty set")
    one = owner.unordered().rest if len(each) > 1 else each[0]
    if len(each) == 1 and owner.rest is None:
        owner.set(context, ())
    else:
        owner.set(context, (), join_all(each), owner.size - 1)
    return one or Unknown("an element of a set")


__all__ = ["SETS", "change", "distinct", "method", "operate"]
