"""What `argparse` makes of a command line that the program spells out: the real one takes it apart."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, NoReturn

from ...core.containers import Sequence
from ...core.objects import Instance
from ...core.plain import FALSE, NONE, TRUE, Constant
from ...core.value import Arguments, Unknown, Value
from .tools import payload

if TYPE_CHECKING:
    from ...core.value import Context
    from .arguments import Option

_PLAIN_ACTIONS = ("store", "store_true", "store_false", "store_const", "append", "extend", "count", "append_const")


class Refused(Exception):
    """The words, or the parser, are not understood."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Refused(message)

    def _print_message(self, message: str, file: object = None) -> None:
        """Nothing is told: it is not run."""

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        raise Refused(message or "exit")


def parse(context: Context, parser: Instance, words: list[str]) -> dict[str, Value] | None:
    """The value of every attribute; None if the words are not understood."""
    if parser.hidden("open"):
        return None
    real = _Parser()
    try:
        _fill(real, parser)
        said = vars(real.parse_known_args(words)[0])
        options = _chosen(parser, said)
        return {
            name: _value(context, options.get(name), said[name]) if name in said else options[name].default
            for name in (*options, *(name for name in said if name not in options))
        }
    except (Refused, ValueError, TypeError, AssertionError, argparse.ArgumentError):
        return None


def _chosen(parser: Instance, said: dict[str, Any]) -> dict[str, Option]:
    """The arguments of the parser, and of the commands that were called."""
    options = {option.dest: option for option in parser.hidden("options") or ()}
    commands = dict(parser.hidden("commands") or ())
    if not commands:
        return options
    dest = parser.hidden("command")
    if dest is None:
        raise Refused("which command is called is not kept")
    called = said.get(dest)
    return {**options, **_chosen(commands[called], said)} if called in commands else options


def _fill(real: argparse.ArgumentParser, parser: Instance) -> None:
    """Declares the same arguments to the real parser, without types and defaults."""
    command = parser.hidden("command")
    for option in parser.hidden("options") or ():
        if option.dest != command and option.flags:
            _add(real, option)
    commands = parser.hidden("commands") or ()
    if commands:
        chooser = real.add_subparsers(dest=command or argparse.SUPPRESS)
        for name, inner in commands:
            if not isinstance(name, str):
                raise Refused("a command of unknown name")
            _fill(chooser.add_parser(name), inner)


def _add(real: argparse.ArgumentParser, option: Option) -> None:
    how: dict[str, Any] = {"default": argparse.SUPPRESS}
    for name in ("action", "nargs", "const"):
        if name in option.how:
            how[name] = option.how[name] if name == "const" else payload(option.how[name])
    named = getattr(option.how.get("action"), "path", None) == "argparse.BooleanOptionalAction"
    if named:
        how["action"] = argparse.BooleanOptionalAction
    elif how.get("action", "store") not in _PLAIN_ACTIONS or ("nargs" in how and how["nargs"] is None):
        raise Refused("an action of its own")
    if option.flags[0].startswith("-"):
        how["dest"] = option.dest
    real.add_argument(*option.flags, **how)


def _value(context: Context, option: Option | None, said: Any) -> Value:
    if option is None or not option.flags:
        return Constant(said) if isinstance(said, str) or said is None else Unknown("a command")
    action, convert = payload(option.how.get("action")), option.how.get("type")
    if isinstance(said, bool):
        return TRUE if said else FALSE
    if isinstance(said, Value):
        return said
    if action == "count":
        before = payload(option.default)
        return Constant(said + (before or 0)) if before is None or isinstance(before, int) else Unknown("a count")
    if isinstance(said, list):
        items = [_value(context, option._replace(how={"type": convert} if convert else {}), one) for one in said]
        before = option.default.known if isinstance(option.default, Sequence) else ()
        if action in ("append", "extend", "append_const") and before is None:
            return Unknown("a list of arguments")
        return Sequence.list([*(before or ()), *items] if action in ("append", "extend", "append_const") else items)
    if not isinstance(said, str):
        return NONE if said is None else Unknown("an argument")
    return Constant(said) if convert is None else context.call(convert, Arguments((Constant(said),)))
