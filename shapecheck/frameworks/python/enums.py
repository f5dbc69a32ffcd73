"""`enum`: the members of a class are objects of it, made when the class is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.objects import Class, Instance, Property, Static, library_class
from ...core.plain import Constant, Scalar
from ...core.tensor import OPERATORS
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .tools import answering, binary, harmless, payload
from .types import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from ...core.value import Context


class Members(Value):
    """What a class of an enumeration keeps: its members by name, without other names of the same."""

    __slots__ = ("by_name",)

    def __init__(self, by_name: dict[str, Instance]) -> None:
        self.by_name = by_name


_AUTO = Instance(library_class("enum.auto"))
_MIXED = ("str", "int", "float", "bytes", "tuple")


def _make_members(context: Context, arguments: Arguments) -> Value:
    """A class that derives from an enumeration was made: its plain attributes become members."""
    cls = arguments.positional[0]
    if not isinstance(cls, Class):
        return Unknown("an enumeration")
    members: dict[str, Instance] = {}
    values: dict[Hashable, Instance] = {}
    last: Value | None = None
    for name, given in list(cls.state.items()):
        if name.startswith(("_", " ")) or _is_descriptor(given):
            continue
        value = _counted(cls, name, last) if given is _AUTO else given
        last = value
        key = value.key() if isinstance(value, Constant) else None
        known = values.get(key) if key is not None else None
        member = known if known is not None else _member(context, cls, name, value)
        if key is not None and known is None:
            values[key] = member
        context.write(cls.state, name, member)
        members[name] = member
    if members:
        distinct = {name: one for name, one in members.items() if payload(one.state["name"]) == name}
        context.write(cls.state, " members", Members(distinct))
        context.write(cls.state, "__new__", Native("enum.Enum.__new__", _by_value))
        context.write(cls.state, "__members__", Mapping(dict(members.items())))
    return cls


def _is_descriptor(value: Value) -> bool:
    return isinstance(value, (Property, Static, Native, Class)) or value.kind in ("function", "method")


def _counted(cls: Class, name: str, last: Value | None) -> Value:
    """The value of `auto()`."""
    if cls.is_a("enum.StrEnum"):
        return Constant(name.lower())
    if cls.find("_generate_next_value_") is not None or any(cls.is_a(f"builtins.{kind}") for kind in ("str", "float")):
        return Unknown("value of auto()")
    flags = cls.is_a("enum.Flag") or cls.is_a("enum.IntFlag")
    if last is None:
        return Constant(1)
    found = payload(last)
    if not isinstance(found, int):
        return Unknown("value of auto()")
    return Constant(1 << found.bit_length() if flags else found + 1)


def _member(context: Context, cls: Class, name: str, value: Value) -> Instance:
    mixed = next((kind for kind in _MIXED if cls.is_a(f"builtins.{kind}")), None)
    known = value.known if isinstance(value, Sequence) and value.type_name == "tuple" else None
    given = Arguments(known if known is not None else (value,))
    held = None
    if mixed is not None:
        held = context.call(CLASSES[mixed], Arguments((value,)) if mixed == "tuple" else given)
    plain = cls.find("__init__")
    own = plain if plain is not None and not isinstance(plain, Native) else None
    member = Instance(cls)
    if held is not None:
        member.state[" held"] = held
    if not isinstance(cls.find("__new__") or CLASSES["object"], (Native, Class)):
        value = Unknown(f"value of {name}")
    member.state[" single"] = True
    member.state.update({"name": Constant(name), "_name_": Constant(name), "value": value, "_value_": value})
    if own is not None:
        context.call(own, given.after(member))
        member.state["value"] = member.state["_value_"]
    return member


# -- the class itself ----------------------------------------------------------------------------------------------


def _members(cls: Value) -> dict[str, Instance]:
    found = cls.find(" members") if isinstance(cls, Class) else None
    return found.by_name if isinstance(found, Members) else {}


def _by_value(context: Context, arguments: Arguments) -> Value:
    """`Color(1)`; of the library's own class `Color = Enum("Color", "RED GREEN")`."""
    cls = arguments.positional[0]
    if isinstance(cls, Class) and cls.path is not None:
        return _functional(context, cls, arguments)
    wanted = arguments.get(1, "value")
    members = list(_members(cls).values())
    if wanted is None or not members:
        return Unknown("a member of an enumeration")
    if isinstance(wanted, Instance) and wanted in members:
        return wanted
    for member in members:
        answer = binary(context, "==", member.state["value"], wanted).truth(context)
        if answer is None:
            break
        if answer:
            return member
    return Unknown("a member of an enumeration")


