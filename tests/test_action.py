"""The GitHub Action: what it is made of, and its script, run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .test_pre_commit import BUG, NEEDED

ROOT = Path(__file__).parent.parent
ACTION = ROOT / "action.yml"


def test_it_is_an_action() -> None:
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", str(ACTION)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stdout


def script() -> str:
    """The commands of the step that checks."""
    found = re.search(r"^      run: \|\n((?:        .*\n|\n)+)", ACTION.read_text(), re.MULTILINE)
    assert found is not None
    return re.sub(r"^ {8}", "", found[1], flags=re.MULTILINE)


@pytest.mark.slow
def test_its_script(tmp_path: Path) -> None:
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / "action" / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            (tmp_path / "action").mkdir(exist_ok=True)
            shutil.copy(ROOT / name, tmp_path / "action" / name)
    work = tmp_path / "work"
    (work / "src").mkdir(parents=True)
    (work / "src" / "train.py").write_text(BUG)
    (tmp_path / "temporary").mkdir()
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        "PATHS": "src", "ARGS": "--select SHP1", "STATIC": "true", "RUNNER_TEMP": str(tmp_path / "temporary"),
        "GITHUB_ACTION_PATH": str(tmp_path / "action"), "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_WORKSPACE": str(work), "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
    }  # fmt: skip
    command = ["bash", "-e", "-o", "pipefail", "-c", script()]
    ended = subprocess.run(command, cwd=work, env=environment, capture_output=True, text=True, timeout=300)
    assert ended.returncode == 1, ended.stderr
    assert ended.stdout.startswith("::error title=shapecheck (SHP101),file=src/train.py,line=5,"), ended.stdout
    sarif = Path((tmp_path / "output").read_text().strip().removeprefix("sarif-file="))
    (result,) = json.loads(sarif.read_text())["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "src/train.py"
