"""``/v2``: the HTTP API of LanguageTool, version 2, so that its clients work with lintnews as they are.

Offsets and lengths are UTF-16 units of the text with its markup, as those clients count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from lintnews import __version__
from lintnews.model import KINDS, Document, Finding, Span
from lintnews.position import Units
from lintnews.server import annotated, corrections
from lintnews.server.engine import Engine
from lintnews.server.messages import TEXT, Job, Reply, RequestError, as_json
from lintnews.view import View

VARIANTS = {
    "en-US": "US", "en-GB": "GB", "en-AU": "Australian", "en-CA": "Canadian", "en-NZ": "New Zealand", "en-ZA": "South African",
}  # fmt: skip
SOFTWARE = {"name": "lintnews", "version": __version__, "buildDate": "", "apiVersion": 1, "premium": False, "status": ""}
_LEVELS = ("default", "picky")
_CONTEXT = 40  # code points on either side of a match
_SENTENCE_END = re.compile("[.!?\u2026]+[\"'\u2019\u201d\u00bb)\\]]*\\s+(?=[\"'\u2018\u201c\u00ab(\\[]*[^\\Wa-z])")
_LANGUAGE = re.compile("(auto|[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*)\\Z")
# LibreOffice Writer, at least in version 7.4, puts the text into its form as it is; encoded it would have no space in it.
_UNENCODED = re.compile("text=(?P<text>.*)&language=(?P<language>[\\w-]*)(?P<rest>(?:&\\w+=[^&\\s]*)*)\\Z", re.DOTALL)
# The issue types of the Internationalization Tag Set 2.0, which these clients colour by.
_ISSUES = {
    "acronym-expansion": "mistranslation", "untranslated-acronym": "untranslated", "literal-name": "mistranslation",
    "wrong-romanization": "terminology", "russian-exonym": "terminology", "wrong-entity": "inconsistent-entities",
    "homograph": "mistranslation", "calque": "style", "inconsistent-term": "inconsistency",
    "untranslated-residue": "untranslated", "mixed-script": "characters", "broken-syntax": "grammar",
    "boilerplate": "markup", "spelling": "misspelling", "missing-term": "omission", "wrong-term": "terminology",
    "number-mismatch": "numbers", "name-mismatch": "inconsistent-entities", "missing-text": "omission",
    "untranslated-text": "untranslated",
}  # fmt: skip
_CATEGORIES = {"spelling": "TYPOS", "broken-syntax": "GRAMMAR", "calque": "STYLE"}  # the rest: the kind in capitals


def check(engine: Engine, job: Job) -> Reply:
    """The findings of a draft as matches; a request that is wrong is told so in plain text, as clients expect."""
    try:
        fields = _fields(job)
        wish = _wish(fields)
        document = _document(fields)
        if len(document.text) > engine.options.longest:
            raise RequestError(413, f"Error: the text has more than {engine.options.longest} characters; send it in parts")
        view = View(document)
        findings = engine.lint(view).findings if wish.all else ()
        return as_json(_response(view, [finding for finding in findings if wish.wants(finding)], fields["language"]))
    except RequestError as refusal:
        return Reply(refusal.status, str(refusal).encode(), TEXT)


def languages() -> list[dict[str, str]]:
    """What ``GET /v2/languages`` lists."""
    plain = {"name": "English", "code": "en", "longCode": "en"}
    return [plain, *({"name": _name(code), "code": "en", "longCode": code} for code in VARIANTS)]


def key(job: Job) -> str:
    """The secret that a client sends as its ``apiKey``; "" without one."""
    return dict(_pairs(job)).get("apiKey", "")


class _Wish(NamedTuple):
    """Which findings a client wants: none, or ``all`` that the rest lets through. Rules go by KIND/ID."""

    all: bool
    picky: bool
    only: bool
    rules: frozenset[str]
    categories: frozenset[str]
    no_rules: frozenset[str]
    no_categories: frozenset[str]

    def wants(self, finding: Finding) -> bool:
        """Whether ``finding`` is to be shown; infos are for those who are picky or name them."""
        if finding.set_aside:
            return False
        category = _category(finding.kind)
        if finding.rule in self.rules or category in self.categories:
            return True
        if self.only or finding.rule in self.no_rules or category in self.no_categories:
            return False
        return self.picky or finding.severity != "info"


def _pairs(job: Job) -> Iterator[tuple[str, str]]:
    yield from parse_qsl(job.query, keep_blank_values=True, errors="replace")
    if _media(job) in ("application/x-www-form-urlencoded", ""):
        body = job.body.decode("utf-8", "replace")
        raw = _UNENCODED.match(body) if " " in body else None
        if raw:
            yield from (("text", raw["text"]), ("language", raw["language"]))
            body = raw["rest"]
        yield from parse_qsl(body, keep_blank_values=True, errors="replace")


def _media(job: Job) -> str:
    return job.media.partition(";")[0].strip().lower()


def _fields(job: Job) -> dict[str, str]:
    if job.body and _media(job) not in ("application/x-www-form-urlencoded", ""):
        raise RequestError(415, "Error: send the fields as application/x-www-form-urlencoded")
    return dict(_pairs(job))


def _wish(fields: dict[str, str]) -> _Wish:
    language = fields.get("language", "")
    if not language:
        raise RequestError(400, "Error: 'language' is missing; send en-US, or auto")
    if not _LANGUAGE.match(language):
        raise RequestError(400, f"Error: {language[:20]!r} is not a language code; send en-US, or auto")
    if fields.get("level", "default") not in _LEVELS:
        raise RequestError(400, f"Error: 'level' must be one of {', '.join(_LEVELS)}")
    only = fields.get("enabledOnly", "").lower() in ("true", "yes")
    names = {name: _split(fields.get(name, "")) for name in _LISTS}
    if only and not names["enabledRules"] | names["enabledCategories"]:
        raise RequestError(400, "Error: 'enabledOnly' needs 'enabledRules' or 'enabledCategories'")
    english = language == "auto" or language.lower().split("-")[0] == "en"
    # Browser add-ons ask twice and put the answers together: without what needs the whole text, and only for that.
    twice = fields.get("mode", "").lower() == "textlevelonly"
    return _Wish(english and not twice, fields.get("level") == "picky", only, *names.values())


_LISTS = ("enabledRules", "enabledCategories", "disabledRules", "disabledCategories")


def _split(value: str) -> frozenset[str]:
    return frozenset(name.strip() for name in value.split(",") if name.strip())


def _document(fields: dict[str, str]) -> Document:
    if ("text" in fields) == ("data" in fields):
        raise RequestError(400, "Error: send either 'text' or 'data'")
    return annotated.document(fields["text"]) if "text" in fields else annotated.parse(fields["data"])


def _response(view: View, findings: Iterable[Finding], language: str) -> dict[str, Any]:
    units, sentences = Units(view.document.text), list(_sentences(view.document))
    code = "en-US" if language == "auto" else language
    detected = {"name": _name(code), "code": code, "confidence": 1.0, "source": "given"}
    return {
        "software": SOFTWARE,
        "warnings": {"incompleteResults": False},
        "language": {"name": _name(code), "code": code, "detectedLanguage": detected},
        "matches": [_match(view, units, sentences, finding) for finding in findings],
        "sentenceRanges": [[units.units(start), units.units(end)] for start, end in sentences],
    }


def _match(view: View, units: Units, sentences: list[Span], finding: Finding) -> dict[str, Any]:
    kind, text = KINDS[finding.kind], view.document.text
    edits = [edit for edit in corrections.edits(view, finding) if edit is not None]
    # A match has one place for all of its replacements: where an article changes too, it begins at the article.
    start = min([finding.start, *(edit.start for edit in edits)])
    end = max([finding.end, *(edit.end for edit in edits)])
    values = dict.fromkeys(text[start : edit.start] + edit.text + text[edit.end : end] for edit in edits)
    sentence = next((span for span in sentences if span.start <= start < span.end), Span(start, end))
    return {
        "message": finding.message,
        "shortMessage": kind.title,
        "replacements": [{"value": value} for value in values],
        "offset": units.units(start),
        "length": units.units(end) - units.units(start),
        "context": _context(text, start, end),
        "sentence": text[sentence.start : sentence.end],
        "type": {"typeName": "UnknownWord" if finding.kind == "spelling" else "Other"},
        "rule": {
            "id": finding.rule,
            "description": kind.title,
            "issueType": _ISSUES.get(finding.kind, "uncategorized"),
            "category": {"id": _category(finding.kind), "name": kind.title},
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": -1,
    }


def _context(text: str, start: int, end: int) -> dict[str, Any]:
    first, last = max(start - _CONTEXT, 0), min(end + _CONTEXT, len(text))
    before, after = "..." * (first > 0), "..." * (last < len(text))
    shown = before + re.sub("[\r\n\t]", " ", text[first:last]) + after
    units = Units(shown)
    offset = units.units(len(before) + start - first)
    return {"text": shown, "offset": offset, "length": units.units(len(before) + end - first) - offset}


def _sentences(document: Document) -> Iterator[Span]:
    """Where the sentences of each paragraph stand: good enough to show a match in its own."""
    for segment in document.segments:
        start = segment.start
        for end in _SENTENCE_END.finditer(document.text, segment.start, segment.end):
            yield Span(start, end.start() + len(end.group().rstrip()))
            start = end.end()
        yield Span(start, segment.end)


def _category(kind: str) -> str:
    return _CATEGORIES.get(kind, kind.replace("-", "_").upper())


def _name(code: str) -> str:
    variant = VARIANTS.get(code)
    return f"English ({variant})" if variant else "English" if code.startswith("en") else code
