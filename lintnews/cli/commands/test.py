"""``lintnews test``: run the examples that entries carry."""

from __future__ import annotations

import os
from collections.abc import Sequence

from lintnews.cli.arguments import Arguments, Parser
from lintnews.cli.options import Choice, add_knowledge
from lintnews.config import Settings
from lintnews.errors import UsageError
from lintnews.lexicon.cache import rules_dir
from lintnews.lexicon.collisions import Derived, derived
from lintnews.linter import Linter

HELP = "run the examples of rules and glossaries"


def configure(parser: Parser) -> None:
    """Add the arguments of ``lintnews test``."""
    parser.add_argument("files", metavar="FILE", nargs="*", help="only the examples of these rules files")
    add_knowledge(parser)


def run(args: Arguments) -> int:
    """Print every example that does not give what it promises; returns 1 when there is one, else 0."""
    for path in args.files:
        if not os.path.isfile(path):
            raise UsageError(f"{path}: no such file")
    linter = Linter(_settings(args))
    infos = list(linter.rules_with_examples(args.files))
    examples = sum(len(info.examples) for info in infos)
    failures = 0
    for failure in linter.test(args.files):
        print(failure.removeprefix(os.getcwd() + os.sep))
        failures += 1
    verdict = f"{failures} failed" if failures else "all as they should be"
    entries = "1 entry" if len(infos) == 1 else f"{len(infos)} entries"
    if not args.files:
        found = derived(linter.lexicon, linter.vocabulary, os.path.join(rules_dir(), "romanization"))
        print(_derived(found))
    print(f"{examples} examples of {entries}: {verdict}")
    return int(failures > 0)


def _derived(found: Derived) -> str:
    """What is derived from the glossary's names, and how much of it is something else and so left alone."""
    dropped = f"{len(found.other_names)} are also another right form and {len(found.everyday)} everyday words: dropped"
    exact = f"{len(found.listed)} are English words too, and must be spelled exactly so"
    return f"{found.names} names have {found.forms} likely wrong spellings derived: {dropped}; {exact}"


def _settings(args: Arguments) -> Settings:
    """The settings with nothing left out, and with the files that are not among the rules yet."""
    settings = Choice(args).for_folder("")
    known = [rules_dir(), *settings.rules]
    more = [path for path in args.files if not _among(path, known, settings.glossary)]
    return Settings(glossary=settings.glossary + tuple(more), rules=settings.rules, path=settings.path)


def _among(path: str, folders: Sequence[str], files: Sequence[str]) -> bool:
    real = os.path.realpath(path)
    return any(real.startswith(os.path.realpath(folder) + os.sep) for folder in folders) or any(
        real == os.path.realpath(file) for file in files
    )
