"""Edits put into files: encoding, line ends, byte order mark and the JSON of notebooks stay as they are."""

from __future__ import annotations

import ast
import contextlib
import json
import os
import re
import tempfile
from typing import TYPE_CHECKING

from ..source import Unreadable, read
from ..source.read import decode, encoding_of, raw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..findings import Edit
    from ..source.module import Module

_LINE_END = re.compile(r"\r\n|\r|\n")


class NotWritten(Exception):
    """A file that was left as it is, and why, in one line."""


def edit_file(module: Module, edits: Sequence[Edit], same_meaning: bool = True) -> None:
    """Edits the file of a module as it was read. same_meaning: only comments may change. Raises NotWritten."""
    path = module.path
    try:
        data = raw(path)
        before = decode(path, data)
        if read(path, before).text != module.text:
            raise NotWritten(f"{path}: has changed since it was read")
        after = edited(before, module, edits)
        changed = read(path, after)
    except Unreadable as problem:
        raise NotWritten(str(problem)) from None
    if same_meaning and ast.dump(changed.tree) != ast.dump(module.tree):
        raise NotWritten(f"{path}: a comment there would change the program")
    try:
        _replace(path, after.encode(encoding_of(data)))
    except UnicodeError:
        raise NotWritten(f"{path}: cannot be written in its encoding") from None
    except OSError as problem:
        raise NotWritten(f"{path}: cannot be written: {problem.strerror}") from None


def edited(text: str, module: Module, edits: Sequence[Edit]) -> str:
    """The text of a module's file with the edits."""
    mark = int(text.startswith("\ufeff"))
    places = [(_offsets(text, mark, module, edit), edit.content) for edit in edits]
    for (start, end), content in sorted(places, reverse=True):
        if module.layout is not None:
            content = json.dumps(content, ensure_ascii=text.isascii())[1:-1]
        text = text[:start] + content + text[end:]
    return text


def _offsets(text: str, mark: int, module: Module, edit: Edit) -> tuple[int, int]:
    span = edit.span
    if module.layout is not None:
        found = module.cell_of(span.line)
        assert found is not None
        cell, row = found
        end_row = row + span.end_line - span.line
        start = module.layout.offset(cell.index, row, span.column)
        return mark + start, mark + module.layout.offset(cell.index, end_row, span.end_column)
    starts = [mark, *(found.end() for found in _LINE_END.finditer(text))]
    return starts[span.line - 1] + span.column, starts[span.end_line - 1] + span.end_column


def _replace(path: str, data: bytes) -> None:
    """The file is the old one or the new one at any time; what a link points to is what is written."""
    from shutil import copymode

    path = os.path.realpath(path)
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".shapecheck-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        copymode(path, temporary)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
