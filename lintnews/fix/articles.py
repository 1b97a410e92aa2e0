"""The indefinite article by sound: takes the words it stands before, gives "a" or "an"."""

from __future__ import annotations

import re

# Acronyms read as words and not letter by letter; those that begin with a consonant either way need no row.
_READ_AS_WORDS = frozenset(
    "FAB FABS FARC FIFA FRONTEX HAARP HAMAS HARM HIMARS LAN LASER LEOPARD LUKOIL MANPAD MANPADS MENA MERCOSUR MIRV MOAB "
    "NABU NAFTA NASA NASAMS NATO NAVTEX NAZK NORAD RADA RADAR RAF RAND ROSATOM SALT SAM SAMS SAMP SAPO SARS SIM SONAR START SWAT "
    "SWIFT UEFA UNESCO UNICEF".split()
)
_LETTERS_WITH_VOWEL = frozenset("AEFHILMNORSX")  # an F, an H, an S; but a U
_SPELLED = re.compile("[A-Z]{2,}s?\\Z|[A-Z]\\Z")
_YOU = re.compile("eu|ew|u[bcfhjkqrst][aeiou]|ukr|ural|unan|uni[acefloqptv]|uno\\b", re.IGNORECASE)
_WON = re.compile("(?:one|once|oneself|ouija)(?![a-z])|one-", re.IGNORECASE)
_MUTE_H = re.compile("hour|honest|hono[u]?r|heir(?!l)|heiress|heirloom", re.IGNORECASE)
_NUMBER_WITH_VOWEL = re.compile("8|1[18](?!\\d)|1[18],\\d{3}(?!,)")
_FIRST = re.compile("[^\\W_]+")


def article_for(words: str) -> str:
    """The article that goes before ``words``: by sound, not by letter (an hour, a European, an NRC, a UN)."""
    match = _FIRST.search(words)
    if match is None:
        return "a"
    first = match.group()
    if first[0].isdigit():
        return "an" if _NUMBER_WITH_VOWEL.match(words, match.start()) else "a"
    if _SPELLED.match(first) and first.removesuffix("s") not in _READ_AS_WORDS and first not in _READ_AS_WORDS:
        return "an" if first[0] in _LETTERS_WITH_VOWEL else "a"
    rest = words[match.start() :]
    if _MUTE_H.match(rest):
        return "an"
    if _YOU.match(rest) or _WON.match(rest):
        return "a"
    return "an" if first[0].lower() in "aeiou" else "a"
