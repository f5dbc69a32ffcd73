"""The server: which message of the client leads to what."""

from __future__ import annotations

import logging
import os
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from .. import __version__
from .actions import KINDS, OPEN_RULE, Actions
from .diagnostics import Client, Places, diagnostics
from .documents import Document, path_of
from .hover import about, hints
from .pages import page
from .settings import FILES
from .text import Encoding
from .work import Work

_NOTEBOOKS = lsp.NotebookDocumentSyncOptions(
    notebook_selector=[
        lsp.NotebookDocumentFilterWithNotebook(
            notebook="jupyter-notebook", cells=[lsp.NotebookCellLanguage(language="python")]
        )
    ],
    save=True,
)
_HOVER_SECONDS = 5.0
_CANCELLED = -32802
"""`ServerCancelled` of the protocol."""


class Server:
    """One client, from `initialize` to `exit`."""

    def __init__(self) -> None:
        self.ls: Any = LanguageServer("shapecheck", __version__, notebook_document_sync=_NOTEBOOKS)
        self.ls.report_server_error = self._mishap
        self.client = Client(lsp.ClientCapabilities())
        self.ended = False
        self._work: Work | None = None
        self._results = 0
        for name, act in self._acts().items():
            options = act if isinstance(act, tuple) else (act,)
            self.ls.feature(name, *options[1:])(_plain(options[0]))

        async def open_rule(name: str) -> None:
            await self._open_rule(name)

        self.ls.command(OPEN_RULE)(open_rule)

    def _acts(self) -> dict[str, Any]:
        actions = lsp.CodeActionOptions(code_action_kinds=list(KINDS))
        pulled = lsp.DiagnosticOptions(True, False, "shapecheck")  # on other files, not of all files
        return {
            lsp.INITIALIZE: self._initialize,
            lsp.INITIALIZED: self._initialized,
            lsp.SHUTDOWN: self._shutdown,
            lsp.TEXT_DOCUMENT_DID_OPEN: lambda params: self._changed(self.work.documents.open(params.text_document)),
            lsp.TEXT_DOCUMENT_DID_CHANGE: self._did_change,
            lsp.TEXT_DOCUMENT_DID_SAVE: lambda params: self._saved(params.text_document.uri),
            lsp.TEXT_DOCUMENT_DID_CLOSE: lambda params: self._closed(params.text_document.uri),
            lsp.NOTEBOOK_DOCUMENT_DID_OPEN: self._open_notebook,
            lsp.NOTEBOOK_DOCUMENT_DID_CHANGE: self._change_notebook,
            lsp.NOTEBOOK_DOCUMENT_DID_SAVE: lambda params: self._saved(params.notebook_document.uri),
            lsp.NOTEBOOK_DOCUMENT_DID_CLOSE: lambda params: self._closed(params.notebook_document.uri),
            lsp.TEXT_DOCUMENT_DIAGNOSTIC: (self._pulled, pulled),
            lsp.TEXT_DOCUMENT_HOVER: self._hover,
            lsp.TEXT_DOCUMENT_INLAY_HINT: self._hints,
            lsp.TEXT_DOCUMENT_CODE_ACTION: (self._actions, actions),
            lsp.WORKSPACE_DID_CHANGE_CONFIGURATION: self._configured,
            lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES: self._watched,
        }

    @property
    def work(self) -> Work:
        """What is open and known."""
        if self._work is None:
            self._work = Work(self._told, self._complain)
        return self._work

    def close(self) -> None:
        """Ends threads and processes."""
        if self._work is not None:
            self._work.close()

    # -- start and end -----------------------------------------------------------------------------------------

    def _initialize(self, params: lsp.InitializeParams) -> None:
        self.client = Client(params.capabilities)
        self.work.documents.encoding = Encoding(_encoding(params.capabilities))
        self.work.settings.take(params.initialization_options)
        for kind in ("text", "notebook"):  # pygls' own copies take form feeds for line ends, and fail on some edits
            for act in ("put", "update", "remove"):
                setattr(self.ls.workspace, f"{act}_{kind}_document", lambda *_, **__: None)

    async def _initialized(self, _: object) -> None:
        if self.client.watches:
            watchers = [lsp.FileSystemWatcher(glob_pattern=f"**/{name}") for name in (*FILES, "*.py")]
            options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers=watchers)
            made = lsp.Registration("shapecheck.files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            await self.ls.client_register_capability_async(lsp.RegistrationParams([made]))
        await self._ask_configuration()

    def _shutdown(self, _: object) -> None:
        self.ended = True

    async def _ask_configuration(self) -> None:
        if not self.client.configuration:
            return
        item = lsp.ConfigurationItem(section="shapecheck")
        (told, *_) = await self.ls.workspace_configuration_async(lsp.ConfigurationParams([item])) or [None]
        if told:
            self._take(told)

    # -- documents ---------------------------------------------------------------------------------------------

    def _did_change(self, params: lsp.DidChangeTextDocumentParams) -> None:
        where = params.text_document
        self._changed(self.work.documents.change(where.uri, where.version, list(params.content_changes)))

    def _open_notebook(self, params: lsp.DidOpenNotebookDocumentParams) -> None:
        self._changed(self.work.documents.open_notebook(params.notebook_document, list(params.cell_text_documents)))

    def _change_notebook(self, params: lsp.DidChangeNotebookDocumentParams) -> None:
        cells = params.change.cells
        self._changed(self.work.documents.change_notebook(params))
        if cells is not None and cells.structure is not None and not self.client.pulls:
            for closed in cells.structure.did_close or ():
                self._publish(closed.uri, [], None)

    def _changed(self, document: Document | None) -> None:
        if document is not None:
            self.work.changed(document)

    def _saved(self, uri: str) -> None:
        if (document := self.work.documents.find(uri)) is not None:
            self.work.saved(document)

    def _closed(self, uri: str) -> None:
        document = self.work.documents.close(uri)
        if document is not None:
            self.work.closed(document)
            for name in document.texts if not self.client.pulls else ():
                self._publish(name, [], None)

    # -- settings ----------------------------------------------------------------------------------------------

    async def _configured(self, params: lsp.DidChangeConfigurationParams) -> None:
        if self.client.configuration:
            await self._ask_configuration()
        else:
            self._take(params.settings)

    def _take(self, told: object) -> None:
        self.work.settings.take(told)
        self.work.all_again()
        self.work.tell_problems()
        if self.client.hints:
            self.ls.workspace_inlay_hint_refresh(None)

    def _watched(self, params: lsp.DidChangeWatchedFilesParams) -> None:
        paths = [path_of(change.uri) for change in params.changes]
        if any(os.path.basename(path) in FILES for path in paths):
            self.work.all_again()
        for path in paths:
            self.work.touched(path)

    # -- diagnostics -------------------------------------------------------------------------------------------

    def _told(self, document: Document) -> None:
        """There is something new about a program: to be pushed, or to be asked for again."""
        if not self.client.pulls:
            found = self._diagnostics(document)
            for uri in document.texts:
                text = document.texts[uri]
                self._publish(uri, found.get(uri, []), text.version)
        elif self.client.refresh and self.work.is_news(document):
            self.ls.workspace_diagnostic_refresh(None)

    def _diagnostics(self, document: Document) -> dict[str, list[lsp.Diagnostic]]:
        known = self.work.known[document.path]
        places = Places(known.report, known.job.cells, self.work.documents)
        return diagnostics(known.report, known.findings, places, self.client)

    def _publish(self, uri: str, found: list[lsp.Diagnostic], version: int | None) -> None:
        self.ls.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, found, version))

    async def _pulled(self, params: lsp.DocumentDiagnosticParams) -> Any:
        uri = params.text_document.uri
        document = self.work.documents.find(uri)
        if document is None:
            return lsp.RelatedFullDocumentDiagnosticReport(items=[])
        version = document.version
        known = await self.work.report(document)
        if known is None or document.version != version:
            raise JsonRpcException("the text has changed", _CANCELLED, {"retriggerRequest": True})
        found = self._diagnostics(document).get(uri, [])
        self.work.seen(document)
        return lsp.RelatedFullDocumentDiagnosticReport(items=found)

    # -- what the cursor is at ---------------------------------------------------------------------------------

    async def _hover(self, params: lsp.HoverParams) -> lsp.Hover | None:
        document = self.work.documents.find(params.text_document.uri)
        found = await self.work.listing(document, _HOVER_SECONDS) if document is not None else None
        known = self.work.known.get(document.path) if document is not None else None
        text = document.texts.get(params.text_document.uri) if document is not None else None
        if found is None or known is None or known.report.module is None or document is None or text is None:
            return None
        first = self._first_line(document, params.text_document.uri)
        if first is None:
            return None
        encoding = self.work.documents.encoding
        line, column = text.place(params.position, encoding)
        told = about(found, first + line, column, known.report.module.lines)
        if told is None:
            return None
        span = told[1]
        where = encoding.range(
            text.lines, (span.line - first, span.column), (span.end_line - first, span.end_column)
        )
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, told[0]), where)

    async def _hints(self, params: lsp.InlayHintParams) -> list[lsp.InlayHint]:
        uri = params.text_document.uri
        document = self.work.documents.find(uri)
        if document is None or not self.work.settings.inlay_hints:
            return []
        found = await self.work.listing(document, _HOVER_SECONDS)
        known, text = self.work.known.get(document.path), document.texts.get(uri)
        first = self._first_line(document, uri)
        if found is None or known is None or known.report.module is None or text is None or first is None:
            return []
        told = []
        for number, label in hints(found, known.report.module.lines):
            line = number - first
            if params.range.start.line <= line <= params.range.end.line and line < len(text.lines):
                position = self.work.documents.encoding.position(text.lines, line, len(text.lines[line]))
                told.append(lsp.InlayHint(position, label, lsp.InlayHintKind.Type, padding_left=True))
        return told

    def _first_line(self, document: Document, uri: str) -> int | None:
        """The line of the program, from 1, with which a document or a cell starts; None for what is not Python."""
        known = self.work.known[document.path]
        module = known.report.module
        if module is None or (module.cells and known.job.cells is None):
            return None
        if known.job.cells is None:
            return 1
        cells = {known.job.cells[cell.index - 1]: cell.first_line for cell in module.cells}
        return cells.get(uri)

    async def _actions(self, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        document = self.work.documents.find(params.text_document.uri)
        known = self.work.known.get(document.path) if document is not None else None
        if document is None or known is None or known.job.snapshot.version != document.version:
            return []
        module = known.report.module
        if module is None or (module.cells and known.job.cells is None):
            return []
        places = Places(known.report, known.job.cells, self.work.documents)
        return list(Actions(module, known.findings, places, document, self.client.versions).offered(params))

    async def _open_rule(self, name: str) -> None:
        uri = page(name)
        if uri is None:
            return
        if self.client.opens:
            await self.ls.window_show_document_async(lsp.ShowDocumentParams(uri))
        else:
            self.ls.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Info, path_of(uri)))

    # -- mishaps -----------------------------------------------------------------------------------------------

    def _complain(self, message: str) -> None:
        self.ls.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Warning, f"shapecheck: {message}"))

    def _mishap(self, error: Exception, source: object) -> None:
        """A message that could not be understood, or a mistake of ours: for the log."""
        self.ls.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, f"{type(error).__name__}: {error}"))


def _plain(act: Any) -> Any:
    """A function, as pygls looks at the parameters of what it is given."""
    from inspect import iscoroutinefunction

    if iscoroutinefunction(act):

        async def later(params: Any) -> Any:
            return await act(params)

        return later

    def now(params: Any) -> Any:
        return act(params)

    return now


def _encoding(capabilities: lsp.ClientCapabilities) -> str:
    """The first of the client's encodings that there is, as pygls tells it."""
    general = capabilities.general
    for each in (general.position_encodings if general else None) or ():
        name = str(getattr(each, "value", each))
        if name in ("utf-8", "utf-16", "utf-32"):
            return name
    return "utf-16"


def serve() -> int:
    """Talks on standard input and output until `exit`; the exit code that the protocol wants."""
    import sys

    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    sys.setswitchinterval(0.001)  # an analysis under way lets messages through
    server = Server()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing else may speak there
    try:
        server.ls.start_io(stdout=answers)
    finally:
        server.close()
    return 0 if server.ended else 1
