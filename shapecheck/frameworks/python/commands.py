"""`click`, `typer` and `fire`: the program is followed as it is called without a command line, with the defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.objects import Class, Instance, library_class
from ...core.plain import FALSE, NONE, TRUE, Constant, Scalar
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .inspection import parameters
from .tools import SCALARS, answering, harmless, native, payload
from .types import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from ...core.value import Context

# -- click ---------------------------------------------------------------------------------------------------------


class Command(Value):
    """A function that gets its arguments from the command line; called with none, it is followed with the defaults."""

    __slots__ = ("function", "options")
    kind = "function"

    def __init__(self, function: Value, options: dict[str, Value]) -> None:
        self.function = function
        self.options = options

    def call(self, context: Context, arguments: Arguments) -> Value:
        context.call(self.function, Arguments((), dict(self.options)))
        return Unknown("a command") if "standalone_mode" in arguments.keywords else NONE

    def attribute(self, context: Context, name: str) -> Value:
        if name in ("command", "group"):
            return Native(name, command)
        if name == "main":
            return self
        return self.function if name == "callback" else Native(name, answering("None"))

    def truth(self, context: Context) -> bool | None:
        return True

    def key(self) -> Hashable | None:
        return ("command", id(self))


def _command(context: Context, arguments: Arguments) -> Value:
    function = arguments.positional[0] if arguments.positional else NONE
    return function if isinstance(function, Command) else Command(function, {})


@native("click.command", "click.group", "rich_click.command", "rich_click.group")
def command(context: Context, arguments: Arguments) -> Value:
    bare = bool(arguments.positional) and arguments.positional[0].kind == "function"
    return _command(context, arguments) if bare else Native("command", _command)


def _adding(name: str, value: Value) -> Native:
    """A decorator that gives a parameter its value."""

    def add(context: Context, arguments: Arguments) -> Value:
        function = arguments.positional[0] if arguments.positional else NONE
        held = function.options if isinstance(function, Command) else {}
        inner = function.function if isinstance(function, Command) else function
        return Command(inner, {**held, name: value})

    return Native("option", add)


def _declaring(of_option: bool) -> Callable[[Context, Arguments], Value]:
    def declare_option(context: Context, arguments: Arguments) -> Value:
        flags = [text for text in map(payload, arguments.positional) if isinstance(text, str)]
        plain = [flag for flag in flags if not flag.startswith("-")]
        named = plain or sorted(flags, key=lambda flag: -flag.startswith("--"))
        if not named:
            return Native("option", answering("first"))
        switch = any("/" in flag for flag in flags)
        how = arguments.keywords if of_option else {"required": TRUE, **arguments.keywords}
        return _adding(_attribute(named[0]), _default(context, how, switch, of_option))

    return declare_option


def _attribute(flag: str) -> str:
    return flag.partition("/")[0].lstrip("-").replace("-", "_").lower()


def _default(context: Context, how: dict[str, Value], switch: bool, of_option: bool) -> Value:
    default, convert, several = how.get("default", NONE), how.get("type"), payload(how.get("nargs"))
    if default.kind in ("function", "method"):
        default, convert = context.call(default, Arguments()), convert or CLASSES["str"]
    if default is not NONE:
        if isinstance(default, Sequence) and default.known is not None:
            return Sequence.tuple([_converted(context, one, convert) for one in default.known])
        return _converted(context, default, convert)
    multiple = how.get("multiple", FALSE).truth(context)
    if not of_option and several == -1 and how["required"].truth(context) is not False:
        required = "required" in how and how["required"] is not TRUE
        return Unknown("an argument") if required else Sequence("tuple")
    if how.get("required", FALSE).truth(context) is not False:
        return _one(convert)
    if multiple is not False:
        return Sequence("tuple") if multiple else Unknown("an option")
    if how.get("count", FALSE).truth(context):
        return Constant(0)
    flag = switch or how.get("is_flag", FALSE).truth(context)
    return FALSE if flag and "flag_value" not in how else NONE


def _converted(context: Context, value: Value, convert: Value | None) -> Value:
    """A default goes through the type, as what is on the command line does."""
    if convert is None or not isinstance(convert, Class) or value is NONE:
        return value
    return context.call(convert, Arguments((value,)))


def _one(convert: Value | None) -> Value:
    """What is given on the command line, whatever it is."""
    name = "str" if convert is None else convert.name if isinstance(convert, Class) and convert.path else ""
    return Scalar(name) if name in SCALARS else Unknown("an argument")


for _root in ("click", "rich_click"):
    native(f"{_root}.option")(_declaring(True))
    native(f"{_root}.argument")(_declaring(False))


@native("click.pass_context", "click.pass_obj")
def passing(context: Context, arguments: Arguments) -> Value:
    """The function gets one more argument in front."""
    function = arguments.positional[0] if arguments.positional else NONE
    return Native("passing", lambda context, given: context.call(function, given.after(Unknown("a context"))))


harmless("click", None_="echo secho clear", unknown="Path Choice File IntRange FloatRange DateTime prompt confirm")
harmless("click", unknown_="get_current_context progressbar version_option help_option")
for _name, _kind in {"INT": "int", "FLOAT": "float", "STRING": "str", "BOOL": "bool"}.items():
    declare(f"click.{_name}", CLASSES[_kind])

# -- typer ---------------------------------------------------------------------------------------------------------


def with_defaults(context: Context, function: Value) -> Value:
    """Calls a function as a command line without arguments does: with its defaults, and unknown values for the rest."""
    found = parameters(context, function)
    if found is None:
        return context.call(function, Arguments(open=True))
    notes = context.attribute(function, "__annotations__")
    known = getattr(notes, "items", {})
    keywords: dict[str, Value] = {}
    for name, (how, default) in found.items():
        if how in ("position", "name"):
            keywords[name] = _settled(default, known.get(name))
    return context.call(function, Arguments((), keywords))


def _settled(default: Value | None, note: Value | None) -> Value:
    """The value of a parameter: its default, or what `typer.Option(...)` in its place has for one."""
    if isinstance(default, Instance) and default.cls is _PARAMETER:
        held = default.hidden("default")
        default = held if isinstance(held, Value) and payload(held) is not Ellipsis else None
    return default if default is not None else _one(note) if note is not None else Unknown("an argument")


def _parameter(context: Context, arguments: Arguments) -> Value:
    made = Instance(_PARAMETER)
    made.state[" default"] = arguments.get(0, "default")
    return made


_PARAMETER = library_class("typer.models.ParameterInfo", CLASSES["object"])
for _name in ("Option", "Argument"):
    declare(f"typer.{_name}", Native(f"typer.{_name}", _parameter))


@native("typer.run")
def run(context: Context, arguments: Arguments) -> Value:
    with_defaults(context, arguments.get(0, "function") or NONE)
    return NONE


def _init(context: Context, arguments: Arguments) -> Value:
    if isinstance(arguments.positional[0], Instance):
        arguments.positional[0].hide(context, "commands", ())
    return NONE


def _register(main: bool) -> Callable[[Context, Arguments], Value]:
    def make(context: Context, arguments: Arguments) -> Value:
        app = arguments.positional[0]

        def decorate(context: Context, given: Arguments) -> Value:
            function = given.positional[0] if given.positional else NONE
            if isinstance(app, Instance):
                app.hide(context, "commands", (*(app.hidden("commands") or ()), (main, function)))
            return function

        return Native("command", decorate)

    return make


def _invoke(context: Context, arguments: Arguments) -> Value:
    """One command is called; of several none is."""
    app = arguments.positional[0]
    commands: tuple[tuple[bool, Value], ...] = app.hidden("commands") or () if isinstance(app, Instance) else ()
    if len(commands) == 1 and not commands[0][0]:
        with_defaults(context, commands[0][1])
    return NONE


declare("typer.Typer", library_class(
    "typer.Typer", CLASSES["object"], __init__=_init, command=_register(False), callback=_register(True),
    __call__=_invoke, add_typer=_register(True),
))  # fmt: skip
harmless("typer", None_="echo secho", unknown="Context prompt confirm style colors FileText launch")
harmless("typer", never="Exit Abort")

# -- fire ----------------------------------------------------------------------------------------------------------


@native("fire.Fire", "defopt.run", "plac.call", "clize.run", "argh.dispatch_command")
def fire(context: Context, arguments: Arguments) -> Value:
    component = arguments.get(0, "component") or NONE
    return with_defaults(context, component) if component.kind == "function" else NONE


# -- dataclasses as command lines ----------------------------------------------------------------------------------


def _made(context: Context, cls: Value, default: Value | None = None) -> Value:
    """An object of a class of settings, as no argument changes it."""
    if default is not None and default is not NONE:
        return default
    if cls.kind == "function":
        return with_defaults(context, cls)
    return context.call(cls, Arguments()) if isinstance(cls, Class) else Unknown("settings")


@native("tyro.cli", "draccus.parse", "pyrallis.parse", "simple_parsing.parse", "jsonargparse.CLI", "chz.entrypoint")
def settings(context: Context, arguments: Arguments) -> Value:
    return _made(context, arguments.get(0, "config_class") or NONE, arguments.keywords.get("default"))


@native("draccus.wrap", "pyrallis.wrap")
def wrapping(context: Context, arguments: Arguments) -> Value:
    """`@draccus.wrap()` of `def main(config: Config)`"""

    def decorate(context: Context, given: Arguments) -> Value:
        function = given.positional[0] if given.positional else NONE

        def call(context: Context, arguments: Arguments) -> Value:
            if arguments.positional or arguments.keywords:
                return context.call(function, arguments)
            notes = list(getattr(context.attribute(function, "__annotations__"), "items", {}).values())
            return context.call(function, Arguments((_made(context, notes[0] if notes else NONE),)))

        return Native("main", call)

    return Native("decorator", decorate)


def _classes(context: Context, arguments: Arguments) -> Value:
    parser, given = arguments.positional[0], arguments.get(1, "dataclass_types") or NONE
    if isinstance(parser, Instance):
        parser.hide(context, "classes", given.known if isinstance(given, Sequence) else (given,))
    return NONE


def _into_classes(context: Context, arguments: Arguments) -> Value:
    parser = arguments.positional[0]
    classes = parser.hidden("classes") if isinstance(parser, Instance) else None
    if classes is None or len(arguments.positional) > 1 or "args" in arguments.keywords:
        return Unknown("settings")
    made = [_made(context, cls) for cls in classes]
    if arguments.keywords.get("return_remaining_strings", FALSE).truth(context):
        made.append(Sequence("list"))
    return Sequence.tuple(made)


for _path in ("transformers.HfArgumentParser", "trl.TrlParser"):
    declare(_path, library_class(
        _path, CLASSES["object"], __init__=_classes, parse_args_into_dataclasses=_into_classes,
        parse_args_and_config=_into_classes, parse_json_file=answering("unknown"), parse_dict=answering("unknown"),
        parse_yaml_file=answering("unknown"),
    ))  # fmt: skip
