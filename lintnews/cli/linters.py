"""Linters for the settings that turn up, and what they make of a job."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from lintnews.cli.files import Job
from lintnews.config import Settings
from lintnews.errors import ConfigError, LintnewsError
from lintnews.lexicon.lexicon import open_lexicon
from lintnews.linter import Linter, Spread
from lintnews.model import KINDS, Result

Task = Callable[[Linter, Job], Result]  # what is done with each file; it travels to other processes


class Linters:
    """One Linter for each distinct Settings; those that differ only in what is reported share a lexicon.

    ``spread``, when there is one, gives what lints the parts of a long document for some settings.
    """

    def __init__(self) -> None:
        self.spread: Callable[[Settings], Spread] | None = None
        self._made: list[tuple[Settings, Linter | LintnewsError]] = []

    def get(self, settings: Settings) -> Linter:
        """The Linter for ``settings``. Raises RuleError or ConfigError, the same again when asked again."""
        settings = settings._replace(exclude=(), fail_level="warning", baseline="")
        made = next((made for known, made in self._made if known == settings), None)
        if made is None:
            try:
                made = self._make(settings)
            except LintnewsError as error:
                made = error
            self._made.append((settings, made))
        if isinstance(made, LintnewsError):
            raise made
        return made

    def _make(self, settings: Settings) -> Linter:
        knowledge = (settings.glossary, settings.rules)
        twins = [
            made.lexicon
            for known, made in self._made
            if isinstance(made, Linter) and (known.glossary, known.rules) == knowledge
        ]
        linter = Linter(settings, twins[0] if twins else open_lexicon(*knowledge, strict=False))
        for name in (*settings.select, *settings.ignore, *settings.severity):
            if name not in KINDS and not linter.lexicon.left_out and not linter.explain(name):
                raise ConfigError(f"no rule {name!r}{linter.nearest(name)}", settings.path)
        if self.spread:
            linter.spread = self.spread(settings)
        return linter


def lint(linter: Linter, job: Job) -> Result:
    """The task of a plain run: the findings of one file."""
    result = linter.lint_file(job.path) if job.data is None else linter.lint_bytes(job.data, job.path)
    if job.known is None and job.changed is None:
        return result
    from lintnews.cli.sieve import Sieve  # few runs need one

    return Sieve(job)(result)


def _guarded(task: Task, linter: Linter, job: Job) -> Result:
    """Do ``task``, and take a fault of our own for a fault of this file, so that the others are linted."""
    try:
        return task(linter, job)
    except Exception as error:
        if os.environ.get("LINTNEWS_DEBUG"):
            raise
        fault = f"internal error: {type(error).__name__}: {error}; LINTNEWS_DEBUG=1 shows where"
        return Result(job.path, None, (), fault)


def results(item: Job | Result, linters: Linters, task: Task) -> Iterator[tuple[Job | None, Result]]:
    """What ``task`` gives for one job, with the job; without one what is wrong with its settings or a rules file of theirs.

    The same is wrong for the next job with these settings, and given again.
    """
    if isinstance(item, Result):
        yield None, item
        return
    try:
        linter = linters.get(item.settings)
    except LintnewsError as error:
        yield None, Result(getattr(error, "path", "") or item.path, None, (), str(error))
        return
    for wrong in linter.lexicon.left_out:
        yield None, Result(wrong.path, None, (), f"{wrong}\n    until then copy is linted without this file")
    yield item, _guarded(task, linter, item)
