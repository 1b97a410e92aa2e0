"""The server itself: holds the drafts, the checker and the worker, and lets each feature register what it answers."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from typing import ParamSpec, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from lintnews import __version__
from lintnews.config import Settings
from lintnews.lsp import features
from lintnews.lsp.checker import Checker
from lintnews.lsp.desk import Desk, Outcome
from lintnews.lsp.diagnostics import Abilities
from lintnews.lsp.drafts import Draft
from lintnews.lsp.preferences import Preferences
from lintnews.lsp.protocol import Protocol
from lintnews.position import Counting

P = ParamSpec("P")
T = TypeVar("T")
CopyBelow = Callable[[Callable[[str], Settings], Iterable[str]], Iterable[str]]
_COUNTINGS: tuple[Counting, ...] = ("utf-8", "utf-32")
_CONFIGURED_WITHIN = 3.0  # seconds a client may take to tell its settings before linting starts without them


class Server(LanguageServer):
    """A language server for drafts; ``start_io()`` runs it over standard input and output.

    ``copy_below`` gives the files to lint below folders, by the settings of each folder.
    """

    def __init__(self, copy_below: CopyBelow) -> None:
        super().__init__("lintnews", __version__, types.TextDocumentSyncKind.Incremental, protocol_cls=Protocol)
        self.drafts: dict[str, Draft] = {}
        self.desk = Desk(Preferences(), os.getcwd())
        self.initial: object = None  # the client's initializationOptions
        self.able = Abilities(types.ClientCapabilities())
        self.checker = Checker(self.drafts, self._lint, self._done, lambda: self.desk.preferences.debounce / 1000)
        self.copy_below = copy_below
        self.on_outcome: list[Callable[[Outcome], None]] = []  # called with each outcome that is still true
        self.on_opened: list[Callable[[str], None]] = []  # called with the URI of a document
        self.on_closed: list[Callable[[str], None]] = []
        self.on_preferred: list[Callable[[], None]] = []  # called when settings or rules are other ones
        self.configured = asyncio.Event()
        self._worker = ThreadPoolExecutor(1, "linter")
        for name in features.names():
            import_module(f"{features.__name__}.{name}").register(self)

    @property
    def folders(self) -> list[str]:
        """The folders of the workspace, which has at most its root."""
        uris = [folder.uri for folder in self.workspace.folders.values()] or [self.workspace.root_uri or ""]
        return [path for uri in uris if uri and (path := to_fs_path(uri))]

    @property
    def root(self) -> str:
        """The first folder of the workspace; without one, where the server was started."""
        return next(iter(self.folders), os.getcwd())

    @property
    def counting(self) -> Counting:
        """What the client counts along a line."""
        agreed = self.server_capabilities.position_encoding
        return next((counting for counting in _COUNTINGS if counting == agreed), "utf-16")

    def prefer(self, preferences: Preferences) -> None:
        """Take over the editor's settings and lint everything by them, unless they are the ones that hold."""
        if self.configured.is_set() and (preferences, self.root) == (self.desk.preferences, self.desk.root):
            return
        self.desk = Desk(preferences, self.root)
        self.configured.set()
        self.renew()

    def renew(self) -> None:
        """Lint everything again: settings, or files they name, are other ones. The desk sees for itself which."""
        self.checker.renew()
        for listener in self.on_preferred:
            listener()
        workspace = self.client_capabilities.workspace
        if self.able.pulls and workspace and workspace.diagnostics and workspace.diagnostics.refresh_support:
            self.workspace_diagnostic_refresh(None)

    async def at_work(self, job: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What ``job`` gives in the worker thread: all that uses the desk's linters goes there."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, lambda: job(*args, **kwargs))

    async def _lint(self, draft: Draft) -> Outcome:
        if not self.configured.is_set():
            try:
                await asyncio.wait_for(self.configured.wait(), _CONFIGURED_WITHIN)
            except TimeoutError:
                self.configured.set()
        return await self.at_work(self.desk.check, draft)

    def _done(self, outcome: Outcome) -> None:
        for listener in self.on_outcome:
            listener(outcome)
