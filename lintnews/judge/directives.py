"""What a remark in the copy asks of lintnews: takes the text inside a comment, gives a Directive or what is wrong with it.

    lintnews: ignore next [RULES] [because REASON]          the next finding, if it is in the paragraph that follows
    lintnews: off [RULES] [because REASON]                  everything from here ...
    lintnews: on [RULES]                                    ... to here
    lintnews: ignore [RULES] "WORDS" [because REASON]       these words, in the rest of the document

RULES are names as --select takes them: a KIND, a KIND/ID or an ID, with commas or spaces between.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lintnews.model import Remark
from lintnews.view import fold

FORMS = "write ‘lintnews: ignore next’, ‘lintnews: ignore \"words\"’, ‘lintnews: off’ or ‘lintnews: on’"

_SPOKEN_TO = re.compile("lintnews(?:\\s*[:;_-]|\\s+(?:ignore|off|on|next|disable|enable|skip)\\b)", re.IGNORECASE)
_ACTION = re.compile("lintnews: ?(ignore next|ignore|off|on)(?![\\w/-])", re.IGNORECASE)
_ITEM = re.compile(
    "[\\s,]*(?:\"(?P<straight>[^\"]+)\"|\u201c(?P<curly>[^\u201d]+)\u201d|\u00ab(?P<angle>[^\u00bb]+)\u00bb"
    "|because(?![\\w/-]):?(?P<reason>.*)|(?P<rule>[a-z0-9][a-z0-9/.-]*)(?![^\\s,])|(?P<stray>[^\\s,]\\S*))"
)
_WORD = re.compile("[^\\W_]+(?:['\u2019][^\\W\\d_]+)*")


class Directive(NamedTuple):
    """One remark understood. ``action`` is "next", "words", "off" or "on"; no ``rules`` means all of them."""

    start: int
    end: int
    action: str
    rules: tuple[str, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()  # folded; for the action "words"
    reason: str = ""


class Misread(NamedTuple):
    """A remark that speaks to lintnews and says nothing it understands; ``problem`` says what, and what to write."""

    start: int
    end: int
    problem: str


def parse(remark: Remark) -> Directive | Misread | None:
    """What ``remark`` asks for; None when it only mentions lintnews."""
    text = " ".join(remark.text.split())
    if not _SPOKEN_TO.match(text):
        return None
    opening = _ACTION.match(text)
    if opening is None:
        return Misread(remark.start, remark.end, FORMS)
    rules: list[str] = []
    words: list[tuple[str, ...]] = []
    reason = ""
    for item in _ITEM.finditer(text, opening.end()):
        if item["stray"]:
            told = f"‘{item['stray']}’ is neither the name of a rule nor words in quotation marks; a reason begins with ‘because’"
            return Misread(remark.start, remark.end, told)
        if item["rule"]:
            rules.append(item["rule"])
        elif item["reason"] is not None:
            reason = item["reason"].strip()
        else:
            words.append(folded(item["straight"] or item["curly"] or item["angle"]))
    return _complete(remark, opening[1].lower(), tuple(rules), tuple(words), reason)


def _complete(
    remark: Remark, action: str, rules: tuple[str, ...], words: tuple[tuple[str, ...], ...], reason: str
) -> Directive | Misread:
    if (action == "ignore") != bool(words):
        told = "it needs the words to ignore, in quotation marks" if action == "ignore" else f"‘{action}’ takes no words"
        return Misread(remark.start, remark.end, f"{told}; {FORMS}")
    name = {"ignore next": "next", "ignore": "words"}.get(action, action)
    return Directive(remark.start, remark.end, name, rules, words, reason)


def folded(text: str) -> tuple[str, ...]:
    """The words of ``text`` as they are compared: no capitals, no possessive, no punctuation but where there is nothing else."""
    return tuple(fold(word) for word in _WORD.findall(text)) or (text.strip(),)


def acronyms(text: str) -> list[tuple[str, ...]]:
    """Each acronym of ``text``, as ``folded`` gives it: naming one is enough where a finding marks its frame as well."""
    return [(fold(word),) for word in _WORD.findall(text) if len(word) > 1 and word.isupper()]
