"""What words lead to."""

from lexicons import example, lexicon_of

from lintnews.lexicon.anchors import NOTHING

TODAY = "[[rule]]\nid = 'today'\nregex = '\\b(?:zebra)\\b.{0,40}\\btoday\\b'\nliteral = ['zebra']" + example("rule")
OX = "[[rule]]\nid = 'ox'\nphrase = ['wild ox']" + example("rule")


def asked(lexicon, *keys):
    lexicon.anchors.ask(keys)
    return [lexicon.anchors[key] for key in keys]


def test_a_key_that_is_not_kept_leads_nowhere():
    assert asked(lexicon_of(OX), "zebra", "wild zebra") == [NOTHING, NOTHING]


def test_a_key_names_the_expression_and_a_string_that_must_be_there():
    (found,) = asked(lexicon_of(TODAY), "zebra")
    (call,) = found.calls
    assert (call.entry, call.variant, call.alternative, list(call.strings)) == (0, 0, 0, ["today"])
    assert not found.free


def test_layers_are_asked_together_and_a_later_one_replaces():
    both = lexicon_of(OX, OX.replace("'ox'", "'ox-too'"))
    (found,) = (row for row in asked(both, "ox", "wild") if row is not NOTHING)
    numbers = [*found.free, *(number for guard in found.guarded for number in guard.patterns(guard.words.index("|")))]
    assert len({pattern.entry for number in numbers if (pattern := both.anchors.pattern(number))}) == 2
    replaced = lexicon_of(OX, OX)
    (found,) = (row for row in asked(replaced, "ox", "wild") if row is not NOTHING)
    numbers = [*found.free, *(number for guard in found.guarded for number in guard.patterns(guard.words.index("|")))]
    assert sorted(replaced.anchors.pattern(number) is None for number in numbers) == [False, True]


def test_calls_of_a_replaced_entry_are_left_out():
    (found,) = asked(lexicon_of(TODAY, "[[rule]]\nid = 'today'\nenabled = false"), "zebra")
    assert not found.calls
