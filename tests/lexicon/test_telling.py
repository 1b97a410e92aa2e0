"""What is looked at before letters are compared never turns a right word away."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lintnews.lexicon.cache import rules_dir
from lintnews.lexicon.romanize import compared, letters
from lintnews.lexicon.telling import ALL, Telling, alphabet, initial, initials, record, ruled_out

FOLDER = rules_dir() + "/romanization"
EVERY = {language: table.spellings for language, table in letters(FOLDER).items()}
TABLES = compared(FOLDER)
TELLING = Telling(record(TABLES, EVERY))


def test_each_letter_has_its_bit():
    assert alphabet("") == 0
    assert alphabet("хутір").bit_count() == 5
    assert alphabet("ÿłß").bit_count() == 1, "what no table has is one letter"
    assert alphabet("їґ") & alphabet("хутір") == 0
    assert all(alphabet(letter) < ALL for table in EVERY.values() for group in table for letter in group)


@given(st.data())
def test_what_the_tables_spell_is_not_ruled_out(data):
    """Any walk through the letters of any word, by any table, without slips."""
    name = data.draw(st.sampled_from(sorted(TABLES)))
    free = {group: [latin for latin, price in options.items() if not price] for group, options in TABLES[name].items()}
    groups = data.draw(st.lists(st.sampled_from(sorted(group for group in free if free[group])), min_size=1, max_size=6))
    latin = "".join(data.draw(st.sampled_from(free[group])) for group in groups)
    allowed = TELLING.allowed(TELLING.sieve(latin), name)
    assert alphabet("".join(groups)) & ~allowed == 0


@given(st.data())
def test_what_the_tables_spell_begins_and_ends_as_it_may(data):
    table = EVERY[data.draw(st.sampled_from(sorted(EVERY)))]
    groups = data.draw(st.lists(st.sampled_from(sorted(table)), min_size=1, max_size=6))
    latin = "".join(data.draw(st.sampled_from(sorted(table[group]))) for group in groups)
    native = "".join(groups)
    starts, ends = TELLING.barred(latin)
    assert not latin or initial(latin) & initials([native], ruled_out(EVERY, 0))
    assert not alphabet(native[0]) & starts
    assert not alphabet(native[-1]) & ends


def test_a_word_may_begin_as_one_of_its_languages_says():
    starts = ruled_out(EVERY, 0)
    assert initials(["михайло"], starts) == initial("m")
    assert initials(["михайло", "борис"], starts) == initial("m") | initial("b")
    assert initials(["їжак"], starts) & initial("y")
    assert not initials(["михайло"], starts) & initial("ø")


def test_other_letters_are_ruled_out():
    starts, ends = TELLING.barred("kherson")
    assert alphabet("м") & starts
    assert alphabet("м") & ends
    assert not alphabet("х") & starts
    assert alphabet("о") & ~TELLING.allowed(TELLING.sieve("khar"), "uk")
    assert TELLING.barred("ø") != (0, 0)


def test_without_a_record_everything_is_allowed():
    empty = Telling(None)
    assert empty.allowed(empty.sieve("kherson"), "uk") == ALL
    assert empty.barred("kherson") == (0, 0)
