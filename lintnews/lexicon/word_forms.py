"""Ukrainian and Russian word forms, where ``simplemma`` is installed: takes a Latin word, gives forms it may spell.

Its dictionaries (two million forms) take seconds to load, so they are compiled once, when asked for, into a table of
the cache: forms sorted by the key that all romanizations share (``name_keys.native_key``), compressed.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping

from lintnews.lexicon import cache
from lintnews.lexicon.latin import Letters, cost
from lintnews.lexicon.name_keys import latin_hisses, latin_keys, native_hisses, native_key
from lintnews.lexicon.table import Table, TableError
from lintnews.named import NamedTuple

LANGUAGES = ("uk", "ru")
_DATA = os.path.join("simplemma", "strategies", "dictionaries", "data")
_HEAD = 7  # letters of a key that share a record
_LATIN_VOWELS, _NATIVE_VOWELS = "[aeiouy]+", "[аеєиіїоуюяёыэйьъ]*[аеєиіїоуюяёыэй][ьъ]*"
_SHORTEST, _LONGEST = 5, 18  # letters of a form that is worth keeping


class Form(NamedTuple):
    """A native word form, its language and its dictionary form."""

    native: str
    language: str
    lemma: str


class WordForms:
    """Native word forms, asked by their Latin spelling."""

    def __init__(self, table: Table | Mapping[str, bytes]) -> None:
        self._table = table

    def find(self, latin: str, letters: Mapping[str, Letters]) -> Iterator[Form]:
        """Each form that some table spells as the small-letter ``latin``, Ukrainian first."""
        hisses = latin_hisses(latin)
        vowels = 0 if "j" in latin else len(re.findall(_LATIN_VOWELS, latin))
        for language in LANGUAGES:
            for key in latin_keys(latin):
                for native, lemma in self._under(language, key):
                    if (
                        -2 <= len(latin) - len(native) <= 2 + len(native) // 2
                        and (not vowels or len(re.findall(_NATIVE_VOWELS, native)) == vowels)
                        and (not hisses or native_hisses(native) in hisses)
                        and cost(latin, native, letters[language], 0) is not None
                    ):
                        yield Form(native, language, lemma)

    def _under(self, language: str, key: str) -> Iterator[tuple[str, str]]:
        import zlib

        packed = self._table.get(f"{language}:{key[:_HEAD]}")
        text = zlib.decompress(packed).decode() if packed else ""
        start = text.find(f"\n{key} ")
        while start >= 0:
            end = text.find("\n", start + 1)
            row, native, lemma = text[start + 1 : end].split(" ")
            if row != key:
                break
            yield native, lemma
            start = end if end + 1 < len(text) else -1


def open_forms() -> WordForms | None:
    """The compiled word forms of this installation; None without ``simplemma``, or before ``compile_forms``."""
    files = _files()
    try:
        return WordForms(Table(cache.path_for("forms", cache.digest(files)))) if files else None
    except TableError:
        return None


def compile_forms() -> int:
    """Compile the dictionaries of ``simplemma`` into the cache, in some fifteen seconds; gives the table's bytes.

    Raises ImportError without ``simplemma``.
    """
    path = cache.path_for("forms", cache.digest(_files()))
    Table.write(path, compiled((language, _dictionary(language)) for language in LANGUAGES))
    cache.prune("forms")
    return os.path.getsize(path)


def compiled(dictionaries: Iterator[tuple[str, Mapping[str, str]]]) -> dict[str, bytes]:
    """Records of ``Table.write`` from (language, form → dictionary form)."""
    import zlib

    found: dict[str, bytes] = {}
    for language, forms in dictionaries:
        groups: dict[str, list[str]] = {}
        for form, lemma in forms.items():
            if _SHORTEST <= len(form) <= _LONGEST and form.islower() and form.isalpha() and " " not in lemma:
                key = native_key(form)
                groups.setdefault(key[:_HEAD], []).append(f"{key} {form} {lemma}")
        for head, rows in groups.items():
            found[f"{language}:{head}"] = zlib.compress("\n".join(["", *sorted(rows), ""]).encode())
    return found


def _dictionary(language: str) -> Mapping[str, str]:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    found: Mapping[str, str] = DefaultDictionaryFactory(cache_max_size=1).get_dictionary(language)
    return found


def is_installed() -> bool:
    """Whether the dictionaries of ``simplemma`` are there."""
    return bool(_files())


def _files() -> list[str]:
    """The dictionaries, found without importing anything; empty when one is missing."""
    for folder in sys.path:
        paths = [os.path.join(folder, _DATA, f"{language}.plzma") for language in LANGUAGES]
        if all(map(os.path.isfile, paths)):
            return paths
    return []
