"""What acronyms are looked up by: takes native acronyms, gives table records under every Latin spelling of each.

Records: ``^latin`` lists rows [entry, native, language] of the glossary's terms, ``^^latin`` rows [native, language,
English forms] of ``rules/words/native-acronyms.toml``, ``^?latin`` marks a spelling that English readers know
otherwise, ``^@`` lists the words that show a passage to be about the region.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from typing import Any

from lintnews.lexicon.latin import Letters
from lintnews.lexicon.romanize import letters

_LANGUAGES = ("uk", "ru")
_SHORTEST, _LONGEST = 3, 8  # letters of the Latin spelling
_MOST_SPELLINGS = 64
_HABITS = {"ц": ("c",), "х": ("h",), "й": ("j", "y"), "в": ("w",), "г": ("g",)}  # beside the tables, for single letters


def of_terms(folder: str, terms: Iterable[tuple[int, Iterable[tuple[str, Sequence[str]]]]]) -> dict[str, list[Any]]:
    """Records of the acronyms among native forms: (number of the entry, [(language, forms)]).

    ``folder`` holds the romanization tables.
    """
    found: dict[str, list[Any]] = {}
    tables: dict[str, Letters] = {}
    for number, native in terms:
        for language, forms in native:
            for form in forms if language in _LANGUAGES else ():
                if is_acronym(form):
                    tables = tables or letters(folder, press=True)
                    for latin in spellings(form, tables[language]):
                        found.setdefault("^" + latin, []).append([number, form, language])
    return found


def of_words(folder: str, words: str) -> dict[str, Any]:
    """Records of the lists in the folder ``words``; ``folder`` holds the romanization tables."""
    import tomli

    with open(os.path.join(words, "native-acronyms.toml"), "rb") as file:
        raw = tomli.load(file)
    tables = letters(folder, press=True)
    found: dict[str, Any] = {}
    for language in _LANGUAGES:
        for native, english in raw[language].items():
            forms = [english] if isinstance(english, str) else english
            for latin in spellings(native, tables[language]):
                found.setdefault("^^" + latin, []).append([native, language, forms])
    found |= {"^?" + latin.lower(): 1 for latin in raw["familiar"].split()}
    with open(os.path.join(words, "region.txt"), encoding="utf-8") as file:
        found["^@"] = [word for line in file for word in line.partition("#")[0].split()]
    return found


def is_acronym(form: str) -> bool:
    """Whether a native form is written in capitals, but for small letters inside: РСЗВ, ТрО."""
    capitals = sum(letter.isupper() for letter in form)
    return 2 <= len(form) <= 7 and form.isalpha() and form[0].isupper() and capitals >= 2 and capitals * 2 > len(form)


def spellings(native: str, table: Letters) -> Iterator[str]:
    """The small-letter Latin spellings of an acronym that are long enough to be told from chance, each once."""
    options = [_options(letter, table) for letter in native.lower()]
    seen = dict.fromkeys("".join(parts) for parts in islice(product(*options), _MOST_SPELLINGS))
    return (latin for latin in seen if _SHORTEST <= len(latin) <= _LONGEST)


def _options(letter: str, table: Letters) -> list[str]:
    found = [latin for latin, price in table.spellings.get(letter, {}).items() if latin and not price]
    return sorted({*found, *_HABITS.get(letter, ())}) or [""]
