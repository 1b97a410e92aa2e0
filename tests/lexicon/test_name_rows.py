from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from lintnews.lexicon.name_keys import ADJECTIVE
from lintnews.lexicon.name_rows import STEM, Row, Rows, Sort, packed
from lintnews.lexicon.telling import ALL, alphabet

WORDS = st.text("абвгіїєь'", min_size=1, max_size=6)
SORTS = st.builds(
    Sort, st.sampled_from(["uk", "ru", "x"]), st.integers(0, 2), st.integers(-1, 4), st.sampled_from(["uk", "ko"])
)
ROWS = st.lists(
    st.builds(Row, st.integers(0, 99_999), SORTS, WORDS, st.lists(WORDS, max_size=2).map(" ".join)), min_size=1, max_size=90
)


def read(rows: Rows, limits: Callable[[Sort, bool], tuple[int, int]] = lambda *_: (0, 0)) -> list[Row]:
    return [Row(rows.number(entry), sort, last, earlier) for last, earlier, sort, entry in rows.likely(limits)]


@given(ROWS, st.integers(0, 3).map(lambda layer: layer * 10_000_000))
def test_rows_are_read_as_they_were_packed(rows: list[Row], base: int) -> None:
    again = read(Rows(packed(rows), base))
    assert again == [row._replace(entry=base + row.entry) for row in rows]


@given(ROWS, st.sets(SORTS), st.booleans())
def test_rows_of_other_sorts_are_left_out(rows: list[Row], sorts: set[Sort], several: bool) -> None:
    def limits(sort: Sort, has_earlier: bool) -> tuple[int, int]:
        return 0, 0 if sort in sorts and several == has_earlier else -1

    wanted = [row for row in rows if row.sort in sorts and several == bool(row.earlier)]
    assert read(Rows(packed(rows)), limits) == wanted


@given(ROWS, WORDS, st.integers(0, 3))
def test_rows_with_too_many_other_letters_are_left_out(rows: list[Row], letters: str, most: int) -> None:
    def others(row: Row) -> set[str]:
        return set(row.last[:STEM] if row.sort.shape == ADJECTIVE else row.last).difference(letters)

    found = read(Rows(packed(rows)), lambda *_: (ALL ^ alphabet(letters), most))
    assert found == [row for row in rows if len(others(row)) <= most]


def test_korean_names_have_tables_of_their_own() -> None:
    assert [Sort("uk", 0, 0, origin).table for origin in ("ko", "ru")] == ["uk-ko", "uk"]
