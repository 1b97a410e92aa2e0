"""Whether two Latin spellings go back to one Cyrillic name: takes words, gives what all their romanizations share.

Tables disagree about г (h, g), и and і (y, i), й (y, i, j), е and є (e, ye, ie, je), ю, я, soft signs and doubled letters;
what is left when that is evened out is the name's skeleton: "Hajday" and "Haidai" are both "haidai".
"""

from __future__ import annotations

import re

from lintnews.lexicon.latin import plain

# The patterns are strings, to be compiled by what first needs them: most runs do not.
_STEPS = (
    ("shch|szcz|stsch|sch|sh(?=ch)|sz", "sh"),
    ("tsch|tch|cz", "ch"),
    ("kh|g", "h"),
    ("ts|tz|tc", "c"),
    ("ck|q", "k"),
    ("ph", "f"),
    ("w", "v"),
    ("x", "ks"),
    ("ou|oo", "u"),
    ("[yij]+", "i"),
    ("i(?=[eo])", ""),
    (r"(.)\1+", r"\1"),
)
_SHAPE = (
    "(?:[stc]?[sz]?k[iy]{1,2}|sk(?:a|oho|ogo|aya|oye|e)|enk[oa]|ch[uy]k|[iy]uk|[oei]v|[oe]va|[iy]n|[aeiou]yk|syk|sik|[iy]ch|"
    "[ou]nko|k[oa]|[iou]vk[ai]|(?:h|g)rad|p[oi]l|y[iy]|ii|[ao][iyj]|iya|ets|iets|chyk)$|kh|zh|shch|dz"
)

_SURNAME = (
    "(?:[stz]k(?:y|yi|iy|yy|a|aya|aia|oho|ogo|oye)|enk[oa]|(?:ch|i|y)uk|[iao]vets|nyi|[aeiou][bdklmnprstvz](?:ov|ev|iv)a?|"
    "[aioy]yeva?|"
    "[iou]vk[aiu]|yshyn|yshin|iychuk)$"
)


def skeleton(word: str) -> str:
    """What every romanization of one name shares, in small letters; "" for a word without Latin letters."""
    found = plain(word)
    for pattern, letter in _STEPS:
        found = re.sub(pattern, letter, found)
    return found if found.isascii() else ""


def looks_cyrillic(word: str) -> bool:
    """Whether a small-letter name is spelled as Ukrainian, Russian and Belarusian names are ("usyk", "haidai")."""
    return re.search(_SHAPE, word) is not None


def looks_slavic_name(word: str) -> bool:
    """Whether a small-letter name has an ending that only names of the region have ("tarnavskyi", "hrytsenko")."""
    return re.search(_SURNAME, word) is not None
