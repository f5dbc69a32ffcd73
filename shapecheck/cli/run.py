"""`shapecheck run SCRIPT [-- ARGUMENTS]`: the one command that executes the program, with fake weights and data."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from ..config import Config, ConfigError, load, override
from .programs import complain, options

if TYPE_CHECKING:
    from ..dryrun.running import Run
    from ..findings import Finding, Report
    from ..source.module import Module

_SETTINGS = ("select", "ignore", "per_file_ignores", "output_format", "output_file", "python", "color", "exit_zero",
             "quiet", "statistics")  # fmt: skip
_SECONDS = 60.0


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("script", metavar="SCRIPT")
@click.argument("arguments", nargs=-1, metavar="[-- ARGUMENTS]")
@click.option("--timeout", type=click.FloatRange(min=1), default=_SECONDS, metavar="SECONDS", show_default=True,
              help="The time that the program has.")  # fmt: skip
@click.option("--show-output", is_flag=True, help="Let what the program prints appear on standard error.")
@options(_SETTINGS, stdin=False)
def run(
    script: str, arguments: tuple[str, ...], timeout: float, show_output: bool, file: str | None, isolated: bool,
    **given: Any,
) -> int:  # fmt: skip
    """Execute SCRIPT as the main program, one step of each training loop, with weights that take no memory."""
    if not os.path.isfile(script) or script.endswith(".ipynb"):
        reason = "a notebook; only scripts can be run" if os.path.isfile(script) else "no such file"
        raise click.ClickException(f"{script}: {reason}")
    from ..dryrun.conversation import Failed
    from ..dryrun.running import run as execute

    try:
        config = override(load((script,), file, isolated), given)
        return _told(script, execute(script, arguments, config.python, timeout, show_output), config)
    except (ConfigError, Failed) as problem:
        raise click.ClickException(str(problem)) from None


def _told(script: str, ran: Run, config: Config) -> int:
    """Prints the findings and what ran; the exit code."""
    from ..report.ran import RunTally
    from .output import Output

    tally = RunTally(ran=ran)
    with Output(config, tally) as output:
        output.write(tally.watch(_reports(script, ran, config)))
    sys.stdout.flush()
    for note in () if config.quiet else ran.summary.get("notes", ()):
        complain(note)
    broken = ran.stopped is not None and ran.stopped.get("broken")
    return 1 if broken or (tally.problems and not config.exit_zero) else 0


def _reports(script: str, ran: Run, config: Config) -> list[Report]:
    """One for each file of the program with findings; the script's own in any case."""
    from ..api import Session
    from ..dryrun.failures import findings
    from ..findings import Report

    main = os.path.abspath(script)
    paths = dict.fromkeys([main, *(path for told in ran.findings for path in _paths(told))])
    modules = {path: module for path in paths if (module := _module(path)) is not None}
    by_path: dict[str, list[Finding]] = {main: []}
    for finding in findings(ran.findings, modules):
        by_path.setdefault(finding.span.path, []).append(finding)
    reports = []
    with Session(config) as session:
        for path, found in by_path.items():
            report = Report(path, module=modules.get(path), related=modules)
            report.findings = [finding for finding in found if session.wanted(finding, report)]
            reports.append(report)
    return reports


def _paths(told: dict[str, Any]) -> list[str]:
    return [str(told["path"]), *(str(path) for path, _ in told.get("stack") or ())]


def _module(path: str) -> Module | None:
    from ..source.read import Unreadable, read

    try:
        return read(path)
    except Unreadable:
        return None
