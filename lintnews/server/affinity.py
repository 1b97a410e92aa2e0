"""Which worker has seen most of a draft: it can lint the next state of it quickest.

Clients of LanguageTool do not say which draft they send, so a draft is known by its paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter, OrderedDict

_BREAKS = re.compile(rb"\\n|%0A|%0D|\n")  # as JSON, forms and plain text write a line break
_SHORTEST = 24  # bytes; shorter lines stand in many drafts
_REMEMBERED = 20_000  # paragraphs, about a hundred bytes each


class Affinity:
    """Remembers which worker was given which paragraphs; forgets the oldest."""

    def __init__(self) -> None:
        self._owners: OrderedDict[int, int] = OrderedDict()

    def preferred(self, body: bytes) -> int | None:
        """The worker that knows most of ``body``; None when no worker knows any of it."""
        votes: Counter[int] = Counter()
        for paragraph in _paragraphs(body):
            owner = self._owners.get(hash(paragraph))
            if owner is not None:
                votes[owner] += len(paragraph)
        return votes.most_common(1)[0][0] if votes else None

    def given(self, body: bytes, worker: int) -> None:
        """Remember that ``worker`` was given ``body``."""
        for paragraph in _paragraphs(body):
            key = hash(paragraph)
            self._owners[key] = worker
            self._owners.move_to_end(key)
        while len(self._owners) > _REMEMBERED:
            self._owners.popitem(last=False)


def _paragraphs(body: bytes) -> list[bytes]:
    return [part for part in _BREAKS.split(body) if len(part) >= _SHORTEST]
