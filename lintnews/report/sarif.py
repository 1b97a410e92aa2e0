"""SARIF 2.1.0 (OASIS), which GitHub code scanning, GitLab, Azure DevOps and editors show.

One run. Results are written as they come; the rules that they name, the MQM issue types and what went wrong follow. Lines,
columns and offsets count code points. Text taken out of a container has no lines of its file: such results name the
paragraph. What was set aside on request is there, marked as suppressed; what the linter itself decided against is not.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lintnews import __version__
from lintnews.fingerprint import entry_of
from lintnews.model import ASKED_IN_COPY, ASKED_OUTSIDE, SUPPRESSED, Document, Edit, Finding, Result
from lintnews.position import Lines
from lintnews.report import Context
from lintnews.report._locators import Locators
from lintnews.report._message import told
from lintnews.report._sarif_rules import LEVELS, MQM, descriptor, taxonomy
from lintnews.report._uri import uri
from lintnews.report.json import dump

NAME = "sarif"

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_HOME = "https://github.com/lintnews/lintnews"
_ROOT = "ROOT"  # uriBaseId of paths that are relative to the folder of the run
_FINGERPRINT = "wordsAndNeighbours/v1"


def render(results: Iterable[Result], context: Context) -> Iterator[str]:
    """A SARIF log with each result on a line of its own."""
    rules: dict[str, int] = {}
    notifications: list[dict[str, Any]] = []
    yield f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{"columnKind": "unicodeCodePoints", "results": ['
    separator = "\n"
    failed = False
    for result in results:
        failed |= bool(result.error)
        notifications += _notifications(result)
        for made in _results(result, context, rules):
            yield separator + dump(made)
            separator = ",\n"
    yield "\n]" + "".join(f',\n"{name}": {dump(value)}' for name, value in _rest(rules, notifications, failed, context))
    yield "\n}]}\n"


def _rest(
    rules: Iterable[str], notifications: Sequence[Any], failed: bool, context: Context
) -> Iterator[tuple[str, Any]]:
    """The other properties of the run."""
    yield "tool", {
        "driver": {
            "name": "lintnews",
            "version": __version__,
            "informationUri": _HOME,
            "supportedTaxonomies": [{"name": MQM, "index": 0}],
            "rules": [descriptor(rule, context.explain(rule)) for rule in rules],
        }
    }
    yield "taxonomies", [taxonomy()]
    yield "invocations", [{"executionSuccessful": not failed, "toolExecutionNotifications": notifications}]
    yield "newlineSequences", ["\r\n", "\n", "\r"]
    yield "originalUriBaseIds", {_ROOT: {"description": {"text": "The folder in which lintnews was run."}}}


def _notifications(result: Result) -> Iterator[dict[str, Any]]:
    location = [{"physicalLocation": {"artifactLocation": _artifact(result.path)}}]
    if result.error:
        yield {"level": "error", "message": {"text": result.error}, "locations": location}
    if result.expired:
        text = f"{result.expired} expired in the baseline; lintnews --write-baseline drops them"
        yield {"level": "note", "message": {"text": text}, "locations": location}


def _results(result: Result, context: Context, rules: dict[str, int]) -> Iterator[dict[str, Any]]:
    document = result.document
    told_of = [finding for finding in result.findings if not finding.set_aside or _suppressions(finding)]
    if document is None or not told_of:
        return
    file = _File(result.path, document)
    offers = context.offers(document, told_of) if document.encoding else ((),) * len(told_of)
    for finding, offered in zip(told_of, offers, strict=True):
        suppressions = _suppressions(finding)
        yield {
            "ruleId": finding.rule,
            "ruleIndex": rules.setdefault(finding.rule, len(rules)),
            "level": LEVELS[finding.severity],
            "message": {"text": told(finding)},
            **file.places(finding),
            "partialFingerprints": {_FINGERPRINT: file.fingerprint(finding)},
            **({"fixes": [file.fix(edit) for edit in offered]} if offered else {}),
            **({"suppressions": suppressions} if suppressions else {}),
            "properties": {"confidence": finding.confidence, "suggestions": list(finding.suggestions)},
        }


def _suppressions(finding: Finding) -> list[dict[str, str]]:
    if finding.set_aside.startswith(ASKED_IN_COPY):
        return [{"kind": "inSource", "justification": finding.set_aside.removeprefix(SUPPRESSED)}]
    outside = finding.set_aside.startswith(ASKED_OUTSIDE)
    return [{"kind": "external", "justification": finding.set_aside}] if outside else []


class _File:
    """What the results of one file say of places in it."""

    def __init__(self, path: str, document: Document) -> None:
        self._document = document
        self._artifact = _artifact(path)
        self._lines, self._locators = Lines(document.text), Locators(document)
        self._seen: Counter[str] = Counter()

    def places(self, finding: Finding) -> dict[str, Any]:
        """Where ``finding`` stands and, as related locations, the cues that speak for it."""
        location = self._location(finding.start, finding.end, snippet=True)
        if locator := self._locators.at(finding.start):
            location["logicalLocations"] = [{"fullyQualifiedName": locator, "kind": "element"}]
        cues = [cue for cue in finding.evidence if cue.weight >= 0]
        related = [
            {"id": number, **self._location(cue.start, cue.end), "message": {"text": f"‘{cue.text}’ speaks for it"}}
            for number, cue in enumerate(cues, 1)
        ]
        return {"locations": [location], **({"relatedLocations": related} if related else {})}

    def fix(self, edit: Edit) -> dict[str, Any]:
        """``edit`` as a fix; its property bag says whether it is safe."""
        replacement: dict[str, Any] = {"deletedRegion": self._region(edit.start, edit.end)}
        if edit.text:
            replacement["insertedContent"] = {"text": edit.text}
        return {
            "description": {"text": f"Write “{edit.text}”" if edit.text else "Take it out"},
            "artifactChanges": [{"artifactLocation": self._artifact, "replacements": [replacement]}],
            "properties": {"safety": edit.safety},
        }

    def fingerprint(self, finding: Finding) -> str:
        """The same as long as the words found and those around stay: rule, words, neighbours, and a number among equals."""
        entry = entry_of(self._document, finding)
        key = "\0".join((entry.rule, entry.text, " ".join(entry.before), " ".join(entry.after)))
        digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        self._seen[digest] += 1
        return f"{digest}:{self._seen[digest]}"

    def _location(self, start: int, end: int, snippet: bool = False) -> dict[str, Any]:
        physical: dict[str, Any] = {"artifactLocation": self._artifact}
        if self._document.encoding:
            physical["region"] = self._region(start, end)
            if snippet:
                physical["region"]["snippet"] = {"text": self._document.text[start:end]}
        return {"physicalLocation": physical}

    def _region(self, start: int, end: int) -> dict[str, Any]:
        first, last = self._lines.place(start), self._lines.place(end)
        return {
            "startLine": first.line,
            "startColumn": first.column,
            "endLine": last.line,
            "endColumn": last.column,
            "charOffset": start,
            "charLength": end - start,
        }


def _artifact(path: str) -> dict[str, str]:
    name, relative = uri(path)
    return {"uri": name, "uriBaseId": _ROOT} if relative else {"uri": name}
