"""A stand-in for the analysis: what the command line does with the reports it gets."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from shapecheck.cli import main
from shapecheck.config import Config
from shapecheck.findings import Report, Severity

from ..report.samples import finding, module, report, span


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


class Analysis:
    """Tells of a file what its text asks for: `error`, `warning`, `info`, `note` and `unreadable`."""

    config: Config

    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None]] = []

    def api(self) -> ModuleType:
        analysis = self
        module = ModuleType("shapecheck.api")

        class Session:
            def __init__(self, config: Config) -> None:
                analysis.config = config
                self.unmatched = dict(config.inputs)

            def __enter__(self) -> Session:
                return self

            def __exit__(self, *_: object) -> None:
                pass

            def check(self, path: str, text: str | None = None) -> Report:
                analysis.asked.append((path, text))
                text = Path(path).read_text() if text is None else text
                return told(path, text)

        module.Session = Session  # type: ignore[attr-defined]
        return module


def told(path: str, text: str) -> Report:
    if "unreadable" in text:
        return Report(path, notes=["is not UTF-8"])
    of = module(path=path)
    found = [
        finding(span(of, "y_train"), severity=severity) for severity in Severity if severity.value in text
    ]
    made = report(*found, of=of)
    if "note" in text:
        made.notes.append(f"{path}: the dry run is not possible")
    return made


@pytest.fixture
def analysis(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Analysis:
    """The stand-in, in an empty folder."""
    stand_in = Analysis()
    monkeypatch.setitem(sys.modules, "shapecheck.api", stand_in.api())
    monkeypatch.chdir(tmp_path)
    for name in ("FORCE_COLOR", "NO_COLOR", "SHAPECHECK_OUTPUT_FORMAT"):
        monkeypatch.delenv(name, raising=False)
    return stand_in


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Run a command line as the command does."""

    def call(*arguments: str, input: bytes = b"") -> Ended:
        monkeypatch.setattr(sys, "argv", ["shapecheck", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(input)))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return Ended(ended.value.code if isinstance(ended.value.code, int) else 0, out, err)

    return call
