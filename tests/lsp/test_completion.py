from __future__ import annotations

import pytest
from lexicons import example, lexicon_of
from lsprotocol import types

from lintnews.lsp.terms import Terms

TOML = """
[[term]]
id = "center"
en = ["National Resistance Center", "NRC"]
uk = ["Центр національного спротиву", "ЦНС"]
[[term]]
id = "notice"
en = ["draft notice"]
uk = ["повістка"]
[[rule]]
id = "no-term"
phrase = ["national shame"]
""" + example("rule", "A national shame.")


async def complete(editor, uri, line, character):
    there = types.CompletionParams(types.TextDocumentIdentifier(uri), types.Position(line, character))
    return (await editor.client.text_document_completion_async(there)).items


@pytest.mark.asyncio
async def test_a_name_that_is_begun_is_offered_with_its_native_forms(editing):
    async with editing() as editor:
        uri = editor.open("draft.txt", "\U0001f600 said the National Resi")
        (item,) = await complete(editor, uri, 0, 25)
        assert item.label == "National Resistance Center"
        assert "Центр національного спротиву" in item.detail
        assert item.text_edit.new_text == "National Resistance Center"
        assert editor.marked(uri, item.text_edit.range) == "National Resi"


@pytest.mark.asyncio
async def test_a_cyrillic_acronym_becomes_english(editing):
    async with editing() as editor:
        uri = editor.open("draft.txt", "As the ЦНС")
        (item,) = await complete(editor, uri, 0, 10)
        assert (item.text_edit.new_text, item.filter_text) == ("National Resistance Center", "ЦНС")
        assert editor.marked(uri, item.text_edit.range) == "ЦНС"


@pytest.mark.parametrize(
    ("before", "texts"),
    [
        ("said the Nat", ["National Resistance Center"]),
        ("said the national res", []),  # a plain word so far
        ("NR", ["NRC"]),
        ("Na", []),
        ("a draft", ["draft notice"]),
        ("a dra", []),
        ("Draft", ["Draft notice"]),
        ("He spoke. “Draft", ["Draft notice"]),
        ("the Draft", []),  # something else is called so
        ("National  Resistance ", ["National Resistance Center"]),
        ("the NRC", []),  # there already
        ("повіс", ["draft notice"]),
        ("(“Nat", ["National Resistance Center"]),
        ("", []),
    ],
)
def test_what_completes(before, texts):
    assert [found.text for found in Terms(lexicon_of(TOML)).completions(before, 10)] == texts


def test_what_completes_takes_the_place_of_what_was_typed():
    (found,) = Terms(lexicon_of(TOML)).completions("of the National Re", 10)
    assert found.length == len("National Re")
