from __future__ import annotations

import pytest

from lintnews.lexicon.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load(extra={"avdiivka"})


@pytest.mark.parametrize(
    "word", "the colour organisation travelled programmes deoccupied cyberattacks ceasefire hryvnias don't".split()
)
def test_english_is_known(vocabulary: Vocabulary, word: str) -> None:
    assert vocabulary.knows(word)


@pytest.mark.parametrize("word", "legkovushka statedthat ofthe podpiski shellling przez avdiyivka".split())
def test_other_words_are_not(vocabulary: Vocabulary, word: str) -> None:
    assert not vocabulary.knows(word)


def test_the_glossary_adds_words(vocabulary: Vocabulary) -> None:
    assert vocabulary.knows("avdiivka")
    assert vocabulary.lists("avdiivka")
    assert not vocabulary.lists("deoccupyings")


def test_frequency_orders_words(vocabulary: Vocabulary) -> None:
    assert vocabulary.frequency("the") > vocabulary.frequency("oligarch") > vocabulary.frequency("zelensky") == 0


def test_corrections_are_one_edit_away(vocabulary: Vocabulary) -> None:
    assert "shelling" in vocabulary.corrections("shellling")
    assert vocabulary.corrections("zzyzxqq") == ()
    assert vocabulary.corrections("x" * 1_000_000) == ()  # at once


def test_acronyms_are_capitals(vocabulary: Vocabulary) -> None:
    assert {"NATO", "HIMARS", "GDP"} <= vocabulary.acronyms
    assert "OVA" not in vocabulary.acronyms


def test_the_unknown_words_of_a_document(vocabulary: Vocabulary) -> None:
    first, second = {"the": [0], "podpiski": [1], "avdiivka": [2], "shellling": [3]}, {"legkovushka": [0]}
    assert vocabulary.unknown(first) == ["podpiski", "shellling"]
    assert vocabulary.unknown(second) == ["legkovushka"]
    assert vocabulary.unknown(first) == ["podpiski", "shellling"]


def test_a_word_of_the_glossary_is_told_from_a_listed_one(vocabulary: Vocabulary) -> None:
    assert vocabulary.has_name("avdiivka")
    assert not vocabulary.has_name("the")
