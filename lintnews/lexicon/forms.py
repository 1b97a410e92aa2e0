"""The small language of forms: takes a form as an entry writes it, gives flat token patterns.

A pattern is a tuple of elements, one after the other in the text: a tuple of words (any of them), an ``int``
(a gap of up to so many words), or one of ``lexicon.marks``. ``docs/writing-rules.md`` describes the language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from lintnews.lexicon.inflect import inflections, plural
from lintnews.lexicon.marks import ANY, CLOSE, COMMA, HYPHEN, NAME, NUMBER, OPEN, QUOTE, UNQUOTE

Element = tuple[str, ...] | int | str
Pattern = tuple[Element, ...]

_WHOLE = "="  # marks, while a form is read, a word that takes no plural of its own
_LIMIT = 400  # flat patterns of one form; more is a form nobody can read
_ITEM = re.compile(
    r"\.\.\.(?P<gap>\d*)|(?P<hash>#)|(?P<mark><\w+>)|(?P<slot>\{\})|(?P<quote>[“”])"
    r"|(?P<word>[^\s()|{}<>#?~=,“”]+)(?P<suffix>[~=]?)(?P<optional>\?)?(?P<comma>,)?"
)
_GROUP_END = re.compile(r"(?P<all>[~=]?)(?P<maybe>\??)(?P<comma>,)?")
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:['\u2019\u02bc][^\W\d_]+)*")
_TAIL = ".'\u2019"  # "St.", "Workers'": what may follow a word without being part of it
_HYPHENS = "-\u2010\u2011"


class FormError(ValueError):
    """The form is not of the language; the message says what is wrong with it."""


def parse(form: str, fill: Sequence[str] = (), last: bool = True) -> list[Pattern]:
    """Read ``form`` into flat patterns; ``{}`` stands for any of the forms ``fill``.

    With ``last`` the last word is also matched in the plural. Raises ``FormError``.
    """
    choices = _sequence(form, tuple(fill))
    if not choices:
        raise FormError("the form is empty")
    total = 1
    for choice in choices:
        total *= len(choice)
    if total > _LIMIT:
        raise FormError(f"the form has {total} readings; {_LIMIT} is the most: split it into several forms")
    flat = (_trimmed(sum(parts, ())) for parts in product(*choices))
    return list(dict.fromkeys(_checked(form, _finish(pattern) if last else _plain(pattern)) for pattern in flat if pattern))


def _sequence(form: str, fill: tuple[str, ...]) -> list[list[Pattern]]:
    """The alternatives of each item of ``form``, in order."""
    choices: list[list[Pattern]] = []
    place = 0
    while place < len(form):
        if form[place].isspace():
            place += 1
        elif form[place] == "(":
            end = _closing(form, place)
            match = _GROUP_END.match(form, end + 1)
            assert match is not None  # every part of it may be empty
            choices.append(_group(form[place + 1 : end], match["all"], bool(match["maybe"]), fill))
            place = match.end()
            choices += [[(COMMA,)]] if match["comma"] else []
        else:
            item = _ITEM.match(form, place)
            if item is None:
                raise FormError(f"{form[place]!r} cannot stand in a form ({form!r}); use a regex rule for punctuation")
            choices.append(_choices(item, fill))
            place = item.end()
            choices += [[(COMMA,)]] if item["comma"] else []
    return choices


def _closing(form: str, place: int) -> int:
    depth = 0
    for end in range(place, len(form)):
        depth += (form[end] == "(") - (form[end] == ")")
        if depth == 0:
            return end
    raise FormError(f"a bracket is not closed in {form!r}")


def _choices(match: re.Match[str], fill: tuple[str, ...]) -> list[Pattern]:
    """The alternatives one item of a form stands for."""
    if match["gap"] is not None:
        return [(int(match["gap"] or 3),)]
    if match["hash"]:
        return [(NUMBER,)]
    if match["mark"]:
        if match["mark"] not in (NAME, ANY):
            raise FormError(f"{match['mark']} is not known; write <Name> or <word>")
        return [(match["mark"],)]
    if match["slot"]:
        return list(_filled(fill))
    if match["quote"]:
        return [(QUOTE,)] if match["quote"] == "“" else [(UNQUOTE,)]
    words = _words(match["word"], match["suffix"])
    return [words, ()] if match["optional"] else [words]


@lru_cache(maxsize=256)  # the slots of an entry ask for the same
def _filled(fill: tuple[str, ...]) -> tuple[Pattern, ...]:
    if not fill:
        raise FormError("{} stands outside a slot, or nothing can stand in it")
    patterns = _merged([pattern for form in fill for pattern in parse(_lemma(form))])
    return tuple((OPEN, *pattern, CLOSE) for pattern in patterns)


def _lemma(form: str) -> str:
    """What stands in a slot may be inflected: its last word gets a ~ unless it says otherwise."""
    return form if form.endswith(("~", "=", ")", "?")) else form + "~"


def _group(text: str, suffix: str, maybe: bool, fill: tuple[str, ...]) -> list[Pattern]:
    patterns: list[Pattern] = []
    for alternative in _alternatives(text):
        if suffix and alternative.strip()[-1:] not in ("", "~", "=", "?", "}", ">", "#"):
            alternative = alternative.rstrip() + suffix
        if not alternative.strip():
            maybe = True
            continue
        patterns += _readings(alternative, fill if "{" in alternative else ())
    return [*_merged(patterns), ()] if maybe else _merged(patterns)


@lru_cache(maxsize=1 << 15)  # forms share most of their words
def _readings(alternative: str, fill: tuple[str, ...]) -> tuple[Pattern, ...]:
    return tuple(sum(parts, ()) for parts in product(*_sequence(alternative, fill)))


def _alternatives(text: str) -> list[str]:
    """Split at the bars that stand outside inner brackets."""
    if "(" not in text:
        return text.split("|")
    parts, depth = [""], 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def _merged(patterns: list[Pattern]) -> list[Pattern]:
    """Put all one-word alternatives into one element: a set is matched as fast as a word."""
    single = [p[0] for p in patterns if len(p) == 1 and isinstance(p[0], tuple)]
    rest = [p for p in patterns if not (len(p) == 1 and isinstance(p[0], tuple))]
    if not single:
        return rest
    words = tuple(dict.fromkeys(word for element in single for word in element))
    return [(words,), *rest]


@lru_cache(maxsize=1 << 15)
def _words(text: str, suffix: str) -> Pattern:
    elements: list[Element] = []
    place = 0
    for match in _WORD.finditer(text):
        between = text[place : match.start()]
        if between and between in _HYPHENS:  # also at the edge: (Military|Army)-Medical
            elements.append(HYPHEN)
        elif between:
            raise FormError(f"{between!r} cannot stand in a form ({text!r}); use a regex rule for punctuation")
        elements.append((match.group().replace("\u2019", "'").replace("\u02bc", "'"),))
        place = match.end()
    rest = text[place:]
    if not elements or (rest not in ("", *_HYPHENS) and rest.strip(_TAIL)):
        raise FormError(f"{rest!r} cannot stand in a form ({text!r}); use a regex rule for punctuation")
    last = elements[-1]
    assert isinstance(last, tuple)
    if suffix == "~":
        elements[-1] = tuple(form + _WHOLE for word in last for form in inflections(word))
    elif suffix == "=":
        elements[-1] = tuple(word + _WHOLE for word in last)
    return (*elements, HYPHEN) if rest and rest in _HYPHENS else tuple(elements)


def _finish(pattern: Pattern) -> Pattern:
    """Let the last word stand in the plural, unless the form says exactly so."""
    last = pattern[-1]
    if not isinstance(last, tuple):  # also a slot's CLOSE: what stands in a slot is inflected already
        return _plain(pattern)
    return (*_plain(pattern[:-1]), _plurals(last))


@lru_cache(maxsize=1 << 15)
def _plurals(words: tuple[str, ...]) -> tuple[str, ...]:
    return _unmarked(tuple(form for word in words for form in ((word,) if word.endswith(_WHOLE) else plural(word))))


def _plain(pattern: Pattern) -> Pattern:
    return tuple([_unmarked(element) if isinstance(element, tuple) else element for element in pattern])


@lru_cache(maxsize=1 << 15)
def _unmarked(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.rstrip(_WHOLE) for word in words))


def _trimmed(pattern: Pattern) -> Pattern:
    """Without gaps at the ends, which say nothing: "(the)? ...2 dog" begins with one when the article is left out."""
    start, end = 0, len(pattern)
    while start < end and isinstance(pattern[start], int):
        start += 1
    while end > start and isinstance(pattern[end - 1], int):
        end -= 1
    return pattern[start:end]


def _checked(form: str, pattern: Pattern) -> Pattern:
    if not any(isinstance(element, tuple) for element in pattern):
        raise FormError(f"the form needs at least one word ({form!r})")
    return pattern
