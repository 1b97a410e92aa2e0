import pytest

from lintnews.lexicon.cache import rules_dir
from lintnews.lexicon.descent import looks_cyrillic, looks_slavic_name, skeleton
from lintnews.lexicon.romanize import romanize, systems

TABLES = [system for system in systems(rules_dir() + "/romanization").values() if system.press]


@pytest.mark.parametrize(
    "group",
    [
        ("Hajday", "Haidai", "Gaidai", "Haiday"),
        ("Usik", "Usyk"),
        ("Zelensky", "Zelenskyy", "Zelenskyi", "Zelenskiy", "Zelenskij"),
        ("Yaroslav", "Iaroslav", "Jaroslav"),
        ("Budanow", "Budanov"),
        ("Shcherbina", "Scherbyna", "Szczerbina"),
    ],
)
def test_spellings_of_one_name_share_a_skeleton(group):
    assert len({skeleton(word) for word in group}) == 1


@pytest.mark.parametrize(
    "pair", [("Ivanov", "Ivanova"), ("Petrenko", "Petrenkov"), ("Kozak", "Kazak"), ("Mehta", "Meta")]
)
def test_other_names_do_not(pair):
    assert skeleton(pair[0]) != skeleton(pair[1])


@pytest.mark.parametrize("name", ["Гайдай", "Усик", "Зеленський", "Кириленко", "Наталія"])
def test_the_tables_of_the_press_agree(name):
    spelled = {skeleton(romanize(name, table)) for table in TABLES if table.language == "uk"}
    assert len(spelled) == 1, spelled


@pytest.mark.parametrize(("word", "expected"), [("usyk", True), ("haidai", True), ("zelensky", True), ("smith", False)])
def test_shape(word, expected):
    assert looks_cyrillic(word) is expected


@pytest.mark.parametrize("name", ["tarnavskyi", "hrytsenko", "petrivka", "kovalchuk", "morozov", "vyhadanska"])
def test_endings_only_names_of_the_region_have(name):
    assert looks_slavic_name(name)


@pytest.mark.parametrize("name", ["bandai", "dallos", "bernardi", "chekhov-like", "murdoch", "sarkozy", "mubarak"])
def test_other_names_have_none(name):
    assert not looks_slavic_name(name)
