"""Measure the rules on labelled and clean copy, write docs/accuracy.md, hold the floor.

    LINTNEWS_SHARED=FOLDER python benchmarks/accuracy.py [--write] [--check] [--write-floor] [-j N]

FOLDER holds the copy, which is not part of the project: ``seeds/labels.jsonl`` (five articles), ``dev/*.jsonl``
(labelled and clean passages), ``clean/*.txt`` and ``wmt22/*/``. Figures are those of ``lintnews eval``. Prints the
page; ``--write`` writes it to docs/accuracy.md, ``--check`` exits with 1 when a figure is below
benchmarks/accuracy-floor.toml or the page is stale, ``--write-floor`` sets the floor to what is reached now. Takes
about two minutes on two cores.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from lintnews.config import Settings
from lintnews.evaluate import Figures, Passage, evaluate, load
from lintnews.linter import Linter

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "accuracy.md"
FLOOR = ROOT / "benchmarks" / "accuracy-floor.toml"

WRITTEN_WITH, UNSEEN = "written with", "not looked at"
SPLIT, FIRST = "wild", 10  # every fourth passage of this set behind the first so many has never been read
LABELLED = ("positives", "wild")
TITLES = {
    "articles": "five articles on one event, as published",
    "positives": "passages of translated news, 2022 to 2025",
    "wild": "harder passages: older engines, other subjects and languages",
    "negatives": "clean passages",
    "confusable": "clean passages that use a suspicious form rightly",
    "edited-news": "clean passages of edited war and region coverage",
    "english-originals": "news, social media, literature written in English",
    "wikinews": "English Wikinews",
    "un-debates": "speeches of the UN General Debate",
}
CLEAN = ("english-originals", "wikinews", "un-debates")
# What the floor holds of each set, and on which side.
LEAST = ("recall", "fix", "noted")
MOST = {"clean_flagged": 100, "per_10k_words": 10, "unlabelled": 1}  # and the parts of one that it is rounded to

Measured = dict[str, Figures]  # name of a set -> its figures


def files(shared: Path) -> dict[str, Path]:
    """The files to measure, by the name of the set."""
    found = {"articles": shared / "seeds" / "labels.jsonl"}
    found |= {path.stem: path for path in sorted((shared / "dev").glob("*.jsonl"))}
    found |= {name: shared / "clean" / f"{name}.txt" for name in CLEAN}
    for folder in sorted((shared / "wmt22").glob("*-en")):
        found[f"{folder.name} reference"] = folder / "reference.en"
        found |= {f"{folder.name} {path.stem}": path for path in sorted((folder / "systems").glob("*.en"))}
    return found


def sets(name: str, path: Path) -> dict[tuple[str, ...], list[Passage]]:
    """The passages of one file, sorted into disjoint sets: by part and family where the file has them."""
    passages = list(load(str(path)))
    if path.parent.name != "dev":
        return {(name,): passages}
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    sorted_out: dict[tuple[str, ...], list[Passage]] = defaultdict(list)
    for number, (row, passage) in enumerate(zip(rows, passages, strict=True), 1):
        part = UNSEEN if number > FIRST and number % 4 == 0 else WRITTEN_WITH
        groups = (name, *([f"{name}, {part}"] if name == SPLIT else []), *([row["family"]] if "family" in row else []))
        sorted_out[groups].append(passage)
    return sorted_out


_LINTER: list[Linter] = []


def _start() -> None:
    _LINTER.append(Linter(Settings()))


def _measure(job: tuple[str, Path]) -> Measured:
    """The figures of every set that one file is part of."""
    found: Measured = defaultdict(Figures)
    for groups, passages in sets(*job).items():
        figures = evaluate(_LINTER[0], passages)
        for name in groups:
            merge(found[name], figures)
    return dict(found)


def merge(into: Figures, figures: Figures) -> None:
    """Add the counts of ``figures``; the passages themselves are not kept."""
    into.counts += figures.counts
    for mine, theirs in ((into.kinds, figures.kinds), (into.rules, figures.rules)):
        for name, counts in theirs.items():
            mine[name] = mine.get(name, Counter()) + counts


def measure(shared: Path, jobs: int) -> Measured:
    """The figures of every set, measured in ``jobs`` processes."""
    _start()  # compiles the rules once, before the processes would all do it
    work = sorted(files(shared).items(), key=lambda item: -item[1].stat().st_size)
    with ProcessPoolExecutor(jobs, initializer=_start) as pool:
        found: Measured = {}
        for one in pool.map(_measure, work):
            found |= one
    return found


def table(head: str, rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table; the first column is text, the others are numbers."""
    cells = head.split(" | ")
    lines = [f"| {head} |", "|---|" + "---:|" * (len(cells) - 1)]
    return "\n".join(lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows])


