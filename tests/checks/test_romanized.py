"""Names by descent, with a small glossary that lists no wrong form."""

import pytest
from lexicons import lexicon_of, view_of

from lintnews.checks import romanized
from lintnews.lexicon.names import NameIndex
from lintnews.lexicon.vocabulary import Vocabulary

GLOSSARY = """
[[term]]
id = "vostochny"
en = ["Vostochny Cosmodrome", "Vostochny"]
ru = ["Восточный"]
uk = ["Східний"]
origin = "ru"
[[term]]
id = "annalena-baerbock"
en = ["Annalena Baerbock"]
uk = ["Анналена Бербок"]
ru = ["Анналена Бербок"]
origin = "de"
[[term]]
id = "kherson"
en = ["Kherson"]
uk = ["Херсон"]
ru = ["Херсон"]
origin = "uk"
[[term]]
id = "mykolaiv"
en = ["Mykolaiv"]
uk = ["Миколаїв"]
ru = ["Николаев"]
origin = "uk"
[[term]]
id = "kharkiv-oblast"
en = ["Kharkiv Oblast", "Kharkiv region"]
uk = ["Харківська область"]
ru = ["Харьковская область"]
origin = "uk"
[[term]]
id = "zaporizhzhia-plant"
en = ["Zaporizhzhia nuclear power plant", "Zaporizhzhia NPP"]
uk = ["Запорізька АЕС"]
ru = ["Запорожская АЭС"]
origin = "uk"
[[term]]
id = "lyman"
en = ["Lyman"]
uk = ["Лиман"]
ru = ["Лиман"]
origin = "uk"
[[term]]
id = "robotyne"
en = ["Robotyne"]
uk = ["Роботине"]
ru = ["Работино"]
origin = "uk"
[[term]]
id = "podolsk"
en = ["Podolsk"]
ru = ["Подольск"]
uk = ["Подольськ"]
origin = "ru"
[[term]]
id = "podilsk"
en = ["Podilsk"]
uk = ["Подільськ"]
ru = ["Подольск"]
origin = "uk"
[[term]]
id = "syrskyi"
en = ["Oleksandr Syrskyi", "Oleksandr Syrsky"]
uk = ["Олександр Сирський"]
ru = ["Александр Сырский"]
origin = "uk"
[[term]]
id = "lukashenko"
en = ["Alexander Lukashenko"]
be = ["Аляксандр Лукашэнка"]
ru = ["Александр Лукашенко"]
uk = ["Олександр Лукашенко"]
origin = "be"
[[term]]
id = "kim-jong-un"
en = ["Kim Jong Un", "Kim Jong-un"]
uk = ["Кім Чен Ин"]
ru = ["Ким Чен Ын"]
origin = "ko"
[[term]]
id = "healey"
en = ["John Healey"]
uk = ["Джон Гілі"]
ru = ["Джон Хили"]
origin = "en"
"""


@pytest.fixture(scope="module")
def find():
    vocabulary = Vocabulary.load()
    vocabulary.names = NameIndex(lexicon_of(GLOSSARY))
    return lambda text: list(romanized.check(view_of(text), vocabulary))


@pytest.mark.parametrize(
    ("form", "entry", "marked"),
    [
        ("the Skhidny cosmodrome", "vostochny", "Skhidny"),
        ("Nikolaev", "mykolaiv", "Nikolaev"),
        ("Cherson", "kherson", "Cherson"),
        ("Khersonu", "kherson", "Khersonu"),
        ("the Kharkivska oblast", "kharkiv-oblast", "Kharkivska oblast"),
        ("the Kharkovskaya oblast", "kharkiv-oblast", "Kharkovskaya oblast"),
        ("the Kharkov region", "kharkiv-oblast", "Kharkov region"),
        ("Kharkivshchyna", "kharkiv-oblast", "Kharkivshchyna"),
        ("the Zaporozhskaya NPP", "zaporizhzhia-plant", "Zaporozhskaya NPP"),
        ("the Limansky direction", "lyman", "Limansky"),
        ("the direction of Lymanskyi", "lyman", "Lymanskyi"),
        ("Rabotyne", "robotyne", "Rabotyne"),
        ("Robotino", "robotyne", "Robotino"),
        ("Alexander Syrskyi", "syrskyi", "Alexander Syrskyi"),
        ("Aleksandr Syrsky", "syrskyi", "Aleksandr Syrsky"),
        ("Oleksandr Lukashenko", "lukashenko", "Oleksandr Lukashenko"),
        ("Mykolajiw", "mykolaiv", "Mykolajiw"),  # German
        ("Jersón", "kherson", "Jersón"),  # Spanish
        ("Kim Chen Yn", "kim-jong-un", "Kim Chen Yn"),
        ("Annalena Berbock", "annalena-baerbock", "Annalena Berbock"),
        ("Kim Chen-un", "kim-jong-un", "Kim Chen-un"),
    ],
)
def test_flags(find, form, entry, marked):
    text = f"Reporters heard about {form} on Tuesday."
    (finding,) = find(text)
    assert (finding.rule.partition("/")[2], text[finding.start : finding.end]) == (entry, marked)
    assert finding.severity == "warning"
    assert finding.suggestions[0]


@pytest.mark.parametrize(
    "text",
    [
        "Guards at the Vostochny cosmodrome waved.",
        "Trains left Kherson and Mykolaiv for the Kharkiv region and the Kharkiv Oblast.",
        "The plant is in Podolsk near Moscow, and Podilsk is near Odesa.",  # either is the other's wrong form
        "Oleksandr Syrskyi and Oleksandr Syrsky are one man.",
        "Kim Jong Un met Kim Jong-un's aide.",
        "Alexander Lukashenko spoke in Minsk.",
        "Olivia Kherson-Smith met Mr. Nikolaev in Ohio.",
        "The Lyman alpha line and Lyman Frank Baum.",
        "Officers in Harrison and Carson City made arrests.",
    ],
)
def test_passes(find, text):
    assert [finding for finding in find(text) if finding.severity != "info"] == []


@pytest.mark.parametrize("name", ["Oleksandr Syrskiy", "John Hili", "Aliaksandr Lukashenka"])
def test_how_people_write_their_names_is_a_note_at_most(find, name):
    assert {finding.severity for finding in find(f"On Monday {name} spoke.")} <= {"info"}


def test_a_surname_alone_is_judged_where_the_full_name_stands(find):
    assert find("Reporters met Syrsky and Syrskii.") == []
    found = find("Oleksandr Syrskyi came. Reporters met Sirsky in the evening.")
    assert [finding.suggestions for finding in found] == [("Syrskyi",)]


def test_the_region_is_suggested_with_the_noun_of_the_copy(find):
    (finding,) = find("The Kharkovskaya region was shelled.")
    assert finding.suggestions == ("Kharkiv region",)


def test_messages_name_the_native_form(find):
    (finding,) = find("Guards at Skhidny waved.")
    assert "Східний" in finding.message
    assert "Russian" in finding.message
