"""The backend that asks pymorphy3, with the real analyser and its Russian dictionary."""

import pytest

from lintnews.lexicon.cache import rules_dir
from lintnews.lexicon.morphology import Morphology, is_installed
from lintnews.lexicon.romanize import letters
from lintnews.lexicon.word_forms import Form

LETTERS = letters(rules_dir() + "/romanization", press=True)


@pytest.fixture(scope="module")
def morphology():
    if not is_installed():
        pytest.skip("pymorphy3 is not installed: pip install 'lintnews[morphology]'")
    return Morphology()


@pytest.mark.parametrize(
    ("latin", "form"),
    [
        ("kavaleristov", Form("кавалеристов", "ru", "кавалерист")),
        ("fonarikov", Form("фонариков", "ru", "фонарик")),
        ("bolnitsami", Form("больницами", "ru", "больница")),  # a soft sign that no letter shows
    ],
)
def test_a_form_is_found_by_its_spelling(morphology, latin, form):
    assert next(morphology.find(latin, LETTERS)) == form


@pytest.mark.parametrize("latin", ["lantern", "windows", "dom", "x", "kavaleristovich"])
def test_other_words_and_short_ones_are_not(morphology, latin):
    assert list(morphology.find(latin, LETTERS)) == []


def test_without_a_dictionary_nothing_is_found():
    assert list(Morphology({}).find("fonarikov", LETTERS)) == []
