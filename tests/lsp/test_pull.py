from __future__ import annotations

import pytest
from editor import asking
from lsprotocol import types

pytestmark = pytest.mark.asyncio

WRONG = "Partisans hid in the occupied town, the central nervous system said."


async def pull(editor, uri, previous=None):
    asked = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri), previous_result_id=previous)
    return await editor.client.text_document_diagnostic_async(asked)


async def test_a_client_that_asks_is_answered_and_not_told(editing):
    async with editing(capabilities=asking()) as editor:
        uri = editor.open("draft.txt", WRONG)
        report = await pull(editor, uri)
        assert [found.code for found in report.items] == ["acronym-expansion/national-resistance-center"]
        assert editor.published == {}
        again = await pull(editor, uri, report.result_id)
        assert again.kind == "unchanged"
        editor.replace(uri, "Nothing is wrong here.")
        assert (await pull(editor, uri, report.result_id)).items in ([], ())


async def test_other_settings_make_the_client_ask_again(editing):
    async with editing(capabilities=asking(), configuration={}) as editor:
        uri = editor.open("draft.txt", WRONG)
        assert len((await pull(editor, uri)).items) == 1
        before = editor.client.diagnostic_refresh_count
        editor.client.set_configuration({"lintnews": {"ignore": ["acronym-expansion"]}})
        editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
        await editor.until(lambda: editor.client.diagnostic_refresh_count > before)
        assert not (await pull(editor, uri)).items
