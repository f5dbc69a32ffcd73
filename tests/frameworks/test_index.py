"""The generated index says what the declarations say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from shapecheck.frameworks import FILES, find, index

COLLECT = "import sys\nfrom shapecheck.frameworks.indexing import text\nsys.stdout.write(text())"


def test_is_up_to_date() -> None:
    made = subprocess.run([sys.executable, "-c", COLLECT], capture_output=True, text=True, check=True).stdout
    written = Path(index.__file__).read_text(encoding="utf-8")
    assert made == written, "run: python -m shapecheck.frameworks.indexing"


def test_every_path_is_found_on_its_own() -> None:
    assert all(find(path) is not None for path in FILES)
