"""A reader's view of a Document: its words, sentences and quotes, made once and shared by every stage.

The view has the length of the original: masked markup is replaced by what it reads as, padded with
U+2060, so every offset is an offset of the original.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, compress, count, repeat

from lintnews.model import Document, Mask, Role, Segment, Span
from lintnews.named import NamedTuple
from lintnews.typed import cast

FILLER = "\u2060"  # WORD JOINER: invisible, so it never looks like a word's edge to a person
IGNORED = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")  # soft hyphen and zero-width characters
_WORD = re.compile(
    "([A-Za-z]\\.(?:[A-Za-z]\\.)+(?![A-Za-z])"  # U.S.
    "|[^\\W_]+(?:(?![\u00ad\u200b-\u200d\u2060\ufeff'\u2019\u02bc])"  # most words end here, and looking spares them the loop
    "|(?:[\u00ad\u200b-\u200d\u2060\ufeff]+[^\\W_]+"
    "|[\u00ad\u200b-\u200d\u2060\ufeff]*['\u2019\u02bc][\u00ad\u200b-\u200d\u2060\ufeff]*[^\\W\\d_]+)*))"
)
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st gen col lt maj capt sgt adm gov sen rep prof rev no vs inc ltd co corp jr sr "
    "jan feb mar apr jun jul aug sep sept oct nov dec approx est fig art p pp vol e.g i.e a.m p.m u.s u.k".split()
)
SPACE, HYPHEN, PUNCTUATION, BREAK = 0, 1, 2, 3
_SPACE_JOINT = re.compile("[\\s\u2060]*%?[\\s\u2060]*[\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb]?[\\s\u2060]*\\Z")
_HYPHEN_JOINT = re.compile("\u2060*[-\u2010\u2011\u2012\u2013]\u2060*\n?\u2060*\\Z")
_ENDS_SENTENCE = re.compile("[.!?\u2026][\"'\u2019\u201d\u00bb)\\]\u2060]*\\s")
_PARAGRAPH_GAP = re.compile("\n\\s*\n")
_LONGEST_ADDRESS = 200  # code points before a place in which a web address may begin
_QUOTE = re.compile(
    "\u201c[^\u201c\u201d]{2,900}?\u201d|\u00ab[^\u00ab\u00bb]{2,900}?\u00bb|\"[^\"]{2,900}?\""
    "|\\A\u201c[^\u201c\u201d]{20,}\\Z"  # a paragraph of a speech that goes on in the next has no mark at its end
)


def fold(word: str) -> str:
    """Lower-case ``word`` as the lexicon keys it: no possessive, no invisible characters, ASCII apostrophe."""
    if not word.isascii():
        word = IGNORED.sub("", word).replace("\u2019", "'").replace("\u02bc", "'")
    word = word.lower()
    if word.endswith("'s"):
        return word[:-2]
    return word


def fold_all(words: Sequence[str]) -> list[str]:
    """``fold`` of each of ``words``, which hold no line break, for the price of a few."""
    text = "\n".join(words)
    if not text.isascii():
        text = IGNORED.sub("", text).replace("\u2019", "'").replace("\u02bc", "'")
    folded = (text.lower() + "\n").replace("'s\n", "\n").split("\n")
    return folded[: len(words)]


class Token(NamedTuple):
    """One word of the view: where it stands and how the lexicon keys it."""

    start: int
    end: int
    word: str


class _Between(dict[str, int]):
    """What stands between two words → its joint, each judged once."""

    def __missing__(self, gap: str) -> int:
        self[gap] = joint = _joint(gap)
        return joint


class Memory:
    """What views of one draft after another share: each word held, and each gap judged, once."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        self.between: dict[str, int] = _Between()


