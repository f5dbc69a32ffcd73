"""Findings in the words of the protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types as lsp

from ..report.place import module_of
from ..report.raw import region
from .documents import uri_of
from .pages import page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..core.span import Span
    from ..findings import Finding, Report
    from .documents import Documents
    from .text import Encoding

SOURCE = "shapecheck"
_SEVERITIES = {
    "error": lsp.DiagnosticSeverity.Error, "warning": lsp.DiagnosticSeverity.Warning,
    "info": lsp.DiagnosticSeverity.Information,
}  # fmt: skip
_TAGS = {
    "unused-ignore": lsp.DiagnosticTag.Unnecessary, "old-keras-spelling": lsp.DiagnosticTag.Deprecated,
}  # fmt: skip


class Client:
    """What the client can do, as far as it matters."""

    def __init__(self, capabilities: lsp.ClientCapabilities) -> None:
        text, workspace = capabilities.text_document, capabilities.workspace
        pulled = text.diagnostic if text else None
        pushed = text.publish_diagnostics if text else None
        window = capabilities.window
        self.pulls = pulled is not None
        self.related = any(each is not None and each.related_information for each in (pulled, pushed))
        self.tags = any(each is not None and each.tag_support for each in (pulled, pushed))
        self.pages = any(each is not None and each.code_description_support for each in (pulled, pushed))
        self.refresh = bool(workspace and workspace.diagnostics and workspace.diagnostics.refresh_support)
        self.hints = bool(workspace and workspace.inlay_hint and workspace.inlay_hint.refresh_support)
        self.configuration = bool(workspace and workspace.configuration)
        watched = workspace.did_change_watched_files if workspace else None
        self.watches = bool(watched and watched.dynamic_registration)
        edit = workspace.workspace_edit if workspace else None
        self.versions = bool(edit and edit.document_changes)
        self.opens = bool(window and window.show_document and window.show_document.support)


class Places:
    """From spans of a report to documents and ranges of the client."""

    def __init__(self, report: Report, cells: Sequence[str] | None, documents: Documents) -> None:
        self._report = report
        self._cells = cells
        self._documents = documents

    @property
    def encoding(self) -> Encoding:
        """The units of the client."""
        return self._documents.encoding

    def place(self, span: Span) -> tuple[str, lsp.Range]:
        """The document, or the cell, and the range."""
        module = module_of(self._report, span.path)
        open_one = self._documents.by_path.get(span.path)
        uri = open_one.uri if open_one is not None else uri_of(span.path)
        start, end = (span.line - 1, span.column), (span.end_line - 1, span.end_column)
        lines = module.lines if module is not None else []
        if module is not None and module.cells and span.path == self._report.path:
            found = module.cell_of(span.line)
            if self._cells is None:  # the notebook is open as the text that it is
                where = region(span, self._report)
                lines = open_one.texts[uri].lines if open_one is not None and uri in open_one.texts else []
                start, end = (where.line - 1, where.column - 1), (where.end_line - 1, where.end_column - 1)
            elif found is not None and found[0].index <= len(self._cells):
                cell, _ = found
                uri, first = self._cells[cell.index - 1], cell.first_line - 1
                lines = lines[first : first + cell.lines]
                start, end = (start[0] - first, start[1]), (end[0] - first, end[1])
        return uri, self.encoding.range(lines, start, end)


def diagnostics(
    report: Report, findings: Sequence[Finding], places: Places, client: Client
) -> dict[str, list[lsp.Diagnostic]]:
    """By document."""
    told: dict[str, list[lsp.Diagnostic]] = {}
    for finding in findings:
        uri, where = places.place(finding.span)
        told.setdefault(uri, []).append(_diagnostic(finding, where, places, client))
    return told


def _diagnostic(finding: Finding, where: lsp.Range, places: Places, client: Client) -> lsp.Diagnostic:
    href = page(finding.name) if client.pages else None
    tag = _TAGS.get(finding.name) if client.tags else None
    made = lsp.Diagnostic(
        range=where,
        message=_message(finding, places, client),
        severity=_SEVERITIES[finding.severity.value],
        code=finding.code,
        code_description=lsp.CodeDescription(href=href) if href is not None else None,
        source=SOURCE,
        tags=[tag] if tag is not None else None,
        data={"name": finding.name},
    )
    if client.related and finding.notes:
        made.related_information = [
            lsp.DiagnosticRelatedInformation(location=lsp.Location(*places.place(note.span)), message=note.text)
            for note in finding.notes
        ]
    return made


def _message(finding: Finding, places: Places, client: Client) -> str:
    """The sentence, what the run would say, what to change; and the related places, if they cannot be told apart."""
    lines = [f"{finding.name}: {finding.message}"]
    lines += [f"run time: {words}" for words in finding.runtime[:2]]
    lines += [f"confirmed by {finding.confirmed}"] if finding.confirmed else []
    lines += [f"help: {finding.help}"] if finding.help else []
    if not client.related:
        for note in finding.notes:
            _, where = places.place(note.span)
            lines.append(f"line {where.start.line + 1}: {note.text}")
    return "\n".join(lines)
