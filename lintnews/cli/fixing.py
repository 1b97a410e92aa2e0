"""``--fix`` and ``--diff``: corrections as a task for each file, and what the command line shows of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from lintnews.cli import linters
from lintnews.cli.arguments import Arguments, Parser
from lintnews.cli.files import STDIN, Job
from lintnews.errors import FixError, UsageError
from lintnews.linter import Linter
from lintnews.model import Result
from lintnews.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from lintnews.correct import Correction


def add_options(parser: Parser) -> None:
    """Add the options about corrections."""
    add = parser.add_argument
    add("--fix", action="store_true", help="correct what is certain; standard input is corrected to standard output")
    add("--unsafe-fixes", action="store_true", help="with --fix or --diff: also what a person should look at")
    add("--diff", action="store_true", help="show what --fix would change, and change nothing")


def task(args: Arguments) -> Callable[[Linter, Job], Result] | None:
    """What to do with each file in place of linting it; None when nothing is to be corrected. Raises UsageError."""
    if args.unsafe_fixes and not (args.fix or args.diff):
        raise UsageError("--unsafe-fixes says how far --fix or --diff may go; add one of them")
    if args.diff and args.write_baseline:
        raise UsageError("--diff changes nothing and so writes no baseline; leave one of them out")
    if not (args.fix or args.diff):
        return None
    return partial(_corrected, _show if args.diff else _write, args.unsafe_fixes)


def reports_aside(args: Arguments) -> bool:
    """Whether standard output is for corrected copy, so that the report has to go to standard error."""
    return args.fix and not args.diff and STDIN in args.paths


def passed_on(results: Iterable[Result]) -> Iterator[Result]:
    """``results``, their ``output`` written to standard output on the way."""
    for result in results:
        if result.output:
            sys.stdout.flush()
            sys.stdout.buffer.write(result.output)
            sys.stdout.buffer.flush()
        yield result


def show(results: Iterable[Result], quiet: bool) -> int:
    """Write the diffs of ``results`` to standard output and a summary to standard error; 1 when anything would change."""
    made = files = 0
    for result in passed_on(results):
        made += result.fixed
        files += bool(result.fixed)
    if not quiet:
        print(f"would make {_count(made, 'correction')} in {_count(files, 'file')}", file=sys.stderr)
    return int(made > 0)


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _corrected(finish: Callable[[Job, bytes, Correction], Result], unsafe: bool, linter: Linter, job: Job) -> Result:
    """Correct one file in memory and ``finish`` it; what cannot be corrected is linted as it stands."""
    from lintnews.cli.sieve import Sieve
    from lintnews.correct import correct

    data = linter.bytes_of(job.path) if job.data is None else job.data
    if isinstance(data, Result):
        return data
    try:
        if linter.lexicon.left_out:  # a desk may have said there what is not to be corrected
            raise FixError("not corrected: first mend the rules file that cannot be used", job.path)
        return finish(job, data, correct(linter, data, job.path, unsafe, Sieve(job)))
    except FixError as error:
        if finish is _show:
            return Result(job.path, None, (), str(error))
        return linters.lint(linter, job._replace(data=data))._replace(error=str(error), output=job.data or b"")


def _write(job: Job, data: bytes, correction: Correction) -> Result:
    """Put the corrected bytes in the place of ``data``; those of standard input go to ``Result.output``."""
    from lintnews.fix import write

    if job.data is not None:
        return correction.result._replace(fixed=correction.made, output=correction.data)
    if correction.data != data:
        write.replace(job.path, data, correction.data)
    return correction.result._replace(fixed=correction.made)


def _show(job: Job, data: bytes, correction: Correction) -> Result:
    """The diff that correcting would make, as ``Result.output``."""
    from lintnews.fix.diff import unified

    before, after = correction.before.document, correction.result.document
    if before is None or after is None:
        return correction.result
    diff = unified(job.path, before.text, after.text)
    output = diff.encode("utf-8", "surrogatepass")
    return Result(job.path, after, (), correction.result.error, fixed=correction.made, output=output)
