"""Where patterns are kept, and what must stand beside the key before one is looked at."""

import pytest

from lintnews.errors import RuleError
from lintnews.lexicon import compile_patterns
from lintnews.lexicon.anchors import Anchors, beside_quote, digest, encoded
from lintnews.lexicon.compile_patterns import Patterns
from lintnews.lexicon.forms import parse
from lintnews.lexicon.marks import FURTHEST, GUARDS, QUOTED, REACHES, RIGHT, RIGHT_FORMS
from lintnews.lexicon.table import Table

COMMON = dict.fromkeys("to hand out the a of".split(), 1_000_000)


@pytest.fixture
def anchors(tmp_path):
    """What makes the anchors of some forms."""

    def made(*forms: str, variant: int = 0) -> Anchors:
        kept = Patterns(lambda word: COMMON.get(word, 10))
        for number, form in enumerate(forms):
            for pattern in parse(form):
                kept.keep(pattern, number, variant)
        Table.write(str(tmp_path / "t.bin"), kept.records())
        return Anchors(Table(str(tmp_path / "t.bin")), 0, ())

    return made


def reaches(anchors: Anchors, key: str) -> list[int]:
    """How far from ``key`` a word may stand that guards a pattern."""
    return [number - REACHES - FURTHEST for number in anchors[digest(key)] if REACHES <= number < GUARDS]


def test_a_rare_word_is_key_enough(anchors):
    (number,) = anchors("zebra")[digest("zebras")]
    assert number < RIGHT_FORMS


def test_the_next_rarest_word_guards_the_key(anchors):
    made = anchors("zebra of mauve")
    assert reaches(made, "zebra") == [2]
    assert len(made[digest("zebra")]) == 1


def test_two_common_words_are_kept_as_a_pair(anchors):
    made = anchors("hand out")
    (number,) = made[digest("hand out")]
    pattern = made.pattern(number)
    assert pattern
    assert pattern.elements[0] == "|hand:|"
    assert not made[digest("hand")]


def test_a_guard_before_its_key_has_a_negative_reach(anchors):
    assert reaches(anchors("the ...2 zebra"), "zebra") == [-3, -2, -1]


@pytest.mark.parametrize(
    ("form", "least", "most"),
    [("zebra ...2 mauve", 1, 3), ("zebra <Name> mauve", 2, 5), ("zebra # mauve", 2, 4), ("zebra-mauve", 1, 1)],
)
def test_a_guard_reaches_as_far_as_what_stands_between(anchors, form, least, most):
    assert reaches(anchors(form), "zebra") == list(range(least, most + 1))


def test_a_right_form_is_told_from_a_wrong_one_and_says_how_wide_it_is(anchors):
    made = anchors("zebra", "mauve ...2 gnu", variant=RIGHT)
    (number,) = made[digest("zebra")]
    assert number >= RIGHT_FORMS
    assert made.widest == 4


def test_a_word_that_demands_capitals_is_kept_with_them(anchors):
    made = anchors("TOT")
    (number,) = made[digest("tot")]
    pattern = made.pattern(number)
    assert pattern
    assert pattern.elements == ["|tot:TOT|tots:TOTs|"]


def test_a_long_set_of_words_is_kept_once(anchors):
    words = "(ant|bee|cat|dog|emu|fox|gnu|hen|ibex)="
    made = anchors(f"zebra {words} {words}")
    beside = [b""] * FURTHEST + encoded(["zebra", "ant", "bee"])
    (number,) = {n for *_, both in made.beside([(digest("zebra"), FURTHEST + 1, [0])], beside) for n in made[both]}
    pattern = made.pattern(number)
    assert pattern
    _, one, other = pattern.elements
    assert one == other
    assert pattern.sets[one].startswith("|ant:|bee:|")


def test_a_quotation_mark_must_open_before_a_key_that_needs_one(anchors):
    made = anchors("(ant|mauve) “zebra=”")
    (number,) = made[digest("zebra")]
    assert number == QUOTED | FURTHEST
    behind = beside_quote(digest("zebra"), FURTHEST)
    assert [number - REACHES - FURTHEST for number in made[behind]] == [-1]


def test_more_than_numbers_can_name_is_refused(anchors, monkeypatch):
    monkeypatch.setattr(compile_patterns, "KIND_BITS", 6)
    assert anchors("zebra crossing").widest == 0
    with pytest.raises(RuleError, match="several glossaries"):
        anchors("zebra crossing", "penguin parade", "walrus lecture")
