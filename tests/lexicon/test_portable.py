"""Expressions rewritten for the standard `re`."""

import re

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from lintnews.lexicon.portable import portable

LOOKS = [
    '(?<=^|[.!?…]["”»]? )zebra', "(?<=a|bc?|, )zebra", r"(?<=\.|[a-z\]]-)zebra(?<=a|ra)", "(?<=zebra )ox", "(?<!a|b)zebra", "ox"
]  # fmt: skip
SIGNS = '.!" ”abc,]-\nzox'


@pytest.mark.parametrize("expression", LOOKS)
@given(text=st.text(SIGNS, max_size=12), other=st.sampled_from(["zebra", "ox", "zebra ox"]))
def test_matches_the_same(expression, text, other):
    copy = f"{text}{other}{text}"
    there = [match.span() for match in regex.finditer(expression, copy, regex.MULTILINE)]
    assert [match.span() for match in re.finditer(portable(expression), copy, re.MULTILINE)] == there


def test_flags_for_lines_go():
    assert portable("(?m)^a|(?m)b$") == "^a|b$"


@pytest.mark.parametrize("expression", ["(?<=(?:a|b))c", "(?<=a+)b", "(?<=a"])
def test_what_it_cannot_read_stays(expression):
    assert portable(expression) == expression
