"""Counts what documents call the concepts of the glossary: takes documents and a Linter, gives a Report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from lintnews.linter import Linter
from lintnews.model import Document, Finding, Hit
from lintnews.survey.variants import Cluster, Variants
from lintnews.view import View

Status = Literal["preferred", "admitted", "outlier", "wrong", "note"]
STATUSES: tuple[Status, ...] = ("preferred", "admitted", "outlier", "note", "wrong")
_RARE = 3  # an admitted form is an outlier when another right form stands in so many times as many documents


class Form(NamedTuple):
    """One thing that documents call a concept, how good it is, and where it stands: (path, times) in order."""

    text: str
    status: Status
    kind: str  # of the finding, where it is wrong
    places: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """How often it stands in all documents together."""
        return sum(times for _, times in self.places)


class Concept(NamedTuple):
    """One entry of the glossary with the forms found, right ones first, each kind by frequency."""

    id: str
    preferred: str
    forms: tuple[Form, ...]

    @property
    def uneven(self) -> bool:
        """Whether it is called by a wrong name, or is a proper name and has more than one."""
        wrong = any(form.status in ("wrong", "note") for form in self.forms)
        return wrong or (len(self.forms) > 1 and self.preferred[:1].isupper())

    @property
    def documents(self) -> int:
        """In how many documents it is named at all."""
        return len({path for form in self.forms for path, _ in form.places})


class Report(NamedTuple):
    """The whole survey; concepts with wrong names first, then by how many documents name them."""

    documents: int
    words: int
    concepts: tuple[Concept, ...]
    variants: tuple[Cluster, ...]


class Survey:
    """Takes documents one by one; ``report`` may be asked at any time. Memory grows with distinct forms only."""

    def __init__(self, linter: Linter) -> None:
        self._linter = linter
        self._entries = {str(linter.lexicon.entry(number)["id"]): number for number in linter.lexicon.numbers()}
        self._counts: dict[
            int, dict[tuple[str, str], dict[str, int]]
        ] = {}  # entry → (folded form, kind) → path → times
        self._shown: dict[tuple[str, str], tuple[str, bool]] = {}
        self._variants = Variants(linter.lexicon, linter.vocabulary)
        self._documents = self._words = 0

    def add(self, document: Document) -> None:
        """Count one document."""
        view, right, findings = self._linter.mentions(document)
        self._documents += 1
        self._words += len(view.tokens)
        taken = self._add_right(view, right) + self._add_wrong(view, findings)
        self._variants.add(view, taken)

    def report(self) -> Report:
        """What has been counted so far."""
        concepts = [self._concept(entry, counts) for entry, counts in self._counts.items()]
        concepts.sort(key=lambda concept: (-_wrong(concept), -len(concept.forms), -concept.documents, concept.id))
        return Report(self._documents, self._words, tuple(concepts), tuple(self._variants.clusters()))

    def _add_right(self, view: View, hits: Iterable[Hit]) -> list[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
            if not any(start <= hit.start and hit.end <= end for start, end in spans):
                spans.append((hit.start, hit.end))
                self._count(view, hit.entry, hit.start, hit.end, "")
        return spans

    def _add_wrong(self, view: View, findings: Iterable[Finding]) -> list[tuple[int, int]]:
        spans: dict[int, list[tuple[int, int]]] = {}
        for finding in sorted(findings, key=lambda finding: (finding.start - finding.end, finding.start)):
            entry = self._entries.get(finding.rule.partition("/")[2])
            if entry is None or not self._linter.lexicon.entry(entry).get("en"):
                continue
            mine = spans.setdefault(entry, [])
            if not any(start < finding.end and finding.start < end for start, end in mine):
                mine.append((finding.start, finding.end))
                kind = finding.kind + ("?" if finding.severity == "info" else "")
                self._count(view, entry, finding.start, finding.end, kind)
        return [span for found in spans.values() for span in found]

    def _count(self, view: View, entry: int, start: int, end: int, kind: str) -> None:
        text = " ".join(view.text(start, end).split())
        if text[:4].lower() == "the " and len(text) > 4:
            text = text[4:]
        key = (text.casefold(), kind)
        opens = start == 0 or view.plain[start - 2 : start - 1] in (".", "!", "?", "", "\n")
        shown = self._shown.get(key)
        if shown is None or (shown[1] and not opens):  # a sentence's first capital says nothing of the form
            self._shown[key] = (text, opens)
        places = self._counts.setdefault(entry, {}).setdefault(key, {})
        path = view.document.path
        places[path] = places.get(path, 0) + 1

    def _concept(self, entry: int, counts: Mapping[tuple[str, str], Mapping[str, int]]) -> Concept:
        record = self._linter.lexicon.entry(entry)
        preferred = str(record["en"][0])
        most = max((len(places) for (_, kind), places in counts.items() if not kind), default=0)
        forms = [
            Form(
                self._shown[key][0],
                _status(key, preferred, len(places), most),
                key[1].rstrip("?"),
                tuple(places.items()),
            )
            for key, places in counts.items()
        ]
        forms.sort(key=lambda form: (form.status == "wrong", form.status == "note", -form.total, form.text))
        return Concept(str(record["id"]), preferred, tuple(forms))


def _status(key: tuple[str, str], preferred: str, documents: int, most: int) -> Status:
    folded, kind = key
    if kind:
        return "note" if kind.endswith("?") else "wrong"
    if folded in (preferred.casefold(), preferred.casefold() + "s"):
        return "preferred"
    return "outlier" if documents * _RARE <= most else "admitted"


def _wrong(concept: Concept) -> int:
    return sum(form.total for form in concept.forms if form.status == "wrong")
