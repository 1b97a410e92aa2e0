from __future__ import annotations

import pytest
from lsprotocol import types
from pytest_lsp import client_capabilities

pytestmark = pytest.mark.asyncio

WRONG = "Partisans hid in the occupied town, the central nervous system said."
RULE = "acronym-expansion/national-resistance-center"


async def test_what_is_found_in_a_document_is_shown_when_it_opens(editing):
    async with editing() as editor:
        uri = editor.open("draft.txt", f"A headline \U0001f600\n\n\U0001f600\U0001f600 {WRONG}\n")
        (found,) = await editor.diagnostics(uri)
        assert editor.marked(uri, found.range) == "central nervous system"
        assert found.severity == types.DiagnosticSeverity.Error
        assert (found.code, found.source) == (RULE, "lintnews")
        assert found.code_description.href == "https://sprotyv.mod.gov.ua/"
        assert "National Resistance Center" in found.message
        evidence = {editor.marked(uri, related.location.range) for related in found.related_information}
        assert "occupied" in evidence


async def test_what_changes_is_linted_again(editing):
    async with editing(options={"debounce": 0}) as editor:
        uri = editor.open("draft.txt", WRONG)
        assert await editor.rules(uri) == [RULE]
        editor.change(uri, edit(0, 40, 0, 62, "National Resistance Center"))
        assert await editor.rules(uri) == []


async def test_edits_are_placed_by_the_three_line_breaks_of_lsp(editing):
    async with editing(options={"debounce": 0}) as editor:
        uri = editor.open("draft.txt", f"one\u2028two\f\x85three\r\n\r\nfour\r\r{WRONG}")
        editor.change(uri, edit(4, 40, 4, 62, "Center"), edit(4, 40, 4, 40, "\U0001f600 "), edit(4, 43, 4, 49, "staff"))
        assert await editor.rules(uri) == []
        editor.change(uri, edit(4, 40, 4, 48, "central nervous system"))
        assert await editor.rules(uri) == [RULE]


@pytest.mark.parametrize("counting", list(types.PositionEncodingKind))
async def test_the_client_counts_as_it_likes(editing, counting):
    able = client_capabilities("visual-studio-code")
    able.general.position_encodings = [counting]
    async with editing(capabilities=able, options={"debounce": 0}) as editor:
        uri = editor.open("draft.txt", f"\U0001f600 {WRONG}")
        found = next(found for found in await editor.diagnostics(uri) if found.code == RULE)
        width = {"utf-8": 5, "utf-16": 3, "utf-32": 2}[counting.value]
        assert found.range.start.character == width + WRONG.index("central")
        editor.change(uri, edit(0, width, 0, width + 9, "Guerrillas!!"))
        found = next(found for found in await editor.diagnostics(uri) if found.code == RULE)
        assert found.range.start.character == width + WRONG.index("central") + 3


async def test_a_closed_document_has_nothing_left(editing):
    async with editing() as editor:
        uri = editor.open("draft.txt", WRONG)
        assert await editor.diagnostics(uri)
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
        await editor.until(lambda: not editor.published[uri].diagnostics)


async def test_typing_builds_no_backlog(editing):
    text = "".join(f"Nothing is wrong with sentence {number} of this draft, nor with the next.\n\n" for number in range(750))
    async with editing(options={"debounce": 0}) as editor:
        uri = editor.open("draft.txt", text)
        await editor.diagnostics(uri)
        before = editor.count
        for number, letter in enumerate(f"{WRONG} " * 3):
            editor.change(uri, edit(0, number, 0, number, letter))
        assert (await editor.rules(uri)).count(RULE) == 3
        assert editor.count - before < 40  # of 207 states, those that were overtaken are not linted


async def test_the_language_decides_where_the_name_says_nothing(editing):
    async with editing() as editor:
        uri = editor.open("draft", WRONG, language="plaintext")
        assert await editor.rules(uri) == [RULE]


def edit(line: int, character: int, end_line: int, end: int, text: str) -> types.TextDocumentContentChangePartial:
    there = types.Range(types.Position(line, character), types.Position(end_line, end))
    return types.TextDocumentContentChangePartial(text=text, range=there)
