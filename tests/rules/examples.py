"""The example programs of the rules, as files, and how each ends under the real framework."""

from __future__ import annotations

import functools
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from textwrap import dedent
from typing import Any, NamedTuple

from shapecheck.rules import catalogue
from shapecheck.rules.base import Rule

RUNNER = Path(__file__).parent.parent / "standins" / "run_programs.py"
QUIET = {"TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "", "KERAS_BACKEND": "tensorflow", "NO_COLOR": "1"}
MARK = re.compile(r"# (error|warning|info): ([A-Za-z0-9-]+)\s*$")
FRAMEWORKS = {"compat.v1": "tensorflow"} | {
    name: name for name in ("torchmetrics", "keras", "tensorflow", "torch", "numpy")
}
"""A word in a program, and the framework that it then needs."""


class Example(NamedTuple):
    rule: type[Rule]
    kind: str
    number: int
    text: str

    @property
    def id(self) -> str:
        return f"{self.rule.name()}-{self.kind}-{self.number}"

    @property
    def group(self) -> str:
        """Programs of one group run in one process. TensorFlow 1 switches eager execution off, so it has its own."""
        return next((word for word in FRAMEWORKS if word in self.text), "python")

    @property
    def marks(self) -> list[tuple[int, str, str]]:
        """(line, severity, rule) of each mark."""
        found = ((number, MARK.search(line)) for number, line in enumerate(self.text.splitlines(), start=1))
        return [(number, match[1], match[2]) for number, match in found if match]


def examples() -> list[Example]:
    return [
        Example(rule, kind, number, dedent(text).lstrip("\n").rstrip(" "))
        for rule in catalogue()
        for kind in ("bad", "good")
        for number, text in enumerate(getattr(rule, kind))
    ]


@functools.cache
def outcomes(group: str) -> dict[str, dict[str, Any]]:
    """How the programs of a group end under the real framework: what they raise, on which of their lines."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        paths = {}
        for example in examples():
            if example.group == group:
                paths[example.id] = here / f"{example.id}.py"
                paths[example.id].write_text(example.text)
        told = here / "outcomes.json"
        command = [sys.executable, "-B", str(RUNNER), str(told), *map(str, paths.values())]
        environment = os.environ | QUIET | {"KERAS_HOME": str(here / "keras")}
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300)
        assert ended.returncode == 0, ended.stderr
        found = json.loads(told.read_text())
        return {id: found[str(path)] for id, path in paths.items()}
