"""`argparse`: the program is followed with the defaults of its options."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...core.containers import Sequence, join_values
from ...core.dim import Dim
from ...core.objects import Class, Instance, library_class
from ...core.plain import FALSE, NONE, TRUE, Constant, Scalar
from ...core.value import Arguments, Unknown, Value
from ..declare import declare
from .tools import SCALARS, answering, harmless, payload

if TYPE_CHECKING:
    from ...core.value import Context


class Option(NamedTuple):
    """One declared argument: the attribute it sets, its spellings, its value by default and what it is when given."""

    dest: str
    flags: tuple[str, ...]
    default: Value
    given: Value


def _parser_of(value: Value) -> Instance:
    """The parser that a group or parser adds to."""
    assert isinstance(value, Instance)
    owner = value.hidden("owner")
    return owner if isinstance(owner, Instance) else value


def _options(parser: Instance) -> tuple[Option, ...]:
    found: tuple[Option, ...] = parser.hidden("options") or ()
    return found


# -- declaring -----------------------------------------------------------------------------------------------------


def _init(context: Context, arguments: Arguments) -> Value:
    parser = arguments.positional[0]
    if not isinstance(parser, Instance):
        return NONE
    parents = arguments.keywords.get("parents", NONE)
    inherited: list[Option] = []
    for parent in parents if isinstance(parents, Sequence) else ():
        if isinstance(parent, Instance):
            inherited += _options(_parser_of(parent))
        else:
            parser.hide(context, "open", True)
    parser.hide(context, "options", tuple(inherited))
    return NONE


def _add_argument(context: Context, arguments: Arguments) -> Value:
    parser = _parser_of(arguments.positional[0])
    flags = [payload(value) for value in arguments.positional[1:]]
    dest = payload(arguments.keywords.get("dest"))
    if arguments.open or not all(isinstance(flag, str) for flag in flags) or not (flags or dest):
        parser.hide(context, "open", True)
        return NONE
    optional = not flags or flags[0].startswith("-")
    if not isinstance(dest, str):
        named = next((flag for flag in flags if flag.startswith("--")), flags[0])
        dest = named.lstrip("-").replace("-", "_") if optional else named
    option = _option(context, dest, tuple(flags), optional, arguments.keywords)
    if option is not None:
        parser.hide(context, "options", (*_options(parser), option))
    return NONE


def _option(
    context: Context, dest: str, flags: tuple[str, ...], optional: bool, how: dict[str, Value]
) -> Option | None:
    action, nargs = payload(how.get("action")), payload(how.get("nargs"))
    given = _given(context, action, nargs, how)
    default = how.get("default")
    if action in ("help", "version"):
        return None
    if default is not None:
        return Option(dest, flags, _typed(context, default, how.get("type")), given)
    if action in ("store_true", "store_false"):
        return Option(dest, flags, FALSE if action == "store_true" else TRUE, given)
    required = how.get("required", FALSE).truth(context)
    if optional and required is False:
        return Option(dest, flags, NONE, given)
    if optional and required is None:
        return Option(dest, flags, Unknown(f"argument {dest}"), given)
    if not optional and nargs in ("?", "*"):
        return Option(dest, flags, NONE if nargs == "?" else given, given)
    return Option(dest, flags, given, given)


def _typed(context: Context, default: Value, convert: Value | None) -> Value:
    """A default that is a text goes through `type`, as on the command line."""
    if convert is None or not isinstance(payload(default), str):
        return default
    return context.call(convert, Arguments((default,)))


def _given(context: Context, action: object, nargs: object, how: dict[str, Value]) -> Value:
    """What an argument is, whatever was written on the command line."""
    if action in ("store_true", "store_false"):
        return TRUE if action == "store_true" else FALSE
    if action in ("store_const", "append_const"):
        return how.get("const", NONE) if action == "store_const" else Unknown("constants")
    if action == "count":
        return Scalar("int")
    if "action" in how and not isinstance(action, str):
        return Unknown("an action of its own")
    one = _one(how)
    if action in ("append", "extend"):
        return Sequence("list", (), one, Dim.unknown(low=1))
    if isinstance(nargs, int):
        return Sequence("list", [one] * nargs)
    if nargs in ("+", "*"):
        return Sequence("list", (), one, Dim.unknown(low=1 if nargs == "+" else 0))
    return one if (nargs is None and "nargs" not in how) or nargs == "?" else Unknown("an argument")


def _one(how: dict[str, Value]) -> Value:
    convert, choices = how.get("type"), how.get("choices")
    kind = "str" if convert is None else convert.name if isinstance(convert, Class) and convert.path else ""
    if kind not in SCALARS:
        return Unknown("an argument of the command line")
    known = choices.known if isinstance(choices, Sequence) else None
    among = tuple(payload(choice) for choice in known) if known else ()
    return Scalar(kind, among=among if among and None not in among else None)


# -- groups and subcommands ----------------------------------------------------------------------------------------


def _group(context: Context, arguments: Arguments) -> Value:
    group = Instance(PARSER)
    group.state[" owner"] = _parser_of(arguments.positional[0])
    return group


def _subparsers(context: Context, arguments: Arguments) -> Value:
    parser = _parser_of(arguments.positional[0])
    commands = Instance(_COMMANDS)
    commands.state[" owner"] = parser
    dest = payload(arguments.keywords.get("dest"))
    if isinstance(dest, str):
        option = Option(dest, (), Scalar("str"), Scalar("str"))
        parser.hide(context, "options", (*_options(parser), option))
    return commands


def _add_parser(context: Context, arguments: Arguments) -> Value:
    """The arguments of a subcommand: they are there if it is the one that is called."""
    parser = _parser_of(arguments.positional[0])
    command = Instance(PARSER)
    _init(context, Arguments((command,), arguments.keywords))
    parser.hide(context, "commands", (*(parser.hidden("commands") or ()), command))
    return command


def _set_defaults(context: Context, arguments: Arguments) -> Value:
    parser = _parser_of(arguments.positional[0])
    new = arguments.keywords
    options = [option._replace(default=new.get(option.dest, option.default)) for option in _options(parser)]
    names = {option.dest for option in options}
    options += [Option(name, (), value, value) for name, value in new.items() if name not in names]
    parser.hide(context, "options", tuple(options))
    if arguments.open:
        parser.hide(context, "open", True)
    return NONE


def _get_default(context: Context, arguments: Arguments) -> Value:
    dest = payload(arguments.get(1, "dest"))
    found = [option.default for option in _options(_parser_of(arguments.positional[0])) if option.dest == dest]
    return found[-1] if found else Unknown("a default")


# -- parsing -------------------------------------------------------------------------------------------------------


def _parse(context: Context, arguments: Arguments) -> Value:
    parser = _parser_of(arguments.positional[0])
    words = arguments.get(1, "args")
    space = arguments.get(2, "namespace")
    made = space if isinstance(space, Instance) else Instance(NAMESPACE)
    for name, value in _values(parser, words).items():
        made.set_attribute(context, name, value)
    return made


def _values(parser: Instance, words: Value | None) -> dict[str, Value]:
    """The value of every attribute: the default, unless the program itself spells out the command line."""
    values = {}
    if words is None or words is NONE:
        said: set[str] | None = set()
    else:
        known = words.known if isinstance(words, Sequence) else () if payload(words) == "" else None
        texts = [payload(word) for word in known] if known is not None else None
        said = {text.partition("=")[0] for text in texts if isinstance(text, str)} if texts is not None else None
        if texts is not None and not all(isinstance(text, str) for text in texts):
            said = None
    for option in _options(parser):
        mentioned = said is None or any(
            word == flag or (word.startswith("-") and flag.startswith(word)) for flag in option.flags for word in said
        )
        values[option.dest] = join_values(option.default, option.given) if mentioned else option.default
    for command in parser.hidden("commands") or ():
        for name, value in _values(command, words).items():
            values[name] = join_values(values[name], value) if name in values else value
    return values


def _parse_known(context: Context, arguments: Arguments) -> Value:
    return Sequence.tuple((_parse(context, arguments), Sequence("list", (), Scalar("str"), Dim.unknown())))


def _namespace(context: Context, arguments: Arguments) -> Value:
    for name, value in arguments.keywords.items():
        arguments.positional[0].set_attribute(context, name, value)
    return NONE


NAMESPACE = library_class("argparse.Namespace", __init__=_namespace)
PARSER = library_class(
    "argparse.ArgumentParser",
    __init__=_init, add_argument=_add_argument, add_argument_group=_group, add_mutually_exclusive_group=_group,
    add_subparsers=_subparsers, set_defaults=_set_defaults, get_default=_get_default, parse_args=_parse,
    parse_known_args=_parse_known, parse_intermixed_args=_parse, print_help=answering("None"),
    print_usage=answering("None"), format_help=answering("str"), error=answering("never"), exit=answering("never"),
    register=answering("None"),
)  # fmt: skip
_COMMANDS = library_class("argparse._SubParsersAction", add_parser=_add_parser)
declare("argparse.ArgumentParser", PARSER)
declare("argparse.Namespace", NAMESPACE)
_PLAIN = (
    "HelpFormatter ArgumentDefaultsHelpFormatter RawTextHelpFormatter RawDescriptionHelpFormatter "
    "MetavarTypeHelpFormatter ArgumentTypeError ArgumentError Action BooleanOptionalAction"
)
for _name in _PLAIN.split():
    declare(f"argparse.{_name}", library_class(f"argparse.{_name}"))
for _name, _text in {"SUPPRESS": "==SUPPRESS==", "REMAINDER": "...", "OPTIONAL": "?", "ZERO_OR_MORE": "*"}.items():
    declare(f"argparse.{_name}", Constant(_text))
harmless("argparse", unknown="FileType")
