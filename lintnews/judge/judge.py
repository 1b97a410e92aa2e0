"""Hits to findings: takes a View, a Lexicon and Hits, gives Findings, each with its sum and its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintnews.judge import weights as W  # noqa: N812 - read as a table of constants
from lintnews.judge.message import compose
from lintnews.judge.safety import is_plural, is_sure, spells_acronym
from lintnews.judge.weigh import Scales, Verdict
from lintnews.lexicon.lexicon import Lexicon
from lintnews.model import CONFIDENCES, KINDS, SEVERITIES, Confidence, Finding, Hit, Severity
from lintnews.typed import Any
from lintnews.view import View

_PHRASES = ("calque", "broken-syntax", "boilerplate")  # kinds about more than nouns: an s is no plural there


def judge(view: View, lexicon: Lexicon, hits: Iterable[Hit]) -> Iterator[Finding]:
    """A finding for each hit with evidence enough, and one set aside for each that a cue speaks against."""
    scales = Scales(view, lexicon)
    for hit in hits:
        entry = lexicon.entry(hit.entry)
        variant = entry["variants"][hit.variant]
        if not _in_scope(view, hit, entry):
            continue
        verdict = scales.weigh(hit, entry, variant)
        if verdict.support >= W.POSSIBLE:
            yield _finding(view, lexicon, hit, verdict)


def _in_scope(view: View, hit: Hit, entry: dict[str, Any]) -> bool:
    scope = entry.get("scope")
    if not scope:
        return True
    return view.role_at(hit.start) in scope or ("quote" in scope and view.in_quote(hit.start, hit.end))


def _finding(view: View, lexicon: Lexicon, hit: Hit, verdict: Verdict) -> Finding:
    entry = lexicon.entry(hit.entry)
    variant = entry["variants"][hit.variant]
    kind = variant["kind"]
    text = view.text(hit.start, hit.end)
    quoted = view.in_quote(hit.start, hit.end)
    confidence = _confidence(verdict.score, variant, quoted)
    cues = tuple(item for item in verdict.evidence if item.reason in ("near", "unless", "topic", "reading", "named"))
    suggestions = hit.suggest or tuple(variant.get("suggest", ()))
    return Finding(
        hit.start,
        hit.end,
        f"{kind}/{entry['id']}",
        kind,
        _severity(kind, variant, confidence),
        confidence,
        compose(text, kind, entry, variant, cues),
        suggestions,
        cues,
        verdict.score,
        _set_aside(view, text, kind, verdict),
        confidence == "certain" and not quoted and _safe(lexicon, hit, text, suggestions),
        kind not in _PHRASES and is_plural(text, variant.get("forms", [])),
    )


def _safe(lexicon: Lexicon, hit: Hit, text: str, suggestions: tuple[str, ...]) -> bool:
    entry = lexicon.entry(hit.entry)
    variant = entry["variants"][hit.variant]
    kind = variant["kind"]
    if not is_sure(text, kind, entry, variant, suggestions):
        return False
    return kind != "untranslated-acronym" or "fix" in variant or spells_acronym(lexicon, hit.entry, text)


def _confidence(score: float, variant: dict[str, Any], quoted: bool) -> Confidence:
    found: Confidence = "certain" if score >= W.CERTAIN else "likely" if score >= W.LIKELY else "possible"
    limits: list[Confidence] = [found]
    if variant.get("confidence"):
        limits.append(variant["confidence"])
    if quoted:
        limits.append("likely")  # a speaker may mean what the words say
    return min(limits, key=CONFIDENCES.index)


def _severity(kind: str, variant: dict[str, Any], confidence: Confidence) -> Severity:
    wanted: Severity = variant.get("severity") or KINDS[kind].severity
    return "info" if confidence == "possible" else max([wanted], key=SEVERITIES.index)


def _set_aside(view: View, text: str, kind: str, verdict: Verdict) -> str:
    if kind == "untranslated-acronym" and f"({text.rstrip('s')})" in view.plain:
        return "the document explains it"
    if verdict.score >= W.POSSIBLE:
        return ""
    cues = [item.text for item in verdict.evidence if item.weight < 0]
    return f"‘{cues[0]}’ speaks against it" if cues else "the evidence is too thin"
