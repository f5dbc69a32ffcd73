"""Other ways to a command line: `absl.flags`, `click` and `fire`. Defaults are the values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Instance, library_class
from ...core.plain import FALSE, NONE, TRUE, Scalar
from ...core.value import Arguments, Native, Unknown, Value
from ..declare import declare
from .tools import answering, harmless, native, payload
from .types import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from ...core.value import Context

# -- absl ----------------------------------------------------------------------------------------------------------


def _flag(context: Context, arguments: Arguments) -> Value:
    """`FLAGS.name`: all files share the flags."""
    name = payload(arguments.positional[1]) if len(arguments.positional) > 1 else None
    found = FLAGS.hidden(str(name))
    return found if isinstance(found, Value) else Unknown(f"flag {name}")


FLAGS = Instance(library_class("absl.flags._FlagValues", __getattr__=_flag, __call__=answering("texts")))
declare("absl.flags.FLAGS", FLAGS)
_HOLDER = library_class("absl.flags.FlagHolder")
_KINDS = {"integer": "int", "float": "float", "string": "str", "boolean": "bool", "bool": "bool", "enum": "str"}
_OTHERS = ("list", "multi_string", "multi_integer", "multi_float", "spaceseplist", "enum_class", "multi_enum")


def _define(kind: str) -> None:
    @native(f"absl.flags.DEFINE_{kind}")
    def define(context: Context, arguments: Arguments) -> Value:
        name = payload(arguments.get(0, "name") or arguments.get(None, "flag_name"))
        default = arguments.get(1, "default") or arguments.get(None, "default_value")
        holder = Instance(_HOLDER)
        value = default if default is not None and kind in _KINDS else Unknown(f"flag {name}")
        holder.state["value"] = value
        if isinstance(name, str):
            FLAGS.hide(context, name, value)
        return holder


for _name in (*_KINDS, *_OTHERS):
    _define(_name)
harmless("absl.flags", None_="register_validator adopt_module_key_flags")


@native("absl.flags.mark_flag_as_required", "absl.flags.mark_flags_as_required")
def require(context: Context, arguments: Arguments) -> Value:
    """The command line gives the flag, whatever its default is."""
    given = arguments.positional[0] if arguments.positional else NONE
    for named in given if isinstance(given, Sequence) else (given,):
        name = payload(named)
        if isinstance(name, str):
            FLAGS.hide(context, name, Unknown(f"flag {name}"))
    return NONE


harmless("absl.logging", None_="info warning warn error debug fatal exception vlog set_verbosity log log_first_n")
harmless("absl.logging", unknown="INFO WARN WARNING ERROR DEBUG FATAL get_verbosity")


@native("absl.app.run")
def run(context: Context, arguments: Arguments) -> Value:
    """Without a function it calls the `main` of the program, which is then followed as one that nothing called."""
    main = arguments.get(0, "main")
    if main is not None:
        context.call(main, Arguments((Sequence("list", (), Scalar("str"), Dim.unknown(low=1)),)))
    return NONE


# -- click ---------------------------------------------------------------------------------------------------------


class Command(Value):
    """A function that gets its arguments from the command line; called with none, it is followed with the defaults."""

    __slots__ = ("function", "options")
    kind = "function"

    def __init__(self, function: Value, options: dict[str, Value]) -> None:
        self.function = function
        self.options = options

    def call(self, context: Context, arguments: Arguments) -> Value:
        return context.call(self.function, Arguments((), dict(self.options)))

    def attribute(self, context: Context, name: str) -> Value:
        if name in ("command", "group"):
            return Native(name, lambda context, arguments: Native(name, _command))
        return self.function if name == "callback" else Native(name, answering("None"))

    def truth(self, context: Context) -> bool | None:
        return True

    def key(self) -> Hashable | None:
        return ("command", id(self))


def _command(context: Context, arguments: Arguments) -> Value:
    function = arguments.positional[0] if arguments.positional else NONE
    return function if isinstance(function, Command) else Command(function, {})


@native("click.command", "click.group")
def command(context: Context, arguments: Arguments) -> Value:
    bare = bool(arguments.positional) and arguments.positional[0].kind == "function"
    return _command(context, arguments) if bare else Native("command", _command)


def _option(of: Callable[[str], str]) -> Callable[[Context, Arguments], Value]:
    def declare_option(context: Context, arguments: Arguments) -> Value:
        flags = [text for text in map(payload, arguments.positional) if isinstance(text, str)]
        plain = [flag for flag in flags if not flag.startswith("-")]
        named = plain or sorted(flags, key=lambda flag: -flag.startswith("--"))
        if not named:
            return Native("option", answering("first"))
        value = _default(context, named[0].startswith("-") or bool(plain), arguments.keywords)

        def add(context: Context, arguments: Arguments) -> Value:
            function = arguments.positional[0] if arguments.positional else NONE
            held = function.options if isinstance(function, Command) else {}
            inner = function.function if isinstance(function, Command) else function
            return Command(inner, {**held, of(named[0]): value})

        return Native("option", add)

    return lambda context, arguments: declare_option(context, arguments) if arguments.positional else Unknown("option")


def _default(context: Context, optional: bool, how: dict[str, Value]) -> Value:
    if "default" in how:
        text, convert = payload(how["default"]), how.get("type")
        typed = convert is not None and convert.kind == "class" and isinstance(text, str)
        return context.call(convert, Arguments((how["default"],))) if typed and convert is not None else how["default"]
    if how.get("is_flag") is not None:
        return FALSE
    required = how.get("required", FALSE).truth(context)
    return NONE if optional and required is False and "multiple" not in how else Unknown("an argument")


def _attribute(flag: str) -> str:
    return flag.partition("/")[0].lstrip("-").replace("-", "_").lower()


native("click.option")(_option(_attribute))


@native("click.argument")
def argument(context: Context, arguments: Arguments) -> Value:
    how = {"required": TRUE, **arguments.keywords}
    return _option(_attribute)(context, Arguments(arguments.positional, how))


@native("click.pass_context", "click.pass_obj")
def passing(context: Context, arguments: Arguments) -> Value:
    """The function gets one more argument in front."""
    function = arguments.positional[0] if arguments.positional else NONE
    return Native("passing", lambda context, given: context.call(function, given.after(Unknown("a context"))))


harmless("click", None_="echo secho clear", unknown="Path Choice File IntRange FloatRange prompt confirm")
harmless("click", unknown_="get_current_context progressbar")
for _name, _kind in {"INT": "int", "FLOAT": "float", "STRING": "str", "BOOL": "bool"}.items():
    declare(f"click.{_name}", CLASSES[_kind])

# -- fire and hydra ------------------------------------------------------------------------------------------------


@native("fire.Fire")
def fire(context: Context, arguments: Arguments) -> Value:
    component = arguments.get(0, "component")
    if component is not None and component.kind == "function":
        context.call(component, Arguments())
    return NONE
