"""Which lines have changed since a revision, as git tells it."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

from ..config import ConfigError
from ..report.raw import region

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..core.span import Span
    from ..findings import Report

_HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_SECONDS = 60


class Changed:
    """The lines that a working tree has and a revision has not. Raises ConfigError where git cannot tell."""

    def __init__(self, revision: str, folder: str) -> None:
        self._folder = folder
        if revision.startswith("-"):
            raise ConfigError(f"--diff-base: `{revision}` is no revision")
        self.top = self._git("rev-parse", "--show-toplevel").rstrip("\n")
        said = f"there is no revision `{revision}`"
        commit = self._git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", said=said)
        options = ("--unified=0", "--no-color", "--no-ext-diff", "--no-renames", "--src-prefix=a/", "--dst-prefix=b/")
        self._folder = self.top
        self._lines = _parsed(self._git("-c", "core.quotePath=false", "diff", *options, commit.strip(), "--"))
        others = self._git("ls-files", "--others", "--exclude-standard", "-z").split("\0")
        self._new = {name for name in others if name}

    def only(self, reports: Iterable[Report]) -> Iterator[Report]:
        """The reports with the findings at changed lines, and those about something that is made at one."""
        for report in reports:
            report.findings = [
                finding
                for finding in report.findings
                if any(self._has(span, report) for span in (finding.span, *(note.span for note in finding.notes)))
            ]
            yield report

    def _has(self, span: Span, report: Report) -> bool:
        name = os.path.relpath(os.path.realpath(span.path), os.path.realpath(self.top)).replace(os.sep, "/")
        if name in self._new:
            return True
        where = region(span, report)
        return any(lines.start <= where.end_line and where.line < lines.stop for lines in self._lines.get(name, ()))

    def _git(self, *arguments: str, said: str = "") -> str:
        command = ["git", "-C", self._folder, *arguments]
        try:
            ended = subprocess.run(command, capture_output=True, timeout=_SECONDS, stdin=subprocess.DEVNULL)
        except FileNotFoundError:
            raise ConfigError("--diff-base: git is not installed") from None
        except subprocess.TimeoutExpired:
            raise ConfigError(f"--diff-base: git did not answer within {_SECONDS} s") from None
        if ended.returncode:
            lines = ended.stderr.decode("utf-8", "replace").strip().splitlines()
            raise ConfigError(f"--diff-base: {said or (lines[-1] if lines else 'git failed')}")
        return ended.stdout.decode("utf-8", "surrogateescape")


def _parsed(diff: str) -> dict[str, list[range]]:
    """The new lines of each file, by its name from the top folder."""
    found: dict[str, list[range]] = {}
    lines: list[range] = []
    in_head = True
    for line in diff.split("\n"):
        if line.startswith("diff --git "):
            in_head = True
        elif in_head and line.startswith("+++ "):
            lines = found.setdefault(_name(line[4:]), [])
        elif hunk := _HUNK.match(line):
            in_head = False
            start = int(hunk[1])
            lines.append(range(start, start + int(hunk[2] or 1)))
    return found


def _name(told: str) -> str:
    """`b/name`, in quotes where it has strange characters."""
    told = told.rstrip("\t")
    if told.startswith('"'):
        from codecs import escape_decode

        told = escape_decode(told[1:-1].encode("utf-8", "surrogateescape"))[0].decode("utf-8", "surrogateescape")
    return told.partition("/")[2]
