"""How well Latin spellings fit native words, and what they are read back to, by the tables that are shipped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.lexicon.cache import rules_dir
from lintnews.lexicon.latin import ABROAD, THROUGH, Costs, Letters, cost, grouped, read_back
from lintnews.lexicon.name_keys import CROSSED
from lintnews.lexicon.romanize import compared, letters, records

FOLDER = rules_dir() + "/romanization"
LETTERS = letters(FOLDER)
TABLES = {language: Letters(language, grouped(table)) for language, table in compared(FOLDER).items()}
RECORDS = records(FOLDER)
COSTS = Costs(RECORDS.get)


@pytest.mark.parametrize(
    ("latin", "native", "language", "slips"),
    [
        ("Skhidny", "Східний", "uk", 0),
        ("Cherson", "Херсон", "uk", 1),
        ("Kajovka", "Каховка", "uk", 1),
        ("Budanow", "Буданов", "uk", 1),
        ("Jermak", "Єрмак", "uk", 0),
        ("Warsaw", "Херсон", "uk", None),
        ("Kherson region", "Херсон", "uk", None),
    ],
)
def test_a_spelling_costs_its_slips(latin, native, language, slips):
    assert cost(latin, native, LETTERS[language]) == slips


@pytest.mark.parametrize(
    ("latin", "native", "language"),
    [
        ("podpiski", "подписки", "ru"),
        ("borshch", "борщ", "uk"),
        ("oblasna", "обласна", "uk"),
        ("tsentr", "центр", "uk"),
        ("zhiznennaya", "жизненная", "ru"),
    ],
)
def test_reading_back_finds_the_native_word_first(latin, native, language):
    assert read_back(latin, letters(FOLDER, press=True)[language])[0][0] == native


@pytest.mark.parametrize("language", ["uk", "ru", "be"])
@pytest.mark.parametrize("latin", ["kharkivshchyna", "medzhlisovtsev", "juschenko", "xoroscho"])
def test_what_is_read_back_spells_the_word_again(latin, language):
    found = read_back(latin, LETTERS[language], 12)
    assert len(found) <= 12
    for native, slips in found:
        assert cost(latin, native, LETTERS[language]) is not None
        assert cost(latin, native, LETTERS[language]) <= slips
    assert [slips for _, slips in found] == sorted(slips for _, slips in found)


def test_what_is_no_word_is_not_read_back():
    assert read_back("3%", LETTERS["uk"]) == []


def test_costs_are_read_when_first_needed_and_agree_with_the_walk():
    read = []
    costs = Costs(lambda key: read.append(key) or RECORDS[key])
    assert not read
    assert costs.cost("mherson", "херсон", "uk") is None, "ruled out by its first letter"
    assert costs.cost("kh", "херсон", "uk") is None, "too short"
    assert costs.cost("khar", "хор", "uk", 0) is None, "no letter of it spells the о"
    assert read == ["~?"]
    assert costs.cost("kherson", "херсон", "uk") == cost("Kherson", "Херсон", TABLES["uk"]) == 0
    assert costs.cost("kherzon", "херсон", "uk", 0) is None, "a slip where none is allowed"
    assert read == ["~?", "~~uk"], "each is read once"


def test_letters_are_what_the_tables_say():
    for language, table in compared(FOLDER).items():
        found = TABLES[language].spellings
        assert {group: options for group, options in found.items() if group in table} == table
    assert Letters("uk", b"").groups("а") == []


@st.composite
def spelled(draw: st.DrawFn, language: str) -> tuple[str, str]:
    """A native word, and a spelling of it letter by letter with whatever the tables and slips have."""
    native = draw(st.text(sorted(letter for letter in TABLES[language].spellings if len(letter) == 1), min_size=2, max_size=8))
    return native, "".join(draw(st.sampled_from(sorted(TABLES[language].spellings[letter]))) for letter in native)


@pytest.mark.parametrize("language", ["uk", "ru", "be", CROSSED, "uk-ko", "uk" + ABROAD])
@given(data=st.data(), limit=st.integers(0, 2))
def test_what_is_looked_at_first_rules_no_spelling_out(language, data, limit):
    native, latin = data.draw(spelled(language))
    if -2 <= len(latin) - len(native) <= 2 + len(native) // 2:
        assert COSTS.cost(latin, native, language, limit) == cost(latin, native, TABLES[language], limit)


def test_what_third_countries_spell_is_in_one_table():
    for language, native, latin in (("uk", "буданов", "budanow"), ("uk", "шевченко", "szewczenko"), ("ru", "путин", "poutine")):
        assert cost(latin, native, TABLES[language + ABROAD]) == 0
        assert any(cost(latin, native, TABLES[f"{language}-{other}"]) == 0 for other in THROUGH)


@pytest.mark.parametrize(
    ("latin", "native", "price"),
    [("putina", "путин", 1), ("moskvu", "москва", 1), ("putins", "путин", 1), ("putin", "путин", None), ("suma", "сум", None)],
)
def test_inflected_forms_of_names(latin, native, price):
    assert Costs(RECORDS.get).of_oblique(latin, native, "ru") == price


def test_adjectives_are_compared_by_their_stem():
    costs = Costs(RECORDS.get)
    assert costs.of_adjective("donetska", "донецьк", "uk") == (0, True)
    assert costs.of_adjective("donetsk", "донецьк", "uk") == (0, False)
    assert costs.of_adjective("warsaw", "донецьк", "uk") == (None, False)
