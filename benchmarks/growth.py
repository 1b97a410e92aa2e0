"""What a desk's glossary of 10,000 terms costs more than one of 1,000, in start-up and in scanning.

    python benchmarks/growth.py CORPUS [--megabytes 2] [--runs 5]

The terms are made up from syllables (seeded), each with a right form and two wrong ones. Budget: scan × 1.5,
start-up × 2.
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from side_by_side import arguments, article, corpus, lintnews, medians, table, timed

SIZES = (1_000, 10_000)
_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]

_LETTERS = str.maketrans("0123456789", "bdfgklmnpr")  # a number in letters keeps the words apart


def glossary(terms: int) -> str:
    """A glossary of ``terms`` made-up terms, as TOML."""
    chance = random.Random(1)
    entries = []
    for number in range(terms):
        stem = "".join(chance.choices(_SYLLABLES, k=4)) + str(number).translate(_LETTERS)
        right, wrong = f"{stem}qo", f"{stem}xa"
        entries.append(
            f'[[term]]\nid = "made-up-{number}"\nen = ["{right} brigade"]\n'
            f'[term.reject]\nliteral-name = ["{wrong} brigade", "{wrong} crew"]\n'
            f'[[term.example]]\nflag = "The {wrong} brigade left."\n'
            f'[[term.example]]\npass = "The {right} brigade left."\n'
        )
    return "\n".join(entries)


def main() -> None:
    """Measure and print."""
    args = arguments(__doc__, megabytes=2, runs=5)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {"LINTNEWS_CACHE": str(folder)}
        small, large = article(None, folder), corpus(args.corpus, folder, args.megabytes)
        commands: dict[str, list[str]] = {}
        first: dict[int, float] = {}
        for size in SIZES:
            path = folder / f"glossary-{size}.toml"
            path.write_text(glossary(size), encoding="utf-8")
            options = [*lintnews(), "-j", "1", "--quiet", "--glossary", str(path)]
            first[size] = timed([*options, str(small)], environment)
            commands |= {f"start-up {size}": [*options, str(small)], f"scan {size}": [*options, str(large)]}
        found = medians(commands, args.runs, environment)
    rows = []
    for what in ("start-up", "scan"):
        few, many = (found[f"{what} {size}"] for size in SIZES)
        rows.append((what, f"{few:.3f}", f"{many:.3f}", f"{many / few:.2f}"))
    few, many = (first[size] for size in SIZES)
    rows.append(("first run (compiles)", f"{few:.2f}", f"{many:.2f}", f"{many / few:.2f}"))
    table(("", "1,000 terms s", "10,000 terms s", "ratio"), rows)


if __name__ == "__main__":
    main()
