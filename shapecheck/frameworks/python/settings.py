"""`json`, `yaml`, `toml`, `configparser`: settings in files of the project are read."""

from __future__ import annotations

import os.path
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ...core.containers import Mapping, Sequence
from ...core.objects import Instance, library_class
from ...core.plain import NONE, Constant, Scalar
from ...core.value import Arguments, Unknown, Value
from ..data import peek, yamltext
from ..declare import declare
from .files import Content, Line, data_file, file_name
from .held import small, valued
from .jsonlines import of_line
from .tools import answering, compute, harmless, native, payload, result, text_of
from .types import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...core.value import Context

_UNREADABLE = yamltext.UNREADABLE

# -- from texts to values ------------------------------------------------------------------------------------------


def whole_text(name: str) -> str | None:
    """All text of a file that is short enough to be looked at as a whole."""
    found = peek.texts(name)
    return "".join(found[0]) if found is not None and found[1] else None


def value_of(context: Context, found: Any, where: str, key: object = "") -> Value:
    """What a parser read, as a value: its numbers know the file they come from."""
    if found is _UNREADABLE:
        return Unknown(f"{key} in {where}")
    if isinstance(found, dict):
        return Mapping({name: value_of(context, one, where, name) for name, one in found.items()})
    if isinstance(found, list):
        return Sequence("list", (value_of(context, one, where, key) for one in found))
    if type(found) is int and where:
        return Constant(found, context.origin(f"{key} in {where}" if key != "" else where))
    return valued(found)


def _yaml(text: str) -> Any:
    return yamltext.parse(text)


def _toml(text: str) -> Any:
    return import_module("tomllib").loads(text)  # Python 3.11; before, what is in the file is not known


def _json(text: str) -> Any:
    return import_module("json").loads(text)


def read(context: Context, source: Value | None, parse: Callable[[str], Any]) -> Value:
    """What a parser makes of an open file, of what was read from it, or of a text."""
    name = file_name(source) if source is not None else None
    text = whole_text(name) if name is not None else payload(source)
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    if not isinstance(text, str) or (name is None and not small(text)):
        return Unknown("settings that are not known")
    try:
        found = parse(text)
    except Exception:  # not of the language that the program takes it for, or of a part that is not understood
        return Unknown("settings that are not understood")
    return value_of(context, found, os.path.basename(name) if name is not None else "")


# -- json ----------------------------------------------------------------------------------------------------------


def _hooked(context: Context, found: Value, hook: Value) -> Value:
    """With every object given to `object_hook`, the inner ones first."""
    if isinstance(found, Mapping):
        inner = {key: _hooked(context, one, hook) for key, one in found.items.items()}
        return context.call(hook, Arguments((Mapping(inner),)))
    if isinstance(found, Sequence) and found.known is not None:
        return Sequence("list", [_hooked(context, one, hook) for one in found.known])
    return found


@native("json.load", "json.loads", "ujson.load", "ujson.loads", "orjson.loads", "simplejson.load", "simplejson.loads")
def load_json(context: Context, arguments: Arguments) -> Value:
    if arguments.keywords.keys() - {"object_hook", "fp", "s", "encoding"} or arguments.open:
        return Unknown("json with hooks")
    source = arguments.get(0, "fp") or arguments.get(None, "s")
    if isinstance(source, Line) and len(arguments.positional) == 1 and not arguments.keywords:
        return of_line(context, source)
    found, hook = read(context, source, _json), arguments.keywords.get("object_hook", NONE)
    return found if hook is NONE else _hooked(context, found, hook)


for _root in ("ujson", "simplejson"):
    harmless(_root, str="dumps", None_="dump")
harmless("orjson", bytes="dumps")
harmless("json", None_="dump")

# -- yaml and toml -------------------------------------------------------------------------------------------------


@native("yaml.safe_load", "yaml.load", "yaml.full_load", "yaml.unsafe_load")
def load_yaml(context: Context, arguments: Arguments) -> Value:
    return read(context, arguments.get(0, "stream"), _yaml)


@native("toml.loads", "tomllib.loads", "tomli.loads", "tomllib.load", "tomli.load")
def load_toml(context: Context, arguments: Arguments) -> Value:
    return read(context, arguments.get(0, "fp"), _toml)


