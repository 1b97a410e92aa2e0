"""When drafts are linted: after a pause in the typing, off the event loop, and never for nothing.

Of each draft at most one state is being linted; those that pass by meanwhile are skipped, however fast they come.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

from lintnews.lsp.desk import Outcome
from lintnews.lsp.drafts import Draft


class Checker:
    """Keeps an Outcome for the present state of each draft.

    ``drafts`` are the present states by URI, ``lint`` makes an Outcome (in the worker), ``done`` hears of each that is
    still true when it is there, ``pause`` gives the seconds to wait for the next keystroke.
    """

    def __init__(
        self,
        drafts: dict[str, Draft],
        lint: Callable[[Draft], Awaitable[Outcome]],
        done: Callable[[Outcome], None],
        pause: Callable[[], float],
    ) -> None:
        self._drafts, self._lint, self._done, self._pause = drafts, lint, done, pause
        self._at_work: dict[str, _Work] = {}
        self._outcomes: dict[str, Outcome] = {}

    def changed(self, uri: str, at_once: bool = False) -> None:
        """Lint the draft again: after the pause, or ``at_once``."""
        self._outcomes.pop(uri, None)
        work = self._at_work.get(uri)
        if work is None:
            work = self._at_work[uri] = _Work()
            work.task = asyncio.ensure_future(self._work(uri, work))
        work.touch(0 if at_once else self._pause())

    def closed(self, uri: str) -> None:
        """Forget the draft."""
        self._outcomes.pop(uri, None)
        work = self._at_work.pop(uri, None)
        if work is not None and work.task is not None:
            work.task.cancel()

    def renew(self) -> None:
        """Lint every open draft again: the rules or settings are other ones."""
        for uri in list(self._drafts):
            self.changed(uri, at_once=True)

    async def outcome(self, uri: str) -> Outcome | None:
        """The outcome for the present state of the draft, waiting for it (but not for the pause); None when it is closed."""
        while uri in self._drafts:
            known = self._outcomes.get(uri)
            if known is not None and known.draft is self._drafts[uri]:
                return known
            if uri not in self._at_work:
                self.changed(uri)
            work = self._at_work[uri]
            work.hurry.set()
            assert work.task is not None
            await asyncio.wait([work.task])
        return None

    async def _work(self, uri: str, work: _Work) -> None:
        try:
            while True:
                await work.quiet()
                draft = self._drafts.get(uri)
                if draft is None:
                    return
                outcome = await self._lint(draft)
                if not work.touched and draft is self._drafts.get(uri):
                    self._outcomes[uri] = outcome
                    self._done(outcome)
                    return
        finally:
            if self._at_work.get(uri) is work:
                del self._at_work[uri]


class _Work:
    """The linting of one draft that is waited for or under way."""

    def __init__(self) -> None:
        self.task: asyncio.Task[None] | None = None
        self.touched = False  # since the state that is being linted was taken
        self.hurry = asyncio.Event()  # somebody waits: no pause
        self._due = 0.0

    def touch(self, pause: float) -> None:
        """A key was hit: wait ``pause`` seconds from now."""
        self.touched = True
        self._due = asyncio.get_running_loop().time() + pause
        if not pause:
            self.hurry.set()

    async def quiet(self) -> None:
        """Wait until the last key is long enough ago, or somebody is in a hurry."""
        clock = asyncio.get_running_loop().time
        while (left := self._due - clock()) > 0 and not self.hurry.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.hurry.wait(), left)
        self.hurry.clear()
        self.touched = False
