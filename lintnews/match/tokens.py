"""Token patterns against a document: takes a View and a Lexicon, gives Hits.

The lexicon keeps every pattern under its rarest word (or pair of words) and the next rarest word beside it, so a document
costs one look-up a distinct word, and a pattern is walked only where both stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from lintnews.lexicon.anchors import Anchors, Pattern, beside_quote, encoded
from lintnews.lexicon.lexicon import Lexicon
from lintnews.lexicon.marks import (
    ANY,
    CALLS,
    DIGEST,
    FURTHEST,
    GUARDS,
    HYPHEN,
    NAME,
    NAME_LIMIT,
    NO_TOKEN,
    NUMBER,
    NUMBER_LIMIT,
    QUOTE,
    QUOTED,
    REACHES,
    RIGHT,
    RIGHT_FORMS,
    UNQUOTE,
    woken,
)
from lintnews.model import Hit
from lintnews.named import NamedTuple
from lintnews.typed import Any
from lintnews.view import BREAK, FILLER, PUNCTUATION, View
from lintnews.view import HYPHEN as HYPHEN_JOINT

_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen "
    "several".split()
)
_WORDS = frozenset("|=")  # what elements begin with that are words
_MARKS = frozenset((QUOTE, UNQUOTE))
_OPENING, _CLOSING = frozenset("\"'`\u201c\u201e\u201f\u00ab\u2018\u201d"), frozenset("\"'\u201d\u201c\u00bb\u2019")
_NEAR_MARK = 8  # code points beside a word in which its quotation mark stands, masked markup between them included
_SHORT = 50_000  # code points of a document that is searched for strings before an expression is called for
Spans = dict[int, tuple[int, int]]  # element -> the first and last token it took


Rule = tuple[int, int]  # entry and variant


class Found(NamedTuple):
    """What the patterns of a lexicon give in a view."""

    hits: list[Hit]  # in order; right forms, which have the variant RIGHT, included
    woken: dict[Rule, dict[int, list[int]]]  # expression → its alternatives → tokens at which a phrase calls for them


def find(view: View, lexicon: Lexicon, all_right: bool = False) -> Found:
    """Every place where a pattern of ``lexicon`` matches in ``view``; of right forms those near other hits, or ``all_right``."""
    called: dict[Rule, dict[int, list[int]]] = {}
    hits: set[Hit] = set()
    right: list[tuple[Anchors, int, Sequence[int]]] = []
    text = _Text(view)
    for anchors in lexicon.anchors:
        anchors.forget()
        for number, tokens in _led_to(anchors, text, called):
            if number >= RIGHT_FORMS:
                right.append((anchors, number, tokens))
                continue
            pattern = anchors.pattern(number)
            if pattern is None:
                continue
            if pattern.variant < RIGHT:
                variant, alternative = woken(pattern.variant)
                called.setdefault((pattern.entry, variant), {}).setdefault(alternative, []).extend(tokens)
            else:
                hits.update(hit for token in tokens if (hit := match_at(pattern, view, token)))
    near = None if all_right else _near(hits, max(anchors.widest for anchors in lexicon.anchors))
    for anchors, number, tokens in right:
        wanted = tokens if near is None else [token for token in tokens if token in near]
        if wanted and (pattern := anchors.pattern(number)):
            hits.update(hit for token in wanted if (hit := match_at(pattern, view, token)))
    return Found(sorted(hits), called)


def _near(hits: Iterable[Hit], width: int) -> set[int]:
    """The tokens of which a form of at most ``width`` tokens may cover one of ``hits``."""
    return {token for hit in hits for token in range(hit.token - width, hit.last + width + 1)}


class _Text:
    """The words of a view as anchors are asked for them."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.words = encoded(view.words)
        self.digests = list(map(crc32, self.words))
        self.spots = list(view.words.values())
        raw, single = dict(zip(view.words, self.words, strict=True)), dict(zip(view.words, self.digests, strict=True))
        self.sequence = [raw[word] for word in view.sequence]
        self.pairs = list(map(crc32, self.sequence[1:], [single[word] for word in view.sequence]))
        margin = [b"-"] * FURTHEST  # words are looked for before the first and after the last
        self.padded = [*margin, *self.sequence, *margin]
        self._plain = view.folded if len(view.plain) <= _SHORT else ""
        self._has: dict[str, bool] = {}

    def keys(self, anchors: Anchors) -> Iterator[tuple[int, Sequence[int]]]:
        """The digests of words and of pairs that may lead somewhere, and where each stands."""
        for n in anchors.known(self.digests):
            yield self.digests[n], self.spots[n]
        joints, pairs = self.view.joints, self.pairs
        places: dict[int, list[int]] = {}
        for token in anchors.known(pairs):
            if joints[token] <= HYPHEN_JOINT:
                places.setdefault(pairs[token], []).append(token)
        yield from places.items()

    def word(self, place: int) -> str:
        """The word at a place of ``padded``; none in the margins."""
        place -= FURTHEST
        return self.view.sequence[place] if 0 <= place < len(self.view.sequence) else "?"

    def quoted(self, tokens: Sequence[int], reach: int) -> list[int]:
        """Those of ``tokens`` from which so far (see ``FURTHEST``) a quotation mark opens before a word."""
        step = reach - FURTHEST - 1
        return [token for token in tokens if _is_quoted(QUOTE, self.view, token + step, 1)]

    def has(self, strings: Iterable[str]) -> bool:
        """Whether the document has one of ``strings`` (in small letters); a long one is taken to have what it is asked for."""
        return not self._plain or any(map(self._one, strings))

    def _one(self, text: str) -> bool:
        found = self._has.get(text)
        if found is None:
            found = self._has[text] = text in self._plain
        return found


