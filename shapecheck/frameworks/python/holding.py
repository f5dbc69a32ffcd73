"""Objects of classes that derive from `dict`, `list`, `str` and the like: each holds one of that type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence, payload_key, truth_value
from ...core.objects import Class, Instance
from ...core.plain import NONE
from ...core.value import Arguments, Unknown, Value
from .tools import without_first

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

MUTABLE = frozenset(("dict", "list", "set"))
HOLDING = MUTABLE | {"tuple", "str", "bytes", "frozenset"}
"""Types whose own members work on what the objects of a class that derives from them hold."""


def derived(context: Context, cls: Class, held: Value | None, arguments: Arguments) -> Instance:
    """An object of a class of the program that derives from a built-in type, and what it holds of that type."""
    instance = Instance(cls)
    if held is not None:
        instance.state[" held"] = held
    init = cls.find("__init__")
    if init is not None:
        context.call(init, arguments.after(instance))
    return instance


def filling(convert: Callable[[Context, Arguments], Value]) -> Callable[[Context, Arguments], Value]:
    """The `__init__` of a type whose objects change."""

    def init(context: Context, arguments: Arguments) -> Value:
        owner, rest = arguments.positional[0] if arguments.positional else NONE, without_first(arguments)
        if isinstance(owner, Instance):
            owner.hide(context, "held", Unknown("contents") if rest.open else convert(context, rest))
        return NONE

    return init


def _inside(arguments: Arguments) -> Value:
    """What the first argument holds, or is."""
    owner = arguments.positional[0] if arguments.positional else NONE
    if not isinstance(owner, Instance):
        return owner
    held = owner.hidden("held")
    return held if isinstance(held, Value) else Unknown(f"contents of a {owner.kind}")


def of_contents(name: str) -> Callable[[Context, Arguments], Value]:
    """`str.strip(text)` is `text.strip()`."""
    return lambda context, arguments: context.call(
        context.attribute(_inside(arguments), name), without_first(arguments)
    )


def _item(context: Context, arguments: Arguments) -> Value:
    owner, held = arguments.positional[0], _inside(arguments)
    index = arguments.get(1, "key") or NONE
    missing = owner.cls.find("__missing__") if isinstance(owner, Instance) else None
    if missing is not None and contains(held, index) is False:
        return context.call(missing, Arguments((owner, index)))
    return context.item(held, index)


def _set_item(context: Context, arguments: Arguments) -> Value:
    if len(arguments.positional) == 3:
        _inside(arguments).set_item(context, *arguments.positional[1:])
    return NONE


def contains(container: Value, item: Value) -> bool | None:
    """`item in container`"""
    key = payload_key(item)
    if key is None or isinstance(key[0], Value):
        return None
    if isinstance(container, Mapping):
        return True if key[0] in container.items else None if container.open else False
    known = container.known if isinstance(container, Sequence) else None
    keys = [payload_key(one) for one in known or ()]
    if known is None or None in keys:
        return None
    return any(not isinstance(one[0], Value) and one[0] == key[0] for one in keys if one is not None)


def _contains(context: Context, arguments: Arguments) -> Value:
    held, item = _inside(arguments), arguments.get(1, "key") or NONE
    identity = None if item.key() is None or held.key() is None else ("in", item.key(), held.key())
    answer = contains(held, item)
    return Unknown("in", identity) if answer is None else truth_value(answer, "in")


def _class_item(context: Context, arguments: Arguments) -> Value:
    return arguments.positional[0] if arguments.positional else NONE


SPECIAL: dict[str, Callable[[Context, Arguments], Value]] = {
    "__len__": lambda context, arguments: _inside(arguments).length(context),
    "__iter__": lambda context, arguments: context.iterate(_inside(arguments)),
    "__getitem__": _item, "__setitem__": _set_item, "__delitem__": of_contents("pop"), "__contains__": _contains,
    "__class_getitem__": _class_item,
}  # fmt: skip
