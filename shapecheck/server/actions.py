"""What can be done about findings: the rules' own fixes, a comment that ignores them, the page of the rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types as lsp

from ..findings import Applicability
from ..fixes.ignore import ignores
from .diagnostics import SOURCE
from .pages import page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..findings import Edit, Finding
    from ..source.module import Module
    from .diagnostics import Places
    from .documents import Document

FIX_ALL = "source.fixAll.shapecheck"
KINDS = (lsp.CodeActionKind.QuickFix.value, FIX_ALL)
OPEN_RULE = "shapecheck.openRule"


class Actions:
    """For the findings of a program whose text is the one that the client has."""

    def __init__(
        self, module: Module, findings: Sequence[Finding], places: Places, document: Document, versions: bool
    ) -> None:
        self._module = module
        self._findings = findings
        self._places = places
        self._document = document
        self._versions = versions

    def offered(self, params: lsp.CodeActionParams) -> Iterator[lsp.CodeAction]:
        """What is offered at a range, of the kinds that are asked for."""
        if _asked(lsp.CodeActionKind.QuickFix.value, params.context.only):
            for finding in self._findings:
                uri, where = self._places.place(finding.span)
                if uri == params.text_document.uri and _touch(where, params.range):
                    told = [d for d in params.context.diagnostics if d.source == SOURCE and d.range == where]
                    yield from self._for(finding, [d for d in told if d.code == finding.code])
        if _asked(FIX_ALL, params.context.only):
            yield from self._all()

    def _for(self, finding: Finding, told: list[lsp.Diagnostic]) -> Iterator[lsp.CodeAction]:
        kind = lsp.CodeActionKind.QuickFix
        fix = finding.fix
        if fix is not None and fix.applicability is not Applicability.DISPLAY_ONLY:
            edit, safe = self._edit(fix.edits), fix.applicability is Applicability.SAFE
            yield lsp.CodeAction(title=fix.message, kind=kind, diagnostics=told, edit=edit, is_preferred=safe)
        edits, _ = ignores(self._module, [finding])
        if edits:
            title = f"Ignore {finding.name} on this line"
            yield lsp.CodeAction(title=title, kind=kind, diagnostics=told, edit=self._edit(edits))
        if page(finding.name) is not None:
            title = f"Open the page of {finding.code} {finding.name}"
            command = lsp.Command(title=title, command=OPEN_RULE, arguments=[finding.name])
            yield lsp.CodeAction(title=title, kind=kind, diagnostics=told, command=command)

    def _all(self) -> Iterator[lsp.CodeAction]:
        """One action with all safe fixes that do not touch each other."""
        edits: list[Edit] = []
        for finding in self._findings:
            fix = finding.fix
            safe = fix is not None and fix.applicability is Applicability.SAFE
            if fix is not None and safe and not any(_overlap(edit, other) for edit in fix.edits for other in edits):
                edits += fix.edits
        if edits:
            yield lsp.CodeAction(title="Fix all that can be fixed safely", kind=FIX_ALL, edit=self._edit(edits))

    def _edit(self, edits: Iterable[Edit]) -> lsp.WorkspaceEdit:
        changes: dict[str, list[lsp.TextEdit]] = {}
        for edit in edits:
            uri, where = self._places.place(edit.span)
            changes.setdefault(uri, []).append(lsp.TextEdit(where, edit.content))
        if not self._versions:
            return lsp.WorkspaceEdit(changes=changes)
        return lsp.WorkspaceEdit(
            document_changes=[
                lsp.TextDocumentEdit(
                    lsp.OptionalVersionedTextDocumentIdentifier(uri, self._version(uri)), list(made)
                )
                for uri, made in changes.items()
            ]
        )

    def _version(self, uri: str) -> int | None:
        text = self._document.texts.get(uri)
        return text.version if text is not None else None


def _asked(kind: str, only: Sequence[str] | None) -> bool:
    kinds = [str(getattr(each, "value", each)) for each in only or ()]
    return only is None or any(kind == each or kind.startswith(f"{each}.") for each in kinds)


def _touch(one: lsp.Range, other: lsp.Range) -> bool:
    def key(position: lsp.Position) -> tuple[int, int]:
        return position.line, position.character

    return key(one.start) <= key(other.end) and key(other.start) <= key(one.end)


def _overlap(one: Edit, other: Edit) -> bool:
    a, b = one.span, other.span
    return (a.line, a.column) <= (b.end_line, b.end_column) and (b.line, b.column) <= (a.end_line, a.end_column)
