"""The linter of a worker process: for the settings of the desk and those a request wishes for, with rules kept fresh."""

from __future__ import annotations

import contextlib
import os

from lintnews.config import Settings
from lintnews.errors import LintnewsError
from lintnews.linter import Linter
from lintnews.model import Result
from lintnews.read import plain
from lintnews.relint import Relinter
from lintnews.server.lookup import Lookup
from lintnews.server.options import Options
from lintnews.view import View

_KEPT = 8  # linters for wishes other than the desk's own: the latest
# Something of everything, for what is loaded at first use: entries, cues, corrections, the guesser of languages.
_WARMING = """Partisans in occupied Luhansk said on Monday that GUR and the SZRU were in Kiev.

The army caused a blow to the qwertzuiop near Skhidny; podpiski, he sayd, 2C7 Peony.

Es ist noch nicht klar, wann die Verhandlungen zwischen den beiden Ländern wieder beginnen werden.
"""


class Engine:
    """The linter of one process. Raises LintnewsError when its rules cannot be loaded.

    The rules are loaded anew when a glossary's file changes; while one of them is wrong, the last good state stays.
    """

    def __init__(self, settings: Settings, options: Options) -> None:
        self.settings, self.options = settings, options
        self._stamp = self._look()
        self._load()

    def refresh(self) -> None:
        """Load the rules anew when a glossary has changed."""
        stamp = self._look()
        if stamp != self._stamp:
            self._stamp = stamp
            with contextlib.suppress(LintnewsError):
                self._load()

    def lint(self, view: View, wishes: Settings | None = None) -> Result:
        """Lint the document of ``view`` as the desk does, or as ``wishes`` says."""
        if wishes is None or wishes == self.settings:
            return self._relinter.lint_view(view)
        return self._relinter_for(wishes).lint_view(view)

    def _relinter_for(self, wishes: Settings) -> Relinter:
        key = str(wishes)
        made = self._others.pop(key, None) or Relinter(Linter(wishes, self.linter.lexicon))
        self._others[key] = made  # the latest stands last
        while len(self._others) > _KEPT:
            del self._others[next(iter(self._others))]
        return made

    def _load(self) -> None:
        self.linter = Linter(self.settings)
        self._relinter = Relinter(self.linter)
        self.lookup = Lookup(self.linter, self.options.glossary)
        self._others: dict[str, Relinter] = {}
        self.lint(View(plain.read(_WARMING.encode(), "draft.txt")))  # the first draft pays for tables that are opened when needed

    def _look(self) -> list[tuple[int, int]]:
        """When each of the desk's glossaries was written, and how long it is."""
        found = []
        for path in self.settings.glossary:
            with contextlib.suppress(OSError):
                status = os.stat(path)
                found.append((status.st_mtime_ns, status.st_size))
        return found
