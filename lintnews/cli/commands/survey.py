"""``lintnews survey``: what a body of copy calls each thing."""

from __future__ import annotations

import sys

from lintnews import read
from lintnews.cli.arguments import Arguments, Parser
from lintnews.cli.files import Files, Job
from lintnews.cli.options import Choice, add_knowledge
from lintnews.errors import InputError, UsageError
from lintnews.model import Document

HELP = "show what a body of copy calls each thing, and which names are outliers"
_FORMATS = ("text", "json", "html")


def configure(parser: Parser) -> None:
    """Add the arguments of ``lintnews survey``."""
    parser.add_argument("paths", metavar="PATH", nargs="+", help="a file, a folder, or - for standard input")
    parser.add_argument("--format", choices=_FORMATS, default="text", help="how to print (default: text)")
    parser.add_argument("--output", metavar="FILE", help="write there instead of to standard output")
    parser.add_argument("--all", action="store_true", help="list the concepts too that have one right name throughout")
    parser.add_argument("--exclude", metavar="GLOB", action="append", default=[], help="pass over these files")
    add_knowledge(parser)


def run(args: Arguments) -> int:
    """Read everything, count, print; returns 2 when a file could not be read, else 0."""
    from lintnews.linter import Linter
    from lintnews.survey.collect import Survey

    choice = Choice(args)
    survey = Survey(Linter(choice.for_folder("")._replace(overrides=())))
    problems = 0
    for job in Files(choice.for_folder, False).of(args.paths):
        try:
            survey.add(_document(job))
        except InputError as error:
            problems += 1
            print(f"lintnews: {error}", file=sys.stderr)
    _write(_rendered(survey.report(), args), args.output)
    return 2 if problems else 0


def _document(job: object) -> Document:
    """The document of a job. Raises InputError."""
    if not isinstance(job, Job):
        raise InputError(getattr(job, "error", "cannot be read"), getattr(job, "path", ""))
    data = job.data
    if data is None:
        try:
            with open(job.path, "rb") as file:
                data = file.read()
        except OSError as error:
            raise InputError(f"{job.path}: cannot be read: {error.strerror}", job.path) from error
    return read.reader_for(job.path).read(data, job.path, job.settings.read_options)


def _rendered(report: object, args: Arguments) -> str:
    from lintnews.survey import data, page, plain
    from lintnews.survey.collect import Report

    assert isinstance(report, Report)
    if args.format == "json":
        return data.render(report)
    return page.render(report) if args.format == "html" else "".join(plain.render(report, args.all))


def _write(text: str, path: str | None) -> None:
    if path is None:
        sys.stdout.write(text)
        return
    try:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"--output {path}: {error.strerror}") from None
