"""Find what a page or its software left in the copy: takes the view, gives a finding for each tag or scrap of code.

Only what can be nothing but markup is listed here; phrases such as "Share post:" are rules in ``rules/patterns``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Example, Finding, RuleInfo, Segment, Severity
from lintnews.named import NamedTuple
from lintnews.view import View


class _Leftover(NamedTuple):
    """A pattern that runs only where one of its ``needles`` is in the text."""

    name: str
    needles: tuple[str, ...]
    pattern: str
    title: str
    flag: str
    passes: str
    severity: Severity = "warning"


_TAGS = (
    "p|br|strong|b|i|em|u|a|div|span|h[1-6]|ul|ol|li|img|iframe|script|style|table|tbody|tr|td|th|blockquote|figure|"
    "figcaption|section|article|aside|center|font|small|sup|sub|hr|noscript|video|source|button|form|label|svg|strike|del|unk|pad|eos|bos"
)
_LEFTOVERS = (
    _Leftover(
        "tag",
        ("<",),
        f"(?i)<\\s*/?\\s*(?:{_TAGS})(?:\\s*/?\\s*>|\\s+[\\w-]+\\s*=[^<>\\n]{{0,400}}>)|<!--.{{0,400}}?-->",
        "An HTML tag in the text",
        "The bridge was closed.< /strong>",
        "The score is < 5 and the back button reads < Back.",
    ),
    _Leftover(
        "shortcode",
        ("[",),
        "(?i)\\[/?(?:[a-z]+_\\w+|vc-[a-z-]+)(?:\\s[^\\[\\]\\n]{0,300})?\\]"
        "|\\[(?:caption|embed|gallery|audio|video|youtube|playlist|iframe|url|img)(?:\\s+[\\w-]+|)=[^\\[\\]\\n]{0,300}\\]"
        "|\\[/(?:caption|embed|gallery|audio|video|url|img|quote|b|i|u)\\]",
        "A shortcode of the publishing system",
        'Read on. [see_also ids="7762"]',
        "“They [the rebels] left,” he said [sic].",
    ),
    _Leftover(
        "entity",
        ("&",),
        "(?i)&(?:#\\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8}\\d{0,2});"
        "|&(?:nbsp|quot|laquo|raquo|ndash|mdash|rsquo|lsquo|ldquo|rdquo|hellip|scaron|rarr|apos)(?![a-z=])",
        "A character reference of HTML",
        "The city&nbsp;council met on Monday.",
        "AT&T; R&D; and Marks & Spencer met.",
    ),
    _Leftover(
        "escape",
        ("u200", "u00a0", "u00A0", "ufeff", "\\u", "\\n", "\\t", "\\x"),
        "\\\\?\\bu(?:200[b-f]|00[aA]0|[fF][eE][fF][fF])(?![a-z])|\\\\u[0-9a-fA-F]{4}|\\\\x[0-9a-f]{2}|(?<=[.,!?\\w])\\\\[nt](?=[A-Z\\s\\\\]|$)",
        "An escape code of a program",
        "The deputy u200b said nothing.",
        "The file C:\\news lies on the server.",
    ),
    _Leftover(
        "dump",
        ("object(", "[object ", "stdClass", "WP_", "Array (", "Undefined ", "string("),
        "object\\([A-Za-z_\\\\]\\w*\\)\\s?#\\d+(?: \\(\\d+\\))?|\\[object \\w+\\]|\\bstdClass\\b|\\bWP_[A-Z]\\w+"
        '|\\bArray \\( \\[\\w+\\] =>|\\b(?:Notice|Warning): Undefined \\w+|\\bstring\\(\\d+\\) "',
        "A value dumped by a program",
        "The council voted. object(WP_Post)#4410 (24)",
        "The object (a drone) fell near the string (1.5 km long).",
    ),
    _Leftover(
        "template",
        ("{{", "{%", "<%", "${", "%s", "$s", "%@", "%title", "{title", "{name", "{date"),
        "\\{\\{[^{}\\n]{0,200}\\}\\}|\\{%[^{}\\n]{0,200}%\\}|<%[^<>\\n]{0,200}%>|\\$\\{[\\w.]{1,60}\\}|(?<![\\w%])%(?:\\d\\$)?[s@](?!\\w)"
        "|%(?:title|name|date|author)%|\\{(?:title|name|date|author)\\}",
        "A placeholder that was never filled",
        "Published by {{ author.name }} on Monday.",
        "Turnout was 50%so far; prices rose 5 % since May.",
    ),
    _Leftover(
        "script",
        ("; }", ");", "()", "push({", "{ ", "{display", "document.", "window.", "jQuery", "googletag", "adsbygoogle"),
        "[\"']?;\\s?\\}|\\}\\);|\\bfunction\\s?\\w*\\(\\)\\s?\\{|\\(?\\b(?:adsbygoogle|googletag|jQuery)\\b[^\\n]{0,200}"
        "|\\b(?:document|window)\\.\\w+(?:\\(|\\s?=)[^\\n]{0,100}|\\{\\s?(?:display|color|margin|padding|font-size):[^{}\\n]{0,200}\\}",
        "A scrap of program code",
        "Advertisement'; } The shelling went on at night.",
        "He opened the window. Then (a little later) he left; all was quiet.",
    ),
    _Leftover(
        "emoji-code",
        ("_",),
        "(?<![\\w:]):(?:[a-z0-9]+_[a-z0-9_]+|flag-[a-z]{2}):(?!\\w)",
        "The code of an emoji",
        ":red_circle: The alarm is over in the capital.",
        "The ratio of a_b to c_d is 1:2:3.",
    ),
    _Leftover(
        "glued-address",
        ("http", "www."),
        "(?<=[a-z]{2})https?://\\S+|(?<=[a-z,;.]{3})www\\.\\w\\S+"
        "|\\b(?:WRITES?|READ|WATCH|SEE|MORE|VIA):? ?(?:https?://|www\\.)\\S+",
        "A web address stuck to the text",
        "The governor said sohttps://example.org/news and left.",
        "See https://example.org/news or www.example.org for more.",
    ),
    _Leftover(
        "data",
        ("base64", "0x", "=="),
        "data:[a-z]+/[\\w.+-]+;base64,\\S+|(?<![\\w/=.&?])[A-Za-z0-9+/]{40,}={1,2}",
        "Encoded data",
        "The map: data:image/png;base64,iVBORw0KGgo= shows the front.",
        "The wallet address was given as 0x52908400098527886E0F7030069857D2E4169EE7 in court.",
    ),
)
_BEFORE, _BEHIND = 30, 470  # code points around a needle in which its pattern may match
_LONGEST = 440  # code points of a match: the tag with the longest attributes
_ADVICE = {
    "entity": "is a character reference that no browser turned into a character",
    "glued-address": "is a web address stuck to the text",
    "emoji-code": "is the code of an emoji, not the emoji",
    "template": "is a placeholder that was never filled in",
}


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return tuple(
        RuleInfo(
            f"boilerplate/{row.name}",
            row.severity,
            row.title,
            "It came with the page the copy was taken from and means nothing to a reader.",
            examples=(Example(row.flag, True), Example(row.passes, False)),
        )
        for row in _LEFTOVERS
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every scrap of markup or code that a reader would see."""
    for row in _LEFTOVERS:
        yield from _find(view, row)


