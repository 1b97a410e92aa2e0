"""Romanization, held against two well-kept libraries where they are installed, and against known names."""

import pytest

from lintnews.lexicon.cache import rules_dir
from lintnews.lexicon.latin import cost
from lintnews.lexicon.name_keys import latin_keys, native_key
from lintnews.lexicon.romanize import letters, romanize, systems

FOLDER = rules_dir() + "/romanization"
SYSTEMS, LETTERS = systems(FOLDER), letters(FOLDER)

WORDS = {
    "uk": ["Знам'янка", "Згурівка", "Ужгород", "Єнакієве", "Щастя", "Юрій", "Хмельницький", "Їжакевич", "Ґалаґан", "Львів"],
    "ru": ["Восточный", "Щербинка", "Юрий", "Подъячев", "Энгельс", "Цхинвал", "Жуков", "Ольга", "Крым", "Мухин"],
}


@pytest.mark.parametrize(
    ("system", "native", "latin"),
    [
        ("uk-kmu2010", "Згурський", "Zghurskyi"),
        ("uk-kmu2010", "Єнакієве", "Yenakiieve"),
        ("uk-kmu2010", "Знам'янка", "Znamianka"),
        ("uk-kmu2010", "Запоріжжя", "Zaporizhzhia"),
        ("uk-news", "Зеленський", "Zelensky"),
        ("ru-news", "Соловьёв", "Solovyov"),
        ("ru-news", "Дмитрий Песков", "Dmitry Peskov"),
        ("ru-bgn1947", "Евгений", "Yevgeniy"),
        ("be-official2007", "Гомель", "Homieĺ"),
        ("be-official2007", "Магілёў", "Mahilioŭ"),
        ("be-official2007", "Віцебск", "Viciebsk"),
        ("be-official2007", "Баранавічы", "Baranavičy"),
        ("be-bgn1979", "Магілёў", "Mahilyow"),
        ("be-bgn1979", "Віцебск", "Vitsyebsk"),
        ("be-bgn1979", "Баранавічы", "Baranavichy"),
    ],
)
def test_known_names(system, native, latin):
    assert romanize(native, SYSTEMS[system]) == latin


@pytest.mark.parametrize(("ours", "theirs"), [("uk-kmu2010", "UkrainianKMU"), ("uk-passport2007", "UkrainianPassport2007")])
def test_agrees_with_translitua(ours, theirs):
    library = pytest.importorskip("translitua")
    table = getattr(library, theirs)
    for word in WORDS["uk"]:
        assert romanize(word, SYSTEMS[ours]) == library.translit(word, table), word


@pytest.mark.parametrize(("ours", "theirs"), [("ru-icao", "ICAO_DOC_9303"), ("ru-gost779b", "GOST_779_ALT")])
def test_agrees_with_iuliia(ours, theirs):
    schema = getattr(pytest.importorskip("iuliia"), theirs)
    for word in WORDS["ru"]:
        assert romanize(word, SYSTEMS[ours]) == schema.translate(word), word


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_every_table_of_a_language_can_be_read_back(language):
    for word in WORDS[language]:
        for system in SYSTEMS.values():
            if system.language == language:
                latin = romanize(word, system)
                assert cost(latin, word, LETTERS[language]) == 0, (word, system.id, latin)
                assert native_key(word) in latin_keys(latin), (word, system.id, latin)
