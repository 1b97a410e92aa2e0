"""A View from a string, for the tests of checks."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest
from lexicons import lexicon_of

from lintnews.lexicon.names import NameIndex
from lintnews.lexicon.native import Natives
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Document, Finding, Segment
from lintnews.view import View


def view_of(text: str) -> View:
    """The view of a plain text in which every line that is not blank is a segment."""
    segments, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            segments.append(Segment(start, start + len(line)))
        start += len(line) + 1
    return View(Document("draft.txt", "text", text, tuple(segments)))


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """English, and the letter tables and given names without any glossary."""
    vocabulary = Vocabulary.load()
    lexicon = lexicon_of("")
    vocabulary.names = NameIndex(lexicon)
    vocabulary.natives = Natives(lexicon)
    return vocabulary


@pytest.fixture
def give(vocabulary: Vocabulary) -> Callable[[ModuleType, str], list[Finding]]:
    """Run one check over one text: ``give(module, text)``."""

    def run(check: ModuleType, text: str) -> list[Finding]:
        return list(check.check(view_of(text), vocabulary))

    return run
