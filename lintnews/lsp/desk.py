"""The linter for each draft, by the settings that hold where it stands. Used by the worker thread alone."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import count
from types import MappingProxyType
from typing import NamedTuple

from lintnews.config import NAME, SHARED_NAME, Settings, load, matches
from lintnews.errors import ConfigError, InputError, LintnewsError
from lintnews.judge import baseline
from lintnews.judge.baseline import Baseline
from lintnews.lexicon.cache import files_of
from lintnews.linter import Linter
from lintnews.lsp.drafts import Draft
from lintnews.lsp.entries import link
from lintnews.lsp.preferences import Preferences
from lintnews.model import KINDS, Finding, Result, Span
from lintnews.relint import Relinter
from lintnews.view import View

Stamp = tuple[tuple[str, int, int], ...]
_numbers = count(1)
EMPTY: Mapping[str, str] = MappingProxyType({})


class Outcome:
    """What linting one state of a draft gave.

    ``problem`` is what is wrong with the settings or rules, if anything; ``links`` says where to read about a rule;
    ``number`` is another one for each outcome.
    """

    def __init__(
        self, draft: Draft, result: Result, problem: LintnewsError | None = None, links: Mapping[str, str] = EMPTY
    ) -> None:
        self.draft, self.result, self.problem, self.links = draft, result, problem, links
        self.number = str(next(_numbers))
        self.shown = [finding for finding in result.findings if not finding.set_aside]

    @cached_property
    def view(self) -> View | None:
        """The document's words and sentences; None when it could not be read. For the worker thread: it takes a while."""
        return View(self.result.document) if self.result.document is not None else None

    def at(self, span: Span) -> list[Finding]:
        """The findings that ``span`` touches, the shortest first."""
        touched = [finding for finding in self.shown if finding.start <= span.end and span.start <= finding.end]
        return sorted(touched, key=lambda finding: finding.end - finding.start)


class _Made(NamedTuple):
    """A linter, and the settings and the state of files it was made from."""

    settings: Settings
    stamp: Stamp
    linter: Linter
    relinter: Relinter
    known: Baseline | None  # what is accepted in files as they are
    links: dict[str, str]  # rule -> where to read about it, looked up once


class Desk:
    """Settings and linters, made when first needed and again when a file they come from has changed.

    ``root`` is the workspace's folder: where a draft counts as standing that is no file yet.
    """

    def __init__(self, preferences: Preferences, root: str) -> None:
        self.preferences = preferences
        self.root = root
        self._settings: dict[str, tuple[Stamp, Settings]] = {}  # by folder
        self._made: list[_Made] = []
        self._last: dict[str, _Made] = {}  # the last good one of each folder

    def check(self, draft: Draft) -> Outcome:
        """Lint ``draft``."""
        made, problem = self._usable(draft.path)
        if made is None:
            return Outcome(draft, Result(draft.path, None), problem)
        result = _lint(made, draft)
        for rule in {finding.rule for finding in result.findings} - made.links.keys():
            made.links[rule] = link(made.linter, rule)
        return Outcome(draft, result, problem, made.links)

    def linter(self, path: str) -> Linter | None:
        """The linter for the file at ``path``; None while its settings or rules cannot be used."""
        made, _ = self._usable(path)
        return made.linter if made else None

    def settings(self, path: str) -> Settings:
        """The settings for the file at ``path``, the editor's included. Raises ConfigError."""
        return self._settings_of(self._folder(path))

    def folder_settings(self, folder: str) -> Settings:
        """The settings for the files of ``folder``, overrides still open. Raises ConfigError."""
        return self._settings_of(folder)

    def _usable(self, path: str) -> tuple[_Made | None, LintnewsError | None]:
        """What to lint with, and what is wrong: while a file is broken, its last state that was whole holds."""
        try:
            return self._for(path), None
        except LintnewsError as error:
            return self._last.get(self._folder(path)), error

    def _for(self, path: str) -> _Made:
        folder = self._folder(path)
        settings = self._settings_of(folder)
        rules = (file for folder in settings.rules for file in files_of(folder))
        stamp = _stamp([*settings.glossary, *rules, *filter(None, [settings.baseline])])
        made = next((known for known in self._made if (known.settings, known.stamp) == (settings, stamp)), None)
        if made is None:
            linter = self._linter(settings, stamp)
            known_before = baseline.load(settings.baseline) if settings.baseline else None
            made = _Made(settings, stamp, linter, Relinter(linter), known_before, {})
            self._made = [known for known in self._made if known.settings != settings] + [made]
        self._last[folder] = made
        return made

    def _folder(self, path: str) -> str:
        return os.path.dirname(path) if os.path.isabs(path) else self.root

    def _settings_of(self, folder: str) -> Settings:
        stamp = _stamp(os.path.join(above, name) for above in _upwards(folder) for name in (NAME, SHARED_NAME))
        known = self._settings.get(folder)
        if known is None or known[0] != stamp:
            found = self.preferences.over(load(folder), self.root)
            known = self._settings[folder] = stamp, found
        return known[1]

    def _linter(self, settings: Settings, stamp: Stamp) -> Linter:
        knowledge = (settings.glossary, settings.rules, stamp)
        twins = [
            made.linter.lexicon
            for made in self._made
            if (made.settings.glossary, made.settings.rules, made.stamp) == knowledge
        ]
        linter = Linter(settings, *twins[:1])
        for name in (*settings.select, *settings.ignore, *settings.severity):
            if name not in KINDS and not linter.explain(name):
                raise ConfigError(f"no rule {name!r}{linter.nearest(name)}", settings.path)
        return linter


def _lint(made: _Made, draft: Draft) -> Result:
    settings = made.settings.for_path(draft.path)
    if matches(settings.exclude, draft.path):
        return Result(draft.path, None)
    try:
        result = made.relinter.lint(draft.read(settings.read_options))
        return baseline.sift(result, made.known.of(draft.path)) if made.known and os.path.isabs(draft.path) else result
    except InputError as error:
        return Result(draft.path, None, (), str(error))
    except Exception as error:  # a fault of ours must not end the editor's session
        if os.environ.get("LINTNEWS_DEBUG"):
            raise
        return Result(draft.path, None, (), f"internal error: {type(error).__name__}: {error}; LINTNEWS_DEBUG=1 shows where")


def _upwards(folder: str) -> list[str]:
    found = [os.path.abspath(folder)]
    while (parent := os.path.dirname(found[-1])) != found[-1]:
        found.append(parent)
    return found


def _stamp(paths: Iterable[str]) -> Stamp:
    """The state of those of ``paths`` that exist: as long as it is the same, so are the files."""
    rows = []
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            continue
        rows.append((path, status.st_mtime_ns, status.st_size))
    return tuple(rows)
