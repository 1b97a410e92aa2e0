from __future__ import annotations

import pytest
from lsprotocol import types
from pytest_lsp import client_capabilities

pytestmark = pytest.mark.asyncio

DRAFT = "\U0001f600 Partisans hid in the occupied town, the central nervous system said.\n\nThe National Resistance Center did."


async def hover(editor, uri, line, character):
    there = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(line, character))
    return await editor.client.text_document_hover_async(there)


async def test_a_finding_says_why_what_else_and_from_where(editing):
    async with editing() as editor:
        uri = editor.open("draft.txt", DRAFT)
        found = await hover(editor, uri, 0, 50)
        assert editor.marked(uri, found.range) == "central nervous system"
        assert found.contents.kind == types.MarkupKind.Markdown
        for part in (
            "**National Resistance Center**",
            "For it: “Partisans” (line 1), “occupied” (line 1)",
            "Центр національного спротиву, ЦНС",
            "Run by Ukraine's Special Operations Forces.", "Source: <https://sprotyv.mod.gov.ua/>",
            "`acronym-expansion/national-resistance-center`",
        ):  # fmt: skip
            assert part in found.contents.value, found.contents.value


async def test_a_right_term_says_what_it_stands_for(editing):
    async with editing() as editor:
        uri = editor.open("draft.txt", DRAFT)
        found = await hover(editor, uri, 2, 8)
        assert editor.marked(uri, found.range) == "National Resistance Center"
        assert "ЦНС" in found.contents.value
        assert await hover(editor, uri, 2, 34) is None


async def test_a_draft_cannot_format_the_hover(editing):
    async with editing() as editor:
        uri = editor.open("draft.txt", "In <b>occupied</b> ![x](http://x.example) Donetsk, the central nervous system said.")
        found = await hover(editor, uri, 0, 60)
        assert "<b>" not in found.contents.value
        assert "![x]" not in found.contents.value


async def test_a_client_without_markdown_gets_plain_text(editing):
    able = client_capabilities("visual-studio-code")
    able.text_document.hover.content_format = [types.MarkupKind.PlainText]
    async with editing(capabilities=able) as editor:
        uri = editor.open("draft.txt", DRAFT)
        found = await hover(editor, uri, 0, 50)
        assert found.contents.kind == types.MarkupKind.PlainText
        assert "Write National Resistance Center" in found.contents.value
        assert "\\" not in found.contents.value
        assert "Source: https://sprotyv.mod.gov.ua/" in found.contents.value
