"""The built-in types as classes: calling one converts, and `isinstance` knows which values are theirs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from ...core import sets
from ...core.containers import Mapping, Sequence, join_all, keyword_arguments, payload_key, truth_value
from ...core.dim import Dim
from ...core.objects import Class, Instance, Property, Static
from ...core.plain import NONE, Constant, Scalar
from ...core.tensor import Tensor
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .held import Held
from .holding import HOLDING, MUTABLE, SPECIAL, derived, filling, of_contents
from .tools import (
    anything,
    bag_of,
    compute,
    mapping_of,
    payload,
    plain,
    prints_alike,
    sequence_of,
    text_of,
    without_first,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

_LONGEST_DIGITS = 4000
CLASSES: dict[str, Class] = {}
"""The class of every built-in type, by its name."""
METHODS = {
    "str": "capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha "
    "isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper join ljust lower "
    "lstrip partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines "
    "startswith strip swapcase title translate upper zfill",
    "list": "append clear copy count extend index insert pop remove reverse sort",
    "tuple": "count index",
    "dict": "clear copy get items keys pop popitem setdefault update values",
    "set": "add clear copy difference discard intersection isdisjoint issubset issuperset pop remove union update",
    "bytes": "decode hex join split startswith",
}


def _class(name: str, convert: Callable[[Context, Arguments], Value], *bases: Class) -> Class:
    """Declares a built-in type: `convert` gets the arguments of the call."""

    def make(context: Context, arguments: Arguments) -> Value:
        cls, rest = arguments.positional[0], without_first(arguments)
        if cls is CLASSES[name]:
            return convert(context, rest) if not rest.open else _fresh(name)
        if not isinstance(cls, Class):
            return Unknown(f"a {name}")
        held = None
        if name in MUTABLE:
            held = convert(context, Arguments())
        elif name in HOLDING:
            held = convert(context, rest) if not rest.open else _fresh(name)
        return derived(context, cls, held, rest)

    path = f"builtins.{name}"
    members: dict[str, Value] = {"__new__": Native(path, make)}
    for method in METHODS.get(name, "").split():
        members[method] = Native(f"{path}.{method}", of_contents(method))
    for special, run in SPECIAL.items() if name in HOLDING else ():
        members[special] = Native(f"{path}.{special}", run)
    if name in MUTABLE:
        members["__init__"] = Native(f"{path}.__init__", filling(lambda context, rest: convert(context, rest)))
    cls = Class(name, bases or (CLASSES["object"],), members, path)
    CLASSES[name] = cls
    declare(path, cls)
    return cls


def _fresh(name: str) -> Value:
    if name in ("list", "tuple", "set", "frozenset"):
        return anything(name, f"element of a {name}")
    return Mapping({}, open=True) if name == "dict" else Scalar(name)


# -- object and type -----------------------------------------------------------------------------------------------



def _set_attribute(context: Context, arguments: Arguments) -> Value:
    owner, name, new = (*arguments.positional, NONE, NONE, NONE)[:3]
    text = payload(name)
    if isinstance(owner, Instance) and isinstance(text, str):
        owner.put(context, text, new)
    elif isinstance(owner, Instance):
        owner.put_anywhere(context)
    return NONE


_NO_INIT: dict[str, Value] = {
    "__init__": Native("object.__init__", lambda context, arguments: NONE),
    "__setattr__": Native("object.__setattr__", _set_attribute),
}
CLASSES["object"] = Class("object", (), _NO_INIT, "builtins.object")
declare("builtins.object", CLASSES["object"])


def _type(context: Context, arguments: Arguments) -> Value:
    if len(arguments.positional) != 1:
        return context.gap("a class made by type()")
    return class_of(arguments.positional[0]) or Unknown("type of a value")


def class_of(value: Value) -> Class | None:
    """The class of a value, if it is known exactly."""
    if isinstance(value, Instance):
        return value.cls
    if isinstance(value, Class):
        return CLASSES["type"]
    own = getattr(value, "cls", None)
    if isinstance(own, Class):  # a named tuple
        return own
    name = type_name_of(value)
    return CLASSES.get(name) if name is not None else None


def type_name_of(value: Value) -> str | None:
    """The name of the built-in type of a value."""
    if isinstance(value, (Constant, Scalar)):
        return value.type_name
    if isinstance(value, Sequence):
        return value.type_name if value.type_name in CLASSES and not value.names else None
    return "dict" if isinstance(value, Mapping) and value.type_name == "dict" else None


# -- numbers -------------------------------------------------------------------------------------------------------


def _int(context: Context, arguments: Arguments) -> Value:
    if not arguments.positional:
        return Constant(0)
    value = arguments.positional[0]
    if isinstance(value, Tensor):
        return _whole(value.facts.constant)
    if isinstance(value, Constant):
        if isinstance(value.payload, Dim):
            return value
        if isinstance(value.payload, (bool, int)) and len(arguments.positional) == 1:
            return Constant(int(value.payload), value.origin)
        if isinstance(value.payload, str) and len(value.payload) > _LONGEST_DIGITS:
            return Scalar("int")
        return compute(int, arguments, "int")
    if isinstance(value, Held):
        return compute(int, arguments, "int")
    if isinstance(value, Instance):
        held = value.hidden("held")
        return _int(context, Arguments((held,))) if isinstance(held, Value) else _converted(context, value)
    if isinstance(value, Scalar):
        if value.quotient is not None:
            return Constant(truncated(*value.quotient)) if _positive(*value.quotient) else Scalar("int")
        return _among(value, int, "int")
    return Scalar("int")


def _converted(context: Context, value: Instance) -> Value:
    own = value.special(context, "__int__") or value.special(context, "__index__")
    return own if isinstance(own, Constant) and own.type_name == "int" else Scalar("int")


def _whole(constant: Any) -> Value:
    """The whole number that an array of one element holds."""
    if isinstance(constant, Dim):
        return Constant(constant, constant.origin)
    known = isinstance(constant, (bool, int, float)) and math.isfinite(constant)
    return Constant(int(constant)) if known else Scalar("int")


def _positive(left: Dim, right: Dim) -> bool:
    low, least = left.bounds()[0], right.bounds()[0]
    return low is not None and low >= 0 and least is not None and least > 0


def truncated(left: Dim, right: Dim) -> Dim:
    """`int(left / right)` of sizes that are not negative."""
    return left // right


def _among(value: Scalar, convert: Callable[[Any], Any], kind: str) -> Scalar:
    """Converted, with the values that it may have."""
    if value.among is None:
        return Scalar(kind, origin=value.origin)
    try:
        return Scalar(kind, among=tuple(dict.fromkeys(convert(one) for one in value.among)), origin=value.origin)
    except (ValueError, TypeError, OverflowError):  # for some of them the program fails
        return Scalar(kind, origin=value.origin)


def _float(context: Context, arguments: Arguments) -> Value:
    if not arguments.positional:
        return Constant(0.0)
    value = arguments.positional[0]
    if isinstance(value, Tensor):
        constant = value.facts.constant
        if isinstance(constant, (bool, int, float)):
            return Constant(float(constant))
        low, high = value.facts.low, value.facts.high
        return Constant(float(low)) if low is not None and low == high else Scalar("float")
    if isinstance(value, Scalar):
        return value if value.type_name == "float" else _among(value, float, "float")
    return compute(float, arguments, "float") if isinstance(value, (Constant, Held)) else Scalar("float")


def _bool(context: Context, arguments: Arguments) -> Value:
    if not arguments.positional:
        return Constant(False)
    value = arguments.positional[0]
    answer = value.truth(context)
    if answer is not None:
        return truth_value(answer, "")
    key = value.key()
    return Unknown("truth of a value", None if key is None else ("truth", key))


def _complex(context: Context, arguments: Arguments) -> Value:
    return compute(complex, arguments, "complex")


# -- texts ---------------------------------------------------------------------------------------------------------


def _str(context: Context, arguments: Arguments) -> Value:
    if not arguments.positional:
        return Constant("")
    value = arguments.positional[0]
    text = text_of(value)
    if len(arguments.positional) == 1 and not arguments.keywords:
        if text is not None:
            return Constant(text)
        if isinstance(value, Scalar) and value.type_name == "str":
            return value
        if prints_alike(value):
            return compute(str, arguments, "str")
        if isinstance(value, Instance):
            own = value.special(context, "__str__")
            return own if isinstance(own, (Constant, Scalar)) and own.type_name == "str" else Scalar("str")
    return Scalar("str")


def _bytes(context: Context, arguments: Arguments) -> Value:
    known = plain(arguments)
    if known is None or any(isinstance(argument, int) for argument in known[0]):
        return Scalar("bytes")
    return compute(bytes, arguments, "bytes")


# -- containers ----------------------------------------------------------------------------------------------------


def _ordered(name: str) -> Callable[[Context, Arguments], Value]:
    def make(context: Context, arguments: Arguments) -> Value:
        if not arguments.positional:
            return Sequence(name)
        found = sequence_of(context, arguments.positional[0])
        if found is None:
            return anything(name, f"element of a {name}")
        return Sequence(name, found.items, found.rest, found.contents.number)

    return make


def _distinct(name: str) -> Callable[[Context, Arguments], Value]:
    def make(context: Context, arguments: Arguments) -> Value:
        if not arguments.positional:
            return Sequence(name)
        return distinct(name, bag_of(context, arguments.positional[0]))

    return make


def distinct(name: str, found: Sequence | None) -> Sequence:
    """The set of the elements."""
    return anything(name, f"element of a {name}") if found is None else sets.distinct(name, found)


def _dict(context: Context, arguments: Arguments) -> Value:
    base = mapping_of(context, arguments.positional[0]) if arguments.positional else Mapping()
    return Mapping(*(base or Mapping(open=True)).with_more(keyword_arguments(arguments.keywords, arguments.open)))


def _fromkeys(context: Context, arguments: Arguments) -> Value:
    keys = sequence_of(context, arguments.positional[0]) if arguments.positional else None
    value = arguments.get(1, "value") or NONE
    found = [payload_key(key) for key in (keys.known or () if keys is not None else ())]
    if keys is None or keys.known is None or None in found:
        return Mapping({}, open=True)
    return Mapping({key[0]: value for key in found if key is not None})


def _slice(context: Context, arguments: Arguments) -> Value:
    from ...core.containers import Slice

    given = arguments.positional
    if not 1 <= len(given) <= 3:
        return Unknown("a slice")
    return Slice(NONE, given[0]) if len(given) == 1 else Slice(*given)


# -- members of classes --------------------------------------------------------------------------------------------


def _property(context: Context, arguments: Arguments) -> Value:
    getter, setter = arguments.get(0, "fget"), arguments.get(1, "fset")
    return Property(getter, setter) if getter is not None else Unknown("a property")


def _static(of_class: bool) -> Callable[[Context, Arguments], Value]:
    return lambda context, arguments: (
        Static(arguments.positional[0], of_class) if arguments.positional else Unknown("a static method")
    )


_class("type", _type)
_class("int", _int)
_class("bool", _bool, CLASSES["int"])
_class("float", _float)
_class("complex", _complex)
_class("str", _str)
_class("bytes", _bytes)
_class("bytearray", lambda context, arguments: Unknown("a bytearray"))
_class("memoryview", lambda context, arguments: Unknown("a memoryview"))
_class("list", _ordered("list"))
_class("tuple", _ordered("tuple"))
_class("set", _distinct("set"))
_class("frozenset", _distinct("frozenset"))
_class("dict", _dict)
_class("slice", _slice)
_class("property", _property)
_class("staticmethod", _static(False))
_class("classmethod", _static(True))
CLASSES["dict"].state["fromkeys"] = Static(Native("builtins.dict.fromkeys", _fromkeys))
CLASSES["NoneType"] = Class("NoneType", (CLASSES["object"],), {}, "builtins.NoneType")


def joined_type(values: tuple[Value, ...]) -> Value:
    """One of several values, as a scalar where they are of one type."""
    known = [payload(value) for value in values]
    kinds = {type(one) for one in known}
    if values and len(kinds) == 1 and None not in known:
        return Scalar(type(known[0]).__name__, among=tuple(dict.fromkeys(known))) if len(known) > 1 else values[0]
    return join_all(values) if values else Unknown("one of nothing")
