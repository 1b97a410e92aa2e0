"""How good the rules are: takes labelled copy and a Linter, gives precision, recall, fix rate and false alarms.

Copy is a JSON Lines file of passages: with ``labels`` (``span``, ``kind``, ``canonical``, ``certainty``) it holds known
artifacts, without it is clean (``acceptable_flags`` may be flagged all the same); rows with ``file`` label a document
beside the file. A plain text file is clean copy, a passage a line. An alarm is a finding of severity error or warning.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from lintnews.errors import InputError
from lintnews.linter import Linter
from lintnews.model import Finding


class Label(NamedTuple):
    """A known artifact: its span in code points, kind, right forms and how certain it is."""

    start: int
    end: int
    kind: str
    canonical: tuple[str, ...]
    sure: bool


class Passage(NamedTuple):
    """A piece of copy to be judged by; ``labels`` is None for clean copy."""

    name: str
    text: str
    labels: tuple[Label, ...] | None
    acceptable: tuple[tuple[int, int], ...] = ()


class Miss(NamedTuple):
    """Something to read: a label missed, an alarm without a label, or a false alarm."""

    what: str
    passage: str
    text: str
    rule: str


class Figures:
    """The counts of one file, and the rates that follow from them (as ``lintnews eval`` prints them)."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.kinds: dict[str, Counter[str]] = {}
        self.rules: dict[str, Counter[str]] = {}
        self.misses: list[Miss] = []

    def add(self, passage: Passage, findings: Iterable[Finding]) -> None:
        """Count one passage with what was found in it."""
        shown = [finding for finding in findings if not finding.set_aside]
        alarms = [finding for finding in shown if finding.severity != "info"]
        self.counts["passages"] += 1
        self.counts["alarms"] += len(alarms)
        if passage.labels is None:
            self._clean(passage, alarms)
        else:
            self._labelled(passage, passage.labels, shown, alarms)

    def _clean(self, passage: Passage, alarms: list[Finding]) -> None:
        bad = [f for f in alarms if not any(_overlap(f, start, end) for start, end in passage.acceptable)]
        self.counts["clean"] += 1
        self.counts["words"] += len(passage.text.split())
        self.counts["false_alarms"] += len(bad)
        self.counts["clean_flagged"] += bool(bad)
        for finding in bad:
            self._rule(finding)["false_alarms"] += 1
            self._miss("false alarm", passage, finding.start, finding.end, finding.rule)

    def _labelled(self, passage: Passage, labels: tuple[Label, ...], shown: list[Finding], alarms: list[Finding]) -> None:
        for label in labels:
            self.counts["labels"] += 1
            self.counts["noted"] += any(_overlap(f, label.start, label.end) for f in shown)
            over = [f for f in alarms if _overlap(f, label.start, label.end)]
            if label.sure:
                self._sure(passage, label, over)
        for finding in alarms:
            right = any(_overlap(finding, label.start, label.end) for label in labels)
            self._rule(finding)["right" if right else "unlabelled"] += 1
            self.counts["right" if right else "unlabelled"] += 1
            if not right:
                self._miss("unlabelled", passage, finding.start, finding.end, finding.rule)

    def _sure(self, passage: Passage, label: Label, over: list[Finding]) -> None:
        kind = self.kinds.setdefault(label.kind, Counter())
        for counts in (self.counts, kind):
            counts["sure"] += 1
            counts["hit"] += bool(over)
            if over and label.canonical:
                counts["fixable"] += 1
                counts["fixed"] += _fixes(over, label.canonical)
        if not over:
            self._miss("missed", passage, label.start, label.end, label.kind)

    def _rule(self, finding: Finding) -> Counter[str]:
        return self.rules.setdefault(finding.rule, Counter())

    def _miss(self, what: str, passage: Passage, start: int, end: int, rule: str) -> None:
        self.misses.append(Miss(what, passage.name, passage.text[start:end], rule))

    def summary(self) -> dict[str, float]:
        """The rates, rounded to four places; those that cannot be computed are left out."""
        c = self.counts
        rates: dict[str, float] = {"passages": c["passages"]}
        if c["sure"]:
            rates |= {"sure": c["sure"], "recall": _rate(c["hit"], c["sure"]), "fix": _rate(c["fixed"], c["fixable"])}
            rates |= {"noted": _rate(c["noted"], c["labels"]), "unlabelled": c["unlabelled"]}
            rates |= {"precision": _rate(c["right"], c["right"] + c["unlabelled"])}
        if c["clean"]:
            rates |= {"clean": c["clean"], "words": c["words"], "false_alarms": c["false_alarms"]}
            rates |= {"per_10k_words": round(1e4 * c["false_alarms"] / max(c["words"], 1), 2)}
            rates |= {"clean_flagged": _rate(c["clean_flagged"], c["clean"])}
        return rates

    def by_kind(self) -> dict[str, dict[str, float]]:
        """Recall and fix rate of each kind that is labelled."""
        return {
            kind: {"sure": c["sure"], "recall": _rate(c["hit"], c["sure"]), "fix": _rate(c["fixed"], c["fixable"])}
            for kind, c in sorted(self.kinds.items())
        }

    def by_rule(self) -> dict[str, dict[str, int]]:
        """Right, unlabelled and false alarms of each rule that fired, the worst first."""
        worst = sorted(self.rules.items(), key=lambda item: (-item[1]["false_alarms"], -item[1]["unlabelled"], item[0]))
        return {rule: dict(counts) for rule, counts in worst}


