from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lintnews.lexicon.spellings import given_key, skeleton, sturdy

WORDS = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzéłšжß"), max_size=12)


@given(WORDS)
def test_spellings_of_one_name_have_the_same_sturdy_consonants(word: str) -> None:
    assert sturdy(skeleton(word)) == sturdy(word)


@given(WORDS, WORDS, st.sampled_from("aeiou"), st.sampled_from("aeiou"))
def test_vowels_are_not_sturdy(begin: str, end: str, first: str, second: str) -> None:
    assert sturdy(begin + first + end) == sturdy(begin + second + end)


def test_what_no_spelling_changes() -> None:
    assert sturdy("volodymyr") == sturdy("wladimir") == "vldmr"


def test_a_given_name_has_one_key_in_every_language() -> None:
    assert given_key("vladimir") == given_key("volodymyr") != given_key("oleh")
    assert given_key("") == ""
