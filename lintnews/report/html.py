"""One HTML file to be sent to an editor: the copy with what was found in its margin, filters, a chart of kinds by document.

It holds all that it shows and loads nothing: style and script are inside, and a policy allows no others. Without the
script everything is there to be read; the script steps, filters and lights up evidence. Documents are written as they
come; what sums them up is written last and shown first.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence

from lintnews.model import KINDS, REMOVE, Document, Finding, Result
from lintnews.position import Lines
from lintnews.report import Context, Tally
from lintnews.report._html_chart import Row, chart
from lintnews.report._html_copy import Marked, blocks
from lintnews.report._legal import attribute, content
from lintnews.report._locators import Locators

NAME = "html"

_TITLE = "What lintnews found"


def render(results: Iterable[Result], context: Context) -> Iterator[str]:
    """The page."""
    tally = Tally()
    rows: list[Row] = []
    others: list[str] = []
    troubles: list[tuple[str, str]] = []
    number = 1
    yield from _head()
    for result in results:
        shown = tally.add(result)
        if result.error:
            troubles.append((result.path, result.error))
        if result.document is not None and shown:
            rows.append(Row.of(f"d{len(rows) + 1}", result.path, shown))
            yield from _document(rows[-1].anchor, result.path, result.document, shown, number)
            number += len(shown)
        elif result.document is not None:
            others.append(result.path)
    yield "</main>\n"
    yield from _overview(tally, rows, others, troubles)
    yield f"<script>{_asset('report.js')}</script>\n</body>\n</html>\n"


def _head() -> Iterator[str]:
    style, script = _asset("report.css"), _asset("report.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
    yield f'<link rel="icon" href="data:,">\n<title>{_TITLE}</title>\n<style>{style}</style>\n</head>\n<body>\n'
    yield '<form id="bar" hidden aria-label="Filters"></form>\n<main>\n'


def _asset(name: str) -> str:
    with open(os.path.join(os.path.dirname(__file__), "page", name), encoding="utf-8") as file:
        return f"\n{file.read()}"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _document(anchor: str, path: str, document: Document, findings: Sequence[Finding], number: int) -> Iterator[str]:
    """The section of one document; ``number`` is that of its first finding."""
    lines, locators = Lines(document.text), Locators(document)
    marked = [Marked(number + place, finding) for place, finding in enumerate(findings)]
    yield f'<section class="doc{" flow" if document.masks else ""}" id="{anchor}" aria-labelledby="{anchor}-name">\n'
    yield f'<header><h2 id="{anchor}-name">{_name(path)}</h2><p>{_counts(findings)}</p></header>\n'
    for block in blocks(document, marked):
        if not block.begins:
            yield f'<div class="row">{block.html}</div>\n'
            continue
        yield f'<div class="row">{block.html}<ol class="notes" aria-label="Findings in this paragraph">\n'
        for item in block.begins:
            place = locators.at(item.finding.start) or f"line {lines.place(item.finding.start).line}"
            yield _note(item, document.text[item.finding.start : item.finding.end], place, anchor)
        yield "</ol></div>\n"
    yield "</section>\n"


def _name(path: str) -> str:
    folder, name = os.path.split(path)
    folder = f'<span class="folder">{content(folder)}/</span>' if folder else ""
    return f"<bdi>{folder}{content(name)}</bdi>"


def _counts(findings: Sequence[Finding]) -> str:
    tally = Tally()
    tally.add(Result("", None, tuple(findings)))
    told = (
        _number(number, word) if word != "info" else f"{number:,} info" for word, number in tally.by_severity.items() if number
    )
    return ", ".join(told)


def _note(item: Marked, words: str, place: str, anchor: str) -> str:
    finding = item.finding
    severity, kind = finding.severity, finding.kind
    look = f"note {severity} mend" if finding.suggestions else f"note {severity}"
    data = f'data-kind="{kind}" data-severity="{severity}" data-doc="{anchor}"'
    named = f'<span title="{attribute(KINDS[kind].title)}">{kind.replace("-", " ")}</span>'
    return (
        f'<li class="{look}" id="c{item.number}" {data}>'
        f'<a class="words" href="#m{item.number}"><span class="unseen">{severity}: </span>{content(_line(words))}</a>'
        f'{_instead(finding)}<p class="why">{content(finding.message)}</p><p class="about">'
        f"{named} · {finding.confidence} · {content(place)}</p></li>\n"
    )


def _line(words: str) -> str:
    words = " ".join(words.split()) or words
    return words if len(words) <= 90 else f"{words[:60]} … {words[-24:]}"


def _instead(finding: Finding) -> str:
    """What to write instead: the first suggestion, then the others."""
    if not finding.suggestions:
        return ""
    first, *others = ("take it out" if text in ("", REMOVE) else content(text) for text in finding.suggestions)
    more = f" <span>or {', '.join(others)}</span>" if others else ""
    return f'<p class="instead"><span class="unseen">Write instead: </span><b>{first}</b>{more}</p>'


def _sum(tally: Tally, documents: int) -> str:
    """The run in a sentence."""
    found = sum(tally.by_severity.values())
    parts = [_number(tally.by_severity["error"], "error"), _number(tally.by_severity["warning"], "warning")]
    parts += [f"{tally.by_severity['info']:,} worth a look"]
    listed = f": {', '.join(part for part in parts if part[0] != '0')}" if found else ""
    lead = f"{_number(found, 'finding')} in {documents} of {_number(tally.files, 'document')}{listed}."
    asides = f" {tally.set_aside:,} more set aside." if tally.set_aside else ""
    return lead + asides + (f" {tally.fixed} corrected." if tally.fixed else "")


def _number(count: int, word: str) -> str:
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


def _overview(tally: Tally, rows: Sequence[Row], others: Sequence[str], troubles: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield f'<header id="overview"><h1>{_TITLE}</h1>\n<p class="sum">{_sum(tally, len(rows))}</p>\n'
    if troubles:
        yield '<div class="trouble"><h2>Not linted, or not wholly</h2><ul>'
        yield from (f"<li><b>{content(path)}</b>: {content(error)}</li>" for path, error in troubles)
        yield "</ul></div>\n"
    yield from chart(rows)
    if others:
        yield f"<details><summary>{_number(len(others), 'document')} with nothing to report</summary>"
        yield "<ul>" + "".join(f"<li>{_name(path)}</li>" for path in others) + "</ul></details>\n"
    yield "</header>\n"
