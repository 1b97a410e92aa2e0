"""Findings as an editor shows them: takes an Outcome, gives LSP diagnostics."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from lintnews.errors import LintnewsError
from lintnews.lsp.desk import Outcome
from lintnews.lsp.drafts import Draft
from lintnews.model import REMOVE, Finding, Severity

SOURCE = "lintnews"
_LEVELS: dict[Severity, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
_MOST_RELATED = 8  # places of evidence that are named


class Abilities:
    """What the client can do with a diagnostic."""

    def __init__(self, client: types.ClientCapabilities) -> None:
        document = client.text_document
        publish = document.publish_diagnostics if document else None
        self.pulls = bool(document and document.diagnostic)  # such a client asks; telling it too would show all twice
        self.related = bool(publish and publish.related_information)
        self.tags = bool(publish and publish.tag_support)
        self.links = bool(publish and publish.code_description_support)


def diagnostics(outcome: Outcome, able: Abilities) -> list[types.Diagnostic]:
    """A diagnostic for each finding that is not set aside, in order of place."""
    return [diagnostic(outcome, finding, able) for finding in outcome.shown]


def diagnostic(outcome: Outcome, finding: Finding, able: Abilities) -> types.Diagnostic:
    """One finding, with as much of it as the client can show."""
    draft, link = outcome.draft, outcome.links.get(finding.rule, "")
    deletes = bool(finding.suggestions) and finding.suggestions[0] == REMOVE
    return types.Diagnostic(
        range=draft.range(finding.start, finding.end),
        message=message(finding),
        severity=_LEVELS[finding.severity],
        code=finding.rule,
        code_description=types.CodeDescription(link) if link and able.links else None,
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if deletes and able.tags else None,
        related_information=list(_related(draft, finding)) or None if able.related else None,
    )


def message(finding: Finding) -> str:
    """What is wrong and what to write instead, on one line."""
    offered = [suggestion for suggestion in finding.suggestions if suggestion]
    if not offered:
        return finding.message
    if offered[0] == REMOVE:
        return f"{finding.message}; delete it"
    return f"{finding.message}; write {' or '.join(f'“{suggestion}”' for suggestion in offered[:2])}"


def _related(draft: Draft, finding: Finding) -> Iterator[types.DiagnosticRelatedInformation]:
    places = dict.fromkeys((cue.start, cue.end, cue.weight >= 0) for cue in finding.evidence if cue.end > cue.start)
    for start, end, speaks_for in list(places)[:_MOST_RELATED]:
        if (start, end) != (finding.start, finding.end):
            verdict = "speaks for this" if speaks_for else "speaks against it"
            text = " ".join(draft.text[start:end].split())
            yield types.DiagnosticRelatedInformation(
                types.Location(draft.uri, draft.range(start, end)), f"“{text}” {verdict}"
            )


def of_problem(problem: LintnewsError) -> types.Diagnostic:
    """A diagnostic at the line of a configuration or rules file that cannot be used."""
    line = max(getattr(problem, "line", 0) - 1, 0)
    there = types.Range(types.Position(line, 0), types.Position(line + 1, 0))
    return types.Diagnostic(range=there, message=str(problem), severity=types.DiagnosticSeverity.Error, source=SOURCE)
