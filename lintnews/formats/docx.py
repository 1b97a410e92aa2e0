"""A Word document: the package, its parts in reading order, and the text that they make together.

Read and fix both work on ``Package``: offsets in ``Package.text`` are those of ``Document.text``.
"""

from __future__ import annotations

import posixpath
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lintnews.decode import encode
from lintnews.errors import InputError
from lintnews.formats.archive import Archive
from lintnews.formats.wordprocessing import Paragraph, Story
from lintnews.formats.xml import Handler, decode_xml, local, scan

BETWEEN = "\n\n"  # what sets paragraphs apart in the text
CONTENT_TYPES = "[Content_Types].xml"
_OLD = b"\xd0\xcf\x11\xe0"  # the container of .doc, and of what Word has encrypted
_DEEPEST_STYLE = 20  # how many styles may be based on one another


class Relation(NamedTuple):
    """A link from one part to another: its id, the last word of its type, the name of the part it leads to."""

    id: str
    kind: str
    target: str


class Part(NamedTuple):
    """A story with the name of its part and what sort of part it is: document, header, footer, footnotes, endnotes."""

    name: str
    kind: str
    story: Story

    @property
    def is_body(self) -> bool:
        """Whether it is the body of the document."""
        return self.kind == "document"


class Package:
    """A Word document taken apart: ``text`` as read, and its ``parts`` in reading order, the body first."""

    def __init__(self, data: bytes, path: str = "") -> None:
        """Take ``data`` apart. Raises InputError, with ``path``, when it is not a Word document or is damaged."""
        self.path = path
        self.archive = Archive(_zip(data, path), path)
        self._encodings: dict[str, str] = {}
        self.main = self._main()
        self.relations = self._relations(self.main)
        self.parts = list(self._parts())
        self._number_notes()
        self._places = [(paragraph, part) for part in self.parts for paragraph in part.story.paragraphs]
        self._starts: list[int] = []
        offset = 0
        for paragraph, _ in self._places:
            paragraph.start = offset
            self._starts.append(offset)
            offset += len(paragraph.text) + len(BETWEEN)
        self.text = BETWEEN.join(paragraph.text for paragraph, _ in self._places)

    def paragraphs(self) -> Iterator[tuple[Paragraph, Part]]:
        """Every paragraph that has text, with its part, in the order of the text."""
        return iter(self._places)

    def at(self, offset: int) -> tuple[Paragraph, Part] | None:
        """The paragraph that ``offset`` of the text stands in or at the end of, with its part."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or offset > self._starts[place] + len(self._places[place][0].text):
            return None
        return self._places[place]

    def styles(self) -> dict[str, list[str]]:
        """For each style's id its name in small letters, then the names of the styles it is based on, nearest first."""
        names: dict[str, list[str]] = {}
        for relation in self.relations:
            if relation.kind == "styles" and relation.target in self.archive:
                styles = _Styles()
                scan(self.xml(relation.target), styles, self.path)
                names.update((identity, list(styles.chain(identity))) for identity in styles.known)
        return names

    def xml(self, name: str) -> str:
        """The decoded XML of the part ``name``."""
        text, self._encodings[name] = decode_xml(self.archive.read(name), self.path)
        return text

    def with_xml(self, parts: Mapping[str, str]) -> bytes:
        """The document with new XML in these parts; every other part keeps its bytes."""
        return self.archive.replaced({name: self._encoded(name, xml) for name, xml in parts.items()})

    def _encoded(self, name: str, xml: str) -> bytes:
        encoding = self._encodings.get(name, "utf-8")
        try:
            return encode(xml, encoding)
        except UnicodeEncodeError:
            return xml.encode(encoding, "xmlcharrefreplace")  # a code page of one byte a letter, without a mark

    def related(self, kind: str) -> list[str]:
        """The names of the parts that the document has of one kind, such as "comments"."""
        return [relation.target for relation in self.relations if relation.kind == kind and relation.target in self.archive]

    def _main(self) -> str:
        for relation in self._relations(""):
            if relation.kind == "officeDocument" and relation.target in self.archive:
                return relation.target
        raise InputError("a zip archive, but no Word document in it; save the copy as .docx in Word", self.path)

    def _relations(self, part: str) -> list[Relation]:
        name = relations_of(part)
        if name not in self.archive:
            return []
        found = _Relations(posixpath.dirname(part))
        scan(self.xml(name), found, self.path)
        return found.found

    def _parts(self) -> Iterator[Part]:
        yield Part(self.main, "document", Story(self.xml(self.main), self.path))
        for kind in ("header", "footer", "footnotes", "endnotes"):
            names = self.related(kind)
            for number, name in enumerate(names, 1):
                label = f"{kind} {number}" if len(names) > 1 else kind
                yield Part(name, kind, Story(self.xml(name), self.path, label))

    def _number_notes(self) -> None:
        """Count the notes as Word does: in the order in which the body refers to them."""
        for kind in ("footnote", "endnote"):
            referred = [identity for noted, identity in self.parts[0].story.references if noted == kind]
            numbers = {identity: number for number, identity in enumerate(referred, 1)}
            for part in self.parts:
                for paragraph in part.story.paragraphs if part.kind == f"{kind}s" else ():
                    identity = paragraph.note[1]
                    if identity in numbers:
                        tail = paragraph.locator.removeprefix(f"{kind} {identity}")
                        paragraph.locator = f"{kind} {numbers[identity]}{tail}"


def relations_of(part: str) -> str:
    """The name of the part that lists the relations of ``part``; of the whole package for ""."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _zip(data: bytes, path: str) -> bytes:
    if data.startswith(_OLD):
        raise InputError("locked with a password, or an old .doc; save it in Word as .docx without a password", path)
    if not data:
        raise InputError("empty: not yet written, or lost; save the document again", path)
    if not data.startswith(b"PK"):
        raise InputError("not a Word document, whatever its name; save the copy as .docx in Word, or name it .txt", path)
    return data


class _Relations(Handler):
    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.found: list[Relation] = []

    def opened(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        if local(name) == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            target = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(self._folder, target))
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found.append(Relation(attributes.get("Id", ""), kind, target))


class _Styles(Handler):
    """The names of styles, and which is based on which."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}
        self._based: dict[str, str] = {}
        self._style = ""

    def opened(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        word = local(name)
        values = {local(key): value for key, value in attributes.items()}
        if word == "style":
            self._style = values.get("styleId", "")
        elif word == "name" and self._style:
            self.known[self._style] = values.get("val", "").lower()
        elif word == "basedOn" and self._style:
            self._based[self._style] = values.get("val", "")

    def chain(self, identity: str) -> Iterator[str]:
        """The name of the style ``identity``, then of those it is based on."""
        for _ in range(_DEEPEST_STYLE):
            if identity not in self.known:
                return
            yield self.known[identity]
            identity = self._based.get(identity, "")
