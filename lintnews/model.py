"""The nouns every stage shares: spans, documents, hits, findings, edits.

Offsets are code points of ``Document.text``, half-open. Named tuples rather than dataclasses:
importing ``dataclasses`` costs a third of the whole start-up budget.
"""

from __future__ import annotations

from lintnews.named import NamedTuple
from lintnews.typed import Literal

Severity = Literal["error", "warning", "info"]
Confidence = Literal["certain", "likely", "possible"]
Role = Literal["headline", "body", "caption", "chrome"]
Safety = Literal["safe", "review"]

SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")
CONFIDENCES: tuple[Confidence, ...] = ("possible", "likely", "certain")
SAFETIES: tuple[Safety, ...] = ("safe", "review")


REMOVE = "(remove)"  # the suggestion to delete what is marked

# How ``Finding.set_aside`` begins where somebody asked for it: a remark or mark in the copy, or the run's own options.
SUPPRESSED, SIC, IN_BASELINE, UNCHANGED = "suppressed: ", "marked [sic]", "in the baseline", "not in the changed lines"
ASKED_IN_COPY, ASKED_OUTSIDE = (SUPPRESSED, SIC), (IN_BASELINE, UNCHANGED)


class Kind(NamedTuple):
    """What sort of artifact: its MQM issue type and how much it matters by default."""

    mqm: str
    severity: Severity
    title: str


KINDS: dict[str, Kind] = {
    "acronym-expansion": Kind("terminology/wrong-term", "error", "An abbreviation expanded into the wrong thing"),
    "untranslated-acronym": Kind("accuracy/untranslated", "warning", "A foreign acronym left as it was"),
    "literal-name": Kind("accuracy/mistranslation", "error", "A name translated as if it were a common word"),
    "wrong-romanization": Kind("locale-convention/name", "warning", "A name spelled through the wrong language or system"),
    "russian-exonym": Kind("terminology/inconsistent-with-termbase", "warning", "A Ukrainian name in its Russian form"),
    "wrong-entity": Kind("accuracy/mistranslation", "error", "One country, body or person swapped for another"),
    "homograph": Kind("accuracy/mistranslation", "warning", "The wrong sense of a word with several"),
    "calque": Kind("linguistic-conventions/unidiomatic", "warning", "A phrase carried over word for word"),
    "inconsistent-term": Kind("terminology/inconsistent-use", "warning", "One thing under several names"),
    "untranslated-residue": Kind("accuracy/untranslated", "warning", "Words of the source language left in the copy"),
    "mixed-script": Kind("linguistic-conventions/characters", "warning", "Letters of two scripts in one word"),
    "broken-syntax": Kind("linguistic-conventions/grammar", "warning", "A sentence or number broken on its way here"),
    "boilerplate": Kind("design/markup", "warning", "Leftovers of the page the copy was taken from"),
    "spelling": Kind("linguistic-conventions/spelling", "info", "An unknown word"),
    "missing-term": Kind("accuracy/omission", "warning", "A term of the source has no counterpart"),
    "wrong-term": Kind("terminology/wrong-term", "error", "A term of the source is rendered otherwise"),
    "number-mismatch": Kind("accuracy/mistranslation", "error", "A number differs from the source"),
    "name-mismatch": Kind("accuracy/mistranslation", "error", "A name differs from the source"),
    "missing-text": Kind("accuracy/omission", "warning", "Text of the source is missing"),
    "untranslated-text": Kind("accuracy/untranslated", "error", "Text of the source was left as it was"),
    "suppression": Kind("design/markup", "info", "A suppression that suppresses nothing"),
}


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class Mask(NamedTuple):
    """A range of the original that reads as ``text``: ``<b>`` reads as "", ``&amp;`` as "&".

    ``len(text) <= end - start``; a mask never crosses a segment's edge.
    """

    start: int
    end: int
    text: str = ""