class View:
    """The words, sentences and quotes of one document.

    ``plain`` reads like the document and is indexed like it; ``tokens`` are the words of its segments in order;
    ``joints[i]`` says what stands between token i and the next (SPACE, HYPHEN, PUNCTUATION, BREAK), ``sequence[i]`` is
    the folded word of token i. ``memory`` is worth giving where the same words will be read again.
    """

    def __init__(self, document: Document, memory: Memory | None = None) -> None:
        self.document = document
        self.plain = _masked(document)
        self._quotes: dict[int, list[Span]] = {}  # of each segment that was asked about
        self.joints: list[int] = []
        self.segment_of: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self.sequence = self._tokenise(memory or Memory())
        rows = zip(self._starts, self._ends, self.sequence, strict=True)
        made = map(tuple.__new__, repeat(Token), rows)  # Token(...) without a call in Python
        self.tokens = list(cast("Iterator[Token]", made))
        self._mend_breaks()

    def _tokenise(self, memory: Memory) -> list[str]:
        """Find the words, where they stand and what stands between them; gives them folded."""
        words: list[str] = []
        for number, segment in enumerate(self.document.segments):
            # split() gives what stands between the words and the words in turn; the rest is arithmetic done in C.
            parts = _WORD.split(self.plain[segment.start : segment.end])
            raw = parts[1::2]
            if not raw:
                continue
            edges = list(accumulate(map(len, parts), initial=segment.start))
            self._starts += edges[1:-1:2]
            self._ends += edges[2::2]
            self.joints += map(memory.between.__getitem__, parts[2:-1:2])
            self.joints.append(BREAK)
            self.segment_of += [number] * len(raw)
            words += raw
        folded = fold_all(words)
        return list(map(memory.words.setdefault, folded, folded))

    def _mend_breaks(self) -> None:
        """Undo the breaks that a look at the words on both sides shows to be none ("Gen. Zaluzhny")."""
        plain, tokens, joints, owner = self.plain, self.tokens, self.joints, self.segment_of
        place = -1
        for _ in range(joints.count(BREAK)):
            place = joints.index(BREAK, place + 1)
            if place + 1 < len(tokens) and owner[place] == owner[place + 1]:
                gap = plain[tokens[place].end : tokens[place + 1].start]
                if not _breaks(gap, tokens[place].word, plain[tokens[place + 1].start]):
                    joints[place] = SPACE if gap == ". " and tokens[place].word in _ABBREVIATIONS else PUNCTUATION

    @cached_property
    def words(self) -> dict[str, list[int]]:
        """Each folded word with the indexes of its tokens."""
        places: dict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.sequence):
            places[word].append(index)
        return dict(places)

    @cached_property
    def capitalised(self) -> dict[str, list[int]]:
        """Each folded word that somewhere begins with a capital, with the indexes of those tokens; in the order of ``words``."""
        words, sequence = self.words, self.sequence
        places: dict[str, list[int]] = {}
        for index in compress(count(), map(str.isupper, map(self.plain.__getitem__, self._starts))):
            places.setdefault(sequence[index], []).append(index)
        return {word: places[word] for word in sorted(places, key=lambda word: words[word][0])}

    @cached_property
    def folded(self) -> str:
        """``plain`` in small letters, of the same length (U+0130 would lengthen it)."""
        low = self.plain.lower()
        return low if len(low) == len(self.plain) else "".join(c if len(c.lower()) != 1 else c.lower() for c in self.plain)

    @cached_property
    def sorted_words(self) -> list[str]:
        """The distinct folded words in order, for look-ups by stem."""
        return sorted(self.words)

    @cached_property
    def _breaks(self) -> list[int]:
        found = [0]
        for _ in range(self.joints.count(BREAK)):
            found.append(self.joints.index(BREAK, found[-1]) + 1)
        return found

    def sentence(self, token: int) -> tuple[int, int]:
        """The half-open range of tokens of the sentence that holds ``token``."""
        place = bisect_right(self._breaks, token)
        end = self._breaks[place] if place < len(self._breaks) else len(self.tokens)
        return self._breaks[place - 1], end

    def paragraph(self, token: int) -> tuple[int, int]:
        """The half-open range of tokens of the segment that holds ``token``."""
        number = self.segment_of[token]
        start = bisect_right(self.segment_of, number - 1)
        return start, bisect_right(self.segment_of, number)

    def segment_at(self, offset: int) -> Segment | None:
        """The segment that covers ``offset``, if any."""
        place = bisect_right(self._segment_starts, offset) - 1
        if place < 0:
            return None
        segment = self.document.segments[place]
        return segment if offset < segment.end else None

    def token_at(self, offset: int) -> int:
        """The index of the first token that ends after ``offset`` (``len(tokens)`` when none does)."""
        return bisect_right(self._ends, offset)

    def role_at(self, offset: int) -> Role:
        """The role of the segment at ``offset``; "body" between segments."""
        segment = self.segment_at(offset)
        return segment.role if segment else "body"

    @cached_property
    def _segment_starts(self) -> list[int]:
        return [segment.start for segment in self.document.segments]

    @cached_property
    def quotes(self) -> list[Span]:
        """Passages between quotation marks, marks included, in order; none reaches from one segment into another."""
        return [quote for number in range(len(self.document.segments)) for quote in self._quotes_of(number)]

    def _quotes_of(self, number: int) -> list[Span]:
        if number not in self._quotes:
            start, end, *_ = self.document.segments[number]
            found = _QUOTE.finditer(self.plain[start:end])
            self._quotes[number] = [Span(start + match.start(), start + match.end()) for match in found]
        return self._quotes[number]

    def in_quote(self, start: int, end: int) -> bool:
        """Whether ``start:end`` lies inside quoted speech (five words or more; scare quotes do not count)."""
        number = bisect_right(self._segment_starts, start) - 1
        quotes = self._quotes_of(number) if number >= 0 else []
        place = bisect_right(quotes, (start, len(self.plain))) - 1
        if place < 0 or end > quotes[place].end:
            return False
        return len(self.plain[quotes[place].start : quotes[place].end].split()) >= 5

    def in_address(self, start: int, end: int) -> bool:
        """Whether ``start:end`` is part of a web address, a handle, a hashtag or a file name."""
        plain = self.plain
        nearest = max(0, start - _LONGEST_ADDRESS)
        head = plain[max(plain.rfind(" ", nearest, start), plain.rfind("\n", nearest, start), nearest - 1) + 1 : start]
        if any(mark in head for mark in "/@#_=.\\"):
            return True
        tail = plain[end : end + 3]
        return tail[:1] in ("@", "_", "/", "\\") or (tail[:1] == "." and tail[1:2].isalnum())

    def word_end(self, token: int) -> int:
        """Where the letters of a folded word end in the original: the end of its token, before a possessive "'s".

        Markup and invisible characters inside the word count, and letters may fold to several, so it is not always as far
        from the start as the word is long.
        """
        start, end, _ = self.tokens[token]
        if self.plain[end - 1] in "sS":
            mark = self._letter_before(end - 1)
            if mark > start and self.plain[mark] in "'\u2019\u02bc":
                return self._letter_before(mark) + 1
        return end

    def _letter_before(self, offset: int) -> int:
        """The last offset before ``offset`` with a visible character."""
        offset -= 1
        while offset > 0 and IGNORED.match(self.plain, offset):
            offset -= 1
        return offset

    def letters(self, token: int) -> str:
        """The token as it is written, without a possessive "'s" and invisible characters."""
        return IGNORED.sub("", self.plain[self.tokens[token].start : self.word_end(token)])

    def whole(self, start: int, end: int) -> Span:
        """``start:end``, widened so that it cuts no mask: an entity, an escape or a tag is inside it or outside."""
        masks = self.document.masks
        first = bisect_right(masks, start, key=_mask_end)
        if first < len(masks) and masks[first].start < start:
            start = masks[first].start
        last = bisect_right(masks, end - 1, key=_mask_end)
        if last < len(masks) and masks[last].start < end:
            end = masks[last].end
        return Span(start, end)

    def text(self, start: int, end: int) -> str:
        """What a reader reads at ``start:end``: the view without fillers."""
        return self.plain[start:end].replace(FILLER, "")


def _mask_end(mask: Mask) -> int:
    return mask.end


def _masked(document: Document) -> str:
    if not document.masks:
        return document.text
    parts: list[str] = []
    last = 0
    for mask in document.masks:
        parts.append(document.text[last : mask.start])
        parts.append(mask.text + FILLER * (mask.end - mask.start - len(mask.text)))
        last = mask.end
    parts.append(document.text[last:])
    return "".join(parts)


def _joint(between: str) -> int:
    if _SPACE_JOINT.match(between):
        return BREAK if _PARAGRAPH_GAP.search(between) else SPACE
    if _HYPHEN_JOINT.match(between):
        return HYPHEN
    return BREAK if _ENDS_SENTENCE.search(between) or _PARAGRAPH_GAP.search(between) else PUNCTUATION


def _breaks(between: str, before: str, following: str) -> bool:
    """Whether a stop between two words ends the sentence: not after "Gen.", not before a small letter."""
    if _PARAGRAPH_GAP.search(between):
        return True
    abbreviated = before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha())
    if abbreviated and between.lstrip().startswith("."):
        return False
    return not following.islower() or "." not in between
