"""What the README says is what happens."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from shapecheck.config import load, override, settings
from shapecheck.rules import catalogue

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(mark: str) -> str:
    """The fenced block below a mark."""
    found = re.search(rf"<!-- {mark} -->\n```\w+\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1]


def test_every_setting_is_described() -> None:
    for name, setting in settings().items():
        assert f"| `{name.replace('_', '-')}`" in README or f"`{name.replace('_', '-')}`," in README or (
            f", `{name.replace('_', '-')}` |" in README
        ), name
        assert setting.option.partition("/")[0] in README


def test_every_family_is_described() -> None:
    assert {rule.code[:4] for rule in catalogue()} == set(re.findall(r"^\| (SHP\d) \|", README, re.MULTILINE))


def test_rules_and_settings_in_the_examples_exist(tmp_path: Path) -> None:
    known = {name for rule in catalogue() for name in (rule.code, rule.name())}
    assert set(re.findall(r"SHP\d{3}", README)) <= known
    assert set(re.findall(r"ignore\[([a-z-]+)\]", README)) <= known
    table = next(text for text in re.findall(r"```toml\n(.*?)```", README, re.DOTALL) if "tool.shapecheck" in text)
    (tmp_path / "pyproject.toml").write_text(table)
    assert override(load([str(tmp_path)]), {}).extend_exclude


def test_hooks_exist() -> None:
    hooks = re.findall(r"^- id: (\S+)$", (ROOT / ".pre-commit-hooks.yaml").read_text(), re.MULTILINE)
    assert re.findall(r"^ *(?:# )? *- id: (\S+)", README, re.MULTILINE) == hooks


def test_ci_runs_the_test_command() -> None:
    command = 'command=$(sed -n '
    line = next(line for line in (ROOT / ".ci" / "run").read_text().splitlines() if line.startswith(command))
    ended = subprocess.run(
        ["bash", "-c", f'{line}\nprintf "%s\\n" "$command"'], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ended.stdout == block("test command")


def printed(*arguments: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "FORCE_COLOR"}
    environment["PYTHONPATH"] = str(ROOT)
    command = [sys.executable, "-m", "shapecheck", *arguments]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    return ended.stdout


def test_the_first_command_prints_what_is_shown() -> None:
    shown = re.search(r"^pip install \. && shapecheck (\S+)$", README, re.MULTILINE)
    assert shown is not None
    assert printed("--static", shown[1]) == block("first output")  # as where no framework is installed


def test_show_prints_what_is_shown() -> None:
    shown = re.search(r"^`shapecheck show (\S+)` prints", README, re.MULTILINE)
    assert shown is not None
    assert block("show output") in printed("show", shown[1])