class Segment(NamedTuple):
    """One block of lintable prose: a paragraph, a heading, a table cell, a subtitle."""

    start: int
    end: int
    role: Role = "body"
    locator: str = ""  # names the block where offsets do not help: "paragraph 12", "unit 4"
    source: str = ""  # the text this block translates, where the format carries it


class Remark(NamedTuple):
    """A comment in the copy that speaks to lintnews: ``text`` is what stands inside the comment's marks."""

    start: int
    end: int
    text: str


class ReadOptions(NamedTuple):
    """What of a container is prose. A reader takes what makes sense for its format."""

    fields: tuple[str, ...] = ()  # names of the fields of records (JSON: paths with dots); empty: the usual ones
    attributes: tuple[str, ...] = ()  # HTML attributes whose text is linted too, such as alt and title


class Document(NamedTuple):
    """A file as read. ``text`` is the decoded original, never rewritten; markup is masked."""

    path: str
    format: str
    text: str
    segments: tuple[Segment, ...]
    masks: tuple[Mask, ...] = ()
    encoding: str = "utf-8"  # "" where the text was taken out of a container, so that lines and columns are not the file's
    source: str = ""  # the whole source text, where one was given
    remarks: tuple[Remark, ...] = ()  # in order of place


class Evidence(NamedTuple):
    """A cue that spoke for (positive weight) or against (negative) a reading, and where it stands."""

    text: str
    start: int
    end: int
    weight: float = 0.0
    reason: str = "near"  # near, unless, topic, slot, reading, named, quote ...


class Hit(NamedTuple):
    """A place where a pattern of an entry matched; not yet judged."""

    start: int
    end: int
    entry: int  # index of the entry in the Lexicon
    variant: int  # which reject, sense or phrase of the entry
    token: int  # first token of the match, frame included
    last: int  # last token of the match
    suggest: tuple[str, ...] = ()  # filled in by an expression; otherwise the variant's stand


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``text``; "" deletes."""

    start: int
    end: int
    text: str
    safety: Safety = "review"


class Finding(NamedTuple):
    """One thing to tell the editor about one place of one document."""

    start: int
    end: int
    rule: str  # kind/id
    kind: str
    severity: Severity
    confidence: Confidence
    message: str
    suggestions: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    score: float = 0.0
    set_aside: str = ""  # why it is not reported; "" when it is
    safe: bool = False  # the first suggestion may be applied unasked
    plural: bool = False  # the plural of a dictionary form is marked: suggestions are in the singular


class Example(NamedTuple):
    """A sentence an entry must flag (``flag``) or leave alone; ``fix`` is the corrected sentence."""

    text: str
    flag: bool
    fix: str = ""


class RuleInfo(NamedTuple):
    """What ``lintnews rules`` and ``lintnews explain`` say of one rule id, entry or check alike."""

    rule: str
    severity: Severity
    title: str
    why: str = ""
    forms: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    native: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    source: str = ""
    origin: str = ""  # file the entry stands in
    examples: tuple[Example, ...] = ()


class NameUse(NamedTuple):
    """One way in which a document writes a name, with what stands before it, and where it does so first."""

    text: str
    start: int
    end: int
    times: int
    given: str = ""  # a capitalised word right before that may be the given name, as written
    given_start: int = 0
    given_end: int = 0


class Result(NamedTuple):
    """What one file gave: its document and findings, or the reason it could not be read.

    ``findings`` are in order of position and include those set aside (``Finding.set_aside`` says why). ``error`` is ""
    when all went well; beside a document it names something that went wrong on the way (a rule that ran away).
    ``expired`` counts the entries that the baseline has of this file and that no finding of it is like any more.
    """

    path: str
    document: Document | None
    findings: tuple[Finding, ...] = ()
    error: str = ""
    expired: int = 0
    fixed: int = 0  # corrections that were made, or that a diff shows
    names: tuple[NameUse, ...] = ()  # the names of the document, where a run over many files compares them
    again: bool = False  # more findings of a file that has been reported before
    output: bytes = b""  # for standard output: corrected standard input, or a diff
