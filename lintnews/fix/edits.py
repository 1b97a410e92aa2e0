"""From findings to edits: takes a View and what was found in it, gives what to write where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from lintnews.fix import wording
from lintnews.fix.agreement import OPENING_ARTICLE, agreed
from lintnews.fix.escape import escaped
from lintnews.fix.place import Place
from lintnews.fix.removal import removal, without_remark
from lintnews.model import REMOVE, Edit, Finding, Safety
from lintnews.view import FILLER, View

_CARRIED = ("of", "to", "for", "in", "on", "at")
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
    kept: list[Edit] = []  # in order, none over another
    for edit in sorted(wanted, key=lambda e: (e.start - e.end, e.start, e.text)):
        place = bisect_left(kept, (edit.end,))
        if place == 0 or kept[place - 1].end <= edit.start:
            kept.insert(place, edit)
    return tuple(kept)


def edit_for(view: View, finding: Finding, suggestion: str) -> Edit | None:
    """The edit that puts ``suggestion`` in the place of ``finding``; None when it is advice and no text, or cannot be written.

    Number, possessive and capitals follow the place; an article before it follows the sound, and then the edit begins at
    the article. ``safety`` is "safe" only for the first suggestion of a safe finding, in a place where its grammar holds and
    where nobody is quoted.
    """
    place = Place(view, finding.start, finding.end)
    if finding.kind == "suppression" and suggestion in ("", REMOVE):
        return without_remark(place)
    if suggestion in ("", REMOVE):
        plain = removal(place)
        return _written(view, plain, _safety(finding, "", place)) if plain else None
    if not wording.is_wording(suggestion):
        return None
    old = view.text(finding.start, finding.end)
    new = _worded(place, finding, old, suggestion)
    new = _without_repeats(place, new)
    edit, grammatical = agreed(place, finding, old, new)
    if not new.strip() or edit.text == view.text(edit.start, edit.end):
        return None
    safety = _safety(finding, suggestion, place)
    return _written(view, edit, safety if grammatical else "review")


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
    if finding.kind == "untranslated-acronym" and (article := OPENING_ARTICLE.match(old)) and not OPENING_ARTICLE.match(new):
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
