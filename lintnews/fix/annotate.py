"""Word comments: what was found, in the margin beside the words, in a copy of the document that is otherwise the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from lintnews.fix.docx import text_elements
from lintnews.formats.docx import CONTENT_TYPES, Package, Part, relations_of
from lintnews.formats.splice import Splice, spliced, with_children
from lintnews.formats.wordprocessing import Leaf, Paragraph, Run, Story
from lintnews.formats.xml import Handler, escape, local, scan
from lintnews.model import Finding

AUTHOR = "lintnews"
MOST = 32_767  # comments; Word opens no document that has more (MS-OI29500, 2.1.315)
_INITIALS = "ln"
_PART = "comments.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS = {
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
}
_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class _Comment(NamedTuple):
    """One comment to be: its number, its paragraphs, and where in the body it begins and ends."""

    number: int
    lines: tuple[str, ...]
    start: _Edge
    end: _Edge


class _Edge(NamedTuple):
    """A place in the XML of the body: between runs at ``place``, or ``offset`` characters into ``leaf`` of a run."""

    place: int
    leaf: Leaf | None = None
    offset: int = 0


def annotate(data: bytes, findings: Iterable[Finding], date: datetime | None = None) -> bytes:
    """The bytes of a Word document with a comment for each of ``findings``, anchored at its words.

    ``findings`` index the document's text; those that are set aside get none. Comments that are there stay. Word shows no
    comment in headers, footers, notes and text boxes: what is found there is anchored at the reference of the note, at the
    box, or at the first words of the body, and the comment says where. ``date`` is now unless given. Raises InputError.
    """
    package = Package(data)
    body = package.parts[0]
    known = _comment_numbers(package)
    first = max(known, default=-1) + 1
    shown = sorted(finding for finding in findings if not finding.set_aside)
    comments = list(_comments(package, shown, first))[: max(MOST - len(known), 0)]
    if not comments:
        return data
    parts = {body.name: spliced(body.story.xml, _marks(body.story, comments))}
    written = "".join(_element(comment, body.story, date or datetime.now(UTC)) for comment in comments)
    parts.update(_comments_part(package, written))
    return package.with_xml(parts)


def _comments(package: Package, findings: Iterable[Finding], first: int) -> Iterator[_Comment]:
    number = first
    for finding in findings:
        place = package.at(finding.start) or package.at(finding.start - 1)  # between paragraphs: at the end of the first
        edges = _edges(package, finding, *place) if place else None
        if place and edges:
            yield _Comment(number, _lines(finding, *place, package.text), *edges)
            number += 1


def _lines(finding: Finding, paragraph: Paragraph, part: Part, text: str) -> tuple[str, ...]:
    where = "" if _takes_comments(paragraph, part) else f"{paragraph.locator}, “{text[finding.start : finding.end]}”: "
    suggested = " / ".join(finding.suggestions)
    return tuple(filter(None, (where + finding.message, suggested and f"Suggestion: {suggested}", f"[{finding.rule}]")))


def _takes_comments(paragraph: Paragraph, part: Part) -> bool:
    return part.is_body and paragraph.holder is None


def _edges(package: Package, finding: Finding, paragraph: Paragraph, part: Part) -> tuple[_Edge, _Edge] | None:
    """Where the comment on ``finding`` begins and ends; None when the body has nothing to anchor it at."""
    if _takes_comments(paragraph, part):
        start = min(finding.start - paragraph.start, len(paragraph.text) - 1)
        end = min(max(finding.end - paragraph.start, start + 1), len(paragraph.text))
        return _edge(paragraph, start), _edge(paragraph, end, is_end=True)
    body = package.parts[0].story
    run = paragraph.holder if part.is_body else body.references.get(paragraph.note)
    run = run or next((run for run in body.runs if run.leaves), None) or next(iter(body.runs), None)
    return (_Edge(run.start), _Edge(run.end)) if run else None


def _edge(paragraph: Paragraph, offset: int, is_end: bool = False) -> _Edge:
    """The edge at ``offset`` of a paragraph's text: between two runs where one ends there, else inside one."""
    letter = offset - is_end  # the first letter of the words, or their last
    (leaf,) = paragraph.covered(letter, letter + 1)
    if is_end and leaf is leaf.run.leaves[-1] and offset == leaf.end:
        return _Edge(leaf.run.end)
    if not is_end and leaf is leaf.run.leaves[0] and offset == leaf.start:
        return _Edge(leaf.run.start)
    return _Edge(leaf.outer[0], leaf, min(offset - leaf.start, leaf.end - leaf.start))


