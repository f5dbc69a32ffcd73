"""The code with the shapes of its expressions: `text` for people, `json` for tools."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from .frame import printable
from .place import place, source_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..core.span import Span
    from ..findings import Listing
    from ..interp.shown import Row
    from ..source.module import Module
    from .view import View

_CODE = 70
"""Comments stand in one column, this one at most; longer lines have theirs beneath."""
_WIDEST = 140
_MOST_RESULTS = 4
_MOST_COMMENTS = 12
_LONGEST_NAME = 200
_LONGEST_LABEL = 40


def text(listings: Iterable[Listing], view: View) -> Iterator[str]:
    """The source, each line with what its calls and assignments give; of other files only the lines that have some."""
    first = True
    for listing in listings:
        for path, module in _files(listing):
            if not first or listing.others:
                where = printable(_heading(path))
                yield ("" if first else "\n") + view.paint(f"# {where}", "bold") + "\n"
            first = False
            yield from _file(module, listing.rows.get(path, []), view, whole=path == listing.path)


def json(listings: Iterable[Listing], view: View) -> Iterator[str]:
    """The array, a row on a line, written as the files are done."""
    from json import dumps

    before = "["
    for listing in listings:
        for path, module in _files(listing):
            for row in sorted(listing.rows.get(path, []), key=lambda row: row.span):
                yield f"{before}\n  {dumps(entry(row, module), ensure_ascii=False)}"
                before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _files(listing: Listing) -> Iterator[tuple[str, Module]]:
    """The file itself, then the others in the order in which they had their first row."""
    if listing.module is not None:
        yield listing.path, listing.module
    yield from listing.others.items()


def _heading(path: str) -> str:
    relative = os.path.relpath(path) if os.path.isabs(path) else path
    return path if relative.startswith(os.pardir) else relative


# -- for tools -------------------------------------------------------------------------------------------------------


def entry(row: Row, module: Module) -> dict[str, Any]:
    """A row as a tool reads it: lines and columns are those of `ast`, which counts bytes of UTF-8; `cell` in notebooks
    only, where lines count from the first of the cell; `part`, with which the name ends, for one tensor of several."""
    where = place(row.span, module)
    told: dict[str, Any] = {"file": os.path.abspath(where.path) if os.path.exists(where.path) else where.path}
    if where.cell is not None:
        told["cell"] = where.cell
    told |= {
        "line": where.row,
        "col": _offset(module, row.span.line, row.span.column),
        "end_line": where.end_row,
        "end_col": _offset(module, row.span.end_line, row.span.end_column),
        "name": name_of(row, module),
        "shape": None if row.shape is None else list(row.shape),
        "dtype": row.dtype,
    }
    if row.part:
        told["part"] = row.part
    return told


def _offset(module: Module, line: int, column: int) -> int:
    code = source_line(module, line) or ""
    return column if code.isascii() else len(code[:column].encode("utf-8", "surrogatepass"))


def name_of(row: Row, module: Module) -> str:
    """What is called or assigned, as the user wrote it, in one line; of several tensors with the part that is meant."""
    name = row.name if isinstance(row.name, str) else " ".join(_source(row.name, module).split())
    return _end_of(name, _LONGEST_NAME) + row.part


def _source(span: Span, module: Module) -> str:
    lines = module.lines[span.line - 1 : span.end_line]
    if not lines:
        return ""
    lines = [*lines[:-1], lines[-1][: span.end_column]]
    return "\n".join([lines[0][span.column :], *lines[1:]])


def _end_of(name: str, longest: int) -> str:
    return name if len(name) <= longest else "..." + name[-longest:]


# -- for people ------------------------------------------------------------------------------------------------------


def beside(rows: Iterable[Row], module: Module) -> dict[int, list[str]]:
    """For each line what its assignments and calls give."""
    by_line: dict[int, list[Row]] = {}
    for row in rows:
        by_line.setdefault(row.span.line, []).append(row)
    return {line: _comments(found, module) for line, found in by_line.items()}


def _file(module: Module, rows: list[Row], view: View, whole: bool) -> Iterator[str]:
    comments = beside(rows, module)
    lines = [printable(line) for line in module.lines]
    if lines and not lines[-1]:
        lines.pop()
    width = max((len(lines[line - 1]) for line in comments if len(lines[line - 1]) <= _CODE), default=0)
    starts = {cell.first_line: cell.index for cell in module.cells}
    last = 0
    for number, line in enumerate(lines, 1):
        if number in starts:
            yield view.paint(f"# cell {starts[number]}", "bold") + "\n"
        if whole or number in comments:
            if not whole and number != last + 1:
                yield view.paint(f"# line {number}", "gutter") + "\n"
            last = number
            yield from _line(line, comments.get(number, []), width, view)


def _line(line: str, comments: list[str], width: int, view: View) -> Iterator[str]:
    """A line with its comments: to the right, or beneath where there is no room."""
    beside = "# " + "; ".join(comments)
    if not comments:
        yield line + "\n"
    elif len(line) <= width and width + 2 + len(beside) <= _WIDEST:
        yield f"{line:<{width}}  {view.paint(beside, 'gutter')}\n"
    else:
        yield line + "\n"
        indent = line[: len(line) - len(line.lstrip())]
        beneath = [beside] if len(indent) + len(beside) <= _WIDEST else [f"# {comment}" for comment in comments]
        yield from (f"{indent}{view.paint(printable(comment), 'gutter')}\n" for comment in beneath)


def _comments(rows: list[Row], module: Module) -> list[str]:
    """What each call and assignment of a line gives, in the order in which they are done; a name only where it is not
    the whole line's. What gives the same as the one before is not told again."""
    results: dict[tuple[object, ...], list[Row]] = {}
    for row in _worth(rows):
        results.setdefault((row.span, row.name, row.part), []).append(row)
    told: list[tuple[str, str]] = []
    before: Row | None = None
    for found in results.values():
        shapes = " | ".join(dict.fromkeys(map(shape_text, found[:_MOST_RESULTS])))
        shapes += f" | {len(found) - _MOST_RESULTS} more" if len(found) > _MOST_RESULTS else ""
        another_name = before is not None and (_is_target(before) or before.span == found[0].span)
        if not told or told[-1][1] != shapes or another_name:
            told.append((_end_of(name_of(found[0], module), _LONGEST_LABEL), shapes))
        before = found[0]
    if len(told) == 1 and before is not None and _is_all(before, module):
        return [printable(told[0][1])]
    more = [f"{len(told) - _MOST_COMMENTS} more"] if len(told) > _MOST_COMMENTS else []
    return [printable(f"{name}: {shapes}") for name, shapes in told[:_MOST_COMMENTS]] + more


def _worth(rows: list[Row]) -> list[Row]:
    """Operators where there is nothing else, the parts of a call's result where they are not assigned."""
    rows = [row for row in rows if not isinstance(row.name, str)] or rows
    assigned = any(map(_is_target, rows))
    return [row for row in rows if _is_target(row) or not (assigned and row.part)]


def _is_target(row: Row) -> bool:
    return row.name == row.span


def _is_all(row: Row, module: Module) -> bool:
    """The result of a whole line, and not of something inside of it."""
    code = (source_line(module, row.span.line) or "")[: row.span.column].strip()
    return _is_target(row) or isinstance(row.name, str) or not code or code == "return" or code.endswith("=")


def shape_text(row: Row) -> str:
    """`[batch, 64, ?] float32`"""
    if row.shape is None:
        return f"[...] {row.dtype}" if row.dtype else "?"
    sizes = ", ".join("?" if size is None else str(size) for size in row.shape)
    return f"[{sizes}] {row.dtype or ''}".rstrip()