def _find(view: View, row: _Leftover) -> Iterator[Finding]:
    last: Segment | None = None
    skipped = False
    for match in _matches(view.plain, row):
        segment = view.segment_at(match.start())
        if segment is None:
            continue
        if segment is not last:
            # A block of data or code is shown on purpose.
            last, skipped = segment, view.plain.find('{"', segment.start, segment.end) >= 0
        if not skipped:
            skipped = row.name == "escape"  # a text that is full of them is one mistake
            yield from _judge(view, row, match)


def _matches(plain: str, row: _Leftover) -> Iterator[re.Match[str]]:
    """The matches around the needles; an expression over the whole text would cost more than all other checks."""
    done = 0
    for place in sorted(_places(plain, row.needles)):
        if place >= done:
            match = _compiled(row.pattern).search(plain, max(done, place - _BEFORE), place + _BEHIND)
            # Without a match, one may still begin where the end of the search cut it off; not before.
            done = match.end() if match else place + _BEHIND - _LONGEST
            if match:
                yield match


def _places(plain: str, needles: tuple[str, ...]) -> Iterator[int]:
    for needle in needles:
        place = plain.find(needle)
        while place >= 0:
            yield place
            place = plain.find(needle, place + 1)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _judge(view: View, row: _Leftover, match: re.Match[str]) -> Iterator[Finding]:
    text = match.group()
    suggestions: tuple[str, ...] = ("",)
    if row.name == "entity":
        character = _character(text)
        if not character or _in_address(view.plain, match.start()):
            return
        suggestions = (character,)
    elif row.name == "glued-address":
        suggestions = () if text.startswith(("http", "www")) else ("",)
    short = text if len(text) <= 40 else text[:39] + "…"
    advice = _ADVICE.get(row.name, "is a leftover of the page or program the copy came from")
    safe = row.name == "entity" and text.endswith(";")
    yield Finding(
        *match.span(),
        f"boilerplate/{row.name}",
        "boilerplate",
        row.severity,
        "certain",
        f"“{short}” {advice}",
        suggestions,
        safe=safe,
    )


def _character(reference: str) -> str:
    """The character an HTML reference stands for; "" when there is no such reference."""
    from html import unescape

    whole = reference.rstrip(";") + ";"
    for spelling in (whole, whole.lower()):
        character = unescape(spelling)
        if character != spelling and len(character) == 1:
            return " " if character == "\u00a0" else character
    return ""


def _in_address(plain: str, start: int) -> bool:
    word = plain[max(plain.rfind(" ", 0, start), plain.rfind("\n", 0, start)) + 1 : start]
    return "://" in word or "?" in word or "www." in word
