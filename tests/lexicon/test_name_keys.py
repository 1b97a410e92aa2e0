"""What tells the names of a key apart before their letters are compared never turns a right one away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.lexicon.cache import rules_dir
from lintnews.lexicon.latin import plain
from lintnews.lexicon.name_keys import ANY_HISS, latin_hisses, latin_keys, native_hisses, native_key
from lintnews.lexicon.romanize import romanize, systems

FOLDER = rules_dir() + "/romanization"
NAMES = [
    ("uk", "запоріжжя щастя єнакієве харків подільськ мельник юрій чернігів гайсин черкаси ромни яремче"),
    ("ru", "восточный щербинка дзержинск гатчина ельцин жуковский рыбинск отрадное цхинвал южный"),
]
CASES = [
    (word, romanize(word, system), system.id)
    for language, words in NAMES
    for word in words.split()
    for system in systems(FOLDER).values()
    if system.language == language and system.press
]


@pytest.mark.parametrize(("native", "latin", "system"), CASES, ids=[f"{latin}-{system}" for _, latin, system in CASES])
def test_a_romanization_leads_to_its_name(native, latin, system):
    assert native_key(native) in latin_keys(latin)
    assert not latin_hisses(latin) or native_hisses(native) in latin_hisses(latin)


def test_keys_tell_names_apart():
    assert latin_keys("boris") != latin_keys("kharkiv")
    assert len(latin_keys("cherkasy")) == 2
    assert len(latin_keys("jermak")) == 3
    assert latin_keys("’") == ()


def test_the_groups_of_sibilants_of_a_plural_may_be_one_fewer():
    assert latin_hisses("khrushchev") == ()  # a c may be anything
    assert set(latin_hisses("sumy")) == {1, ANY_HISS}
    assert set(latin_hisses("tatars")) == {1, 0, ANY_HISS}


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCXYZ", min_size=1))
def test_plain_words_stay(word):
    assert plain(word) == word.lower()
