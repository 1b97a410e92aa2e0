"""What translation systems write far more often than translators do, for the same word of the source.

    python benchmarks/mine.py FOLDER [--top N] [--clean FOLDER] [--caught]

FOLDER holds ``source.*``, ``reference.en`` and ``systems/*.en``: a segment a line, line N of each file the same segment.
Phrases are one to four words that no punctuation parts. Each is paired with the source word whose presence tells most of
its own (words are cut to a stem, so that inflections count together); then its share among the systems' translations of
the segments with that word is compared with its share among the references of the same segments, by log-likelihood (G²).
Of phrases that stand in the same segments only the first is kept.

Prints a tab-separated line for each, the most over-used first: log-likelihood, phrase, source word, translations of
systems with the phrase / all, references with it / all, its number in ``--clean`` copy, the share of its places that
an alarm of lintnews already covers (with ``--caught``), and an example: what stands around it in one system's output.
A candidate is no rule: most are merely another wording. Keep what is wrong.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import log
from pathlib import Path
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
APART = re.compile(r"[^\w\s'’-]+|\s[-–—]\s")
LONGEST = 4  # words of a phrase
FEWEST = 4  # translations that have a phrase
TIMES = 3.0  # how much more often systems must write it
COMMON = 0.06  # share of segments from which a source word tells nothing
AROUND = 50  # code points of an example on either side


Alarms = dict[tuple[int, int], list[tuple[int, int]]]  # (output, segment) → spans


class Candidate(NamedTuple):
    """A phrase and the source word it goes with; ``systems`` and ``references`` are (with the phrase, all)."""

    score: float
    phrase: str
    stem: str
    systems: tuple[int, int]
    references: tuple[int, int]
    segments: frozenset[int]


class Postings:
    """Where each phrase stands: segment → translations that have it."""

    def __init__(self, translations: Iterable[list[str]]) -> None:
        self.places: defaultdict[str, Counter[int]] = defaultdict(Counter)
        self.outputs = 0
        for lines in translations:
            self.outputs += 1
            for number, line in enumerate(lines):
                for phrase in set(phrases(line)):
                    self.places[phrase][number] += 1

    def prune(self, fewest: int) -> None:
        """Forget phrases of fewer than ``fewest`` translations."""
        for phrase in [phrase for phrase, found in self.places.items() if found.total() < fewest]:
            del self.places[phrase]


def phrases(line: str) -> Iterator[str]:
    """Every phrase of a line in small letters, repeated as often as it stands there."""
    for piece in APART.split(line.lower().replace("’", "'")):
        words = WORD.findall(piece)
        for start in range(len(words)):
            for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
                yield " ".join(words[start:end])


def stem(word: str) -> str:
    """What inflections of a Slavic word share, roughly: its first letters."""
    return word[:6] if len(word) > 7 else word[: max(4, len(word) - 2)]


def stems(lines: list[str]) -> tuple[dict[str, set[int]], dict[str, str]]:
    """Stem → segments that have it, without those of too many; and stem → its usual word."""
    where: dict[str, set[int]] = defaultdict(set)
    usual: dict[str, Counter[str]] = defaultdict(Counter)
    for number, line in enumerate(lines):
        for word in WORD.findall(line.lower()):
            if len(word) > 2 and not word.isdigit():
                where[stem(word)].add(number)
                usual[stem(word)][word] += 1
    kept = {key: found for key, found in where.items() if len(found) <= COMMON * len(lines)}
    return kept, {key: usual[key].most_common(1)[0][0] for key in kept}


def likelihood(first: tuple[float, float], second: tuple[float, float]) -> float:
    """G² of two rates, each (successes, trials): 0 when they are equal."""
    rate = (first[0] + second[0]) / (first[1] + second[1])
    cells = [(k, n * rate) for k, n in (first, second)] + [(n - k, n * (1 - rate)) for k, n in (first, second)]
    return 2 * sum(seen * log(seen / expected) for seen, expected in cells if seen > 0)


def candidates(source: list[str], systems: Postings, references: Postings) -> Iterator[tuple[Candidate, str]]:
    """Every over-used phrase with the source word (its stem, its usual form) that tells most of it."""
    where, usual = stems(source)
    of_segment: dict[int, list[str]] = defaultdict(list)
    for key, found in where.items():
        for number in found:
            of_segment[number].append(key)
    everything = len(source) * systems.outputs
    for phrase, posted in systems.places.items():
        by_stem: Counter[str] = Counter()
        for number, times in posted.items():
            for key in of_segment[number]:
                by_stem[key] += times
        rest = posted.total()
        tells = [
            (likelihood((k, n), (rest - k, everything - n)), key)
            for key, k in by_stem.items()
            if (n := len(where[key]) * systems.outputs) and k * everything > rest * n
        ]
        if tells:
            key = max(tells)[1]
            candidate = _compare(phrase, key, where[key], posted, systems.outputs, references)
            if candidate:
                yield candidate, usual[key]


def _compare(
    phrase: str, key: str, segments: set[int], found: Counter[int], outputs: int, references: Postings
) -> Candidate | None:
    """The candidate, unless it is rare or the references have it nearly as often."""
    places = references.places.get(phrase, Counter())
    ours = (sum(found[number] for number in segments), len(segments) * outputs)
    theirs = (sum(places[number] for number in segments), len(segments) * references.outputs)
    if ours[0] < FEWEST or ours[0] * theirs[1] < TIMES * theirs[0] * ours[1]:
        return None
    score = likelihood((ours[0] / outputs, len(segments)), theirs)  # ten systems that agree are one witness, not ten
    return Candidate(score, phrase, key, ours, theirs, frozenset(segments & found.keys()))


def distinct(ranked: list[tuple[Candidate, str]]) -> Iterator[tuple[Candidate, str]]:
    """Those of ``ranked`` that are no part, and hold no part, of a better one in the same segments."""
    seen: dict[tuple[str, frozenset[int]], list[str]] = defaultdict(list)
    for candidate, word in ranked:
        group = seen[candidate.stem, candidate.segments]
        phrase = f" {candidate.phrase} "
        if not any(phrase in f" {other} " or f" {other} " in phrase for other in group):
            group.append(candidate.phrase)
            yield candidate, word


def counted(folder: str, wanted: set[str]) -> Counter[str]:
    """How often each of ``wanted`` stands in the text files of a folder."""
    found: Counter[str] = Counter()
    for path in sorted(Path(folder).glob("*.txt")) if folder else ():
        with path.open(encoding="utf-8") as file:
            for line in file:
                found.update(phrase for phrase in phrases(line) if phrase in wanted)
    return found


def alarms(outputs: list[list[str]]) -> Alarms:
    """Where lintnews gives an alarm already."""
    from lintnews.config import Settings  # only --caught pays for it
    from lintnews.linter import Linter

    linter = Linter(Settings())
    return {
        (output, number): [
            (finding.start, finding.end)
            for finding in linter.lint_bytes(line.encode(), "segment.txt").findings
            if not finding.set_aside and finding.severity != "info"
        ]
        for output, lines in enumerate(outputs)
        for number, line in enumerate(lines)
    }


def places(phrase: str, segments: Iterable[int], outputs: list[list[str]]) -> Iterator[tuple[int, int, int, int]]:
    """(output, segment, start, end) wherever a phrase stands."""
    words = (re.escape(word).replace("'", "['’]") for word in phrase.split())
    expression = re.compile(r"(?<!\w)" + r"[^\w]+".join(words) + r"(?!\w)", re.IGNORECASE)
    for number in sorted(segments):
        for output, lines in enumerate(outputs):
            for match in expression.finditer(lines[number]):
                yield output, number, *match.span()


def row(candidate: Candidate, word: str, clean: int, outputs: list[list[str]], known: Alarms) -> str:
    """A line of the table."""
    found = list(places(candidate.phrase, candidate.segments, outputs))
    covered = sum(any(s < end and start < e for s, e in known.get((output, n), ())) for output, n, start, end in found)
    example = ""
    if found:
        output, number, start, end = found[len(found) // 2]
        line = outputs[output][number]
        example = f"{number + 1}: {line[max(0, start - AROUND) : start]}«{line[start:end]}»{line[end : end + AROUND]}"
    share = f"{covered / len(found):.1f}" if found else ""
    return "\t".join(
        (
            f"{candidate.score:.1f}",
            candidate.phrase,
            word,
            "/".join(map(str, candidate.systems)),
            "/".join(map(str, candidate.references)),
            str(clean),
            share,
            example,
        )
    )


def main() -> None:
    """Read the folder, print the candidates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--top", type=int, default=1000, help="candidates printed")
    parser.add_argument("--clean", default="", help="a folder of copy that was never translated (*.txt)")
    parser.add_argument("--caught", action="store_true", help="lint the output, and say what share is flagged already")
    args = parser.parse_args()
    source = next(args.folder.glob("source.*")).read_text(encoding="utf-8").split("\n")
    outputs = [path.read_text(encoding="utf-8").split("\n") for path in sorted((args.folder / "systems").glob("*.en"))]
    references = Postings([(args.folder / "reference.en").read_text(encoding="utf-8").split("\n")])
    systems = Postings(outputs)
    systems.prune(FEWEST)
    ranked = sorted(candidates(source, systems, references), key=lambda pair: (-pair[0].score, pair[0].phrase))
    best = [pair for pair, _ in zip(distinct(ranked), range(args.top), strict=False)]
    clean = counted(args.clean, {candidate.phrase for candidate, _ in best})
    known = alarms(outputs) if args.caught else {}
    for candidate, word in best:
        print(row(candidate, word, clean[candidate.phrase], outputs, known))


if __name__ == "__main__":
    main()
