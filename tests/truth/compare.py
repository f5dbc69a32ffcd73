"""Compares what `shapecheck show` claims with what was recorded: exact, partial, nothing, wrong.

    python compare.py TRUTH.json...

Counted are the calls that gave a tensor when the program ran. exact: every result that occurred is claimed, with every
size. wrong: something is claimed that never occurred. partial: some of it, or not all sizes. nothing: no shape at all.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Place = tuple[str, int, int, int, int]
"""File, line, column, end line, end column."""
Leaf = tuple["list[int | str | None] | None", "str | None"]
"""Shape and dtype, true or claimed."""
KINDS = ("exact", "partial", "nothing", "wrong")


def show(driver: str) -> list[dict[str, Any]]:
    """What shapecheck says of a driver and of all that it imports."""
    command = [sys.executable, "-m", "shapecheck", "show", driver, "--all-files", "--output-format", "json"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    if ended.returncode not in (0, 1):
        raise RuntimeError(ended.stderr)
    rows: list[dict[str, Any]] = json.loads(ended.stdout)
    return rows


def claims(rows: Iterable[dict[str, Any]]) -> dict[Place, list[tuple[str, Leaf]]]:
    """The claimed leaves of each place, by path inside the result."""
    found: dict[Place, list[tuple[str, Leaf]]] = defaultdict(list)
    for row in rows:
        place = (row["file"], row["line"], row["col"], row["end_line"], row["end_col"])
        found[place].append((row.get("part", ""), (row["shape"], row["dtype"])))
    return found


def fits(claimed: Leaf, true: Leaf) -> bool:
    """Nothing of the claim is untrue."""
    shape, real = claimed[0], true[0]
    if claimed[1] is not None and claimed[1] != true[1]:
        return False
    if shape is None or real is None:
        return True
    return len(shape) == len(real) and all(
        not isinstance(mine, int) or mine == theirs for mine, theirs in zip(shape, real, strict=True)
    )


def says_all(claimed: Leaf, true: Leaf) -> bool:
    """The claim is the truth; a size that the framework itself leaves open is a name, or nothing."""
    shape, real = claimed[0], true[0]
    if shape is None or real is None:
        return shape is real
    return fits(claimed, true) and all(
        mine == theirs or theirs is None for mine, theirs in zip(shape, real, strict=True)
    )


def verdict(results: list[dict[str, Leaf]], claimed: list[tuple[str, Leaf]]) -> tuple[str, list[tuple[str, Leaf]]]:
    """One of `KINDS`, and the claims that are wrong. Of a dict, a model's output or a dataclass the parts may go unsaid
    or be said under another name: only paths that are claimed and did occur are compared."""
    true = [(path, leaf) for result in results for path, leaf in result.items()]
    paths = {path for path, _ in true}
    said = [(path, leaf) for path, leaf in claimed if path in paths and leaf[0] is not None]
    said_more = [(path, leaf) for path, leaf in claimed if path == "" and "" not in paths and leaf[0] is not None]
    wrong = [(path, leaf) for path, leaf in said if not any(path == at and fits(leaf, real) for at, real in true)]
    wrong += said_more
    if wrong:
        return "wrong", wrong
    if not said:
        return "nothing", []
    complete = all(any(path == at and says_all(leaf, real) for path, leaf in said) for at, real in true)
    sure = all(any(path == at and says_all(leaf, real) for at, real in true) for path, leaf in said)
    return ("exact" if complete and sure else "partial"), []


class Tally:
    """Verdicts of the calls of many models."""

    def __init__(self) -> None:
        self.models: dict[str, Counter[str]] = {}
        self.callees: dict[str, Counter[str]] = defaultdict(Counter)
        self.wrong: list[str] = []
        self.places: dict[str, dict[str, list[str]]] = {kind: defaultdict(list) for kind in KINDS}

    def add(self, truth: dict[str, Any], rows: list[dict[str, Any]], kinds: tuple[str, ...] = ("call",)) -> None:
        count = self.models.setdefault(Path(truth["driver"]).stem, Counter())
        said = claims(rows)
        for site in truth["sites"]:
            if site["kind"] not in kinds:
                continue
            place = (site["file"], site["line"], site["col"], site["end_line"], site["end_col"])
            kind, wrong = verdict(site["results"], said.get(place, []))
            count[kind] += 1
            self.callees[site["text"]][kind] += 1
            at = f"{site['file']}:{site['line']}:{site['col']}: {site['text']}"
            self.places[kind][site["text"]].append(at)
            if wrong:
                self.wrong.append(f"{at}\n    claimed {wrong[:3]}\n    true    {site['results'][:4]}")

    @property
    def total(self) -> Counter[str]:
        return sum(self.models.values(), Counter())

    def report(self, worst: int = 40) -> str:
        """A line for each model, the callees that are followed least, and all that is wrong."""
        lines = [f"{'model':44}" + "".join(f"{kind:>9}" for kind in KINDS)]
        for name, count in [*sorted(self.models.items()), ("all", self.total)]:
            share = f"{count['exact'] / max(1, count.total()):8.1%}"
            lines.append(f"{name:44}" + "".join(f"{count[kind]:9}" for kind in KINDS) + share)
        lines.append("")
        missed = sorted(self.callees.items(), key=lambda item: -(item[1]["nothing"] + item[1]["partial"]))
        lines += [
            f"{name[:60]:60} nothing {count['nothing']:5} partial {count['partial']:5} exact {count['exact']:5}"
            for name, count in missed[:worst]
        ]
        return "\n".join([*lines, "", *self.wrong])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("truth", nargs="+", type=Path)
    tally = Tally()
    for path in parser.parse_args().truth:
        truth = json.loads(path.read_text(encoding="utf-8"))
        tally.add(truth, show(truth["driver"]))
    print(tally.report())
    sys.exit(bool(tally.wrong))


if __name__ == "__main__":
    main()
