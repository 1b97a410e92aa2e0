"""Capitalised phrases that look like unlisted variants of one thing: takes views, gives clusters with a TOML draft.

Two phrases are variants when their content words are the same whatever their order, number, spelling (Centre, Center)
and romanization (Haidai, Hajday; Eugene, Yevgeny), or when one word of three or more is another form of the same stem.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lintnews.lexicon.descent import looks_cyrillic
from lintnews.lexicon.lexicon import Lexicon
from lintnews.lexicon.spellings import root
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.view import HYPHEN, View

_CONNECTORS = frozenset("of for the de".split())
_LONGEST = 8  # words of a phrase, connectors included
_STEM = 5  # letters two forms of one word share at least: Resistance, Resisting
_LEADING = frozenset(  # capitalised at the start of a sentence, and no part of the name that follows
    "the a an in on at as by of to for from with and but or if when while after before since this that these those it "
    "its he she they we you i his her their our my according also however meanwhile earlier later today yesterday what "
    "who how why where there here president prime minister mr mrs ms dr general colonel".split()
)
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december sept oct nov dec jan feb".split()
)


class Variant(NamedTuple):
    """One spelling of a thing and where it stands: (path, times)."""

    text: str
    places: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """How often it stands in all documents together."""
        return sum(times for _, times in self.places)


class Cluster(NamedTuple):
    """Phrases that look like one thing, the most frequent first; ``concept`` is the glossary's id where it has it."""

    concept: str
    preferred: str
    variants: tuple[Variant, ...]

    @property
    def draft(self) -> str:
        """TOML to paste into a glossary."""
        return _extension(self) if self.concept else _term(self)


class Variants:
    """Collects the capitalised phrases of documents."""

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        self._lexicon = lexicon
        self._vocabulary = vocabulary
        self._phrases: dict[str, dict[str, int]] = {}  # phrase → path → times
        self._keys: dict[str, tuple[str, ...]] = {}

    def add(self, view: View, taken: Iterable[tuple[int, int]]) -> None:
        """Collect the phrases of ``view`` that lie outside of the spans ``taken`` by the glossary."""
        spans = list(taken)
        for text, start, end in self._find(view):
            if not any(2 * (min(end, last) - max(start, first)) > end - start for first, last in spans):
                places = self._phrases.setdefault(text, {})
                places[view.document.path] = places.get(view.document.path, 0) + 1

    def clusters(self) -> Iterator[Cluster]:
        """The clusters of several phrases, and of phrases near a right form; the most frequent first."""
        known = self._known()
        groups: dict[tuple[str, ...], list[str]] = {}
        for phrase in self._phrases:
            groups.setdefault(self._near(self._key(phrase), known, groups), []).append(phrase)
        found = [self._cluster(known.get(key, ("", "")), group) for key, group in groups.items() if key]
        found = [cluster for cluster in found if cluster.concept or len(cluster.variants) > 1]
        yield from sorted(found, key=lambda item: (-sum(v.total for v in item.variants), item.variants[0].text))

    def _cluster(self, concept: tuple[str, str], group: Sequence[str]) -> Cluster:
        made = [Variant(phrase, tuple(self._phrases[phrase].items())) for phrase in group]
        merged: dict[str, Variant] = {}
        for variant in sorted(made, key=lambda item: (-item.total, item.text)):
            merged.setdefault(variant.text.casefold(), variant)
        kept = tuple(v for v in merged.values() if v.text.casefold() != concept[1].casefold())
        return Cluster(concept[0], concept[1] or (kept[0].text if kept else ""), kept)

    def _find(self, view: View) -> Iterator[tuple[str, int, int]]:
        place = 0
        while place < len(view.tokens):
            last = self._end(view, place)
            first = place
            while first < last and view.tokens[first].word in _LEADING:
                first += 1
            if self._is_phrase(view, first, last):
                start, end = view.tokens[first].start, view.tokens[last].end
                end -= 2 if view.plain[end - 2 : end].lower() in ("'s", "\u2019s") else 0
                yield " ".join(view.text(start, end).split()), start, end
            place = max(last, place) + 1

    def _end(self, view: View, first: int) -> int:
        """The last token of the phrase of capitalised words that begins at ``first``; before it, when there is none."""
        if not _capital(view, first):
            return first - 1
        last = place = first
        while place + 1 < len(view.tokens) and view.joints[place] <= HYPHEN and place - first < _LONGEST:
            place += 1
            if _capital(view, place):
                last = place
            elif view.tokens[place].word not in _CONNECTORS or place - last > 2 or view.tokens[place - 1].word == "the":
                break
        return last

    def _is_phrase(self, view: View, first: int, last: int) -> bool:
        words = [view.tokens[place].word for place in range(first, last + 1)]
        if not words or _DAYS & set(words) or view.in_address(view.tokens[first].start, view.tokens[last].end):
            return False
        if len(words) == 1:
            word = words[0]
            return len(word) > 4 and word.isalpha() and not self._vocabulary.lists(word) and looks_cyrillic(word)
        return len(words) <= _LONGEST

    def _key(self, phrase: str) -> tuple[str, ...]:
        found = self._keys.get(phrase)
        if found is None:
            words = [word for word in re.findall(r"[^\W_]+", phrase.lower()) if word not in _CONNECTORS]
            found = self._keys[phrase] = tuple(sorted(root(word, self._vocabulary) for word in words))
        return found

    def _known(self) -> dict[tuple[str, ...], tuple[str, str]]:
        """Keys of the glossary's right forms of several words → id and preferred form."""
        found: dict[tuple[str, ...], tuple[str, str]] = {}
        for number in self._lexicon.numbers():
            record = self._lexicon.entry(number)
            for form in record.get("en", ()):
                if " " in form and form[0].isupper():
                    found.setdefault(self._key(form), (record["id"], record["en"][0]))
        return found

    def _near(self, key: tuple[str, ...], *known: Mapping[tuple[str, ...], object]) -> tuple[str, ...]:
        """``key`` itself, or one among ``known`` that differs from it in the form of one word."""
        if len(key) < 3 or any(key in keys for keys in known):
            return key
        for keys in known:
            for other in keys:
                if len(other) == len(key) and _differ_in_form(key, other):
                    return other
        return key


def _differ_in_form(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    mine, yours = set(one) - set(other), set(other) - set(one)
    if len(mine) != 1 or len(yours) != 1:
        return False
    first, second = mine.pop(), yours.pop()
    return len(first) >= _STEM and first[:_STEM] == second[:_STEM]


def _capital(view: View, place: int) -> bool:
    start, end, word = view.tokens[place]
    return view.plain[start].isupper() and (not view.plain[start:end].isupper() or len(word) < 2)


def _term(cluster: Cluster) -> str:
    right, *others = (variant.text for variant in cluster.variants)
    return "\n".join(
        [
            "[[term]]",
            f'id = "{_slug(right)}"',
            f"en = [{_quoted(right)}]",
            *_reject(right, others),
        ]
    )


def _extension(cluster: Cluster) -> str:
    lines = [f"# in the entry {cluster.concept}:", *_reject(cluster.preferred, [v.text for v in cluster.variants])]
    return "\n".join(lines)


def _reject(right: str, wrong: Sequence[str]) -> list[str]:
    return [
        "[term.reject]",
        f"inconsistent-term = [{', '.join(map(_quoted, wrong))}]",
        "[[term.example]]",
        f"flag = {_quoted(f'Reporters asked {wrong[0]} about it.')}",
        "[[term.example]]",
        f"pass = {_quoted(f'Reporters asked {right} about it.')}",
    ]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _slug(text: str) -> str:
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-") or "unnamed"