def percent(rate: float) -> str:
    """A share of 1 as the page shows it."""
    return f"{100 * rate:.1f} %"


def page(found: Measured) -> str:
    """docs/accuracy.md."""
    head = "set | passages | sure labels | found | fix right | noted | alarms without a label"
    translations = sorted((name for name in found if "-en " in name), key=_place)
    return PAGE_TEXT.format(
        labelled=table(head, _labelled(found)),
        difference=_difference(found),
        negatives=table("set | passages | flagged | false alarms per 10,000 words", _negatives(found)),
        clean=table("text | words | alarms | per 10,000 words", _clean(found, CLEAN)),
        wmt=table("text | words | alarms | per 10,000 words", _clean(found, translations)),
        kinds=table("kind | sure labels | found | fix right", _kinds(found)),
    )


def _parts() -> tuple[str, str, str]:
    return SPLIT, f"{SPLIT}, {WRITTEN_WITH}", f"{SPLIT}, {UNSEEN}"


def _place(name: str) -> tuple[str, bool, str]:
    """By language, the reference first."""
    pair, _, system = name.partition(" ")
    return pair, system != "reference", system


def _title(name: str) -> str:
    base, comma, part = name.partition(", ")
    return f"… {part}" if comma else TITLES.get(base, base.replace("-en ", " → en, "))


def _labelled(found: Measured) -> Iterator[tuple[object, ...]]:
    for name in ("articles", "positives", *_parts()):
        s = found[name].summary()
        rates = (percent(s[key]) for key in LEAST)
        yield (_title(name), int(s["passages"]), int(s["sure"]), *rates, int(s["unlabelled"]))


def _difference(found: Measured) -> str:
    seen, unseen = (found[part].summary()["recall"] for part in _parts()[1:])
    return f"{100 * (seen - unseen):.1f} points"


def _negatives(found: Measured) -> Iterator[tuple[object, ...]]:
    for name in ("negatives", "confusable", "edited-news"):
        s = found[name].summary()
        yield _title(name), int(s["clean"]), percent(s["clean_flagged"]), f"{s['per_10k_words']:.2f}"


def _clean(found: Measured, names: Iterable[str]) -> Iterator[tuple[object, ...]]:
    for name in names:
        s = found[name].summary()
        yield _title(name), f"{int(s['words']):,}", int(s["false_alarms"]), f"{s['per_10k_words']:.2f}"


def _kinds(found: Measured) -> Iterator[tuple[object, ...]]:
    both = Figures()
    for name in LABELLED:
        merge(both, found[name])
    for kind, rates in both.by_kind().items():
        yield kind, int(rates["sure"]), percent(rates["recall"]), percent(rates["fix"])


