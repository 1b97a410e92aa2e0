"""Changes a desk's glossary or configuration as a careful person would: takes TOML text, gives TOML text.

Comments, order and layout of what is there stay. Needs tomlkit (extra ``lsp`` or ``serve``); a door calls this.
"""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, MutableMapping
from typing import Any

from lintnews.errors import ConfigError, RuleError
from lintnews.lexicon.load import read_file

# Kinds whose rejected forms name the same thing: accepting one makes it a right form. The others are wrong readings of
# words that mean something else; accepting one only ends the reject.
_OTHER_NAMES = frozenset(
    "russian-exonym wrong-romanization inconsistent-term literal-name untranslated-acronym untranslated-residue".split()
)
_HEADER = re.compile(r"\s*\[\[\s*(?:term|confusion|name|rule)\s*\]\]")
_PLAIN = re.compile(r"[^\W_][\w' -]*\Z")  # a form that means itself: no alternatives, gaps or slots


def with_word(text: str, word: str, note: str = "") -> str:
    """The glossary ``text`` with ``word`` as a term of its own, so that checks take it for known. Raises RuleError."""
    import tomlkit

    known = {entry["id"] for entry in _entries(_parsed(text))}
    base = f"accepted-{_slug(word)}"
    names = (base if number == 1 else f"{base}-{number}" for number in range(1, len(known) + 2))
    table = tomlkit.table()
    table["id"] = next(name for name in names if name not in known)
    table["en"] = [word]
    if note:
        table["note"] = note
    return _appended(text, table)


def with_form(text: str, form: str, kind: str, builtin: str) -> str:
    """The glossary ``text`` with ``form`` no longer rejected by a term, but accepted where it names the same thing.

    ``kind`` is the finding's; ``builtin`` is the TOML of the one ``[[term]]`` as it is in force (see ``block``). It is copied
    to the glossary, where it takes the place of the other, unless the glossary has a term of that id, which is changed.
    Raises RuleError.
    """
    (entry,) = _entries(_parsed(builtin))
    if all(known["id"] != entry["id"] for known in _entries(_parsed(text))):
        _accept(entry, form, kind in _OTHER_NAMES)
        return _appended(text, entry)

    def change(document: Any) -> None:
        own = next(known for known in _entries(document) if known["id"] == entry["id"])
        _accept(own, form, kind in _OTHER_NAMES)

    return changed(text, change)


def block(path: str, line: int) -> str:
    """The TOML of the entry whose header is ``line`` (from 1) of the rules file at ``path``. Raises RuleError."""
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().splitlines(keepends=True)
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"cannot be read ({error})", path) from None
    after = (number for number in range(line, len(lines)) if _HEADER.match(lines[number]))
    taken = lines[line - 1 : next(after, len(lines))]
    while taken and (not taken[-1].strip() or taken[-1].lstrip().startswith("#")):
        taken.pop()  # a comment above the next entry is about that one
    return "".join(taken)


def with_setting(text: str, key: str, value: str, shared: bool) -> str:
    """The configuration ``text`` with ``value`` in the list ``key``; ``shared``: in [tool.lintnews] of pyproject.toml.

    Raises ConfigError.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
        table: MutableMapping[str, Any] = document
        for name in ("tool", "lintnews") if shared else ():
            table = table.setdefault(name, tomlkit.table())
        values = table.setdefault(key, tomlkit.array())
        if value not in values:
            values.append(value)
    except (TOMLKitError, AttributeError, TypeError) as error:
        raise ConfigError(f"cannot be changed: {error}") from None
    return _dumped(document)


def changed(text: str, change: Callable[[Any], None]) -> str:
    """The glossary ``text`` after ``change`` of its document (tomlkit's), its line breaks as they were. Raises RuleError."""
    document = _parsed(text)
    change(document)
    made = _dumped(document)
    return made.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in text else made


def check(text: str, name: str) -> None:
    """Raise RuleError, as a file called ``name`` would, when the glossary ``text`` does not load."""
    with beside(text, name) as path:
        list(read_file(path))


@contextlib.contextmanager
def beside(text: str, name: str) -> Iterator[str]:
    """The path of a file with the glossary ``text``, called like ``name`` but in a folder of its own, to be tried out."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, os.path.basename(name))
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        yield path


def _accept(entry: MutableMapping[str, Any], form: str, names_it: bool) -> None:
    if names_it and form not in entry["en"]:
        entry["en"].append(form)
    rejects = entry.get("reject", {})
    for kind in list(rejects):
        for place in reversed(range(len(rejects[kind]))):
            if not _without(rejects[kind], place, form):
                del rejects[kind][place]
        if not rejects[kind]:
            del rejects[kind]
    if "reject" in entry and not rejects:
        del entry["reject"]
    _mend_examples(entry, form)


def _without(items: Any, place: int, form: str) -> bool:
    """Take ``form`` out of a reject; whether anything of it is left."""
    item = items[place]
    if isinstance(item, str):
        return not _same(item, form)
    if "forms" in item:
        left = [one for one in item["forms"] if not _same(one, form)]
        if len(left) < len(item["forms"]):
            item["forms"] = left
        return bool(left)
    return not _same(str(item.get("form", "")), form)


def _same(one: str, other: str) -> bool:
    return " ".join(one.rstrip("=~").split()).lower() == " ".join(other.split()).lower()


def _mend_examples(entry: MutableMapping[str, Any], form: str) -> None:
    """Drop the examples that flag ``form``; where none is left that flags, show another reject in the words of the first."""
    examples = entry.get("example", [])
    about = [number for number, item in enumerate(examples) if form.lower() in str(item.get("flag", "")).lower()]
    model = str(examples[about[0]]["flag"]) if about else ""
    for number in reversed(about):
        del examples[number]
    rest = [one for one in _forms(entry) if _PLAIN.match(one)]
    if "reject" in entry and not any("flag" in item for item in examples):
        if not (model and rest):
            del entry["reject"]
            return
        import tomlkit

        table = tomlkit.table()
        table["flag"] = re.sub(re.escape(form), lambda _: rest[0], model, flags=re.IGNORECASE)
        examples.append(table)


def _forms(entry: MutableMapping[str, Any]) -> Iterator[str]:
    for items in entry.get("reject", {}).values():
        for item in items:
            yield from (item,) if isinstance(item, str) else (*item.get("forms", ()), *filter(None, (item.get("form"),)))


def _parsed(text: str) -> Any:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        return tomlkit.parse(text)
    except TOMLKitError as error:
        raise RuleError(f"is not valid TOML: {error}") from None


def _entries(document: Any) -> list[MutableMapping[str, Any]]:
    shapes = ("term", "confusion", "name", "rule")
    return [entry for shape in shapes for entry in document.get(shape, ()) if "id" in entry]


def _appended(text: str, entry: Any) -> str:
    import tomlkit

    alone = tomlkit.document()
    tables = tomlkit.aot()
    tables.append(entry)
    alone["term"] = tables
    newline = "\r\n" if "\r\n" in text else "\n"
    added = newline.join(_dumped(alone).strip().splitlines()) + newline
    return (text.rstrip() + 2 * newline if text.strip() else "") + added


def _dumped(document: Any) -> str:
    import tomlkit

    return tomlkit.dumps(document)


def _slug(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain)) or "-".join(f"{ord(letter):x}" for letter in word[:8])
