"""What the lexicon can tell a person about an entry: takes its number, gives RuleInfo values."""

from __future__ import annotations

from collections.abc import Iterator

from lintnews.lexicon.lexicon import Lexicon
from lintnews.model import KINDS, Example, RuleInfo, Severity
from lintnews.typed import Any


def entry_info(lexicon: Lexicon, number: int) -> Iterator[RuleInfo]:
    """One RuleInfo for each kind of finding the entry can give."""
    record = lexicon.entry(number)
    variants: dict[str, list[dict[str, Any]]] = {}
    for variant in record.get("variants", ()):
        variants.setdefault(variant["kind"], []).append(variant)
    native = tuple(form for forms in record.get("native", {}).values() for form in forms)
    for kind, group in variants.items():
        yield RuleInfo(
            f"{kind}/{record['id']}",
            _severity(kind, group),
            record.get("en", [""])[0] or record.get("message", "") or record["id"].replace("-", " "),
            record.get("why", "") or record.get("note", ""),
            _unique(form for variant in group for form in (*variant.get("forms", ()), variant.get("regex", "")) if form),
            _unique(form for variant in group for form in variant.get("suggest", ())),
            _unique(native),
            _unique(cue for variant in group for cue in _cues(lexicon, number, variant.get("near", {}))),
            _unique(cue for variant in group for cue in _cues(lexicon, number, variant.get("unless", {}))),
            record.get("source", ""),
            record["path"],
            tuple(Example(*example) for example in record.get("examples", ())),
        )


def _severity(kind: str, group: list[dict[str, Any]]) -> Severity:
    stated = {variant.get("severity") or KINDS[kind].severity for variant in group}
    return next((severity for severity in ("error", "warning") if severity in stated), "info")


def _cues(lexicon: Lexicon, number: int, spec: dict[str, Any]) -> Iterator[str]:
    if own := spec.get("own"):
        yield from lexicon.own_cues(number, own).listed()
    yield from spec.get("sets", ())


def _unique(values: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
