"""Documents that open, change and close, and the diagnostics that they get."""

from __future__ import annotations

import os

from lsprotocol import types
from pygls.uris import from_fs_path

from lintnews.errors import LintnewsError
from lintnews.lsp.desk import Outcome
from lintnews.lsp.diagnostics import diagnostics, of_problem
from lintnews.lsp.server import Server


def register(server: Server) -> None:
    """Lint what is open, and show what was found."""
    pen = _Pen(server)
    server.on_outcome.append(pen.outcome)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.checker.changed(uri, at_once=True)
        for listener in server.on_opened:
            listener(uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.checker.changed(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.checker.closed(uri)
        pen.wipe(uri)
        for listener in server.on_closed:
            listener(uri)


class _Pen:
    """Writes diagnostics into the editor."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._broken: dict[str, tuple[str, str]] = {}  # draft -> URI of a file that cannot be used, and what is wrong

    def outcome(self, outcome: Outcome) -> None:
        """Show what was found, and what went wrong on the way."""
        self._problem(outcome.draft.uri, outcome.problem)
        if outcome.result.error:
            self._server.window_log_message(types.LogMessageParams(types.MessageType.Warning, outcome.result.error))
        if not self._server.able.pulls:
            self._publish(outcome.draft.uri, diagnostics(outcome, self._server.able), outcome.draft.version)

    def wipe(self, uri: str) -> None:
        """Take back what was shown of a document that is closed."""
        self._problem(uri, None)
        if not self._server.able.pulls:
            self._publish(uri, [])

    def _problem(self, draft: str, problem: LintnewsError | None) -> None:
        """Say once what is wrong with settings or rules, in the file that is wrong, and take it back when it is mended."""
        before = self._broken.pop(draft, None)
        now = _place(problem) if problem is not None else None
        if problem is not None and now is not None:
            news = now != before and now not in self._broken.values()
            self._broken[draft] = now
            if news:
                self._server.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"lintnews: {problem}"))
                if now[0]:
                    self._publish(now[0], [of_problem(problem)])
        if before is not None and before[0] and before[0] not in [uri for uri, _ in self._broken.values()]:
            self._publish(before[0], [])

    def _publish(self, uri: str, found: list[types.Diagnostic], version: int | None = None) -> None:
        self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))


def _place(problem: LintnewsError) -> tuple[str, str]:
    path = str(getattr(problem, "path", ""))
    return (from_fs_path(os.path.abspath(path)) or "") if path else "", str(problem)
