"""`inspect`, `importlib`, `weakref`: what the program asks of its own parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Mapping, Sequence, truth_value
from ...core.objects import Bound, Class, Instance, library_class
from ...core.plain import NONE, Constant
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .tools import harmless, native, payload
from .types import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

# -- signatures ----------------------------------------------------------------------------------------------------

_KINDS = {
    "position": "POSITIONAL_OR_KEYWORD", "name": "KEYWORD_ONLY", "rest": "VAR_POSITIONAL", "others": "VAR_KEYWORD",
}  # fmt: skip
_EMPTY = library_class("inspect._empty")
_PARAMETER = library_class("inspect.Parameter", CLASSES["object"])
_SIGNATURE = library_class("inspect.Signature", CLASSES["object"])
_PARAMETER.state["empty"] = _SIGNATURE.state["empty"] = _EMPTY
for _name in (*_KINDS.values(), "POSITIONAL_ONLY"):
    _PARAMETER.state[_name] = Constant(_name)
declare("inspect.Parameter", _PARAMETER)
declare("inspect.Signature", _SIGNATURE)


def parameters(context: Context, function: Value) -> dict[str, tuple[str, Value | None]] | None:
    """The parameters of a function of the program, with how each is given and its default; None if not known."""
    if isinstance(function, Class):
        init = function.find("__init__")
        return None if init is None or function.is_open else _without_first(parameters(context, init))
    if isinstance(function, Bound):
        return _without_first(parameters(context, function.function))
    if isinstance(function, Instance):
        own = function.cls.find("__call__")
        return None if own is None else _without_first(parameters(context, own))
    wrapped = context.attribute(function, "__wrapped__") if function.kind == "function" else NONE
    if wrapped.kind in ("function", "method"):
        return parameters(context, wrapped)
    found = context.attribute(function, "__signature__") if function.kind == "function" else NONE
    if not isinstance(found, Mapping):
        return None
    each: dict[str, tuple[str, Value | None]] = {}
    for name, about in found.items.items():
        parts = about.items if isinstance(about, Sequence) else ()
        each[str(name)] = (str(payload(parts[0]) if parts else ""), parts[1] if len(parts) > 1 else None)
    return each


def _without_first(found: dict[str, tuple[str, Value | None]] | None) -> dict[str, tuple[str, Value | None]] | None:
    if found is None or not found:
        return found
    first = next(iter(found))
    return found if found[first][0] == "rest" else {name: about for name, about in found.items() if name != first}


@native("inspect.signature")
def signature(context: Context, arguments: Arguments) -> Value:
    found = parameters(context, arguments.positional[0]) if arguments.positional else None
    if found is None:
        return Unknown("signature of a function")
    each: dict[object, Value] = {}
    for name, (how, default) in found.items():
        about = {"name": Constant(name), "kind": Constant(_KINDS.get(how, how)), "default": default or _EMPTY}
        each[name] = Instance(_PARAMETER, {**about, "annotation": Unknown(f"annotation of {name}")})
    return Instance(_SIGNATURE, {"parameters": Mapping(dict(each.items()))})


@native("inspect.getfullargspec", "inspect.getargspec")
def specification(context: Context, arguments: Arguments) -> Value:
    found = parameters(context, arguments.positional[0]) if arguments.positional else None
    function = arguments.positional[0] if arguments.positional else NONE
    if found is None or isinstance(function, Class):
        return Unknown("signature of a function")
    if isinstance(function, Bound):  # here the first parameter counts
        found = parameters(context, function.function) or {}
    plain = [name for name, (how, _) in found.items() if how == "position"]
    given = [found[name][1] for name in plain]
    named = {how: Constant(name) for name, (how, _) in found.items() if how in ("rest", "others")}
    defaults = [one for one in given if one is not None]
    only = {name: default for name, (how, default) in found.items() if how == "name"}
    values: list[Value] = [
        Sequence.list(map(Constant, plain)), named.get("rest", NONE), named.get("others", NONE),
        Sequence.tuple(defaults) if defaults else NONE, Sequence.list(map(Constant, only)),
        Mapping({name: one for name, one in only.items() if one is not None}) if any(only.values()) else NONE,
        Unknown("annotations"),
    ]  # fmt: skip
    names = ("args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults", "annotations")
    return Sequence("tuple", values, names=names)


def _question(name: str, answer: Callable[[Value], bool | None]) -> None:
    @native(f"inspect.{name}")
    def run(context: Context, arguments: Arguments) -> Value:
        value = arguments.positional[0] if arguments.positional else NONE
        unsure = isinstance(value, (Unknown, Native)) or value.kind in ("choice", "module")
        return truth_value(None if unsure else answer(value), f"inspect.{name}")


_question("isclass", lambda value: isinstance(value, Class))
_question("isfunction", lambda value: None if isinstance(value, Instance) else value.kind == "function")
_question("ismethod", lambda value: isinstance(value, Bound))
_UNKNOWN = (
    "getmembers getsource getsourcelines stack currentframe getmodule getfile getdoc isabstract isgenerator ismodule "
    "isgeneratorfunction iscoroutinefunction isroutine isbuiltin getmro unwrap cleandoc getcallargs"
)
harmless("inspect", unknown=_UNKNOWN)

# -- modules by name -----------------------------------------------------------------------------------------------

harmless("importlib.util", unknown="spec_from_file_location module_from_spec")


@native("importlib.util.find_spec")
def find_spec(context: Context, arguments: Arguments) -> Value:
    """Of a library that is there something, else None."""
    name = arguments.get(0, "name")
    text = getattr(name, "payload", None)
    there = context.is_there(text) if isinstance(text, str) and not text.startswith(".") else None
    return Unknown("a module's specification") if there is None else Instance(_SPEC) if there else NONE


_SPEC = library_class("importlib.machinery.ModuleSpec")

harmless("importlib.metadata", str="version", unknown="distribution metadata entry_points PackageNotFoundError")
harmless("importlib.metadata", unknown_="packages_distributions requires files")
harmless("pkg_resources", unknown="get_distribution resource_filename require")
harmless("importlib.resources", unknown="files as_file path read_text open_text")

# -- references ----------------------------------------------------------------------------------------------------


@native("weakref.ref")
def reference(context: Context, arguments: Arguments) -> Value:
    target = arguments.positional[0] if arguments.positional else NONE
    return Native("reference", lambda context, arguments: target)


@native("weakref.proxy")
def proxy(context: Context, arguments: Arguments) -> Value:
    return arguments.positional[0] if arguments.positional else NONE


for _name in ("WeakValueDictionary", "WeakKeyDictionary"):
    declare(f"weakref.{_name}", CLASSES["dict"])
harmless("weakref", unknown="finalize WeakSet WeakMethod ReferenceType")
