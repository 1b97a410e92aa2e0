from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from documents import assert_sound, prose, words
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.errors import InputError
from lintnews.formats.xml import escape
from lintnews.model import Document
from lintnews.read import reader_for, xliff

SAMPLES = Path(__file__).parent / "samples"
OLD = '<xliff version="1.2"><file target-language="{}"><body>{}</body></file></xliff>'
NEW = '<xliff version="2.1" trgLang="{}"><file id="f">{}</file></xliff>'
UNIT = '<trans-unit id="{}"><source>{}</source><target>{}</target></trans-unit>'
# Ways in which the letters of a word may stand in a file.
WRITTEN = [
    escape,
    lambda word: f"<![CDATA[{word}]]>",
    lambda word: "".join(f"&#{ord(letter)};" for letter in word),
    lambda word: f'<g id="1">{escape(word[:2])}</g>{escape(word[2:])}',
    lambda word: f'{escape(word[:1])}<bpt id="1">&lt;b&gt;</bpt>{escape(word[1:])}<ept id="1">Kiev</ept>',
    lambda word: f"<!-- Kiev -->{escape(word)}",
]


def made(source: str) -> Document:
    document = xliff.read(source.encode(), "a.xlf")
    assert_sound(document, source.encode())
    return document


SAID = st.sampled_from(["Київ", "it's", "army\u2019s", "blow", "Łódź"])


@settings(deadline=None)
@given(st.lists(st.lists(st.tuples(SAID, st.sampled_from(WRITTEN)), min_size=1, max_size=4), max_size=4))
def test_the_words_are_those_that_were_written(units: list[list[tuple[str, Callable[[str], str]]]]) -> None:
    targets = [" 🏠 &amp; ".join(write(word) for word, write in unit) for unit in units]
    document = made(OLD.format("en", "".join(UNIT.format(n, "x", target) for n, target in enumerate(targets))))
    assert words(document) == [word for unit in units for word, _ in unit]
    assert prose(document) == [" 🏠 & ".join(word for word, _ in unit) for unit in units]


def test_each_target_has_its_source_and_its_place() -> None:
    document = xliff.read((SAMPLES / "wire2.xliff").read_bytes(), "wire2.xliff")
    assert [(s.locator, s.source, s.role) for s in document.segments] == [
        ("unit headline", "Удар по складу", "headline"),
        ("unit u2", "Армія завдала масованого удару по порту.", "body"),
        ("unit u2, segment 2", "Голова ОВА підтвердив це.", "body"),
    ]
    document = xliff.read((SAMPLES / "wire.xlf").read_bytes(), "wire.xlf")
    assert document.segments[-1].source == "Дорога на Київ відкрита… 🏠"
    assert [remark.text for remark in document.remarks] == ["lintnews: ignore next calque because the general is quoted"]


@pytest.mark.parametrize("language", ["en", "en-GB", "EN_us", ""])
def test_english(language: str) -> None:
    assert prose(made(OLD.format(language, UNIT.format(1, "a", "b")))) == ["b"]


@pytest.mark.parametrize("source", [OLD.format("uk", UNIT.format(1, "Kiev", "Київ")), NEW.format("uk", "")])
def test_another_language_is_said(source: str) -> None:
    source = source.replace('id="f">', 'id="f"><unit><segment><source>Kiev</source><target>Київ</target></segment></unit>')
    with pytest.raises(InputError, match="its text is in uk, and lintnews checks English"):
        xliff.read(source.encode(), "a.xlf")


def test_a_target_may_name_its_own_language() -> None:
    unit = '<trans-unit id="1"><source>a</source><target xml:lang="en">b</target></trans-unit>'
    assert prose(made(OLD.format("uk", unit))) == ["b"]


def test_nothing_translated_yet_is_clean() -> None:
    assert made(OLD.format("uk", '<trans-unit id="1"><source>Kiev</source></trans-unit>')).segments == ()


@pytest.mark.parametrize(
    ("target", "reads"),
    [
        ('a<x id="1"/>b', "a\ufffcb"),
        ('a<ph id="1" equiv=", ">zzz</ph>b', "a, b"),
        ('a<x id="1" ctype="lb"/>b', "a\nb"),
        ('a<mrk mtype="protected">Kiev</mrk>b', "a\ufffcb"),
        ('a<mrk mtype="seg" mid="1">c</mrk>b', "acb"),
        ('a<it id="1" pos="open">&lt;b&gt;<sub>Kiev</sub></it>b', "ab"),
        ("<g id='1'> a </g>", "a"),
        ("\n   a\r\n   b\n", "a\n   b"),
    ],
)
def test_inline_elements(target: str, reads: str) -> None:
    assert prose(made(OLD.format("en", UNIT.format(1, "x", target)))) == [reads]


@pytest.mark.parametrize(("inner", "kept"), [('translate="no"', []), ('translate="yes"', ["b"]), ("", [])])
def test_what_is_not_to_be_translated(inner: str, kept: list[str]) -> None:
    unit = f"<unit id='1' {inner}><segment><source>a</source><target>b</target></segment></unit>"
    assert prose(made(NEW.format("en", f'<group id="g" translate="no">{unit}</group>'))) == kept


def test_another_kind_of_xml() -> None:
    with pytest.raises(InputError, match="its first element is <html>, not <xliff>"):
        xliff.read(b"<html/>", "a.xlf")


def test_utf_16(tmp_path: Path) -> None:
    source = f'<?xml version="1.0" encoding="UTF-16"?>{OLD.format("en", UNIT.format(1, "Київ", "Kyiv 🏠"))}'
    document = xliff.read(source.encode("utf-16"), "a.xlf")
    assert_sound(document, source.encode("utf-16"))
    assert (document.encoding, prose(document)) == ("utf-16-le-sig", ["Kyiv 🏠"])


def test_suffixes() -> None:
    assert {reader_for(f"a{suffix}").NAME for suffix in (".xlf", ".xliff", ".sdlxliff", ".mqxliff")} == {"xliff"}


PIECES = "<target> </target> <source> </source> <segment> </segment> <trans-unit> </trans-unit> <g> </g> <ph/> <ph> </ph> &amp; "
PIECES += "<![CDATA[ ]]> <!-- --> <?p?> &#x1F3E0; Kiev it’s \n <mrk\xa0translate='no'> </mrk> <alt-trans> </alt-trans>"
PIECES += " <!--lintnews\xa0x-->"


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(PIECES.split(" ")), max_size=14).map(lambda pieces: "".join(pieces).replace("\xa0", " ")))
def test_markup_in_any_order(text: str) -> None:
    with suppress(InputError):
        made(f"<xliff>{text}</xliff>")
    with suppress(InputError):
        made(f"<xliff><trans-unit><target>{text}</target></trans-unit></xliff>")


def test_a_target_of_nothing_but_codes_is_no_prose() -> None:
    assert made(OLD.format("en", UNIT.format(1, "x", '<x id="1"/> <ph id="2">Kiev</ph>'))).segments == ()
