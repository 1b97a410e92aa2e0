"""[sic]: the words just before the mark are meant as they stand, so what is found in them is set aside."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lintnews.model import SIC, Document, Finding, Span
from lintnews.view import FILLER, View

_HINTS = ("[sic", "(sic", "[Sic", "(Sic", "[SIC", "(SIC")
_HINT_IN_MARKUP = "\\bsic\\b"  # a tag may stand between: [<i>sic</i>]
_MARK = "[\\[(]\\s*sic\\s*[.!?]?\\s*[\\])]"
_CLOSING = tuple("\"\u2019\u201d\u00bb")


def honour(view: View, findings: Sequence[Finding]) -> Sequence[Finding]:
    """``findings`` in ``view``; those in the word before a [sic], or in the phrase quoted before it, set aside."""
    if not findings or not _may_have(view.document):
        return findings
    spans = list(_honoured(view))
    return [_judged(finding, spans) for finding in findings] if spans else findings


def _may_have(document: Document) -> bool:
    """Whether to look closer. Without markup that takes a few plain searches, which cost nothing."""
    if document.masks:
        return re.search(_HINT_IN_MARKUP, document.text, re.IGNORECASE) is not None
    return any(hint in document.text for hint in _HINTS)


def _honoured(view: View) -> Iterator[Span]:
    """For each mark: from the start of what it honours to its own end."""
    ends = [quote.end for quote in view.quotes]
    for match in re.finditer(_MARK, view.plain.replace(FILLER, " "), re.IGNORECASE):
        last = view.token_at(match.start()) - 1
        segment = view.segment_at(match.start())
        if last < 0 or segment is None or view.tokens[last].start < segment.start:
            continue
        start, end = view.tokens[last].start, view.tokens[last].end
        if view.text(end, match.start()).rstrip().endswith(_CLOSING):
            place = bisect_right(ends, match.start()) - 1
            quote = view.quotes[place] if place >= 0 else Span(0, 0)
            if quote.start < start < quote.end and not view.in_quote(*quote):
                start = quote.start  # a phrase in quotation marks; of somebody's speech, the last word alone
        yield Span(start, match.end())


def _judged(finding: Finding, spans: Sequence[Span]) -> Finding:
    place = bisect_right(spans, finding.start, key=lambda span: span.end)
    meant = place < len(spans) and spans[place].start < finding.end
    return finding._replace(set_aside=SIC) if meant and not finding.set_aside else finding
