from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.decode import decode, encode
from lintnews.errors import InputError

UKRAINIAN = "У Харкові пролунали вибухи, повідомив міський голова Ігор Терехов.\r\nТривога триває."
RUSSIAN = "Глава региона сообщил о взрывах. ЦНС это подтверждает."
ENGLISH = "The mayor said “no one was hurt” – and that the café reopened in Kharkiv."


@pytest.mark.parametrize("text", ["", ENGLISH, UKRAINIAN, "\U0001f600", "a\u200bb"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le-sig", "utf-16-be-sig"])
def test_unicode_is_read_and_written_back(text: str, encoding: str) -> None:
    data = encode(text, encoding)
    assert decode(data) == (text, encoding)


@given(st.binary(max_size=60))
def test_what_is_read_is_written_back_byte_for_byte(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except InputError:
        return
    assert encode(text, encoding) == data
    assert "\0" not in text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_english_utf_16_without_a_mark(encoding: str) -> None:
    assert decode("The mayor said so.\n".encode(encoding)) == ("The mayor said so.\n", encoding)


@pytest.mark.parametrize("text", [UKRAINIAN, RUSSIAN, f"The draft says: {RUSSIAN}", "Привіт"])
def test_windows_1251_when_the_letters_make_words(text: str) -> None:
    assert decode(text.encode("cp1251")) == (text, "cp1251")


def test_windows_1252_when_only_typography_is_above_ascii() -> None:
    text = "The mayor’s office said “no one was hurt” – so far… at 5 °C, for £20."
    assert decode(text.encode("cp1252")) == (text, "cp1252")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (RUSSIAN.encode("koi8-r"), "not UTF-8"),
        (RUSSIAN.encode("cp866"), "not UTF-8"),
        ("The café in Łódź".encode("cp1250"), "not UTF-8"),
        ("Beyoncé sang".encode("latin-1"), "not UTF-8"),
        (bytes(range(128, 256)), "not UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "NUL"),
        (b"some text\0and more", "NUL"),
        (b"\xef\xbb\xbfsome\0", "NUL"),
        (b"\xff\xfea\0\0\0", "NUL"),
        (b"\xff\xfea\0b", "damaged"),
        (b"\xef\xbb\xbfa\xff", "damaged"),
        ("text".encode("utf-32"), "UTF-32"),
    ],
)
def test_refused_with_advice(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        decode(data, "draft.txt")
    assert caught.value.path == "draft.txt"
    assert "save it as UTF-8" in str(caught.value) or "only text is linted" in str(caught.value)