def _led_to(anchors: Anchors, text: _Text, called: dict[Rule, dict[int, list[int]]]) -> Iterator[tuple[int, Sequence[int]]]:
    """The numbers of patterns whose key stands beside the word that guards it, and the tokens where; fills ``called``."""
    calls: dict[int, list[int]] = {}
    keys: Iterable[tuple[int, Sequence[int]]] = text.keys(anchors)
    while keys:
        found: list[tuple[int, Sequence[int]]] = []
        reaches: list[tuple[int, int, Sequence[int]]] = []
        for digest, spots in keys:
            for number in anchors[digest]:
                if number < CALLS:
                    yield number, spots
                elif number < REACHES:
                    calls.setdefault(number, []).extend(spots)
                elif number < QUOTED:
                    reaches.append((digest, number - REACHES, spots))
                elif number < GUARDS and (quoted := text.quoted(spots, number - QUOTED)):
                    found.append((beside_quote(digest, number - QUOTED), quoted))
        keys = found
        for digest, reach, token, both in anchors.beside(reaches, text.padded):
            found.append((both, (token,)))
            for guard in anchors[digest + reach & DIGEST]:
                if f"|{text.word(token + reach)}|" in anchors.guard(guard):
                    found.append((digest ^ guard, (token,)))
    for number, spots in calls.items():
        call = anchors.call(number)
        if call and (not call.strings or text.has(call.strings)):
            called.setdefault((call.entry, call.variant), {}).setdefault(call.alternative, []).extend(spots)


def match_at(pattern: Pattern, view: View, token: int) -> Hit | None:
    """The hit of ``pattern`` with its anchor at ``token``, or None."""
    if not _fits(pattern, pattern.anchor, view, token):
        return None
    spans: Spans = {pattern.anchor: (token, token)}
    if not _walk(pattern, pattern.anchor, token, 1, view, spans):
        return None
    if not _walk(pattern, pattern.anchor, token, -1, view, spans):
        return None
    first, last = spans[pattern.first][0], spans[pattern.end - 1][1]
    start, end = view.tokens[first].start, view.tokens[last].end
    frame = [spans[n] for n in spans]
    return Hit(
        start, _without_possessive(view, start, end), pattern.entry, pattern.variant,
        min(f for f, _ in frame), max(b for _, b in frame),
    )  # fmt: skip


def _without_possessive(view: View, start: int, end: int) -> int:
    """A match ends before 's, so that a correction keeps it."""
    if view.plain[end - 2 : end].lower() in ("'s", "\u2019s", "\u02bcs") and end - start > 2:
        return end - 2
    return end


def _walk(pattern: Pattern, at: int, token: int, step: int, view: View, spans: Spans) -> bool:
    """Match the elements on one side of ``at`` (which took up to ``token``), going ``step`` (1 or -1) at a time."""
    elements, joints = pattern.elements, view.joints
    at += step
    while 0 <= at < len(elements) and elements[at][0] in _WORDS:
        edge = token if step > 0 else token - 1
        token += step
        if edge < 0 or joints[edge] > HYPHEN_JOINT or not _fits(pattern, at, view, token):
            return False
        spans[at] = (token, token)
        at += step
    if not 0 <= at < len(elements):
        return True
    element = elements[at]
    if element[0].isdigit():
        return _gap(pattern, at, int(element), token, step, view, spans)
    if element in NO_TOKEN:
        spans[at] = (token, token)
        if not _mark(element, view, token, step):
            return False
        if not 0 <= at + step < len(elements):
            return True
        if element in _MARKS and not _joined(view, token, step, HYPHEN_JOINT):
            return False
        return _take(pattern, at + step, token + step, step, view, spans)
    return _joined(view, token, step, HYPHEN_JOINT) and _take(pattern, at, token + step, step, view, spans)


def _mark(element: str, view: View, token: int, step: int) -> bool:
    """Whether a hyphen (or a comma) and nothing else joins ``token`` to the next one; or the quotation mark is there."""
    if element in _MARKS:
        return _is_quoted(element, view, token, step)
    edge = token if step > 0 else token - 1
    if not 0 <= edge < len(view.tokens) - 1:
        return False
    if element == HYPHEN:
        return view.joints[edge] == HYPHEN_JOINT
    return view.joints[edge] == PUNCTUATION and "," in view.plain[view.tokens[edge].end : view.tokens[edge + 1].start]


