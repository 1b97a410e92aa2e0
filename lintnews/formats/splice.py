"""New text at given places of an old one: everything between the places stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lintnews.formats.xml import Handler, scan


class Splice(NamedTuple):
    """Put ``text`` in the place of ``start:end``; an empty span inserts."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """``text`` with ``splices`` made, in order of place; raises ValueError when two of them overlap."""
    parts: list[str] = []
    last = 0
    for start, end, new in sorted(splices):
        if start < last:
            raise ValueError(f"two splices overlap at {start}")
        parts += (text[last:start], new)
        last = end
    return "".join([*parts, text[last:]])


def with_children(xml: str, children: str, path: str = "") -> str:
    """The XML document ``xml`` with ``children`` at the end of its root element. Raises InputError when it is not XML."""
    root = _Root()
    scan(xml, root, path)
    start, end = root.close
    if start < end:
        return spliced(xml, [Splice(start, start, children)])
    slash = xml.rindex("/", 0, end)
    return spliced(xml, [Splice(slash, end, f">{children}</{root.name}>")])


class _Root(Handler):
    """The name of the root element, and where it is closed."""

    def __init__(self) -> None:
        self.name = ""
        self.close = (0, 0)

    def opened(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        self.name = self.name or name

    def closed(self, name: str, start: int, end: int) -> None:
        self.close = (start, end)
