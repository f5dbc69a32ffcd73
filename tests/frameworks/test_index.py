"""The generated index says what the declarations say."""

from __future__ import annotations

import json
import subprocess
import sys

from shapecheck.frameworks import FILES, find, index

COLLECT = """
import json, sys
from shapecheck.frameworks.indexing import collect
json.dump(collect(), sys.stdout)
"""


def test_is_up_to_date() -> None:
    """What Python's own modules hold depends on its version; the rest does not."""
    made = subprocess.run([sys.executable, "-c", COLLECT], capture_output=True, text=True, check=True).stdout
    declared, aliases = json.loads(made)
    written = {file: paths.split() for file, paths in index.DECLARED.items()}
    ours = {file for file in {*declared, *written} if not file.startswith("python.")}
    out_of_date = {file for file in ours if declared.get(file) != written.get(file)}
    assert not out_of_date and aliases == index.ALIASES, "run: python -m shapecheck.frameworks.indexing"


def test_every_path_is_found_on_its_own() -> None:
    lost = [path for path, file in FILES.items() if find(path) is None and not file.startswith("python.")]
    assert lost == []
