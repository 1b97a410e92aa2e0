"""The words around an edit: the article before it, an apostrophe and a verb behind it, and whether they still agree."""

from __future__ import annotations

import re

from lintnews.fix import wording
from lintnews.fix.articles import article_for
from lintnews.fix.place import Place
from lintnews.model import Edit, Finding

_ARTICLES = ("a", "an")
_DETERMINERS = frozenset("the a an these those its his their our my your each every".split())
OPENING_ARTICLE = re.compile("\\A(?:the|an?)\\s+(?=\\w)", re.IGNORECASE)
_BODIES = frozenset(
    "academy administration agency alliance army assembly association authority bank board brigade bureau cabinet center "
    "centre chamber church coalition code college command commission committee company confederation conference corps "
    "council court department directorate district embassy federation fleet force forces forum foundation fund government "
    "group guard headquarters inspectorate institute league legion ministry mission movement navy office organisation "
    "organization parliament party plan police prosecutor republic school secretariat senate service services society staff "
    "states summit treasury treaty tribunal union university".split()
)
_WITHOUT_THE = frozenset("FIFA HAMAS INTERPOL NASA NATO OPEC UEFA UNESCO UNICEF".split())


def agreed(place: Place, finding: Finding, old: str, new: str) -> tuple[Edit, bool]:
    """The edit that puts ``new`` for ``old``, with the article before it made right; whether the grammar surely holds."""
    edit, sure = _with_article(place, finding, old, new)
    return edit, sure and not _has_lone_apostrophe(place, old, edit.text)


def _with_article(place: Place, finding: Finding, old: str, new: str) -> tuple[Edit, bool]:
    start, end = place.start, place.end
    before = place.before()
    word = before.word if before else ""
    owned = before is not None and wording.owner_mark(place.view.text(before.start, before.end)) != ""
    if (word in _DETERMINERS or owned) and not OPENING_ARTICLE.match(old) and not _is_spelling(old, new):
        new = OPENING_ARTICLE.sub("", new)
    sure = wording.looks_plural(old) == wording.looks_plural(new) or old.isupper() or _is_spelling(old, new)
    sure = sure and _stands(finding, word, owned or _is_modifier(place), old, new) and _agrees(place, old, new)
    if before is None or word not in _ARTICLES or OPENING_ARTICLE.match(new):
        return Edit(start, end, new), sure
    if wording.looks_plural(new) and not wording.looks_plural(old):
        sure = False  # a plural takes no a
    article = article_for(new)
    if article == word or article_for(old) == article == word:
        return Edit(start, end, new), sure
    written = place.view.text(before.start, before.end)
    article = article.upper() if written.isupper() and len(written) > 1 else article
    article = wording.sentence_cased(article) if written[:1].isupper() else article
    return Edit(before.start, end, article + place.view.text(before.end, start) + new), sure


def _is_spelling(old: str, new: str) -> bool:
    return wording.letters(old) == wording.letters(new)


def _is_modifier(place: Place) -> bool:
    """Whether a name or an adjective stands before, as in "Kherson OVA": the phrase then needs no article of its own."""
    before = place.before()
    return before is not None and place.view.text(before.start, before.end)[:1].isupper() and not place.starts_sentence()


def _stands(finding: Finding, before: str, modified: bool, old: str, new: str) -> bool:
    """Whether ``new`` has the article it needs before it, and none that it must not have."""
    if before == "the" and new in _WITHOUT_THE:
        return False
    if finding.kind != "untranslated-acronym" or new.isupper():
        was, becomes = _is_body(old), _is_body(new)
        return was == becomes or (before != "the" if was else before == "the" or modified)
    small = new[:1].islower()
    plural = wording.looks_plural(new)
    if before == "the":
        return small or _is_body(new)
    if before in _ARTICLES:
        return small and not plural
    return (small and plural and before not in _DETERMINERS) or (modified and before not in _DETERMINERS)


def _agrees(place: Place, old: str, new: str) -> bool:
    """Whether a verb after the place can stay, when an acronym becomes a plural ("The VSU has", "The Armed Forces have")."""
    if not old.rstrip("s").isupper() or new.isupper():
        return True
    verb = next(iter(place.words_after(1)), "")
    if wording.looks_plural(new) and not old.endswith("s"):
        return verb not in ("is", "was", "has", "does") and not (verb.endswith("s") and not verb.endswith("ss"))
    return wording.looks_plural(new) or verb not in ("are", "were", "have", "do")


def _is_body(phrase: str) -> bool:
    """Whether ``phrase`` names a body by a common noun, as names that take "the" do."""
    return any(word.lower() in _BODIES for word in phrase.split())


def _has_lone_apostrophe(place: Place, old: str, new: str) -> bool:
    """Whether an apostrophe behind the place would stand after no s: a plural owner's, or a closing quotation mark."""
    text = place.view.text(place.end, place.end + 2)
    lone = text[:1] != "" and text[:1] in wording.APOSTROPHES and not text[1:].isalnum() and old[-1:] == "s"
    return lone and new[-1:] != "s"
