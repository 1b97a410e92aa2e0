
import pytest

from lintnews.lexicon import word_forms
from lintnews.lexicon.cache import rules_dir
from lintnews.lexicon.romanize import letters
from lintnews.lexicon.table import Table
from lintnews.lexicon.word_forms import Form, WordForms, compiled

LETTERS = letters(rules_dir() + "/romanization", press=True)
FORMS = {
    "uk": {"ліхтарик": "ліхтарик", "ліхтариків": "ліхтарик", "Київ": "Київ", "жовтня": "жовтень", "рік": "рік"},
    "ru": {"фонариков": "фонарик", "октября": "октябрь", "фонарями": "фонарь"},
}


@pytest.fixture(scope="module")
def forms(tmp_path_factory):
    path = str(tmp_path_factory.mktemp("forms") / "forms.bin")
    Table.write(path, compiled(iter(FORMS.items())))
    return WordForms(Table(path))


@pytest.mark.parametrize(
    ("latin", "form"),
    [
        ("likhtarykiv", Form("ліхтариків", "uk", "ліхтарик")),
        ("zhovtnia", Form("жовтня", "uk", "жовтень")),
        ("fonarikov", Form("фонариков", "ru", "фонарик")),
        ("fonaryami", Form("фонарями", "ru", "фонарь")),
    ],
)
def test_a_form_is_found_by_its_spelling(forms, latin, form):
    assert list(forms.find(latin, LETTERS)) == [form]


@pytest.mark.parametrize("latin", ["kyiv", "rik", "fonarik", "lantern", "x"])
def test_names_short_words_and_other_words_are_not(forms, latin):
    assert list(forms.find(latin, LETTERS)) == []


def test_the_dictionaries_of_the_library(monkeypatch):
    if not word_forms.is_installed():
        pytest.skip("simplemma is not installed")
    dictionary = word_forms._dictionary("uk")
    few = {form: dictionary[form] for form in ("рентабельність", "підписки")}
    found = WordForms(compiled(iter([("uk", few)])))
    assert [form.lemma for form in found.find("pidpysky", LETTERS)] == [dictionary["підписки"]]


def test_nothing_is_compiled_unasked(tmp_path, monkeypatch):
    monkeypatch.setenv("LINTNEWS_CACHE", str(tmp_path))
    assert word_forms.open_forms() is None
    assert list(tmp_path.iterdir()) == []
