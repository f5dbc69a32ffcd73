"""How much of real code is followed: for each folder given, the share of layer and op calls with a known result.

    python -m tests.benchmarks.followed FOLDER... [-n FILES] [--steps N] [--findings] [--gaps N] [--json FILE]

Every file of a folder is analysed as the main program, statically. A call counts by its place (the expression and the
op, wherever in the folder it stands): as the least known of its instances in one analysis, and of all analyses the
best. `followed` had an answer; `rank` and `dims` are the shares with a result of known rank, and of lengths that are
all numbers or named sizes. A call whose answer is no tensor counts as followed, and is left out of these two.
"""

from __future__ import annotations

import argparse
import json
import os
import time
import traceback
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from shapecheck import api
from shapecheck.cli.walk import find
from shapecheck.config import Config
from shapecheck.core.containers import Mapping, Sequence
from shapecheck.core.tensor import Tensor
from shapecheck.core.value import Choice, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shapecheck.interp.trace import Call, Trace

MISSED, ANSWERED, RANKED, KNOWN, PLAIN = range(5)
"""How well a result is known; PLAIN is an answer that is no tensor."""


def level(call: Call) -> int:
    """How well a call's result is known."""
    if not call.followed:
        return MISSED
    return ANSWERED if call.mismatch is not None or call.result is None else level_of(call.result)


def level_of(value: Value) -> int:
    """The least that is known of the tensors in a value."""
    if isinstance(value, Unknown):
        return ANSWERED
    if isinstance(value, Tensor):
        return KNOWN if value.shape.fully_known else RANKED if value.shape.known_rank else ANSWERED
    parts: Iterable[Value] = ()
    if isinstance(value, Mapping):
        parts = value.items.values()
    elif isinstance(value, (Choice, Sequence)):
        parts = value
    return min(map(level_of, parts), default=PLAIN)


@contextmanager
def tracing() -> Iterator[list[Trace]]:
    """The traces of the files checked inside."""
    traces: list[Trace] = []
    analyse = vars(api)["analyse"]

    def kept(*arguments: Any) -> Trace:
        traces.append(analyse(*arguments))
        return traces[-1]

    with patch.object(api, "analyse", kept):
        yield traces


@dataclass(slots=True)
class Folder:
    """What was measured of one folder. places: how well the result of each call is known; gaps: places by reason."""

    root: str
    files: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    findings: list[str] = field(default_factory=list)
    rules: Counter[str] = field(default_factory=Counter)
    crashes: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    places: dict[Any, int] = field(default_factory=dict)
    gaps: dict[str, set[str]] = field(default_factory=dict)

    def check(self, path: str, config: Config) -> None:
        """Analyses one file as the main program."""
        start = time.perf_counter()
        try:
            with tracing() as traces:
                report = api.Session(config).check(path)
        except Exception:
            self.crashes.append(f"{path}: {traceback.format_exc(limit=-2)}")
            return
        finally:
            taken = time.perf_counter() - start
            self.files += 1
            self.seconds += taken
            self.slowest = max(self.slowest, taken)
        for found in report.findings:
            self.rules[f"{found.code} {found.severity.value}"] += 1
            where = f"{path}:{found.span.line}:{found.span.column}"
            self.findings.append(f"{where}: {found.severity.value} {found.code} {found.name}: {found.message}")
        if not report.coverage.complete:
            self.cut.append(path)
        for trace in traces:
            self.count(trace)

    def count(self, trace: Trace) -> None:
        """The calls and gaps of one analysis that stand in the folder."""
        found: dict[Any, int] = {}
        for gap in trace.gaps:
            if gap.span.path.startswith(self.root):
                self.gaps.setdefault(gap.reason, set()).add(f"{gap.span.path}:{gap.span.line}")
                if gap.op:
                    found[gap.span, ""] = MISSED
        for call in trace.calls:
            if call.span.path.startswith(self.root) and not call.constructing:
                found.pop((call.span, ""), None)
                key = call.span, call.spec.path
                found[key] = min(found.get(key, PLAIN), level(call))
        for key, known in found.items():
            self.places[key] = max(self.places.get(key, MISSED), known)

    def row(self) -> dict[str, Any]:
        """The numbers of the table."""
        heard = {span for (span, name), _ in self.places.items() if name}
        counts = Counter(known for (span, name), known in self.places.items() if name or span not in heard)
        calls, shaped = counts.total(), counts.total() - counts[PLAIN]
        return {
            "files": self.files, "seconds": round(self.seconds, 1), "slowest": round(self.slowest, 1),
            "calls": calls, "followed": _share(calls - counts[MISSED], calls),
            "rank": _share(counts[RANKED] + counts[KNOWN], shaped), "dims": _share(counts[KNOWN], shaped),
            "crashes": len(self.crashes), "cut": len(self.cut), "findings": dict(self.rules),
        }  # fmt: skip


def _share(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def measure(root: str, most: int | None, steps: int) -> Folder:
    """Analyses the files of a folder, or `most` of them evenly chosen."""
    folder = Folder(os.path.abspath(root))
    config = Config(static=True, max_steps=steps, root=folder.root)
    files = [path for path in find([folder.root], config) if isinstance(path, str)]
    step = max(1, -(-len(files) // most)) if most else 1
    for path in files[::step]:
        folder.check(path, config)
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    parser.add_argument("-n", type=int, help="at most so many files of each folder")
    parser.add_argument("--steps", type=int, default=Config.max_steps, help="the budget of a file")
    parser.add_argument("--findings", action="store_true", help="list the findings")
    parser.add_argument("--gaps", type=int, default=0, metavar="N", help="list the N most frequent reasons")
    parser.add_argument("--json", metavar="FILE", help="write the numbers there too")
    given = parser.parse_args()
    rows, reasons = {}, Counter[str]()
    places: dict[str, list[str]] = {}
    print(f"{'folder':45} {'files':>5} {'sec':>6} {'max':>5} {'calls':>6} {'foll%':>6} {'rank%':>6} {'dims%':>6}  rest")
    for name in given.folders:
        folder = measure(name, given.n, given.steps)
        row = rows[os.path.basename(folder.root)] = folder.row()
        shares = " ".join(f"{'-' if row[key] is None else row[key]:>6}" for key in ("followed", "rank", "dims"))
        rest = " ".join(f"{key} x{count}" for key, count in row["findings"].items())
        bad = "".join(f" {key}:{row[key]}" for key in ("crashes", "cut") if row[key])
        print(f"{os.path.basename(folder.root)[:45]:45} {row['files']:5} {row['seconds']:6} {row['slowest']:5} "
              f"{row['calls']:6} {shares}  {rest}{bad}", flush=True)  # fmt: skip
        for line in (*folder.crashes, *(f"{path}: cut" for path in folder.cut)):
            print(f"    {line}")
        if given.findings:
            print("".join(f"    {line}\n" for line in folder.findings), end="")
        for reason, where in folder.gaps.items():
            reasons[reason] += len(where)
            places.setdefault(reason, []).extend(sorted(where))
    for reason, count in reasons.most_common(given.gaps):
        print(f"{count:6}  {reason}\n        {'  '.join(places[reason][:3])}")
    if given.json:
        with open(given.json, "w", encoding="utf-8") as out:
            json.dump(rows, out, indent=1)


if __name__ == "__main__":
    main()
