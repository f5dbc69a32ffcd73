"""Ctrl-C ends a check at once and quietly."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

LONG = "".join("  " * depth + f"for i{depth} in range(20):\n" for depth in range(12)) + "  " * 12 + "x = 1\n"


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGINT for one process")
def test_interrupt(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"long{number}.py").write_text(LONG, encoding="utf-8")
    command = [sys.executable, "-m", "shapecheck", "--isolated", "--max-steps", "1000000000", str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(2)
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err.strip()) == (130, "", "")
