"""How many findings each rule has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..findings import Report
    from .view import View


def text(reports: Iterable[Report], view: View) -> Iterator[str]:
    """A line a rule: the number, the code and the name, with tabs between; the most frequent first."""
    counts = _counted(reports)
    width = max((len(str(count)) for count in counts.values()), default=0)
    for (code, name), count in counts.items():
        yield f"{count:>{width}}\t{code}\t{name}\n"
    if not view.quiet:
        yield view.tally.last_line() + "\n"


def json(reports: Iterable[Report], view: View) -> Iterator[str]:
    """The same as an array of objects."""
    from json import dumps

    told = [{"code": code, "name": name, "count": count} for (code, name), count in _counted(reports).items()]
    yield dumps(told, indent=2) + "\n"


def _counted(reports: Iterable[Report]) -> dict[tuple[str, str], int]:
    counts = Counter((finding.code, finding.name) for report in reports for finding in report.findings)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