def _marks(story: Story, comments: Iterable[_Comment]) -> Iterator[Splice]:
    """The changes to the XML of the body: the marks of the comments, and runs divided where one begins or ends inside."""
    between: dict[int, str] = {}
    inside: dict[Leaf, dict[int, str]] = {}
    comments = list(comments)
    marks = [(comment.end, _end_mark(story, comment.number)) for comment in comments]
    marks += [(comment.start, _mark(story, "commentRangeStart", comment.number)) for comment in comments]
    for edge, mark in marks:  # ends come before starts at the same place
        if edge.leaf is None:
            between[edge.place] = between.get(edge.place, "") + mark
        else:
            cuts = inside.setdefault(edge.leaf, {})
            cuts[edge.offset] = cuts.get(edge.offset, "") + mark
    yield from (Splice(place, place, mark) for place, mark in between.items())
    texts = {leaf: paragraph.text for paragraph in story.paragraphs for leaf in paragraph.leaves if leaf in inside}
    for leaf, cuts in inside.items():
        yield Splice(*leaf.outer, _divided(story, leaf, texts[leaf][leaf.start : leaf.end], cuts))


def _divided(story: Story, leaf: Leaf, text: str, cuts: Mapping[int, str]) -> str:
    """The element of ``leaf``, with its run ended and begun again at each cut and the marks between."""
    made: list[str] = []
    last = 0
    for offset, marks in sorted(cuts.items()):
        made += (_piece(story, leaf, text, last, offset), f"</{story.prefix}r>", marks, _head(story, leaf.run))
        last = offset
    return "".join([*made, _piece(story, leaf, text, last, len(text))])


def _piece(story: Story, leaf: Leaf, text: str, start: int, end: int) -> str:
    if leaf.character:
        return story.xml[slice(*leaf.outer)] if start < end else ""
    return text_elements(story, text[start:end])


def _head(story: Story, run: Run) -> str:
    """What a run begins with, to be written once more: without its record of earlier formatting, whose number is unique."""
    change = f"{re.escape(story.prefix)}rPrChange"
    return re.sub(f"<{change}\\b.*?</{change}\\s*>", "", run.head, flags=re.DOTALL)


def _end_mark(story: Story, number: int) -> str:
    reference = _mark(story, "commentReference", number)
    return f"{_mark(story, 'commentRangeEnd', number)}<{story.prefix}r>{reference}</{story.prefix}r>"


def _mark(story: Story, name: str, number: int) -> str:
    if story.prefix:
        return f'<{story.prefix}{name} {story.prefix}id="{number}"/>'
    return f'<w:{name} xmlns:w="{story.namespace}" w:id="{number}"/>'


def _element(comment: _Comment, story: Story, date: datetime) -> str:
    """A comment as the part of comments holds it; it declares its namespace, whatever prefix that part uses."""
    stamp = date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    said = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in comment.lines)
    who = f'w:author="{AUTHOR}" w:initials="{_INITIALS}" w:date="{stamp}"'
    return f'<w:comment xmlns:w="{story.namespace}" w:id="{comment.number}" {who}>{said}</w:comment>'


def _comments_part(package: Package, written: str) -> dict[str, str]:
    """The parts to write so that the document has the comments ``written`` beside those it had."""
    existing = package.related("comments")
    if existing:
        return {existing[0]: with_children(package.xml(existing[0]), written, package.path)}
    name = _free_name(package)
    namespace = package.parts[0].story.namespace
    return {
        name: f'{_HEADER}<w:comments xmlns:w="{namespace}">{written}</w:comments>',
        CONTENT_TYPES: with_children(
            package.xml(CONTENT_TYPES), f'<Override xmlns="{_TYPES}" PartName="/{name}" ContentType="{_TYPE}"/>', package.path
        ),
        **_relation(package, name, strict="purl.oclc.org" in namespace),
    }


def _relation(package: Package, name: str, strict: bool) -> dict[str, str]:
    part = relations_of(package.main)
    taken = {relation.id for relation in package.relations}
    identity = next(made for made in (f"rIdLintnews{number}" for number in range(len(taken) + 1)) if made not in taken)
    link = f'<Relationship xmlns="{_RELATIONS}" Id="{identity}" Type="{_COMMENTS[strict]}" Target="/{name}"/>'
    if part in package.archive:
        return {part: with_children(package.xml(part), link, package.path)}
    return {part: f'{_HEADER}<Relationships xmlns="{_RELATIONS}">{link}</Relationships>'}


def _free_name(package: Package) -> str:
    folder = package.main.rpartition("/")[0]
    stem = f"{folder}/" if folder else ""
    names = (f"{stem}{prefix}{_PART}" for prefix in ("", "lintnews-", "lintnews-further-"))
    return next(name for name in names if name not in package.archive)


def _comment_numbers(package: Package) -> set[int]:
    """The numbers that comments of the document have, or that its body refers to."""
    numbers = _Numbers()
    for name in (package.main, *package.related("comments")):
        scan(package.xml(name), numbers, package.path)
    return numbers.found


class _Numbers(Handler):
    def __init__(self) -> None:
        self.found: set[int] = set()

    def opened(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        if local(name).startswith("comment"):
            values = (value for key, value in attributes.items() if local(key) == "id" and value.isdecimal())
            self.found.update(map(int, values))
