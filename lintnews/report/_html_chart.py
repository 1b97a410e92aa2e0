"""The chart of kinds by document: a table with a bar of inline SVG in each row, and a legend that counts."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lintnews.model import KINDS, Finding
from lintnews.report._legal import attribute, content

_COLOURS = 8  # kinds with a colour of their own: the most frequent; more cannot be told apart


class Row(NamedTuple):
    """One document: where it is on the page, its path, how often each kind was found in it."""

    anchor: str
    path: str
    kinds: Counter[str]

    @classmethod
    def of(cls, anchor: str, path: str, findings: Iterable[Finding]) -> Row:
        """The row of a document with ``findings``."""
        return cls(anchor, path, Counter(finding.kind for finding in findings))


def chart(rows: Sequence[Row]) -> Iterator[str]:
    """The chart as HTML, the documents with most findings first; nothing without rows."""
    if not rows:
        return
    total: Counter[str] = Counter()
    for row in rows:
        total += row.kinds
    kinds = sorted(total, key=lambda kind: (-total[kind], list(KINDS).index(kind)))
    colours = {kind: f"k{min(number, _COLOURS)}" for number, kind in enumerate(kinds)}
    yield '<section class="figures" aria-labelledby="figures-name"><h2 id="figures-name">Kinds by document</h2>\n'
    yield '<ul class="legend">'
    for kind in kinds:
        yield (
            f'<li><button type="button" disabled data-kind="{kind}" title="{attribute(KINDS[kind].title)}">'
            f'<svg class="swatch" viewBox="0 0 1 1" aria-hidden="true"><rect class="{colours[kind]}" width="1" height="1"/></svg>'
            f"{kind.replace('-', ' ')} <b>{total[kind]:,}</b></button></li>"
        )
    yield '</ul>\n<div class="scroll" tabindex="0" role="region" aria-labelledby="figures-name"><table class="chart">\n'
    most = max(row.kinds.total() for row in rows)
    for row in sorted(rows, key=lambda row: -row.kinds.total()):
        yield _row(row, kinds, colours, most)
    yield "</table></div></section>\n"


def _row(row: Row, kinds: Sequence[str], colours: dict[str, str], most: int) -> str:
    found = [(kind, row.kinds[kind]) for kind in kinds if row.kinds[kind]]
    told = ", ".join(f"{count} {kind.replace('-', ' ')}" for kind, count in found)
    return (
        f'<tr><th scope="row"><a href="#{row.anchor}" title="{attribute(row.path)}"><bdi>'
        f"{content(os.path.basename(row.path))}</bdi></a></th>"
        f'<td><svg viewBox="0 0 {most} 1" preserveAspectRatio="none" role="img" aria-label="{told}">'
        f"{_bars(found, colours)}</svg></td><td>{row.kinds.total():,}</td></tr>\n"
    )


def _bars(found: Iterable[tuple[str, int]], colours: dict[str, str]) -> str:
    x, bars = 0, []
    for kind, count in found:
        title = f"<title>{kind.replace('-', ' ')}: {count}</title>"
        bars.append(f'<rect class="{colours[kind]}" x="{x}" width="{count}" height="1" data-kind="{kind}">{title}</rect>')
        x += count
    return "".join(bars)
