"""Paths as the URIs that reports for programs name files by."""

from __future__ import annotations

import os
from urllib.parse import quote


def uri(path: str) -> tuple[str, bool]:
    """The URI of the file at ``path``, and whether it is relative to the folder that the run was started in.

    A path above or beside that folder gives an absolute URI. Bytes of a name that are no text keep their values.
    """
    shown = path
    if os.path.isabs(path) or ".." in path.split(os.sep):
        try:
            shown = os.path.relpath(path)
        except ValueError:  # another drive
            shown = os.pardir
    shown = os.path.normpath(shown)
    if shown.split(os.sep, 1)[0] == os.pardir:
        absolute = os.path.abspath(path).replace(os.sep, "/")
        return "file://" + ("" if absolute.startswith("/") else "/") + _quoted(absolute, "/:"), False
    return _quoted(shown.replace(os.sep, "/")), True


def _quoted(path: str, safe: str = "/") -> str:
    return quote(path.encode("utf-8", "surrogateescape" if _has_bytes(path) else "surrogatepass"), safe=safe)


def _has_bytes(path: str) -> bool:
    """Whether the halves of surrogate pairs in ``path`` all stand for bytes that are no UTF-8."""
    return all("\udc80" <= letter <= "\udcff" for letter in path if "\ud800" <= letter <= "\udfff")
