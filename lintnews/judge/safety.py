"""Which findings may be corrected unasked: takes a judged place and its entry, says whether the first suggestion is sure.

Sure means: nobody who reads the copy would want another word there. So the suggestion must be the only right one, and it
must be recognisably the same thing under its right name; a correction that names something else is for a person to make.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lintnews.lexicon.lexicon import Lexicon
from lintnews.typed import Any

# The patterns are strings, to be compiled by what first needs them: a run that finds nothing does not.
_NAMES = frozenset(("russian-exonym", "wrong-romanization"))
_TERMS = frozenset(("inconsistent-term", "acronym-expansion"))
_MECHANICAL = frozenset(("broken-syntax", "mixed-script"))
_ALIKE = 0.64  # of two spellings of one name, twice the letters shared by those of both; Kiev and Kyiv have 0.75
_WORD = "[^\\W_]+(?:['\u2019][^\\W\\d_]+)*"
_OF_FORM = "[^\\W\\d_]+(?:['\u2019-][^\\W\\d_]+)*"
_SMALL = frozenset("a an and as at but by for from in of on or the to with against".split())
_ACRONYM = "(?:[A-Z][A-Za-z]{0,2}){1,4}[A-Z]s?\\Z"
_COUNTRY = (  # stems: a correction neither adds a country nor drops one
    "Ukrain|Russia|Americ|Belarus|Chin[ae]|Kore|Crimea|Donetsk|Luhansk|Brit|German|French|Franc|Polish|Poland|Moldov|Georgia|Kazakh|Israel"
)
_PLURAL = ("s", "men", "children", "people")
_OWNER = "(?<!People)(?<!Workers)['\u2019]s\\b"
_POSSESSIVE = "['\u2019]s\\Z"


def is_sure(text: str, kind: str, entry: dict[str, Any], variant: dict[str, Any], suggestions: tuple[str, ...]) -> bool:
    """Whether ``suggestions[0]`` may replace ``text``, which ``variant`` of ``entry`` is certain to be right about.

    An acronym must also be the entry's own (``spells_acronym``).
    """
    wish = variant.get("fix")
    if wish == "review" or not _is_the_one(entry, variant, suggestions):
        return False
    text, new = re.sub(_POSSESSIVE, "", text), suggestions[0]
    if wish == "safe":
        return True
    if entry["shape"] == "rule":
        return kind in _MECHANICAL and "regex" in variant and _letters(text) == _letters(new) != ""
    if entry["shape"] != "term":
        return False
    if kind == "untranslated-acronym":
        own = tuple(entry["en"][: len(suggestions)]) != suggestions  # written for this form
        return bool(re.match(_ACRONYM, text)) and (own or _is_one_concept(entry))
    return (kind in _NAMES | _TERMS and _same_name(text, new)) or (kind in _TERMS and _same_body(text, new))


def spells_acronym(lexicon: Lexicon, number: int, text: str) -> bool:
    """Whether ``text`` is a native acronym of the entry ``number`` in Latin letters, and of no other entry."""
    latin = text.removesuffix("s").lower()
    owners = {owner for owner, _ in lexicon.named("^" + latin)} | {owner for owner, _ in lexicon.named("^" + text.lower())}
    return owners == {number}


def is_plural(text: str, forms: list[str]) -> bool:
    """Whether the head of ``text`` is the plural of a word of ``forms`` (as rules write them) and no such word itself."""
    words = _before_preposition(re.findall(_OF_FORM, re.sub(_POSSESSIVE, "", text).lower()))
    if not words or not forms or not words[-1].endswith(_PLURAL):
        return False
    known = {word for form in forms for word in _before_preposition(re.findall(_OF_FORM, form.lower()))}
    if words[-1] in known:
        return False
    from lintnews.lexicon.inflect import plural  # few findings need it, and a start does not

    return any(words[-1] in plural(word)[1:] for word in known)


def _is_the_one(entry: dict[str, Any], variant: dict[str, Any], suggestions: tuple[str, ...]) -> bool:
    """One suggestion, or the preferred form of a concept, whose other forms are only admitted."""
    if len(suggestions) == 1:
        return True
    return bool(suggestions) and entry["shape"] == "term" and list(suggestions) == entry["en"][: len(suggestions)]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


@lru_cache(maxsize=4_096)
def _same_name(text: str, new: str) -> bool:
    """Two spellings of one proper name, word for word; a surname alone may stand for a full name."""
    old, right = _words(text), _words(new)
    if not old or not all(word[0].isupper() or word[0].isdigit() for word in (*old, *right) if word.lower() not in _SMALL):
        return False
    if len(right) > len(old) and not any(map(str.isdigit, new)):
        right = right[-len(old) :]
    return len(old) == len(right) and all(map(_alike, old, right))


def _words(text: str) -> list[str]:
    return [word for word in re.split("[\\s\u2060-]+", text) if _letters(word)]


def _alike(old: str, new: str) -> bool:
    a, b = _plain(old), _plain(new)
    if [c for c in a if c.isdigit()] != [c for c in b if c.isdigit()]:
        return False
    return 2 * _shared(a, b) >= _ALIKE * (len(a) + len(b))


def _shared(a: str, b: str) -> int:
    """The number of letters that both have in the same order."""
    row = [0] * (len(b) + 1)
    for letter in a:
        before = 0
        for place, other in enumerate(b):
            before, row[place + 1] = row[place + 1], before + 1 if letter == other else max(row[place], row[place + 1])
    return row[-1]


def _plain(word: str) -> str:
    import unicodedata

    bare = unicodedata.normalize("NFD", word.replace("ł", "l").replace("Ł", "L"))
    return _letters("".join(letter for letter in bare if not unicodedata.combining(letter)))


@lru_cache(maxsize=4_096)
def _same_body(text: str, new: str) -> bool:
    """Two names of one organisation: both in capitals, with a word of weight in common, and of one number."""
    old, right = re.findall(_WORD, text), re.findall(_WORD, new)
    if len(old) < 2 or len(right) < 2 or not (_is_proper(old) and _is_proper(right)):
        return False
    if set(re.findall(_COUNTRY, text)) != set(re.findall(_COUNTRY, new)):
        return False
    if re.search(_OWNER, new) and not re.search(_OWNER, text):
        return False
    common = {w.lower() for w in old} & {w.lower() for w in right}
    weighty = [word for word in common if len(word) > 3 and not re.match(_COUNTRY, word.capitalize())]
    return bool(weighty) and _head(old).endswith("s") == _head(right).endswith("s")


def _is_proper(words: list[str]) -> bool:
    ends = (words[0].lower(), words[-1].lower())
    return not _SMALL & set(ends) and all(w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL for w in words)


def _head(words: list[str]) -> str:
    """The word that carries the number."""
    return _before_preposition(words)[-1]


def _before_preposition(words: list[str]) -> list[str]:
    """The words up to the first preposition, or all of them."""
    place = next((n for n, word in enumerate(words) if n and word.lower() in _SMALL - {"and", "a", "an", "the"}), len(words))
    return words[:place]


def _is_one_concept(entry: dict[str, Any]) -> bool:
    """Whether the entry has one native acronym in some language: some entries gather several bodies of one sort."""
    return any(sum(form.isupper() for form in forms) == 1 for forms in entry.get("native", {}).values())
