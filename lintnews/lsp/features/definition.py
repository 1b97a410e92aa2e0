"""From a finding or a term in a draft to its entry in the glossary or the rules."""

from __future__ import annotations

from lsprotocol import types
from pygls.uris import from_fs_path

from lintnews.lsp.desk import Desk, Outcome
from lintnews.lsp.entries import Entry, entry_of, term_at
from lintnews.lsp.server import Server
from lintnews.model import Span


def register(server: Server) -> None:
    """Answer ``textDocument/definition``."""

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def definition(params: types.DefinitionParams) -> list[types.Location]:
        outcome = await server.checker.outcome(params.text_document.uri)
        if outcome is None:
            return []
        offset = outcome.draft.offset(params.position)
        entries = await server.at_work(_entries, server.desk, outcome, offset)
        return [_location(entry) for entry in entries]


def _entries(desk: Desk, outcome: Outcome, offset: int) -> list[Entry]:
    linter = desk.linter(outcome.draft.path)
    if linter is None:
        return []
    found = [entry_of(linter.lexicon, finding.rule) for finding in outcome.at(Span(offset, offset))]
    entries = [entry for entry in found if entry is not None]
    if not entries and outcome.result.document is not None:
        term = term_at(linter, outcome.result.document, offset)
        entries = [term.entry] if term else []
    return entries


def _location(entry: Entry) -> types.Location:
    there = types.Position(entry.line - 1, 0)
    return types.Location(from_fs_path(entry.path) or entry.path, types.Range(there, there))
