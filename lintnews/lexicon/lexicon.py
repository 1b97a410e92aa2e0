"""The compiled lexicon as a run uses it: layers of tables, asked only for what a document holds.

The first layer is the built-in rules, each further one a desk's glossary or rules folder. A later layer's entry
replaces every earlier one of the same id, ``enabled = false`` included.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from lintnews.errors import RuleError
from lintnews.lexicon import cache
from lintnews.lexicon.anchors import STRIDE, Anchors
from lintnews.lexicon.cues import Cues
from lintnews.lexicon.records import decoded, parsed
from lintnews.lexicon.table import Lines, Table, TableError
from lintnews.named import NamedTuple
from lintnews.typed import Any

_ORIGIN = b'"origin":'


class Clue(NamedTuple):
    """What an alternative of an expression is recognised by: see ``alternatives.Alternative``."""

    low: list[list[str]]  # of each, the folded text has one string
    plain: list[list[str]]  # of each, the text as it stands has one
    openings: list[str]
    of_line: bool
    digit: bool
    before: int
    after: int
    expression: int  # the line of the ``Expression``


class Expression(NamedTuple):
    """The expression of a variant, and what becomes of its matches."""

    regex: str
    exact: bool  # capitals count
    tame: bool  # no text makes it slow
    mark: int  # the group that is marked in the copy; 0 is all of the match
    suggest: list[str]


class Layer(NamedTuple):
    """One compiled file of rules."""

    table: Table
    header: dict[str, Any]


class Lexicon:
    """Everything the rules know. ``anchors``, ``entry`` and ``cue_set`` read a record once and keep it.

    ``left_out`` says what is wrong with files that were asked for and are not part of it.
    """

    def __init__(self, layers: Sequence[Layer], left_out: Sequence[RuleError] = ()) -> None:
        self.layers = list(layers)
        self.left_out = left_out
        self._rules_dir = ""
        self._clues: dict[tuple[int, int, int], Clue] = {}
        self._lines: dict[int, Lines] = {}
        self._places: dict[tuple[int, int], int] = {}  # variants whose clues were read → the lines of their expressions
        self._expressions: dict[tuple[int, int], Expression] = {}
        self._entries: dict[int, dict[str, Any]] = {}
        self._sets: dict[tuple[int, str], Cues] = {}
        self._replaced = self._find_replaced()
        self.anchors = [Anchors(layer.table, n * STRIDE, self._replaced) for n, layer in enumerate(self.layers)]

    def searched(self) -> Iterator[tuple[int, int, Clue]]:
        """The entry, the variant and the clue of each alternative of an expression that no phrase calls for."""
        for number, layer in enumerate(self.layers):
            for entry, variant, *clue in layer.header["searched"]:
                if number * STRIDE + entry not in self._replaced:
                    self._places[number * STRIDE + entry, variant] = clue[-1]
                    yield number * STRIDE + entry, variant, Clue(*clue)

    def clue(self, entry: int, variant: int, alternative: int) -> Clue:
        """What an alternative of an expression is recognised by, once a phrase has called for it."""
        key = entry, variant, alternative
        found = self._clues.get(key)
        if found is None:
            found = self._clues[key] = Clue(*self._line(entry, alternative))
            self._places[entry, variant] = found.expression
        return found

    def expression(self, entry: int, variant: int) -> Expression:
        """The expression of a variant that has one."""
        key = entry, variant
        found = self._expressions.get(key)
        if found is None:
            line = self._places[key] if key in self._places else self.entry(entry)["variants"][variant]["expression"]
            found = self._expressions[key] = Expression(*self._line(entry, line))
        return found

    def _line(self, entry: int, number: int) -> Any:
        """A line of what is known of expressions, in the layer of ``entry``."""
        layer = entry // STRIDE
        lines = self._lines.get(layer)
        if lines is None:
            lines = self._lines[layer] = self.layers[layer].table.lines("&")
        return parsed(lines[number])

    def entry(self, number: int) -> dict[str, Any]:
        """The record of an entry, as ``compile`` wrote it."""
        found = self._entries.get(number)
        if found is None:
            self._rules_dir = self._rules_dir or cache.rules_dir()
            found = self._entries[number] = decoded(self._record(number))
            found["path"] = os.path.join(self._rules_dir, found["path"])  # an absolute path stays what it is
        return found

    def _record(self, number: int) -> bytes:
        layer, place = divmod(number, STRIDE)
        raw = self.layers[layer].table.get(f"#{place}")
        assert raw is not None, f"entry {number} has no record"
        return raw

    def origin(self, number: int) -> str:
        """Whose name an entry is ("" for no name); hundreds are asked for at a start, so the record is not decoded."""
        if number in self._entries:
            return str(self._entries[number].get("origin", ""))
        raw = self._record(number)
        place = raw.find(_ORIGIN)  # as a key: within a text the quotation marks would be escaped
        if place < 0:
            return ""
        start = raw.index(b'"', place + len(_ORIGIN)) + 1
        return raw[start : raw.index(b'"', start)].decode()

    def numbers(self, entry_id: str = "") -> Iterator[int]:
        """The numbers of all entries in force, or of the one with this id."""
        for layer, (table, _) in enumerate(self.layers):
            for name, place in _ids(table).items():
                number = layer * STRIDE + place
                if entry_id in ("", name) and number not in self._replaced and f"#{place}" in table:
                    yield number

    def cue_set(self, name: str) -> Cues:
        """The cue set ``@name``; the last layer that has it wins."""
        layer = next((n for n in range(len(self.layers) - 1, 0, -1) if name in self.layers[n].table), 0)
        return self._cues(layer, name)

    def own_cues(self, number: int, key: str) -> Cues:
        """The cues of an entry that are in no set; ``key`` is what its record calls them."""
        return self._cues(number // STRIDE, key)

    def _cues(self, layer: int, key: str) -> Cues:
        found = self._sets.get((layer, key))
        if found is None:
            raw = self.layers[layer].table.get(key) or b"\0\0"
            found = self._sets[layer, key] = Cues(raw.decode("utf-8", "surrogatepass"))
        return found

    def known(self, word: str) -> bool:
        """Whether a right form of the glossary uses the folded ``word``."""
        return any(layer.table.get("=" + word) is not None for layer in self.layers)

    def names(self, key: str) -> Iterator[tuple[int, bytes]]:
        """The records under a key of ``lexicon.name_records``, each with what to add to the numbers of its entries."""
        for number, layer in enumerate(self.layers):
            if raw := layer.table.get(key):
                yield number * STRIDE, raw

    def is_replaced(self, number: int) -> bool:
        """Whether a later layer has an entry in the place of this one."""
        return number in self._replaced

    def named(self, key: str) -> Iterator[tuple[int, list[Any]]]:
        """The rows of terms under a key of ``lexicon.acronym_records``: the entry's number and the rest of the row."""
        for number, layer in enumerate(self.layers):
            for place, *rest in decoded(layer.table.get(key) or b"[]"):
                if number * STRIDE + place not in self._replaced:
                    yield number * STRIDE + place, rest

    def name_facts(self, number: int) -> dict[str, Any]:
        """What ``lexicon.name_records`` keeps of an entry: its native forms and their modern spellings."""
        layer, place = divmod(number, STRIDE)
        raw = self.layers[layer].table.get(f"~#{place}")
        return decoded(raw) if raw else {"forms": {}, "press": []}

    def _find_replaced(self) -> set[int]:
        replaced: set[int] = set()
        ids = [_ids(layer.table) for layer in self.layers] if len(self.layers) > 1 else []
        for number, mine in enumerate(ids):
            for above in ids[number + 1 :]:
                replaced.update(number * STRIDE + mine[name] for name in mine.keys() & above.keys())
        return replaced


