"""`shapecheck check PATH...`: the main job."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from ..config import Config, ConfigError, load, override
from . import internal_error
from .programs import STANDARD_INPUT, complain, named, options, standard_input, tell_unmatched
from .walk import Missing, NoPython, find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ..api import Session
    from ..findings import Report
    from ..report import Tally


class Task(NamedTuple):
    """What is asked for besides a report. ignore: the reason that is given in added comments."""

    diff_base: str | None = None
    update_baseline: bool = False
    ignore: str | None = None


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--diff-base", metavar="REV", help="Only findings at lines that changed since this revision of git.")
@click.option("--update-baseline", is_flag=True, help="Write all findings to the file of --baseline.")
@click.option(
    "--add-ignore", is_flag=False, flag_value="", metavar="[=REASON]", help="Put an ignore comment at each finding."
)
@click.option("-w", "--watch", is_flag=True, help="Check again what changes, until interrupted.")
@options()
def check(
    paths: tuple[str, ...], file: str | None, isolated: bool, stdin_filename: str | None, diff_base: str | None,
    update_baseline: bool, add_ignore: str | None, watch: bool, **given: Any,
) -> int:  # fmt: skip
    """Check files, notebooks and folders (default: this one), or `-` for standard input."""
    read_input = paths == (STANDARD_INPUT,)
    names = named(paths, stdin_filename, (".",))

    def configured() -> Config:
        return override(load(names, file, isolated), given)

    task = Task(diff_base, update_baseline, add_ignore)
    if read_input and (watch or add_ignore is not None):
        raise click.UsageError("standard input can neither be watched nor be edited")
    if watch and (update_baseline or add_ignore is not None):
        raise click.UsageError("--watch only reports")
    try:
        if watch:
            from .watch import watch as watching

            return watching(names, configured, diff_base)
        config = configured()
        return check_once(names, read_input, prepared(config, task), task)
    except ConfigError as problem:
        raise click.ClickException(str(problem)) from None


def prepared(config: Config, task: Task) -> Config:
    """The configuration for a task. Raises ConfigError."""
    if task.update_baseline:
        if config.baseline is None:
            raise ConfigError("--update-baseline needs --baseline FILE")
        return config
    if config.baseline is not None and not os.path.exists(config.baseline):
        raise ConfigError(f"{config.baseline}: there is no such baseline; --update-baseline writes it")
    return config


def check_once(paths: Sequence[str], read_input: bool, config: Config, task: Task) -> int:
    """Find the files, check and print; the exit code. Raises ConfigError."""
    from ..api import Session
    from ..report import Tally

    tally = Tally()
    files, wrong = found_files((), config, tally) if read_input else found_files(paths, config, tally)
    if wrong and not files:
        return 2
    failed: list[str] = []
    finish = _finisher(task, config)
    with Session(replace(config, baseline=None) if task.update_baseline else config) as session:
        texts = standard_input(paths, config) if read_input else ((file, None) for file in files)
        reports = restricted(checked(session, texts, failed), task.diff_base, paths)
        told = noted(tally.watch(reports), config)
        if finish is not None:
            finish(told)
        else:
            from .output import Output

            with Output(config, tally) as output:
                output.write(told)
        tell_unmatched(session)
    if wrong or failed:
        return 2
    return 1 if tally.unread or (finish is None and tally.problems and not config.exit_zero) else 0


def _finisher(task: Task, config: Config) -> Callable[[Iterable[Report]], None] | None:
    """What takes the reports, where they are not to be printed."""
    from . import legacy

    if task.update_baseline:
        assert config.baseline is not None
        return legacy.baseline_writer(config.baseline)
    return legacy.comment_writer(task.ignore) if task.ignore is not None else None


def found_files(paths: Sequence[str], config: Config, tally: Tally) -> tuple[list[str], bool]:
    """The files to check, and whether a path is wrong, which is told."""
    files: list[str] = []
    wrong = False
    for found in find(paths, config) if paths else ():
        if isinstance(found, str):
            files.append(found)
        else:
            complain(str(found))
            wrong |= isinstance(found, (Missing, NoPython))
            tally.unread += not isinstance(found, NoPython)
    return files, wrong


def restricted(reports: Iterator[Report], revision: str | None, paths: Sequence[str]) -> Iterator[Report]:
    """Only what is about lines that changed since a revision, where one is given. Raises ConfigError."""
    if revision is None:
        return reports
    from .changed import Changed

    first = os.path.abspath(paths[0]) if paths else os.getcwd()
    return Changed(revision, first if os.path.isdir(first) else os.path.dirname(first)).only(reports)


def noted(reports: Iterable[Report], config: Config) -> Iterator[Report]:
    """The reports, with what could not be read told on standard error."""
    for report in reports:
        for note in report.notes if report.module is None or not config.quiet else ():
            complain(note if note.startswith(report.path) else f"{report.path}: {note}")
        if report.module is None and not report.notes:
            complain(f"{report.path}: could not be read")
        yield report


def checked(session: Session, texts: Iterable[tuple[str, str | bytes | None]], failed: list[str]) -> Iterator[Report]:
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
