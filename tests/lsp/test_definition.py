from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

pytestmark = pytest.mark.asyncio


async def definition(editor, uri, line, character):
    there = types.DefinitionParams(types.TextDocumentIdentifier(uri), types.Position(line, character))
    return await editor.client.text_document_definition_async(there)


@pytest.mark.parametrize("line", [0, 2], ids=["a finding", "a right form"])
async def test_a_place_leads_to_its_entry(editing, environment, line):
    text = "Partisans hid in the occupied town, the central nervous system said.\n\nThe National Resistance Center, it said."
    async with editing() as editor:
        uri = editor.open("draft.txt", text)
        (found,) = await definition(editor, uri, line, 50 if line == 0 else 15)
        path = Path(environment["LINTNEWS_RULES"]) / "glossary" / "resistance.toml"
        assert found.uri == path.as_uri()
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[found.range.start.line : found.range.start.line + 2] == ["[[term]]", 'id = "national-resistance-center"']


async def test_plain_words_lead_nowhere(editing):
    async with editing() as editor:
        uri = editor.open("draft.txt", "Nothing is wrong here.")
        assert not await definition(editor, uri, 0, 3)
