"""Front matter: the fields before a Markdown text, in YAML between --- or TOML between +++; titles and summaries are prose.

Only what a desk writes there is understood: a key and a string, quoted or not, on one line or folded over several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lintnews.model import Mask, Role
from lintnews.read._prose import Prose

_MATTER = re.compile("\ufeff?(?:---|\\+\\+\\+)[ \\t]*(?:\r\n?|\n)")
_FIELD = re.compile("([ \\t]*(?:- )?[ \\t]*)[\"']?([A-Za-z_][\\w.-]*)[\"']?[ \\t]*[:=](?:[ \\t]+|(?=\r|\n|$))")
_LINE = re.compile("[^\r\n]*(?:\r\n?|\n|\\Z)")
_FOLDED = re.compile("[|>][+-]?\\d?[+-]?[ \\t]*(?:#[^\r\n]*)?$")
_ESCAPE = re.compile('\\\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^\r\n])')
_TWO_MARKS = re.compile("''")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "", "_": "\u00a0", "N": "\u0085", "L": "\u2028", "P": "\u2029"}
_HEADLINES = frozenset("title headline subtitle linktitle seo_title seotitle og_title".split())
_SUMMARIES = frozenset("description summary excerpt lead lede abstract subheading deck dek standfirst teaser".split())
_CAPTIONS = frozenset("caption alt".split())


def read(prose: Prose, fields: tuple[str, ...]) -> int:
    """Add the prose of the front matter, if there is any; returns where the text behind it begins (code points).

    ``fields`` are the names to take instead of the usual ones; the last part of a dotted path counts.
    """
    opened = _MATTER.match(prose.text)
    if not opened:
        return 0
    mark = opened.group().strip("\ufeff \t\r\n")
    lines = list(_lines(prose.text, opened.end(), mark))
    if not lines or prose.text[lines[-1][0] : lines[-1][1]].rstrip() not in (mark, "..."):
        return 0  # a rule, and no front matter
    wanted = {field.rpartition(".")[2].lower() for field in fields}
    for number, (start, end) in enumerate(lines[:-1]):
        field = _FIELD.match(prose.text, start, end)
        role = _role(field[2].lower(), wanted) if field else None
        if field and role:
            _value(prose, field.end(), end, lines[number + 1 : -1], len(field[1]), role)
    return lines[-1][1]


def _lines(text: str, start: int, mark: str) -> Iterator[tuple[int, int]]:
    """The lines from ``start`` on, to the one that closes the front matter."""
    while start < len(text):
        match = _LINE.match(text, start)
        end = match.end() if match else len(text)
        yield start, end
        if text[start:end].rstrip() in (mark, "..."):
            return
        start = end


def _role(key: str, wanted: set[str]) -> Role | None:
    if wanted and key not in wanted:
        return None
    key = key.replace("-", "_")
    if key in _HEADLINES:
        return "headline"
    if key in _CAPTIONS:
        return "caption"
    return "body" if wanted or key in _SUMMARIES else None


def _value(prose: Prose, start: int, end: int, following: list[tuple[int, int]], indent: int, role: Role) -> None:
    text = prose.text
    value = text[start:end].rstrip()
    end = start + len(value)
    if value[:1] in ('"', "'") and len(value) > 1:
        _quoted(prose, start, end, role)
        return
    if value.startswith(("[", "{", "&", "*", "!")):
        return
    folded = _FOLDED.fullmatch(value)
    if not folded:
        comment = re.search("[ \\t]#", value)
        end = start + comment.start() if comment else end
    spans = [] if folded or not value else [(start, end)]
    for first, last in following:
        stripped = text[first:last].strip()
        inset = len(text[first:last]) - len(text[first:last].lstrip(" \t"))
        if stripped and (inset <= indent or (not folded and _FIELD.match(text, first, last))):
            break
        if stripped:
            spans.append((first + inset, first + inset + len(stripped)))
    if spans:
        masks = [Mask(before[1], after[0], "\n") for before, after in pairwise(spans)]
        prose.block(spans[0][0], spans[-1][1], masks, role)


def _quoted(prose: Prose, start: int, end: int, role: Role) -> None:
    """Add the string that opens with a quotation mark at ``start`` and closes in the same line."""
    text, mark = prose.text, prose.text[start]
    masks: list[Mask] = []
    place = start + 1
    escaped = _ESCAPE if mark == '"' else _TWO_MARKS
    while place < end:
        escape = escaped.match(text, place, end)
        if escape:
            masks.append(Mask(*escape.span(), _unescaped(escape.group())))
        elif text[place] == mark:
            prose.block(start + 1, place, masks, role)
            return
        place = escape.end() if escape else place + 1


def _unescaped(escape: str) -> str:
    if escape == "''":
        return "'"
    if escape[1] in "xuU" and len(escape) > 2:
        number = int(escape[2:], 16)
        return chr(number) if number < 0x110000 else "\ufffd"
    return _ESCAPES.get(escape[1], escape[1])
