"""Remarks that set a finding aside: where one goes in a draft, and how the format writes it. See docs/suppressing.md."""

from __future__ import annotations

import re
from typing import NamedTuple

from lintnews.lsp.desk import Outcome
from lintnews.model import Edit, Finding, Segment


class _Style(NamedTuple):
    """How a format writes a remark: what is around its text, what must begin where it goes, whether lines may hold it."""

    around: str
    above: re.Pattern[str] | None  # it may stand on a line of its own before the last of these; None: it may not
    inline: bool


_PARAGRAPH = re.compile(r"^(?=\S)", re.MULTILINE)
_BLOCK = re.compile(r"(?:\A|(?<=\n\n)|(?<=\n\r\n))(?=\S)")
_UNIT = re.compile(r"^[ \t]*(?=<(?:trans-unit|unit|tu)\b)", re.MULTILINE)
_STYLES = {
    "plain": _Style("[{}]", _PARAGRAPH, True),
    "markdown": _Style("<!-- {} -->", _BLOCK, True),
    "html": _Style("<!-- {} -->", None, True),
    "po": _Style("# {}", _BLOCK, False),
    "vtt": _Style("NOTE {}\n", _BLOCK, False),
    "xliff": _Style("<!-- {} -->", _UNIT, False),
    "tmx": _Style("<!-- {} -->", _UNIT, False),
}


def remark_for(outcome: Outcome, finding: Finding, words: str = "") -> Edit | None:
    """The edit that sets ``finding`` aside, or with ``words`` all that is found of them from there on; None: no way to.

    A line above the paragraph is best. Where an earlier finding of the rule would be taken for the one that is meant, or
    a line would tear the paragraph apart, the remark goes right before the words.
    """
    document = outcome.result.document
    style = _STYLES.get(document.format) if document is not None else None
    segment = _segment(outcome, finding)
    if style is None or segment is None or '"' in words or "\n" in words:
        return None
    about = f'lintnews: ignore {finding.rule} "{words}"' if words else f"lintnews: ignore next {finding.rule}"
    remark = style.around.format(about)
    first = words or not any(
        other.rule == finding.rule and segment.start <= other.start < finding.start for other in outcome.result.findings
    )
    line = _above(outcome.draft.text, segment, style) if first else None
    if line is not None:
        indent = re.match(r"[ \t]*", outcome.draft.text[line:])
        newline = "\r\n" if "\r\n" in outcome.draft.text else "\n"
        return Edit(line, line, f"{indent[0] if indent else ''}{remark}\n".replace("\n", newline))
    if not style.inline or _begins_line(outcome.draft.text, finding.start, document.format if document else ""):
        return None
    return Edit(finding.start, finding.start, f"{remark} ")


def _segment(outcome: Outcome, finding: Finding) -> Segment | None:
    segments = outcome.result.document.segments if outcome.result.document else ()
    return next((segment for segment in segments if segment.start <= finding.start < segment.end), None)


def _above(text: str, segment: Segment, style: _Style) -> int | None:
    """Where a line may go that stands before ``segment``: at its own first line, or at what it is a part of."""
    if style.above is None:
        return None
    start = text.rfind("\n", 0, segment.start) + 1
    if style.above is _PARAGRAPH:
        return start
    if style.above is _BLOCK and style.inline:  # Markdown: not into a list, a quotation or the middle of a paragraph
        return start if start == segment.start and _BLOCK.match(text, start) else None
    places = [match.start() for match in style.above.finditer(text, 0, segment.start)]
    return places[-1] if places else None


def _begins_line(text: str, offset: int, name: str) -> bool:
    """Whether a comment at ``offset`` would turn its line into a block of HTML, which Markdown does at the line's start."""
    return name == "markdown" and not text[text.rfind("\n", 0, offset) + 1 : offset].strip(" \t>*+-0123456789.)#")
