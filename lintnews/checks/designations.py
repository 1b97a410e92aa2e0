"""Find designations copied by the look of their letters: takes the view, gives a finding for each "Su-30CM" and "2C7".

Russian and Ukrainian name weapons with Cyrillic letters that look Latin. Which spellings come of that is derived from the
native designations (``lexicon.designations``); where nothing says that the passage is about the region, "X-55" may be
anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lintnews.lexicon.native import region_of
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Example, Finding, RuleInfo
from lintnews.view import View

RULE = "wrong-romanization/designation"


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            RULE,
            "warning",
            "A designation copied by the look of its letters",
            "The letters are Cyrillic and only look Latin; no reference work lists the weapon under that name.",
            examples=(
                Example("Ukraine shot down a Su-35C at night.", True, "Ukraine shot down a Su-35S at night."),
                Example("Ukraine shot down a Su-35S and a Kh-59 at night.", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every place of a designation spelled by the look of its Cyrillic letters."""
    natives = vocabulary.natives
    if natives is None:
        return
    for match in _designation().finditer(view.plain):
        text = match.group()
        right = natives.designation(text.lower())
        if not right or view.in_address(*match.span()):
            continue
        if region_of(view, vocabulary).near(view.token_at(match.start())):
            message = f"“{text}” copies the look of the Cyrillic letters: the designation is {right}"
            yield Finding(*match.span(), RULE, "wrong-romanization", "warning", "certain", message, (right,))


@cache
def _designation() -> re.Pattern[str]:
    """Capitals with a number, in parts joined by hyphens, as one word: Su-30CM, 2C7, X-101."""
    # What stands before is looked at behind the first letter: a search begins at capitals and figures alone.
    head = r"[A-Z0-9](?<![\w-].)(?:(?<=\d)|(?=[A-Za-z-]{0,7}\d))"
    return re.compile(head + r"[A-Za-z]{0,7}\d{0,3}[A-Z]{0,3}\d?(?:-[A-Z0-9]{1,6}){0,2}(?![\w-])")
