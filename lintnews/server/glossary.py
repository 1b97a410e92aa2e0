"""Changes to the one glossary that may be edited on the page: loaded and tested before they are written.

What the form does not know (comments, order, layout, other keys) stays as it is. Entries that hold more than the form can
show are not offered for editing.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from lintnews.errors import RuleError
from lintnews.lexicon.load import read_file
from lintnews.linter import Linter
from lintnews.model import KINDS
from lintnews.server.messages import Job, Reply, RequestError, as_json

if TYPE_CHECKING:
    from lintnews.server.engine import Engine

_LISTS = ("en", "uk", "ru", "near", "unless")
_TEXTS = ("note", "source")
_EXAMPLES = ("flag", "pass")
_FORM = (*_LISTS, *_TEXTS, *_EXAMPLES, "rejects", "kind")
_LONGEST = 2000  # code points of one value


def save(engine: Engine, job: Job) -> Reply:
    """Put the term ``job.name`` into the glossary as the body has it. Raises RequestError when it would not do."""
    form = _form(job.body)
    _change(engine, lambda document: _put(document, job.name, form))
    return as_json({"id": job.name})


def remove(engine: Engine, job: Job) -> Reply:
    """Take the term ``job.name`` out of the glossary. Raises RequestError."""
    _change(engine, lambda document: _drop(document, job.name))
    return as_json({"id": job.name})


def editable(path: str) -> dict[str, dict[str, Any]]:
    """The terms of the glossary at ``path`` that the form can show whole, by id, as the form has them."""
    import tomllib

    try:
        with open(path, "rb") as file:
            terms = tomllib.load(file).get("term", [])
    except (OSError, ValueError):
        return {}
    return {term["id"]: _shown(term) for term in terms if isinstance(term, dict) and "id" in term and _is_plain(term)}


def _change(engine: Engine, change: Callable[[Any], None]) -> None:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    path = engine.options.glossary
    if not path:
        raise RequestError(403, "no glossary may be edited here; start the server with --edit-glossary FILE")
    try:
        with open(path, encoding="utf-8", newline="") as file:
            before = file.read()
        document = tomlkit.parse(before)
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise RequestError(409, f"the glossary cannot be read: {error}") from None
    change(document)
    text = tomlkit.dumps(document)
    if "\r\n" in before:
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")  # what is new has line breaks of its own
    _test(engine, path, text)
    _write(path, text)


def _put(document: Any, name: str, form: Mapping[str, Any]) -> None:
    import tomlkit

    terms = document.get("term")
    if terms is None:
        terms = document["term"] = tomlkit.aot()
    term = next((term for term in terms if term.get("id") == name), None)
    if term is None:
        term = tomlkit.table()
        term["id"] = name
        terms.append(term)
    elif not _is_plain(term):
        raise RequestError(409, f"the entry {name} holds more than this form shows; edit it in the file")
    for key in (*_LISTS, *_TEXTS):
        _set(term, key, form[key])
    _set(term, "reject", {form["kind"]: form["rejects"]} if form["rejects"] else {})
    _set(term, "example", [{kind: form[kind]} for kind in _EXAMPLES if form[kind]])


def _set(term: Any, key: str, value: Any) -> None:
    """Give ``key`` the ``value`` if it has another, so that comments within stay; an empty one goes."""
    import tomlkit

    if not value:
        term.pop(key, None)
    elif term.get(key) == value:
        return
    elif key == "example":
        tables = tomlkit.aot()
        for example in value:
            tables.append(tomlkit.item(example))
        term[key] = tables
    else:
        term[key] = value


def _drop(document: Any, name: str) -> None:
    terms = document.get("term", [])
    place = next((place for place, term in enumerate(terms) if term.get("id") == name), None)
    if place is None:
        raise RequestError(404, f"the glossary has no term {name!r}")
    del terms[place]


def _form(body: bytes) -> dict[str, Any]:
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict) or set(given) - set(_FORM):
        raise RequestError(400, f"send a JSON object with {', '.join(_FORM)}")
    form: dict[str, Any] = {key: _lines(given.get(key, []), key) for key in (*_LISTS, "rejects")}
    form |= {key: _line(given.get(key, ""), key) for key in (*_TEXTS, *_EXAMPLES, "kind")}
    if not form["en"]:
        raise RequestError(400, "give at least one right form in English")
    if form["rejects"] and form["kind"] not in KINDS:
        raise RequestError(400, f"the kind must be one of {', '.join(KINDS)}")
    return form


def _lines(value: Any, key: str) -> list[str]:
    if not isinstance(value, list):
        raise RequestError(400, f'"{key}" must be a list of strings')
    return [line for item in value if (line := _line(item, key))]


def _line(value: Any, key: str) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise RequestError(400, f'"{key}" must be text, {_LONGEST:,} characters at most')
    return " ".join(value.split())


def _test(engine: Engine, path: str, text: str) -> None:
    """Load the glossary with the change and run its examples. Raises RequestError, with what to mend."""
    with tempfile.TemporaryDirectory() as folder:
        tried = os.path.join(folder, os.path.basename(path))
        with open(tried, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        try:
            list(read_file(tried))
            glossaries = tuple(tried if _same(other, path) else other for other in engine.settings.glossary)
            linter = Linter(engine.settings._replace(glossary=glossaries, overrides=()))
            problems = list(linter.test([tried]))
        except RuleError as error:
            raise RequestError(422, str(error).replace(folder + os.sep, "")) from None
    if problems:
        raise RequestError(422, problems[0].replace(folder + os.sep, "").removeprefix(f"{os.path.basename(path)}: "))


def _same(one: str, other: str) -> bool:
    return os.path.abspath(one) == os.path.abspath(other)


def _write(path: str, text: str) -> None:
    """Replace the file at once or not at all, keeping who may read it. Raises RequestError."""
    path = os.path.realpath(path)
    draft = f"{path}.new"
    try:
        with open(draft, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        with contextlib.suppress(OSError):
            os.chmod(draft, os.stat(path).st_mode & 0o777)
        os.replace(draft, path)
    except OSError as error:
        raise RequestError(409, f"the glossary cannot be written: {error.strerror}") from None


def _is_plain(term: Mapping[str, Any]) -> bool:
    """Whether the form shows all that ``term`` says."""
    reject, examples = term.get("reject", {}), term.get("example", [])
    if set(term) - {"id", *_LISTS, *_TEXTS, "reject", "example"} or len(reject) > 1:
        return False
    strings = [*(form for forms in reject.values() for form in forms), *(form for key in _LISTS for form in term.get(key, []))]
    keys = [key for example in examples for key in example]
    return all(isinstance(form, str) for form in strings) and len(set(keys)) == len(keys) and set(keys) <= set(_EXAMPLES)


def _shown(term: Mapping[str, Any]) -> dict[str, Any]:
    reject = term.get("reject", {})
    shown = {key: term.get(key, []) for key in _LISTS} | {key: term.get(key, "") for key in _TEXTS}
    shown |= {key: next((one[key] for one in term.get("example", []) if key in one), "") for key in _EXAMPLES}
    return {**shown, "kind": next(iter(reject), ""), "rejects": [form for forms in reject.values() for form in forms]}
