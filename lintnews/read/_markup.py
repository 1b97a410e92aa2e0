"""Splits HTML into tags, comments, references and text, each with its offsets, in time proportional to its length.

Like a browser it takes whatever comes. It differs from one where a mistake would hide the rest of the page: a comment,
a tag or an element without its end hides nothing but its own mark. (``html.parser`` and tree-sitter's grammar take a minute for
100 kilobytes of unclosed tags, see docs/decisions/0006-own-html-tokens.md.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Literal, NamedTuple

Type = Literal["text", "open", "close", "comment", "reference", "hidden"]

_NEXT = re.compile("[<&]")
_TAG = re.compile(
    "<([A-Za-z][^\\s/>]*+)"  # name
    "(?>[^>=]++|=\\s*+(?>\"[^\"]*+\"|'[^']*+')?)*+>"  # a > inside a quoted value does not end the tag
)
_PLAIN_TAG = re.compile("<([A-Za-z][^\\s/>]*+)[^>]*+>")
_CLOSE = re.compile("</([A-Za-z][^\\s/>]*+)[^>]*+>")
_OTHER = re.compile("<[!?/][^>]*+>")  # <!DOCTYPE>, <?xml?>, </>
_COMMENT_END = re.compile("--!?>")
_REFERENCE = re.compile("&(?:#[0-9]{1,8}+(?![0-9])|#[xX][0-9a-fA-F]{1,7}+(?![0-9a-fA-F])|[A-Za-z][A-Za-z0-9]{1,31});?")
_ATTRIBUTE = re.compile("([^\\s\"'>/=]++)\\s*+=\\s*+(?>\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'>][^\\s>]*+))")
_HIDDEN = frozenset("script style template noscript iframe svg math object canvas audio video noframes noembed".split())
_CODE = frozenset(("script", "style"))  # without an end they go on to the end of the page: none of it is prose


class Attribute(NamedTuple):
    """The value of an attribute, as written, and where it stands."""

    start: int
    end: int
    value: str


class Token(NamedTuple):
    """A piece of HTML: ``name`` is the element's, in small letters; ``text`` what a reference reads as."""

    type: Type
    start: int
    end: int
    name: str = ""
    text: str = ""


def tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """The pieces of ``text[start:end]`` in order; together they are all of it.

    ``hidden`` is an element that shows no text (script, style, template, svg ...), from its opening to its closing tag.
    """
    splitter = _Splitter(text, end)
    place = start
    while place < end:
        found = _NEXT.search(text, place, end)
        mark = found.start() if found else end
        token = splitter.at(mark) if found else None
        while found and token is None:  # a bare < or & is text
            found = _NEXT.search(text, mark + 1, end)
            mark = found.start() if found else end
            token = splitter.at(mark) if found else None
        if mark > place:
            yield Token("text", place, mark)
        if token:
            yield token
        place = token.end if token else end


def attributes(text: str, token: Token) -> dict[str, Attribute]:
    """The attributes of an opening tag that have a value, by name in small letters; the first of a name counts."""
    found: dict[str, Attribute] = {}
    for match in _ATTRIBUTE.finditer(text, token.start + 1 + len(token.name), token.end):
        group = match.lastindex or 2
        found.setdefault(match[1].lower(), Attribute(*match.span(group), match[group]))
    return found


def references(text: str, start: int, end: int) -> Iterator[Token]:
    """The character references in ``text[start:end]``, as in the value of an attribute."""
    for match in _REFERENCE.finditer(text, start, end):
        if token := _reference(match):
            yield token


class _Splitter:
    """Recognises what begins at a < or &. Remembers what is not to come any more, so as to look for it only once."""

    def __init__(self, text: str, end: int) -> None:
        self._text, self._end = text, end
        self._last = text.rfind(">", 0, end)  # behind it no tag ends
        self._last_comment = max(text.rfind("-->", 0, end), text.rfind("--!>", 0, end))
        self._tag = _TAG
        self._unclosed: set[str] = set()

    def at(self, place: int) -> Token | None:
        text, end = self._text, self._end
        if text[place] == "&":
            match = _REFERENCE.match(text, place, end)
            return _reference(match) if match else None
        if place > self._last:
            return Token("comment", place, place + 4) if text.startswith("<!--", place, end) else None
        if text.startswith("<!--", place, end):
            return self._comment(place)
        following = text[place + 1 : place + 2]
        if following in ("!", "?", "/"):
            return self._other(place)
        match = self._tag.match(text, place, end)
        if match is None and self._tag is _TAG and following.isalpha() and following.isascii():
            self._tag = _PLAIN_TAG  # a quotation mark is missing somewhere: from here on they mean nothing
            match = self._tag.match(text, place, end)
        return self._open(match) if match else None

    def _comment(self, place: int) -> Token:
        short = re.compile("<!--(?:-?>)").match(self._text, place, self._end)
        if short:
            return Token("comment", place, short.end())
        closed = _COMMENT_END.search(self._text, place + 4, self._end) if place <= self._last_comment else None
        return Token("comment", place, closed.end() if closed else place + 4)

    def _other(self, place: int) -> Token | None:
        close = _CLOSE.match(self._text, place, self._end)
        if close:
            return Token("close", *close.span(), close[1].lower())
        other = _OTHER.match(self._text, place, self._end)
        return Token("comment", *other.span()) if other else None

    def _open(self, match: re.Match[str]) -> Token:
        start, end = match.span()
        name = match[1].lower()
        if name in _HIDDEN and name not in self._unclosed and self._text[end - 2] != "/":
            closed = re.compile(f"(?i)</{name}(?=[\\s/>])[^>]*+>").search(self._text, end, self._end)
            if closed:
                return Token("hidden", start, closed.end(), name)
            if name in _CODE:
                return Token("hidden", start, self._end, name)
            self._unclosed.add(name)
        return Token("open", start, end, name)


def _reference(match: re.Match[str]) -> Token | None:
    written = match.group()
    text = unescape(written)
    if text == written or len(text) > len(written):
        return None
    return Token("reference", *match.span(), text=text)
