"""A survey as text for people: takes a Report, gives lines."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from lintnews.survey.collect import Concept, Report

_MARKS = {"preferred": "  ", "admitted": "  ", "outlier": "? ", "note": "~ ", "wrong": "✗ "}
_MANY = 4  # documents named before the rest is only counted


def render(report: Report, everything: bool = False) -> Iterator[str]:
    """The concepts called by several names, or all with ``everything``; then the unlisted variants, with drafts."""
    shown = [concept for concept in report.concepts if everything or concept.uneven]
    even = len(report.concepts) - len(shown)
    number = report.documents
    yield f"{number} document{'s' * (number != 1)}, {report.words:,} words, "
    yield f"{len(report.concepts)} concepts of the glossary\n"
    yield "✗ wrong   ~ perhaps wrong   ? right, but rarely used here\n"
    for concept in shown:
        yield "\n"
        yield from _concept(concept)
    if even:
        named = "concept is" if even == 1 else "concepts are"
        yield f"\n{even} more {named} always called by a right name (--all lists them)\n"
    if report.variants:
        yield "\nNot in the glossary, but perhaps one thing under several names:\n"
    for cluster in report.variants:
        near = f" (like “{cluster.preferred}”, {cluster.concept})" if cluster.concept else ""
        yield f"\n  {cluster.variants[0].text}{near}\n"
        yield from (f"    {v.total:4}  {v.text}   {_documents(v.places)}\n" for v in cluster.variants)
        yield from (f"      {line}\n" for line in cluster.draft.split("\n"))


def _concept(concept: Concept) -> Iterator[str]:
    number = concept.documents
    yield f"{concept.preferred}  [{concept.id}]  in {number} document{'s' * (number != 1)}\n"
    width = min(48, max(len(form.text) for form in concept.forms))
    for form in concept.forms:
        what = form.kind or form.status
        yield f"  {_MARKS[form.status]}{form.total:4}  {form.text:{width}}  {what:20} {_documents(form.places)}\n"


def _documents(places: Sequence[tuple[str, int]]) -> str:
    names = [os.path.basename(path) + (f" ×{times}" if times > 1 else "") for path, times in places[:_MANY]]
    rest = len(places) - _MANY
    return ", ".join(names) + (f" and {rest} more" if rest > 0 else "")
