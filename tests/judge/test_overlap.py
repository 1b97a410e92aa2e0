"""One place, one finding."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lintnews.judge.overlap import settle
from lintnews.model import Finding


def finding(start, end, severity="warning", set_aside="", rule="calque/a"):
    return Finding(start, end, rule, "calque", severity, "likely", "m", set_aside=set_aside)


def test_the_longest_alarm_stays():
    assert settle([finding(0, 5), finding(2, 12), finding(20, 25)]) == [finding(2, 12), finding(20, 25)]


def test_an_alarm_displaces_a_longer_info_and_anything_set_aside():
    assert settle([finding(0, 50, "info"), finding(3, 5), finding(0, 60, "error", "vetoed")]) == [finding(3, 5)]


def test_an_entry_explains_better_than_a_check_that_found_the_same():
    entry = finding(0, 4, rule="calque/z")._replace(score=3.0)
    assert settle([finding(0, 4, rule="calque/a"), entry]) == [entry]


spans = st.tuples(st.integers(0, 40), st.integers(1, 15))


@given(st.lists(st.tuples(spans, st.sampled_from(["info", "warning", "error"]), st.booleans()), max_size=20))
def test_nothing_overlaps_and_nothing_is_lost_without_cause(rows):
    given_ = [finding(s, s + n, severity, "x" if aside else "") for (s, n), severity, aside in rows]
    kept = settle(given_)
    assert all(a.end <= b.start for a, b in pairwise(kept))
    for lost in set(given_) - set(kept):
        assert any(k.start < lost.end and lost.start < k.end for k in kept)
