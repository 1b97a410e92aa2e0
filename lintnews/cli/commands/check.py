"""``lintnews check``: lint files and report."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from lintnews import report
from lintnews.cli import fixing, linters, running
from lintnews.cli.arguments import Arguments, Parser
from lintnews.cli.files import Files, Job
from lintnews.cli.options import Choice, add_knowledge, rule_names
from lintnews.cli.reporting import Background
from lintnews.errors import UsageError
from lintnews.model import CONFIDENCES, SEVERITIES, Result
from lintnews.typed import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from lintnews.cli.baselines import Baselines
    from lintnews.cli.progress import Progress

HELP = "lint files and folders, or standard input (-)"


def configure(parser: Parser) -> None:
    """Add the arguments of ``lintnews check``."""
    add = parser.add_argument
    add("paths", metavar="PATH", nargs="+", help="a file, a folder, or - for standard input")
    add("--format", default="text", metavar="NAME", help=f"one of {', '.join(report.names())} (default: text)")
    add("--output", metavar="FILE", help="write the report there instead of to standard output")
    add("--annotate", metavar="FILE", help="write a copy of the one Word document with the findings as comments")
    add_knowledge(parser)
    add("--select", metavar="RULES", action="append", default=[], help="only these: KIND, KIND/ID or ID, by commas")
    add("--ignore", metavar="RULES", action="append", default=[], help="not these")
    add("--min-confidence", choices=CONFIDENCES, help="report nothing less sure (default: possible)")
    add("--fail-level", choices=SEVERITIES[::-1], help="exit with 1 from this severity on (default: warning)")
    fixing.add_options(parser)
    add("--exclude", metavar="GLOB", action="append", default=[], help="pass over these files, as in .gitignore")
    add("--force-exclude", action="store_true", help="exclude even files that are named as arguments")
    add("--stdin-filename", metavar="NAME", help="what standard input is called: decides format and configuration")
    add("--diff-base", metavar="REV", help="report only what stands in lines that changed in git since the branch left REV")
    add("--across", action="store_true", help="compare the names of all files too: one spelled two ways in different files")
    add("--baseline", metavar="FILE", help="pass over the findings that this file has")
    add("--write-baseline", action="store_true", help="write what is found to the baseline, by default lintnews-baseline.json")
    add("--statistics", action="store_true", help="count the findings by rule, by kind and by file")
    add("--quiet", action="store_true", help="no summary")
    add("--color", choices=("auto", "always", "never"), default="auto", help="colours (default: on a terminal)")
    add("-j", "--jobs", metavar="N", type=int, default=0, help="processes (default: several if there is enough to do)")


def run(args: Arguments) -> int:
    """Lint and report; returns the exit status."""
    args.select = tuple(name for names in args.select for name in rule_names(names))
    args.ignore = tuple(name for names in args.ignore for name in rule_names(names))
    if args.write_baseline and args.min_confidence:
        raise UsageError("--write-baseline writes all that is found: leave --min-confidence out, or put it in the configuration")
    if args.write_baseline and args.diff_base:
        raise UsageError("--write-baseline writes all that is found: leave --diff-base out")
    if args.annotate and args.write_baseline:
        raise UsageError("--annotate shows what is found, --write-baseline puts it away: leave one of them out")
    if args.annotate and args.diff:
        raise UsageError("--annotate writes a copy, --diff writes nothing: leave one of them out")
    try:
        chosen = report.report_for(args.format)
    except KeyError:
        raise UsageError(f"--format {args.format}: no such format; use {', '.join(report.names())}") from None
    task = fixing.task(args) or linters.lint
    outcome = Outcome()
    made = linters.Linters()
    background = Background(made)
    if args.across:
        from lintnews.cli import across  # few runs compare their files

        across.refuse_others(args)
        results = background.noting(across.Comparison(made).after(_results(args, across.lint, made)))
    else:
        results = background.noting(_results(args, task, made))
    if args.diff:
        return max(fixing.show(outcome.watch(results), args.quiet), outcome.status)
    if args.annotate:
        from lintnews.cli.annotating import annotated

        results = annotated(results, args.paths, args.annotate)
    context = background.context(args, None if args.output else _stream(args))
    pieces = chosen.render(fixing.passed_on(outcome.watch(results)), context)
    if args.output:
        _write(pieces, args.output)
    else:
        _print(pieces, args.format, _stream(args))
    return outcome.status


class Outcome:
    """What the exit status follows from; says what went wrong on standard error as it passes."""

    def __init__(self) -> None:
        self._failed = self._erred = False

    def watch(self, results: Iterable[tuple[Job | None, Result]]) -> Iterator[Result]:
        """The results, looked at on their way to the report."""
        for job, result in results:
            if result.error:
                self._erred = True
                told = result.error if result.error.startswith(result.path) else f"{result.path}: {result.error}"
                print(f"lintnews: {told}", file=sys.stderr)
            if job is not None:
                least = SEVERITIES.index(job.settings.fail_level)
                shown = (finding for finding in result.findings if not finding.set_aside)
                self._failed |= any(SEVERITIES.index(finding.severity) >= least for finding in shown)
            yield result

    @property
    def status(self) -> int:
        """0 clean, 1 something at or above the fail level, 2 something could not be linted."""
        return 2 if self._erred else int(self._failed)


def _results(args: Arguments, task: linters.Task, made: linters.Linters) -> Iterator[tuple[Job | None, Result]]:
    jobs = Files(Choice(args).for_folder, args.force_exclude, args.stdin_filename).of(args.paths)
    if args.diff_base:
        from lintnews.cli.changes import Changes  # starting other programs takes a library of its own

        jobs = Changes(args.diff_base).only(jobs)
    bar = _progress(args)
    jobs = iter(bar.counted(jobs)) if bar else jobs
    baselines: Baselines | None = None

    def prepared() -> Iterator[Job | Result]:
        nonlocal baselines
        for job in jobs:
            if isinstance(job, Job) and (args.write_baseline or args.baseline or job.settings.baseline):
                baselines = baselines or _baselines(args)
                yield baselines.prepared(job)
            else:
                yield job

    told: set[str] = set()
    results = running.run(prepared(), made, args.jobs, task)
    for job, result in bar.watched(results) if bar else results:
        if job is None and result.error in told:
            continue  # one broken configuration or rules file, many documents
        told.add(result.error if job is None else "")
        yield job, baselines.noted(job, result) if job is not None and baselines is not None else result
    for result in baselines.finish() if baselines is not None else ():
        yield None, result


def _progress(args: Arguments) -> Progress | None:
    """A bar for a run that somebody watches."""
    several = len(args.paths) > 1 or os.path.isdir(args.paths[0])
    if not several or args.quiet or not sys.stderr.isatty():
        return None
    from lintnews.cli.progress import Progress, is_watched

    return Progress(sys.stderr) if is_watched(args) else None


def _baselines(args: Arguments) -> Baselines:
    from lintnews.cli.baselines import Baselines  # few runs have one

    return Baselines(args)


def _stream(args: Arguments) -> TextIO:
    return sys.stderr if fixing.reports_aside(args) else sys.stdout


def _print(pieces: Iterable[str], name: str, stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure and name != "text":
        reconfigure(encoding="utf-8", errors="backslashreplace")  # programs expect it, whatever the terminal
    stream.writelines(pieces)


def _write(pieces: Iterable[str], path: str) -> None:
    try:
        file = open(path, "w", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115 - closed below
    except OSError as error:
        raise UsageError(f"--output {path}: {error.strerror}") from None
    with file:
        file.writelines(pieces)