def _ids(table: Table) -> dict[str, int]:
    """The ids of a layer's entries and the place of each; a run with the built-in rules alone never asks for them."""
    found: dict[str, int] = decoded(table.get("!ids") or b"{}")
    return found


def open_lexicon(
    glossaries: Sequence[str] = (), folders: Sequence[str] = (), builtin: bool = True, strict: bool = True
) -> Lexicon:
    """The built-in rules, then each of ``folders``, then each TOML file of ``glossaries``.

    Compiles what changed since the last run (silently, about a second for the built-in rules). Raises RuleError when a
    file is wrong; not ``strict``, it leaves out such files of ``folders`` and ``glossaries``.
    """
    layers = [_builtin()] if builtin else []
    wrong: list[RuleError] = []
    groups = [("rules", cache.files_of(folder)) for folder in folders] + [("glossary", [path]) for path in glossaries]
    for name, files in groups:
        paths = [os.path.abspath(path) for path in files]
        while True:
            try:
                layers.append(_layer(name, paths, layers))
                break
            except RuleError as error:
                if strict or error.path not in paths:
                    raise
                wrong.append(error)
                paths.remove(error.path)
    return Lexicon(layers, wrong)


def opened(path: str) -> Lexicon:
    """The lexicon of one table, compiled before. Raises TableError."""
    return Lexicon([_opened(path)])


def _builtin() -> Layer:
    if not os.environ.get("LINTNEWS_RULES"):
        try:
            return _opened(cache.shipped("builtin"))
        except TableError:
            pass
    return _layer("builtin", [os.path.abspath(path) for path in cache.files_of(cache.rules_dir())], [])


def _layer(name: str, files: list[str], below: list[Layer]) -> Layer:
    for path in files:
        if not os.path.isfile(path):
            raise RuleError("no such file; check --glossary or the configuration", path)
    path = cache.path_for(name, cache.digest(files + _word_files(), *(str(len(layer.table)) for layer in below)))
    try:
        return _opened(path)
    except TableError:
        pass
    Table.write(path, _compiled(files, below))
    cache.prune(name)
    return _opened(path)


def compiled_builtin() -> dict[str, bytes]:
    """The built-in layer as ``Table.write`` takes it. Raises RuleError."""
    return _compiled([os.path.abspath(path) for path in cache.files_of(cache.rules_dir())], [])


def _word_files() -> list[str]:
    folders = [os.path.join(cache.rules_dir(), name) for name in ("romanization", "words")]
    there = [folder for folder in folders if os.path.isdir(folder)]
    return [os.path.join(folder, name) for folder in there for name in sorted(os.listdir(folder))]


def _opened(path: str) -> Layer:
    table = Table(path)
    raw = table.get("!")
    if raw is None:
        raise TableError(f"{path}: no header")
    return Layer(table, decoded(raw))


def _compiled(files: list[str], below: list[Layer]) -> dict[str, bytes]:
    from lintnews.lexicon.compile import Compiler
    from lintnews.lexicon.load import load

    entries, cue_sets = load(files)
    compiler = Compiler(_frequency())
    known = [key[1:] for layer in below for key, _ in layer.table.items() if key.startswith("@")]
    compiler.add_all(entries, cue_sets, known)
    if not below:
        compiler.add_letters(os.path.join(cache.rules_dir(), "romanization"))
        compiler.add_native_words(os.path.join(cache.rules_dir(), "words"))
    return compiler.records()


def _frequency() -> Callable[[str], int]:
    from lintnews.lexicon.vocabulary import Vocabulary

    return Vocabulary.load().frequency
