"""Scripts and the letters that look alike across them: takes letters, says whose they are and what they look like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

# Letters a reader cannot tell from a Latin one in a newspaper's type; Ukrainian, Belarusian and Serbian ones included.
_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝ", "ABESIJKMHOPCTYXaesijopcyxhdqw", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονια", "ABEZHIKMNOPTYXovia", strict=True))
LOOKALIKES = str.maketrans({**_CYRILLIC, **_GREEK})
CYRILLIC_FOR_LATIN = str.maketrans({latin: letter for letter, latin in _CYRILLIC.items() if letter not in "ЅЈѕјһԁԛԝ"})

# Letters of every other script a news page has shown us. Two ranges: more would cost `re` a millisecond to compile.
FOREIGN = "\u0370-\u1dff\u3041-\ud7a3"
_GAP = "(?:(?!\n)[\\W\\d_]){1,12}"  # what may stand inside a passage
_NAMES = (  # a letter of the passage, in order of how much it tells
    ("[\u3041-\u30ff]", "Japanese"),
    ("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]", "Korean"),
    ("[\u3400-\u4dbf\u4e00-\u9fff]", "Chinese"),
    ("[ўЎ]", "Belarusian"),
    ("[іїєґІЇЄҐ]", "Ukrainian"),
    ("[јљњћђџЈЉЊЋЂЏ]", "Serbian"),
    ("[әғқңөұүһӘҒҚҢӨҰҮҺ]", "Kazakh"),
    ("[ыэёЫЭЁ]", "Russian"),
    ("[\u0400-\u052f]", "Cyrillic"),
    ("[\u0370-\u03ff\u1f00-\u1fff]", "Greek"),
    ("[پچژگی]", "Persian"),
    ("[\u0600-\u06ff\u0750-\u077f]", "Arabic"),
    ("[\u0591-\u05f4]", "Hebrew"),
    ("[\u0900-\u0dff]", "Indian"),
    ("[\u0e00-\u0e7f]", "Thai"),
    ("[\u10a0-\u10ff]", "Georgian"),
    ("[\u0531-\u058f]", "Armenian"),
)


def is_western(text: str) -> bool:
    """Whether ``text`` has only letters and marks of western European type: a fast no to all questions here."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def latin_form(word: str) -> str:
    """``word`` with every Cyrillic and Greek look-alike replaced by its Latin letter; other letters stay."""
    return word.translate(LOOKALIKES)


def language_of(text: str) -> str:
    """The language or script of a passage that is not in Latin letters, by its telling letters: "Ukrainian", "Arabic".

    "Cyrillic" where no letter tells Ukrainian from Russian or Bulgarian; "foreign" for a script not known here.
    """
    for letters, name in _NAMES:
        if re.search(letters, text):
            return name
    return "foreign"


def looks_latin(word: str) -> bool:
    """Whether every letter of a word in another script has a Latin look-alike: "СОР", but not "КНДР"."""
    return word.translate(LOOKALIKES).isascii()


def is_latin(letter: str) -> bool:
    """Whether ``letter``, one code point, is a letter of a Latin alphabet, accented or not."""
    return letter.isalpha() and (letter < "\u0250" or "\u1e00" <= letter <= "\u1eff")


def is_mixed(word: str) -> bool:
    """Whether ``word`` has Latin letters and Greek or Cyrillic ones."""
    return any("\u0370" <= letter <= "\u052f" for letter in word) and any(map(is_latin, word))


@cache
def _passage() -> re.Pattern[str]:
    return re.compile(f"[{FOREIGN}]+(?:{_GAP}[{FOREIGN}]+)*")


def passages(plain: str) -> Iterator[tuple[int, int]]:
    """Runs of letters of other scripts in ``plain``, half-open, merged over spaces, digits and punctuation.

    A word of Cyrillic or Greek letters that mixes Latin ones in is no part of a passage.
    """
    for match in _passage().finditer(plain):
        start, end = match.span()
        if start and is_latin(plain[start - 1]) and "\u0370" <= plain[start] <= "\u052f":
            later = re.compile(f"[^{FOREIGN}]+").search(plain, start, end)
            start = later.end() if later else end
        if start < end < len(plain) and is_latin(plain[end]) and "\u0370" <= plain[end - 1] <= "\u052f":
            gaps = [gap.start() for gap in re.compile(f"[^{FOREIGN}]+").finditer(plain, start, end)]
            end = gaps[-1] if gaps else start
        if start < end:
            yield start, end
