"""How long a cold check of one file takes, beside bare Python, parsing, and other checkers.

    python -m tests.benchmarks.startup [FILE] [-n RUNS]

Every command runs in turn, several times over, so that a machine that slows down slows down all of them. Prints the
median and the least wall time of each, and the ratio of its median to that of bare Python. Commands that are not
installed are left out.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEED = ROOT / "fixtures" / "seeds" / "csv_question" / "bug.py"


def commands(file: str) -> dict[str, list[str]]:
    python = sys.executable
    found = {
        "bare python": [python, "-c", "pass"],
        "import ast, click": [python, "-c", "import ast, click"],
        "parse the file": [python, "-c", f"import ast, click; ast.parse(open({file!r}).read())"],
        "shapecheck --static": [python, "-m", "shapecheck", "--static", file],
    }
    for name, rest in {"ruff": ["check", "--no-cache", "-q", file], "pyright": [file]}.items():
        path = Path(python).parent / name
        program = str(path) if path.exists() else shutil.which(name)
        if program:
            found[name] = [program, *rest]
    return found


def measure(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file", nargs="?", default=str(SEED))
    parser.add_argument("-n", type=int, default=7)
    given = parser.parse_args()
    found = commands(given.file)
    times: dict[str, list[float]] = {name: [] for name in found}
    for command in found.values():
        measure(command)  # warms the file cache
    for _ in range(given.n):
        for name, command in found.items():
            times[name].append(measure(command))
    bare = statistics.median(times["bare python"])
    for name, taken in times.items():
        middle = statistics.median(taken)
        print(f"{name:22} median {middle:.3f} s   least {min(taken):.3f} s   {middle / bare:5.1f} x bare python")


if __name__ == "__main__":
    main()
