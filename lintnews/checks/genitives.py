"""Find a lost "of": takes the view, flags a noun right before the name that owns it ("the decree Poroshenko").

Ukrainian and Russian show the owner by an ending, which Latin letters do not carry over. Only what cannot be a title
("President Poroshenko") or the beginning of a clause ("the decree Poroshenko signed") is flagged.
"""

from __future__ import annotations

from collections.abc import Iterator

from lintnews.lexicon.descent import looks_slavic_name
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Example, Finding, RuleInfo
from lintnews.view import BREAK, PUNCTUATION, SPACE, View

RULE = "broken-syntax/lost-of"
_OF_PEOPLE = frozenset(
    "goal goals double brace penalty arrest death murder assassination resignation visit statement statements speech article "
    "transfer victory defeat dismissal detention extradition appointment election decree decrees order decision words position "
    "opinion proposal proposals house apartment office government cabinet team party faction bloc block supporters associates "
    "relatives friends wife husband son daughter mother father trial case release exchange inauguration signature policy "
    "initiative interview rating ratings performance return departure escape parents children sons colleagues assistants "
    "entourage henchmen regime administration lawyers defenders representatives deputies promise promises".split()
)
_OF_STATES = frozenset(
    "areas regions districts cities villages territory territories authorities government citizens residents inhabitants "
    "population people outskirts suburbs leadership defenders capital president presidents parliament ministry minister "
    "ministers troops forces army military soldiers officers economy budget borders airport airports streets schools hospitals "
    "constitution laws legislation constituent subject subjects deputies peoples head heads mayor governor "
    "chairman chapter commander commanders speaker representatives representative employees fighters militants "
    "attempts actions aggression invasion sanctions independence sovereignty integrity security defense interests policy "
    "embassy ambassador consulate south east north west center centre part "
    "parts most territory chief bank banks prosecutor prosecutors court courts police".split()
)
_COUNTRIES = frozenset(
    "ukraine russia belarus poland moldova georgia kazakhstan armenia azerbaijan lithuania latvia estonia romania hungary "
    "bulgaria germany france turkey".split()
)
_CITIES = frozenset(
    "kyiv kiev kharkiv kharkov odesa odessa lviv donetsk luhansk lugansk moscow mariupol dnipro zaporizhzhia kherson "
    "crimea".split()
)
_OF_CITIES = _OF_STATES - frozenset(
    "areas regions districts cities villages territory territories capital subject subjects".split()
)
_OF_BODIES = _OF_STATES | frozenset("leader leaders member members hero heroes officer structures list lists side".split())
_BODIES = frozenset(
    "RF DPR LPR DNR LNR SBU FSB AFU VSU ZSU APU UAF MIA MFA RSA OVA RMA TSC TCC PGO NABU SAPO OUN UPA KGB GRU ATO JFO OSCE "
    "USSR CIS UOC ROC OCU".split()
)
_BEFORE_PEOPLE = frozenset("the a after by of from about on to with against for his this that first last new".split())
_GOES_ON = frozenset(
    "in on at of and to from with for by about against as was were is are has had have will said but during before after over "
    "under near since until because when which who that or not also".split()
)
_COMPOUND = frozenset(
    "state united national world european russian ukrainian soviet first fast security air "
    "central people's".split()
)


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            RULE,
            "warning",
            "A noun before its owner without “of”",
            "The source says whose it is by an ending; English needs “of” or a possessive.",
            examples=(
                Example("The decree Poroshenko on the border came out in May.", True),
                Example("Almost all areas Ukraine are in the red zone.", True),
                Example("The leader DPR, the agency says, left the hall.", True),
                Example("The decree Poroshenko signed came out in May; all areas Ukraine lost are mined.", False),
                Example("The leader, President Poroshenko, left; his lawyer Petrenko stayed.", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every noun that stands right before the name it belongs to."""
    for word, places in view.capitalised.items():
        nouns = _nouns(view, word, places, vocabulary)
        for place in places if nouns else ():
            follows = place > 0 and view.joints[place - 1] == SPACE and view.tokens[place - 1].word in nouns
            if follows and _is_lost(view, place, nouns):
                yield _finding(view, place)


def _finding(view: View, place: int) -> Finding:
    start, end = view.tokens[place - 1].start, view.word_end(place)
    new = f"{view.text(start, view.tokens[place - 1].end)} of {view.text(view.tokens[place].start, end)}"
    message = f"“{view.text(start, end)}”: the “of” was lost with the ending of the source"
    return Finding(start, end, RULE, "broken-syntax", "warning", "likely", message, (new,))


def _nouns(view: View, word: str, places: list[int], vocabulary: Vocabulary) -> frozenset[str]:
    """The nouns that cannot stand right before the word, when it is a name of that sort."""
    start, end, _ = view.tokens[places[0]]
    if view.plain[start:end] in _BODIES:
        return _OF_BODIES
    if word in _COUNTRIES:
        return _OF_STATES
    if word in _CITIES:
        return _OF_CITIES
    if len(word) > 5 and looks_slavic_name(word) and not vocabulary.frequency(word):
        return _OF_PEOPLE
    return frozenset()


def _is_lost(view: View, place: int, nouns: frozenset[str]) -> bool:
    """Whether the noun is no part of a longer name, and nothing behind the name makes it the subject of a clause."""
    noun = view.tokens[place - 1]
    text, name = view.plain[noun.start : noun.end], view.plain[view.tokens[place].start : view.tokens[place].end]
    if text.lower() != noun.word or name.endswith(("'s", "’s")):
        return False
    if not text.islower() and (nouns is _OF_PEOPLE or view.sentence(place)[0] != place - 1):
        return False
    if place > 1 and view.joints[place - 2] == SPACE and text.islower():
        before = view.tokens[place - 2].word
        if before in _COMPOUND or (nouns is _OF_PEOPLE and before not in _BEFORE_PEOPLE):
            return False
    if view.joints[place] in (PUNCTUATION, BREAK):
        return True
    return view.joints[place] == SPACE and place + 1 < len(view.tokens) and view.tokens[place + 1].word in _GOES_ON
