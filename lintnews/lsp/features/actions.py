"""What can be done about a finding: write the right term here or everywhere, ignore it, teach the glossary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from lintnews.fix.edits import edit_for, edits
from lintnews.lsp.desk import Outcome
from lintnews.lsp.diagnostics import diagnostic
from lintnews.lsp.entries import entry_of
from lintnews.lsp.features.amend import ACCEPT, IGNORE
from lintnews.lsp.remarks import remark_for
from lintnews.lsp.server import Server
from lintnews.model import REMOVE, Edit, Finding

FIX_ALL = "source.fixAll.lintnews"
_KINDS = [types.CodeActionKind.QuickFix, FIX_ALL]
_OFFERED = 4  # suggestions for one finding


def register(server: Server) -> None:
    """Answer ``textDocument/codeAction``."""

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=_KINDS))
    async def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        outcome = await server.checker.outcome(params.text_document.uri)
        if outcome is None:
            return []
        offered = await server.at_work(lambda: list(_Offer(server, outcome).all(params)))
        return [action for action in offered if _is_wanted(_name(action.kind), params.context.only)]


def _is_wanted(kind: str, only: Iterable[str] | None) -> bool:
    return only is None or any(kind == wanted or kind.startswith(f"{wanted}.") for wanted in map(_name, only))


def _name(kind: str | None) -> str:
    return str(getattr(kind, "value", kind))


class _Offer:
    """The actions for one outcome; made in the worker."""

    def __init__(self, server: Server, outcome: Outcome) -> None:
        self._server, self._outcome = server, outcome
        workspace = server.client_capabilities.workspace
        able = workspace.workspace_edit if workspace else None
        self._versioned = bool(able and able.document_changes)

    def all(self, params: types.CodeActionParams) -> Iterator[types.CodeAction]:
        findings = self._outcome.at(self._outcome.draft.span(params.range))
        for finding in findings:
            yield from self._corrections(finding)
        for finding in findings:
            if finding.kind != "suppression":
                yield from self._exceptions(finding)
        yield from self._fix_all()

    def _corrections(self, finding: Finding) -> Iterator[types.CodeAction]:
        offered = list(dict.fromkeys(suggestion or REMOVE for suggestion in finding.suggestions))[:_OFFERED]
        for rank, suggestion in enumerate(offered):
            edit = self._edit(finding, suggestion)
            if edit is not None:
                yield self._fix(_title(suggestion), finding, [edit], preferred=rank == 0)
        if not offered:
            return
        of_rule = (other for other in self._outcome.shown if other.rule == finding.rule)
        alike = [other for other in of_rule if finding.suggestions[0] in other.suggestions]
        everywhere = _apart(edit for other in alike if (edit := self._edit(other, offered[0])))
        if len(everywhere) > 1:
            yield self._fix(f"{_title(offered[0])} in all {len(everywhere)} places", finding, everywhere)

    def _exceptions(self, finding: Finding) -> Iterator[types.CodeAction]:
        outcome, uri = self._outcome, self._outcome.draft.uri
        form = outcome.draft.text[finding.start : finding.end]
        shown = " ".join(form.split())
        for title, words in (("Ignore this here", ""), (f"Ignore “{shown}” in this document", form)):
            edit = remark_for(outcome, finding, words)
            if edit is not None:
                yield self._fix(title, finding, [edit])
        linter = self._server.desk.linter(outcome.draft.path)
        entry = entry_of(linter.lexicon, finding.rule) if linter else None
        if entry is None or entry.record["shape"] == "term":
            told = f" for “{entry.record['en'][0]}”" if entry else ""
            title = f"Accept “{shown}”{told} in the glossary"
            yield self._command(title, finding, types.Command(title, ACCEPT, arguments=[uri, finding.rule, form]))
        title = f"Ignore {finding.rule} in all copy"
        yield self._command(title, finding, types.Command(title, IGNORE, arguments=[uri, finding.rule]))

    def _fix_all(self) -> Iterator[types.CodeAction]:
        view = self._outcome.view
        safe = edits(view, self._outcome.shown) if view is not None else ()
        if safe:
            title = f"Correct what is safe to correct ({len(safe)})"
            yield types.CodeAction(title, kind=FIX_ALL, edit=self._workspace_edit(safe))

    def _edit(self, finding: Finding, suggestion: str) -> Edit | None:
        view = self._outcome.view
        return edit_for(view, finding, suggestion) if view is not None else None

    def _fix(self, title: str, finding: Finding, made: Iterable[Edit], preferred: bool = False) -> types.CodeAction:
        return types.CodeAction(
            title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic(self._outcome, finding, self._server.able)],
            is_preferred=preferred or None,
            edit=self._workspace_edit(made),
        )

    def _command(self, title: str, finding: Finding, command: types.Command) -> types.CodeAction:
        shown = diagnostic(self._outcome, finding, self._server.able)
        return types.CodeAction(title, kind=types.CodeActionKind.QuickFix, diagnostics=[shown], command=command)

    def _workspace_edit(self, made: Iterable[Edit]) -> types.WorkspaceEdit:
        draft = self._outcome.draft
        changes = [types.TextEdit(draft.range(edit.start, edit.end), edit.text) for edit in made]
        if not self._versioned:
            return types.WorkspaceEdit(changes={draft.uri: changes})
        document = types.OptionalVersionedTextDocumentIdentifier(draft.uri, draft.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, changes)])


def _apart(made: Iterable[Edit]) -> list[Edit]:
    """Those of the edits that do not run into one another, in order."""
    kept: list[Edit] = []
    for edit in sorted(made):
        if not kept or kept[-1].end <= edit.start:
            kept.append(edit)
    return kept


def _title(suggestion: str) -> str:
    return "Delete it" if suggestion == REMOVE else f"Write “{suggestion}”"