PAGE_TEXT = """\
# How accurate the rules are

Written by `python benchmarks/accuracy.py --write`, which needs the copy in the folder `LINTNEWS_SHARED`; the same
figures for any copy come from `lintnews eval FILE`. CI fails when one drops below `benchmarks/accuracy-floor.toml`.

- **found**: labels of certainty *sure* (a careful English news editor would certainly change it) that an alarm touches.
  An alarm is an error or a warning; an info never counts.
- **fix right**: of those that have a right form, the share whose alarm suggests it.
- **noted**: labels of any certainty that any finding touches, infos included.
- **alarms without a label**: to be read, not to be counted as wrong: labels are not complete.

## Labelled copy

{labelled}

Every fourth of the harder passages (behind the first ten) has never been read; the row *not looked at* is what to expect
on copy of your own, and recall there is {difference} behind the part that rules were written with. What was read later was
measured when it was first read:

| passages | read | found | fix right |
|---|---|---:|---:|
| of 2022 to 2025, half of them | 22 November 2026 | 31.5 % | 65.2 % |
| harder, a quarter of them | 22 November 2026 | 17.9 % | 64.5 % |

Of the clean passages below half were kept back too; 9.1 % of those were flagged before their alarms were read and mended.

## Clean passages close to what the rules look for

{negatives}

## Clean copy at large

English that was never translated from these languages, or is professionally edited. An alarm here is nearly always
false; some are true all the same (a doubled word is one in any text).

{clean}

## Translations, human and machine

WMT22, Ukrainian and Russian into English: the reference is a professional's, the others are what engines made of the
same source. What an engine's output has beyond the reference is what a desk gains.

{wmt}

## By kind

The two sets of translated passages together.

{kinds}
"""


def floor_of(found: Measured) -> str:
    """The floor at what is reached now, rounded to the forgiving side: shares to 0.01, alarms to 0.1."""
    lines = ["# What benchmarks/accuracy.py --check holds: no recall, fix or noted below, no alarms above.", ""]
    for name, figures in sorted(found.items()):
        rates = figures.summary()
        held = {key: math.floor(100 * rates[key]) / 100 for key in LEAST if key in rates}
        held |= {key: math.ceil(unit * rates[key]) / unit for key, unit in MOST.items() if key in rates}
        if "-en " not in name or name.endswith(" reference"):
            lines += [f'["{name}"]', *(f"{key} = {rate}" for key, rate in held.items()), ""]
    return "\n".join(lines)


def below(found: Measured, floor: Mapping[str, Mapping[str, float]]) -> list[str]:
    """A line for each figure that is worse than ``floor`` has it, or that was not measured."""
    worse = []
    for name, least in floor.items():
        rates = found[name].summary() if name in found else {}
        for key, bound in least.items():
            rate = rates.get(key, math.nan)
            if not (rate <= bound if key in MOST else rate >= bound):
                worse.append(f"{name}: {key} is {rate}, the floor is {bound}")
    return worse


def main() -> int:
    """The command line; returns the exit status."""
    parser = argparse.ArgumentParser(description="Measure the rules on labelled and clean copy.")
    parser.add_argument("--write", action="store_true", help="write docs/accuracy.md")
    parser.add_argument("--check", action="store_true", help="exit with 1 when below the floor or the page is stale")
    parser.add_argument("--write-floor", action="store_true", help="set the floor to what is reached now")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    args = parser.parse_args()
    shared = os.environ.get("LINTNEWS_SHARED")
    if not shared:
        print("LINTNEWS_SHARED must name the folder with the copy", file=sys.stderr)
        return 2
    found = measure(Path(shared), args.jobs)
    text = page(found)
    print(text)
    if args.write:
        PAGE.write_text(text, encoding="utf-8")
    if args.write_floor:
        FLOOR.write_text(floor_of(found), encoding="utf-8")
    wrong = complaints(found, text) if args.check else []
    print("\n".join(wrong), file=sys.stderr)
    return int(bool(wrong))


def complaints(found: Measured, text: str) -> list[str]:
    """What ``--check`` finds wrong: figures below the floor, a page that says something else."""
    wrong = below(found, tomllib.loads(FLOOR.read_text(encoding="utf-8")))
    if PAGE.read_text(encoding="utf-8") != text:
        wrong.append("docs/accuracy.md is stale: run benchmarks/accuracy.py --write")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
