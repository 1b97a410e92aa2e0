"""Diagnostics for all the copy of the workspace, open or not: by command, or always where the settings say so."""

from __future__ import annotations

import asyncio
import uuid
from collections import Counter

from lsprotocol import types
from pygls.uris import from_fs_path

from lintnews.decode import decode
from lintnews.errors import InputError
from lintnews.lsp.desk import Outcome
from lintnews.lsp.diagnostics import diagnostics
from lintnews.lsp.drafts import Draft, path_of
from lintnews.lsp.server import Server
from lintnews.model import SEVERITIES

COMMAND = "lintnews.lintWorkspace"


def register(server: Server) -> None:
    """Answer the command, and keep what was shown in step with what is open."""
    copy = _Copy(server)
    server.on_opened.append(copy.opened)
    server.on_closed.append(copy.closed)
    server.on_preferred.append(copy.preferred)

    @server.command(COMMAND)
    async def lint_workspace() -> None:
        await copy.lint()


class _Copy:
    """The files of the workspace that diagnostics were published for."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._shown: set[str] = set()  # URIs
        self._under_way: asyncio.Task[None] | None = None
        self._one: set[asyncio.Task[Outcome | None]] = set()

    async def lint(self) -> None:
        """Lint every file that is not open, one by one, so that typing goes before; then say what was found."""
        if self._under_way is not None:
            self._under_way.cancel()
        self._under_way = asyncio.ensure_future(self._lint())
        await asyncio.wait([self._under_way])

    def opened(self, uri: str) -> None:
        """From now on the client asks for itself: what it was told must not stay beside that."""
        if uri in self._shown and self._server.able.pulls:
            self._publish(uri, [])

    def closed(self, uri: str) -> None:
        """Show again what the file on the disk has."""
        if uri in self._shown:
            task = asyncio.ensure_future(self._file(path_of(uri)))
            self._one.add(task)  # the loop itself holds no task
            task.add_done_callback(self._one.discard)

    def preferred(self) -> None:
        """Lint anew by other settings, if the workspace is to be linted at all."""
        if self._shown or self._server.desk.preferences.workspace:
            self._under_way, before = asyncio.ensure_future(self._lint()), self._under_way
            if before is not None:
                before.cancel()

    async def _lint(self) -> None:
        server, counts = self._server, Counter[str]()
        paths = await server.at_work(lambda: list(server.copy_below(server.desk.folder_settings, server.folders)))
        uris = {from_fs_path(path) or "" for path in paths}
        for gone in self._shown - uris:
            self._publish(gone, [])
        self._shown &= uris
        token = await self._begin(len(paths))
        try:
            for number, path in enumerate(paths):
                if token and number % 20 == 0:
                    said = f"{number} of {len(paths)}"
                    there = types.WorkDoneProgressReport(message=said, percentage=100 * number // len(paths))
                    server.work_done_progress.report(token, there)
                outcome = await self._file(path)
                counts.update(finding.severity for finding in (outcome.shown if outcome else ()))
        finally:
            found = [f"{counts[level]} {level}" for level in reversed(SEVERITIES) if counts[level]]
            if token:
                server.work_done_progress.end(token, types.WorkDoneProgressEnd(message=", ".join(found) or "nothing found"))

    async def _begin(self, total: int) -> str:
        window = self._server.client_capabilities.window
        if not total or window is None or not window.work_done_progress:
            return ""
        token = str(uuid.uuid4())
        await self._server.work_done_progress.create_async(token)
        self._server.work_done_progress.begin(token, types.WorkDoneProgressBegin("lintnews", percentage=0))
        return token

    async def _file(self, path: str) -> Outcome | None:
        """Lint a file of the disk and show what is found; one that is open is left to itself, one that is no text alone."""
        uri = from_fs_path(path) or ""
        self._shown.add(uri)
        if uri in self._server.drafts:
            return await self._server.checker.outcome(uri)
        outcome = await self._server.at_work(self._read_and_check, uri, path)
        if outcome is not None and uri not in self._server.drafts:
            self._publish(uri, diagnostics(outcome, self._server.able))
        return outcome

    def _read_and_check(self, uri: str, path: str) -> Outcome | None:
        try:
            with open(path, "rb") as file:
                text = decode(file.read(), path).text
        except (OSError, InputError):
            return None  # gone meanwhile, or a container such as docx, which an editor of text cannot show
        return self._server.desk.check(Draft(uri, text, counting=self._server.counting))

    def _publish(self, uri: str, found: list[types.Diagnostic]) -> None:
        self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found))