@native("toml.load")
def load_toml_file(context: Context, arguments: Arguments) -> Value:
    """By its name or open."""
    given = arguments.get(0, "f")
    name = data_file(context, given) if text_of(given) is not None else None
    return read(context, Content(name) if name is not None else given, _toml)


harmless("yaml", unknown="load_all safe_load_all", None_="dump_all add_constructor add_representer")
harmless("yaml", unknown_="Loader SafeLoader FullLoader UnsafeLoader Dumper YAMLError CLoader CSafeLoader")
for _root in ("yaml", "toml"):
    for _name in ("dump", "safe_dump", "dumps"):

        @native(f"{_root}.{_name}")
        def dump(context: Context, arguments: Arguments) -> Value:
            """Into a file, or as a text."""
            return NONE if len(arguments.positional) > 1 or "stream" in arguments.keywords else Scalar("str")


# -- configparser --------------------------------------------------------------------------------------------------


def _start(context: Context, arguments: Arguments) -> Value:
    parser = arguments.positional[0]
    if isinstance(parser, Instance):
        plain = len(arguments.positional) == 1 and not arguments.keywords and not arguments.open
        parser.hide(context, "texts", ("",) if plain else None)
    return NONE


def _read(of_file: bool) -> Callable[[Context, Arguments], Value]:
    """More settings: the texts of several files one after the other."""

    def run(context: Context, arguments: Arguments) -> Value:
        parser, source = arguments.positional[0], arguments.positional[1] if len(arguments.positional) > 1 else NONE
        if not isinstance(parser, Instance):
            return NONE
        name = data_file(context, source) if of_file else None
        text = whole_text(name) if name is not None else None if of_file else payload(source)
        texts = parser.hidden("texts")
        known = isinstance(texts, tuple) and isinstance(text, str)
        parser.hide(context, "texts", (*texts, text) if known and isinstance(texts, tuple) else None)
        return result("texts")

    return run


def _parsed(parser: Value) -> Any:
    """Python's own parser, with all that was read."""
    texts = parser.hidden("texts") if isinstance(parser, Instance) else None
    if not isinstance(texts, tuple) or not isinstance(parser, Instance):
        return None
    plain = "RawConfigParser" if parser.cls.name == "RawConfigParser" else "ConfigParser"
    made = getattr(import_module("configparser"), plain)()
    try:
        for text in texts:
            made.read_string(text)
    except Exception:  # the program fails here
        return None
    return made


def _asked(name: str, kind: str) -> Callable[[Context, Arguments], Value]:
    def run(context: Context, arguments: Arguments) -> Value:
        real = _parsed(arguments.positional[0])
        if real is None:
            return result(kind)
        given = Arguments(arguments.positional[1:], arguments.keywords, open=arguments.open)
        return compute(getattr(real, name), given, kind)

    return run


def _section(context: Context, arguments: Arguments) -> Value:
    real = _parsed(arguments.positional[0])
    name = payload(arguments.positional[1]) if len(arguments.positional) > 1 else None
    if real is None or name not in real:
        return Mapping({}, open=True)
    return Mapping({key: Constant(text) for key, text in real[name].items()}, open=True)  # keys of any case are found


def _forget(context: Context, arguments: Arguments) -> Value:
    """A change that is not followed: nothing is known from here on."""
    if isinstance(arguments.positional[0], Instance):
        arguments.positional[0].hide(context, "texts", None)
    return NONE


_ANSWERS = {
    "get": "str", "getint": "int", "getfloat": "float", "getboolean": "bool", "sections": "texts", "options": "texts",
    "has_section": "bool", "has_option": "bool",
}  # fmt: skip
_CHANGES = ("set", "add_section", "read_file", "read_dict", "remove_option", "remove_section", "__setitem__")
for _name in ("ConfigParser", "SafeConfigParser", "RawConfigParser"):
    declare(f"configparser.{_name}", library_class(
        f"configparser.{_name}", CLASSES["object"], __init__=_start, read=_read(True), read_string=_read(False),
        __getitem__=_section, write=answering("None"), items=answering("unknown"),
        **{name: _asked(name, kind) for name, kind in _ANSWERS.items()}, **dict.fromkeys(_CHANGES, _forget),
    ))  # fmt: skip
harmless("configparser", unknown="ExtendedInterpolation BasicInterpolation NoSectionError NoOptionError Error")
