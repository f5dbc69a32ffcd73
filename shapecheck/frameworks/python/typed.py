"""`typing`, `dataclasses`, `enum`, `abc` and `types`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence
from ...core.objects import Bound, Class, Property, Static, library_class
from ...core.plain import FALSE, NONE, Constant
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .tools import answering, harmless, native, without_first
from .types import CLASSES

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ...core.value import Context


class TypeForm(Value):
    """Something that stands in annotations, such as `Optional[int]`."""

    __slots__ = ("arguments", "name")
    kind = "type"
    by_identity = False

    def __init__(self, name: str, arguments: tuple[Value, ...] = ()) -> None:
        self.name = name
        self.arguments = arguments

    def attribute(self, context: Context, name: str) -> Value:
        return Constant(self.name) if name in ("__name__", "_name") else Unknown(f"{self.name}.{name}")

    def call(self, context: Context, arguments: Arguments) -> Value:
        return Unknown(f"a {self.name}")

    def item(self, context: Context, index: Value) -> Value:
        several = index.known if isinstance(index, Sequence) and index.type_name == "tuple" else None
        if self.name == "Annotated" and several:
            from .tensortypes import annotated

            return annotated(several)
        if self.name in ("Optional", "Union"):
            from ...core.annotation import Annotation

            given = [one for one in several or (index,) if one is not NONE]
            if len(given) == 1 and isinstance(given[0], Annotation):
                return Annotation(given[0].said, given[0].library, optional=True)
        return TypeForm(self.name, several if several is not None else (index,))

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


def _typed_dict(context: Context, arguments: Arguments) -> Value:
    """A class that derives from `TypedDict` makes plain dicts."""
    cls, rest = arguments.positional[0], without_first(arguments)
    if isinstance(cls, Class) and cls.path is None:
        return context.call(CLASSES["dict"], rest)
    return CLASSES["dict"]

_ORIGINS = {
    "List": "list", "Dict": "dict", "Tuple": "tuple", "Set": "set", "FrozenSet": "frozenset", "Type": "type",
}  # fmt: skip


def _arguments_of(context: Context, arguments: Arguments) -> Value:
    form = arguments.positional[0] if arguments.positional else NONE
    if not isinstance(form, TypeForm) or form.name in ("Callable", "Annotated"):
        return Unknown("arguments of a type")
    none = CLASSES["NoneType"]
    each = [none if one is NONE and form.name != "Literal" else one for one in form.arguments]
    return Sequence.tuple([*each, none] if form.name == "Optional" else each)


def _origin_of(context: Context, arguments: Arguments) -> Value:
    form = arguments.positional[0] if arguments.positional else NONE
    if not isinstance(form, TypeForm) or not form.arguments:
        return Unknown("origin of a type")
    if form.name in _ORIGINS:
        return CLASSES[_ORIGINS[form.name]]
    forms = {"Optional": "Union", "Union": "Union", "Literal": "Literal"}
    return context.lookup(f"typing.{forms[form.name]}") or NONE if form.name in forms else Unknown("origin of a type")


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
        if _name == "TypedDict":
            _class.state["__new__"] = Native("TypedDict", _typed_dict)
        declare(f"{_root}.{_name}", _class)
    declare(f"{_root}.TYPE_CHECKING", FALSE)
    declare(f"{_root}.cast", Native("cast", lambda context, arguments: arguments.get(1, "val") or NONE))
    declare(f"{_root}.NewType", Native("NewType", lambda context, arguments: _FIRST))
    declare(f"{_root}.dataclass_transform", Native("dataclass_transform", lambda context, arguments: _FIRST))
    native(f"{_root}.get_args")(_arguments_of)
    native(f"{_root}.get_origin")(_origin_of)
    harmless(_root, unknown="get_type_hints assert_never reveal_type is_typeddict")



def fields_of(cls: Class) -> list[str]:
    """The annotated names of a class body, in order."""
    notes = cls.state.get("__annotations__")
    return [str(name) for name in notes.items] if isinstance(notes, Mapping) else []


# -- abc, types ----------------------------------------------------------------------------------------------

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
declare("types.MappingProxyType", Native("types.MappingProxyType", answering("first")))
harmless("types", unknown="GeneratorType BuiltinFunctionType")


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
