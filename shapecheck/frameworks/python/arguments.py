"""`argparse`: the program is followed with the defaults of its options."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...core.containers import Sequence, join_values
from ...core.dim import Dim
from ...core.objects import Class, Instance, library_class
from ...core.plain import FALSE, NONE, TRUE, Constant, Scalar
from ...core.state import serial
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
    how: dict[str, Value]


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
    default = arguments.keywords.get("argument_default", NONE)
    parser.hide(context, "default", None if default is NONE else default)
    return NONE


def _add_argument(context: Context, arguments: Arguments) -> Value:
    group, parser = arguments.positional[0], _parser_of(arguments.positional[0])
    flags = [payload(value) for value in arguments.positional[1:]]
    dest = payload(arguments.keywords.get("dest"))
    if arguments.open or not all(isinstance(flag, str) for flag in flags) or not (flags or dest):
        parser.hide(context, "open", True)
        return NONE
    optional = not flags or flags[0].startswith("-")
    if not isinstance(dest, str):
        named = next((flag for flag in flags if flag.startswith("--")), flags[0])
        dest = named.lstrip("-").replace("-", "_") if optional else named
    how = dict(arguments.keywords)
    general = parser.hidden("default")
    if isinstance(general, Value) and optional:
        how.setdefault("default", general)
    option = _option(context, dest, tuple(flags), optional, how)
    if option is not None:
        if isinstance(group, Instance) and group.hidden("required"):  # one of the group is given
            option = option._replace(default=join_values(option.default, option.given))
        parser.hide(context, "options", (*_options(parser), option))
    return NONE


def _option(
    context: Context, dest: str, flags: tuple[str, ...], optional: bool, how: dict[str, Value]
) -> Option | None:
    action, nargs = payload(how.get("action")), payload(how.get("nargs"))
    given = _given(context, action, nargs, how)
    default, required = how.get("default"), how.get("required", FALSE).truth(context)
    if action in ("help", "version"):
        return None
    if optional and required is not False:
        usual = given if required else Unknown(f"argument {dest}")
    elif default is not None and (optional or nargs in ("?", "*")):
        usual = _typed(context, default, how.get("type"))
    elif action in ("store_true", "store_false"):
        usual = FALSE if action == "store_true" else TRUE
    elif optional:
        usual = NONE
    else:
        usual = {"?": NONE, "*": Sequence("list")}.get(nargs, given)
    return Option(dest, flags, usual, given, how)


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
    group.state[" required"] = arguments.keywords.get("required", FALSE).truth(context) is not False
    return group


def _subparsers(context: Context, arguments: Arguments) -> Value:
    parser = _parser_of(arguments.positional[0])
    commands = Instance(_COMMANDS)
    commands.state[" owner"] = parser
    dest = payload(arguments.keywords.get("dest"))
    if isinstance(dest, str):
        which = Unknown("which command is called", ("command", serial(parser.state)))
        option = Option(dest, (), which, Scalar("str"), {})
        parser.hide(context, "options", (*_options(parser), option))
        parser.hide(context, "command", dest)
    return commands


def _add_parser(context: Context, arguments: Arguments) -> Value:
    """The arguments of a subcommand: they are there if it is the one that is called."""
    parser = _parser_of(arguments.positional[0])
    command = Instance(PARSER)
    _init(context, Arguments((command,), arguments.keywords))
    name = payload(arguments.positional[1]) if len(arguments.positional) > 1 else None
    parser.hide(context, "commands", (*(parser.hidden("commands") or ()), (name, command)))
    return command


def _set_defaults(context: Context, arguments: Arguments) -> Value:
    parser = _parser_of(arguments.positional[0])
    new = arguments.keywords
    options = [option._replace(default=new.get(option.dest, option.default)) for option in _options(parser)]
    names = {option.dest for option in options}
    options += [Option(name, (), value, value, {}) for name, value in new.items() if name not in names]
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
    words = arguments.get(1, "args") or _set_words(context)
    space = arguments.get(2, "namespace")
    made = space if isinstance(space, Instance) else Instance(NAMESPACE)
    before = {name for name, _ in made.visible()}
    for name, value in _values(context, parser, words).items():
        if name not in before and payload(value) != _SUPPRESSED:
            made.set_attribute(context, name, value)
    if parser.hidden("open") or parser.hidden("commands"):
        made.hide(context, "open", True)  # which attributes there are depends on the command
    return made


def _set_words(context: Context) -> Value | None:
    """What the program itself put into `sys.argv`."""
    found = context.attribute(context.module("sys"), "argv")
    known = found.known if isinstance(found, Sequence) else None
    return Sequence.list(known[1:]) if known else None


def _values(context: Context, parser: Instance, words: Value | None) -> dict[str, Value]:
    """The value of every attribute: the default, unless the program itself spells out the command line."""
    usual = {option.dest: option.default for option in _options(parser)}
    if words is None or words is NONE:
        commands: dict[str, Value] = {}
        for _, command in parser.hidden("commands") or ():
            for name, value in _values(context, command, None).items():
                commands[name] = join_values(commands[name], value) if name in commands else value
        return {**commands, **usual}
    known = words.known if isinstance(words, Sequence) else () if payload(words) == "" else None
    texts = [payload(word) for word in known] if known is not None else [None]
    if all(isinstance(text, str) for text in texts):
        from .spoken import parse  # how the real one reads words: needed by few programs

        said = parse(context, parser, [str(text) for text in texts])
        if said is not None:
            return said
    return {option.dest: join_values(option.default, option.given) for option in _options(parser)}


def _parse_known(context: Context, arguments: Arguments) -> Value:
    return Sequence.tuple((_parse(context, arguments), Sequence("list", (), Scalar("str"), Dim.unknown())))


def _namespace(context: Context, arguments: Arguments) -> Value:
    for name, value in arguments.keywords.items():
        arguments.positional[0].set_attribute(context, name, value)
    return NONE


def _in_namespace(context: Context, arguments: Arguments) -> Value:
    space, name = arguments.positional[0], payload((*arguments.positional, NONE)[1])
    if not isinstance(space, Instance) or not isinstance(name, str) or space.hidden("open"):
        return Unknown("whether there is an argument")
    return Constant(name in space.state)


_SUPPRESSED = "==SUPPRESS=="
NAMESPACE = library_class("argparse.Namespace", __init__=_namespace, __contains__=_in_namespace)
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
