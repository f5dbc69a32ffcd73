"""Run programs under the real framework, with stand-ins for what cannot be downloaded, and tell how each one ended.

    python run_programs.py OUTCOMES.json PROGRAM...

All programs run in this one process, because importing a framework takes seconds. What is not the real thing: the MNIST
of Keras is small and random, `packages/` beside this file stands in for torchvision, matplotlib and helper, a loop of a
hundred rounds or more makes two, and a program written for TensorFlow 1 finds `tensorflow.compat.v1` under the name
`tensorflow`.
Line numbers are those of the file; in a notebook, those of its code cells put together.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
import traceback
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PACKAGES = Path(__file__).parent / "packages"
MARK = re.compile(r"# (error|likely|warning): ([a-z0-9-]+)\s*$")
MAGIC = re.compile(r"^(\s*)[%!]")
LONG_LOOP = re.compile(r"range\(\d{3,}\)")
TENSORFLOW_1 = re.compile(r"^import tensorflow as tf$.*\btf\.Session\(", re.MULTILINE | re.DOTALL)

# Programs whose data file is missing on purpose run in the folder that has it.
FOLDER_WITH_DATA = {"csv_question_no_data": "csv_question"}


def main(outcomes: Path, programs: list[Path]) -> None:
    sys.path.insert(0, str(PACKAGES))
    told = {str(path): run(path.resolve()) for path in programs}
    outcomes.write_text(json.dumps(told, indent=1))


def run(path: Path) -> dict[str, Any]:
    """The marks of one program, and the lines that its exception passed through (none: it ran to its end)."""
    text = source(path)
    outcome: dict[str, Any] = {"marks": marks(text), "raised": None, "lines": []}
    here = Path.cwd()
    os.chdir(path.parent.with_name(FOLDER_WITH_DATA.get(path.parent.name, path.parent.name)))
    module = types.ModuleType("__main__")
    try:
        with standins(text), contextlib.redirect_stdout(sys.stderr):
            exec(compile(runnable(text), str(path), "exec"), module.__dict__)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        outcome["raised"] = f"{type(error).__name__}: {error}"
        outcome["lines"] = [frame.lineno for frame in frames if frame.filename == str(path)]
    finally:
        os.chdir(here)
    return outcome


def source(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".ipynb":
        return text
    cells = json.loads(text)["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code") + "\n"


def marks(text: str) -> list[tuple[int, str, str]]:
    """(line, severity, rule) of each mark."""
    found = ((number, MARK.search(line)) for number, line in enumerate(text.splitlines(), start=1))
    return [(number, match[1], match[2]) for number, match in found if match]


def runnable(text: str) -> str:
    """The same lines without magics and with short loops."""
    lines = [MAGIC.sub(r"\1pass  # ", line) for line in text.splitlines()]
    return LONG_LOOP.sub("range(2)", "\n".join(lines) + "\n")


@contextlib.contextmanager
def standins(text: str) -> Iterator[None]:
    if "keras" in text:
        with small_mnist():
            yield
    elif TENSORFLOW_1.search(text):
        with tensorflow_1():
            yield
    elif "tensorflow.compat.v1" in text:
        with own_graph():
            yield
    else:
        yield


@contextlib.contextmanager
def small_mnist() -> Iterator[None]:
    import keras
    import numpy as np
    import tensorflow as tf

    def load_data(path: str = "mnist.npz") -> tuple[tuple[Any, Any], tuple[Any, Any]]:
        random = np.random.default_rng(0)

        def part(count: int) -> tuple[Any, Any]:
            images = random.integers(0, 256, (count, 28, 28), dtype=np.uint8)
            return images, (np.arange(count) % 10).astype(np.uint8)

        return part(60), part(40)

    keras.utils.clear_session()
    for mnist in (keras.datasets.mnist, tf.keras.datasets.mnist):
        mnist.load_data = load_data
    yield


@contextlib.contextmanager
def tensorflow_1() -> Iterator[None]:
    import tensorflow

    with own_graph():
        sys.modules["tensorflow"] = tensorflow.compat.v1
        try:
            yield
        finally:
            sys.modules["tensorflow"] = tensorflow


@contextlib.contextmanager
def own_graph() -> Iterator[None]:
    import tensorflow.compat.v1 as tf

    tf.disable_v2_behavior()
    with tf.Graph().as_default():
        yield


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]])
