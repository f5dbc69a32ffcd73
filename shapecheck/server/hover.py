"""What an expression gives: where the cursor is, and at the ends of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..interp.shown import USE
from ..report.shown import beside, name_of, shape_text
from .stale import Moved

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..core.span import Span
    from ..findings import Listing
    from ..interp.shown import Row
    from ..source.module import Module

_MOST = 6
_MOST_PLACES = 4


def about(listing: Listing, line: int, column: int, lines: Sequence[str]) -> tuple[str, Span] | None:
    """What is said of the smallest expression at a line (from 1) and a column of the text as it is now, and its place;
    None where nothing is known of it."""
    module = listing.module
    if module is None:
        return None
    moved = Moved(module.lines, lines)
    found: dict[Span, list[Row]] = {}
    for row in listing.rows.get(listing.path, ()):
        for place in {row.span, row.name if not isinstance(row.name, str) else row.span}:
            now = moved.span(place)
            if now is not None and (now.line, now.column) <= (line, column) < (now.end_line, now.end_column):
                found.setdefault(now, []).append(row)
    if not found:
        return None
    smallest = min(found, key=lambda span: (span.end_line - span.line, span.end_column - span.column))
    text = "\n".join(_told(found[smallest], listing, module))
    return (text, smallest) if text else None


def _told(rows: list[Row], listing: Listing, module: Module) -> Iterator[str]:
    results = dict.fromkeys(_result(row, listing, module) for row in rows if row.shape is not None or row.dtype)
    if not results:
        return
    shown = list(results)[:_MOST]
    yield "```python"
    yield from shown
    if len(results) > len(shown):
        yield f"# {len(results) - len(shown)} more"
    yield "```"
    places: dict[str, None] = {}
    for row in rows:
        made = listing.made.get(row.span)
        for size, span in zip(row.shape or (), made.sizes if made is not None else (), strict=False):
            if span is not None and span != row.span:
                places[f"{size if size is not None else '?'} is made {_where(span, listing)}"] = None
    yield from (f"\n{place}" for place in list(places)[:_MOST_PLACES])


def _result(row: Row, listing: Listing, module: Module) -> str:
    made = listing.made.get(row.span)
    library = f"{made.library} " if made is not None and row.shape is not None else ""
    name = "" if isinstance(row.name, str) and row.name != USE else _name(row, module)
    return f"{name}{': ' if name else ''}{library}{shape_text(row)}"


def _name(row: Row, module: Module) -> str:
    if row.name == USE:
        row = row._replace(name=row.span)
    name = name_of(row, module)
    return name if row.name == row.span else f"{name}(...)"


def _where(span: Span, listing: Listing) -> str:
    if span.path != listing.path:
        import os

        return f"in {os.path.basename(span.path)}, line {span.line}"
    found = listing.module.cell_of(span.line) if listing.module is not None else None
    if found is not None:
        return f"in cell {found[0].index}, line {found[1]}"
    return f"in line {span.line}"


def hints(listing: Listing, lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """For each line (from 1) of the text as it is now what its assignments and calls give."""
    if listing.module is None:
        return
    moved = Moved(listing.module.lines, lines)
    rows = [row for row in listing.rows.get(listing.path, ()) if row.name != USE]
    for line, comments in beside(rows, listing.module).items():
        span = moved.span(_line(listing.path, line))
        if span is not None and comments:
            yield span.line, "; ".join(comments)


def _line(path: str, line: int) -> Span:
    from ..core.span import Span

    return Span(path, line, 0, line, 0)
