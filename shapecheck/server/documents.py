"""What is open in the client: programs, and notebooks with their cells."""

from __future__ import annotations

import json
import os
from itertools import count
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from .text import Encoding, Text

if TYPE_CHECKING:
    from lsprotocol import types as lsp

_CODE = 2
"""The kind of a code cell."""


class Snapshot(NamedTuple):
    """A program as it was at one moment. version: another one for every state of anything that was ever open."""

    path: str
    text: str
    version: int


class Document:
    """A program that is open: one text, or the cells of a notebook."""

    def __init__(self, uri: str, path: str) -> None:
        self.uri = uri
        self.path = path
        self.version = 0
        self.texts: dict[str, Text] = {}
        """By uri: the one of the program, or those of the cells."""
        self.cells: list[tuple[str, bool]] | None = None
        """In a notebook the uri of each cell, and whether it is code."""

    def snapshot(self) -> Snapshot:
        """The program, a notebook as JSON."""
        if self.cells is None:
            return Snapshot(self.path, self.texts[self.uri].source, self.version)
        cells: list[object] = [
            {"cell_type": "code" if code else "markdown", "metadata": {}, "source": self._source(uri)}
            for uri, code in self.cells
        ]
        return Snapshot(self.path, json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}), self.version)

    def _source(self, uri: str) -> str:
        text = self.texts.get(uri)
        return text.source if text is not None else ""


class Documents:
    """All that is open, by path; the client's names lead to it."""

    def __init__(self) -> None:
        self.encoding = Encoding("utf-16")
        self.by_path: dict[str, Document] = {}
        self._by_uri: dict[str, Document] = {}
        self._versions = count(1)

    def find(self, uri: str) -> Document | None:
        """The program that a document or a cell belongs to."""
        return self._by_uri.get(uri)

    def open(self, item: lsp.TextDocumentItem) -> Document:
        """A document that was opened."""
        document = Document(item.uri, path_of(item.uri))
        document.texts[item.uri] = Text(item.text, item.version)
        return self._put(document)

    def open_notebook(self, notebook: lsp.NotebookDocument, items: list[lsp.TextDocumentItem]) -> Document:
        """A notebook that was opened, with the texts of its cells."""
        path = path_of(notebook.uri)
        document = Document(notebook.uri, path if path.endswith(".ipynb") else path + ".ipynb")
        document.cells = [(cell.document, int(cell.kind) == _CODE) for cell in notebook.cells]
        for item in items:
            document.texts[item.uri] = Text(item.text, item.version)
        return self._put(document)

    def change(self, uri: str, version: int, changes: list[object]) -> Document | None:
        """Edits of a document or a cell; None for one that is not open."""
        document = self._by_uri.get(uri)
        text = document.texts.get(uri) if document is not None else None
        if document is None or text is None:
            return None
        text.change(changes, version, self.encoding)
        document.version = next(self._versions)
        return document

    def change_notebook(self, params: lsp.DidChangeNotebookDocumentParams) -> Document | None:
        """Cells that came, went and moved, and edits in them."""
        document = self._by_uri.get(params.notebook_document.uri)
        cells = params.change.cells
        if document is None or document.cells is None or cells is None:
            return document
        if cells.structure is not None:
            array = cells.structure.array
            new = [(cell.document, int(cell.kind) == _CODE) for cell in array.cells or ()]
            document.cells[array.start : array.start + array.delete_count] = new
            for item in cells.structure.did_open or ():
                document.texts[item.uri] = Text(item.text, item.version)
                self._by_uri[item.uri] = document
            for closed in cells.structure.did_close or ():
                document.texts.pop(closed.uri, None)
                self._by_uri.pop(closed.uri, None)
        for edit in cells.text_content or ():
            text = document.texts.get(edit.document.uri)
            if text is not None:
                text.change(list(edit.changes), edit.document.version, self.encoding)
        document.version = next(self._versions)
        return document

    def close(self, uri: str) -> Document | None:
        """A document or a notebook that was closed."""
        document = self._by_uri.get(uri)
        if document is None or document.uri != uri:
            return None
        for name in [name for name, found in self._by_uri.items() if found is document]:
            del self._by_uri[name]
        if self.by_path.get(document.path) is document:
            del self.by_path[document.path]
        return document

    def overlay(self) -> dict[str, str]:
        """The texts of all that is open, by path."""
        return {path: document.snapshot().text for path, document in self.by_path.items()}

    def _put(self, document: Document) -> Document:
        document.version = next(self._versions)
        self.by_path[document.path] = document
        for uri in (document.uri, *document.texts, *(uri for uri, _ in document.cells or ())):
            self._by_uri[uri] = document
        return document


def path_of(uri: str) -> str:
    """The path of a file; of what is not saved yet, one in the working directory."""
    parts = urlsplit(uri)
    if parts.scheme == "file":
        host = f"//{parts.netloc}" if parts.netloc not in ("", "localhost") else ""
        return os.path.normpath(host + url2pathname(parts.path))
    name = os.path.basename(unquote(parts.path)) or "untitled"
    return os.path.join(os.getcwd(), f".{parts.scheme or 'unsaved'}-{name}")


def uri_of(path: str) -> str:
    """The name of a file."""
    from pathlib import Path

    return Path(os.path.abspath(path)).as_uri()
