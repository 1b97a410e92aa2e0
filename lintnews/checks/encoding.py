"""Find text that was decoded wrongly: takes the view, gives a finding for mojibake, lost and invisible characters.

Where the bytes can be read back, the finding says what stood there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Example, Finding, RuleInfo, Severity
from lintnews.view import View

MOJIBAKE = "mixed-script/mojibake"
LOST = "mixed-script/lost-character"
INVISIBLE = "mixed-script/invisible-character"
_HIGH = "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            MOJIBAKE,
            "warning",
            "Text decoded with the wrong character set",
            "The bytes are right and were read as another encoding, so a reader sees rubbish.",
            examples=(
                Example("Itâ€™s quiet in the city.", True, "It’s quiet in the city."),
                Example("The naïve café owner spoke of façades.", False),
            ),
        ),
        RuleInfo(
            LOST,
            "warning",
            "A character that was lost",
            "Somewhere on the way a character could not be decoded and was replaced by a mark.",
            examples=(Example("The minister\ufffds plane landed.", True), Example("Is it so??", False)),
        ),
        RuleInfo(
            INVISIBLE,
            "info",
            "An invisible character",
            "Zero-width characters and soft hyphens break search, spelling and copy-paste.",
            examples=(
                Example("The mi\u200bnister spoke.", True, "The minister spoke."),
                Example("The minister spoke.", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every wrongly decoded passage, lost character and first invisible one."""
    if view.document.text.isascii():
        return
    yield from _mojibake(view)
    yield from _lost(view)
    yield from _invisible(view)


@cache
def _utf8_as_western() -> re.Pattern[str]:
    """UTF-8 read as Windows-1252: the lead byte of a two- or three-byte letter and its followers."""
    return re.compile(
        f"(?:\u00e2[\u20ac\u201a\u201e\u2020][{_HIGH}]|[\u00c2-\u00c3][{_HIGH}]|[\u00d0\u00d1][{_HIGH}])+"
    )


@cache
def _cyrillic_as_western() -> re.Pattern[str]:
    """Windows-1251 read as Latin-1: no language has four accented letters in a row."""
    letters = "[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]"
    return re.compile(f"{letters}{{4,}}(?:[ .,:;!?\u2013-]{{1,3}}{letters}+)*")


def _mojibake(view: View) -> Iterator[Finding]:
    plain = view.plain
    if any(lead in plain for lead in "\u00e2\u00c2\u00c3\u00d0\u00d1"):
        first = True
        for match in _utf8_as_western().finditer(plain):
            text = match.group()
            read = _read_back(text)
            if read and not (read.isspace() or read == text):
                yield _garbled(match.start(), match.end(), text, read, "warning" if first else "info")
                first = False
    if re.search("[\u00c0-\u00ff]{4}", plain) is None:
        return
    for match in _cyrillic_as_western().finditer(plain):
        read = match.group().encode("latin-1", "replace").decode("cp1251", "replace")
        if re.search("[а-яёіїє]{2}", read):
            yield _garbled(match.start(), match.end(), match.group(), read, "warning")


def _read_back(text: str) -> str:
    """``text`` as UTF-8 after undoing Windows-1252; "" when it is none."""
    raw = bytearray()
    for letter in text:
        try:
            raw += letter.encode("cp1252")
        except UnicodeEncodeError:
            if ord(letter) > 0xFF:
                return ""
            raw.append(ord(letter))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _garbled(start: int, end: int, text: str, read: str, severity: Severity) -> Finding:
    native = re.search("[\u0400-\u052f]", read) is not None
    message = f"“{text[:40]}” is “{read[:40]}” decoded with the wrong character set"
    advice = "; it was left untranslated" if native and len(read) > 2 else ""
    suggestions = () if native else (read,)
    safe = bool(suggestions)
    return Finding(start, end, MOJIBAKE, "mixed-script", severity, "certain", message + advice, suggestions, safe=safe)


def _lost(view: View) -> Iterator[Finding]:
    if "\ufffd" in view.plain:
        for match in re.finditer("\ufffd+", view.plain):
            message = "a character was lost here when the text was decoded"
            yield Finding(*match.span(), LOST, "mixed-script", "warning", "certain", message)


def _invisible(view: View) -> Iterator[Finding]:
    text = view.document.text
    for letter in ("\u200b", "\ufeff", "\u00ad", "\u2060"):
        start = text.find(letter, 1 if letter == "\ufeff" else 0)
        if start >= 0 and view.segment_at(start) is not None:
            count = text.count(letter)
            more = f", {count} of them in this text" if count > 1 else ""
            message = f"an invisible character (U+{ord(letter):04X}) stands here{more}"
            yield Finding(start, start + 1, INVISIBLE, "mixed-script", "info", "certain", message, ("",), safe=True)
