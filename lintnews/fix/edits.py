"""From findings to edits: takes a View and what was found in it, gives what to write where."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lintnews.fix import wording
from lintnews.fix.articles import article_for
from lintnews.fix.escape import escaped
from lintnews.fix.place import Place
from lintnews.fix.removal import removal
from lintnews.model import REMOVE, Edit, Finding, Safety
from lintnews.view import FILLER, View

_ARTICLES = ("a", "an")
_DETERMINERS = frozenset("the a an these those its his their our my your each every".split())
_OPENING_ARTICLE = re.compile("\\A(?:the|an?)\\s+(?=\\w)", re.IGNORECASE)
_BODIES = frozenset(
    "academy administration agency alliance army assembly association authority bank board brigade bureau cabinet center "
    "centre chamber church coalition code college command commission committee company confederation conference corps "
    "council court department directorate district embassy federation fleet force forces forum foundation fund government "
    "group guard headquarters inspectorate institute league legion ministry mission movement navy office organisation "
    "organization parliament party plan police prosecutor republic school secretariat senate service services society staff "
    "states summit treasury treaty tribunal union university".split()
)
_CARRIED = ("of", "to", "for", "in", "on", "at")
_WITHOUT_THE = frozenset("FIFA HAMAS INTERPOL NASA NATO OPEC UEFA UNESCO UNICEF".split())
_PHRASES = frozenset(("calque", "broken-syntax", "boilerplate", "untranslated-residue", "mixed-script"))
_NAME_KINDS = frozenset(("russian-exonym", "wrong-romanization", "literal-name"))


def edits(view: View, findings: Iterable[Finding], unsafe: bool = False) -> tuple[Edit, ...]:
    """The edits that may be made unasked, in order of place; where they overlap, the longest, then the leftmost.

    With ``unsafe`` also those that a person should look at, if there is one suggestion only. Never between quotation
    marks, in addresses, or for findings that are set aside.
    """
    wanted: list[Edit] = []
    for finding in findings:
        alone = unsafe and len(finding.suggestions) == 1
        if finding.set_aside or not (finding.safe or alone):
            continue
        edit = edit_for(view, finding, finding.suggestions[0])
        if edit is None or (edit.safety != "safe" and (not alone or _is_taboo(Place(view, finding.start, finding.end)))):
            continue
        wanted.append(edit)
    kept: list[Edit] = []
    for edit in sorted(wanted, key=lambda e: (e.start - e.end, e.start, e.text)):
        if all(edit.end <= other.start or other.end <= edit.start for other in kept):
            kept.append(edit)
    return tuple(sorted(kept))


def edit_for(view: View, finding: Finding, suggestion: str) -> Edit | None:
    """The edit that puts ``suggestion`` in the place of ``finding``; None when it is advice and no text, or cannot be written.

    Number, possessive and capitals follow the place; an article before it follows the sound, and then the edit begins at
    the article. ``safety`` is "safe" only for the first suggestion of a safe finding, in a place where its grammar holds and
    where nobody is quoted.
    """
    place = Place(view, finding.start, finding.end)
    if suggestion in ("", REMOVE):
        plain = removal(place)
        return _written(view, plain, _safety(finding, "", place)) if plain else None
    if not wording.is_wording(suggestion):
        return None
    old = view.text(finding.start, finding.end)
    new = _worded(place, finding, old, suggestion)
    new = _without_repeats(place, new)
    edit, grammatical = _with_article(place, finding, old, new)
    edit, sound = _with_owner(place, old, edit)
    if not new.strip() or edit.text == view.text(edit.start, edit.end):
        return None
    safety = _safety(finding, suggestion, place)
    return _written(view, edit, safety if grammatical and sound else "review")


def _safety(finding: Finding, suggestion: str, place: Place) -> Safety:
    first = finding.suggestions[0] if finding.suggestions else REMOVE
    chosen = finding.safe and (suggestion or REMOVE) == (first or REMOVE)
    return "safe" if chosen and not _is_taboo(place) and not _is_explained(place, finding) else "review"


def _is_explained(place: Place, finding: Finding) -> bool:
    """Whether the document says in brackets what the acronym stands for: "(hereinafter ROF)", "ROF (Russian forces)"."""
    if finding.kind != "untranslated-acronym":
        return False
    plain, acronym = place.view.plain, re.escape(place.view.text(place.start, place.end))
    return re.search(f"\\([^()\n]{{0,60}}\\b{acronym}\\b|\\b{acronym} \\(", plain) is not None


def _is_taboo(place: Place) -> bool:
    return place.in_quotes() or place.in_address()


def _worded(place: Place, finding: Finding, old: str, new: str) -> str:
    """``new`` with the number, the owner's mark and the capitals of ``old``."""
    if wording.letters(old) == wording.letters(new):
        return new  # about spaces, marks or capitals: just as it is
    if finding.kind in _NAME_KINDS:
        new = _as_common(old, _surname(old, new))
    if finding.kind == "untranslated-acronym" and (article := _OPENING_ARTICLE.match(old)) and not _OPENING_ARTICLE.match(new):
        new = article.group() + new
    if finding.kind not in _PHRASES:
        new = _with_preposition(old, new)
    if finding.plural:
        new = wording.pluralised(new)
    if mark := wording.owner_mark(old):
        new = wording.possessive(new, mark)
    return _cased(place, finding, old, new)


