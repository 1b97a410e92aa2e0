"""CSV and TSV: the cells of the columns that hold copy; HTML and paragraphs inside them as such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lintnews.decode import decode
from lintnews.errors import InputError
from lintnews.model import Document, Mask, ReadOptions
from lintnews.read import _value
from lintnews.read._prose import Prose

NAME = "csv"
SUFFIXES = (".csv", ".tsv")
RECORDS = True

_SEPARATORS = (",", "\t", ";", "|")
_SAMPLE = 25  # records that show what separates the cells
_QUOTES = re.compile('""')


class Cell(NamedTuple):
    """A cell without the quotation marks around it."""

    start: int
    end: int
    quoted: bool


def read(data: bytes, path: str, options: ReadOptions = ReadOptions()) -> Document:  # noqa: B008 - immutable
    """Make a Document of the cells below the headings that ``options.fields`` name; raises InputError when none do.

    Without any, the usual names are taken; where there is none of those, every cell of some words, the first row's too.
    """
    text, encoding = decode(data, path)
    separator = "\t" if path.lower().endswith(".tsv") else _separator(text)
    records = list(_records(text, separator))
    names = [text[cell.start : cell.end].strip().lower() for cell in records[0]] if records else []
    wanted = {field.lower() for field in options.fields} or _value.USUAL
    columns = [number for number, name in enumerate(names) if name in wanted]
    if options.fields and records and not columns:
        raise InputError(f"has no column {', '.join(options.fields)}; its columns are {', '.join(names[:12])}", path)
    prose = Prose(text)
    for row, record in enumerate(records):
        for number, cell in enumerate(record):
            if not columns or (row and number in columns):
                _add(prose, cell, names[number] if columns else "", row, options.attributes)
    return prose.document(path, NAME, encoding)


def _add(prose: Prose, cell: Cell, name: str, row: int, attributes: tuple[str, ...]) -> None:
    doubled = _QUOTES.finditer(prose.text, cell.start, cell.end) if cell.quoted else iter(())
    value = _value.Value(prose.text, cell.start, cell.end, [Mask(*match.span(), '"') for match in doubled])
    if name or _value.is_prose(value.text):
        locator = f"row {row + 1}, {name}" if name else f"row {row + 1}"
        _value.add(prose, value, _value.role_of(name), attributes, locator)


def _separator(text: str) -> str:
    """What separates the cells: what gives the same number, more than one, in each of the first records."""
    best, most = ",", 1
    for separator in _SEPARATORS:
        sizes = [len(record) for record in islice(_records(text, separator), _SAMPLE)]
        if len(set(sizes)) == 1 and sizes[0] > most:
            best, most = separator, sizes[0]
    return best


def _records(text: str, separator: str) -> Iterator[list[Cell]]:
    """The records of ``text``, blank lines left out. A quotation mark without its fellow is a character like others."""
    mark = re.escape(separator)
    pattern = re.compile(f'(?>"((?>[^"]++|"")*+)"(?={mark}|[\\r\\n]|\\Z)|([^{mark}\\r\\n]*+))({mark}|\\r\\n?|\\n|\\Z)')
    record: list[Cell] = []
    place = 0
    while match := pattern.match(text, place):
        quoted = match[1] is not None
        record.append(Cell(*match.span(1 if quoted else 2), quoted))
        place = match.end()
        if match[3] == separator:
            continue
        if len(record) > 1 or record[0].start < record[0].end:
            yield record
        record = []
        if not match[3]:
            return
