"""Diagnostics for clients that ask for them instead of being told."""

from __future__ import annotations

from lsprotocol import types

from lintnews.lsp.diagnostics import diagnostics
from lintnews.lsp.server import Server

Report = types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport


def register(server: Server) -> None:
    """Answer ``textDocument/diagnostic``."""
    options = types.DiagnosticOptions(inter_file_dependencies=False, workspace_diagnostics=False, identifier="lintnews")

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def diagnostic(params: types.DocumentDiagnosticParams) -> Report:
        outcome = await server.checker.outcome(params.text_document.uri)
        if outcome is None:
            return types.RelatedFullDocumentDiagnosticReport([])
        if outcome.number == params.previous_result_id:
            return types.RelatedUnchangedDocumentDiagnosticReport(outcome.number)
        return types.RelatedFullDocumentDiagnosticReport(diagnostics(outcome, server.able), result_id=outcome.number)
