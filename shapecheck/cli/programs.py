"""What commands that take programs have in common: options, standard input, complaints."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from ..config import Config, Setting, settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..api import Session

STANDARD_INPUT = "-"


def options(
    names: Sequence[str] | None = None, stdin: bool = True
) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """The paths, one option for each setting (or each that is named), with no value of its own, so that what was not
    given can be told, and where the settings come from."""

    def decorate(command: Callable[..., int]) -> Callable[..., int]:
        if stdin:
            command = click.option(
                "--stdin-filename", metavar="NAME", help="What to call the program that is read from standard input."
            )(command)
        command = click.option("--isolated", is_flag=True, help="Use no configuration file.")(command)
        command = click.option(
            "--config", "file", metavar="FILE", help="The configuration file, instead of the closest one."
        )(command)
        for name, setting in reversed(settings().items()):
            if names is None or name in names:
                spelled = [setting.option, *([setting.short] if setting.short else ())]
                command = click.option(*spelled, name, default=None, **_kind(setting))(command)
        return command

    return decorate


def _kind(setting: Setting) -> dict[str, Any]:
    shared = {"help": setting.help, "metavar": setting.metavar, "envvar": setting.envvar}
    if setting.kind == "flag":
        return {**shared, "is_flag": True}
    if setting.kind == "choice":
        return {**shared, "type": click.Choice(setting.choices)}
    if setting.kind == "formats":
        return {**shared, "multiple": True, "callback": _formats(setting.choices)}
    if setting.kind == "number":
        return {**shared, "type": click.IntRange(min=1)}
    if setting.kind == "inputs":
        return {**shared, "multiple": True, "callback": _inputs}
    parsers = {"strings": _strings, "patterns": _strings, "table": _table}
    return {**shared, "callback": parsers.get(setting.kind)}


def _strings(ctx: click.Context, option: click.Parameter, value: str | None) -> list[str] | None:
    return None if value is None else [each.strip() for each in value.split(",") if each.strip()]


def _table(ctx: click.Context, option: click.Parameter, value: str | None) -> dict[str, list[str]] | None:
    if value is None:
        return None
    table: dict[str, list[str]] = {}
    for pair in filter(None, map(str.strip, value.split(","))):
        pattern, colon, rule = pair.rpartition(":")
        if not colon or not pattern or not rule:
            raise click.BadParameter(f"`{pair}` is not PATTERN:RULE")
        table.setdefault(pattern, []).append(rule)
    return table


def _formats(
    known: tuple[str, ...],
) -> Callable[[click.Context, click.Parameter, tuple[str, ...]], tuple[str, ...] | None]:
    def check(ctx: click.Context, option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...] | None:
        for value in values:
            name, sign, file = value.partition("=")
            if name not in known:
                raise click.BadParameter(f"{name!r} is not one of {', '.join(map(repr, known))}")
            if sign and not file:
                raise click.BadParameter(f"`{value}` has no file")
        return values or None

    return check


def _inputs(ctx: click.Context, option: click.Parameter, values: tuple[str, ...]) -> dict[str, str] | None:
    table: dict[str, str] = {}
    for value in values:
        name, sign, said = value.partition("=")
        if not sign:
            raise click.BadParameter(f"`{value}` is not NAME=SHAPE:DTYPE")
        table[name.strip()] = said
    return table or None


def tell_unmatched(session: Session) -> None:
    """Inputs that nothing was meant by, on standard error."""
    for name in session.unmatched:
        complain(f"input `{name}`: there is no parameter of a function, and no name of a module, that it could mean")


def named(paths: tuple[str, ...], stdin_filename: str | None, default: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The names of what is read: files and folders, or the one that standard input goes by."""
    if STANDARD_INPUT in paths and len(paths) > 1:
        raise click.UsageError("`-` (standard input) cannot be checked together with other paths")
    if stdin_filename and STANDARD_INPUT not in paths:
        raise click.UsageError("--stdin-filename needs `-` as the path")
    if paths == (STANDARD_INPUT,):
        return (stdin_filename,) if stdin_filename else ()
    return paths or default


def standard_input(named: Sequence[str], config: Config) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of the program that is read from standard input, unless it is left out."""
    name = named[0] if named else STANDARD_INPUT
    if not (named and config.force_exclude and config.excludes(name)):
        yield name, sys.stdin.buffer.read()


def complain(message: str) -> None:
    """One line on standard error, after what was already printed."""
    sys.stdout.flush()
    click.echo(f"shapecheck: {' '.join(message.splitlines())}", err=True)
