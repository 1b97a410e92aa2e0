"""Commands that teach the desk's own files: accept a form in the glossary, ignore a rule in the configuration."""

from __future__ import annotations

import os
from typing import NamedTuple

from lsprotocol import types
from pygls.uris import from_fs_path

from lintnews import glossary
from lintnews.config import NAME, SHARED_NAME
from lintnews.errors import LintnewsError, UsageError
from lintnews.fix.write import replace
from lintnews.lsp.desk import Desk
from lintnews.lsp.drafts import path_of
from lintnews.lsp.entries import entry_of
from lintnews.lsp.server import Server

ACCEPT = "lintnews.accept"
IGNORE = "lintnews.ignoreRule"
_GLOSSARY = "desk.toml"  # what a desk's first glossary is called, as by `lintnews init`


class Change(NamedTuple):
    """A file's new text; ``old`` is None where there is no file yet."""

    path: str
    old: str | None
    new: str


def register(server: Server) -> None:
    """Answer the commands that code actions name."""

    @server.command(ACCEPT)
    async def accept(uri: str, rule: str, form: str) -> None:
        try:
            changes = await server.at_work(accepting, server.desk, path_of(uri), rule, form)
        except LintnewsError as error:
            _say(server, types.MessageType.Error, str(error))
            return
        if await _write(server, changes):
            await _report(server, uri, rule, form, changes[0].path)

    @server.command(IGNORE)
    async def ignore(uri: str, rule: str) -> None:
        try:
            change = await server.at_work(ignoring, server.desk, path_of(uri), rule)
        except LintnewsError as error:
            _say(server, types.MessageType.Error, str(error))
            return
        if await _write(server, [change]):
            _say(server, types.MessageType.Info, f"{rule} is ignored now: {change.path}")


def accepting(desk: Desk, path: str, rule: str, form: str) -> list[Change]:
    """What to write so that ``rule`` no longer flags ``form``: the glossary, and the configuration if it must name it.

    ``path`` is the draft's. Raises LintnewsError when a file is not as it should be.
    """
    linter = desk.linter(path)
    if linter is None:
        raise UsageError("the rules cannot be used as they stand; mend them first")
    settings = desk.settings(path)
    target = settings.glossary[-1] if settings.glossary else _beside(desk, settings.path, _GLOSSARY)
    old = _text(target)
    entry = entry_of(linter.lexicon, rule)
    if entry is None:
        new = glossary.with_word(old or "", form, f"Accepted in {os.path.basename(path)}.")
    else:
        new = glossary.with_form(old or "", form, rule.partition("/")[0], glossary.block(entry.path, entry.line))
    glossary.check(new, target)
    changes = [Change(target, old, new)]
    if not settings.glossary:
        changes.append(_setting(desk, settings.path, "glossary", _GLOSSARY))
    return changes


def ignoring(desk: Desk, path: str, rule: str) -> Change:
    """What to write so that ``rule`` is silent for all files of the configuration. Raises LintnewsError."""
    return _setting(desk, desk.settings(path).path, "ignore", rule)


def _setting(desk: Desk, configuration: str, key: str, value: str) -> Change:
    path = configuration or _beside(desk, "", NAME)
    old = _text(path)
    return Change(path, old, glossary.with_setting(old or "", key, value, os.path.basename(path) == SHARED_NAME))


def _beside(desk: Desk, configuration: str, name: str) -> str:
    return os.path.join(os.path.dirname(configuration) or desk.root, name)


def _text(path: str) -> str | None:
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from None


async def _write(server: Server, changes: list[Change]) -> bool:
    """Write the files and lint everything by them; a file that is open is changed in the editor. Whether it went well."""
    for change in changes:
        uri = from_fs_path(change.path) or ""
        try:
            if uri in server.drafts:
                await _edit(server, uri, change)
            else:
                await server.at_work(_save, change)
        except LintnewsError as error:
            _say(server, types.MessageType.Error, str(error))
            return False
    server.renew()
    return True


async def _edit(server: Server, uri: str, change: Change) -> None:
    draft = server.drafts[uri]
    if draft.text != change.old:
        raise UsageError(f"{change.path} has changes that are not saved; save it and try again")
    edit = types.WorkspaceEdit(changes={uri: [types.TextEdit(draft.range(0, len(draft.text)), change.new)]})
    await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, "lintnews"))


def _save(change: Change) -> None:
    if _text(change.path) != change.old:
        raise UsageError(f"{change.path} has changed meanwhile; try again")
    try:
        if change.old is None:
            with open(change.path, "x", encoding="utf-8", newline="") as file:
                file.write(change.new)
        else:
            replace(change.path, change.old.encode(), change.new.encode())
    except OSError as error:
        raise UsageError(f"{change.path} cannot be written: {error.strerror or error}") from None


async def _report(server: Server, uri: str, rule: str, form: str, path: str) -> None:
    outcome = await server.checker.outcome(uri)
    still = outcome is not None and any(
        finding.rule == rule and outcome.draft.text[finding.start : finding.end] == form for finding in outcome.shown
    )
    text = f"“{form}” is in {path} now"
    if still:
        _say(server, types.MessageType.Warning, f"{text}, but {rule} flags more than these words; ignore the rule instead")
    else:
        _say(server, types.MessageType.Info, text)


def _say(server: Server, kind: types.MessageType, text: str) -> None:
    server.window_show_message(types.ShowMessageParams(kind, f"lintnews: {text}"))
