"""The language server: ``lintnews lsp`` speaks LSP over standard input and output.

The event loop only keeps the drafts and answers; everything that reads rules or lints runs in one worker thread, so that
typing never waits and the linter is never used by two at once. One thing an editor can ask for is one file of
``features``, found by walking that folder.
"""
