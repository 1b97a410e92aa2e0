"""The sum behind a finding: takes a Hit and what stands around it, gives the evidence with its weights."""

from __future__ import annotations

from collections.abc import Iterable

from lintnews.judge import weights as W  # noqa: N812 - read as a table of constants
from lintnews.lexicon.cues import Cues, Place
from lintnews.lexicon.lexicon import Lexicon
from lintnews.model import Evidence, Hit
from lintnews.named import NamedTuple
from lintnews.typed import Any
from lintnews.view import View

_SCOPES = ("sentence", "paragraph", "document")


class Verdict(NamedTuple):
    """The sum of the evidence; ``support`` is the part that speaks for the wrong reading."""

    score: float
    support: float
    evidence: tuple[Evidence, ...]


class Scales:
    """Weighs hits of one document; finds each cue set in it once."""

    def __init__(self, view: View, lexicon: Lexicon) -> None:
        self._view, self._lexicon = view, lexicon
        self._found: dict[Cues, list[Place]] = {}

    def weigh(self, hit: Hit, entry: dict[str, Any], variant: dict[str, Any]) -> Verdict:
        """The verdict on ``hit`` of ``variant`` of ``entry`` (records of the lexicon)."""
        evidence: list[Evidence] = []
        near = variant.get("near")
        if near:
            evidence += self._near(hit, near, variant.get("within", ""))
        else:
            reason, weight = ("slot", W.SLOT) if variant.get("slot") else ("always", W.ALWAYS)
            evidence.append(Evidence("", hit.start, hit.end, weight, reason))
        if near and evidence and self._named_right(hit, entry):
            evidence.append(Evidence(entry["en"][0], hit.start, hit.end, W.NAMED_RIGHT, "named"))
        support = sum(item.weight for item in evidence)
        if support >= W.POSSIBLE:
            evidence += self._against(hit, variant)
        evidence.sort(key=lambda item: (-abs(item.weight), item.start))
        return Verdict(round(sum(item.weight for item in evidence), 2), support, tuple(evidence))

    def _near(self, hit: Hit, spec: dict[str, Any], within: str) -> list[Evidence]:
        allowed = _SCOPES[: _SCOPES.index(within) + 1] if within else _SCOPES
        found = self._scoped(hit, self._places(hit, spec), allowed, W.NEAR, "near")
        close = [item for item in found if item.weight != W.NEAR["document"]]
        far = [item for item in found if item.weight == W.NEAR["document"]]
        result = close + far[: int(W.NEAR_FAR_MOST / W.NEAR["document"])]
        if "document" in allowed:
            result += self._topics(hit, spec, W.TOPIC)
        return result

    def _against(self, hit: Hit, variant: dict[str, Any]) -> list[Evidence]:
        result: list[Evidence] = []
        if spec := variant.get("unless"):
            found = self._scoped(hit, self._places(hit, spec), _SCOPES, W.UNLESS, "unless")
            far = [item for item in found if item.weight == W.UNLESS["document"]]
            result += [item for item in found if item.weight != W.UNLESS["document"]]
            result += far[: int(W.UNLESS_FAR_MOST / W.UNLESS["document"])]
            result += self._topics(hit, spec, W.TOPIC_AGAINST)
        if spec := variant.get("against"):
            result += self._scoped(hit, self._places(hit, spec), ("sentence",), {"sentence": W.AGAINST}, "reading")
        return result

    def _places(self, hit: Hit, spec: dict[str, Any]) -> list[Place]:
        places = [place for name in spec.get("sets", ()) for place in self._set(name)]
        if own := spec.get("own"):
            places += self._find(self._lexicon.own_cues(hit.entry, own))
        return places

    def _set(self, name: str) -> list[Place]:
        return self._find(self._lexicon.cue_set(name))

    def _find(self, cues: Cues) -> list[Place]:
        if cues not in self._found:
            self._found[cues] = cues.find(self._view)
        return self._found[cues]

    def _scoped(
        self, hit: Hit, places: Iterable[Place], allowed: tuple[str, ...], weight: dict[str, float], reason: str
    ) -> list[Evidence]:
        """Each distinct cue once, in the nearest place it has, with that place's weight; ``allowed`` are the first scopes."""
        best: dict[str, tuple[int, Place]] = {}
        (start, end), (first_near, end_near) = self._ranges(hit)
        for place in places:
            cue, first, last = place
            if first <= hit.last and last >= hit.token:
                continue
            rank = 0 if start <= first < end else 1 if first_near <= first < end_near else 2
            if rank < len(allowed) and (cue not in best or rank < best[cue][0]):
                best[cue] = (rank, place)
        tokens, plain = self._view.tokens, self._view
        return [
            Evidence(plain.text(start, end), start, end, weight[_SCOPES[rank]], reason)
            for rank, place in sorted(best.values())
            for start, end in [(tokens[place.first].start, tokens[place.last].end)]
        ]

    def _ranges(self, hit: Hit) -> tuple[tuple[int, int], tuple[int, int]]:
        if hit.token >= len(self._view.tokens):
            return (0, 0), (0, 0)
        return self._view.sentence(hit.token), self._view.paragraph(hit.token)

    def _topics(self, hit: Hit, spec: dict[str, Any], weight: float) -> list[Evidence]:
        """The sets of ``spec`` the document is about."""
        found = []
        for name in spec.get("sets", ()):
            outside = [p for p in self._set(name) if p.last < hit.token or p.first > hit.last]
            if len({place.cue for place in outside}) >= W.TOPIC_WORDS:
                token = self._view.tokens[outside[0].first]
                found.append(Evidence(name[1:], token.start, token.end, weight, "topic"))
        return found[:1]

    def _named_right(self, hit: Hit, entry: dict[str, Any]) -> bool:
        if entry["shape"] != "term":
            return False
        return any(self._stands(form) for form in entry["en"])

    def _stands(self, form: str) -> bool:
        words = form.lower().split()
        return all(word in self._view.words for word in words) and form.lower() in self._view.folded
