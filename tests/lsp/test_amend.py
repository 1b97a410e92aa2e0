from __future__ import annotations

import pytest
from lsprotocol import types

pytestmark = pytest.mark.asyncio

WRONG = "Partisans hid in the occupied town, the central nervous system said."
RULE = "acronym-expansion/national-resistance-center"


async def run(editor, action):
    command = types.ExecuteCommandParams(action.command.command, action.command.arguments)
    await editor.client.workspace_execute_command_async(command)


def titled(actions, beginning):
    return next(action for action in actions if action.title.startswith(beginning))


async def test_a_form_is_accepted_in_the_glossary_that_is_there(editing, tmp_path):
    (tmp_path / "lintnews.toml").write_text('glossary = ["terms.toml"]', encoding="utf-8")
    glossary = tmp_path / "terms.toml"
    glossary.write_text("# our terms\n\n[[term]]\nid = \"x\"\nen = [\"Xanadu\"]  # kept\n", encoding="utf-8")
    async with editing() as editor:
        uri = editor.open("draft.txt", WRONG)
        assert await editor.rules(uri) == [RULE]
        await run(editor, titled(await editor.actions(uri, "central"), "Accept “central nervous system” for “National"))
        await editor.until(lambda: not editor.published[uri].diagnostics)
        text = glossary.read_text(encoding="utf-8")
        assert text.startswith('# our terms\n\n[[term]]\nid = "x"\nen = ["Xanadu"]  # kept\n\n[[term]]\n')
        assert 'id = "national-resistance-center"' in text


async def test_without_a_glossary_one_is_begun(editing, tmp_path):
    async with editing() as editor:
        uri = editor.open("draft.txt", WRONG)
        await run(editor, titled(await editor.actions(uri, "central"), "Accept"))
        await editor.until(lambda: not editor.published[uri].diagnostics)
        assert (tmp_path / "lintnews.toml").read_text(encoding="utf-8") == 'glossary = ["desk.toml"]\n'
        assert (tmp_path / "desk.toml").exists()


async def test_an_unknown_word_becomes_a_term(editing, tmp_path):
    async with editing() as editor:
        uri = editor.open("draft.txt", "They spoke of podpiski all day long in the town.")
        assert await editor.rules(uri) == ["untranslated-residue/romanized-word"]
        await run(editor, titled(await editor.actions(uri, "podpiski"), "Accept “podpiski” in the glossary"))
        await editor.until(lambda: not editor.published[uri].diagnostics)
        assert 'en = ["podpiski"]' in (tmp_path / "desk.toml").read_text(encoding="utf-8")


async def test_a_rule_is_ignored_in_the_configuration(editing, tmp_path):
    (tmp_path / "lintnews.toml").write_text('# ours\nignore = ["spelling"]  # noisy\n', encoding="utf-8")
    async with editing() as editor:
        uri = editor.open("draft.txt", WRONG)
        await run(editor, titled(await editor.actions(uri, "central"), f"Ignore {RULE}"))
        await editor.until(lambda: not editor.published[uri].diagnostics)
        text = (tmp_path / "lintnews.toml").read_text(encoding="utf-8")
        assert text == f'# ours\nignore = ["spelling", "{RULE}"]  # noisy\n'


async def test_a_file_that_is_open_is_changed_in_the_editor(editing, tmp_path):
    glossary = tmp_path / "desk.toml"
    glossary.write_text("# ours\n", encoding="utf-8")
    (tmp_path / "lintnews.toml").write_text('glossary = ["desk.toml"]', encoding="utf-8")
    async with editing() as editor:
        asked: list[types.ApplyWorkspaceEditParams] = []
        answer = types.ApplyWorkspaceEditResult(True)
        editor.client.feature(types.WORKSPACE_APPLY_EDIT)(lambda params: asked.append(params) or answer)
        uri = editor.open("draft.txt", WRONG)
        open_one = editor.open("desk.toml", "# ours\n", language="toml")
        await run(editor, titled(await editor.actions(uri, "central"), "Accept"))
        assert glossary.read_text(encoding="utf-8") == "# ours\n"
        (params,) = asked
        assert "national-resistance-center" in editor.apply(open_one, params.edit)
        editor.replace(open_one, "# changed\n")
        await run(editor, titled(await editor.actions(uri, "central"), "Accept"))
        assert "not saved" in editor.client.messages[-1].message
