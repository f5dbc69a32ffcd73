"""Projects that have findings already: baselines, added comments, changed lines, watching; and where output goes."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import pytest

from .conftest import Ended

ROOT = Path(__file__).parent.parent.parent
BUG = """\
import torch
from torch import nn

layer = nn.Linear(128, 10)
other = nn.Linear(32, 10)
x = torch.zeros(4, 64)
layer(x)
"""
SECOND = "other(x)\n"
Check = Callable[..., Ended]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Runs the real check in a folder with one program that fails."""
    monkeypatch.chdir(tmp_path)
    for name in ("FORCE_COLOR", "SHAPECHECK_OUTPUT_FORMAT", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    Path("train.py").write_text(BUG)

    def run(*arguments: str) -> Ended:
        command = [sys.executable, "-m", "shapecheck", "check", "--static", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
        return Ended(ended.returncode, ended.stdout, ended.stderr)

    return run


def lines(told: Ended) -> list[str]:
    """The places of the findings."""
    return re.findall(r"(\S+:\d+):\d+: \w+ SHP", told.out)


# -- baseline --------------------------------------------------------------------------------------------------------


def test_baseline(check: Check) -> None:
    told = check("--baseline", "known.json", ".")
    assert (told.code, told.err) == (
        2, "shapecheck: known.json: there is no such baseline; --update-baseline writes it\n"
    )  # fmt: skip
    assert check(".", "--update-baseline").code == 2
    assert check(".", "--baseline", "known.json", "--update-baseline") == Ended(0, "1 finding in known.json\n", "")
    assert check(".", "--baseline", "known.json").code == 0
    Path("train.py").write_text("# moved\n" + BUG.replace("layer(x)", "if x is not None:\n    layer(x)") + SECOND)
    told = check(".", "--baseline", "known.json")
    assert (told.code, lines(told)) == (1, ["train.py:10"])
    Path("pyproject.toml").write_text('[tool.shapecheck]\nbaseline = "known.json"\n')
    assert lines(check("train.py")) == ["train.py:10"]


def test_a_baseline_keeps_files_that_were_not_checked_and_forgets_those_that_are_gone(check: Check) -> None:
    for name in ("a.py", "b.py"):
        Path(name).write_text(BUG)
    check(".", "--baseline", "known.json", "--update-baseline")
    Path("a.py").unlink()
    Path("train.py").write_text("x = 1\n")
    assert check("train.py", "--baseline", "known.json", "--update-baseline").out == "1 finding in known.json\n"
    assert list(json.loads(Path("known.json").read_text())["findings"]) == ["b.py"]


@pytest.mark.parametrize("text", ["", "[]", '{"version": 2, "findings": {}}', '{"version": 1, "findings": {"a": 1}}'])
def test_what_is_no_baseline(check: Check, text: str) -> None:
    Path("known.json").write_text(text)
    told = check(".", "--baseline", "known.json")
    assert (told.code, told.out, told.err.count("\n")) == (2, "", 1) and "known.json: is not a baseline" in told.err


# -- comments --------------------------------------------------------------------------------------------------------


def test_added_comments_leave_nothing_to_tell(check: Check) -> None:
    Path("train.py").write_text(BUG + SECOND)
    assert check(".", "--add-ignore=known since May") == Ended(0, "2 comments added in 1 file\n", "")
    comment = "  # shapecheck: ignore[linear-in-features-mismatch]  known since May"
    assert Path("train.py").read_text().count(comment) == 2
    told = check(".")
    assert (told.code, lines(told)) == (0, [])
    assert check(".", "--add-ignore").out == "0 comments added in 0 files\n"
    Path("train.py").write_text(Path("train.py").read_text().replace("128", "64"))
    told = check(".")
    assert told.code == 0 and "info SHP903 unused-ignore: no finding of linear-in-features-mismatch" in told.out
    assert check("-", "--add-ignore").code == 2


# -- changed lines ---------------------------------------------------------------------------------------------------


def git(*arguments: str) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


def test_changed_lines(check: Check) -> None:
    told = check(".", "--diff-base", "HEAD")
    assert told.code == 2 and "not a git repository" in told.err and told.err.count("\n") == 1
    git("init", "-q")
    sources = BUG[: BUG.index("layer(x)")], "layer(x)"
    cells = [{"cell_type": "code", "source": each.splitlines(True)} for each in sources]
    Path("n.ipynb").write_text(json.dumps({"cells": cells}, indent=1))
    git("add", "-A")
    git("commit", "-q", "-m", "first")
    assert check(".", "--diff-base", "HEAD").code == 0
    Path("train.py").write_text("# a line\n" + BUG + SECOND)
    Path("new name.py").write_text(BUG)
    assert lines(check(".", "--diff-base", "HEAD")) == ["name.py:7", "train.py:9"]
    git("add", "-A")
    assert lines(check(".", "--diff-base", "HEAD")) == ["name.py:7", "train.py:9"]
    git("commit", "-q", "-m", "second")
    notebook = Path("n.ipynb").read_text()
    Path("n.ipynb").write_text(notebook.replace('"layer(x)"', '"y = layer(x)"'))
    assert "n.ipynb:cell 2:1:11: error" in check(".", "--diff-base", "HEAD").out
    Path("n.ipynb").write_text(notebook)
    Path("train.py").write_text(("# a line\n" + BUG + SECOND).replace("128", "127"))
    assert lines(check(".", "--diff-base", "HEAD")) == ["train.py:8"]  # what it is about was made there
    assert lines(check(".", "--diff-base", "HEAD~1")) == ["name.py:7", "train.py:8", "train.py:9"]
    for revision in ("nowhere", "--output=x"):
        told = check(".", f"--diff-base={revision}")
        assert told.code == 2 and revision in told.err and told.err.count("\n") == 1


# -- where output goes -----------------------------------------------------------------------------------------------


def test_several_formats(check: Check) -> None:
    both = ("--output-format", "concise", "--output-format", "json=out.json")
    told = check("train.py", *both, "--output-format", "sarif=out.sarif")
    assert told.code == 1 and lines(told) == ["train.py:7"]
    assert json.loads(Path("out.json").read_text())[0]["code"] == "SHP101"
    assert len(json.loads(Path("out.sarif").read_text())["runs"][0]["results"]) == 1
    told = check("train.py", "--output-file", "out.txt")
    assert (told.out, told.code) == ("", 1) and "train.py:7:7: error" in Path("out.txt").read_text()
    assert lines(check("train.py", *both, "-o", "both.txt")) == [] and "SHP101" in Path("both.txt").read_text()
    Path("pyproject.toml").write_text('[tool.shapecheck]\noutput-format = ["concise", "junit=out.xml"]\n')
    assert lines(check("train.py")) == ["train.py:7"] and "<testsuite " in Path("out.xml").read_text()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--output-format", "json", "--output-format", "text"), "json and text cannot go to the same place"),
        (("--output-format", "json="), "`json=` has no file"),
        (("--output-format", "json=no/where.json"), "no/where.json: cannot be written"),
    ],
)
def test_output_that_cannot_be(check: Check, arguments: tuple[str, ...], told: str) -> None:
    ended = check("train.py", *arguments)
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1) and told in ended.err


