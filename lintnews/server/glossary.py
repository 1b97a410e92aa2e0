"""Changes to the one glossary that may be edited on the page: loaded and tested before they are written."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from lintnews import glossary
from lintnews.errors import FixError, RuleError
from lintnews.fix.write import replace
from lintnews.linter import Linter
from lintnews.server import term_form
from lintnews.server.engine import Engine
from lintnews.server.messages import Job, Reply, RequestError, as_json


def save(engine: Engine, job: Job) -> Reply:
    """Put the term ``job.name`` into the glossary as the body has it. Raises RequestError when it would not do."""
    form = term_form.read(job.body)
    _change(engine, lambda document: term_form.put(document, job.name, form))
    return as_json({"id": job.name})


def remove(engine: Engine, job: Job) -> Reply:
    """Take the term ``job.name`` out of the glossary. Raises RequestError."""
    _change(engine, lambda document: term_form.drop(document, job.name))
    return as_json({"id": job.name})


def _change(engine: Engine, change: Callable[[Any], None]) -> None:
    path = engine.options.glossary
    if not path:
        raise RequestError(403, "no glossary may be edited here; start the server with --edit-glossary FILE")
    try:
        with open(path, encoding="utf-8", newline="") as file:
            before = file.read()
        after = glossary.changed(before, change)
    except (OSError, UnicodeDecodeError, RuleError) as error:
        raise RequestError(409, f"the glossary cannot be read: {error}") from None
    _test(engine, path, after)
    try:
        replace(path, before.encode(), after.encode())
    except FixError as error:
        raise RequestError(409, f"the glossary was not changed: it {error}") from None


def _test(engine: Engine, path: str, text: str) -> None:
    """Load the glossary with the change and run its examples. Raises RequestError, with what to mend."""
    with glossary.beside(text, path) as tried:
        folder = os.path.dirname(tried) + os.sep
        try:
            glossaries = tuple(tried if _same(other, path) else other for other in engine.settings.glossary)
            linter = Linter(engine.settings._replace(glossary=glossaries, overrides=()))
            problems = list(linter.test([tried]))
        except RuleError as error:
            raise RequestError(422, str(error).replace(folder, "")) from None
    if problems:
        raise RequestError(422, problems[0].replace(folder, "").removeprefix(f"{os.path.basename(path)}: "))


def _same(one: str, other: str) -> bool:
    return os.path.abspath(one) == os.path.abspath(other)
