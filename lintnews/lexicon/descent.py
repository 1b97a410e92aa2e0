"""Whether two Latin spellings go back to one Cyrillic name: takes words, gives what all their romanizations share.

Tables disagree about г (h, g), и and і (y, i), й (y, i, j), е and є (e, ye, ie, je), ю, я, soft signs and doubled letters;
what is left when that is evened out is the name's skeleton: "Hajday" and "Haidai" are both "haidai".
"""

from __future__ import annotations

import re
from functools import lru_cache

from lintnews.lexicon.latin import once, plain

# The patterns are strings, to be compiled by what first needs them: most runs do not.
_STEPS = (  # letters, pattern, replacement: the pattern is only tried where all the letters are there
    ("s", "shch|szcz|stsch|sch|sh(?=ch)|sz", "sh"),
    ("c", "tsch|tch|cz", "ch"),
    ("kh", "", "h"), ("g", "", "h"), ("tc", "", "c"), ("tz", "", "c"), ("ts", "", "c"), ("ck", "", "k"), ("q", "", "k"),
    ("ph", "", "f"), ("w", "", "v"), ("x", "", "ks"), ("oo", "", "u"), ("ou", "", "u"), ("y", "", "i"), ("j", "", "i"),
    ("ii", "i+", "i"), ("ie", "", "e"), ("io", "", "o"),
)  # fmt: skip
_SHAPE = (
    "(?:[stc]?[sz]?k[iy]{1,2}|sk(?:a|oho|ogo|aya|oye|e)|enk[oa]|ch[uy]k|[iy]uk|[oei]v|[oe]va|[iy]n|[aeiou]yk|syk|sik|[iy]ch|"
    "[ou]nko|k[oa]|[iou]vk[ai]|(?:h|g)rad|p[oi]l|y[iy]|ii|[ao][iyj]|iya|ets|iets|chyk)$|kh|zh|shch|dz"
)

_SURNAME = (
    "(?:[stz]k(?:y|yi|iy|yy|a|aya|aia|oho|ogo|oye)|enk[oa]|(?:ch|i|y)uk|[iao]vets|nyi|[aeiou][bdklmnprstvz](?:ov|ev|iv)a?|"
    "[aioy]yeva?|"
    "[iou]vk[aiu]|yshyn|yshin|iychuk)$"
)


@lru_cache(maxsize=10_000)
def skeleton(word: str) -> str:
    """What every romanization of one name shares, in small letters; "" for a word without Latin letters."""
    found = plain(word)
    if not found.isascii():
        return ""
    for letters, pattern, letter in _STEPS:
        if letters in found:
            found = re.sub(pattern, letter, found) if pattern else found.replace(letters, letter)
    return once(found)


def looks_cyrillic(word: str) -> bool:
    """Whether a small-letter name is spelled as Ukrainian, Russian and Belarusian names are ("usyk", "haidai")."""
    return re.search(_SHAPE, word) is not None


def looks_slavic_name(word: str) -> bool:
    """Whether a small-letter name has an ending that only names of the region have ("tarnavskyi", "hrytsenko")."""
    return re.search(_SURNAME, word) is not None
