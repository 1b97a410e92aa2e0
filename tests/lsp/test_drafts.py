from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from lintnews.lsp.drafts import Draft
from lintnews.model import ReadOptions
from lintnews.position import Counting

URI = "file:///desk/draft.txt"
TEXTS = st.text("ab \n\r\f\u2028\x85\U0001f600é", max_size=30)
COUNTINGS: list[Counting] = ["utf-8", "utf-16", "utf-32"]


def inside(text: str) -> st.SearchStrategy[int]:
    """An offset that an editor can have the cursor at: not between CR and LF."""
    return st.integers(0, len(text)).filter(lambda offset: text[offset - 1 : offset + 1] != "\r\n")


@given(TEXTS, st.sampled_from(COUNTINGS), st.data())
def test_edits_leave_what_they_leave_in_the_editor(text: str, counting: Counting, data: st.DataObject) -> None:
    draft = Draft(URI, text, 1, "plaintext", counting)
    changes: list[types.TextDocumentContentChangeEvent] = []
    for _ in range(data.draw(st.integers(0, 3))):
        start, end = sorted((data.draw(inside(text)), data.draw(inside(text))))
        new = data.draw(TEXTS)
        there = Draft(URI, text, counting=counting).range(start, end)
        changes.append(types.TextDocumentContentChangePartial(text=new, range=there))
        text = text[:start] + new + text[end:]
    assert draft.changed(changes, 2).text == text


def test_a_change_without_a_range_is_the_whole_text():
    draft = Draft(URI, "one").changed([types.TextDocumentContentChangeWholeDocument("two")], 7)
    assert (draft.text, draft.version) == ("two", 7)


def test_a_range_that_runs_backwards_is_turned_round():
    backwards = types.Range(types.Position(0, 3), types.Position(0, 1))
    assert Draft(URI, "abcd").span(backwards) == (1, 3)


@given(st.text(max_size=20))
def test_what_is_read_has_the_offsets_of_the_editor(text: str) -> None:
    draft = Draft(URI, text.replace("\0", ""))
    assert draft.read(ReadOptions()).text == draft.text


@pytest.mark.parametrize("text", ["\ufeffmarked", "\ud83d half of a pair", "Кабінет міністрів"])
def test_odd_letters_keep_their_places(text):
    document = Draft(URI, text).read(ReadOptions())
    assert len(document.text) == len(text)
    assert document.text[1:] == text[1:]


@pytest.mark.parametrize(
    ("uri", "language", "name"),
    [
        ("file:///desk/a.md", "plaintext", "markdown"),  # the name knows better
        ("untitled:Untitled-1", "markdown", "markdown"),
        ("untitled:Untitled-1", "html", "html"),
        ("untitled:Untitled-1", "plaintext", "plain"),
        ("file:///desk/README", "", "plain"),
        ("file:///desk/caf%C3%A9%20x.html", "html", "html"),
    ],
)
def test_the_format_is_told_by_the_name_and_else_by_the_language(uri, language, name):
    assert Draft(uri, "<p>x</p>", language=language).read(ReadOptions()).format == name


@pytest.mark.parametrize(
    ("uri", "path"), [("file:///desk/caf%C3%A9%20x.txt", "/desk/café x.txt"), ("untitled:Untitled-1", "Untitled-1")]
)
def test_a_uri_names_a_path(uri, path):
    assert Draft(uri, "").path == path
