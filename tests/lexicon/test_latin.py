"""How well Latin spellings fit native words, and what they are read back to, by the tables that are shipped."""

import pytest

from lintnews.lexicon.cache import rules_dir
from lintnews.lexicon.latin import Costs, cost, read_back
from lintnews.lexicon.romanize import letters

FOLDER = rules_dir() + "/romanization"
LETTERS = letters(FOLDER)


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
    costs = Costs(lambda: read.append("letters") or LETTERS, lambda: read.append("edges") or ({"х": "kh"}, {}))
    assert not read
    assert costs.cost("kherson", "херсон", "uk") == cost("Kherson", "Херсон", LETTERS["uk"]) == 0
    assert costs.cost("cherson", "херсон", "uk") is None, "ruled out by its first letter"
    assert costs.cost("kh", "херсон", "uk") is None, "too short"
    assert costs.cost("kherzon", "херсон", "uk", 0) is None, "a slip where none is allowed"
    assert costs.starts == {"х": "kh"}
    assert sorted(read) == ["edges", "letters"], "each is read once"


@pytest.mark.parametrize(
    ("latin", "native", "price"),
    [("putina", "путин", 1), ("moskvu", "москва", 1), ("putins", "путин", 1), ("putin", "путин", None), ("suma", "сум", None)],
)
def test_inflected_forms_of_names(latin, native, price):
    assert Costs(lambda: LETTERS, lambda: ({}, {})).of_oblique(latin, native, "ru") == price


def test_adjectives_are_compared_by_their_stem():
    costs = Costs(lambda: LETTERS, lambda: ({}, {}))
    assert costs.of_adjective("donetska", "донецьк", "uk") == (0, True)
    assert costs.of_adjective("donetsk", "донецьк", "uk") == (0, False)
    assert costs.of_adjective("warsaw", "донецьк", "uk") == (None, False)
