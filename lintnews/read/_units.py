"""Translation units in XML: what the content of a source or a target reads as, with its inline elements masked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lintnews.errors import InputError
from lintnews.formats.xml import Handler, decode_xml, local, scan
from lintnews.model import Document, Mask
from lintnews.read._prose import OBJECT, Prose

# Elements of XLIFF 1.2, XLIFF 2 and TMX that hold the code of the document's own format, or words nobody translates.
_CODES = frozenset(("bpt", "ept", "it", "ph", "ut", "x"))
_STANDING = frozenset(("ph", "x"))  # a reader sees something there: an image, a number, a line break
_BREAKS = frozenset(("lb", "x-html-br", "xlf:lb"))


class Content:
    """What stands between two tags: the text that it reads as, and the masks that make it read so."""

    def __init__(self, text: str, start: int) -> None:
        """Begin at ``start``, behind the opening tag, of the decoded file ``text``."""
        self._text, self.start, self.end = text, start, start
        self.masks: list[Mask] = []
        self._said: list[str] = []
        self._hidden = 0  # depth of elements whose text is not prose

    def said(self) -> str:
        """What it reads as, without the things that stand between words and the blank at the edges."""
        return "".join(self._said).replace(OBJECT, "").strip()

    def opened(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        """An inline element begins."""
        name = local(name)
        hides = self._hidden or name in _CODES or _is_protected(attributes)
        standing = name in _STANDING or (name not in _CODES and _is_protected(attributes))
        self._mark(_equivalent(attributes) if standing and not self._hidden else "", start, end)
        self._hidden += bool(hides)

    def closed(self, start: int, end: int) -> None:
        """An inline element ends."""
        self._hidden -= self._hidden > 0
        self._mark("", start, end)

    def text(self, text: str, start: int, end: int) -> None:
        """Text, as it reads."""
        if self._hidden:
            self._mark("", start, end)
        elif self._text[start:end] == text:
            self._said.append(text)
        else:
            self._mark(text, start, end)

    def other(self, start: int, end: int) -> None:
        """A comment, or the marks of a CDATA section."""
        self._mark("", start, end)

    def _mark(self, text: str, start: int, end: int) -> None:
        text = text if len(text) <= end - start else OBJECT
        self._said.append(text)
        if start < end:
            self.masks.append(Mask(start, end, text))


class Units(Handler):
    """A walk through the units of a file: keeps the path of open elements and passes what is inside to ``content``.

    A reader opens ``content`` in ``entered``, takes it away in ``left``, and puts what is English into ``prose``.
    """

    ROOT = ""  # the name of the root element

    def __init__(self, text: str, path: str) -> None:
        self.source_text, self._file = text, path
        self.prose = Prose(text)
        self.foreign: set[str] = set()  # languages of what is not English
        self.path: list[str] = []  # names of open elements, without prefix
        self.content: Content | None = None
        self._depth = 0  # of the element that holds the content

    def begin(self, end: int) -> None:
        """Begin a content behind the tag that ends at ``end``, of the element that has just been opened."""
        self.content = Content(self.source_text, end)
        self._depth = len(self.path)

    def entered(self, name: str, attributes: Mapping[str, str], end: int) -> None:
        """An element outside of any content has been opened; ``path`` ends with it."""

    def left(self, name: str, content: Content | None) -> None:
        """An element outside of any content, or the one that holds ``content``, is being closed; ``path`` ends with it."""

    def opened(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        self.path.append(local(name))
        if len(self.path) == 1 and self.path != [self.ROOT]:
            raise InputError(f"its first element is <{name}>, not <{self.ROOT}>; name the file for what it is", self._file)
        if self.content is not None:
            self.content.opened(name, attributes, start, end)
        else:
            self.entered(self.path[-1], attributes, end)

    def closed(self, name: str, start: int, end: int) -> None:
        content = self.content
        if content is not None and len(self.path) > self._depth:
            content.closed(start, end)
        else:
            if content is not None:
                content.end = max(start, content.start)
                self.content = None
            self.left(self.path[-1], content)
        self.path.pop()

    def text(self, text: str, start: int, end: int) -> None:
        if self.content is not None:
            self.content.text(text, start, end)

    def comment(self, text: str, start: int, end: int) -> None:
        self.prose.comment(start, end, text)
        self.other(start, end)

    def other(self, start: int, end: int) -> None:
        if self.content is not None:
            self.content.other(start, end)


def read_units(data: bytes, path: str, units: type[Units], name: str) -> Document:
    """Make a Document, of the format ``name``, of the bytes of a file that ``units`` walks through.

    Raises InputError when it is no such file, or has text but none in English.
    """
    text, encoding = decode_xml(data, path)
    walk = units(text, path)
    scan(text, walk, path)
    if not len(walk.prose):
        refuse_foreign(walk.foreign, path)
    return walk.prose.document(path, name, encoding)


def is_english(language: str) -> bool:
    """Whether a language tag such as en-US or en_GB means English."""
    return language.lower().replace("_", "-").partition("-")[0] in ("en", "eng")


def refuse_foreign(languages: Iterable[str], path: str) -> None:
    """Raise InputError, with ``path``, when there are ``languages``: those of a file that has no English to check."""
    if found := sorted({language for language in languages if language}):
        listed = " and ".join(found)
        raise InputError(f"its text is in {listed}, and lintnews checks English; give it the file of the English copy", path)


def _is_protected(attributes: Mapping[str, str]) -> bool:
    return attributes.get("translate") == "no" or attributes.get("mtype") == "protected"


def _equivalent(attributes: Mapping[str, str]) -> str:
    """What a reader sees in the place of a code: what the file says, or a thing that is no word."""
    if _BREAKS.intersection((attributes.get("ctype", ""), attributes.get("subType", ""))):
        return "\n"
    return attributes.get("equiv-text") or attributes.get("equiv") or OBJECT
