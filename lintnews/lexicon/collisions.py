"""Which derived wrong spellings are also something else: takes a lexicon, gives counts.

The likeliest wrong spellings of a name are what the tables of the press make of its forms in other languages. One that
is another term's right form, or an everyday English word, is never flagged by descent; one that English has at all must
be spelled exactly so.
"""

from __future__ import annotations

from typing import NamedTuple

from lintnews.lexicon.latin import plain
from lintnews.lexicon.lexicon import Lexicon
from lintnews.lexicon.name_keys import LANGUAGES
from lintnews.lexicon.names import NameIndex
from lintnews.lexicon.romanize import romanize, systems
from lintnews.lexicon.vocabulary import Vocabulary

EVERYDAY = 3000  # occurrences from which a word is English first and a name second


class Derived(NamedTuple):
    """How many names wrong spellings are derived for, how many spellings, and how many of these are something else."""

    names: int
    forms: int
    other_names: tuple[str, ...]  # dropped: the right form of another term
    everyday: tuple[str, ...]  # dropped: an everyday English word
    listed: tuple[str, ...]  # kept only where exactly so: a rarer English word


def derived(lexicon: Lexicon, vocabulary: Vocabulary, folder: str) -> Derived:
    """The derived spellings of all names of ``lexicon``, by the romanization tables of ``folder``."""
    tables = [system for system in systems(folder).values() if system.press]
    index = vocabulary.names or NameIndex(lexicon)
    forms: set[str] = set()
    names = 0
    for number in lexicon.numbers():
        facts = lexicon.name_facts(number)["forms"]
        origin = index.origin(number)
        own = {plain(form) for form in index.english(number)} if facts else set()
        mine = {
            plain(romanize(" ".join(words), table)): table.id
            for language in LANGUAGES
            if language != origin
            for words in facts.get(language, ())
            for table in tables
            if table.language == language
        }
        names += bool(mine)
        forms |= mine.keys() - own
    other = {form for form in forms if index.is_right(form)}
    single = {form for form in forms - other if " " not in form}
    everyday = {form for form in single if vocabulary.frequency(form) >= EVERYDAY}
    listed = {form for form in single - everyday if vocabulary.frequency(form)}
    return Derived(names, len(forms), tuple(sorted(other)), tuple(sorted(everyday)), tuple(sorted(listed)))
