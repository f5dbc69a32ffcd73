"""`typing`, `dataclasses`, `enum`, `abc` and `types`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...core.containers import Mapping, Sequence
from ...core.objects import Bound, Class, Instance, Property, Static, library_class
from ...core.plain import FALSE, NONE, Constant
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .collection import named_tuple
from .copies import copied_deeply
from .tools import answering, harmless, native, payload, without_first
from .types import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from ...core.value import Context


class TypeForm(Value):
    """Something that stands in annotations, such as `Optional[int]`."""

    __slots__ = ("name",)
    kind = "type"

    def __init__(self, name: str) -> None:
        self.name = name

    def attribute(self, context: Context, name: str) -> Value:
        return Constant(self.name) if name in ("__name__", "_name") else Unknown(f"{self.name}.{name}")

    def call(self, context: Context, arguments: Arguments) -> Value:
        return Unknown(f"a {self.name}")

    def item(self, context: Context, index: Value) -> Value:
        return TypeForm(self.name)

    def binary(self, context: Context, operator: str, other: Value, reflected: bool) -> Value | None:
        return TypeForm("Union") if operator == "|" else None

    def truth(self, context: Context) -> bool | None:
        return True

    def key(self) -> Hashable | None:
        return ("type", self.name)


_FORMS = (
    "Any AnyStr Optional Union Callable List Dict Tuple Set FrozenSet Type Iterable Iterator Generator Sequence "
    "Mapping MutableMapping MutableSequence Literal Final ClassVar Annotated Deque DefaultDict OrderedDict "
    "Counter ChainMap Hashable Sized Collection Container Awaitable Coroutine AsyncIterator AsyncIterable "
    "AsyncGenerator Pattern Match IO TextIO BinaryIO Text NoReturn Never Self LiteralString Concatenate TypeAlias "
    "TypeGuard Required NotRequired Unpack SupportsFloat SupportsInt SupportsAbs SupportsIndex SupportsRound "
    "Reversible ContextManager AsyncContextManager KeysView ValuesView ItemsView AbstractSet ByteString "
    "ForwardRef ReadOnly TypeIs"
)
_FIRST = Native("decorator", answering("first"))

for _root in ("typing", "typing_extensions"):
    for _name in _FORMS.split():
        declare(f"{_root}.{_name}", TypeForm(_name))
    for _name in ("overload", "final", "no_type_check", "runtime_checkable", "override", "runtime"):
        declare(f"{_root}.{_name}", _FIRST)
    for _name in ("TypeVar", "ParamSpec", "TypeVarTuple"):
        declare(f"{_root}.{_name}", Native(_name, lambda context, arguments: TypeForm("TypeVar")))
    for _name in ("Generic", "Protocol", "TypedDict"):
        _class = library_class(f"{_root}.{_name}", CLASSES["dict" if _name == "TypedDict" else "object"])
        _class.state["__class_getitem__"] = Native("__class_getitem__", answering("first"))
        declare(f"{_root}.{_name}", _class)
    declare(f"{_root}.TYPE_CHECKING", FALSE)
    declare(f"{_root}.cast", Native("cast", lambda context, arguments: arguments.get(1, "val") or NONE))
    declare(f"{_root}.NewType", Native("NewType", lambda context, arguments: _FIRST))
    declare(f"{_root}.dataclass_transform", Native("dataclass_transform", lambda context, arguments: _FIRST))
    harmless(_root, unknown="get_type_hints get_origin get_args assert_never reveal_type is_typeddict")


# -- NamedTuple ----------------------------------------------------------------------------------------------------


def fields_of(cls: Class) -> list[str]:
    """The annotated names of a class body, in order."""
    notes = cls.state.get("__annotations__")
    return [str(name) for name in notes.items] if isinstance(notes, Mapping) else []


def _new_named(context: Context, arguments: Arguments) -> Value:
    cls = arguments.positional[0]
    if isinstance(cls, Class) and cls.path is None:
        owner = next((one for one in cls.mro() if fields_of(one)), cls)
        names = tuple(fields_of(owner))
        defaults = {name: owner.state[name] for name in names if name in owner.state}
        return context.call(named_tuple(cls.name, names, defaults), without_first(arguments))
    listed = arguments.positional[2] if len(arguments.positional) > 2 else None
    pairs = listed.known if isinstance(listed, Sequence) else None
    firsts = [payload(pair.items[0]) if isinstance(pair, Sequence) and pair.items else None for pair in pairs or ()]
    if pairs is None or not all(isinstance(name, str) for name in firsts):
        return Unknown("a NamedTuple")
    return named_tuple(str(payload(arguments.positional[1])), tuple(map(str, firsts)), {})


for _root in ("typing", "typing_extensions"):
    declare(f"{_root}.NamedTuple", library_class(f"{_root}.NamedTuple", CLASSES["tuple"], __new__=_new_named))


# -- dataclasses ---------------------------------------------------------------------------------------------------


class Field(NamedTuple):
    """One field of a dataclass: its default or what makes it, and whether the constructor takes it."""

    name: str
    default: Value | None
    factory: Value | None
    init: bool


class Fields(Value):
    """What a dataclass keeps of its fields, as a member of the class."""

    __slots__ = ("fields",)

    def __init__(self, fields: tuple[Field, ...]) -> None:
        self.fields = fields


_FIELD = library_class("dataclasses.Field")
_MISSING = Unknown("dataclasses.MISSING")
declare("dataclasses.MISSING", _MISSING)
declare("dataclasses.KW_ONLY", TypeForm("KW_ONLY"))
declare("dataclasses.InitVar", TypeForm("InitVar"))
declare("dataclasses.Field", _FIELD)


@native("dataclasses.field")
def field(context: Context, arguments: Arguments) -> Value:
    made = Instance(_FIELD)
    for name in ("default", "default_factory", "init"):
        made.state[" " + name] = arguments.keywords.get(name)
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
    own = [_field(context, cls, name) for name in fields_of(cls)]
    fields: dict[str, Field] = {}
    for base in reversed(cls.mro()[1:]):
        fields.update({one.name: one for one in _fields(base)})
    fields.update({one.name: one for one in own if one is not None})
    every = tuple(fields.values())
    context.write(cls.state, " fields", Fields(every))
    if "__init__" not in cls.state and payload(options.get("init")) is not False:
        context.write(cls.state, "__init__", Native(f"{cls.name}.__init__", _initialiser(every)))
    return cls


def _fields(cls: Class) -> tuple[Field, ...]:
    found = cls.state.get(" fields")
    return found.fields if isinstance(found, Fields) else ()


def _field(context: Context, cls: Class, name: str) -> Field | None:
    note = cls.state["__annotations__"]
    kind = note.items.get(name) if isinstance(note, Mapping) else None
    if isinstance(kind, TypeForm) and kind.name in ("ClassVar", "KW_ONLY"):
        return None
    given = cls.state.get(name)
    if not isinstance(given, Instance) or given.cls is not _FIELD:
        return Field(name, given, None, True)
    default, factory = given.hidden("default"), given.hidden("default_factory")
    context.write(cls.state, name, default if default is not None else Unknown(f"field {name}"))
    init = given.hidden("init")
    return Field(name, default, factory, init is None or init.truth(context) is not False)


def _initialiser(fields: tuple[Field, ...]) -> Callable[[Context, Arguments], Value]:
    def init(context: Context, arguments: Arguments) -> Value:
        instance = arguments.positional[0]
        taken = [one.name for one in fields if one.init]
        given = dict(zip(taken, arguments.positional[1:], strict=False))
        given.update(arguments.keywords)
        for one in fields:
            value = given.get(one.name)
            if value is None and one.factory is not None:
                value = context.call(one.factory, Arguments())
            if value is None or (arguments.open and one.name not in given):
                value = Unknown(f"field {one.name}") if arguments.open or one.default is None else one.default
            instance.set_attribute(context, one.name, value)
        after = instance.cls.find("__post_init__") if isinstance(instance, Instance) else None
        if after is not None:
            context.call(after, Arguments((instance,)))
        return NONE

    return init


def _all_fields(value: Value) -> tuple[Field, ...]:
    cls = value.cls if isinstance(value, Instance) else value
    found = (_fields(one) for one in cls.mro()) if isinstance(cls, Class) else ()
    return next((one for one in found if one), ())


@native("dataclasses.asdict", "dataclasses.astuple")
def asdict(context: Context, arguments: Arguments) -> Value:
    value = arguments.positional[0] if arguments.positional else NONE
    fields = _all_fields(value)
    if not fields:
        return Mapping({}, open=True)
    deep = {one.name: copied_deeply(context, Arguments((context.attribute(value, one.name),))) for one in fields}
    return Mapping(dict(deep.items()))


@native("dataclasses.replace")
def replaced(context: Context, arguments: Arguments) -> Value:
    value = arguments.positional[0] if arguments.positional else NONE
    if not isinstance(value, Instance):
        return Unknown("a replaced dataclass")
    held = {one.name: context.attribute(value, one.name) for one in _all_fields(value) if one.init}
    return context.call(value.cls, Arguments((), {**held, **arguments.keywords}))


@native("dataclasses.fields")
def listed(context: Context, arguments: Arguments) -> Value:
    fields = _all_fields(arguments.positional[0]) if arguments.positional else ()
    if not fields:
        return Unknown("fields of a dataclass")
    return Sequence.tuple(Instance(_FIELD, {"name": Constant(one.name)}) for one in fields)


harmless("dataclasses", unknown="is_dataclass make_dataclass")

# -- enum, abc, types ----------------------------------------------------------------------------------------------

for _name in ("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag"):
    declare(f"enum.{_name}", library_class(f"enum.{_name}", CLASSES["object"], __new__=answering("an enum member")))
declare("enum.unique", _FIRST)
harmless("enum", unknown="auto member nonmember")

declare("abc.ABC", library_class("abc.ABC", CLASSES["object"]))
declare("abc.ABCMeta", library_class("abc.ABCMeta", CLASSES["type"]))
declare("abc.abstractmethod", _FIRST)


def _property_of(context: Context, arguments: Arguments) -> Value:
    return Property(arguments.positional[0]) if arguments.positional else Unknown("a property")


def _static_of(context: Context, arguments: Arguments) -> Value:
    return Static(arguments.positional[0]) if arguments.positional else Unknown("a static method")


declare("abc.abstractproperty", Native("abc.abstractproperty", _property_of))
declare("abc.abstractstaticmethod", Native("abc.abstractstaticmethod", _static_of))


def _simple_namespace(context: Context, arguments: Arguments) -> Value:
    for name, value in arguments.keywords.items():
        arguments.positional[0].set_attribute(context, name, value)
    return NONE


declare("types.SimpleNamespace", library_class("types.SimpleNamespace", CLASSES["object"], __init__=_simple_namespace))
harmless("types", unknown="MappingProxyType GeneratorType BuiltinFunctionType")


def _method_type(context: Context, arguments: Arguments) -> Value:
    return Bound(*arguments.positional[1:3]) if len(arguments.positional) > 2 else Unknown("a method")


_FUNCTION = library_class("types.FunctionType", CLASSES["object"], __new__=answering("a function"))
declare("types.FunctionType", _FUNCTION)
declare("types.LambdaType", _FUNCTION)
declare("types.MethodType", library_class("types.MethodType", CLASSES["object"], __new__=_method_type))
declare("types.ModuleType", library_class("types.ModuleType", CLASSES["object"]))
declare("types.NoneType", CLASSES["NoneType"])
for _name in ("Number", "Complex", "Real", "Rational", "Integral"):
    declare(f"numbers.{_name}", library_class(f"numbers.{_name}", CLASSES["object"]))
