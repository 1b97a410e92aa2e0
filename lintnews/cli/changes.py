"""``--diff-base REV``: the lines that changed in git since the branch left REV.

What is compared is the working tree, as it is linted, with the merge base of REV and HEAD. A file that git does not track
is new from end to end; so is a changed file in which git knows no lines (docx, UTF-16).
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lintnews.cli.files import Job
from lintnews.errors import UsageError
from lintnews.model import Result

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_LETTERS = dict(zip(b"abtnvfr", b"\a\b\t\n\v\f\r", strict=True))
_DIFF = "--no-color --no-ext-diff --no-textconv --no-relative --find-renames --ignore-submodules=all".split()
# What a hook or the user's shell may have set for another repository, or for people's eyes.
_UNSET = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_DIFF_OPTS", "GIT_EXTERNAL_DIFF")


class Lines(NamedTuple):
    """Lines ``first`` to ``last``, from 1 and both included; a line ends with LF, as git counts."""

    first: int
    last: int


Changed = Sequence[Lines] | None  # of one file; None: all of it


class Changes:
    """What changed since ``revision``, in whatever repositories the files are in; each is asked once.

    Standard input is taken for new from end to end: git knows nothing of it.
    """

    def __init__(self, revision: str) -> None:
        self._revision = revision
        self._roots: dict[str, str] = {}  # folder -> the top of its repository, "" if it is in none
        self._known: dict[str, _Repository] = {}

    def only(self, jobs: Iterable[Job | Result]) -> Iterator[Job | Result]:
        """``jobs`` with the lines that changed, without the files that did not. Raises UsageError when git cannot say."""
        for job in jobs:
            if isinstance(job, Result) or job.data is not None:
                yield job
                continue
            changed = self._of(job.path)
            if changed is None or changed:
                yield job._replace(changed=changed)

    def _of(self, path: str) -> Changed:
        path = os.path.realpath(path)
        root = self._root(os.path.dirname(path))
        if not root:
            raise UsageError(f"--diff-base {self._revision}: {path} is in no git repository")
        if root not in self._known:
            self._known[root] = _Repository(root, self._revision)
        return self._known[root].changed(os.path.relpath(path, root).replace(os.sep, "/"))

    def _root(self, folder: str) -> str:
        if folder not in self._roots:
            parent = os.path.dirname(folder)
            here = os.path.lexists(os.path.join(folder, ".git"))  # a file in a worktree or a submodule
            self._roots[folder] = folder if here else self._root(parent) if parent != folder else ""
        return self._roots[folder]


class _Repository:
    """The changes of one repository. Raises UsageError when it does not know the revision."""

    def __init__(self, root: str, revision: str) -> None:
        self._root, self._revision = root, revision
        base = self._base()
        self._tracked = frozenset(self._git("ls-files", "-z").split(b"\0"))
        self._whole = frozenset(_without_lines(self._git("diff", "--numstat", "-z", *_DIFF, base, "--")))
        prefixes = ("--src-prefix=a/", "--dst-prefix=b/", "--inter-hunk-context=0")
        self._lines = dict(hunks(self._git("-c", "core.quotePath=false", "diff", "-U0", *prefixes, *_DIFF, base, "--")))

    def changed(self, name: str) -> Changed:
        """What changed of the file called ``name`` from the top of the repository."""
        key = os.fsencode(name)
        return None if key in self._whole or key not in self._tracked else self._lines.get(key, ())

    def _base(self) -> str:
        known = not self._revision.startswith("-") and self._git(
            "rev-parse", "--verify", "--quiet", f"{self._revision}^{{commit}}", fails=1
        )
        if not known:
            raise self._error(f"no such revision in {self._root}; is it fetched?")
        base = self._git("merge-base", os.fsdecode(known.strip()), "HEAD", fails=1)
        if not base:
            raise self._error(f"it has no commit in common with HEAD in {self._root}; in a shallow clone, fetch more history")
        return os.fsdecode(base.split()[0])

    def _git(self, *args: str, fails: int = 0) -> bytes:
        """What git prints; nothing when it exits with ``fails``. Raises UsageError with what it says otherwise."""
        env = {name: value for name, value in os.environ.items() if name not in _UNSET}
        env |= {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
        try:
            run = subprocess.run(["git", "-C", self._root, *args], capture_output=True, env=env, check=False)
        except OSError as error:
            raise self._error(f"git cannot be run: {error.strerror or error}") from None
        if run.returncode and run.returncode != fails:
            said = os.fsdecode(run.stderr).strip().removeprefix("fatal: ").partition("\n")[0]
            raise self._error(f"git cannot say what changed in {self._root}: {said or f'exit status {run.returncode}'}")
        return run.stdout if run.returncode == 0 else b""

    def _error(self, message: str) -> UsageError:
        return UsageError(f"--diff-base {self._revision}: {message}")


def _without_lines(numstat: bytes) -> Iterator[bytes]:
    """The changed files in which git counts no lines, from ``git diff --numstat -z``."""
    fields = iter(numstat.split(b"\0"))
    for field in fields:
        if field:
            added, _, name = field.split(b"\t", 2)
            if not name:  # renamed: the old name and the new one follow
                next(fields)
                name = next(fields)
            if added == b"-":
                yield name


def hunks(patch: bytes) -> Iterator[tuple[bytes, list[Lines]]]:
    """Each file of a patch without context (``git diff -U0``) and the lines it has been given, in order."""
    name, lines, inside = b"", list[Lines](), 0
    for line in patch.split(b"\n"):
        if inside:
            inside -= not line.startswith(b"\\")  # "\ No newline at end of file" is no line of either side
        elif line.startswith(b"diff --git "):
            if name:
                yield name, lines
            name, lines = b"", []
        elif line.startswith(b"+++ "):
            name = _name(line[4:].removesuffix(b"\t"))
        elif hunk := _HUNK.match(line):
            removed, first, added = int(hunk[1] or b"1"), int(hunk[2]), int(hunk[3] or b"1")
            inside = removed + added
            if added:
                lines.append(Lines(first, first + added - 1))
    if name:
        yield name, lines


def _name(quoted: bytes) -> bytes:
    """The name of a file as a patch writes it, without its prefix; b"" for /dev/null."""
    if quoted.startswith(b'"'):
        quoted = _ESCAPE.sub(_unescaped, quoted[1:-1])
    return quoted.removeprefix(b"b/") if quoted != b"/dev/null" else b""


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8)]) if len(code) == 3 else bytes([_LETTERS.get(code[0], code[0])])
