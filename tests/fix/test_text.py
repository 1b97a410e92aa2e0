from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews import fix, read
from lintnews.decode import encode
from lintnews.errors import FixError
from lintnews.model import Document, Edit

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16-le-sig", "utf-16-be-sig", "cp1251", "cp1252"]
LETTERS = {"cp1251": "Київ і Харків, слова літерами", "cp1252": "the “desk” – at £5"}


def read_plain(data: bytes) -> Document:
    return read.reader_for("-").read(data, "-")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encoding_mark_and_line_breaks_stay(encoding: str, newline: str) -> None:
    text = newline.join(["They left Kharkov.", "", LETTERS.get(encoding, "Ґанок 🙂" if "utf" in encoding else ""), ""])
    data = encode(text, encoding)
    document = read_plain(data)
    assert document.encoding == encoding
    start = document.text.index("Kharkov")
    new = fix.apply(document, data, [Edit(start, start + 7, "Kharkiv")])
    assert new == encode(text.replace("Kharkov", "Kharkiv"), encoding)


def test_a_letter_that_the_encoding_lacks_is_named() -> None:
    data = encode("the “desk” – at £5", "cp1252")
    document = read_plain(data)
    with pytest.raises(FixError, match="‘Ї’, which cp1252 does not have"):
        fix.apply(document, data, [Edit(0, 3, "Ї")])


def test_text_that_is_not_that_of_the_bytes_is_refused() -> None:
    document = read_plain(b"One.")
    with pytest.raises(FixError, match="byte for byte"):
        fix.apply(document, b"Two.", [])


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=1), st.data())
def test_only_what_is_edited_changes(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    raw = text.encode()
    document = read_plain(raw)
    new = fix.apply(document, raw, [Edit(start, end, "x")])
    assert new == (text[:start] + "x" + text[end:]).encode()


def test_only_formats_with_a_file_of_their_own_have_a_writer() -> None:
    assert fix.writer_for("plain") is None
    assert fix.writer_for("edits") is None  # a module of the room, but no format
    assert fix.writer_for("../write") is None
