import pytest
from lexicons import example, lexicon_of

from lintnews.lexicon.acronym_records import is_acronym, spellings
from lintnews.lexicon.cache import rules_dir
from lintnews.lexicon.native import Natives
from lintnews.lexicon.romanize import letters

TERM = """
[[term]]
id = "waterworks"
en = ["city waterworks"]
uk = ["міський водоканал", "МВДК"]
[term.reject]
calque = ["city water channel"]
""" + example("term", "The city water channel burst.", "The city waterworks burst.")


@pytest.fixture(scope="module")
def natives():
    return Natives(lexicon_of(TERM))


@pytest.mark.parametrize(
    ("latin", "native", "english"),
    [
        ("tot", "ТОТ", "temporarily occupied territories"),
        ("rszv", "РСЗВ", "multiple launch rocket system"),
        ("kndr", "КНДР", "North Korea"),
        ("chvk", "ЧВК", "private military company"),
        ("tro", "ТрО", "Territorial Defense Forces"),
        ("gur", "ГУР", "Main Directorate of Intelligence"),
        ("mvdk", "МВДК", "city waterworks"),
    ],
)
def test_acronyms_are_read_back(natives, latin, native, english):
    assert (native, english) in [(found.native, found.english[0]) for found in natives.acronyms(latin)]


def test_what_no_acronym_spells_reads_as_nothing(natives):
    assert natives.acronyms("qwx") == []


def test_spellings_readers_know_otherwise(natives):
    assert natives.is_familiar("oda")
    assert not natives.is_familiar("rszv")


@pytest.mark.parametrize(
    ("form", "is_one"), [("РСЗВ", True), ("ТрО", True), ("БпЛА", True), ("Київ", False), ("Я", False), ("ЗС РФ", False)]
)
def test_what_is_an_acronym(form, is_one):
    assert is_acronym(form) is is_one


def test_spellings_of_an_acronym():
    tables = letters(rules_dir() + "/romanization", press=True)
    assert {"tck", "ttsk"} <= set(spellings("ТЦК", tables["uk"]))
    assert list(spellings("ОК", tables["uk"])) == []  # too short to be told from chance


@pytest.mark.parametrize(
    ("latin", "native", "meaning"),
    [
        ("oblasna", "обласний", "regional"),
        ("obstrily", "обстріл", "shelling"),
        ("obstreliv", "обстрел", "shelling"),
        ("zradnyky", "зрадник", "traitor"),
        ("berkutovtsy", "беркутовец", "Berkut officer"),
        ("vstrechku", "встречка", "oncoming lane"),
        ("busiks", "бусик", "minibus"),
        ("turechchyni", "Туреччина", "Turkey"),
    ],
)
def test_inflected_words_are_read_back(natives, latin, native, meaning):
    assert (native, meaning) in [(word.native, word.meaning) for word in natives.words(latin)]


@pytest.mark.parametrize("latin", ["kindergarten", "restaurante", "samouraj", "mañana", "x"])
def test_other_words_are_not(natives, latin):
    assert natives.words(latin) == []


@pytest.mark.parametrize(("latin", "native"), [("podpiski", "подписки"), ("zradnyk", "зрадник"), ("borshch", "борщ")])
def test_the_likeliest_spelling(natives, latin, native):
    assert natives.spelled(latin) == native
