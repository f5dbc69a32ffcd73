"""`absl.flags`: defaults are the values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.containers import Sequence
from ...core.dim import Dim
from ...core.objects import Instance, library_class
from ...core.plain import NONE, Constant, Scalar
from ...core.value import Arguments, Unknown, Value
from ..declare import declare
from .tools import answering, harmless, native, payload

if TYPE_CHECKING:
    from ...core.value import Context

# -- absl ----------------------------------------------------------------------------------------------------------


def _flag(context: Context, arguments: Arguments) -> Value:
    """`FLAGS.name`: all files share the flags."""
    name = payload(arguments.positional[1]) if len(arguments.positional) > 1 else None
    found = FLAGS.hidden(str(name))
    return found if isinstance(found, Value) else Unknown(f"flag {name}")


def _holder(context: Context, arguments: Arguments) -> Value:
    """`FLAGS["name"]`"""
    return Instance(_HOLDER, {"value": _flag(context, arguments)})


FLAGS = Instance(library_class(
    "absl.flags._FlagValues", __getattr__=_flag, __getitem__=_holder, __call__=answering("texts"),
    is_parsed=answering("unknown"), flag_values_dict=answering("unknown"), mark_as_parsed=answering("None"),
))  # fmt: skip
declare("absl.flags.FLAGS", FLAGS)
_HOLDER = library_class("absl.flags.FlagHolder")
_KINDS = {"integer": "int", "float": "float", "string": "str", "boolean": "bool", "bool": "bool", "enum": "str"}
_SEVERAL = ("multi_string", "multi_integer", "multi_float", "multi_enum")
_LISTS = {"list": ",", "spaceseplist": None, **dict.fromkeys(_SEVERAL, "")}
_OTHERS = ("enum_class", "multi_enum_class")


def _listed(kind: str, default: Value) -> Value:
    """The list that a default stands for: a text is taken apart, one value is a list of one."""
    found = default.known if isinstance(default, Sequence) else None
    if default is NONE or found is not None:
        return default if found is None else Sequence.list(found)
    text, separator = payload(default), _LISTS[kind]
    if separator == "":
        return Sequence.list([default]) if text is not None else Unknown("a list of values")
    if not isinstance(text, str):
        return Unknown("a list of texts")
    return Sequence.list(Constant(part.strip()) for part in text.split(separator) if text)


def _define(kind: str) -> None:
    @native(f"absl.flags.DEFINE_{kind}")
    def define(context: Context, arguments: Arguments) -> Value:
        name = payload(arguments.get(0, "name") or arguments.get(None, "flag_name"))
        default = arguments.get(1, "default") or arguments.get(None, "default_value")
        holder = Instance(_HOLDER)
        value = default if default is not None and kind in _KINDS else Unknown(f"flag {name}")
        if default is not None and kind in _LISTS:
            value = _listed(kind, default)
        holder.state["value"] = value
        if isinstance(name, str):
            FLAGS.hide(context, name, value)
        return holder


for _name in (*_KINDS, *_LISTS, *_OTHERS):
    _define(_name)
harmless("absl.flags", None_="register_validator adopt_module_key_flags DEFINE_alias declare_key_flag")


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
