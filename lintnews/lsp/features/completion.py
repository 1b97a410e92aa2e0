"""Canonical terms while a name is typed, and the English for one typed in Cyrillic."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from lsprotocol import types

from lintnews.linter import Linter
from lintnews.lsp.desk import Desk
from lintnews.lsp.drafts import Draft
from lintnews.lsp.entries import Entry, entry
from lintnews.lsp.server import Server
from lintnews.lsp.terms import Completion, Terms

_MOST = 40  # offered at once; more letters make it fewer


def register(server: Server) -> None:
    """Answer ``textDocument/completion``."""
    known: WeakKeyDictionary[Linter, Terms] = WeakKeyDictionary()

    def look_up(desk: Desk, draft: Draft, before: str) -> list[tuple[Completion, Entry]]:
        linter = desk.linter(draft.path)
        if linter is None:
            return []
        if linter not in known:
            known[linter] = Terms(linter.lexicon)
        return [(found, entry(linter.lexicon, found.number)) for found in known[linter].completions(before, _MOST)]

    @server.feature(types.TEXT_DOCUMENT_COMPLETION)
    async def completion(params: types.CompletionParams) -> types.CompletionList:
        draft = server.drafts.get(params.text_document.uri)
        if draft is None:
            return types.CompletionList(False, [])
        end = draft.offset(params.position)
        before = draft.text[draft.grid.offset(params.position.line, 0) : end]
        found = await server.at_work(look_up, server.desk, draft, before)
        items = [_item(draft, end, rank, *pair) for rank, pair in enumerate(found)]
        return types.CompletionList(True, items)  # another word may begin a longer name


def _item(draft: Draft, end: int, rank: int, found: Completion, known: Entry) -> types.CompletionItem:
    typed = draft.text[end - found.length : end]
    note = known.record.get("note", "")
    return types.CompletionItem(
        label=found.text,
        kind=types.CompletionItemKind.Text,
        detail="; ".join(", ".join(forms) for forms in known.native.values()) or None,
        documentation=types.MarkupContent(types.MarkupKind.PlainText, note) if note else None,
        filter_text=typed if found.native else found.text,
        sort_text=f"{rank:03}",
        text_edit=types.TextEdit(draft.range(end - found.length, end), found.text),
    )
