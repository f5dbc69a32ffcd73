"""The code at fault: its lines with the failing expression and the related places underlined and labelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .place import Place, module_of, place, source_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..core.span import Span
    from ..findings import Finding, Report
    from .view import View

WIDEST = 160
"""Longer lines are shown around the underlined part."""
LEAD = 40


class Mark(NamedTuple):
    """A place to show. `line` is its source, None when that is not at hand."""

    place: Place
    line: str | None
    label: str
    primary: bool


def frame(finding: Finding, report: Report, view: View) -> Iterator[str]:
    """The lines below the headline."""
    marks = _marks(finding, report)
    shown = [mark for mark in marks if mark.line is not None]
    rest = [mark for mark in marks if mark.line is None and not mark.primary]
    margin = " " * max([2, *(len(str(mark.place.row)) for mark in shown)])
    bar = view.paint(f"{margin} |", "gutter")
    for position, file in enumerate(dict.fromkeys(mark.place.file for mark in shown)):
        here = sorted(
            (mark for mark in shown if mark.place.file == file),
            key=lambda mark: (mark.place.row, not mark.primary, mark.place.column),
        )
        yield bar if position == 0 else f"{margin}{view.paint(':::', 'gutter')} {file}"
        row = 0
        for mark in here:
            display, before, width = _underline(mark)
            if mark.place.row != row:
                row = mark.place.row
                yield f"{view.paint(f'{row:>{len(margin)}} |', 'gutter')} {display}"
            style = finding.severity.value if mark.primary else "gutter"
            underline = ("^" if mark.primary else "-") * width
            yield f"{bar} {' ' * before}{view.paint(f'{underline} {mark.label}'.rstrip(), style)}"
    for mark in rest:
        yield from _remark("note", f"{mark.place}: {mark.label}", margin, view)
    for message in finding.runtime:
        yield from _remark("run time", message, margin, view)
    if finding.confirmed:
        yield from _remark("confirmed by", finding.confirmed, margin, view, colon="")
    if finding.help or finding.fix:
        yield from _remark("help", finding.help or (finding.fix.message if finding.fix else ""), margin, view)


def _remark(title: str, message: str, margin: str, view: View, colon: str = ":") -> Iterator[str]:
    sign = view.paint("=", "gutter")
    lines = printable(message.strip()).split("\n")
    yield f"{margin} {sign} {view.paint(title + colon, 'help' if title == 'help' else 'bold')} {lines[0]}"
    for line in lines[1:]:
        yield f"{margin}   {' ' * len(title + colon)} {line}"


def _marks(finding: Finding, report: Report) -> list[Mark]:
    """The failing expression and the notes; labels of one and the same place joined."""
    labels: dict[Span, list[str]] = {finding.span: [finding.label] if finding.label else []}
    for note in finding.notes:
        texts = labels.setdefault(note.span, [])
        if note.text not in texts:
            texts.append(note.text)
    marks = []
    for span, texts in labels.items():
        module = module_of(report, span.path)
        line = source_line(module, span.line)
        label = printable(" ".join("; ".join(texts).split()))
        marks.append(Mark(place(span, module), line, label, span == finding.span))
    return marks


def _underline(mark: Mark) -> tuple[str, int, int]:
    """The line as it is printed, the cells before the underlined part, and its width."""
    line = mark.line or ""
    start = min(mark.place.column - 1, len(line))
    end = mark.place.end_column - 1 if mark.place.end_row == mark.place.row else len(line.rstrip())
    end = max(min(end, len(line)), start)
    lead = ""
    if len(line) > WIDEST:
        first = max(0, min(start - LEAD, len(line) - WIDEST))
        lead = "..." if first else ""
        tail = "..." if first + WIDEST < len(line) else ""
        end = min(end, first + WIDEST)
        line, start, end = line[first : first + WIDEST] + tail, start - first, end - first
    before, under = printable(lead + line[:start]), printable(line[start:end])
    return printable(lead + line), _width(before), max(1, _width(under))


def printable(text: str) -> str:
    """Tabs as blanks, and nothing that could steer a terminal."""
    text = text.replace("\t", "    ")
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() or character == "\n" else "\ufffd" for character in text)


def _width(text: str) -> int:
    """The cells that a text takes in a terminal."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(each) else 2 if east_asian_width(each) in "WF" else 1 for each in text)
