"""Where patterns are kept, and what must stand beside the key before one is looked at."""

import pytest

from lintnews.lexicon.compile_patterns import Patterns
from lintnews.lexicon.forms import parse

COMMON = dict.fromkeys("to hand out the a of".split(), 1_000_000)


def records(*forms: str) -> dict[str, str]:
    kept = Patterns(lambda word: COMMON.get(word, 10))
    for number, form in enumerate(forms):
        for pattern in parse(form):
            kept.keep(pattern, number, 0)
    return {key: value.decode() for key, value in kept.records().items()}


def test_a_rare_word_is_key_enough():
    assert records("zebra")["zebras"] == "0 0"


def test_the_next_rarest_word_guards_the_key():
    assert records("zebra of mauve")["zebra"] == "0 \n2 2|mauve:0|mauves:0|"


def test_two_common_words_are_kept_as_a_pair_that_the_first_announces():
    found = records("hand out")
    assert found["hand"].startswith("1")
    assert found["hand out"].startswith("0 0")


def test_a_guard_before_its_key_has_a_negative_reach():
    assert "\n-3 -1|the:0|" in records("the ...2 zebra")["zebra"]


@pytest.mark.parametrize(
    ("form", "reach"),
    [("zebra ...2 mauve", "1 3"), ("zebra <Name> mauve", "2 5"), ("zebra # mauve", "2 4"), ("zebra-mauve", "1 1")],
)
def test_a_guard_reaches_as_far_as_what_stands_between(form, reach):
    assert f"\n{reach}|mauve:0|" in records(form)["zebra"]


def test_a_long_guard_of_many_keys_is_kept_once():
    found = records("(one|two|three|four|five|six|seven|eight|nine) (ant|bee|cat|dog|emu|fox|gnu|hen|ibex)")
    assert found["one"] == "0 \n1 1#0#0"
    assert found["|0"].startswith("|ant:|ants:|")
