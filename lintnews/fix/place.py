"""A place of the copy as an edit finds it: the words before and after it, quotation marks, addresses, masks."""

from __future__ import annotations

import re

from lintnews.model import Mask, Segment
from lintnews.view import BREAK, SPACE, Token, View

_PAIRS = ("\u201c\u201d", "\u201e\u201d", "\u00ab\u00bb", "\u2018\u2019", "\u201a\u2019", "\u2039\u203a")
_INNER = re.compile("(?<=\\w)['\u2019](?=\\w)")  # an apostrophe
_GERMAN_CLOSE = re.compile("(?<=[\\w.,!?])\u201c")
_SINGLE_OPEN = re.compile("(?<![\\w.,!?])'(?=\\w)")
_SINGLE_CLOSE = re.compile("(?<=[\\w.,!?])'(?!\\w)")


class Place:
    """``start:end`` of a view, and what stands around it."""

    def __init__(self, view: View, start: int, end: int) -> None:
        self.view, self.start, self.end = view, start, end
        self.segment = view.segment_at(start) or Segment(0, len(view.plain))
        self.token = view.token_at(start)

    def before(self) -> Token | None:
        """The word before, when only white space stands between; None at the start of a sentence."""
        place = self.token - 1
        if place < 0 or self.view.segment_of[place] != self._owner() or self.view.joints[place] != SPACE:
            return None
        token = self.view.tokens[place]
        return token if self.view.text(token.end, self.start).isspace() else None

    def words_before(self, count: int) -> list[str]:
        """Up to ``count`` words of the same sentence before, as written, with nothing but white space between them."""
        text = self.view.text(self.segment.start, self.start)
        return _trail(text, count)

    def words_after(self, count: int) -> list[str]:
        """Up to ``count`` words after, as written, with nothing but white space between."""
        text = self.view.text(self.end, min(self.segment.end, self.end + 200))
        match = re.match(f"(?:\\s+[\\w'\u2019-]+){{0,{count}}}", text)
        return match.group().split() if match else []

    def starts_sentence(self) -> bool:
        """Whether the place is the first word of a sentence or of its block."""
        place = self.token - 1
        return place < 0 or self.view.segment_of[place] != self._owner() or self.view.joints[place] == BREAK

    def other_words(self) -> list[str]:
        """The words of the block that are not the place itself, as written."""
        first, last = self.segment.start, min(self.segment.end, self.segment.start + 400)
        text = self.view.text(first, self.start) + " " + self.view.text(self.end, max(last, self.end))
        return re.findall("[^\\W_]+(?:['\u2019][^\\W\\d_]+)*", text)

    def in_quotes(self) -> bool:
        """Whether the place stands between quotation marks, or after an opening one that nothing closes."""
        if self.view.in_quote(self.start, self.end):
            return True
        text = self.view.text(self.segment.start, self.start)
        return _is_open(text, self.view.text(self.end, self.segment.end))

    def in_address(self) -> bool:
        """Whether the place is part of a web address, an e-mail address, a handle, a hashtag or a file name."""
        return self.view.in_address(self.start, self.end)

    def masks(self) -> list[Mask]:
        """The masks that overlap the place."""
        return [mask for mask in self.view.document.masks if mask.start < self.end and self.start < mask.end]

    def _owner(self) -> int:
        owners = self.view.segment_of
        return owners[self.token] if self.token < len(owners) else -1


def _trail(text: str, count: int) -> list[str]:
    match = re.search(f"(?:[\\w'\u2019-]+\\s+){{0,{count}}}\\Z", text[-200:])
    return match.group().split() if match else []


def _is_open(before: str, after: str) -> bool:
    """Whether a quotation that began in ``before`` is still open at its end; ``after`` tells where it might close."""
    before, after = _INNER.sub("", before), _INNER.sub("", after)
    german = _GERMAN_CLOSE.sub("\u201d", before)
    if any(german.rfind(opening) > german.rfind(closing) for opening, closing in map(tuple, _PAIRS)):
        return True
    single = [match.start() for match in _SINGLE_OPEN.finditer(before)]
    left_open = bool(single) and not _SINGLE_CLOSE.search(before, single[-1] + 1)
    return before.count('"') % 2 == 1 or (left_open and _SINGLE_CLOSE.search(after) is not None)
