"""English inflection, generous."""

import pytest

from lintnews.lexicon.inflect import inflections, plural


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("carry", {"carries", "carried", "carrying"}),
        ("stop", {"stops", "stopped", "stopping"}),
        ("release", {"releases", "released", "releasing"}),
        ("strike", {"strikes", "struck", "striking"}),
        ("blow", {"blows", "blew", "blown"}),
        ("Miner", {"Miners"}),
        ("shell", {"shelled", "shelling"}),
        ("travel", {"travelled", "traveled"}),
        ("die", {"died", "dying"}),
    ],
)
def test_inflections(word, forms):
    assert forms <= set(inflections(word))
    assert inflections(word)[0] == word


@pytest.mark.parametrize(
    ("word", "form"),
    [("city", "cities"), ("crisis", "crises"), ("TOT", "TOTs"), ("man", "men"), ("box", "boxes"), ("bay", "bays")],
)
def test_plural(word, form):
    assert plural(word) == (word, form)


def test_a_function_word_has_no_plural():
    assert plural("of") == ("of",)
