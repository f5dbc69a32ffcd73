"""Settings: from files, from the command line, and what they select."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from shapecheck.config import Config, ConfigError, load, override, settings
from shapecheck.report import FORMATS
from shapecheck.rules import catalogue


def write(folder: Path, text: str, name: str = "pyproject.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text)
    return file


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_field_has_an_option_and_a_help() -> None:
    assert set(settings()) == set(Config.__dataclass_fields__) - {"root", "file"}
    for setting in settings().values():
        assert setting.option.startswith("--") and setting.help.endswith(".")


def test_formats_are_those_of_report() -> None:
    assert settings()["output_format"].choices == tuple(FORMATS)


def test_no_file_gives_the_defaults(empty: Path) -> None:
    assert load(["train.py"]) == Config(root=str(empty))


def test_keys_have_dashes(empty: Path) -> None:
    write(
        empty,
        """
        [tool.shapecheck]
        select = ["shp1", "SHP130"]
        ignore = ["view-size-mismatch"]
        extend-exclude = ["old/*.py"]
        static = true
        max-steps = 50
        [tool.shapecheck.per-file-ignores]
        "tests/*" = ["ALL"]
        """,
    )
    config = load(["train.py"])
    assert (config.select, config.ignore) == (("SHP1", "SHP130"), ("view-size-mismatch",))
    assert config.extend_exclude == ("old/*.py",)
    assert (config.static, config.max_steps) == (True, 50)
    assert config.per_file_ignores == (("tests/*", ("ALL",)),)


def test_closest_file_wins_and_a_file_without_our_table_is_passed_over(empty: Path) -> None:
    write(empty, "[tool.shapecheck]\nmax-steps = 1")
    write(empty / "a", "max-steps = 2", ".shapecheck.toml")
    write(empty / "a", "max-steps = 3", "shapecheck.toml")
    write(empty / "a" / "b", "[project]\nname = 'x'")
    write(empty / "a" / "b" / "c", "[project]\ndependencies = ['shapecheck-dl']")
    assert load(["train.py"]).max_steps == 1
    assert load(["a/train.py"]).max_steps == 2
    assert load(["a/b/c/train.py"]).max_steps == 2
    assert load(["a/b/train.py", "train.py"]).max_steps == 1
    assert load(["a/train.py"], isolated=True).max_steps == Config.max_steps
    assert load(["train.py"], file="a/shapecheck.toml").max_steps == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("selct = ['ALL']", "unknown setting `selct`; did you mean `select`?"),
        ("select = 'ALL'", "select must be a list of texts, not 'ALL'"),
        ("select = ['SHP999']", "select: unknown rule `SHP999`"),
        ("ignore = ['view-size-mismach']", "unknown rule `view-size-mismach`; did you mean `view-size-mismatch`?"),
        ("static = 'yes'", "static must be true or false, not 'yes'"),
        ("max-steps = 0", "max-steps must be a positive whole number, not 0"),
        ("max-steps = true", "max-steps must be a positive whole number, not True"),
        ("output-format = 'xml'", "output-format must be one of text, full, concise, json, json-lines, sarif, github"),
        ("per-file-ignores = ['a:b']", "per-file-ignores must be a table of lists of rules"),
        ("python = ''", "python must be a text that is not empty"),
        ("max-steps = ", "is not valid TOML"),
    ],
)
def test_a_bad_file_is_one_clear_line(empty: Path, text: str, told: str) -> None:
    write(empty, f"[tool.shapecheck]\n{text}")
    with pytest.raises(ConfigError) as caught:
        load(["train.py"])
    assert told in str(caught.value)
    assert str(caught.value).startswith("pyproject.toml: ")
    assert "\n" not in str(caught.value)


def test_a_file_that_was_asked_for_must_be_there_and_have_our_table(empty: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: No such file"):
        load(file="none.toml")
    write(empty, "[project]\nname = 'x'")
    with pytest.raises(ConfigError, match=r"has no \[tool.shapecheck\] table"):
        load(file="pyproject.toml")
    (empty / "shapecheck.toml").write_bytes(b"select = ['\xff']")
    with pytest.raises(ConfigError, match="is not UTF-8"):
        load()


def test_broken_pyproject_of_somebody_else_is_no_business_of_ours(empty: Path) -> None:
    write(empty, "this is no TOML")
    assert load() == Config(root=str(empty))


def test_the_interpreter_is_found_from_the_file_that_names_it(empty: Path) -> None:
    write(empty / "a", "[tool.shapecheck]\npython = '.venv/bin/python'")
    write(empty / "b", "[tool.shapecheck]\npython = 'python3'")
    assert load(["a/train.py"]).python == str(empty / "a" / ".venv/bin/python")
    assert load(["b/train.py"]).python == "python3"


def test_the_command_line_wins(empty: Path) -> None:
    write(empty, "[tool.shapecheck]\nselect = ['SHP130']\nstatic = true")
    config = override(load(), {"select": ["shp1"], "static": None, "gaps": True})
    assert (config.select, config.static, config.gaps) == (("SHP1",), True, True)
    with pytest.raises(ConfigError, match="--ignore: unknown rule `SHP999`"):
        override(config, {"ignore": ["SHP999"]})


@pytest.mark.parametrize(
    ("select", "ignore", "reported"),
    [
        (("ALL",), (), True),
        (("SHP1",), (), True),
        (("SHP2",), (), False),
        (("SHP130",), ("SHP1",), True),
        (("view-size-mismatch",), ("SHP1",), True),
        (("SHP1",), ("SHP130",), False),
        (("SHP130",), ("view-size-mismatch",), False),
        (("ALL",), ("ALL",), False),
        (("SHP1",), ("ALL",), True),
    ],
)
def test_the_more_exact_selector_wins(select: tuple[str, ...], ignore: tuple[str, ...], reported: bool) -> None:
    config = Config(select=select, ignore=ignore)
    assert config.reports("SHP130", "view-size-mismatch", "train.py") is reported


def test_every_rule_can_be_selected_in_three_ways() -> None:
    for rule in catalogue():
        for selector in (rule.code, rule.code[:4], rule.name()):
            config = override(Config(), {"select": [selector]})
            assert config.reports(rule.code, rule.name(), "train.py")


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("build", "build/a.py", True),
        ("build", "src/build/a.py", True),
        ("build", "src/builder/a.py", False),
        ("*_old.py", "src/net_old.py", True),
        ("tests/*", "tests/a.py", True),
        ("tests/*", "tests/deep/a.py", True),
        ("tests/*.py", "tests/deep/a.py", False),
        ("src/**/a.py", "src/a.py", True),
        ("src/**/a.py", "src/x/y/a.py", True),
        ("src/**/a.py", "src/x/ba.py", False),
        ("./src/", "src/a.py", True),
        ("src/", "src/a.py", True),
        ("a[0-9].py", "a1.py", True),
        ("a[!0-9].py", "a1.py", False),
        ("a.py", "axpy", False),
        ("build", "/elsewhere/build/a.py", False),
    ],
)
def test_patterns(empty: Path, pattern: str, path: str, matches: bool) -> None:
    config = Config(exclude=(pattern,), root=str(empty), per_file_ignores=((pattern, ("ALL",)),))
    assert config.excludes(path) is matches
    assert config.reports("SHP130", "view-size-mismatch", path) is not matches


def test_patterns_are_relative_to_the_file_and_to_here(empty: Path) -> None:
    write(empty / "project", "[tool.shapecheck]\nextend-exclude = ['data/old.py']")
    config = override(load(["project/train.py"]), {"exclude": ["project/new.py"]})
    assert config.excludes("project/data/old.py")
    assert config.excludes("project/new.py")
    assert not config.excludes("data/old.py")


def test_toml_is_read_only_when_a_file_speaks_of_us(empty: Path) -> None:
    write(empty, "[project]\nname = 'x'")
    program = "import sys; from shapecheck.config import load; load(); print('tomllib' in sys.modules)"
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    ended = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert ended.stdout == "False\n"


# -- inputs ----------------------------------------------------------------------------------------------------------


def test_inputs_of_the_file_and_of_the_command_line(empty: Path) -> None:
    write(empty, '[tool.shapecheck.inputs]\nx = "N, 3"\n"Net.forward.y" = "2*N : np.float32"\n')
    config = override(load(["train.py"]), {"inputs": {"x": "N,4:f32", "m:z": "()"}})
    assert {name: str(said) for name, said in config.inputs} == {
        "x": "(N, 4):float32", "Net.forward.y": "(2*N):np.float32", "m:z": "()",
    }  # fmt: skip


@pytest.mark.parametrize(
    "name, text, problem",
    [
        ("x y", "3", "`x y` is no name such as `x`, `Net.forward.x` or `model:Net.forward.x`"),
        ("Net..x", "3", "`Net..x` is no name such as"),
        (":x", "3", "`:x` is no name such as"),
        ("x", "", "x: `` has no shape"),
        ("x", "3,,4", "x: `3,,4` has an empty axis"),
        ("x", "3 4", "x: `3 4` has an axis `3 4` that is no number, name or `?`"),
        ("x", "3:f3", "x: `3:f3` has an unknown dtype `f3`"),
        ("x", "3:jnp.f32", "x: `3:jnp.f32` has an unknown library `jnp`"),
    ],
)
def test_bad_inputs(empty: Path, name: str, text: str, problem: str) -> None:
    with pytest.raises(ConfigError) as raised:
        override(Config(), {"inputs": {name: text}})
    assert str(raised.value).startswith(f"--input: {problem}")
    file = write(empty, f'[inputs]\n"{name}" = "{text}"\n', "shapecheck.toml")
    with pytest.raises(ConfigError) as raised:
        load(["train.py"])
    assert str(raised.value).startswith(f"{file.name}: inputs: {problem}")


@pytest.mark.parametrize("value", ['"N,3"', "{x = 3}", "[1, 2]"])
def test_inputs_are_a_table_of_texts(empty: Path, value: str) -> None:
    write(empty, f"inputs = {value}\n", "shapecheck.toml")
    with pytest.raises(ConfigError, match="inputs must be a table of texts"):
        load(["train.py"])
