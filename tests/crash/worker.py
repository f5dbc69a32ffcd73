"""Checks one file after another in a process of its own: a path a line comes in, an answer in JSON goes out.

    python -m tests.crash.worker MAX_STEPS
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
import traceback
from typing import Any

from shapecheck.api import Session
from shapecheck.config import Config

MEMORY = 3 << 30
"""Bytes of address space: more is an error, and not the end of the machine."""

HIDDEN = re.compile(r"\b(?P<error>[A-Z]\w*(?:Error|Exception|Iteration)) in (?P<where>[\w.]+): ")
"""The reason of a gap where a function of ours did not think of its arguments."""


def look(session: Session, path: str, text: str | None) -> dict[str, Any]:
    """What is said of one file, and what went wrong."""
    start, cpu = time.perf_counter(), time.process_time()
    answer: dict[str, Any] = {"path": path, "crash": "", "errors": [], "hidden": [], "complete": True, "calls": 0}
    try:
        report = session.check(path, text)
        answer["errors"] = [
            f"{f.name} {f.span.path}:{f.span.line} {f.message}" for f in report.findings if f.severity.value == "error"
        ]
        places = report.coverage.places
        answer["hidden"] = [
            f"{reason} ({spans[0].path}:{spans[0].line})" for reason, spans in places.items() if HIDDEN.search(reason)
        ]
        answer["complete"], answer["calls"] = report.coverage.complete, report.coverage.calls
    except BaseException:
        answer["crash"] = traceback.format_exc()
    answer["seconds"], answer["cpu"] = time.perf_counter() - start, time.process_time() - cpu
    answer["megabytes"] = _peak()
    return answer


def _peak() -> int:
    """The most memory that this process had; what `getrusage` tells begins with its parent's."""
    try:
        with open("/proc/self/status", encoding="utf-8") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) // 1024
    except (OSError, StopIteration):
        return 0


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    answers, sys.stdout = sys.stdout, sys.stderr
    with Session(Config(static=True, max_steps=int(sys.argv[1]))) as session:
        for line in sys.stdin:
            path, text = json.loads(line)
            answers.write(json.dumps(look(session, path, text)) + "\n")
            answers.flush()


if __name__ == "__main__":
    main()