def _functional(context: Context, base: Class, arguments: Arguments) -> Value:
    name, given = payload(arguments.get(1, "value")), arguments.get(2, "names")
    text = payload(given)
    listed = text.replace(",", " ").split() if isinstance(text, str) else None
    known = given.known if isinstance(given, Sequence) else None
    if known is not None:
        listed = [str(payload(one)) for one in known]
    if not isinstance(name, str) or listed is None or (known and not all(isinstance(payload(k), str) for k in known)):
        return Unknown("an enumeration")
    made = Class(name, (base,), {one: _AUTO for one in listed})
    return _make_members(context, Arguments((made,)))


def _by_name(context: Context, arguments: Arguments) -> Value:
    """`Color["RED"]`"""
    cls, name = arguments.positional[0], payload(arguments.get(1, "name"))
    found = cls.state.get(name) if isinstance(cls, Class) and isinstance(name, str) else None
    return found if isinstance(found, Instance) else Unknown("a member of an enumeration")


def _each(context: Context, arguments: Arguments) -> Value:
    members = _members(arguments.positional[0])
    return Sequence("iterator", members.values()) if members else Unknown("members of an enumeration")


# -- members -------------------------------------------------------------------------------------------------------


def _compared(negated: bool) -> Callable[[Context, Arguments], Value]:
    def run(context: Context, arguments: Arguments) -> Value:
        one, other = arguments.positional[:2]
        held = one.hidden("held") if isinstance(one, Instance) else None
        if isinstance(other, Instance) and other.cls is getattr(one, "cls", None):
            return Constant((one.key() == other.key()) is not negated)
        if isinstance(held, Value):
            theirs = other.hidden("held") if isinstance(other, Instance) else other
            same = binary(context, "==", held, theirs if isinstance(theirs, Value) else other)
            answer = same.truth(context)
            return same if answer is None and not negated else _told(answer, negated)
        sure = isinstance(other, (Constant, Scalar, Sequence, Mapping))
        return _told(False if sure else None, negated)

    return run


def _told(answer: bool | None, negated: bool) -> Value:
    return Unknown("comparison with a member") if answer is None else Constant(answer is not negated)


def _calculated(symbol: str, reflected: bool) -> Callable[[Context, Arguments], Value]:
    """Of a member that is a number or a text as well."""

    def run(context: Context, arguments: Arguments) -> Value:
        both = [one.hidden("held") if isinstance(one, Instance) else one for one in arguments.positional[:2]]
        left, right = both[::-1] if reflected else both
        if not isinstance(left, Value) or not isinstance(right, Value):
            return Unknown("arithmetic of members")
        return binary(context, symbol, left, right)

    return run


def _truth(context: Context, arguments: Arguments) -> Value:
    member = arguments.positional[0]
    held = member.hidden("held") if isinstance(member, Instance) else None
    answer = held.truth(context) if isinstance(held, Value) else True
    flag = isinstance(member, Instance) and member.cls.is_a("enum.Flag")
    return Unknown("truth of a member") if answer is None or flag else Constant(answer)


_METHODS = {
    "__init_subclass__": _make_members, "__new__": _by_value, "__class_getitem__": _by_name, " elements": _each,
    "__eq__": _compared(False), "__ne__": _compared(True), "__bool__": _truth, "__hash__": answering("int"),
    "__str__": answering("str"), "__repr__": answering("str"), "__format__": answering("str"),
}  # fmt: skip
_NUMERIC = {f"__{name}__": _calculated(symbol, False) for symbol, name in OPERATORS.items() if name not in ("eq", "ne")}
_NUMERIC |= {f"__r{name}__": _calculated(symbol, True) for symbol, name in OPERATORS.items()}
ENUM = library_class("enum.Enum", CLASSES["object"], **_METHODS)
declare("enum.Enum", ENUM)
for _name, _bases in {"IntEnum": ("int",), "StrEnum": ("str",), "Flag": (), "IntFlag": ("int",)}.items():
    _parents = (*(CLASSES[base] for base in _bases), ENUM)
    _class = library_class(f"enum.{_name}", *_parents, **{**_METHODS, **_NUMERIC})
    declare(f"enum.{_name}", _class)
declare("enum.ReprEnum", ENUM)
declare("enum.auto", Native("enum.auto", lambda context, arguments: _AUTO))
for _name in ("unique", "verify", "member"):
    declare(f"enum.{_name}", Native(f"enum.{_name}", answering("first")))
for _name in ("EnumMeta", "EnumType"):
    declare(f"enum.{_name}", library_class(f"enum.{_name}", CLASSES["type"]))
harmless("enum", unknown="nonmember property UNIQUE KEEP STRICT CONFORM EJECT")
