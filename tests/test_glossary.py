from __future__ import annotations

from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from lintnews import glossary
from lintnews.config import Settings
from lintnews.errors import ConfigError, RuleError
from lintnews.lexicon.load import read_file
from lintnews.linter import Linter

TERM = '''\
[[term]]
id = "kyiv"                 # the capital
en = ["Kyiv"]
uk = ["Київ"]
[term.reject]
russian-exonym = ["Kiev", "Kiew", { forms = ["kiev city", "Kiev~"], near = [] }]
[[term.example]]
flag = "Debris fell on Kiev."
[[term.example]]
pass = "Debris fell on Kyiv."
'''
WORDS = st.text("abcÄя -'", min_size=1, max_size=12).filter(str.strip)


def test_a_word_becomes_a_term_at_the_end():
    text = glossary.with_word("# ours\n", "podpiski", "Accepted in a.txt.")
    assert text == '# ours\n\n[[term]]\nid = "accepted-podpiski"\nen = ["podpiski"]\nnote = "Accepted in a.txt."\n'


def test_line_breaks_stay_as_they_are():
    assert glossary.with_word("# ours\r\n", "a b") == '# ours\r\n\r\n[[term]]\r\nid = "accepted-a-b"\r\nen = ["a b"]\r\n'


def test_a_change_keeps_line_breaks_and_comments():
    text = '# ours\r\n[[term]]\r\nid = "a"  # first\r\nen = ["A"]\r\n'
    changed = glossary.changed(text, lambda document: document["term"][0].update(note="b"))
    assert changed == text + 'note = "b"\r\n'
    assert glossary.changed(text, lambda document: None) == text


def test_a_glossary_to_be_tried_out_is_gone_afterwards():
    with glossary.beside("# ours\r\n", "/somewhere/desk.toml") as path:
        tried = Path(path)
        assert (tried.name, tried.read_bytes()) == ("desk.toml", b"# ours\r\n")
    assert not tried.parent.exists()


@given(st.lists(WORDS, max_size=4))
def test_words_however_alike_make_a_glossary_that_loads(words):
    text = ""
    for word in words:
        text = glossary.with_word(text, word)
    glossary.check(text, "desk.toml")
    assert [term["en"] for term in tomli.loads(text).get("term", ())] == [[word] for word in words]


def test_a_form_of_the_same_name_is_admitted_and_no_longer_rejected():
    text = glossary.with_form("# ours\n", "Kiev", "russian-exonym", TERM)
    assert text.startswith('# ours\n\n[[term]]\nid = "kyiv"                 # the capital\n')
    (term,) = tomli.loads(text)["term"]
    assert term["en"] == ["Kyiv", "Kiev"]
    assert term["reject"] == {"russian-exonym": ["Kiew", {"forms": ["kiev city"], "near": []}]}
    assert {"flag": "Debris fell on Kiew."} in term["example"]
    glossary.check(text, "desk.toml")


def test_a_wrong_reading_is_only_no_longer_rejected():
    (term,) = tomli.loads(glossary.with_form("", "Kiev", "acronym-expansion", TERM))["term"]
    assert term["en"] == ["Kyiv"]


def test_a_term_that_the_desk_has_itself_is_changed_where_it_stands():
    own = f"# first\n{TERM}\n# last\n[[term]]\nid = \"x\"\nen = [\"X\"]\n"
    text = glossary.with_form(own, "Kiew", "russian-exonym", TERM)
    assert "# first" in text
    assert "# last" in text
    assert [term["id"] for term in tomli.loads(text)["term"]] == ["kyiv", "x"]
    assert "Kiew" in tomli.loads(text)["term"][0]["en"]


@pytest.mark.slow
def test_every_form_of_every_builtin_term_can_be_accepted():
    linter = Linter(Settings())
    for number in list(linter.lexicon.numbers())[::25]:
        record = linter.lexicon.entry(number)
        if record["shape"] == "term":
            builtin = glossary.block(record["path"], record["line"])
            (term,) = tomli.loads(builtin)["term"]
            plain = [form for forms in term.get("reject", {}).values() for form in forms if isinstance(form, str)]
            for form in plain[:2]:
                glossary.check(glossary.with_form("", form, "russian-exonym", builtin), "desk.toml")


def test_a_block_ends_before_the_comment_of_the_next_entry(tmp_path):
    path = tmp_path / "x.toml"
    path.write_text(f"# one\n{TERM}\n# about the next\n[[term]]\nid = \"x\"\nen = [\"X\"]\n", encoding="utf-8")
    first = next(read_file(str(path)))
    assert glossary.block(str(path), first.line) == TERM


@pytest.mark.parametrize("broken", ["[[term]", "term = 1\n[[term]]"])
def test_a_broken_glossary_is_left_alone(broken):
    with pytest.raises(RuleError, match="TOML"):
        glossary.with_word(broken, "x")


@pytest.mark.parametrize(
    ("text", "shared", "changed"),
    [
        ("", False, 'ignore = ["calque"]\n'),
        ('# a\nignore = ["x"]  # b\n', False, '# a\nignore = ["x", "calque"]  # b\n'),
        ('ignore = ["calque"]\n', False, 'ignore = ["calque"]\n'),
        ('[severity]\ncalque = "off"\n', False, 'ignore = ["calque"]\n\n[severity]\ncalque = "off"\n'),
        ('[project]\nname = "x"\n', True, '[project]\nname = "x"\n\n[tool.lintnews]\nignore = ["calque"]\n'),
    ],
)
def test_a_value_is_added_to_a_setting(text, shared, changed):
    assert glossary.with_setting(text, "ignore", "calque", shared) == changed


@pytest.mark.parametrize("text", ["ignore = 1", "ignore ="])
def test_a_setting_of_another_shape_is_left_alone(text):
    with pytest.raises(ConfigError, match="cannot be changed"):
        glossary.with_setting(text, "ignore", "calque", False)
