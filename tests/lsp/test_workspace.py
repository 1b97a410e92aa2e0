from __future__ import annotations

import pytest
from editor import asking
from lsprotocol import types

WRONG = "Partisans hid in the occupied town, the central nervous system said."
RULE = "acronym-expansion/national-resistance-center"

pytestmark = pytest.mark.asyncio


async def lint_workspace(editor):
    await editor.client.workspace_execute_command_async(types.ExecuteCommandParams("lintnews.lintWorkspace"))


def shown(editor, name):
    return [found.code for found in editor.published[editor.uri(name)].diagnostics]


@pytest.fixture
def copy(tmp_path):
    (tmp_path / "new").mkdir()
    (tmp_path / "old").mkdir()
    for name in ("a.txt", "new/b.txt", "old/c.txt"):
        (tmp_path / name).write_text(WRONG, encoding="utf-8")
    (tmp_path / "new" / "binary.txt").write_bytes(b"PK\0\0")
    (tmp_path / "lintnews.toml").write_text('exclude = ["old/"]', encoding="utf-8")


@pytest.mark.usefixtures("copy")
async def test_the_command_lints_what_is_not_open(editing):
    async with editing() as editor:
        await lint_workspace(editor)
        assert set(editor.published) == {editor.uri("a.txt"), editor.uri("new/b.txt")}
        assert shown(editor, "a.txt") == shown(editor, "new/b.txt") == [RULE]
        ends = [reports[-1] for reports in editor.client.progress_reports.values()]
        assert [end.message for end in ends] == ["2 error"]


@pytest.mark.usefixtures("copy")
async def test_it_can_be_always_so(editing, tmp_path):
    async with editing(options={"workspace": True}) as editor:
        await editor.until(lambda: editor.uri("new/b.txt") in editor.published)
        (tmp_path / "a.txt").unlink()
        await lint_workspace(editor)
        assert shown(editor, "a.txt") == []


@pytest.mark.usefixtures("copy")
async def test_an_open_document_counts_as_it_is_in_the_editor_and_a_closed_one_as_it_is_on_the_disk(editing):
    async with editing() as editor:
        uri = editor.open("a.txt", "Nothing is wrong here.")
        await lint_workspace(editor)
        assert shown(editor, "a.txt") == []
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
        await editor.until(lambda: shown(editor, "a.txt") == [RULE])


@pytest.mark.usefixtures("copy")
async def test_nothing_is_shown_twice_where_the_client_asks(editing):
    async with editing(capabilities=asking()) as editor:
        await lint_workspace(editor)
        editor.open("a.txt", WRONG)
        await editor.until(lambda: shown(editor, "a.txt") == [])
        assert shown(editor, "new/b.txt") == [RULE]
