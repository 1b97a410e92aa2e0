from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews import read
from lintnews.model import Document, Mask, Segment
from lintnews.view import View, fold, fold_all


def words(html: str) -> list[list[str]]:
    """The folded words of a page, sentence by sentence."""
    view = View(read.reader_for("a.html").read(html.encode(), "a.html"))
    made, token = [], 0
    while token < len(view.tokens):
        first, end = view.sentence(token)
        made.append([view.tokens[index].word for index in range(first, end)])
        token = end
    return made


@pytest.mark.parametrize("mark", ["'", "’", "&#39;", "&rsquo;", "<b>&apos;</b>", "\u200b’\u2060"])
def test_an_apostrophe_is_one_however_it_is_written(mark: str) -> None:
    assert words(f"<p>The army{mark}s don{mark}t</p>") == [["the", "army", "don't"]]


@pytest.mark.parametrize("end", [". ", ".</b> ", ".&rdquo; ", "!</i></b>&quot; ", ".<!-- x --> ", "&hellip; "])
def test_a_sentence_ends_through_markup(end: str) -> None:
    assert words(f"<p><b>One<i>{end}Two</p>") == [["one"], ["two"]]


#       0123456789012345678901
MARKED = "R&amp;D &nbsp;<b>x</b>"
MASKS = (Mask(1, 6, "&"), Mask(8, 17, " "), Mask(18, 22))


@pytest.mark.parametrize(
    ("span", "whole"),
    [
        ((0, 1), (0, 1)),
        ((0, 2), (0, 6)),
        ((1, 2), (1, 6)),
        ((3, 7), (1, 7)),
        ((6, 7), (6, 7)),
        ((6, 8), (6, 8)),
        ((7, 9), (7, 17)),
        ((17, 18), (17, 18)),
        ((17, 19), (17, 22)),
        ((0, 22), (0, 22)),
    ],
)
def test_a_span_cuts_no_mask(span: tuple[int, int], whole: tuple[int, int]) -> None:
    view = View(Document("a", "html", MARKED, (Segment(0, len(MARKED)),), MASKS))
    assert view.whole(*span) == whole


def test_capitalised_words_are_told_with_their_places():
    text = "the Kyiv mayor met Ann; kyiv slept. The mayor of Kyiv did not. NATO did"
    view = View(read.reader_for("-").read(text.encode(), "-"))
    assert view.capitalised == {"the": [7], "kyiv": [1, 10], "ann": [4], "nato": [13]}
    assert list(view.capitalised) == [word for word in view.words if word in view.capitalised]


@pytest.mark.parametrize(
    ("page", "letters"),
    [
        ("goverment", "goverment"),
        ("goverment's", "goverment"),
        ("gover<b>ment</b>’s", "gover<b>ment"),
        ("gover&shy;ment", "gover&shy;ment"),
        ("g<i>o</i>verment<b>'s</b>", "g<i>o</i>verment"),
    ],
)
def test_a_word_ends_with_its_letters_through_markup(page: str, letters: str) -> None:
    text = f"<p>The {page} left.</p>"
    view = View(read.reader_for("a.html").read(text.encode(), "a.html"))
    assert text[view.tokens[1].start : view.word_end(1)] == letters


@pytest.mark.parametrize(
    ("raw", "end", "letters"),
    [
        ("\u0130lham's", 5, "\u0130lham"),  # the capital folds to two code points
        ("ILHAM'S", 5, "ILHAM"),
        ("Il\u00adham\u200b\u2019\u200bs", 6, "Ilham"),
        ("Ilhams", 6, "Ilhams"),
        ("s's", 1, "s"),
        ("U.S.", 4, "U.S."),
    ],
)
def test_a_word_ends_before_its_possessive(raw: str, end: int, letters: str) -> None:
    view = View(read.reader_for("a.txt").read(raw.encode(), "a.txt"))
    assert (view.word_end(0), view.letters(0)) == (end, letters)


@given(st.lists(st.text(alphabet="aZ'sS\u2019\u02bc\u00adİΣς1é", min_size=1, max_size=6)))
def test_words_are_folded_together_as_one_by_one(words: list[str]) -> None:
    assert fold_all(words) == [fold(word) for word in words]
