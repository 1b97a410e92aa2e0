"""A text editor as the language server sees one, for tests: a process of the server, and what it said."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any, Union

from cattrs import Converter
from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import register_lsp_features

from lintnews.lsp.drafts import Draft

PATIENCE = 30.0  # seconds until something that must come is missed


class Editor:
    """Drives ``client``; the documents it opens are those of the folder ``root``."""

    def __init__(self, client: LanguageClient, root: Path) -> None:
        self.client, self.root = client, root
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.published: dict[str, types.PublishDiagnosticsParams] = {}
        self.count = 0  # of publications

    def uri(self, name: str) -> str:
        return (self.root / name).as_uri()

    def open(self, name: str, text: str, language: str = "plaintext") -> str:
        uri = self.uri(name)
        self.texts[uri], self.versions[uri] = text, 1
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text))
        )
        return uri

    def change(self, uri: str, *changes: types.TextDocumentContentChangeEvent) -> None:
        self.versions[uri] += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.versions[uri], uri), list(changes)
            )
        )

    def replace(self, uri: str, text: str) -> None:
        """Replace the whole text."""
        self.texts[uri] = text
        self.change(uri, types.TextDocumentContentChangeWholeDocument(text))

    async def diagnostics(self, uri: str) -> list[types.Diagnostic]:
        """What the server says of the present state of the document, once it says it."""
        async with asyncio.timeout(PATIENCE):
            while uri not in self.published or self.published[uri].version != self.versions.get(uri):
                await asyncio.sleep(0.01)
        return list(self.published[uri].diagnostics)

    async def rules(self, uri: str) -> list[object]:
        return [diagnostic.code for diagnostic in await self.diagnostics(uri)]

    async def until(self, condition: Any) -> None:
        async with asyncio.timeout(PATIENCE):
            while not condition():
                await asyncio.sleep(0.01)

    async def actions(self, uri: str, words: str, only: list[types.CodeActionKind | str] | None = None) -> list[types.CodeAction]:
        """What can be done where ``words`` stand."""
        start = self.texts[uri].index(words)
        draft = Draft(uri, self.texts[uri])
        asked = types.CodeActionParams(
            types.TextDocumentIdentifier(uri), draft.range(start, start + 1), types.CodeActionContext([], only)
        )
        return list(await self.client.text_document_code_action_async(asked) or [])

    def apply(self, uri: str, edit: types.WorkspaceEdit) -> str:
        """Make the edit in the document, tell the server and give the new text."""
        draft = Draft(uri, self.texts[uri])
        if edit.document_changes is not None:
            (change,) = edit.document_changes
            assert isinstance(change, types.TextDocumentEdit)
            assert change.text_document.version == self.versions[uri]
            edits = change.edits
        else:
            assert edit.changes is not None
            edits = edit.changes[uri]
        spans = sorted(((draft.span(one.range), one.new_text) for one in edits), reverse=True)
        text = draft.text
        for (start, end), new in spans:
            text = text[:start] + new + text[end:]
        self.replace(uri, text)
        return text

    def marked(self, uri: str, there: types.Range) -> str:
        """The text in a range, counted in UTF-16 as LSP has it by default."""
        lines = self.texts[uri].split("\n")
        assert there.start.line == there.end.line
        line = lines[there.start.line].encode("utf-16-le")
        return line[2 * there.start.character : 2 * there.end.character].decode("utf-16-le")


def _converter() -> Converter:
    """As the library has it, but that a code action with a command is one, and no command."""
    converter = default_converter()

    def made(value: Any, _: object) -> types.Command | types.CodeAction:
        return converter.structure(value, types.Command if isinstance(value.get("command"), str) else types.CodeAction)

    converter.register_structure_hook(types.Command | types.CodeAction, made)
    converter.register_structure_hook(Union[types.Command, types.CodeAction], made)  # noqa: UP007 - another key to cattrs
    return converter


def asking() -> types.ClientCapabilities:
    """What a client can do that asks for diagnostics, as today's VS Code does."""
    able = client_capabilities("visual-studio-code")
    assert able.text_document is not None
    assert able.workspace is not None
    able.text_document.diagnostic = types.DiagnosticClientCapabilities()
    able.workspace.diagnostics = types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
    return able


@contextlib.asynccontextmanager
async def editing(
    environment: Mapping[str, str],
    root: Path,
    capabilities: types.ClientCapabilities | None = None,
    options: object = None,
    configuration: dict[str, Any] | None = None,
) -> AsyncIterator[Editor]:
    """An editor with the folder ``root`` open; ``configuration`` is what it answers when asked for settings."""
    client = LanguageClient(converter_factory=_converter)
    register_lsp_features(client)
    editor = Editor(client, root)

    def publish(params: types.PublishDiagnosticsParams) -> None:
        editor.published[params.uri] = params
        editor.count += 1

    client.protocol.fm.features.pop(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(publish)
    client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda params: None)
    if configuration is not None:
        client.set_configuration({"lintnews": configuration})
    await client.start_io(sys.executable, "-m", "lintnews", "lsp", "--stdio", env=environment, cwd=root)
    able = capabilities or client_capabilities("visual-studio-code")
    await client.initialize_session(
        types.InitializeParams(
            able, root_uri=root.as_uri(), workspace_folders=[types.WorkspaceFolder(root.as_uri(), root.name)],
            initialization_options=options,
        )
    )  # fmt: skip
    try:
        yield editor
    finally:
        await asyncio.wait_for(client.shutdown_session(), PATIENCE)
