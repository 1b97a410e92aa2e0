"""Cue sets: compiled, and found in a document."""

from __future__ import annotations

import pytest

from lintnews.lexicon.compile_cues import checked, compiled
from lintnews.lexicon.cues import Cues
from lintnews.lexicon.forms import FormError
from lintnews.read.plain import read
from lintnews.view import View

CUES = ("shell", "Kremlin", "AD", "artiller*", "air defence", "Security Council", "fire-fighter")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The shells fell.", [("shell", 1, 1)]),
        ("The Kremlin said; the kremlin of Tula.", [("Kremlin", 1, 1)]),
        ("In 1240 AD an ad ran.", [("AD", 2, 2)]),
        ("Artillery and artillerymen.", [("artiller*", 0, 0), ("artiller*", 2, 2)]),
        ("Our air defence worked. The air. Defence is hard.", [("air defence", 1, 2)]),
        ("The security council met the Security Council.", [("Security Council", 5, 6)]),
        ("Shelling by fire-fighters near the shell.", [("shell", 0, 0), ("fire-fighter", 2, 3), ("shell", 6, 6)]),
        ("Nothing of the sort.", []),
    ],
)
def test_places_of_cues(text, found):
    assert Cues(compiled(CUES)).find(View(read(text.encode(), "draft.txt"))) == found


def test_cues_are_listed_as_written():
    assert sorted(Cues(compiled(CUES)).listed()) == sorted(CUES)
    assert list(Cues(compiled(())).listed()) == []


def test_a_cue_that_is_none_is_named():
    with pytest.raises(FormError, match=r"the cue .a \(b. is"):
        checked(["good", "a (b"])
