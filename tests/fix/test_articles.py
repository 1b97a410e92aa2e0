import pytest

from lintnews.fix.articles import article_for

AN = "hour honest heir NRC HUR SBU F-16 S-300 MLRS RPG 8 11 18 80th 11,000 urban uninhabited usher Uzbek officer RPGs 8-year-old"
A = "European Ukrainian UN UAV union unit one-off user utility unanimous NATO FAB NASAMS Su-34 118 1,100 100 Kharkiv useful"


@pytest.mark.parametrize("word", AN.split())
def test_an_goes_before_a_vowel_sound(word: str) -> None:
    assert article_for(f"{word} thing") == "an"


@pytest.mark.parametrize("word", [*A.split(), "", "—"])
def test_a_goes_before_any_other(word: str) -> None:
    assert article_for(word) == "a"


def test_marks_before_the_word_are_passed_over() -> None:
    assert article_for("“hour”") == "an"
