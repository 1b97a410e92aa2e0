"""What is known of the place under the pointer: why it is flagged, or which term of the glossary it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types

from lintnews.lsp.desk import Desk, Outcome
from lintnews.lsp.entries import Entry, entry_of, term_at
from lintnews.lsp.server import Server
from lintnews.model import KINDS, REMOVE, Finding, Span

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#!|~&])")
_MOST = 8  # pieces of evidence


def register(server: Server) -> None:
    """Answer ``textDocument/hover``."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        outcome = await server.checker.outcome(params.text_document.uri)
        if outcome is None:
            return None
        offset = outcome.draft.offset(params.position)
        found = await server.at_work(_known, server.desk, outcome, offset)
        if found is None:
            return None
        span, lines = found
        text = "\n\n".join(lines)
        content = types.MarkupContent(types.MarkupKind.Markdown, text)
        if not _reads_markdown(server.client_capabilities):
            content = types.MarkupContent(types.MarkupKind.PlainText, _plain(text))
        return types.Hover(content, outcome.draft.range(*span))


def _reads_markdown(client: types.ClientCapabilities) -> bool:
    hover = client.text_document.hover if client.text_document else None
    formats = (hover.content_format if hover else None) or []
    return types.MarkupKind.Markdown in formats


def _known(desk: Desk, outcome: Outcome, offset: int) -> tuple[Span, list[str]] | None:
    """The place that ``offset`` is in, and what to say of it, in Markdown."""
    linter = desk.linter(outcome.draft.path)
    if linter is None:
        return None
    for finding in outcome.at(Span(offset, offset)):
        entry = entry_of(linter.lexicon, finding.rule)
        why = next((info.why for info in linter.explain(finding.rule)), "")
        return Span(finding.start, finding.end), list(_of_finding(outcome, finding, entry, why))
    term = term_at(linter, outcome.result.document, offset) if outcome.result.document is not None else None
    if term is None:
        return None
    forms = ", ".join(map(_escaped, term.entry.record.get("en", ())))
    return term.span, [f"**{forms}**", *_of_entry(term.entry)]


def _of_finding(outcome: Outcome, finding: Finding, entry: Entry | None, why: str) -> Iterator[str]:
    kind = KINDS[finding.kind]
    yield f"**{_escaped(kind.title)}** ({finding.severity}, {finding.confidence})"
    yield f"{_escaped(finding.message)}."
    if finding.suggestions:
        offered = [f"**{_escaped(s)}**" if s and s != REMOVE else "nothing: delete it" for s in finding.suggestions]
        yield f"Write {', '.join(offered)}"
    if why and (entry is None or why != entry.record.get("note")):
        yield _escaped(why)
    yield from _evidence(outcome, finding)
    if entry is not None:
        yield from _of_entry(entry)
    yield f"`{finding.rule}`"


def _evidence(outcome: Outcome, finding: Finding) -> Iterator[str]:
    cues = [cue for cue in finding.evidence if cue.end > cue.start and (cue.start, cue.end) != (finding.start, finding.end)]
    for title, wanted in (("For it", True), ("Against it", False)):
        shown = {}
        for cue in cues:
            if (cue.weight >= 0) == wanted:
                line = outcome.draft.grid.cell(cue.start)[0] + 1
                shown[" ".join(outcome.draft.text[cue.start : cue.end].split())] = line
        if shown:
            listed = (f"“{_escaped(text)}” (line {line})" for text, line in list(shown.items())[:_MOST])
            yield f"{title}: {', '.join(listed)}"


def _of_entry(entry: Entry) -> Iterator[str]:
    if entry.native:
        yield "; ".join(f"{language}: {_escaped(', '.join(forms))}" for language, forms in entry.native.items())
    if entry.record.get("note"):
        yield _escaped(entry.record["note"])
    source = entry.record.get("source", "")
    if source:
        yield f"Source: <{source}>" if source == entry.address else f"Source: {_escaped(source)}"


def _escaped(text: str) -> str:
    """``text`` as Markdown that shows it as it is: a draft must not format, link or load anything."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def _plain(markdown: str) -> str:
    return re.sub(r"\\(.)|\*\*|`|<(?=http)|(?<=\S)>$", lambda match: match[1] or "", markdown, flags=re.MULTILINE)
