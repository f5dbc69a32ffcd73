"""Both hooks, by the real pre-commit, from a clone of this project."""

from __future__ import annotations

import json
import os
import re
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


@pytest.mark.slow
def test_only_staged_files_are_told_of_and_the_others_are_read(
    hooks: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    """A notebook and a program that import a model which is not staged."""
    git(tmp_path, "init", "-q")
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks.as_uri()}\n  rev: {git(hooks, 'rev-parse', 'HEAD')}\n  hooks:\n  - id: shapecheck\n"
    )
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "net.py").write_text("from torch import nn\nlayer = nn.Linear(128, 10)\n")
    (tmp_path / "known.py").write_text(BUG)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "before")
    program = "import torch\nfrom models.net import layer\nlayer(torch.zeros(4, 64))\n"
    (tmp_path / "train.py").write_text(program)
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "execution_count": None, "source": program}
    (tmp_path / "train.ipynb").write_text(
        json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, indent=1)
    )
    git(tmp_path, "add", "-A")
    command = [sys.executable, "-m", "pre_commit", "run", "--verbose"]
    ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=600)
    told = ended.stdout + ended.stderr
    assert ended.returncode == 1, told
    assert "train.py:3:7: error SHP101" in told and "train.ipynb:cell 1:3:7: error SHP101" in told
    assert "known.py" not in told
    took = re.search(r"duration: ([\d.]+)s", told)
    assert took is not None and float(took[1]) < 10  # a fraction of a second where nothing else runs
