"""What neovim shows of our diagnostics: asked of the editor itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the language server needs pygls, the extra `server`")

HERE = Path(__file__).parent
BUG = """\
import torch
from torch import nn

layer = nn.Linear(128, 10)
x = torch.zeros(4, 64)
'''é→😀'''; layer(x)
"""


@pytest.mark.skipif(shutil.which("nvim") is None, reason="neovim is not installed")
def test_neovim(tmp_path: Path) -> None:
    (tmp_path / "train.py").write_text(BUG)
    environment = {
        **os.environ, "PYTHON": sys.executable, "PROGRAM": "train.py", "PYTHONPATH": str(HERE.parent.parent),
        "XDG_CACHE_HOME": str(tmp_path / "cache"), "XDG_STATE_HOME": str(tmp_path / "state"),
        "NVIM_LOG_FILE": os.devnull,
    }  # fmt: skip
    command = ["nvim", "--headless", "-n", "-u", "NONE", "-c", f"luafile {HERE / 'neovim.lua'}"]
    ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=180)
    assert ended.returncode == 0 and "{" in ended.stdout, ended.stderr
    told = json.loads(ended.stdout[ended.stdout.index("{") :])
    line = BUG.splitlines()[5].encode()
    at = line.index(b"(x)") + 1  # neovim counts bytes
    where = [5, at, 5, at + 1, 1, "SHP101", "shapecheck"]
    assert told["opened"] == [where]
    assert "x: torch [4, 64] float32" in told["hover"]
    assert told["moved"] == told["again"] == [[7, at, 7, at + 1, *where[4:]]]
    assert (told["mended"], told["stopped"]) == ([], True)
