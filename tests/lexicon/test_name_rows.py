from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lintnews.lexicon.name_keys import ADJECTIVE, ANY_HISS
from lintnews.lexicon.name_rows import STEM, Row, Rows, Sort, bar, packed
from lintnews.lexicon.telling import ALONE, ANY_INITIAL, alphabet, initial

WORDS = st.text("абвгіїєь'", min_size=1, max_size=6)
SORTS = st.builds(
    Sort, st.sampled_from(["uk", "ru", "x"]), st.integers(0, 2), st.integers(-1, 4), st.sampled_from(["uk", "ko"])
)
INITIALS = {False: ALONE, True: initial("a")}
ROWS = st.lists(
    st.builds(Row, st.integers(0, 99_999), SORTS, WORDS, st.lists(WORDS, max_size=2).map(" ".join)).map(
        lambda row: row._replace(initials=INITIALS[bool(row.earlier)])
    ),
    min_size=1,
    max_size=90,
)


def read(rows: Rows, bar: int = 0, hisses: tuple[int, ...] = (), first: int = ANY_INITIAL) -> list[Row]:
    found = rows.likely(bar, hisses, first)
    return [Row(rows.number(entry), sort, last, earlier, INITIALS[bool(earlier)]) for last, earlier, sort, entry in found]


@given(ROWS, st.integers(0, 3).map(lambda layer: layer * 10_000_000))
def test_rows_are_read_as_they_were_packed(rows: list[Row], base: int) -> None:
    again = read(Rows(packed(rows), base))
    assert again == [row._replace(entry=base + row.entry) for row in rows]


@given(ROWS, st.sets(st.integers(-1, 4), min_size=1).map(tuple))
def test_rows_of_other_sibilants_are_left_out(rows: list[Row], hisses: tuple[int, ...]) -> None:
    assert read(Rows(packed(rows)), hisses=hisses) == [row for row in rows if row.sort.hisses in hisses]


@given(ROWS, WORDS, st.booleans())
def test_rows_with_too_many_other_letters_are_left_out(rows: list[Row], letters: str, free: bool) -> None:
    def is_likely(row: Row) -> bool:
        adjective = row.sort.shape == ADJECTIVE
        others = set(row.last[:STEM] if adjective else row.last).difference(letters)
        return len(others) <= (2 if row.earlier or adjective else free)

    found = read(Rows(packed(rows)), bar(alphabet(letters), free))
    assert found == [row for row in rows if is_likely(row)]


@given(ROWS)
def test_the_word_before_must_begin_as_it_may(rows: list[Row]) -> None:
    assert read(Rows(packed(rows)), first=ALONE) == [row for row in rows if not row.earlier]
    assert read(Rows(packed(rows)), first=ALONE | initial("a")) == rows
    assert read(Rows(packed(rows)), first=initial("b")) == []


def test_more_sibilants_than_a_name_has_lead_to_none() -> None:
    rows = [Row(1, Sort("uk", 0, 1, "uk"), "сум", ""), Row(2, Sort("uk", 0, ANY_HISS, "uk"), "суми", "")]
    assert read(Rows(packed(rows)), hisses=(99, ANY_HISS)) == rows[1:]


def test_korean_names_have_tables_of_their_own() -> None:
    assert [Sort("uk", 0, 0, origin).table for origin in ("ko", "ru")] == ["uk-ko", "uk"]
