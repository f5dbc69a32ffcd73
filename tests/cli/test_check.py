"""`shapecheck check`: what is checked, exit codes, and what goes wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from shapecheck import __version__

from .conftest import Analysis, Ended

Run = Callable[..., Ended]


def write(**texts: str) -> None:
    for name, text in texts.items():
        Path(f"{name}.py").write_text(text)


@pytest.mark.parametrize(
    ("text", "code", "with_exit_zero"),
    [("clean", 0, 0), ("info", 0, 0), ("warning", 1, 0), ("error", 1, 0), ("unreadable", 1, 1), ("note", 0, 0)],
)
def test_exit_codes(analysis: Analysis, run: Run, text: str, code: int, with_exit_zero: int) -> None:
    write(train=text)
    assert run("train.py").code == code
    assert run("train.py", "--exit-zero").code == with_exit_zero


def test_check_is_the_default_command(analysis: Analysis, run: Run) -> None:
    write(train="error")
    assert run("train.py") == run("check", "train.py") == run("--static", "train.py")
    assert [path for path, _ in analysis.asked] == ["train.py"] * 3


def test_no_path_is_this_folder(analysis: Analysis, run: Run) -> None:
    write(train="clean")
    assert run().code == 0
    assert analysis.asked == [("train.py", None)]


def test_version_and_help(run: Run) -> None:
    assert run("--version").out == f"shapecheck, version {__version__}\n"
    for arguments in (["-h"], ["--help"]):
        told = run(*arguments)
        assert told.code == 0 and "check" in told.out and "rule" in told.out
    assert "--stdin-filename" in run("check", "-h").out


def test_folders_are_walked(analysis: Analysis, run: Run) -> None:
    for path in (
        "b.py", "a.ipynb", "notes.txt", "stub.pyi", ".hidden.py", ".git/x.py", "venv/x.py", "build/x.py",
        "environment/pyvenv.cfg", "environment/lib/x.py", "src/__pycache__/x.py", "src/net.py",
    ):  # fmt: skip
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("clean")
    Path("src/loop").symlink_to("..", target_is_directory=True)
    assert run(".").code == 0
    assert [path for path, _ in analysis.asked] == ["a.ipynb", "b.py", "src/net.py"]


def test_a_path_that_is_named_is_checked_once_whatever_it_is_called(analysis: Analysis, run: Run) -> None:
    write(train="clean")
    Path("script").write_text("clean")
    Path(".hidden").mkdir()
    Path(".hidden/x.py").write_text("clean")
    run("train.py", "./train.py", ".", "script", ".hidden")
    assert [path for path, _ in analysis.asked] == ["train.py", "script", ".hidden/x.py"]


def test_exclude(analysis: Analysis, run: Run) -> None:
    for path in ("a.py", "old/a.py", "build/a.py"):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("clean")

    def checked(*arguments: str) -> list[str]:
        analysis.asked.clear()
        assert run(*arguments).code == 0
        return [path for path, _ in analysis.asked]

    assert checked(".", "--extend-exclude", "old") == ["a.py"]
    assert checked(".", "--exclude", "old/*") == ["a.py", "build/a.py"]
    assert checked("old/a.py", "--exclude", "old") == ["old/a.py"]
    assert checked("build") == ["build/a.py"]
    assert checked("old/a.py", "a.py", "--exclude", "old", "--force-exclude") == ["a.py"]
    assert checked("old/a.py", "--exclude", "old", "--force-exclude") == []
    assert checked("old", "--exclude", "old", "--force-exclude") == []


def test_standard_input(analysis: Analysis, run: Run) -> None:
    told = run("-", input=b"error")
    assert (told.code, told.out.split(" ")[0]) == (1, "-:5:20:")
    told = run("-", "--stdin-filename", "src/net.py", input=b"\xef\xbb\xbferror")
    assert (told.code, told.out.split(" ")[0]) == (1, "src/net.py:5:20:")
    assert analysis.asked == [("-", "error"), ("src/net.py", "\ufefferror")]
    told = run("-", "--stdin-filename", "src/net.py", "--exclude", "src", "--force-exclude", input=b"error")
    assert (told.code, told.out) == (0, "Nothing was analysed: every file is excluded.\n")


def test_standard_input_that_is_not_utf_8(analysis: Analysis, run: Run) -> None:
    told = run("-", input=b"x = '\xff'")
    assert told == Ended(
        1,
        "Nothing was analysed: 1 path could not be read.\n",
        "shapecheck: -: not UTF-8 text: byte 0xff at line 1\n",
    )


def test_a_missing_path_does_not_keep_others_from_being_checked(analysis: Analysis, run: Run) -> None:
    write(train="error")
    told = run("none.py", "train.py")
    assert (told.code, told.err) == (2, "shapecheck: none.py: no such file or folder\n")
    assert "train.py:5:20: error" in told.out
    assert told.out.endswith("1 path could not be read.\n")
    assert run("none.py") == Ended(2, "", "shapecheck: none.py: no such file or folder\n")


def test_a_folder_without_python(analysis: Analysis, run: Run) -> None:
    write(train="clean")
    Path("data").mkdir()
    complaint = "shapecheck: data: no Python file and no notebook to check in this folder\n"
    assert run("data") == Ended(2, "", complaint)
    told = run("data", "train.py")
    assert (told.code, told.err) == (2, complaint)
    assert run("data", "--force-exclude").code == 2


def test_a_file_that_cannot_be_read_is_one_line_and_the_others_are_checked(analysis: Analysis, run: Run) -> None:
    write(a="unreadable", b="clean")
    told = run(".")
    assert (told.code, told.err) == (1, "shapecheck: a.py: is not UTF-8\n")
    assert told.out.endswith("in 1 file; 3 of 4 calls followed; 1 not, see --gaps; 1 path could not be read.\n")


def test_notes_go_to_standard_error(analysis: Analysis, run: Run) -> None:
    write(train="note")
    assert run("train.py").err == "shapecheck: train.py: the dry run is not possible\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--select", "SHP999", "train.py"], "--select: unknown rule `SHP999`"),
        (["--ignore", "view-size-mismach", "train.py"], "did you mean `view-size-mismatch`?"),
        (["--output-format", "xml", "train.py"], "'xml' is not one of 'text', 'full', 'concise', 'json'"),
        (["--max-steps", "none", "train.py"], "'none' is not a valid integer"),
        (["--per-file-ignores", "tests", "train.py"], "`tests` is not PATTERN:RULE"),
        (["--nonsense", "train.py"], "No such option"),
        (["--config", "none.toml", "train.py"], "none.toml: cannot be read"),
        (["-", "train.py"], "cannot be checked together"),
        (["train.py", "--stdin-filename", "x.py"], "--stdin-filename needs `-`"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(analysis: Analysis, run: Run, arguments: list[str], told: str) -> None:
    write(train="clean")
    ended = run(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err and ended.err.startswith("shapecheck: ") and ended.err.count("\n") == 1


def test_bad_configuration_is_one_line_and_exit_2(analysis: Analysis, run: Run) -> None:
    write(train="clean")
    Path("pyproject.toml").write_text("[tool.shapecheck]\nselct = []")
    assert run("train.py") == Ended(
        2, "", "shapecheck: pyproject.toml: unknown setting `selct`; did you mean `select`?\n"
    )
    assert run("train.py", "--isolated").code == 0


def test_internal_error_is_one_line_and_exit_2(
    analysis: Analysis, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(train="clean", zoo="error")
    Path("train.py").write_bytes(b"\xff")  # which the stand-in does not expect
    told = run("train.py", "zoo.py")
    assert told.code == 2
    assert told.err.startswith("shapecheck: train.py: internal error: UnicodeDecodeError: ")
    assert told.err.count("\n") == 1
    assert "zoo.py:5:20: error" in told.out and "1 path could not be read" in told.out
    monkeypatch.setenv("SHAPECHECK_TRACEBACK", "1")
    with pytest.raises(UnicodeDecodeError):
        run("train.py")


def test_options_reach_the_session(analysis: Analysis, run: Run) -> None:
    write(train="clean")
    Path("pyproject.toml").write_text("[tool.shapecheck]\nstatic = true\nselect = ['SHP1']")
    run(
        "train.py", "--dry-run", "--ignore", "view-size-mismatch, SHP132", "--per-file-ignores", "*_x.py:SHP1,y.py:ALL",
        "--no-data", "--python", "python3", "--max-steps", "7",
    )  # fmt: skip
    config = analysis.config
    assert (config.static, config.data, config.python, config.max_steps) == (False, False, "python3", 7)
    assert (config.select, config.ignore) == (("SHP1",), ("view-size-mismatch", "SHP132"))
    assert config.per_file_ignores == (("*_x.py", ("SHP1",)), ("y.py", ("ALL",)))


def test_output_formats(analysis: Analysis, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write(train="error")
    assert json.loads(run("train.py", "--output-format", "json").out)[0]["code"] == "SHP201"
    assert len(run("train.py", "--output-format", "concise").out.splitlines()) == 2
    monkeypatch.setenv("SHAPECHECK_OUTPUT_FORMAT", "json")
    assert json.loads(run("train.py").out)
    told = run("train.py", "--gaps")
    assert json.loads(told.out) and "no shape function" in told.err


def test_an_empty_array_does_not_hide_that_nothing_was_analysed(analysis: Analysis, run: Run) -> None:
    write(train="unreadable")
    told = run("train.py", "--output-format", "json")
    assert (told.code, told.out) == (1, "[]\n")
    assert told.err.endswith("Nothing was analysed: 1 path could not be read.\n")


def test_color(analysis: Analysis, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write(train="error")
    assert "\x1b" not in run("train.py").out
    assert "\x1b" in run("train.py", "--color", "always").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" in run("train.py").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" in run("train.py").out
    assert "\x1b" not in run("train.py", "--color", "never").out


def test_inputs(analysis: Analysis, run: Run) -> None:
    """An input that nothing was meant by is told, and is no failure; one that cannot be read is wrong usage."""
    Path("a.py").write_text("clean")
    told = run("a.py", "--input", "x=N,3", "--input", "Net.forward.y=(4):f32")
    assert told.code == 0
    assert {name: str(said) for name, said in analysis.config.inputs} == {"x": "(N, 3)", "Net.forward.y": "(4):float32"}
    assert told.err.splitlines() == [
        f"shapecheck: input `{name}`: there is no parameter of a function, and no name of a module, that it could mean"
        for name in ("x", "Net.forward.y")
    ]
    for wrong in ("x", "x=", "x=3:f3", "x y=3"):
        told = run("a.py", "--input", wrong)
        assert (told.code, told.out, told.err.count("\n")) == (2, "", 1), wrong
        assert "--input" in told.err