def _is_quoted(element: str, view: View, token: int, step: int) -> bool:
    """Whether a quotation mark opens before the word to the right of the mark, or closes behind the word to its left."""
    place = token + (step > 0) if element == QUOTE else token - (step < 0)
    if not 0 <= place < len(view.tokens):
        return False
    start, end, _ = view.tokens[place]
    if element == QUOTE:
        before = view.plain[start - 1 : start]
        if before != FILLER:
            return before in _OPENING
        return view.plain[max(0, start - _NEAR_MARK) : start].rstrip(FILLER)[-1:] in _OPENING
    behind = view.plain[end : end + _NEAR_MARK].lstrip(FILLER)
    return behind[:1] in _CLOSING or (behind[:1] in ",." and behind[1:2] in _CLOSING)


def _joined(view: View, token: int, step: int, loosest: int) -> bool:
    """Whether the token after (before) ``token`` is joined by nothing looser than ``loosest``."""
    edge = token if step > 0 else token - 1
    return 0 <= edge < len(view.joints) and view.joints[edge] <= loosest and 0 <= token + step < len(view.tokens)


def _gap(pattern: Pattern, at: int, width: int, token: int, step: int, view: View, spans: Spans) -> bool:
    for _ in range(width + 1):
        if not _joined(view, token, step, BREAK - 1):
            return False
        if _take(pattern, at + step, token + step, step, view, spans):
            spans[at] = (token, token)
            return True
        token += step
    return False


def _take(pattern: Pattern, at: int, token: int, step: int, view: View, spans: Spans) -> bool:
    """Match the element ``at`` at ``token`` and then the rest; a name or number may take several tokens."""
    element = pattern.elements[at]
    if element == NAME:
        return _take_run(pattern, at, token, step, view, spans, _capitalised, NAME_LIMIT)
    if element == NUMBER:
        return _take_run(pattern, at, token, step, view, spans, _is_number, NUMBER_LIMIT)
    if element in NO_TOKEN:
        return _walk(pattern, at - step, token - step, step, view, spans)
    if element != ANY and not _fits(pattern, at, view, token):
        return False
    if _walk(pattern, at, token, step, view, spans):
        spans[at] = (token, token)
        return True
    return False


def _take_run(pattern: Pattern, at: int, token: int, step: int, view: View, spans: Spans, good: Any, limit: int) -> bool:
    run = 0
    place = token
    while run < limit and good(view, place):
        run += 1
        if not _joined(view, place, step, BREAK - 1 if good is _is_number else HYPHEN_JOINT):
            break
        place += step
    for length in range(run, 0, -1):
        end = token + step * (length - 1)
        if _walk(pattern, at, end, step, view, spans):
            spans[at] = (min(token, end), max(token, end))
            return True
    return False


def _fits(pattern: Pattern, at: int, view: View, token: int) -> bool:
    """Whether the word of ``token`` is one of the element ``at``, with capitals where it demands them."""
    element = pattern.elements[at]
    words = element if element[0] == "|" else pattern.sets[element]
    word = view.sequence[token]
    place = words.find(f"|{word}:")
    if place < 0:
        return False
    place += len(word) + 2
    if words[place] == "|":
        return True
    start, end, _ = view.tokens[token]
    return capitals_fit(words[place : words.index("|", place)], view.plain[start:end].replace(FILLER, ""))


def capitals_fit(form: str, raw: str) -> bool:
    """Whether ``raw`` has a capital wherever ``form`` has one."""
    if raw == form:
        return True
    if raw.islower() and not form.islower():
        return form == form.lower()
    return all(not letter.isupper() or raw[n : n + 1].isupper() for n, letter in enumerate(form))


def _capitalised(view: View, token: int) -> bool:
    return view.plain[view.tokens[token].start].isupper()


def _is_number(view: View, token: int) -> bool:
    return view.plain[view.tokens[token].start].isdigit() or view.tokens[token].word in _NUMBER_WORDS


def outside_right_forms(hits: list[Hit]) -> list[Hit]:
    """Drop what lies inside a longer right form: "Republic of Korea" in "Democratic People's Republic of Korea"."""
    right = sorted((hit.start, hit.end) for hit in hits if hit.variant < 0)
    return [hit for hit in hits if hit.variant >= 0 and not _covered(hit, right)]


def _covered(hit: Hit, right: list[tuple[int, int]]) -> bool:
    from bisect import bisect_right

    place = bisect_right(right, (hit.start, 1 << 60)) - 1
    for start, end in reversed(right[max(0, place - 6) : place + 1]):
        if start <= hit.start and end >= hit.end and end - start > hit.end - hit.start:
            return True
    return False
