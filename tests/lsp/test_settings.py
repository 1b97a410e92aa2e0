from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lexicons import example
from lsprotocol import types

from lintnews.lsp.preferences import Preferences, parse

WRONG = "Partisans hid in the occupied town, the central nervous system said. The Spring Courier agreed."
RULE = "acronym-expansion/national-resistance-center"
DESK = """
[[term]]
id = "courier"
en = ["Steppe Courier"]
[term.reject]
literal-name = ["Spring Courier"]
""" + example("term", "The Spring Courier wrote.")


@pytest.mark.asyncio
@pytest.mark.parametrize("way", ["options", "configuration"])
async def test_settings_come_from_the_start_or_when_asked(editing, tmp_path, way):
    (tmp_path / "terms.toml").write_text(DESK, encoding="utf-8")
    settings = {"glossary": ["terms.toml"], "ignore": [RULE]}
    async with editing(**{way: settings}) as editor:
        assert await editor.rules(editor.open("draft.txt", WRONG)) == ["literal-name/courier"]


@pytest.mark.asyncio
async def test_settings_that_change_hold_at_once(editing):
    async with editing(configuration={}) as editor:
        uri = editor.open("draft.txt", WRONG)
        assert await editor.rules(uri) == [RULE]
        editor.client.set_configuration({"lintnews": {"select": ["calque"]}})
        editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
        await editor.until(lambda: not editor.published[uri].diagnostics)


@pytest.mark.asyncio
async def test_what_the_baseline_has_is_passed_over_in_its_file(editing, tmp_path, lintnews, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lintnews.toml").write_text('baseline = "lintnews-baseline.json"', encoding="utf-8")
    (tmp_path / "draft.txt").write_text(WRONG, encoding="utf-8")
    assert lintnews("draft.txt", "--write-baseline").status == 0
    async with editing() as editor:
        uri = editor.open("draft.txt", WRONG)
        assert await editor.rules(uri) == []
        assert await editor.rules(editor.open("other.txt", WRONG)) == [RULE]
        editor.replace(uri, WRONG + "\n\nNo partisan of the occupied region spoke to the central nervous system.")
        assert await editor.rules(uri) == [RULE]
        baseline = tmp_path / "lintnews-baseline.json"
        baseline.write_text('{"version": 1, "files": {}}', encoding="utf-8")
        saved(editor, baseline)
        await editor.until(lambda: len(editor.published[uri].diagnostics) == 2)


@pytest.mark.asyncio
async def test_a_baseline_that_is_not_there_is_named(editing, tmp_path):
    (tmp_path / "lintnews.toml").write_text('baseline = "gone.json"', encoding="utf-8")
    async with editing() as editor:
        assert await editor.rules(editor.open("draft.txt", WRONG)) == []
        assert "there is no such baseline" in " ".join(message.message for message in editor.client.messages)


@pytest.mark.asyncio
async def test_a_setting_that_cannot_be_is_named(editing):
    async with editing(options={"minConfidence": "sure", "ignore": ["calk/x"]}) as editor:
        assert await editor.rules(editor.open("draft.txt", WRONG)) == [RULE]
        said = " ".join(message.message for message in editor.client.messages)
        assert "lintnews.minConfidence: expected one of possible, likely, certain" in said
        assert "did you mean 'calque'?" in said


@pytest.mark.asyncio
async def test_configuration_and_glossary_are_seen_to_change(editing, tmp_path):
    configuration, glossary = tmp_path / "lintnews.toml", tmp_path / "terms.toml"
    configuration.write_text('glossary = ["terms.toml"]', encoding="utf-8")
    glossary.write_text("", encoding="utf-8")
    async with editing() as editor:
        uri = editor.open("draft.txt", WRONG)
        assert await editor.rules(uri) == [RULE]
        glossary.write_text(DESK, encoding="utf-8")
        saved(editor, glossary)
        await editor.until(lambda: len(editor.published[uri].diagnostics) == 2)
        configuration.write_text(f'ignore = ["{RULE}"]', encoding="utf-8")
        saved(editor, configuration)
        await editor.until(lambda: not editor.published[uri].diagnostics)


@pytest.mark.asyncio
async def test_a_broken_glossary_is_shown_where_it_is_broken_and_the_last_whole_one_holds(editing, tmp_path):
    (tmp_path / "lintnews.toml").write_text('glossary = ["terms.toml"]', encoding="utf-8")
    glossary = tmp_path / "terms.toml"
    glossary.write_text(DESK, encoding="utf-8")
    async with editing() as editor:
        uri = editor.open("draft.txt", WRONG)
        assert len(await editor.rules(uri)) == 2
        glossary.write_text(DESK.replace("en =", "english ="), encoding="utf-8")
        saved(editor, glossary)
        await editor.until(lambda: editor.published.get(glossary.as_uri()))
        (problem,) = editor.published[glossary.as_uri()].diagnostics
        assert problem.range.start.line == 3
        assert "english" in problem.message
        assert len(editor.client.messages) == 1
        assert len(await editor.rules(uri)) == 2
        glossary.write_text(DESK, encoding="utf-8")
        saved(editor, glossary)
        await editor.until(lambda: not editor.published[glossary.as_uri()].diagnostics)


@pytest.mark.asyncio
async def test_excluded_copy_is_left_alone(editing, tmp_path):
    (tmp_path / "lintnews.toml").write_text('exclude = ["old/"]', encoding="utf-8")
    async with editing() as editor:
        assert await editor.rules(editor.open("old/draft.txt", WRONG)) == []


def saved(editor, path):
    change = types.FileEvent(path.as_uri(), types.FileChangeType.Changed)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))


def test_settings_of_the_client_alone_are_passed_over():
    assert parse({"lintnews": {"path": "/bin/lintnews", "debounce": 50}}) == (Preferences(debounce=50), [])


KEYS = st.sampled_from(Preferences._fields) | st.text(max_size=3)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner),
    max_leaves=8,
)


@given(JSON)
def test_no_settings_are_too_strange(raw):
    preferences, problems = parse(raw)
    assert isinstance(preferences, Preferences)
    assert all(problem.startswith("setting lintnews.") for problem in problems)
