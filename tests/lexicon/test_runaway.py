"""Which expressions need no time limit."""

import pytest

from lintnews.lexicon.runaway import is_tame


@pytest.mark.parametrize(
    "expression",
    [
        r"\s*\d+\s*",
        r"(?: [\w-]+){0,7} zebra",
        r"[a-z]+(?=[.,]| and)",
        r"\bzebra\b",
        r"(?:a|b)c{2,5}",
        r"\w+ zebra",
        r"(?m)^Zebra.*$",
        r"[^.]{0,40}zebra",
        r"(?:a b|c d+)e",
        r"(\w+) \1",
    ],
)
def test_tame(expression):
    assert is_tame(expression)


@pytest.mark.parametrize(
    "expression",
    [
        r"(?:a+a+)+b",
        r"(?:a|ab)*c",  # an alternative can be taken in several ways
        r"(?:\w+ ?){1,30}zebra",
        r"\s*\d*\s*\d*x",
        r"(?:\w{1,40} ?){1,30}zebra",
        r"(?:a+){3}",
        r"(?<=a|bc)zebra",  # a lookbehind of several widths is beyond `re`
        r"(?<name>x)",
    ],
)
def test_not_tame(expression):
    assert not is_tame(expression)
