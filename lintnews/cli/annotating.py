"""``--annotate``: a copy of one Word document, with the findings as comments in its margin."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Sequence

from lintnews import read
from lintnews.cli.files import STDIN, Job
from lintnews.errors import UsageError
from lintnews.model import Document, Result

_FORMAT = "docx"


def annotated(
    results: Iterable[tuple[Job | None, Result]], paths: Sequence[str], target: str
) -> Iterator[tuple[Job | None, Result]]:
    """``results``, and on the way the annotated copy of the one document among them, written to ``target``.

    Raises UsageError when there are several ``paths``, when what they name was passed over or is no Word document, or when
    ``target`` is the document itself or cannot be written.
    """
    if len(paths) != 1 or os.path.isdir(paths[0]):
        raise UsageError(f"--annotate {target}: takes one Word document; call it once for each")
    if paths[0] != STDIN and os.path.realpath(paths[0]) == os.path.realpath(target):
        raise UsageError(f"--annotate {target}: is the document itself; name another file for the copy")
    said = False  # why nothing is written, in the report
    written = False
    for job, result in results:
        said |= bool(result.error)
        if job is not None and result.document is not None:
            _write(target, _commented(job, result, result.document, target))
            written = True
        yield job, result
    if not (written or said):
        raise UsageError(f"--annotate {target}: {paths[0]} was passed over (--exclude, --diff-base): nothing was written")


def _commented(job: Job, result: Result, document: Document, target: str) -> bytes:
    if document.format != _FORMAT:
        raise UsageError(f"--annotate {target}: {job.path} is no Word document; --format html makes a page of any copy")
    from lintnews.fix.annotate import annotate

    data = result.output or (_content(job.path) if job.data is None else job.data)  # output: corrected standard input
    if not result.findings:  # then the document may have come without its text (linters)
        return data
    if read.reader_for(job.path).read(data, job.path).text != document.text:
        raise UsageError(f"--annotate {target}: {job.path} changed while it was linted; run it again")
    return annotate(data, result.findings)


def _content(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _write(target: str, data: bytes) -> None:
    """Put ``data`` at ``target`` in one step: who opens it sees the old file or the new one."""
    prepared = f"{target}.{os.getpid()}.lintnews"
    try:
        with open(prepared, "xb") as file:
            file.write(data)
        os.replace(prepared, target)
    except OSError as error:
        with contextlib.suppress(OSError):
            os.unlink(prepared)
        raise UsageError(f"--annotate {target}: cannot be written: {error.strerror}; check the folder") from None
