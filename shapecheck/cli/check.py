"""`shapecheck check PATH...`: the main job."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from ..config import Config, ConfigError, Setting, load, override, settings
from . import internal_error
from .walk import Missing, NoPython, find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ..api import Session
    from ..findings import Report
    from ..report import Tally, View

STANDARD_INPUT = "-"


def _options(command: Callable[..., int]) -> Callable[..., int]:
    """One option for each setting, with no value of its own, so that what was not given can be told."""
    for name, setting in reversed(settings().items()):
        command = click.option(setting.option, name, default=None, **_kind(setting))(command)
    return command


def _kind(setting: Setting) -> dict[str, Any]:
    shared = {"help": setting.help, "metavar": setting.metavar, "envvar": setting.envvar}
    if setting.kind == "flag":
        return {**shared, "is_flag": True}
    if setting.kind == "choice":
        return {**shared, "type": click.Choice(setting.choices)}
    if setting.kind == "number":
        return {**shared, "type": click.IntRange(min=1)}
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


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@_options
@click.option("--config", "file", metavar="FILE", help="The configuration file, instead of the closest one.")
@click.option("--isolated", is_flag=True, help="Use no configuration file.")
@click.option("--stdin-filename", metavar="NAME", help="What to call the program that is read from standard input.")
def check(
    paths: tuple[str, ...], file: str | None, isolated: bool, stdin_filename: str | None, **given: Any
) -> int:
    """Check files, notebooks and folders (default: this one), or `-` for standard input."""
    if STANDARD_INPUT in paths and len(paths) > 1:
        raise click.UsageError("`-` (standard input) cannot be checked together with other paths")
    if stdin_filename and STANDARD_INPUT not in paths:
        raise click.UsageError("--stdin-filename needs `-` as the path")
    read_input = paths == (STANDARD_INPUT,)
    named = ((stdin_filename,) if stdin_filename else ()) if read_input else paths or (".",)
    try:
        config = override(load(named, file, isolated), given)
        return _check(named, read_input, config)
    except ConfigError as problem:
        raise click.ClickException(str(problem)) from None


def _check(paths: Sequence[str], read_input: bool, config: Config) -> int:
    """Find the files, check and print; the exit code."""
    from ..api import Session
    from ..report import FORMATS, View, colored

    view = View(colored(config.color, sys.stdout), config.gaps)
    tally = view.tally
    wrong = False
    files: list[str] = []
    for found in () if read_input else find(paths, config):
        if isinstance(found, str):
            files.append(found)
        else:
            _complain(str(found))
            wrong |= isinstance(found, (Missing, NoPython))
            tally.unread += not isinstance(found, NoPython)
    if wrong and not files:
        return 2
    failed: list[str] = []
    with Session(config) as session:
        texts = _standard_input(paths, config) if read_input else ((file, None) for file in files)
        reports = _reports(session, texts, failed)
        for piece in FORMATS[config.output_format](_noted(reports, tally), view):
            sys.stdout.write(piece)
    if config.output_format == "json":  # which has no place for it
        _tell_coverage(view)
    if wrong or failed:
        return 2
    return 1 if tally.unread or (tally.problems and not config.exit_zero) else 0


def _tell_coverage(view: View) -> None:
    """What an array of findings cannot say: that there was nothing to find, and the gaps where they are asked for."""
    lines = list(view.tally.gap_lines()) if view.gaps else []
    if not view.tally.followed:
        lines.append(view.tally.last_line(listed=view.gaps))
    sys.stderr.writelines(f"{line}\n" for line in lines)


def _noted(reports: Iterator[Report], tally: Tally) -> Iterator[Report]:
    """The reports, counted, with what could not be read told on standard error."""
    for report in tally.watch(reports):
        for note in report.notes:
            _complain(note if note.startswith(report.path) else f"{report.path}: {note}")
        if report.module is None and not report.notes:
            _complain(f"{report.path}: could not be read")
        yield report


def _reports(session: Session, texts: Iterable[tuple[str, str | bytes | None]], failed: list[str]) -> Iterator[Report]:
    """The report on each file. Where the analysis itself fails, the next files are checked nevertheless."""
    from ..findings import Report
    from ..source.read import Unreadable, decode

    for path, text in texts:
        try:
            yield session.check(path, decode(path, text) if isinstance(text, bytes) else text)
        except Unreadable as problem:
            yield Report(path, notes=[str(problem)])
        except Exception as problem:
            failed.append(path)
            yield Report(path, notes=[internal_error(problem)])


def _standard_input(named: Sequence[str], config: Config) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of the program that is read from standard input, unless it is left out."""
    name = named[0] if named else STANDARD_INPUT
    if not (named and config.force_exclude and config.excludes(name)):
        yield name, sys.stdin.buffer.read()


def _complain(message: str) -> None:
    """One line on standard error, after what was already printed."""
    sys.stdout.flush()
    click.echo(f"shapecheck: {' '.join(message.splitlines())}", err=True)
