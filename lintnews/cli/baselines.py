"""``--baseline`` and ``--write-baseline``: baselines of a run, from the files they stand in and back."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator

from lintnews.cli.arguments import Arguments
from lintnews.cli.files import UNNAMED, Job
from lintnews.cli.sieve import selected
from lintnews.config import Settings
from lintnews.errors import UsageError
from lintnews.fingerprint import Entry
from lintnews.judge import baseline
from lintnews.judge.baseline import Baseline
from lintnews.model import IN_BASELINE, Document, Result

DEFAULT = "lintnews-baseline.json"


class Baselines:
    """The baselines of one run, each read when the first file needs it."""

    def __init__(self, args: Arguments) -> None:
        self._args = args
        self._read: dict[str, Baseline] = {}
        self._linted: dict[str, dict[str, Counter[Entry]]] = {}  # baseline -> name of the file -> what it is to have
        self._settings: dict[str, Settings] = {}  # baseline -> settings of a file it is for

    def prepared(self, job: Job) -> Job:
        """``job`` with what its baseline knows, unless that is to be written. Raises ConfigError when it cannot be read."""
        if job.path == UNNAMED or self._args.write_baseline:
            return job
        path = self._path(job.settings)
        return job._replace(known=self._baseline(path).of(job.path))

    def noted(self, job: Job, result: Result) -> Result:
        """``result``, whose findings go into the baseline if one is to be written."""
        if job.path == UNNAMED or result.document is None:
            return result
        if self._args.write_baseline:
            return self._recorded(job, result, result.document)
        if job.known is not None:
            self._linted.setdefault(self._path(job.settings), {})
        return result._replace(expired=0) if self._args.min_confidence else result

    def _recorded(self, job: Job, result: Result, document: Document) -> Result:
        path = self._path(job.settings)
        known = self._baseline(path)
        entries = Counter(entry for _, entry in baseline.entries_of(document, result.findings))
        unseen = {entry: count for entry, count in known.of(job.path).items() if not selected(entry.rule, job.settings)}
        self._settings.setdefault(path, job.settings)
        self._linted.setdefault(path, {})[known.name_of(job.path)] = entries | Counter(unseen)
        return result._replace(findings=tuple(f._replace(set_aside=f.set_aside or IN_BASELINE) for f in result.findings))

    def finish(self) -> Iterator[Result]:
        """To be called when everything is linted: writes what is to be written; says which files are gone."""
        for path, linted in self._linted.items():
            if self._args.write_baseline:
                self._write(path, linted)
            else:
                gone = self._read[path].gone()
                yield from (Result(name, None, expired=count) for name, count in gone)

    def _path(self, settings: Settings) -> str:
        beside = os.path.join(os.path.dirname(settings.path), DEFAULT)
        return str(self._args.baseline or settings.baseline or beside)

    def _baseline(self, path: str) -> Baseline:
        if path not in self._read:
            new = self._args.write_baseline and not os.path.lexists(path)
            self._read[path] = Baseline(os.path.dirname(path)) if new else baseline.load(path)
        return self._read[path]

    def _write(self, path: str, linted: dict[str, Counter[Entry]]) -> None:
        known = self._read[path]
        gone = {known.name_of(name) for name, _ in known.gone()}
        kept = {name: entries for name, entries in known.files.items() if name not in gone}
        made = Baseline(known.folder, kept | linted)
        _replace(path, baseline.render(made))
        if not self._args.quiet:
            count = sum(entries.total() for entries in made.files.values())
            findings = "1 finding" if count == 1 else f"{count} findings"
            print(f"lintnews: {_short(path)} has {findings} now{self._hint(path)}", file=sys.stderr)

    def _hint(self, path: str) -> str:
        settings = self._settings[path]
        if self._args.baseline or settings.baseline:
            return ""
        return f'; `baseline = "{os.path.basename(path)}"` in {_short(settings.path) or "lintnews.toml"} makes it count'


def _replace(path: str, text: str) -> None:
    """Write the file at ``path`` whole or not at all. Raises UsageError."""
    target = os.path.realpath(path)  # a link stays one
    new = f"{target}.{os.getpid()}.new"
    try:
        try:
            with open(new, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                file.write(text)
            os.replace(new, target)
        finally:
            if os.path.lexists(new):
                os.unlink(new)
    except OSError as error:
        raise UsageError(f"the baseline {_short(path)} cannot be written: {error.strerror}") from None


def _short(path: str) -> str:
    return path.removeprefix(os.path.join(os.getcwd(), ""))
