"""Which native letters the letters of a Latin word allow: takes letter tables, gives sets of letters as numbers.

Most names under a word's key have a letter that nothing in the word could spell. To see that is one operation on two
numbers, a hundredth of comparing the words; what all tables say of a Latin letter stands side by side in one number, so
that the letters of a word are gone through once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

APOSTROPHES = "'\u2019\u02bc"
STARTS, ENDS = "^", "$"  # columns of the letters with which no word begins, or ends, whose spelling does so
_OTHERS = "?"  # stands for Latin letters that no table has
_NONE = " "  # stands for no letter: what is under it is allowed in every word
BITS = {letter: 1 << place for place, letter in enumerate("абвгґдеєёжзиіїйклмнопрстуўфхцчшщъыьэюя-" + APOSTROPHES)}
_STRANGE = 1 << len(BITS)
_WIDTH = 48  # bits of a set
ALL = (1 << _WIDTH) - 1

ALONE = 1 << 27  # among initials: no word before
ANY_INITIAL = (1 << 28) - 1
_OTHER_INITIAL = 1 << 26

Spellings = Mapping[str, Mapping[str, int]]  # native letter or group → its Latin spellings → what they cost


def alphabet(word: str) -> int:
    """The letters of a small-letter native word: a bit for each, and one for all that no table has."""
    found = 0
    for letter in word:
        found |= BITS.get(letter, _STRANGE)
    return found


def initial(target: str) -> int:
    """The letter that a plain Latin word begins with: a bit among initials."""
    place = ord(target[0]) - ord("a")
    return 1 << place if 0 <= place < 26 else _OTHER_INITIAL


def initials(natives: Iterable[str], starts: Mapping[str, int]) -> int:
    """The letters that a spelling of one of ``natives`` may begin with; ``starts`` is what ``ruled_out`` gives."""
    found = 0
    firsts = [BITS.get(native[0], 0) for native in natives]
    for latin in "abcdefghijklmnopqrstuvwxyz":
        if not all(first & starts.get(latin, starts[_OTHERS]) for first in firsts):
            found |= initial(latin)
    return found if all(first & starts[_OTHERS] for first in firsts) else found | _OTHER_INITIAL


class Telling:
    """What ``record`` made, asked for one word and table after another; without a record everything is allowed."""

    def __init__(self, record: bytes | None) -> None:
        head, _, numbers = (record or b"\n").partition(b"\n")
        letters, *tables = head.decode().split("|")
        size = len(numbers) // len(letters) if letters else 0
        self._numbers = {
            letter: int.from_bytes(numbers[place * size : (place + 1) * size], "little") for place, letter in enumerate(letters)
        }
        self._shifts = {table: number * _WIDTH for number, table in enumerate(tables)}
        self._others = self._numbers.get(_OTHERS, 0)

    def sieve(self, target: str) -> int:
        """For each table, the native letters that a word spelled ``target`` may have: to be given to ``allowed``."""
        numbers = self._numbers
        found = numbers.get(_NONE, 0)
        for letter in target:
            found |= numbers.get(letter, 0)
        return found

    def allowed(self, sieve: int, table: str) -> int:
        """What ``sieve`` says by one table; each letter that is not in it costs a slip at least."""
        shift = self._shifts.get(table)
        return ALL if shift is None else sieve >> shift & ALL

    def barred(self, target: str) -> tuple[int, int]:
        """The native letters with which no word begins that ``target`` spells, and those with which none ends."""
        return self._edge(target[:1], STARTS), self._edge(target[-1:], ENDS)

    def _edge(self, letter: str, table: str) -> int:
        shift = self._shifts.get(table)
        return 0 if shift is None or not letter else self._numbers.get(letter, self._others) >> shift & ALL


def record(tables: Mapping[str, Spellings], every: Mapping[str, Spellings]) -> bytes:
    """The record of ``tables``, by which words are compared, and of ``every`` table, which tells how words begin and end."""
    columns = {name: _telling(table) for name, table in tables.items()}
    columns |= {STARTS: ruled_out(every, 0), ENDS: ruled_out(every, -1)}
    letters = "".join(sorted(set().union(*columns.values())))
    size = _WIDTH // 8
    numbers = b"".join(column.get(letter, 0).to_bytes(size, "little") for letter in letters for column in columns.values())
    return "|".join([letters, *columns]).encode() + b"\n" + numbers


def _telling(spellings: Spellings) -> dict[str, int]:
    """Latin letters → the native letters of which a spelling that costs nothing begins so; any letter of a group may be."""
    found = {_NONE: alphabet(APOSTROPHES + "-")}
    for group, options in spellings.items():
        for latin, price in options.items():
            if not price:
                found[latin[:1] or _NONE] = found.get(latin[:1] or _NONE, 0) | alphabet(group)
    return found


def ruled_out(tables: Mapping[str, Spellings], edge: int) -> dict[str, int]:
    """Latin letters → the native letters with which no word begins (``edge`` 0) or ends (-1) that has the letter there.

    A letter that some table spells by nothing (ь) leaves the edge to its neighbour, and is never ruled out.
    """
    there: dict[str, set[str]] = {}  # native letter → Latin letters
    for table in tables.values():
        for group, spellings in table.items():
            there.setdefault(group[edge], set()).update(spelling and spelling[edge] for spelling in spellings)
    sure = {native: latin for native, latin in there.items() if "" not in latin}
    found = {_OTHERS: alphabet("".join(sure))}
    for letter in set().union(*sure.values()):
        found[letter] = alphabet("".join(native for native, latin in sure.items() if letter not in latin))
    return found
