"""One part of a Word document (its body, a header, the footnotes): its paragraphs, and which piece of XML gives which text.

The text is what Word shows: runs joined, tracked deletions and hidden text left out, a tab for ``w:tab``, a line break for
``w:br``. Text boxes inside a paragraph are paragraphs of their own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from lintnews.errors import InputError
from lintnews.formats.xml import Handler, scan

NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",  # "strict"
)
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_LEFT_OUT = frozenset(("del", "moveFrom", "rt", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange"))
_SAME_AGAIN = ":Fallback"  # a text box once more, for old programs
_FALSE = frozenset(("0", "false", "off"))
_LONGEST_LABEL = 120  # characters
_FRAMES = {"txbxContent": "text box", "footnote": "footnote", "endnote": "endnote"}


class Leaf:
    """An element that gives text: a ``w:t``, or a tab or break that reads as one character.

    ``start``, ``end`` are offsets in the paragraph's text; ``outer`` and ``inner`` are (start, end) in the part's XML of the
    element and of what stands inside it (the same point when it is empty). ``run`` is its run.
    """

    __slots__ = ("character", "end", "inner", "outer", "preserve", "run", "start")

    def __init__(self, run: Run, start: int, outer: tuple[int, int], character: bool, preserve: bool) -> None:
        self.run, self.start, self.outer, self.character, self.preserve = run, start, outer, character, preserve
        self.end = start
        self.inner = (outer[1], outer[1])


class Run:
    """A ``w:r``: its span in the part's XML, its start tag with its properties as written, its leaves in order."""

    __slots__ = ("end", "head", "hidden", "leaves", "start")

    def __init__(self, start: int, head: str) -> None:
        self.start, self.head = start, head
        self.end = start
        self.hidden = False
        self.leaves: list[Leaf] = []


class Paragraph:
    """A ``w:p`` that has text. ``note`` is the id of the footnote or endnote it belongs to, as (kind, id).

    ``holder`` is the outermost run that holds it, when it stands in a text box.
    """

    __slots__ = ("holder", "leaves", "length", "locator", "note", "start", "style", "text")

    def __init__(self, note: tuple[str, str], holder: Run | None) -> None:
        self.note, self.holder = note, holder
        self.text = self.style = self.locator = ""
        self.leaves: list[Leaf] = []
        self.length = 0  # of the text
        self.start = 0  # offset in the text of the whole document; set when that is put together

    def covered(self, start: int, end: int) -> list[Leaf]:
        """The leaves that have letters of ``start:end`` of its text; for an empty span those that it touches."""
        touched = start == end
        first = bisect_left(self.leaves, start, key=lambda leaf: leaf.end) if touched else self._at(start)
        last = bisect_right(self.leaves, start, key=lambda leaf: leaf.start) if touched else self._at(end - 1) + 1
        return self.leaves[first:last]

    def _at(self, offset: int) -> int:
        """The number of the leaf that holds ``offset``; of the last one, beyond the end."""
        return bisect_right(self.leaves, offset, key=lambda leaf: leaf.start) - 1


class _Frame:
    """What paragraphs and tables are counted in: the part, a cell, a text box, a note."""

    def __init__(self, label: str, note: tuple[str, str]) -> None:
        self.label, self.note = label, note
        self.paragraphs = self.tables = self.boxes = 0

    def under(self, name: str) -> str:
        return _under(self.label, name) if self.label else name


def _under(label: str, name: str) -> str:
    """``name`` within ``label``; of tables in tables in tables nobody counts so far."""
    return f"{label}, {name}" if len(label) < _LONGEST_LABEL else label


class _Table:
    def __init__(self, label: str) -> None:
        self.label = label
        self.row = self.cell = 0


class Story:
    """The paragraphs of one part. ``references`` are the runs that refer to notes, by (kind, id), in order of place."""

    def __init__(self, xml: str, path: str, label: str = "") -> None:
        """Read the decoded XML of a part; ``label`` begins its locators. Raises InputError when it is not well-formed."""
        self.xml = xml
        reader = _Reader(xml, path, label)
        scan(xml, reader, path)
        self.prefix, self.namespace = reader.prefix, reader.namespace
        self.runs = reader.runs
        self.references = reader.references
        self.paragraphs = [paragraph for paragraph in reader.paragraphs if paragraph.locator]


