"""Corrections of Word documents: the text of runs is replaced, their formatting and everything else stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from lintnews.formats.docx import Package, Part
from lintnews.formats.splice import Splice, spliced
from lintnews.formats.wordprocessing import Leaf, Paragraph, Story
from lintnews.formats.xml import escape
from lintnews.model import Edit

FORMAT = "docx"

_PIECES = re.compile(r"\s+|\S+")
_SPACE_ATTRIBUTE = re.compile("\\s+xml:space\\s*=\\s*(\"[^\"]*\"|'[^']*')")
_STRIPPED = " \t\n"  # what Word takes off the edges of a text that is not marked to be kept as it is


def apply(data: bytes, edits: Sequence[Edit]) -> bytes:
    """The bytes of a Word document with ``edits`` made, which index its text, are in order and do not overlap.

    An edit over several runs is made word by word where the words answer to one another, and leaves the letters at its ends
    that stay; what is new takes the formatting of the first run that it touches. An edit that reaches from one paragraph into
    another is left out. Parts without an edit keep their bytes. Raises InputError when ``data`` is no Word document.
    """
    package = Package(data)
    grouped: dict[Paragraph, tuple[Part, list[Edit]]] = {}
    for edit in edits:
        place = package.at(edit.start)
        if place and edit.end <= place[0].start + len(place[0].text):
            paragraph, part = place
            moved = edit._replace(start=edit.start - paragraph.start, end=edit.end - paragraph.start)
            grouped.setdefault(paragraph, (part, []))[1].append(moved)
    splices: dict[Part, list[Splice]] = {}
    for paragraph, (part, inside) in grouped.items():
        splices.setdefault(part, []).extend(_splices(part.story, paragraph, inside))
    return package.with_xml({part.name: spliced(part.story.xml, made) for part, made in splices.items()})


def _splices(story: Story, paragraph: Paragraph, edits: Iterable[Edit]) -> Iterator[Splice]:
    """The changes of the XML that make ``edits``, which index the text of ``paragraph``."""
    changed: dict[Leaf, list[Edit]] = {}
    for edit in edits:
        for piece in _by_word(paragraph, edit):
            for leaf, part in _shared_out(_covered(paragraph, piece), piece):
                changed.setdefault(leaf, []).append(part)
    for leaf, parts in changed.items():
        old = paragraph.text[leaf.start : leaf.end]
        yield _rewritten(story, leaf, old, _edited(paragraph, leaf, parts))


def _by_word(paragraph: Paragraph, edit: Edit) -> Iterator[Edit]:
    """An edit over several runs, taken apart so that each word keeps its own formatting, and so do letters that stay."""
    olds, news = _PIECES.findall(paragraph.text[edit.start : edit.end]), _PIECES.findall(edit.text)
    if len(_covered(paragraph, edit)) < 2:
        yield edit
    elif len(olds) != len(news):
        yield _narrowed(paragraph, edit)
    else:
        start = edit.start
        for before, after in zip(olds, news, strict=True):
            if before != after:
                yield _narrowed(paragraph, Edit(start, start + len(before), after))
            start += len(before)


def _narrowed(paragraph: Paragraph, edit: Edit) -> Edit:
    """An edit over several runs without the letters that stay the same at its ends: an initial keeps its size."""
    if len(_covered(paragraph, edit)) < 2:
        return edit
    old, new = paragraph.text[edit.start : edit.end], edit.text
    head = _shared_length(old, new)
    tail = _shared_length(old[head:][::-1], new[head:][::-1])
    return Edit(edit.start + head, edit.end - tail, new[head : len(new) - tail])


def _shared_length(one: str, other: str) -> int:
    """How many letters the two begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _covered(paragraph: Paragraph, edit: Edit) -> list[Leaf]:
    """The leaves that ``edit`` changes; for an insertion one that it touches, rather a text than a break."""
    leaves = paragraph.covered(edit.start, edit.end)
    if edit.start == edit.end:
        return ([leaf for leaf in leaves if not leaf.character] or leaves)[:1]
    return leaves


def _shared_out(leaves: list[Leaf], edit: Edit) -> Iterator[tuple[Leaf, Edit]]:
    """``edit`` shared out: all of its text to the first leaf that has letters, to the others an end of theirs."""
    chosen = next((leaf for leaf in leaves if not leaf.character), leaves[0])
    for leaf in leaves:
        start, end = max(edit.start, leaf.start), min(edit.end, leaf.end)
        yield leaf, Edit(start, end, edit.text if leaf is chosen else "")


def _edited(paragraph: Paragraph, leaf: Leaf, edits: list[Edit]) -> str:
    """What ``leaf`` says once ``edits`` are made."""
    text = paragraph.text[leaf.start : leaf.end]
    return spliced(text, (Splice(edit.start - leaf.start, edit.end - leaf.start, edit.text) for edit in edits))


def _rewritten(story: Story, leaf: Leaf, old: str, text: str) -> Splice:
    """The element of ``leaf``, which said ``old``, with ``text`` in it; without any it goes."""
    if leaf.character:
        before, kept, after = text.partition(old)
        element = story.xml[slice(*leaf.outer)] if kept else ""
        return Splice(*leaf.outer, text_elements(story, before) + element + text_elements(story, after))
    if not text or "\n" in text:
        return Splice(*leaf.outer, text_elements(story, text))
    tag = story.xml[leaf.outer[0] : leaf.inner[0]]
    if text.strip(_STRIPPED) != text and not leaf.preserve:
        tag = _SPACE_ATTRIBUTE.sub("", tag)[:-1] + ' xml:space="preserve">'
    return Splice(leaf.outer[0], leaf.inner[1], tag + escape(text))


def text_elements(story: Story, text: str) -> str:
    """The elements of a run that say ``text``, spaces and line breaks included; none for no text."""
    name = f"{story.prefix}t"
    lines = (f'<{name} xml:space="preserve">{escape(line)}</{name}>' if line else "" for line in text.split("\n"))
    return f"<{story.prefix}br/>".join(lines)
