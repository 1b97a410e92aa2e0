"""How documents get here: pygls's protocol with our own copies of the texts.

pygls would keep the texts too, but ends a line at every character that Python's ``splitlines`` knows (a form feed, U+2028),
while LSP knows three line breaks: one such character, and every later edit would land in the wrong line.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol, lsp_method

from lintnews.lsp.drafts import Draft

if TYPE_CHECKING:
    from lintnews.lsp.server import Server

Steps = Generator[Any, Any, None]


class Protocol(LanguageServerProtocol):
    """Keeps ``drafts`` of the server up to date before anyone else hears of a change."""

    _server: Server

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Steps:
        """Take in a document."""
        item = params.text_document
        self._server.drafts[item.uri] = Draft(item.uri, item.text, item.version, item.language_id, self._server.counting)
        yield from self._tell(types.TEXT_DOCUMENT_DID_OPEN, params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Steps:
        """Take in the edits of a document; those of one that was never opened are dropped."""
        item = params.text_document
        if item.uri in self._server.drafts:
            self._server.drafts[item.uri] = self._server.drafts[item.uri].changed(params.content_changes, item.version)
            yield from self._tell(types.TEXT_DOCUMENT_DID_CHANGE, params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> Steps:
        """Forget a document."""
        self._server.drafts.pop(params.text_document.uri, None)
        yield from self._tell(types.TEXT_DOCUMENT_DID_CLOSE, params)

    def _tell(self, method: str, params: object) -> Steps:
        handler = self.fm.features.get(method)
        if handler is not None:
            yield handler, (params,), None
