"""What tells the names of a key apart before their letters are compared never turns a right one away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.lexicon.cache import rules_dir
from lintnews.lexicon.latin import plain
from lintnews.lexicon.name_keys import ANY_HISS, latin_hisses, latin_keys, native_hisses, native_key
from lintnews.lexicon.name_records import edges
from lintnews.lexicon.romanize import letters, romanize, systems

FOLDER = rules_dir() + "/romanization"
LETTERS = letters(FOLDER)
STARTS, ENDS = edges(FOLDER)
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


@given(st.data())
def test_what_the_tables_spell_begins_and_ends_as_the_edges_say(data):
    """Any walk through the letters of any word, by any table."""
    table = LETTERS[data.draw(st.sampled_from(sorted(LETTERS)))].spellings
    groups = data.draw(st.lists(st.sampled_from(sorted(table)), min_size=1, max_size=6))
    native = "".join(groups)
    latin = "".join(data.draw(st.sampled_from(sorted(table[group]))) for group in groups)
    if latin:
        assert latin[0] in STARTS.get(native[0], latin[0])
        assert latin[-1] in ENDS.get(native[-1], latin[-1])


def test_the_edges_exclude_something():
    assert "k" not in STARTS["б"]
    assert "o" not in ENDS["с"]


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCXYZ", min_size=1))
def test_plain_words_stay(word):
    assert plain(word) == word.lower()
