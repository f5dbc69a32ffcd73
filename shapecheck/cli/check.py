"""`shapecheck check PATH...`: the main job."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from ..config import Config, ConfigError, load, override
from . import internal_error
from .programs import STANDARD_INPUT, complain, named, options, standard_input, tell_unmatched
from .walk import Missing, NoPython, find

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..api import Session
    from ..findings import Report
    from ..report import Tally, View


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@options()
def check(
    paths: tuple[str, ...], file: str | None, isolated: bool, stdin_filename: str | None, **given: Any
) -> int:
    """Check files, notebooks and folders (default: this one), or `-` for standard input."""
    read_input = paths == (STANDARD_INPUT,)
    names = named(paths, stdin_filename, (".",))
    try:
        config = override(load(names, file, isolated), given)
        return _check(names, read_input, config)
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
            complain(str(found))
            wrong |= isinstance(found, (Missing, NoPython))
            tally.unread += not isinstance(found, NoPython)
    if wrong and not files:
        return 2
    failed: list[str] = []
    with Session(config) as session:
        texts = standard_input(paths, config) if read_input else ((file, None) for file in files)
        reports = _reports(session, texts, failed)
        for piece in FORMATS[config.output_format](_noted(reports, tally), view):
            sys.stdout.write(piece)
        tell_unmatched(session)
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
            complain(note if note.startswith(report.path) else f"{report.path}: {note}")
        if report.module is None and not report.notes:
            complain(f"{report.path}: could not be read")
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
