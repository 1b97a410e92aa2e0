"""Bytes to text and back: the encodings that newsroom systems really emit, and a clear refusal for the rest.

A guess is made only where it cannot be another thing: a wrong guess would be linted as nonsense.
"""

from __future__ import annotations

import codecs
import re
from itertools import islice

from lintnews.errors import InputError
from lintnews.named import NamedTuple

_ADVICE = "save it as UTF-8"
_SAMPLE = 1 << 16  # bytes that show UTF-16 without a mark
_WORDS = 5_000  # words that show Windows-1251
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig", "UTF-8"),
    (b"\xff\xfe", "utf-16-le-sig", "UTF-16"),
    (b"\xfe\xff", "utf-16-be-sig", "UTF-16"),
)
_ASCII = bytes(range(0x80))
# What English copy in Windows-1252 holds above ASCII: quotation marks, dashes, euro, pound, section, degree, halves.
# None of them is a letter there; a letter would leave open which of the Latin code pages is meant.
_TYPOGRAPHIC = frozenset(b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xbb\xbc\xbd\xbe")
_DECLARABLE = (
    "(?:windows|cp)-?125[0-8]|iso-?8859-?(?:[1-9]|1[0-6])|latin-?[1-9]|koi8-[ru]|(?:cp|ibm)866|gb(?:k|2312|18030)|big5|euc-(?:jp|kr)|shift_jis"
)
_MEANT = {"iso-8859-1": "cp1252", "latin1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}  # as browsers take them
_CYRILLIC = "А-Яа-яЁёІіЇїЄєҐґЎў"
_RUN = f"[A-Za-z{_CYRILLIC}]*[{_CYRILLIC}][A-Za-z{_CYRILLIC}]*"  # compiled where needed, which is rarely
_WORD = "[А-ЯЁІЇЄҐЎ]?[а-яёіїєґў]+|[А-ЯЁІЇЄҐЎ]+"


class Decoded(NamedTuple):
    """The text, and the name of the encoding under which ``encode`` gives the same bytes back."""

    text: str
    encoding: str


def decode(data: bytes, path: str = "", declared: str = "") -> Decoded:
    """Decode the bytes of one file; line breaks stay as they are, a byte order mark is not part of the text.

    Reads UTF-8, UTF-16 (with a mark or unmistakable), Windows-1251 and Windows-1252 when the bytes can be nothing
    else. ``declared`` is what a container says of itself (the charset of a page, "" for nothing); it decides where the
    bytes are not UTF-8. Encodings are named as Python names them; ``-sig`` at the end stands for a byte order mark.
    Raises InputError, with ``path``, when the bytes are not text or the encoding cannot be told.
    """
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        raise InputError(f"this is UTF-32, which lintnews does not read; {_ADVICE}", path)
    for mark, encoding, name in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name, path)
    if b"\0" in data:
        return _wide(data, path)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        named = _named(data, declared, path)
        return named or _single_byte(data, path, error.start)


def encode(text: str, encoding: str) -> bytes:
    """The bytes of ``text`` in an encoding that ``decode`` named; the inverse of it.

    Raises UnicodeEncodeError when the text holds a character that the encoding has not.
    """
    mark = next((mark for mark, name, _ in _MARKS if name == encoding), b"")
    return mark + text.encode(encoding.removesuffix("-sig"))


def _named(data: bytes, name: str, path: str) -> Decoded | None:
    """Decode as a container says to; None when it names nothing that could be meant."""
    if not re.fullmatch(_DECLARABLE, name.lower()):
        return None
    encoding = codecs.lookup(_MEANT.get(name.lower(), name)).name
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"says it is {name}, but byte {error.start} is none of its characters; {_ADVICE}", path) from None
    return Decoded(text, encoding)


def _strict(body: bytes, encoding: str, name: str, path: str) -> Decoded:
    try:
        text = body.decode(encoding.removesuffix("-sig"))
    except UnicodeDecodeError as error:
        raise InputError(f"marked as {name}, but damaged at byte {error.start}; {_ADVICE}", path) from None
    if "\0" in text:
        raise InputError(f"binary: a NUL at character {text.index(chr(0))}; only text is linted", path)
    return Decoded(text, encoding)


def _wide(data: bytes, path: str) -> Decoded:
    """Decode UTF-16 without a mark: Latin copy has a NUL in every other byte, and on one side only."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    enough = 0.4 * max(len(sample) // 2, 1)
    if len(data) % 2 == 0 and odd > enough and not even:
        return _strict(data, "utf-16-le", "UTF-16", path)
    if len(data) % 2 == 0 and even > enough and not odd:
        return _strict(data, "utf-16-be", "UTF-16", path)
    raise InputError(f"binary: a NUL at byte {data.index(0)}; only text is linted", path)


def _single_byte(data: bytes, path: str, bad: int) -> Decoded:
    """Decode Windows-1252 typography or Windows-1251 Cyrillic, when the high bytes leave no doubt."""
    high = data.translate(None, _ASCII)
    if _TYPOGRAPHIC.issuperset(high):
        return Decoded(data.decode("cp1252"), "cp1252")
    if _is_cyrillic(data):
        return Decoded(data.decode("cp1251"), "cp1251")
    reason = f"not UTF-8 (byte {bad} is 0x{data[bad]:02x}), nor another encoding that can be told from its bytes"
    raise InputError(f"{reason}; {_ADVICE}", path)


def _is_cyrillic(data: bytes) -> bool:
    """Whether the bytes read as Windows-1251: the letters make words, and the words have the case of words.

    KOI8-R has the cases swapped (пРИВЕТ, and most of its letters capitals); Latin letters with accents stand among
    ASCII letters.
    """
    try:
        text = data.decode("cp1251")
    except UnicodeDecodeError:
        return False
    words = [match.group() for match in islice(re.finditer(_RUN, text), _WORDS)]
    good = [word for word in words if re.fullmatch(_WORD, word)]
    letters = sum(map(len, good))
    small = sum(letter.islower() for word in good for letter in word)
    return max(map(len, good), default=0) >= 3 and len(good) >= 0.95 * len(words) and 2 * small >= letters
