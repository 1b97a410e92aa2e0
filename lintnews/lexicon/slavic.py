"""The shape of a Ukrainian or Russian word in Latin letters: takes an unknown word, says whether it has that shape.

Only endings and clusters that English misspellings and other languages do not show are listed; a word without one may
still be Slavic. Asked only about words that no dictionary has.
"""

from __future__ import annotations

import re
from functools import cache

_SHORTEST = 5  # letters; in shorter words chance shapes are too many
_CLUSTERS = (
    "shch|chch|zdr|mstv|khv|stvenn|zhn|nyts|vznes|"  # anywhere
    "^(?:ts[aeiouv]|vz[lrmbd]|vs[teiy]|vd[aiou]|vn[euy]|zn[aioy]|zv[aeiyo]|zb[iroy]|zm[iey]|kh[aliorv]|mn[oi][^s]|dn[iey])|"
    "^(?:pidpr|rozr|rozv|bez|protyv|protiv|avto|foto|vstr|vze|nayb|naiv|obshch|vsk)[bcdfghklmnoprstvz][a-z]{2}|"
    "^pere(?:b[iou]|dr|dv|ho|kh|kl|kr|m[iy]r|mog|pr|pys|sel|syl|sl|tv|v[aio]|zav)|zh(?=[aeiouy])(?!zhong|zhou|zhen|zhang|zhu)|(?<=[dln])yae|aets|yuc?h|yuts|iuch|[iy]uyut|ayut$|yuyu|ryak"
)
_ENDINGS = (
    "(?:[bdklmnprstvz]n|sk|ch|ov|iv)oe|(?:[bdklmnprstvz]n|sk|ch|sh|ov|iv|[eio]m)(?:aya|aja|oye|oie|ogo|oho|omu|ykh|yh|ymi|uyu|yye|yy|yj|oj|ij|iyi|oyi|oi|oiu)|"
    "(?:ennoe|annoe|ennoj|annoj|hnoe|unoe|itsya|etsya|atsya|utsya|tysya|yuyut)|"
    "(?:[a-z]ushk|[^l]yshk|ochk|echk|[^f]enk|[aeiou][blmnprtz]ovk|[aeiou][blmnprtz]ivk|nytsi|[dln]nits|ovn|osk|yank)[aiuyo]|"
    "(?:shchin|shchyn|chyn|ovshchin)[aiuy]|"
    "(?:nik|nyk)(?:i|am|ov|iv|y)|(?:shchik|schik|chik|chyk)(?:i|a|am|ov|iv|y)?|[ai]nik|[sc]hnik|chnyk|ovets|ivets|(?:ovts|ivts|ovets)[iy]|"
    "(?:[^l]nost|nosti|[aeio]stvo|[nlv]annya|ennya|[dlnrtv]enie|[dlnrtv]anie|eniye|aniye|tsiya|tsii|tsiyi|ciyi|tsiyu)|"
    "(?:[klmnprtv]uvaty|uvat|ovaty|[^e]rovat|[aeiou][dknprtv]yty)|"
    "(?:[eon]ny|sk|tsk)(?:yi|yy|ii|iy|oi|oyu)|"
    "[aeiou][knrt]omera|teka[mh]|ychi|[aou]lyu|[dlnrtv]nye|[iy]ynoe?|iyno|[ty]vno|[aei]ln[oi]|[aio][vl]leni|[^f]acheni|"
    "iruy?et|iruy?ut|[iy]vay?et|[iy]vay?ut|ovyval[aiy]?|[aeiy]lsya|[aoiy]v?alas|tsionn[a-z]{1,3}|[bdlnrt]enny|"
    "[dlnrstv]eyk[aiu]|[bdnpt]uyu|[^e]chn[oiy]|zhk[aiu]|[aeiou]shk[aiu]|shchka"
)


@cache
def _shape() -> re.Pattern[str]:
    return re.compile(f"{_CLUSTERS}|(?:{_ENDINGS})$")


def looks_slavic(word: str) -> bool:
    """Whether an unknown small-letter ``word`` is spelled as only a romanized Ukrainian or Russian word is."""
    return len(word) >= _SHORTEST and _shape().search(word) is not None
