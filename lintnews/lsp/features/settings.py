"""The editor's settings, and files whose change means linting anew."""

from __future__ import annotations

import os

from lsprotocol import types

from lintnews.lsp.diagnostics import Abilities
from lintnews.lsp.preferences import SECTION, parse
from lintnews.lsp.server import Server


def register(server: Server) -> None:
    """Take the settings from wherever the client has them: at the start, when asked, when they change."""

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.able = Abilities(params.capabilities)
        server.initial = params.initialization_options

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        await _watch(server)
        await _ask(server, server.initial)

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def configuration(params: types.DidChangeConfigurationParams) -> None:
        await _ask(server, params.settings or server.initial)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files(params: types.DidChangeWatchedFilesParams) -> None:
        server.renew()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        if os.path.splitext(params.text_document.uri)[1].lower() == ".toml":
            server.renew()


async def _ask(server: Server, fallback: object) -> None:
    """Use what the client answers when asked for our section; what it sent by itself when it cannot be asked."""
    settings = fallback
    workspace = server.client_capabilities.workspace
    if workspace is not None and workspace.configuration:
        wanted = types.ConfigurationParams([types.ConfigurationItem(section=SECTION)])
        answers = await server.workspace_configuration_async(wanted)
        settings = answers[0] if answers and answers[0] else fallback
    preferences, problems = parse(settings)
    for problem in problems:
        server.window_show_message(types.ShowMessageParams(types.MessageType.Warning, f"lintnews: {problem}"))
    server.prefer(preferences)


async def _watch(server: Server) -> None:
    workspace = server.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching is None or not watching.dynamic_registration:
        return
    patterns = ("**/*.toml", "**/*baseline*.json")  # configuration, glossaries and baselines; others change nothing
    watchers = [types.FileSystemWatcher(pattern) for pattern in patterns]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    registration = types.Registration("lintnews-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    await server.client_register_capability_async(types.RegistrationParams([registration]))
