"""``--across``: compares the names of all files of a run, and reports at its end where a file spells one otherwise.

Files are reported as they come. Of each only its names are kept, and those where something is found are read once more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintnews import across, read
from lintnews.cli import linters
from lintnews.cli.arguments import Arguments
from lintnews.cli.files import Job
from lintnews.cli.sieve import Sieve
from lintnews.errors import InputError, UsageError
from lintnews.linter import Linter
from lintnews.model import Document, Finding, Result

_OTHERS = ("fix", "diff", "annotate", "write_baseline")


def refuse_others(args: Arguments) -> None:
    """Raise UsageError where --across meets an option that deals with one file at a time."""
    for name in _OTHERS:
        if getattr(args, name):
            option = "--" + name.replace("_", "-")
            raise UsageError(f"{option} deals with one file at a time, --across with all of them: leave one of them out")


def lint(linter: Linter, job: Job) -> Result:
    """The task of a run with --across: the findings of one file, and its names."""
    result = linters.lint(linter, job)
    if result.document is None:
        return result
    return result._replace(names=tuple(across.uses(result.document, linter.vocabulary, result.findings)))


class Comparison:
    """Passes results on and adds, after the last, what comparing their files shows."""

    def __init__(self, made: linters.Linters) -> None:
        self._linters = made
        self._found: across.Across | None = None
        self._jobs: dict[str, Job] = {}  # of the files that findings may point at

    def after(self, results: Iterable[tuple[Job | None, Result]]) -> Iterator[tuple[Job | None, Result]]:
        """``results``, then one more Result for each file with a name that others spell otherwise, in order of path."""
        for job, result in results:
            yield job, result._replace(names=())
            if job is not None and result.names:
                self._found = self._found or across.Across(self._linters.get(job.settings).vocabulary)
                if self._found.add(job.path, result.names):
                    self._jobs[job.path] = job
        yield from self._late()

    def _late(self) -> Iterator[tuple[Job | None, Result]]:
        by_path: dict[str, list[Finding]] = {}
        for path, finding in self._found.findings() if self._found else ():
            by_path.setdefault(path, []).append(finding)
        for path, findings in sorted(by_path.items()):
            job = self._jobs[path]
            document = _document(job)
            if document is not None:
                findings.sort(key=lambda finding: finding.start)
                result = self._linters.get(job.settings).more(document, findings)
                yield job, Sieve(job._replace(known=None))(result)


def _document(job: Job) -> Document | None:
    """What the file of ``job`` says now; None when it went away meanwhile."""
    try:
        if job.data is not None:
            return read.reader_for(job.path).read(job.data, job.path, job.settings.read_options)
        with open(job.path, "rb") as file:
            return read.reader_for(job.path).read(file.read(), job.path, job.settings.read_options)
    except (OSError, InputError):
        return None
