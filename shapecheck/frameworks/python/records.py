"""`dataclasses`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...core.containers import Mapping, Sequence
from ...core.objects import Class, Instance, library_class
from ...core.plain import FALSE, NONE, Constant
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .copies import copied_deeply
from .tools import binary, harmless, native, payload
from .typed import TypeForm, fields_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from ...core.value import Context


class Field(NamedTuple):
    """One field of a dataclass: its default or what makes it, and how the constructor takes it. A `passing` one is
    given to `__post_init__` and no attribute."""

    name: str
    default: Value | None
    factory: Value | None
    init: bool
    by_name: bool = False
    passing: bool = False


class Fields(Value):
    """What a dataclass keeps of its fields, as a member of the class."""

    __slots__ = ("fields",)

    def __init__(self, fields: tuple[Field, ...]) -> None:
        self.fields = fields


_FIELD = library_class("dataclasses.Field")
_MISSING = library_class("dataclasses._MISSING_TYPE")
_MISSING_VALUE = Instance(_MISSING)
declare("dataclasses.MISSING", _MISSING_VALUE)
declare("dataclasses.KW_ONLY", TypeForm("KW_ONLY"))
declare("dataclasses.InitVar", TypeForm("InitVar"))
declare("dataclasses.Field", _FIELD)
declare("dataclasses.FrozenInstanceError", library_class("dataclasses.FrozenInstanceError"))

# -- making one ----------------------------------------------------------------------------------------------------


@native("dataclasses.field")
def field(context: Context, arguments: Arguments) -> Value:
    made = Instance(_FIELD)
    for name in ("default", "default_factory", "init", "kw_only"):
        given = arguments.keywords.get(name)
        made.state[" " + name] = None if given is _MISSING_VALUE else given
    made.state["metadata"] = arguments.keywords.get("metadata") or Mapping()
    return made


@native("dataclasses.dataclass")
def dataclass(context: Context, arguments: Arguments) -> Value:
    if arguments.positional and isinstance(arguments.positional[0], Class):
        return _make_dataclass(context, arguments.positional[0], arguments.keywords)
    options = arguments.keywords
    if arguments.positional:
        return arguments.positional[0]

    def decorate(context: Context, arguments: Arguments) -> Value:
        cls = arguments.positional[0] if arguments.positional else NONE
        return _make_dataclass(context, cls, options) if isinstance(cls, Class) else cls

    return Native("dataclass", decorate)


def _make_dataclass(context: Context, cls: Class, options: dict[str, Value]) -> Class:
    by_name = options.get("kw_only", FALSE).truth(context) is True
    fields: dict[str, Field] = {}
    for base in reversed(cls.mro()[1:]):
        fields.update({one.name: one for one in _fields(base)})
    notes = cls.state.get("__annotations__")
    for name in fields_of(cls):
        kind = notes.items.get(name) if isinstance(notes, Mapping) else None
        form = kind.name if isinstance(kind, TypeForm) else ""
        by_name = by_name or form == "KW_ONLY"
        if form not in ("ClassVar", "KW_ONLY"):
            fields[name] = _field(context, cls, name, by_name)._replace(passing=form == "InitVar")
    every = tuple(fields.values())
    context.write(cls.state, " fields", Fields(every))
    listed = {one.name: _described(cls, one) for one in every if not one.passing}
    context.write(cls.state, "__dataclass_fields__", Mapping(dict(listed.items())))
    if "__init__" not in cls.state and payload(options.get("init")) is not False:
        context.write(cls.state, "__init__", Native(f"{cls.name}.__init__", _initialiser(every)))
    if "__eq__" not in cls.state and payload(options.get("eq")) is not False:
        context.write(cls.state, "__eq__", Native(f"{cls.name}.__eq__", _same))
    return cls


def _fields(cls: Class) -> tuple[Field, ...]:
    found = cls.state.get(" fields")
    return found.fields if isinstance(found, Fields) else ()


def _field(context: Context, cls: Class, name: str, by_name: bool) -> Field:
    given = cls.state.get(name)
    if not isinstance(given, Instance) or given.cls is not _FIELD:
        return Field(name, given, None, True, by_name)
    default, factory = given.hidden("default"), given.hidden("default_factory")
    context.write(cls.state, name, default if default is not None else Unknown(f"field {name}"))
    init, named = given.hidden("init"), given.hidden("kw_only")
    taken = init is None or init.truth(context) is not False
    return Field(name, default, factory, taken, by_name if named is None else named.truth(context) is True)


def _described(cls: Class, one: Field) -> Instance:
    notes = cls.state.get("__annotations__")
    kind = notes.items.get(one.name) if isinstance(notes, Mapping) else None
    return Instance(_FIELD, {
        "name": Constant(one.name), "default": one.default or _MISSING_VALUE, "init": Constant(one.init),
        "default_factory": one.factory or _MISSING_VALUE, "type": kind or Unknown(f"type of {one.name}"),
        "metadata": Unknown("metadata of a field"),
    })  # fmt: skip


def _initialiser(fields: tuple[Field, ...]) -> Callable[[Context, Arguments], Value]:
    def init(context: Context, arguments: Arguments) -> Value:
        instance = arguments.positional[0]
        taken = [one.name for one in fields if one.init and not one.by_name]
        given = dict(zip(taken, arguments.positional[1:], strict=False))
        given.update(arguments.keywords)
        passed: dict[str, Value] = {}
        for one in fields:
            value = given.get(one.name)
            if value is None and one.factory is not None:
                value = context.call(one.factory, Arguments())
            if value is None or (arguments.open and one.name not in given):
                if not one.init and one.default is None:
                    continue  # `__post_init__` sets it
                value = Unknown(f"field {one.name}") if arguments.open or one.default is None else one.default
            if one.passing:
                passed[one.name] = value
            else:
                instance.set_attribute(context, one.name, value)
        after = instance.cls.find("__post_init__") if isinstance(instance, Instance) else None
        if after is not None:
            context.call(after, Arguments((instance, *passed.values())))
        return NONE

    return init


def _same(context: Context, arguments: Arguments) -> Value:
    """`==` of two of the same class compares their fields."""
    one, other = arguments.positional[:2] if len(arguments.positional) > 1 else (NONE, NONE)
    if not isinstance(one, Instance) or not isinstance(other, Instance) or other.cls is not one.cls:
        return Constant(False) if not isinstance(other, Unknown) else Unknown("comparison of dataclasses")
    if one is other:
        return Constant(True)
    answers = set()
    for each in all_fields(one):
        pair = (context.attribute(one, each.name), context.attribute(other, each.name))
        answers.add(binary(context, "==", *pair).truth(context))
    answer = False if False in answers else None if None in answers else True
    return Unknown("comparison of dataclasses") if answer is None else Constant(answer)


# -- asking one ----------------------------------------------------------------------------------------------------


def all_fields(value: Value) -> tuple[Field, ...]:
    """The fields of a dataclass, or of the class of an object."""
    return tuple(one for one in _every(value) or () if not one.passing)


def _every(value: Value) -> tuple[Field, ...] | None:
    cls = value.cls if isinstance(value, Instance) else value
    found = [one.state.get(" fields") for one in cls.mro()] if isinstance(cls, Class) else []
    return next((one.fields for one in found if isinstance(one, Fields)), None)


def _plain(context: Context, value: Value, as_dict: bool) -> Value:
    """The object, and those inside it, as dicts or tuples."""
    if isinstance(value, Instance) and _every(value) is not None:
        held = {one.name: _plain(context, context.attribute(value, one.name), as_dict) for one in all_fields(value)}
        return Mapping(dict(held.items())) if as_dict else Sequence.tuple(held.values())
    if type(value) is Sequence and value.type_name in ("list", "tuple") and value.known is not None:
        return Sequence(value.type_name, [_plain(context, one, as_dict) for one in value.known], names=value.names)
    if type(value) is Mapping:
        items: dict[Hashable, Value] = {key: _plain(context, one, as_dict) for key, one in value.items.items()}
        return Mapping(items, value.open, value.type_name)
    return copied_deeply(context, Arguments((value,)))


def _taken_apart(name: str, as_dict: bool) -> None:
    @native(f"dataclasses.{name}")
    def run(context: Context, arguments: Arguments) -> Value:
        value = arguments.positional[0] if arguments.positional else NONE
        if _every(value) is not None and len(arguments.positional) == 1 and not arguments.keywords:
            return _plain(context, value, as_dict)
        return Mapping({}, open=True) if as_dict else Unknown("fields of a dataclass")


_taken_apart("asdict", True)
_taken_apart("astuple", False)


@native("dataclasses.replace")
def replaced(context: Context, arguments: Arguments) -> Value:
    value = arguments.positional[0] if arguments.positional else NONE
    if not isinstance(value, Instance):
        return Unknown("a replaced dataclass")
    held = {one.name: context.attribute(value, one.name) for one in all_fields(value) if one.init}
    return context.call(value.cls, Arguments((), {**held, **arguments.keywords}, open=arguments.open))


@native("dataclasses.fields")
def listed(context: Context, arguments: Arguments) -> Value:
    value = arguments.positional[0] if arguments.positional else NONE
    cls = value.cls if isinstance(value, Instance) else value
    if _every(value) is None or not isinstance(cls, Class):
        return Unknown("fields of a dataclass")
    return Sequence.tuple(_described(cls, one) for one in all_fields(value))


@native("dataclasses.is_dataclass")
def is_dataclass(context: Context, arguments: Arguments) -> Value:
    value = arguments.positional[0] if arguments.positional else NONE
    if _every(value) is not None:
        return Constant(True)
    unsure = isinstance(value, Unknown) or value.kind in ("choice", "module")
    open_class = getattr(value.cls if isinstance(value, Instance) else value, "is_open", False)
    return Unknown("whether it is a dataclass") if unsure or open_class else Constant(False)


harmless("dataclasses", unknown="make_dataclass")
