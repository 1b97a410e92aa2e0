"""What the lexicon can tell a person about an entry: takes its record, gives RuleInfo values."""

from __future__ import annotations

from collections.abc import Iterator

from lintnews.model import KINDS, Example, RuleInfo, Severity
from lintnews.typed import Any


def entry_info(record: dict[str, Any]) -> Iterator[RuleInfo]:
    """One RuleInfo for each kind of finding the entry can give."""
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
            _unique(cue for variant in group for cue in _cues(variant.get("near", {}))),
            _unique(cue for variant in group for cue in _cues(variant.get("unless", {}))),
            record.get("source", ""),
            record["path"],
            tuple(Example(*example) for example in record.get("examples", ())),
        )


def _severity(kind: str, group: list[dict[str, Any]]) -> Severity:
    stated = {variant.get("severity") or KINDS[kind].severity for variant in group}
    return next((severity for severity in ("error", "warning") if severity in stated), "info")


def _cues(spec: dict[str, Any]) -> Iterator[str]:
    own = spec.get("own", {})
    yield from own.get("w", {}).values()
    yield from (stem + "*" for stem in own.get("s", ()))
    yield from (phrase[0] for phrases in own.get("p", {}).values() for phrase in phrases)
    yield from spec.get("sets", ())


def _unique(values: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
