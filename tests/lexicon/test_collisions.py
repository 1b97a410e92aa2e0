from lexicons import lexicon_of

from lintnews.lexicon.cache import rules_dir
from lintnews.lexicon.collisions import derived
from lintnews.lexicon.names import NameIndex
from lintnews.lexicon.vocabulary import Vocabulary

GLOSSARY = """
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
id = "mykolaiv"
en = ["Mykolaiv"]
uk = ["Миколаїв"]
ru = ["Николаев"]
origin = "uk"
[[term]]
id = "desk"
en = ["desk"]
uk = ["стіл"]
"""


def test_what_is_something_else_is_counted():
    lexicon, vocabulary = lexicon_of(GLOSSARY), Vocabulary.load()
    vocabulary.names = NameIndex(lexicon)
    found = derived(lexicon, vocabulary, rules_dir() + "/romanization")
    assert found.names == 3
    assert found.other_names == ("podolsk",)
    assert found.forms >= 2
    assert not found.everyday
