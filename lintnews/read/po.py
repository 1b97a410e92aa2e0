"""PO, gettext's catalogues: the translations, each with the message that it translates.

Escapes read as what they stand for, and a string of several lines as one text. Comments, obsolete entries and the header
are not linted; entries marked fuzzy are, for machines mark so what nobody has looked at yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintnews.decode import decode
from lintnews.errors import InputError
from lintnews.model import Document, Mask, ReadOptions
from lintnews.position import Lines
from lintnews.read._prose import OBJECT, Prose
from lintnews.read._units import is_english, refuse_foreign

NAME = "po"
SUFFIXES = (".po",)

_CHARSET = re.compile(rb"^\"Content-Type:[^\"\n]{0,100}?charset=([\w.:-]{2,40})", re.MULTILINE | re.IGNORECASE)
_LANGUAGE = re.compile("^Language:[ \t]*([\\w@.-]*)", re.MULTILINE | re.IGNORECASE)
_TOKEN = re.compile(
    r"(?P<blank>[\s\x1c-\x1f]+)|(?P<comment>#[^\r\n]*)"
    r"|(?P<keyword>domain|msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,3}\])?)(?=[\s\"])"
    r"|(?P<string>\"(?:[^\"\\\r\n]|\\[^\r\n])*+\")"
)
_ESCAPE = re.compile(r"\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2}|.)")
_FIRST = ("msgstr", "msgstr[0]")  # what translates the singular
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


class _Field:
    """One string of an entry: its pieces as (start, end), the quotation marks not included."""

    def __init__(self, keyword: str) -> None:
        self.keyword = keyword
        self.pieces: list[tuple[int, int]] = []


class _Entry:
    """The strings of an entry, in order, and whether it is marked fuzzy."""

    def __init__(self) -> None:
        self.fields: list[_Field] = []
        self.fuzzy = False

    @property
    def is_whole(self) -> bool:
        """Whether it has come to its translations."""
        return bool(self.fields) and self.fields[-1].keyword.startswith("msgstr")

    def field(self, keyword: str) -> _Field:
        """The string that ``keyword`` begins; an empty one when the entry has none."""
        return next((field for field in self.fields if field.keyword == keyword), _Field(keyword))


def read(data: bytes, path: str, options: ReadOptions = ReadOptions()) -> Document:  # noqa: B008 - immutable
    """Make a Document of the bytes of a PO file; raises InputError when it is none or its language is not English."""
    charset = _CHARSET.search(data)
    text, encoding = decode(data, path, charset.group(1).decode() if charset else "")
    prose = Prose(text)
    number = 0
    for entry in _entries(text, prose, path):
        source = _said(text, entry.field("msgid"))
        if not source and not entry.field("msgctxt").pieces:
            _refuse_foreign(_said(text, entry.field("msgstr")), path)
            continue
        number += 1
        plural = _said(text, entry.field("msgid_plural"))
        for field in entry.fields:
            if field.keyword.startswith("msgstr"):
                _add(prose, field, _locator(number, entry, field), source if field.keyword in _FIRST else plural)
    return prose.document(path, NAME, encoding)


def _refuse_foreign(header: str, path: str) -> None:
    """Raise InputError when the header of a catalogue names another language than English."""
    named = _LANGUAGE.search(header)
    if named and named.group(1) and not is_english(named.group(1)):
        refuse_foreign([named.group(1)], path)


def _locator(number: int, entry: _Entry, field: _Field) -> str:
    form = f", plural form {field.keyword[7:-1]}" if field.keyword[6:] else ""
    return f"entry {number}{form}{', fuzzy' if entry.fuzzy else ''}"


def _entries(text: str, prose: Prose, path: str) -> Iterator[_Entry]:
    """The entries of the file; comments that speak to lintnews are given to ``prose``."""
    entry = _Entry()
    place = 0
    while place < len(text):
        token = _TOKEN.match(text, place)
        if token is None or (token.lastgroup == "string" and not entry.fields):
            raise _misplaced(text, place, path)
        place = token.end()
        if token.lastgroup == "string":
            entry.fields[-1].pieces.append((token.start() + 1, token.end() - 1))
            continue
        begins = token.group() in ("msgid", "msgctxt", "domain") or token.lastgroup == "comment"
        if begins and entry.is_whole:
            yield entry
            entry = _Entry()
        if token.lastgroup == "keyword":
            entry.fields.append(_Field(token.group()))
        elif token.lastgroup == "comment":
            prose.comment(token.start(), token.end(), token.group()[1:])
            entry.fuzzy |= token.group().startswith("#,") and "fuzzy" in token.group()
    if entry.is_whole:
        yield entry
    elif entry.fields:
        raise InputError("the last entry has no msgstr: cut off or still being written; save it again", path)


def _misplaced(text: str, place: int, path: str) -> InputError:
    line = Lines(text).place(place).line
    if text[place] == '"':
        return InputError(f"line {line}: a string without its end, or without a keyword before it; mend the file", path)
    return InputError(f"line {line}: this is not PO ({text[place:place + 20].splitlines()[0]!r}); mend the file", path)


def _said(text: str, field: _Field) -> str:
    """What a string says, blank edges taken off."""
    parts = (_ESCAPE.sub(lambda match: _meant(match.group()), text[start:end]) for start, end in field.pieces)
    return "".join(parts).strip()


def _meant(escape: str) -> str:
    """The character of an escape; for a byte of a longer character a thing that is no word."""
    inside = escape[1:]
    if inside[0] in "01234567" or (inside[0] == "x" and inside[1:]):
        code = int(inside[1:], 16) if inside[0] == "x" else int(inside, 8)
        return chr(code) if 0 < code < 0x80 else OBJECT
    return _ESCAPED.get(inside, inside)


def _add(prose: Prose, field: _Field, locator: str, source: str) -> None:
    """Add a translation as one block: what joins its lines is masked, and so is each escape."""
    if not field.pieces:
        return
    masks: list[Mask] = []
    last = field.pieces[0][0]
    for start, end in field.pieces:
        if last < start:
            masks.append(Mask(last, start))
        masks += (Mask(*match.span(), _meant(match.group())) for match in _ESCAPE.finditer(prose.text, start, end))
        last = end
    prose.block(field.pieces[0][0], last, masks, "body", locator, source)
