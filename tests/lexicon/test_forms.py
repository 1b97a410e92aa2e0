"""The language of forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.lexicon.forms import FormError, parse
from lintnews.lexicon.marks import CLOSE, COMMA, HYPHEN, NAME, NUMBER, OPEN, QUOTE, UNQUOTE


@pytest.mark.parametrize(
    ("form", "patterns"),
    [
        ("nervous system", [(("nervous",), ("system", "systems"))]),
        ("sent=", [(("sent",),)]),
        ("TOT", [(("TOT", "TOTs"),)]),
        ("full-scale", [(("full",), HYPHEN, ("scale", "scales"))]),
        ("(army|military)-medical unit=", [(("army", "military"), HYPHEN, ("medical",), ("unit",))]),
        ("multi-(flat|unit) house=", [(("multi",), HYPHEN, ("flat", "unit"), ("house",))]),
        ("recall, that", [(("recall",), COMMA, ("that",))]),
        ("club “star=”", [(("club",), QUOTE, ("star",), UNQUOTE)]),
        ("(a|an)? dog=", [(("a", "an"), ("dog",)), (("dog",),)]),
        ("(hand out|serve)= it", [(("serve",), ("it",)), (("hand",), ("out",), ("it",))]),
        ("# tanks=", [(NUMBER, ("tanks",))]),
        ("<Name> said=", [(NAME, ("said",))]),
        ("hit ... wall=", [(("hit",), 3, ("wall",))]),
        ("hit ...6 wall=", [(("hit",), 6, ("wall",))]),
        ("Workers' Party=", [(("Workers",), ("Party",))]),
        ("(Ministry of (Emergencies|Situations))=", [(("Ministry",), ("of",), ("Emergencies", "Situations"))]),
    ],
)
def test_reads(form, patterns):
    assert parse(form) == patterns


def test_a_tilde_stands_for_every_inflection():
    ((words,),) = parse("distribute~")
    assert set(words) == {"distribute", "distributes", "distributed", "distributing"}
    ((words,),) = parse("man~")
    assert {"man", "men"} <= set(words)


def test_what_stands_in_a_slot_is_marked_and_inflected():
    (pattern,) = parse("hand= out {}", ["subpoena"])
    assert pattern[2] == OPEN
    assert pattern[-1] == CLOSE
    assert {"subpoena", "subpoenas"} <= set(pattern[3])


def test_a_gap_at_the_edge_says_nothing_and_goes():
    assert parse("(the)? ...2 dog=") == [(("the",), 2, ("dog",)), (("dog",),)]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("", "empty"),
        ("{}", "outside a slot"),
        ("#", "at least one word"),
        ("a; b", "cannot stand"),
        ("(a|b", "not closed"),
        ("<Foo> x", "not known"),
        ("-", "cannot stand"),
        ("(a|b|c) " * 6, "readings"),
    ],
)
def test_refuses(form, said):
    many = form.replace("(a|b|c)", "(a b|c d|e f)")
    with pytest.raises(FormError, match=said):
        parse(many)


@given(st.text(alphabet="ab (|)?~=.#{}<>Name-',", max_size=30))
def test_any_text_is_a_form_or_a_form_error(text):
    try:
        patterns = parse(text, ["x"])
    except FormError:
        return
    assert all(any(isinstance(element, tuple) for element in pattern) for pattern in patterns)