def test_quiet_and_statistics(check: Check) -> None:
    assert check("train.py", "-q", "--output-format", "concise").out.count("\n") == 1
    assert check("train.py", "--statistics", "-q") == Ended(1, "1\tSHP101\tlinear-in-features-mismatch\n", "")
    (told,) = json.loads(check("train.py", "--statistics", "--output-format", "json").out)
    assert told == {"code": "SHP101", "name": "linear-in-features-mismatch", "count": 1}
    assert check("train.py", "-q", "-e").code == 0


# -- watching --------------------------------------------------------------------------------------------------------


def test_watch(check: Check, tmp_path: Path) -> None:
    Path("train.py").write_text("import torch\nfrom model import layer\nlayer(torch.zeros(4, 64))\n")
    Path("model.py").write_text("from torch import nn\nlayer = nn.Linear(64, 10)\n")
    with open("told", "w") as told:
        command = [sys.executable, "-u", "-m", "shapecheck", ".", "--static", "--watch", "--output-format", "concise"]
        process = subprocess.Popen(command, stdout=told, stderr=told, env={**os.environ, "PYTHONPATH": str(ROOT)})

        def waited(wanted: str, times: int = 1) -> None:
            end = monotonic() + 60
            while Path("told").read_text().count(wanted) < times:
                assert process.poll() is None and monotonic() < end, Path("told").read_text()
                sleep(0.05)

        try:
            waited("No error and no warning in 2 files")
            Path("model.py").write_text("from torch import nn\nlayer = nn.Linear(128, 10)\n")
            waited("train.py:3:7: error SHP101")  # it reads the file that changed
            Path("new.py").write_text("x = 1\n")
            waited("1 error in 3 files")
            Path("pyproject.toml").write_text('[tool.shapecheck]\nignore = ["SHP101"]\n')
            waited("No error and no warning in 3 files")
            Path("pyproject.toml").write_text("[tool.shapecheck]\nignore = 1\n")
            waited("ignore must be a list of texts")
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 130
        finally:
            process.kill()
            process.wait(20)