class _Reader(Handler):
    """Walks through the XML of a part."""

    def __init__(self, xml: str, path: str, label: str) -> None:
        self._xml, self._path = xml, path
        self.prefix = ""  # of the names of WordprocessingML, with the colon
        self.namespace = NAMESPACES[0]
        self._preserve = "default"
        self.paragraphs: list[Paragraph] = []
        self.references: dict[tuple[str, str], Run] = {}
        self._names: list[str] = []  # open elements, without the prefix; "" for another namespace's
        self._open: list[Paragraph] = []
        self._texts: list[list[str]] = []  # of the open paragraphs, so far
        self._open_runs: list[Run] = []
        self.runs: list[Run] = []
        self._frames = [_Frame(label, ("", ""))]
        self._tables: list[_Table] = []
        self._left_out = 0  # depth of open elements whose text is not the document's
        self._leaf: Leaf | None = None
        self._said: list[str] = []

    def opened(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        if not self._names:
            self._root(attributes)
        word = name[len(self.prefix) :] if name.startswith(self.prefix) else ""
        parent = self._names[-1] if self._names else ""
        self._names.append(word)
        if self._left_out or word in _LEFT_OUT or name.endswith(_SAME_AGAIN):
            self._left_out += 1
            return
        if word == "p":
            self._open_paragraph()
        elif word == "r" and self._open:
            self._open_runs.append(Run(start, self._xml[start:end]))
            self.runs.append(self._open_runs[-1])
        elif parent == "r" and self._open_runs:
            self._in_run(word, attributes, start, end)
        elif word == "pStyle" and self._open:
            self._open[-1].style = self._value(attributes)
        elif word == "vanish" and parent == "rPr" and self._names[-3:-2] == ["r"]:
            self._open_runs[-1].hidden = self._value(attributes) not in _FALSE
        else:
            self._container(word, attributes)

    def _root(self, attributes: Mapping[str, str]) -> None:
        declared = [name for name, value in attributes.items() if value in NAMESPACES]
        if not declared:
            raise InputError("the archive holds no text of a Word document; is it a .docx?", self._path)
        prefix = declared[0].partition(":")[2]
        self.prefix, self.namespace = f"{prefix}:" if prefix else "", attributes[declared[0]]
        self._preserve = attributes.get("xml:space", "default")

    def _value(self, attributes: Mapping[str, str], name: str = "val") -> str:
        return attributes.get(self.prefix + name, attributes.get(f"w:{name}", ""))

    def _open_paragraph(self) -> None:
        frame = self._frames[-1]
        paragraph = Paragraph(frame.note, self._open_runs[0] if self._open_runs else None)
        self._open.append(paragraph)
        self._texts.append([])
        self.paragraphs.append(paragraph)

    def _in_run(self, word: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        run = self._open_runs[-1]
        if word in _CHARACTERS or word == "t":
            preserve = attributes.get("xml:space", self._preserve) == "preserve"
            self._leaf = Leaf(run, self._open[-1].length, (start, end), word != "t", preserve)
            self._said = [_CHARACTERS.get(word, "")]
        elif word in ("footnoteReference", "endnoteReference"):
            self.references.setdefault((word.removesuffix("Reference"), self._value(attributes, "id")), run)

    def _container(self, word: str, attributes: Mapping[str, str]) -> None:
        frame = self._frames[-1]
        if word == "tbl":
            frame.tables += 1
            self._tables.append(_Table(frame.under(f"table {frame.tables}")))
        elif word == "tr" and self._tables:
            self._tables[-1].row += 1
            self._tables[-1].cell = 0
        elif word == "tc" and self._tables:
            table = self._tables[-1]
            table.cell += 1
            label = _under(table.label, f"row {table.row}, cell {table.cell}")
            self._frames.append(_Frame(label, frame.note))
        elif word in _FRAMES:
            self._open_frame(word, attributes)

    def _open_frame(self, word: str, attributes: Mapping[str, str]) -> None:
        outer = self._frames[-1]
        if word == "txbxContent":
            self._frames[0].boxes += 1
            frame = _Frame(outer.under(f"text box {self._frames[0].boxes}"), outer.note)
        else:
            number = self._value(attributes, "id")
            frame = _Frame(f"{_FRAMES[word]} {number}", (word, number))
        self._frames.append(frame)

    def text(self, text: str, start: int, end: int) -> None:
        if self._leaf is not None and not self._leaf.character:
            self._said.append(" " if text == "\n" else text)

    def closed(self, name: str, start: int, end: int) -> None:
        word = self._names.pop()
        if self._left_out:
            self._left_out -= 1
        elif self._leaf is not None and (word == "t" or self._leaf.character):
            self._close_leaf(self._leaf, start, end)
        elif word == "r" and self._open_runs:
            self._open_runs.pop().end = end
        elif word == "rPr" and self._names[-1:] == ["r"] and self._open_runs:
            run = self._open_runs[-1]
            run.head = self._xml[run.start : end]
        elif word == "p" and self._open:
            self._close_paragraph(self._open.pop())
        elif word == "tbl" and self._tables:
            self._tables.pop()
        elif (word == "tc" or word in _FRAMES) and len(self._frames) > 1:
            self._frames.pop()

    def _close_leaf(self, leaf: Leaf, start: int, end: int) -> None:
        self._leaf = None
        text = "".join(self._said)
        text = text if leaf.preserve or leaf.character else text.strip(" \t")
        leaf.inner = (leaf.outer[1], max(start, leaf.outer[1]))
        leaf.outer = (leaf.outer[0], end)
        leaf.end = leaf.start + len(text)
        if text and not leaf.run.hidden:
            leaf.run.leaves.append(leaf)
            self._open[-1].leaves.append(leaf)
            self._open[-1].length = leaf.end
            self._texts[-1].append(text)

    def _close_paragraph(self, paragraph: Paragraph) -> None:
        paragraph.text = "".join(self._texts.pop())
        if not paragraph.text.strip():
            return
        frame = self._frames[-1]
        frame.paragraphs += 1
        plain = f"paragraph {frame.paragraphs}"
        paragraph.locator = frame.label if frame.label and frame.paragraphs == 1 else frame.under(plain)
