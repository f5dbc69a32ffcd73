"""Jupyter notebooks: the code cells as one program text."""

from __future__ import annotations

import json
from typing import Any

from .ipython import skips_cell
from .module import Cell


class BadNotebook(Exception):
    """Not a notebook; the text says why, in a few words."""


def cells_of(document: str) -> tuple[str, list[Cell]] | None:
    """The text of all code cells and where each lies in it; None if the notebook is in another language.

    Source: nbformat 4, and 3 with its worksheets. Cells that hold no Python are left out.
    """
    try:
        notebook = json.loads(document)
    except (ValueError, RecursionError) as error:
        raise BadNotebook(f"not a notebook: {str(error).partition(chr(10))[0]}") from None
    found = _raw_cells(notebook)
    if not _in_python(notebook.get("metadata")):
        return None
    lines: list[str] = []
    cells: list[Cell] = []
    for index, cell in enumerate(found, 1):
        if not isinstance(cell, dict) or cell.get("cell_type") != "code" or not _is_python_cell(cell):
            continue
        source = _text(cell.get("source", cell.get("input", "")))
        own = source.split("\n")
        indents = _indents(own)
        if source.strip() and not skips_cell([line[by:] for line, by in zip(own, indents, strict=True)]):
            identity = cell.get("id")
            identity = identity if isinstance(identity, str) else None
            cells.append(Cell(index, len(lines) + 1, len(own), identity, indents if any(indents) else ()))
            lines.extend(own)
    return "\n".join(lines), cells


def _indents(lines: list[str]) -> tuple[int, ...]:
    """How much of each line is the indentation of the first, which does not count. Source: IPython, leading_indent."""
    first = next((line for line in lines if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip())]
    return tuple(len(indent) if indent and line.startswith(indent) else 0 for line in lines)


def _raw_cells(notebook: Any) -> list[Any]:
    if not isinstance(notebook, dict):
        raise BadNotebook("not a notebook: no JSON object")
    cells = notebook.get("cells")
    sheets = notebook.get("worksheets")
    if cells is None and isinstance(sheets, list):  # nbformat 3
        cells = [cell for sheet in sheets if isinstance(sheet, dict) for cell in sheet.get("cells") or []]
    if not isinstance(cells, list):
        raise BadNotebook("not a notebook: no cells (nbformat 3 and 4 are understood)")
    return cells


def _text(source: Any) -> str:
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    text = source if isinstance(source, str) else ""
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")


def _in_python(metadata: Any) -> bool:
    if not isinstance(metadata, dict):
        return True
    for key, name in (("language_info", "name"), ("kernelspec", "language")):
        part = metadata.get(key)
        language = part.get(name) if isinstance(part, dict) else None
        if isinstance(language, str) and language:
            return "python" in language.lower()
    return True


def _is_python_cell(cell: dict[str, Any]) -> bool:
    metadata = cell.get("metadata")
    vscode = metadata.get("vscode") if isinstance(metadata, dict) else None
    language = vscode.get("languageId") if isinstance(vscode, dict) else cell.get("language")
    return not isinstance(language, str) or language.lower() in ("python", "ipython", "")
