"""Where reports go: each format to a file of its own, or to standard output."""

from __future__ import annotations

import ast
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, NamedTuple, TextIO

from ..config import ConfigError
from ..report import View, colored, printer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..config import Config
    from ..findings import Report
    from ..report import Format, Tally

_WITH_COVERAGE = ("text", "full", "concise", "github")
"""The formats that say what was covered."""


class _Way(NamedTuple):
    name: str
    print: Format
    stream: TextIO
    view: View


class Output:
    """The formats that were asked for. A context manager; files are opened at once, so that what cannot be written is
    told before the work. Raises ConfigError."""

    def __init__(self, config: Config, tally: Tally) -> None:
        self._files = ExitStack()
        self._config = config
        self._tally = tally
        self._ways: list[_Way] = []
        shown = [each for each in config.output_format if "=" not in each]
        if len(shown) > 1:
            named = " and ".join(shown)
            raise ConfigError(f"--output-format: {named} cannot go to the same place; FORMAT=FILE names a file for one")
        for each in config.output_format:
            name, _, file = each.partition("=")
            self._add(name, file or config.output_file)

    def __enter__(self) -> Output:
        return self

    def __exit__(self, *_: object) -> None:
        self._files.close()

    def _add(self, name: str, file: str | None) -> None:
        stream = sys.stdout
        if file is not None:
            try:
                stream = open(file, "w", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115
            except OSError as problem:
                raise ConfigError(f"{file}: cannot be written: {problem.strerror}") from None
            self._files.enter_context(stream)
        made = printer(name)
        if self._config.statistics and "=" not in name and file == self._config.output_file:
            from ..report import statistics

            made = statistics.json if name in ("json", "json-lines") else statistics.text
        color = colored(self._config.color, stream)
        self._ways.append(_Way(name, made, stream, View(color, self._config.gaps, self._config.quiet, self._tally)))

    def write(self, reports: Iterable[Report]) -> None:
        """Prints as reports come where there is one format; more formats wait for the end of the first."""
        kept: list[Report] = []
        first, *others = sorted(self._ways, key=lambda way: way.stream is not sys.stdout)
        _print(first, _keeping(reports, kept) if others else reports)
        for way in others:
            _print(way, kept)
        if not self._config.quiet and not any(way.name in _WITH_COVERAGE for way in self._ways):
            self._tell_coverage()

    def _tell_coverage(self) -> None:
        """What findings alone cannot say: that there was nothing to find, and the gaps where they are asked for."""
        listed = self._config.gaps
        lines = list(self._tally.gap_lines()) if listed else []
        if not self._tally.followed:
            lines.append(self._tally.last_line(listed=listed))
        sys.stderr.writelines(f"{line}\n" for line in lines)


def _print(way: _Way, reports: Iterable[Report]) -> None:
    for piece in way.print(reports, way.view):
        way.stream.write(piece)


def _keeping(reports: Iterable[Report], kept: list[Report]) -> Iterator[Report]:
    """The same reports, kept; of those without findings no syntax tree, which is large."""
    for report in reports:
        if report.module is not None and not report.findings:
            report.module.tree = ast.Module([], [])
        kept.append(report)
        yield report
