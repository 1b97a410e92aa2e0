"""What romanized common words are looked up by: takes ``rules/words/residue.toml``, gives table records.

A word is kept under the key of its stem (``name_keys.native_key``), so that inflected forms lead to it in any
romanization. Records: ``%key`` lists rows [stem, dictionary form, language, meaning].
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any

from lintnews.lexicon.name_keys import native_key

_ENDING = re.compile("(?:ий|ій|ый|ой|ая|ое|ия|ія|ие|ье|[аяоеиіїуюьы])$")
_FLEETING = re.compile("(?<=[^аеєиіоуюяёыэ])[ео](?=[кц]ь?$)|(?<=[іо]в)е(?=ць?$)")  # бойовець, бойовця
_SHORTEST = 3  # letters of a stem


def of_words(words: str) -> dict[str, list[Any]]:
    """Records of the lists in the folder ``words``."""
    import tomli

    with open(os.path.join(words, "residue.toml"), "rb") as file:
        raw = tomli.load(file)
    found: dict[str, list[Any]] = {}
    for language, meanings in raw.items():
        for word, meaning in meanings.items():
            for stem in stems(word) if " " not in word else ():
                found.setdefault("%" + native_key(stem), []).append([stem, word, language, meaning])
    return found


def stems(word: str) -> Iterator[str]:
    """What stays of a native word when it is inflected: one stem, or two where a vowel comes and goes."""
    low = word.lower().replace("'", "")
    stem = _ENDING.sub("", low)
    if len(stem) < _SHORTEST:
        stem = low
    yield stem
    shorter = _FLEETING.sub("", stem)
    if shorter != stem:
        yield shorter
