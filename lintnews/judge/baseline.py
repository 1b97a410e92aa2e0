"""The baseline: findings that a desk has accepted for now, recognised by their words and not by their place.

An entry is a rule, the words found and three words on either side within the paragraph. It is about the same finding as
long as rule and words are the same and half of the neighbours are, wherever in the file that stands by now.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from lintnews.errors import ConfigError
from lintnews.fingerprint import Entry, entry_of
from lintnews.model import IN_BASELINE, Document, Finding, Result

VERSION = 1
_ENOUGH = 0.5  # share of the neighbours that an entry and a finding must have in common
_MOST = 500  # entries of the same words in one file that are compared with one another


class Baseline:
    """The entries of each file, with how often each occurs. Files are named relative to ``folder``, with slashes."""

    def __init__(self, folder: str, files: Mapping[str, Counter[Entry]] | None = None) -> None:
        self.folder = folder
        self.files = dict(files or {})

    def name_of(self, path: str) -> str:
        """What the baseline calls the file at ``path``."""
        path = os.path.abspath(path)
        with suppress(ValueError):  # another drive
            path = os.path.relpath(path, os.path.abspath(self.folder))
        return path.replace(os.sep, "/")

    def of(self, path: str) -> Counter[Entry]:
        """The entries of the file at ``path``."""
        return self.files.get(self.name_of(path), Counter())

    def gone(self) -> Iterator[tuple[str, int]]:
        """The path of each file that does not exist any more, and how many entries it has."""
        for name, entries in sorted(self.files.items()):
            path = os.path.normpath(os.path.join(self.folder, name))
            if not os.path.lexists(path):
                yield path, entries.total()


def sift(result: Result, known: Mapping[Entry, int], wanted: Callable[[str], bool] = lambda rule: True) -> Result:
    """``result`` with what is ``known`` set aside, and in ``expired`` the number of entries that nothing in it is like.

    Entries of rules that are not ``wanted`` in this run are never counted as expired.
    """
    if result.document is None:
        return result
    entries = entries_of(result.document, result.findings)
    matched, left = recognise(known, [entry for _, entry in entries])
    spared = {id(finding) for (finding, _), is_known in zip(entries, matched, strict=True) if is_known}
    findings = tuple(f._replace(set_aside=IN_BASELINE) if id(f) in spared else f for f in result.findings)
    return result._replace(findings=findings, expired=sum(left[entry] for entry in left if wanted(entry.rule)))


def entries_of(document: Document, findings: Iterable[Finding]) -> list[tuple[Finding, Entry]]:
    """The entry of each of ``findings`` that is not set aside."""
    return [(finding, entry_of(document, finding)) for finding in findings if not finding.set_aside]


def recognise(known: Mapping[Entry, int], found: Sequence[Entry]) -> tuple[list[bool], Counter[Entry]]:
    """For each entry ``found`` whether it is ``known``, each known one used as often as it says; and what is left of them."""
    left = Counter(known)
    matched = [_use(left, entry) for entry in found]
    open_by_words: dict[tuple[str, str], list[int]] = {}
    for number, entry in enumerate(found):
        if not matched[number]:
            open_by_words.setdefault(entry[:2], []).append(number)
    left_by_words: dict[tuple[str, str], list[Entry]] = {}
    for entry in sorted(+left) if open_by_words else ():
        left_by_words.setdefault(entry[:2], []).append(entry)
    for words, numbers in open_by_words.items():
        for number, entry in _alike([(n, found[n]) for n in numbers[:_MOST]], left_by_words.get(words, [])[:_MOST]):
            matched[number] = matched[number] or _use(left, entry)
    return matched, +left


def _use(left: Counter[Entry], entry: Entry) -> bool:
    if left[entry] <= 0:
        return False
    left[entry] -= 1
    return True


def _alike(found: Sequence[tuple[int, Entry]], known: Sequence[Entry]) -> Iterator[tuple[int, Entry]]:
    """The pairs that have neighbours enough in common, each on its side, those that have most first."""
    pairs = []
    sides = [(set(entry.before), set(entry.after)) for entry in known]
    for number, entry in found:
        before, after = set(entry.before), set(entry.after)
        for place, (known_before, known_after) in enumerate(sides):
            total = len(before) + len(after) + len(known_before) + len(known_after)
            common = 2 * (len(before & known_before) + len(after & known_after))
            if common >= _ENOUGH * total:
                pairs.append((-common / (total or 1), number, place))
    return ((number, known[place]) for _, number, place in sorted(pairs))


def load(path: str) -> Baseline:
    """The baseline in the file at ``path``. Raises ConfigError when there is none or it is not one."""
    try:
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
    except FileNotFoundError:
        raise ConfigError("there is no such baseline; lintnews PATH... --write-baseline makes one", path) from None
    except OSError as error:
        raise ConfigError(f"cannot be read: {(error.strerror or str(error)).lower()}", path) from None
    except (ValueError, RecursionError):
        raise ConfigError("not JSON, as a baseline must be; --write-baseline makes it anew once it is gone", path) from None
    if not isinstance(data, dict) or data.get("version") != VERSION:
        raise ConfigError(f"not a baseline of version {VERSION}; --write-baseline makes it anew once it is gone", path)
    try:
        files = {str(name): _parsed(entries) for name, entries in data["files"].items()}
    except (KeyError, TypeError, ValueError, AttributeError):
        raise ConfigError("a baseline with a broken entry; --write-baseline makes it anew once it is gone", path) from None
    return Baseline(os.path.dirname(path), files)


def _parsed(entries: Any) -> Counter[Entry]:
    found: Counter[Entry] = Counter()
    for entry in entries:
        before, after = tuple(entry["before"].split()), tuple(entry["after"].split())
        found[Entry(str(entry["rule"]), str(entry["text"]), before, after)] += int(entry.get("count", 1))
    return found


def render(baseline: Baseline) -> str:
    """The baseline as JSON: sorted, an entry a line, so that a diff shows what came and went."""
    files = [_file(name, entries) for name, entries in sorted(baseline.files.items()) if entries]
    inside = "\n" + ",\n".join(files) + "\n  " if files else ""
    return f'{{\n  "version": {VERSION},\n  "files": {{{inside}}}\n}}\n'


def _file(name: str, entries: Mapping[Entry, int]) -> str:
    lines = ",\n".join(f"      {_dumped(_record(*item))}" for item in sorted(entries.items()))
    return f"    {_dumped(name)}: [\n{lines}\n    ]"


def _record(entry: Entry, count: int) -> dict[str, object]:
    record = {"rule": entry.rule, "text": entry.text, "before": " ".join(entry.before), "after": " ".join(entry.after)}
    return record | ({"count": count} if count > 1 else {})


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
