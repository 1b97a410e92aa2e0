from __future__ import annotations

from contextlib import suppress
from itertools import pairwise

import polib
import pytest
from documents import assert_sound, prose, words
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.errors import InputError
from lintnews.model import Document
from lintnews.read import po, reader_for

HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset={}\\n"\n\n'
SAID = st.text(st.sampled_from("ab \"\\\n\té😀їn0x7"), max_size=30)


def made(text: str) -> Document:
    document = po.read(text.encode(), "a.po")
    assert_sound(document, text.encode())
    return document


def squeezed(text: str) -> str:
    return " ".join(text.split())


@settings(deadline=None)
@given(st.lists(st.tuples(SAID, SAID, st.booleans(), st.booleans()), max_size=5), st.integers(20, 80))
def test_it_says_what_polib_reads(entries: list[tuple[str, str, bool, bool]], width: int) -> None:
    """Catalogues written by polib, wrapped at any width, with plural forms and obsolete entries."""
    catalogue = polib.POFile(wrapwidth=width)
    catalogue.metadata = {"Language": "en", "Content-Type": "text/plain; charset=utf-8"}
    expected: list[tuple[str, str]] = []
    for number, (source, target, plural, obsolete) in enumerate(entries):
        source = f"{number} {source}"
        entry = polib.POEntry(msgid=source, msgstr=target, obsolete=obsolete, comment="lint\nnews")
        if plural:
            entry.msgid_plural, entry.msgstr_plural, entry.msgstr = f"{source}s", {0: target, 1: target}, ""
        catalogue.append(entry)
        if target.strip() and not obsolete:
            expected.append((squeezed(target), source.strip()))
            expected += [(squeezed(target), f"{source}s")] * plural
    document = made(str(catalogue))
    assert list(zip(map(squeezed, prose(document)), (s.source for s in document.segments), strict=True)) == expected


@given(st.lists(st.sampled_from(["Kiev", "it's", "Łódź", "blow"]), min_size=1), st.lists(st.integers(0, 40), max_size=4))
def test_words_over_lines_are_whole(said: list[str], cuts: list[int]) -> None:
    text = " 🏠 ".join(said)
    edges = sorted({0, *(cut for cut in cuts if cut < len(text)), len(text)})
    lines = [f'"{text[start:end]}"' for start, end in pairwise(edges)]
    document = made('msgid "x"\nmsgstr ""\n' + "\r\n".join(lines) + "\n")
    assert (words(document), prose(document)) == (said, [text])


def test_entries() -> None:
    text = (
        HEADER.format("en_GB", "UTF-8") + '# lintnews: ignore next\n#, fuzzy, c-format\n#| msgid "Kiev"\nmsgctxt "Kiev"\n'
        'msgid "одна"\nmsgid_plural "дві"\nmsgstr[0] "one"\nmsgstr[1] ""\n"two"\n\n'
        'msgctxt "empty"\nmsgid ""\nmsgstr "three" "four"\ndomain "x"\nmsgid "п"\nmsgstr ""\n#~ msgid "a"\n#~ msgstr "Kiev"\n'
    )
    document = made(text)
    assert prose(document) == ["one", "two", "threefour"]
    assert [(s.locator, s.source) for s in document.segments] == [
        ("entry 1, plural form 0, fuzzy", "одна"),
        ("entry 1, plural form 1, fuzzy", "дві"),
        ("entry 2", ""),
    ]
    (remark,) = document.remarks
    assert (text[remark.start : remark.end], remark.text) == ("# lintnews: ignore next", "lintnews: ignore next")


@pytest.mark.parametrize(
    ("written", "reads"),
    [
        (r"a\tb\\c\"d", 'a\tb\\c"d'),
        (r"\x41\102\x", "ABx"),
        (r"caf\303\251", "caf\ufffc\ufffc"),  # bytes of a character: not a word
    ],
)
def test_escapes(written: str, reads: str) -> None:
    assert prose(made(f'msgid "x"\nmsgstr "{written}"\n')) == [reads]


def test_the_header_says_how_and_in_what_language() -> None:
    body = 'msgid "x"\nmsgstr "Київ"\n'
    data = (HEADER.format("", "windows-1251") + body).encode("cp1251")
    document = po.read(data, "a.po")
    assert_sound(document, data)
    assert (prose(document), document.encoding) == (["Київ"], "cp1251")
    with pytest.raises(InputError, match="its text is in uk, and lintnews checks English"):
        po.read((HEADER.format("uk", "utf-8") + body).encode(), "a.po")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('msgid "a"\nmsgstr "b\n', "line 2: a string without its end"),
        ('msgid "a"\n', "no msgstr: cut off or still being written"),
        ('"a"\n', "line 1: a string without"),
        ('msgid "a"\nmsgstr "b"\nwhat is this\n', "line 3: this is not PO ('what is this')"),
        ("The army.\n", "line 1: this is not PO"),
    ],
)
def test_what_is_refused(text: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        po.read(text.encode(), "a.po")
    assert words in str(caught.value)
    assert caught.value.path == "a.po"


def test_suffix() -> None:
    assert reader_for("a.po").NAME == "po"


LINES = [
    "", '"', 'msgid "a"', 'msgid ""', 'msgstr "Kiev"', 'msgstr ""', '"more \\n"', "msgid_plural 'x'", 'msgstr[0] "b"',
    "#~ x",
    "# lintnews: off",
]


@given(st.lists(st.sampled_from(LINES), max_size=12), st.sampled_from(["\n", "\r\n", "\r"]))
def test_lines_in_any_order(lines: list[str], newline: str) -> None:
    with suppress(InputError):
        made(newline.join(lines))
