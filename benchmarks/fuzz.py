"""Fuzz every reader: samples cut, doubled, mixed and sprinkled with markup and noise.

    python benchmarks/fuzz.py [--seconds 60] [--seed 1] [--write]

Every reader that discovery finds and that has samples (tests/read/samples) is fuzzed with them for the same time. A
document must be sound (tests/documents.py) or be refused with an InputError; anything else is printed with the bytes that
caused it, and the status is 1. ``--write`` puts the figures into docs/formats.md.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import sys
import time
import traceback
import zipfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

from documents import assert_sound  # noqa: E402

from lintnews import read  # noqa: E402
from lintnews.errors import InputError  # noqa: E402
from lintnews.model import ReadOptions  # noqa: E402

SAMPLES = sorted(path for path in (ROOT / "tests" / "read" / "samples").iterdir() if path.suffix != ".golden")
OPTIONS = (ReadOptions(), ReadOptions(attributes=("alt", "title", "content")), ReadOptions(fields=("body", "*.text")))
NOISE = [
    *"<>&\"'\\/[](){}*_`#|;:,.-=!?\n\r\t \u00a0\u2028\u200b\ufeff0é🏠",
    "\r\n", "\n\n", "<!--", "-->", "<p>", "</p>", "<script>", "&amp;", "&#x1F600;", "]]>", "<![CDATA[", "```", "~~~", "---",
    "\\u0041", "\\ud83d", '""', "-->\n", "00:00:01,000 --> 00:00:02,000\n", "msgstr ", "[^1]:", "](", "NOTE ", "\xff\xfe",
]  # fmt: skip
BLOCK = re.compile(r"<!-- fuzz -->.*<!-- end -->", re.DOTALL)


class Tally(NamedTuple):
    """What one reader was given."""

    name: str
    documents: int
    refused: int
    slowest: float  # seconds
    failures: int


def main() -> int:
    """Fuzz, print a row for each reader; 1 when something failed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60, help="for all readers together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="put the figures into docs/formats.md")
    arguments = parser.parse_args()
    readers = [reader for reader in read._readers() if samples(reader)]
    tallies = [fuzz(reader, arguments.seconds / len(readers), arguments.seed) for reader in readers]
    rows = ["| reader | documents | refused | slowest | failures |", "|---|---|---|---|---|"]
    rows += [f"| {t.name} | {t.documents:,} | {t.refused:,} | {1000 * t.slowest:.0f} ms | {t.failures} |" for t in tallies]
    print("\n".join(rows))
    if arguments.write:
        page = ROOT / "docs" / "formats.md"
        table = "\n".join(["<!-- fuzz -->", *rows, "<!-- end -->"])
        page.write_text(BLOCK.sub(lambda _: table, page.read_text(encoding="utf-8")), encoding="utf-8")
    return int(any(tally.failures for tally in tallies))


def fuzz(reader: read.Reader, seconds: float, seed: int) -> Tally:
    """Give ``reader`` mutated samples for ``seconds``; print what makes it fail."""
    dice = random.Random(f"{seed} {reader.NAME}")
    seeds = samples(reader)
    name = f"a{reader.SUFFIXES[0]}"
    documents = refused = failures = 0
    slowest, ends = 0.0, time.monotonic() + seconds
    while time.monotonic() < ends:
        data = mutated(dice, seeds)
        started = time.process_time()
        try:
            document = reader.read(data, name, dice.choice(OPTIONS))
            slowest = max(slowest, time.process_time() - started)
            assert_sound(document, data)
        except InputError:
            refused += 1
        except Exception:
            failures += 1
            print(f"{reader.NAME}: {data!r}\n{traceback.format_exc()}", file=sys.stderr)
        documents += 1
    return Tally(reader.NAME, documents, refused, slowest, failures)


def samples(reader: read.Reader) -> list[bytes]:
    """The samples of a reader's format; plain text is any text."""
    suffixes = reader.SUFFIXES if reader.NAME != "plain" else (".md", ".srt")
    return [path.read_bytes() for path in SAMPLES if path.suffix in suffixes]


def mutated(dice: random.Random, seeds: list[bytes]) -> bytes:
    """A sample damaged at random; an archive mostly in one of the parts that hold its text, or else every byte is refused."""
    data = dice.choice(seeds)
    if data[:2] != b"PK" or dice.random() < 0.1:
        return damaged(dice, data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if "/theme" not in name}
    name = dice.choice(["word/document.xml"] * 6 + sorted(parts))
    parts[name] = damaged(dice, parts[name])
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def damaged(dice: random.Random, data: bytes) -> bytes:
    """The bytes with some pieces taken out, doubled, turned round, moved, or replaced by noise."""
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(dice.randint(1, 6)):
        start = dice.randrange(len(text) + 1)
        end = min(len(text), start + int(dice.expovariate(1 / 40)))
        other = dice.randrange(len(text) + 1)
        piece = dice.choice(["", text[start:end] * 2, text[start:end][::-1], text[other : other + 60], noise(dice)])
        text = text[:start] + piece + text[end:]
    data = text.encode("utf-8", "surrogateescape")
    return data if dice.random() > 0.01 else data + dice.randbytes(dice.randint(1, 4))


def noise(dice: random.Random) -> str:
    """A few pieces of markup or odd characters, now and then many times."""
    return "".join(dice.choices(NOISE, k=dice.randint(1, 5))) * dice.choice([1, 1, 1, 3, 50])


if __name__ == "__main__":
    sys.exit(main())
