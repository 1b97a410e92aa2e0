from __future__ import annotations

import pytest
from lsprotocol import types

pytestmark = pytest.mark.asyncio

WRONG = "Partisans hid in the occupied town, the central nervous system said."
RIGHT = WRONG.replace("central nervous system", "National Resistance Center")
AGAIN = "In the occupied village, partisans say, the central nervous system is behind it."
TWICE = f"\U0001f600 {WRONG}\n\n{AGAIN}"
RULE = "acronym-expansion/national-resistance-center"

XLIFF = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file source-language="uk" target-language="en" datatype="plaintext" original="x"><body>
    <trans-unit id="1"><source>А</source>
      <target>{}</target></trans-unit>
    <trans-unit id="2"><source>Б</source><target>{}</target></trans-unit>
  </body></file>
</xliff>
"""
TMX = """\
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header srclang="uk" datatype="plaintext" segtype="sentence" adminlang="en" o-tmf="x" creationtool="x" creationtoolversion="1"/>
<body>
  <tu><tuv xml:lang="uk"><seg>А</seg></tuv>
    <tuv xml:lang="en"><seg>{}</seg></tuv></tu>
  <tu><tuv xml:lang="uk"><seg>Б</seg></tuv><tuv xml:lang="en"><seg>{}</seg></tuv></tu>
</body>
</tmx>
"""


def titled(actions, title):
    return next(action for action in actions if action.title == title)


async def test_the_right_term_is_written(editing):
    async with editing() as editor:
        uri = editor.open("draft.txt", TWICE)
        actions = await editor.actions(uri, "central nervous")
        action = titled(actions, "Write “National Resistance Center”")
        assert action.is_preferred
        assert [found.code for found in action.diagnostics] == [RULE]
        assert editor.apply(uri, action.edit).startswith(f"\U0001f600 {RIGHT}")
        assert len(await editor.rules(uri)) == 1


async def test_the_right_term_is_written_in_every_place(editing):
    async with editing() as editor:
        uri = editor.open("draft.txt", TWICE)
        action = titled(await editor.actions(uri, "central nervous"), "Write “National Resistance Center” in all 2 places")
        assert "nervous" not in editor.apply(uri, action.edit)
        assert await editor.rules(uri) == []


async def test_what_is_safe_is_corrected_at_once(editing):
    async with editing() as editor:
        uri = editor.open("draft.txt", "The the town is quiet.\n\nNobody saw the the bridge.")
        (action,) = await editor.actions(uri, "The", only=[types.CodeActionKind.SourceFixAll])
        assert action.kind == "source.fixAll.lintnews"
        assert editor.apply(uri, action.edit) == "The town is quiet.\n\nNobody saw the bridge."


@pytest.mark.parametrize("title", ["Ignore this here", "Ignore “central nervous system” in this document"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("draft.txt", TWICE),
        ("draft.txt", f"A headline of some words\r\n\r\n{WRONG}\r\n\r\n{AGAIN}"),
        ("draft.txt", f"{WRONG} {AGAIN}"),
        ("draft.md", f"# Title\n\n{WRONG}\n\n- {AGAIN}"),
        ("draft.md", f"> - *{WRONG}*\n\n{AGAIN}"),
        ("draft.md", f"One\n{WRONG}\n{AGAIN}"),
        ("draft.html", f"<p>Hi</p><p>{WRONG}</p><p>{AGAIN}"),
        ("draft.po", f'# n\nmsgid "x"\nmsgstr "{WRONG}"\n\n#: y\nmsgid "y"\nmsgstr "{AGAIN}"'),
        ("draft.xlf", XLIFF.format(WRONG, AGAIN)),
        ("draft.tmx", TMX.format(WRONG, AGAIN)),
        ("draft.vtt", f"WEBVTT\n\n00:01.000 --> 00:02.000\n{WRONG}\n\n00:03.000 --> 00:04.000\n{AGAIN}"),
    ],
)
async def test_a_finding_is_set_aside_by_a_remark(editing, name, text, title):
    async with editing() as editor:
        uri = editor.open(name, text)
        assert await editor.rules(uri) == [RULE] * 2
        action = titled(await editor.actions(uri, "central nervous"), title)
        changed = editor.apply(uri, action.edit)
        assert await editor.rules(uri) == ([RULE] if title == "Ignore this here" else []), changed


async def test_the_second_of_two_is_set_aside_alone(editing):
    async with editing() as editor:
        uri = editor.open("draft.txt", f"{WRONG} So says the Central Nervous System.")
        assert await editor.rules(uri) == [RULE] * 2
        action = titled(await editor.actions(uri, "Central Nervous"), "Ignore this here")
        editor.apply(uri, action.edit)
        (left,) = await editor.diagnostics(uri)
        assert editor.marked(uri, left.range) == "central nervous system"


async def test_nothing_is_offered_where_nothing_is_found(editing):
    async with editing() as editor:
        uri = editor.open("draft.txt", WRONG)
        assert await editor.actions(uri, "hid") == []


async def test_only_what_is_asked_for_is_offered(editing):
    async with editing() as editor:
        uri = editor.open("draft.txt", WRONG)
        assert await editor.actions(uri, "central", only=[types.CodeActionKind.Refactor]) == []
        assert await editor.actions(uri, "central", only=[types.CodeActionKind.QuickFix])


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("draft.txt", "One.\r\n[lintnews: ignore next]\r\nTwo.\r\n", "One.\r\nTwo.\r\n"),
        ("draft.txt", "One. [lintnews: ignore next] Two.", "One. Two."),
        ("draft.md", "# One\n\n<!-- lintnews: ignore next -->\nTwo.", "# One\n\nTwo."),
        ("draft.html", "<p><!-- lintnews: ignore next --> Two.</p>", "<p> Two.</p>"),
        ("draft.po", '# lintnews: ignore next\nmsgid "x"\nmsgstr "Two."\n', 'msgid "x"\nmsgstr "Two."\n'),
    ],
)
async def test_a_remark_that_does_nothing_is_taken_out(editing, name, text, left):
    async with editing() as editor:
        uri = editor.open(name, text)
        assert "suppression/unused" in await editor.rules(uri)
        action = titled(await editor.actions(uri, "lintnews"), "Delete it")
        assert editor.apply(uri, action.edit) == left
