"""Changed lines are followed through a correction."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lintnews.cli.sieve import carried

# Of each line: has it changed, and is it taken out, corrected or left?
LINES = st.lists(st.tuples(st.booleans(), st.sampled_from(["out", "corrected", "left"])), max_size=30)


@given(LINES)
def test_a_line_that_did_not_change_stays_one_that_did_not(lines):
    lines = [(False, "left"), *lines]  # a text without a line has one, an empty one
    old = "\n".join(str(number) for number in range(len(lines)))
    changed = [(number, number) for number, (has, _) in enumerate(lines, 1) if has]
    left = [(number, fate, has) for number, (has, fate) in enumerate(lines) if fate != "out" or not has]
    new = "\n".join(f"{number}{'!' * (fate == 'corrected' and has)}" for number, fate, has in left)
    found = {line for first, last in carried(changed, old, new) for line in range(first, last + 1)}
    assert found == {place for place, (_, _, has) in enumerate(left, 1) if has}


def test_what_is_as_long_as_before_keeps_its_lines():
    assert carried([(2, 3)], "a\nb\nc\nd", "a\nx\ny\nd") == [(2, 3)]
