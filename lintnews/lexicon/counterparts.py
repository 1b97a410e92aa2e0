"""What a Ukrainian place is called in Russian: takes its name, gives the forms Russian spelling allows.

Most villages have no form of their own in Russian, only the Ukrainian one respelled: "Красногорівка" is "Красногоровка".
What follows from spelling need not be listed; where spelling leaves a choice every form is given, for a form that no text
has does no harm to reading names back. The tables are data: ``rules/romanization/counterparts-uk-ru.toml``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product
from typing import NamedTuple

from lintnews.lexicon.name_records import name_words

_MOST = 6  # forms of one name

Native = tuple[tuple[str, tuple[str, ...]], ...]  # (language, forms)


class Counterparts(NamedTuple):
    """The tables: endings, roots and letters of one language to those of another, and words that are translated."""

    endings: Mapping[str, Sequence[str]]
    roots: Mapping[str, str]
    letters: Mapping[str, Sequence[str]]
    after: Mapping[str, str]
    initial: Mapping[str, Sequence[str]]
    words: Mapping[str, str]


def load(folder: str, name: str) -> Counterparts:
    """The tables ``counterparts-<name>.toml`` of ``folder``, such as ``uk-ru``. Raises OSError when there is no such file."""
    import tomli

    with open(os.path.join(folder, f"counterparts-{name}.toml"), "rb") as file:
        return Counterparts(**tomli.load(file))


def respelled(native: Native, tables: Counterparts) -> Native:
    """The forms of a Ukrainian name with the respelled Russian ones added where Russian has none of them.

    Russian may translate a name (Красногригоровка for Червоногригорівка), and a text may respell it all the same. A name of
    several words is only respelled where no Russian form is given.
    """
    known = dict(native)
    russian = known.get("ru", ())
    names = [name for name in known.get("uk", ()) if name_words(name) and (name.isalpha() or not russian)]
    found = [form for name in names for form in forms(name, tables)]
    if not found or not {*russian}.isdisjoint(found):
        return native
    return tuple((known | {"ru": (*russian, *found)}).items())


def forms(name: str, tables: Counterparts) -> list[str]:
    """The likeliest forms of ``name`` in the other language, at most six, each once; capitals as in ``name``."""
    parts = (word.split("-") for word in name.split())
    choices = [["-".join(choice) for choice in product(*(_word(part, tables) for part in word))] for word in parts]
    return list(dict.fromkeys(" ".join(choice) for choice in islice(product(*choices), _MOST)))


def _word(word: str, tables: Counterparts) -> list[str]:
    low = word.lower()
    found = [tables.words[low]] if low in tables.words else list(dict.fromkeys(islice(_respelled(low, tables), _MOST)))
    return [form[0].upper() + form[1:] for form in found] if word[0].isupper() else found


def _respelled(word: str, tables: Counterparts) -> Iterator[str]:
    ending = max((end for end in tables.endings if word.endswith(end) and len(word) > len(end)), key=len, default="")
    stem = word.removesuffix(ending)
    for root, other in tables.roots.items():
        stem = stem.replace(root, other)
    spellings = ["".join(letters) for letters in islice(product(*_letters(stem, tables)), _MOST)]
    for other in tables.endings.get(ending, ("",)):
        yield from (spelling + other for spelling in spellings)


def _letters(stem: str, tables: Counterparts) -> Iterator[Sequence[str]]:
    """What each letter, or group of two, of ``stem`` may be."""
    place = 0
    while place < len(stem):
        pair, letter = stem[place : place + 2], stem[place]
        if len(pair) == 2 and pair in tables.letters:
            yield tables.letters[pair]
            place += 2
            continue
        options = tables.letters.get(letter, (letter,))
        if place == 0:
            options = tables.initial.get(letter, options)
        elif stem[place - 1] in tables.after.get(letter, ""):
            options = options[:1]
        yield options
        place += 1
