"""A small lexicon from TOML written in a test, compiled and opened like a real one."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from lintnews import read
from lintnews.lexicon.cache import rules_dir
from lintnews.lexicon.compile import Compiler
from lintnews.lexicon.lexicon import Layer, Lexicon
from lintnews.lexicon.load import load
from lintnews.lexicon.table import Table
from lintnews.view import View

COMMON = {"the", "of", "a", "in", "to", "and", "said", "system", "out", "war", "republic", "people", "is"}


def frequency(word: str) -> int:
    """A stand-in for the word list: a few words are common, the others rare."""
    return 1_000_000 if word in COMMON else 100


def lexicon_of(*texts: str, cues: Mapping[str, str] | None = None) -> Lexicon:
    """One layer for each TOML text; ``cues`` maps names of cue sets to their words, space-separated."""
    layers: list[Layer] = []
    for number, text in enumerate(texts):
        folder = Path(tempfile.mkdtemp())
        (folder / "cues").mkdir()
        files = [str(folder / "calque.toml")]
        Path(files[0]).write_text(text, encoding="utf-8")
        for name, words in (cues or {}).items() if number == 0 else ():
            path = folder / "cues" / f"{name}.toml"
            path.write_text(f"words = {words.split()!r}", encoding="utf-8")
            files.append(str(path))
        entries, sets = load(files)
        compiler = Compiler(frequency)
        compiler.add_all(entries, sets, [])
        compiler.add_letters(rules_dir() + "/romanization")
        compiler.add_native_words(rules_dir() + "/words")
        Table.write(str(folder / "t.bin"), compiler.records())
        table = Table(str(folder / "t.bin"))
        import json

        layers.append(Layer(table, json.loads(table.get("!") or b"{}")))
    return Lexicon(layers)


def view_of(text: str) -> View:
    """The view of a plain text."""
    return View(read.reader_for("-").read(text.encode("utf-8"), "-"))


def example(shape: str, flag: str = "x", good: str = "y") -> str:
    """The examples an entry owes."""
    return f'\n[[{shape}.example]]\nflag = "{flag}"\n[[{shape}.example]]\npass = "{good}"\n'
