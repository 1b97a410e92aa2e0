"""From the paths of the command line to the files to lint."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from lintnews import read
from lintnews.config import Settings, matches
from lintnews.errors import LintnewsError
from lintnews.model import Result
from lintnews.named import NamedTuple
from lintnews.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from lintnews.fingerprint import Entry

STDIN = "-"
UNNAMED = "<stdin>"  # what standard input is called unless the user names it
_HIDDEN = (".", "~$")  # the latter: Word's mark that a document is open, named like it
_NEVER = frozenset(("node_modules", "site-packages", "venv", "__pycache__"))  # other people's copy


class Job(NamedTuple):
    """One file to lint and how."""

    path: str
    settings: Settings
    size: int = 0  # bytes
    data: bytes | None = None  # what came in on standard input; None: to be read from the path
    known: Mapping[Entry, int] | None = None  # what the baseline has of it; None: no baseline takes part
    changed: Sequence[tuple[int, int]] | None = None  # first and last of the lines that count; None: all do


class Files:
    """The files that the arguments mean, each once: named ones as given, folders walked in sorted order.

    A walk picks up the suffixes that readers claim (of records, files whose fields the settings name), passes over hidden
    and excluded files, and follows no link to a folder. A file named by the user is linted whatever it is called, unless
    it is excluded and ``force`` is set.
    """

    def __init__(self, settings_for: Callable[[str], Settings], force: bool, stdin_name: str | None = None) -> None:
        self._settings_for = settings_for  # of a folder
        self._force = force
        self._stdin_name = stdin_name
        self._suffixes: frozenset[str] = frozenset()
        self._records: frozenset[str] = frozenset()  # suffixes of files that are mostly data
        self._broken: set[str] = set()

    def of(self, paths: Iterable[str]) -> Iterator[Job | Result]:
        """A Job for each file; a Result with an error for what cannot be looked into or is configured wrongly."""
        seen: set[str] = set()
        for path in paths:
            for item in self._of_path(path):
                if isinstance(item, Result):
                    yield item
                elif item.path not in seen:
                    seen.add(item.path)
                    yield item

    def _of_path(self, path: str) -> Iterator[Job | Result]:
        if path == STDIN:
            for item in self._job(self._stdin_name or UNNAMED, self._force):
                if isinstance(item, Job):
                    data = sys.stdin.buffer.read()
                    item = item._replace(data=data, size=len(data))
                yield item
        elif os.path.isdir(path):
            self._suffixes = self._suffixes or read.suffixes(records=False)
            self._records = self._records or read.suffixes() - self._suffixes
            yield from self._walk(path.rstrip(os.sep) or path)
        else:
            yield from self._job(path, self._force)

    def _walk(self, folder: str) -> Iterator[Job | Result]:
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            yield Result(folder, None, (), f"cannot be read: {error.strerror}; check its permissions")
            return
        for entry in entries:
            if entry.name.startswith(_HIDDEN):
                continue
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in _NEVER and not self._excluded(folder, entry.path + os.sep):
                    yield from self._walk(entry.path)
            elif self._is_copy(folder, entry.path) and entry.is_file():
                yield from self._job(entry.path, True)

    def _job(self, path: str, excludable: bool) -> Iterator[Job | Result]:
        try:
            settings = self._settings_for(os.path.dirname(path))
            if not (excludable and matches(settings.exclude, path)):
                yield Job(path, settings.for_path(path), _size(path))
        except LintnewsError as error:
            yield from self.problem(error, path)

    def problem(self, error: LintnewsError, path: str) -> Iterator[Result]:
        """A Result that says what is wrong with the settings of ``path``, the first time only."""
        if str(error) not in self._broken:
            self._broken.add(str(error))
            yield Result(getattr(error, "path", "") or path, None, (), str(error))

    def _is_copy(self, folder: str, path: str) -> bool:
        """Whether a walk picks up ``path``: records, which are mostly no copy, only where settings name their fields."""
        suffix = os.path.splitext(path)[1].lower()
        if suffix not in self._records:
            return suffix in self._suffixes
        try:
            return bool(self._settings_for(folder).for_path(path).fields)
        except LintnewsError:
            return False  # said when the first file below is reached

    def _excluded(self, folder: str, path: str) -> bool:
        try:
            return matches(self._settings_for(folder).exclude, path)
        except LintnewsError:
            return False  # said when the first file below is reached


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0  # said when it is read