def evaluate(linter: Linter, passages: Iterable[Passage]) -> Figures:
    """Lint each passage as a plain text of its own and count."""
    figures = Figures()
    for passage in passages:
        result = linter.lint_bytes(passage.text.encode("utf-8", "surrogatepass"), passage.name + ".txt")
        figures.add(passage, result.findings)
    return figures


def load(path: str) -> Iterator[Passage]:
    """The passages of a file. Raises InputError when it is neither JSON Lines of passages nor text."""
    try:
        with open(path, encoding="utf-8") as file:
            lines = [line for line in file.read().split("\n") if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as UTF-8 text ({error})", path) from error
    if not path.endswith(".jsonl"):
        yield from (Passage(f"{os.path.basename(path)}:{n}", line, None) for n, line in enumerate(lines, 1))
        return
    rows = [_row(path, number, line) for number, line in enumerate(lines, 1)]
    if rows and "file" in rows[0]:
        yield from _documents(os.path.dirname(path), rows)
    else:
        yield from (_passage(row) for row in rows)


def _row(path: str, number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"{path}:{number}: not a line of JSON ({error.msg})", path) from error
    if not isinstance(row, dict) or not {"text", "file"} & set(row):
        raise InputError(f"{path}:{number}: a passage needs a text (or a file it labels)", path)
    return row


def _documents(folder: str, rows: list[dict[str, Any]]) -> Iterator[Passage]:
    for name in dict.fromkeys(row["file"] for row in rows):
        with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
            text = file.read()
        labels = tuple(_label(row, row["start"], row["end"]) for row in rows if row["file"] == name)
        yield Passage(name, text, labels)


def _passage(row: Mapping[str, Any]) -> Passage:
    text = row["text"]
    if row.get("labels") is None:
        flags = [(place, place + len(f["span"])) for f in row.get("acceptable_flags", ()) if (place := text.find(f["span"])) >= 0]
        return Passage(row.get("id", ""), text, None, tuple(flags))
    found = [(label, place) for label in row["labels"] if (place := text.find(label["span"])) >= 0]
    return Passage(row.get("id", ""), text, tuple(_label(label, at, at + len(label["span"])) for label, at in found))


def _label(row: Mapping[str, Any], start: int, end: int) -> Label:
    return Label(start, end, row["kind"], tuple(row.get("canonical", ())), row.get("certainty", "sure") == "sure")


def _overlap(finding: Finding, start: int, end: int) -> bool:
    return finding.start < end and start < finding.end


def _fixes(findings: Iterable[Finding], canonical: Iterable[str]) -> bool:
    given = [suggestion.casefold() for finding in findings for suggestion in finding.suggestions if suggestion]
    return any(form.casefold() in text or text in form.casefold() for form in canonical for text in given)


def _rate(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
