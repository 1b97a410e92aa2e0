from __future__ import annotations

import pytest
from documents import assert_sound, prose, words
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.errors import InputError
from lintnews.formats.xml import escape
from lintnews.model import Document
from lintnews.read import reader_for, tmx

TMX = '<tmx version="1.4"><header srclang="{}"/><body>{}</body></tmx>'
TUV = '<tuv xml:lang="{}"><seg>{}</seg></tuv>'


def made(body: str, source: str = "uk") -> Document:
    text = TMX.format(source, body)
    document = tmx.read(text.encode(), "a.tmx")
    assert_sound(document, text.encode())
    return document


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from(["Kiev", "it's", "R&D", "blow", "Київ", "<b>"]), min_size=1, max_size=4), max_size=4))
def test_the_words_are_those_that_were_written(units: list[list[str]]) -> None:
    english = ["<hi>🏠</hi> ".join(f"{escape(word)} " for word in unit) for unit in units]
    document = made("".join(f"<tu>{TUV.format('uk', 'Київ')}{TUV.format('en', text)}</tu>" for text in english))
    assert prose(document) == ["🏠 ".join(f"{word} " for word in unit).strip() for unit in units]
    assert words(document) == [part for unit in units for word in unit for part in word.strip("<>").split("&")]


def test_units() -> None:
    first = f"<tu tuid='x'>{TUV.format('en', 'a')}{TUV.format('ru', 'б')}{TUV.format('uk', ' в<bpt>Z</bpt>г ')}</tu>"
    second = f"<tu>{TUV.format('ru', 'ґ')}{TUV.format('en-GB', 'b')}{TUV.format('en-US', 'c')}</tu>"
    document = made(first + second)
    assert [(s.locator, s.source) for s in document.segments] == [("unit x", "вг"), ("unit 2", "ґ"), ("unit 2", "ґ")]
    assert prose(document) == ["a", "b", "c"]


def test_without_english() -> None:
    with pytest.raises(InputError, match="its text is in ru and uk, and lintnews checks English"):
        made(f"<tu>{TUV.format('uk', 'а')}{TUV.format('ru', 'б')}</tu>")
    assert made("").segments == ()


def test_another_kind_of_xml() -> None:
    with pytest.raises(InputError, match="not <tmx>"):
        tmx.read(b"<xliff/>", "a.tmx")


def test_suffix() -> None:
    assert reader_for("a.tmx").NAME == "tmx"


def test_a_unit_within_a_unit_is_read_once() -> None:
    first, second = (f"<tu>{TUV.format('en', word)}" for word in ("Kiev", "blow"))
    assert prose(made(f"{first}{second}</tu></tu>")) == ["Kiev", "blow"]
