from __future__ import annotations

import html
from collections.abc import Mapping
from xml.sax.saxutils import escape as plain_escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.decode import encode
from lintnews.errors import InputError
from lintnews.formats.xml import Handler, decode_xml, escape, local, scan

LETTERS = st.text(st.sampled_from("ab ёї é😀&<>\"'\n]\r\t\u2028"), max_size=12)


class Recorder(Handler):
    """Every call as (what, payload, start, end)."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, str, int, int]] = []

    def opened(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        self.calls.append(("<", name, start, end))

    def closed(self, name: str, start: int, end: int) -> None:
        self.calls.append((">", name, start, end))

    def text(self, text: str, start: int, end: int) -> None:
        self.calls.append(("T", text, start, end))

    def comment(self, text: str, start: int, end: int) -> None:
        self.calls.append(("#", text, start, end))

    def other(self, start: int, end: int) -> None:
        self.calls.append(("?", "", start, end))


def calls(text: str) -> list[tuple[str, str, int, int]]:
    recorder = Recorder()
    scan(text, recorder, "a.xml")
    return recorder.calls


def piece(text: str, way: int) -> str:
    """``text`` as XML, in one of the ways in which it can be written."""
    if way == 1 and "]" not in text and "\r" not in text:
        return f"<![CDATA[{text}]]>"
    if way == 2:
        return "".join(f"&#x{ord(letter):x};" for letter in text)
    return escape(text).replace("]]", "]&#93;")


@settings(deadline=None)
@given(st.lists(st.tuples(LETTERS, st.integers(0, 2), st.sampled_from(["", "<b/>", "<i x='é'>", "<!-- ї😀 -->", "<?p?>"]))))
def test_every_piece_has_its_place(pieces: list[tuple[str, int, str]]) -> None:
    body = "".join(mark + piece(text, way) + ("</i>" if mark[:2] == "<i" else "") for text, way, mark in pieces)
    source = f"<?xml version='1.0'?>\n<a>{body}</a>"
    made = calls(source)
    assert "".join(text for what, text, *_ in made if what == "T") == "".join(text for text, _, _ in pieces)
    place = 0
    for what, text, start, end in made:
        assert start == place <= end
        place = end
        raw = source[start:end]
        if what == "T":
            assert text in (raw, html.unescape(raw))
            assert text == raw or len(text) == 1
        elif what == "<":
            assert raw.startswith(f"<{text}")
        elif what == "#":
            assert raw == f"<!--{text}-->"
        elif what == ">":
            assert raw in ("", f"</{text}>")
    assert place == len(source)


@settings(deadline=None)
@given(LETTERS)
def test_escaped_text_reads_as_it_was(text: str) -> None:
    assert "".join(text for what, text, *_ in calls(f"<a>{escape(text)}</a>") if what == "T") == text


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert escape("a\x00b\x1fc\ud800d\uffff<") == "a\ufffdb\ufffdc\ufffdd\ufffd&lt;"
    assert escape("a & b") == plain_escape("a & b")


def test_line_breaks_of_windows_are_one_character() -> None:
    assert calls("<a>x\r\ny</a>")[1:4] == [("T", "x", 3, 4), ("T", "\n", 4, 6), ("T", "y", 6, 7)]


def test_a_dtd_that_is_only_named_is_never_fetched() -> None:
    made = calls('<!DOCTYPE tmx SYSTEM "file:///etc/passwd"><a>b&nbsp;c</a>')
    assert [text for what, text, *_ in made if what == "T"] == ["b", "c"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "entity 'x'"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "entity 'x'"),
        ('<!DOCTYPE a [<!ENTITY % x SYSTEM "http://localhost/x"> %x;]><a/>', "entity 'x'"),
        ("<a><b></a>", "mismatched tag, line 1, column 9; mend it"),
        ("<a>", "ends too early"),
        ("<a b='", "ends too early"),
        ("<a>\n<![CDATA[", "line 2"),
        ("", "ends too early"),
        ("plain", "syntax error"),
        ("<a>&x;</a>", "undefined entity"),
        ("<a>\0</a>", "not well-formed"),
        ("<a>\ud800</a>", "not well-formed"),
    ],
)
def test_what_is_refused(source: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        calls(source)
    assert caught.value.path == "a.xml"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "windows-1251", "koi8-u", "iso-8859-5", "gb18030"])
def test_encodings(codec: str) -> None:
    source = f'<?xml version="1.0" encoding="{codec.removesuffix("-sig")}"?><a>Київ</a>'
    data = source.encode(codec)
    text, encoding = decode_xml(data)
    assert text == source
    assert encode(text, encoding) == data


def test_a_stale_declaration() -> None:
    data = '<?xml version="1.0" encoding="utf-16"?><a>Київ</a>'.encode()
    assert decode_xml(data).encoding == "utf-8"
    data = '<?xml version="1.0" encoding="windows-1251"?><a>Київ</a>'.encode("utf-8-sig")
    assert decode_xml(data).encoding == "utf-8-sig"


def test_bytes_that_are_not_what_they_claim() -> None:
    data = '<?xml version="1.0" encoding="shift_jis"?><a>Київ</a>'.encode("koi8-u")
    with pytest.raises(InputError, match="save it as UTF-8"):
        decode_xml(data, "a.xml")


def test_names() -> None:
    assert (local("w:p"), local("p")) == ("p", "p")
