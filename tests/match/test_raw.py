"""Rules that are regular expressions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lexicons import example, lexicon_of, view_of

from lintnews.match import raw, tokens

LEXICON = lexicon_of("[[rule]]\nid = 'r'\nliteral = ['zebra']\nregex = '\\bzebra \\d+\\b'" + example("rule"))


def run(rule: str, text: str):
    lexicon = lexicon_of('[[rule]]\nid = "r"\n' + rule + example("rule"))
    view = view_of(text)
    hits, stopped = raw.Expressions(lexicon).find(view, tokens.find(view, lexicon).woken)
    return [(text[hit.start : hit.end], hit.suggest) for hit in hits], stopped


def test_an_expression_marks_its_group_and_fills_in_its_suggestion():
    rule = "regex = '(\\w+)( -)(scale)'\nliteral = [' -scale']\nmark = 2\nsuggest = ['\\1-\\3']"
    assert run(rule, "a full -scale war") == ([(" -", ("full-scale",))], [])


def test_it_runs_only_where_a_literal_stands():
    assert run("regex = '\\w+'\nliteral = ['zebra']", "nothing here") == ([], [])
    found, _ = run("regex = '\\b\\w+a\\b'\nliteral = ['zebra']", "a mama here\n\nthe Zebra there")
    assert found == [("Zebra", ())]


def test_case_exact():
    assert run("regex = 'TOT'\nliteral = ['tot']\ncase = 'exact'", "tot TOT")[0] == [("TOT", ())]


def test_one_that_runs_away_is_stopped_and_named(monkeypatch):
    monkeypatch.setattr(raw, "TIMEOUT", 0.05)
    found, stopped = run("regex = '(?:a+a+)+[b-z]'\nliteral = ['aaaa']", "a" * 4000 + "! b")
    assert found == []
    assert len(stopped) == 1
    assert "'r'" in stopped[0]


def test_a_long_segment_gets_more_time(monkeypatch):
    """A rule that is as fast as any would need more than its half second for megabytes in one line."""
    monkeypatch.setattr(raw, "TIMEOUT", 0.0)
    found, stopped = run("regex = '\\bzebra\\b'\nliteral = ['zebra']", "the school is open " * 20_000 + "zebra")
    assert (found, stopped) == ([("zebra", ())], [])


@pytest.mark.parametrize("text", ["", "\n", "x" * 10])
def test_no_hit_in_text_without_words(text):
    assert run("regex = 'y'\nliteral = ['y']", text) == ([], [])


def test_a_phrase_calls_for_an_expression():
    assert run("regex = '\\bzebra \\d+\\b'\nliteral = ['zebra']", "no zebra\n\na zebra 12 ran") == ([("zebra 12", ())], [])


def test_it_is_not_run_where_what_it_needs_is_far_away(monkeypatch):
    """A digit in the same paragraph is not enough."""
    expressions = raw.Expressions(LEXICON)
    monkeypatch.setattr(expressions, "_engine", None)
    view = view_of("a zebra ran" + " and ran" * 30 + " 12")
    assert expressions.find(view, tokens.find(view, LEXICON).woken) == ([], [])


def test_a_match_is_whole_however_long():
    text = "a zebra " + "1" * 300 + " ran"
    assert run("regex = '\\bzebra \\d+\\b'\nliteral = ['zebra']", text)[0] == [("zebra " + "1" * 300, ())]


def test_what_stands_behind_a_match_is_seen():
    rule = "regex = '\\bzebra(?! crossings are closed)\\b'\nliteral = ['zebra']"
    assert run(rule, "the zebra crossings are closed\n\na zebra crossings")[0] == [("zebra", ())]


def test_words_that_follow_one_another_are_found_each_once():
    rule = "regex = '\\b(?:old )?zebra(?: and|,)?'\nliteral = ['zebra']"
    assert [text for text, _ in run(rule, "zebra, zebra and old zebra " * 40)[0]] == ["zebra,", "zebra and", "old zebra"] * 40


@given(st.lists(st.sampled_from(["zebra 1 ", "the zebra ", "ran ", "x" * 300 + " "]), max_size=90), st.integers(0, 40))
def test_a_long_segment_gives_what_short_ones_give(words, pad):
    view = view_of("and " * pad + "".join(words))
    found, _ = raw.Expressions(LEXICON).find(view, tokens.find(view, LEXICON).woken)
    assert len(found) == view.plain.count("zebra 1")


def test_a_rule_of_lines_finds_a_line_of_a_long_segment():
    rule = "regex = '(?m)^Share zebra$'\nliteral = ['zebra']"
    text = "one two.\n" * 2000 + "Share zebra\n" + "one two.\n" * 2000
    assert run(rule, text)[0] == [("Share zebra", ())]