def _with_preposition(old: str, new: str) -> str:
    """``new`` with the preposition that ``old`` ends in and that goes on after it: "military naval forces of"."""
    last = old.split()[-1:]
    goes_on = last and last[0] in _CARRIED and last[0] not in new.split()[-1:]
    return f"{new} {last[0]}" if goes_on else new


def _surname(old: str, new: str) -> str:
    """The last word of a full name for a surname that stands alone."""
    words = new.split()
    alone = len(words) == 2 and " " not in old.strip() and all(word.isalpha() and word.istitle() for word in words)
    return words[-1] if alone and old[:1].isupper() and _resembles(old, words[1]) and not _resembles(old, words[0]) else new


def _as_common(old: str, new: str) -> str:
    """``new`` with the small letter that its last word has in ``old``: "Kharkov oblast", "Kharkiv Oblast"."""
    last = old.split()[-1:]
    if last and last[0].islower() and " " in new and new.lower().endswith(" " + last[0]):
        return new[: -len(last[0])] + last[0]
    return new


def _resembles(one: str, other: str) -> bool:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one.lower(), other.lower(), autojunk=False).ratio() >= 0.5


def _cased(place: Place, finding: Finding, old: str, new: str) -> str:
    around = place.other_words()
    if old.isupper() and len(wording.letters(old)) > 1 and not new.isupper():
        one_name = finding.kind in _NAME_KINDS and new.istitle() and len(old) > 3 and not any(map(str.isdigit, old))
        if one_name or wording.is_shouted(around):
            return new.upper()
    if wording.is_title(around) and old[:1].isupper():
        return wording.title_cased(new)
    return wording.sentence_cased(new) if old[:1].isupper() and place.starts_sentence() else new


def _without_repeats(place: Place, new: str) -> str:
    """``new`` without words that stand right before or after it already: "… of Ukraine" before "of Ukraine"."""
    words = new.split()
    before, after = place.words_before(len(words) - 1), place.words_after(len(words) - 1)
    for count in range(len(words) - 1, 0, -1):
        if _same(words[:count], before[-count:]):
            return " ".join(words[count:])
        if _same(words[-count:], after[:count]) and not wording.owner_mark(words[-1]):
            return " ".join(words[:-count])
    return new


def _same(one: list[str], other: list[str]) -> bool:
    return len(one) == len(other) and [w.lower() for w in one] == [w.lower() for w in other]


def _with_article(place: Place, finding: Finding, old: str, new: str) -> tuple[Edit, bool]:
    """The edit with the article before it made right, and whether the grammar of the place surely holds."""
    start, end = place.start, place.end
    before = place.before()
    word = before.word if before else ""
    owned = before is not None and wording.owner_mark(place.view.text(before.start, before.end)) != ""
    if (word in _DETERMINERS or owned) and not _OPENING_ARTICLE.match(old) and not _is_spelling(old, new):
        new = _OPENING_ARTICLE.sub("", new)
    sure = wording.looks_plural(old) == wording.looks_plural(new) or old.isupper() or _is_spelling(old, new)
    sure = sure and _stands(finding, word, owned or _is_modifier(place), old, new) and _agrees(place, old, new)
    if before is None or word not in _ARTICLES or _OPENING_ARTICLE.match(new):
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


def _with_owner(place: Place, old: str, edit: Edit) -> tuple[Edit, bool]:
    """A plural's lone apostrophe after the place ("the Forces'") made right for a word that does not end in s."""
    text = place.view.text(place.end, place.end + 2)
    lone = text[:1] in wording.APOSTROPHES and text != "" and not text[1:].isalnum() and old[-1:] == "s"
    if not lone or edit.text[-1:] == "s":
        return edit, True
    return edit, False  # an owner's apostrophe or a closing quotation mark: a person can tell


def _written(view: View, edit: Edit, safety: Safety) -> Edit | None:
    """``edit`` as the file must have it: narrowed to spare the markup inside, and escaped; None when that cannot be."""
    start, end, text = _narrowed(view, edit)
    for mask in Place(view, start, end).masks():
        if mask.start < start or mask.end > end or not mask.text:
            return None
    inside = escaped(view.document, start, end, text)
    return None if inside is None else Edit(start, end, inside, safety)


def _narrowed(view: View, edit: Edit) -> tuple[int, int, str]:
    """The edit without what stays the same at its ends, when markup stands in it."""
    start, end, text = edit.start, edit.end, edit.text
    if all(mask.text for mask in Place(view, start, end).masks()):
        return start, end, text
    plain = view.plain
    while start < end and (plain[start] == FILLER or text[:1] == plain[start]):
        text = text if plain[start] == FILLER else text[1:]
        start += 1
    while start < end and (plain[end - 1] == FILLER or text[-1:] == plain[end - 1]):
        text = text if plain[end - 1] == FILLER else text[:-1]
        end -= 1
    return start, end, text
