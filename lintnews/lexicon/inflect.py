"""English inflection, generously: takes a dictionary form, gives every form it may stand in.

Made for matching, so a form that English lacks ("subpoenaing" of a noun) does no harm, and a missing one does.
"""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR = """
be is are was were been being am|have has had having|do does did done doing|go goes went gone going
give gives gave given giving|take takes took taken taking|make makes made making|get gets got gotten getting
come comes came coming|become becomes became becoming|see sees saw seen seeing|say says said saying
tell tells told telling|find finds found finding|hold holds held holding|bring brings brought bringing
lead leads led leading|leave leaves left leaving|lose loses lost losing|pay pays paid paying|meet meets met meeting
put puts putting|cut cuts cutting|hit hits hitting|set sets setting|let lets letting|shut shuts shutting
read reads reading|beat beats beaten beating|run runs ran running|begin begins began begun beginning
drive drives drove driven driving|ride rides rode ridden riding|rise rises rose risen rising
write writes wrote written writing|speak speaks spoke spoken speaking|break breaks broke broken breaking
choose chooses chose chosen choosing|steal steals stole stolen stealing|wear wears wore worn wearing
bear bears bore borne born bearing|tear tears tore torn tearing|swear swears swore sworn swearing
blow blows blew blown blowing|throw throws threw thrown throwing|know knows knew known knowing|grow grows grew grown growing
fly flies flew flown flying|draw draws drew drawn drawing|show shows showed shown showing|fall falls fell fallen falling
keep keeps kept keeping|sleep sleeps slept sleeping|feel feels felt feeling|deal deals dealt dealing|mean means meant meaning
send sends sent sending|spend spends spent spending|build builds built building|lend lends lent lending
buy buys bought buying|catch catches caught catching|teach teaches taught teaching|think thinks thought thinking
fight fights fought fighting|seek seeks sought seeking|sell sells sold selling|stand stands stood standing
understand understands understood understanding|win wins won winning|sit sits sat sitting|shoot shoots shot shooting
strike strikes struck stricken striking|sink sinks sank sunk sinking|drink drinks drank drunk drinking
sing sings sang sung singing|ring rings rang rung ringing|swim swims swam swum swimming|hang hangs hung hanged hanging
dig digs dug digging|stick sticks stuck sticking|eat eats ate eaten eating|forget forgets forgot forgotten forgetting
hide hides hid hidden hiding|bite bites bit bitten biting|lay lays laid laying|lie lies lay lain lied lying
light lights lit lighted lighting|burn burns burned burnt burning|learn learns learned learnt learning
spread spreads spreading|burst bursts bursting|cost costs costing|hurt hurts hurting|bend bends bent bending
withdraw withdraws withdrew withdrawn withdrawing|undergo undergoes underwent undergone undergoing
undertake undertakes undertook undertaken undertaking|overcome overcomes overcame overcoming
shed sheds shedding|bid bids bidding|split splits splitting|quit quits quitting|flee flees fled fleeing
feed feeds fed feeding|breed breeds bred breeding|bleed bleeds bled bleeding|bind binds bound binding
wind winds wound winding|grind grinds ground grinding|shake shakes shook shaken shaking|wake wakes woke woken waking
freeze freezes froze frozen freezing|shine shines shone shining|sweep sweeps swept sweeping|weep weeps wept weeping
man men manned manning|woman women|child children|person persons people|foot feet|tooth teeth|mouse mice|goose geese
life lives|knife knives|wife wives|half halves|shelf shelves|leaf leaves|thief thieves|wolf wolves|loaf loaves
crisis crises|basis bases|analysis analyses|thesis theses|axis axes|phenomenon phenomena|criterion criteria
medium media|datum data|bacterium bacteria|serviceman servicemen|servicewoman servicewomen|policeman policemen
fireman firemen|spokesman spokesmen|spokeswoman spokeswomen|businessman businessmen|rifleman riflemen
frontier frontiers|ox oxen|die dies died dying|tie ties tied tying|panic panics panicked panicking
"""
_FORMS = {row.split()[0]: row.split() for row in _IRREGULAR.replace("\n", "|").split("|") if row.strip()}
_VOWELS = "aeiou"
_UNCHANGED = frozenset(
    "a an the of to in on at by for from with and or as is are was were it its he she they we you this that these "
    "those into onto over under near about after before between up down out off not no".split()
)


@lru_cache(maxsize=1 << 14)
def plural(word: str) -> tuple[str, ...]:
    """``word`` and its plural; function words and short capitals stay alone but for an added s."""
    low = word.lower()
    if low in _UNCHANGED or not word[-1:].isalpha():
        return (word,)
    if low in _FORMS:
        irregular = [form for form in _FORMS[low] if not form.endswith(("ing", "ed"))]
        return (word, *(_cased(word, form) for form in irregular if form != low))
    if word.isupper() and len(word) > 1:
        return word, word + "s"
    return word, _with_s(word)


@lru_cache(maxsize=1 << 14)
def inflections(word: str) -> tuple[str, ...]:
    """Every form ``word`` may stand in: plural, third person, past, participles; the dictionary form first."""
    low = word.lower()
    if low in _FORMS:
        return tuple(dict.fromkeys([word, *(_cased(word, form) for form in _FORMS[low])]))
    if not low[-1:].isalpha() or (word.isupper() and len(word) > 1):
        return plural(word)
    return tuple(dict.fromkeys([word, _with_s(word), *_past(word), *_gerund(word)]))


def _cased(model: str, form: str) -> str:
    return form[:1].upper() + form[1:] if model[:1].isupper() else form


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    if word.lower() in {"hero", "potato", "tomato", "echo", "veto", "cargo"}:
        return word + "es"
    return word + "s"


def _past(word: str) -> list[str]:
    if word.endswith("e"):
        return [word + "d"]
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return [word[:-1] + "ied"]
    doubled = [word + word[-1] + "ed"] if _doubles(word) else []
    return [word + "ed", *doubled]


def _gerund(word: str) -> list[str]:
    if word.endswith("ie"):
        return [word[:-2] + "ying"]
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return [word[:-1] + "ing"]
    doubled = [word + word[-1] + "ing"] if _doubles(word) else []
    return [word + "ing", *doubled]


def _doubles(word: str) -> bool:
    """Whether a last consonant may double (stop, stopped; travel, travelled)."""
    return len(word) > 2 and word[-1] not in _VOWELS + "wxyhsc" and word[-2] in _VOWELS and word[-3] not in _VOWELS
