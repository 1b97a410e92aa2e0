"""How long a draft takes to lint again after one keystroke, in the process of an editor or a server.

    python benchmarks/relint.py [DRAFT] [--size 10000] [--keys 300]

DRAFT is cut to the size; without it the project's sample drafts are used. Keys are typed, deleted and pasted at places
drawn with a fixed seed, a few in a row at each; processor time, reading included. Budget: p95 of 10 ms for 10 KB. Beside
it stands the same without memory.
"""

from __future__ import annotations

import gc
import random
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from pathlib import Path

from side_by_side import table

from lintnews import read
from lintnews.config import Settings
from lintnews.linter import Linter
from lintnews.model import Document, Result
from lintnews.relint import Relinter

_SEEDS = Path(__file__).resolve().parent.parent / "seeds"
_IN_A_ROW = 12  # keys typed at one place
_TYPED = "the quick brown Kyiv governor said on Monday. "


def main() -> None:
    """Measure and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("draft", nargs="?")
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--keys", type=int, default=300)
    args = parser.parse_args()
    paths = [Path(args.draft)] if args.draft else sorted(_SEEDS.glob("*.txt"))
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in paths)[: args.size]
    gc.set_threshold(1_000_000, 20, 50)  # as the command line does, which the doors start from
    linter = Linter(Settings())
    relinter = Relinter(linter)
    relinter.lint(_document(text))
    drafts = list(_keystrokes(text, args.keys))
    rows = []
    for name, lint in (("relint", relinter.lint), ("lint", linter.lint)):
        times = sorted(_timed(lint, draft) for draft in drafts)
        rows.append((name, *(f"{times[int(len(times) * share)]:.1f}" for share in (0.5, 0.95)), f"{times[-1]:.1f}"))
    table((f"{len(text)} code points", "p50 ms", "p95 ms", "most ms"), rows)


def _keystrokes(text: str, keys: int) -> Iterator[str]:
    """The draft after each key: letters typed one by one somewhere, now and then a word deleted or pasted."""
    chance = random.Random(1)
    for number in range(keys):
        if number % _IN_A_ROW == 0:
            place = chance.randrange(len(text))
            typed = chance.randrange(len(_TYPED))
        if number % _IN_A_ROW == _IN_A_ROW - 1:
            text = text[:place] + text[place + 8 :]
        else:
            text = text[:place] + _TYPED[typed % len(_TYPED)] + text[place:]
            place, typed = place + 1, typed + 1
        yield text


def _document(text: str) -> Document:
    return read.reader_for("-").read(text.encode("utf-8"), "draft.txt")


def _timed(lint: Callable[[Document], Result], draft: str) -> float:
    start = time.process_time()
    lint(_document(draft))
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
