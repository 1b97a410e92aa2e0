"""The server itself: holds the drafts, the checker and the worker, and lets each feature register what it answers."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from typing import ParamSpec, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from lintnews import __version__
from lintnews.lsp import features
from lintnews.lsp.checker import Checker
from lintnews.lsp.desk import Desk, Outcome
from lintnews.lsp.diagnostics import Abilities
from lintnews.lsp.drafts import Draft
from lintnews.lsp.preferences import Preferences
from lintnews.lsp.protocol import Protocol

P = ParamSpec("P")
T = TypeVar("T")
_CONFIGURED_WITHIN = 3.0  # seconds a client may take to tell its settings before linting starts without them


class Server(LanguageServer):
    """A language server for drafts; ``start_io()`` runs it over standard input and output."""

    def __init__(self) -> None:
        super().__init__("lintnews", __version__, types.TextDocumentSyncKind.Incremental, protocol_cls=Protocol)
        self.drafts: dict[str, Draft] = {}
        self.desk = Desk(Preferences(), os.getcwd())
        self.initial: object = None  # the client's initializationOptions
        self.able = Abilities(types.ClientCapabilities())
        self.checker = Checker(self.drafts, self._lint, self._done, lambda: self.desk.preferences.debounce / 1000)
        self.listeners: list[Callable[[Outcome], None]] = []  # called with each outcome that is still true
        self.configured = asyncio.Event()
        self._worker = ThreadPoolExecutor(1, "linter")
        for name in features.names():
            import_module(f"{features.__name__}.{name}").register(self)

    @property
    def root(self) -> str:
        """The folder of the workspace; without one, where the server was started."""
        folders = list(self.workspace.folders.values())
        uri = folders[0].uri if folders else self.workspace.root_uri
        return (to_fs_path(uri) if uri else None) or os.getcwd()

    def prefer(self, preferences: Preferences) -> None:
        """Take over the editor's settings and lint everything by them."""
        if (preferences, self.root) != (self.desk.preferences, self.desk.root):
            self.desk = Desk(preferences, self.root)
        self.configured.set()
        self.checker.renew()

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
        for listener in self.listeners:
            listener(outcome)
