"""Find sentences without a subject: takes the view, flags a verb right behind the place or time the sentence opens with.

"In Kyiv detained a dealer": Ukrainian and Russian leave the doer out, or put it behind the verb. English does neither, save
with verbs of being and coming ("In the corner stood a clock"), which are not listed here.
"""

from __future__ import annotations

from collections.abc import Iterator

from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Example, Finding, RuleInfo
from lintnews.view import SPACE, View

RULE = "broken-syntax/no-subject"
_PREPOSITIONS = frozenset("in at on near under over during from outside behind around along".split())
_BARE = frozenset("yesterday today recently overnight tonight".split())  # open a sentence without a preposition
_TIMES = frozenset(
    "yesterday today tonight overnight morning evening night afternoon noon midnight week weekend month year monday tuesday "
    "wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december spring summer autumn winter day hours hour".split()
)
_PLACES = frozenset(
    "region oblast district raion area city town village settlement capital street avenue square highway road route suburb "
    "suburbs center centre outskirts territory zone direction community communities regions districts cities villages "
    "settlements hospital metro subway airport station market school kindergarten university stadium park forest border "
    "checkpoint country republic peninsula sea apartment house building yard shop supermarket".split()
)
_BETWEEN = frozenset(
    "the a an of this that last next same early late its our one whole entire eastern western northern southern central "
    "occupied temporarily neighboring local some several two three all and another residential".split()
)
_PAST = frozenset(
    "detained arrested opened tried found told named showed banned explained stole recorded proposed exposed discovered caught "
    "convicted sentenced decided attacked exploded started launched created killed died shot buried elected liquidated burned "
    "lit crashed collapsed happened occurred shelled destroyed damaged evacuated rescued hospitalized wounded injured robbed "
    "beat raped poisoned drowned seized confiscated eliminated neutralized intercepted canceled cancelled suspended restored "
    "introduced approved adopted allowed celebrated honored announced declared counted demanded refused registered counterfeited "
    "stopped solved presented awarded unveiled installed repaired built demolished renamed closed blocked organized conducted "
    "continued resumed planned established published advised commented denied refuted".split()
)
_BEGINS = frozenset("began begin started want wanted plan plan tried intend decided propose proposed promise promised".split())
_AUXILIARIES = frozenset("was were is are".split())
_HELD = frozenset(
    "held found killed caught shot born built hit stolen taken given known seen heard put set opened detained arrested "
    "created destroyed damaged injured wounded discovered recorded established registered observed noted celebrated launched "
    "introduced unveiled planned expected declared announced evacuated rescued extinguished completed installed signed "
    "published presented approved adopted closed blocked banned canceled suspended".split()
)
_NO_SUBJECT_BEHIND = frozenset("by and or but".split())
_COMMON = 60_000  # occurrences from which a word is English first and a name second
_LONGEST = 14  # words before the verb


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            RULE,
            "warning",
            "A sentence without a subject",
            "The doer was left out, or put behind the verb, as the source allows; English needs it in front.",
            examples=(
                Example("In Odesa yesterday evening opened a new pier.", True),
                Example("On Friday in the center of the city detained two singers.", True),
                Example("In Odesa yesterday evening a new pier opened; on Friday the city closed it.", False),
                Example("In the center of the city stood a church built in 1890.", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every sentence whose verb follows the place or time it opens with."""
    for word in _PREPOSITIONS | _BARE | {"last"}:
        for first in view.capitalised.get(word, ()):
            if view.sentence(first)[0] == first:
                verb = _verb(view, first, vocabulary)
                if verb:
                    yield _finding(view, first, verb)


def _verb(view: View, first: int, vocabulary: Vocabulary) -> int:
    """The place of the verb that follows only words of place and time; 0 when something else stands before it."""
    end = min(view.sentence(first)[1], first + _LONGEST)
    settled = view.tokens[first].word in _BARE  # whether what went before is whole: a place or a time
    names = 0
    for place in range(first + 1, end):
        if view.joints[place - 1] != SPACE:
            return 0
        word = view.tokens[place].word
        if settled and _is_verb(view, place):
            return place
        if word in _PREPOSITIONS or word in _BETWEEN:
            settled, names = False, 0
        elif word in _TIMES or word in _PLACES or word.isdigit():
            settled, names = True, 0
        elif view.plain[view.tokens[place].start].isupper() and not names:
            # One name may be a place; behind it, or behind a place, another is the subject.
            settled, names = not settled and _is_place(view, place, vocabulary), 1
        else:
            return 0
    return 0


def _is_place(view: View, place: int, vocabulary: Vocabulary) -> bool:
    """Whether a capitalised word right behind a preposition is no word for people: "In Kyiv", not "Under Biden"."""
    before, word = view.tokens[place - 1].word, view.tokens[place].word
    return before in ("in", "near", "at", "outside") and vocabulary.frequency(word) < _COMMON


def _is_verb(view: View, place: int) -> bool:
    word = view.tokens[place].word
    if place + 1 >= len(view.tokens) or view.joints[place] != SPACE or not view.plain[view.tokens[place].start].islower():
        return False
    following = view.tokens[place + 1].word
    if word in _AUXILIARIES:
        goes_on = place + 2 < len(view.tokens) and view.joints[place + 1] == SPACE
        return goes_on and following in _HELD and _is_new(view, place + 2)
    if word in _BEGINS and following == "to":
        return True
    return word in _PAST and following not in _NO_SUBJECT_BEHIND and following not in _PREPOSITIONS


def _is_new(view: View, place: int) -> bool:
    """Whether the word may begin the subject that was put behind the verb."""
    word = view.tokens[place].word
    return word in ("a", "an", "the", "two", "three", "four", "another", "more", "new", "several") or word.isdigit()


def _finding(view: View, first: int, verb: int) -> Finding:
    start, end = view.tokens[first].start, view.tokens[verb].end
    message = f"“{view.text(view.tokens[verb].start, end)}” has no subject before it"
    return Finding(start, end, RULE, "broken-syntax", "warning", "likely", message)
