"""A term as the page's form holds it: read from a request, shown from a glossary, put into one.

What the form does not know (comments, order, layout, other keys) stays as it is. Entries that hold more than the form can
show are not offered for editing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from lintnews.model import KINDS
from lintnews.server.messages import RequestError

_LISTS = ("en", "uk", "ru", "near", "unless")
_TEXTS = ("note", "source")
_EXAMPLES = ("flag", "pass")
_FORM = (*_LISTS, *_TEXTS, *_EXAMPLES, "rejects", "kind")
_LONGEST = 2000  # code points of one value


def read(body: bytes) -> dict[str, Any]:
    """The form that a request carries as JSON. Raises RequestError, with what to send instead."""
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


def editable(path: str) -> dict[str, dict[str, Any]]:
    """The terms of the glossary at ``path`` that the form can show whole, by id, as the form has them."""
    import tomllib

    try:
        with open(path, "rb") as file:
            terms = tomllib.load(file).get("term", [])
    except (OSError, ValueError):
        return {}
    return {term["id"]: _shown(term) for term in terms if isinstance(term, dict) and "id" in term and _is_plain(term)}


def put(document: Any, name: str, form: Mapping[str, Any]) -> None:
    """Put the term ``name`` into the TOML ``document`` as ``form`` has it. Raises RequestError."""
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


def drop(document: Any, name: str) -> None:
    """Take the term ``name`` out of the TOML ``document``. Raises RequestError."""
    terms = document.get("term", [])
    place = next((place for place, term in enumerate(terms) if term.get("id") == name), None)
    if place is None:
        raise RequestError(404, f"the glossary has no term {name!r}")
    del terms[place]


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


def _lines(value: Any, key: str) -> list[str]:
    if not isinstance(value, list):
        raise RequestError(400, f'"{key}" must be a list of strings')
    return [line for item in value if (line := _line(item, key))]


def _line(value: Any, key: str) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise RequestError(400, f'"{key}" must be text, {_LONGEST:,} characters at most')
    return " ".join(value.split())


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
