"""Both hooks, by the real pre-commit, from a clone of this project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NEEDED = ("shapecheck", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
BUG = """\
import torch
from torch import nn

layer = nn.Linear(128, 10)
layer(torch.zeros(4, 64))
"""
FIXED = BUG.replace("128", "64")


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    ended = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return ended.stdout.strip()


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as it is now, as a repository that pre-commit can clone."""
    folder = tmp_path_factory.mktemp("hooks")
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "as it is")
    return folder


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A cache of pre-commit's own, and a project environment that has shapecheck."""
    folder = tmp_path_factory.mktemp("environment")
    command = folder / "shapecheck"
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m shapecheck "$@"\n')
    command.chmod(0o755)
    path = os.pathsep.join([str(folder), os.environ["PATH"]])
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHONPATH"))}
    return inherited | {"PATH": path, "PRE_COMMIT_HOME": str(folder / "cache"), "NO_COLOR": "1"}


@pytest.mark.slow
@pytest.mark.parametrize("hook", ["shapecheck", "shapecheck-system"])
def test_hook(hook: str, hooks: Path, environment: dict[str, str], tmp_path: Path) -> None:
    def run(program: str) -> tuple[int, str]:
        (tmp_path / "train.py").write_text(program)
        git(tmp_path, "add", "-A")
        command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose"]
        ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=600)
        return ended.returncode, ended.stdout + ended.stderr

    git(tmp_path, "init", "-q")
    revision = git(hooks, "rev-parse", "HEAD")
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks.as_uri()}\n  rev: {revision}\n  hooks:\n  - id: {hook}\n"
    )
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "train.py").write_text(BUG)
    (tmp_path / "pyproject.toml").write_text("[tool.shapecheck]\nextend-exclude = ['old']\n")
    code, told = run(BUG)
    assert code == 1, told
    assert "train.py:5:7: error SHP101 linear-in-features-mismatch" in told
    assert "old/train.py" not in told
    assert ("confirmed by torch" in told) is (hook == "shapecheck-system" and find_spec("torch") is not None)
    code, told = run(FIXED)
    assert code == 0, told
    assert "calls followed" in told
