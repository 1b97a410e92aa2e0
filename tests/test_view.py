from __future__ import annotations

import pytest

from lintnews import read
from lintnews.view import View


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
