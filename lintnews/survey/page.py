"""A survey as one web page: takes a Report, gives HTML with a chart as inline SVG; no script, no network."""

from __future__ import annotations

import os
from collections.abc import Iterator
from html import escape

from lintnews.survey.collect import STATUSES, Concept, Form, Report

_CHARTED = 30  # concepts in the chart
_ROW, _LEFT, _WIDTH = 26, 300, 560  # pixels: height of a bar's row, room for the names, length of the longest bar
_MEANING = {
    "preferred": "preferred",
    "admitted": "admitted",
    "outlier": "right, but rarely used here",
    "note": "perhaps wrong",
    "wrong": "wrong",
}
_STYLE = """
:root { color-scheme: light dark; --ink: #1d1d1b; --soft: #666; --paper: #fdfdfb; --line: #ddd;
  --preferred: #2f7d4f; --admitted: #7aa7c7; --outlier: #c9a227; --note: #d98a4b; --wrong: #b3372f; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eee; --soft: #aaa; --paper: #1b1c1e; --line: #444; --preferred: #5cb37f; --wrong: #e0685f; }
}
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin-bottom: 0; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.6rem 0 .3rem; }
.soft, h3 small { color: var(--soft); font-weight: normal; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
td, th { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; border-top: 1px solid var(--line);
  overflow-wrap: anywhere; }
th { font-weight: 600; border: 0; color: var(--soft); font-size: .85rem; }
td.n { text-align: right; font-variant-numeric: tabular-nums; }
td:nth-child(1), th:nth-child(1) { width: 3rem; }
td:nth-child(2) { width: 32%; }
.dot { display: inline-block; width: .7em; height: .7em; border-radius: 50%; margin-right: .45em;
  background: currentColor; }
.wrong td:nth-child(2) { text-decoration: underline wavy var(--wrong) 1px; text-underline-offset: 3px; }
pre { background: color-mix(in srgb, var(--ink) 6%, transparent); padding: .7rem 1rem; overflow-x: auto;
  border-radius: 4px; }
svg { width: 100%; height: auto; }
svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
.key > span { margin-right: 1.4em; }
"""


def render(report: Report) -> str:
    """The page."""
    return "".join(_page(report))


def _page(report: Report) -> Iterator[str]:
    uneven = [concept for concept in report.concepts if concept.uneven]
    yield '<!doctype html>\n<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    yield f"<title>What the copy calls things</title><style>{_STYLE}</style>\n"
    yield "<h1>What the copy calls things</h1>\n"
    yield f'<p class="soft">{report.documents} documents, {report.words:,} words; {len(report.concepts)} concepts of '
    yield f"the glossary are named, {len(uneven)} of them by more than one name or by a wrong one.</p>\n"
    yield (
        '<p class="key">' + "".join(f"<span>{_dot(status)}{_MEANING[status]}</span>" for status in STATUSES) + "</p>\n"
    )
    if uneven:
        yield from _chart(uneven[:_CHARTED])
        yield "<h2>Form by form</h2>\n"
    for concept in uneven:
        yield from _concept(concept)
    yield from _variants(report)
    yield from _even(report)
    yield "</html>\n"


def _chart(concepts: list[Concept]) -> Iterator[str]:
    most = max(sum(form.total for form in concept.forms) for concept in concepts)
    height = _ROW * len(concepts) + 4
    yield f'<svg viewBox="0 0 {_LEFT + _WIDTH + 60} {height}" role="img" aria-label="How often each is called what">\n'
    for row, concept in enumerate(concepts):
        y = row * _ROW + 4
        yield f'<text x="{_LEFT - 10}" y="{y + 14}" text-anchor="end">{escape(_short(concept.preferred))}</text>'
        x = float(_LEFT)
        for form in sorted(concept.forms, key=lambda form: STATUSES.index(form.status)):
            width = form.total / most * _WIDTH
            title = f"{form.text}: {form.total} in {len(form.places)} documents ({_MEANING[form.status]})"
            yield f'<rect x="{x:.1f}" y="{y}" width="{max(width - 1, 1):.1f}" height="{_ROW - 8}" '
            yield f'fill="var(--{form.status})">'
            yield f"<title>{escape(title)}</title></rect>"
            x += width
        yield f'<text x="{x + 6:.1f}" y="{y + 14}">{sum(form.total for form in concept.forms)}</text>\n'
    yield "</svg>\n"


def _concept(concept: Concept) -> Iterator[str]:
    yield f"<h3>{escape(concept.preferred)} <small>{escape(concept.id)}</small></h3>\n<table>"
    yield "<tr><th>times<th>form<th>what it is<th>documents</tr>\n"
    yield from (_row(form) for form in concept.forms)
    yield "</table>\n"


def _row(form: Form) -> str:
    what = f"{form.kind} ({_MEANING[form.status]})" if form.kind else _MEANING[form.status]
    return (
        f'<tr class="{form.status}"><td class="n">{form.total}<td>{escape(form.text)}'
        f'<td>{_dot(form.status)}{what}<td class="soft">{_documents(form.places)}</tr>\n'
    )


def _variants(report: Report) -> Iterator[str]:
    if report.variants:
        yield "<h2>Not in the glossary, but perhaps one thing under several names</h2>\n"
    for cluster in report.variants:
        near = (
            f" <small>like {escape(cluster.preferred)} ({escape(cluster.concept)})</small>" if cluster.concept else ""
        )
        yield f"<h3>{escape(cluster.variants[0].text)}{near}</h3>\n<table>"
        for variant in cluster.variants:
            yield f'<tr><td class="n">{variant.total}<td>{escape(variant.text)}'
            yield f'<td class="soft">{_documents(variant.places)}</tr>\n'
        yield "</table>\n<details><summary>Draft for the glossary</summary>"
        yield f"<pre>{escape(cluster.draft)}</pre></details>\n"


def _even(report: Report) -> Iterator[str]:
    even = [concept for concept in report.concepts if not concept.uneven]
    if even:
        yield f"<details><summary>{len(even)} concepts always called by one right name</summary><p>"
        yield (
            ", ".join(f"{escape(concept.forms[0].text)} ({concept.forms[0].total})" for concept in even)
            + "</p></details>\n"
        )


def _dot(status: str) -> str:
    return f'<span class="dot" style="color: var(--{status})"></span>'


def _documents(places: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(escape(os.path.basename(path)) + (f" ×{times}" if times > 1 else "") for path, times in places)


def _short(text: str) -> str:
    return text if len(text) <= 42 else text[:41] + "…"
