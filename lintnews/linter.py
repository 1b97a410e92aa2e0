"""The path of the data, in order: bytes → Document → Hits → Findings. The only module that knows the order of stages."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from lintnews import checks, read
from lintnews.config import Settings
from lintnews.errors import InputError
from lintnews.judge.judge import judge
from lintnews.judge.overlap import settle
from lintnews.judge.quotes import humbled
from lintnews.judge.sic import honour
from lintnews.lexicon.lexicon import Lexicon, open_lexicon
from lintnews.lexicon.names import NameIndex
from lintnews.lexicon.native import Natives
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.match import tokens
from lintnews.match.raw import Expressions
from lintnews.model import CONFIDENCES, KINDS, REMOVE, Document, Finding, Hit, Result, RuleInfo, Severity
from lintnews.typed import cast
from lintnews.view import View

LONG = 2_000_000  # code points from which a document is linted in parts
Part = tuple[int, Document]  # and the offset at which it stands in the whole
Spread = Callable[[Iterable[Part]], Iterable[tuple[int, Result]]]


def is_long(document: Document) -> bool:
    """Whether ``document`` is linted in parts: remarks, and a source text beside it, have to be read as a whole."""
    return len(document.text) > LONG and not document.remarks and not document.source


class _GlossaryWords:
    """The words that right forms of the glossary use, as the vocabulary asks for them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._lexicon.known(word)


class Linter:
    """Lints documents with one lexicon. Raises RuleError when a rules file of ``settings`` is wrong.

    ``spread`` lints the parts of a long document elsewhere and gives the result of each with its offset, in order.
    """

    def __init__(self, settings: Settings, lexicon: Lexicon | None = None) -> None:
        self.settings = settings
        self.spread: Spread | None = None
        self.lexicon = lexicon or open_lexicon(settings.glossary, settings.rules)
        self.vocabulary = Vocabulary.load(_GlossaryWords(self.lexicon))
        self.vocabulary.names = NameIndex(self.lexicon)
        self.vocabulary.natives = Natives(self.lexicon)
        self._checks = checks.modules()
        self._expressions = Expressions(self.lexicon)

    def lint_file(self, path: str) -> Result:
        """The findings of the file at ``path``; what keeps it from being read is ``Result.error``."""
        data = self.bytes_of(path)
        return data if isinstance(data, Result) else self.lint_bytes(data, path)

    def bytes_of(self, path: str) -> bytes | Result:
        """What the file at ``path`` holds, or a Result that says why it cannot be read."""
        try:
            with open(path, "rb") as file:
                return file.read()
        except OSError as error:
            return Result(path, None, (), f"cannot be read: {error.strerror or error}; check the path and its permissions")

    def lint_bytes(self, data: bytes, path: str) -> Result:
        """The findings of ``data``, read as the suffix of ``path`` says."""
        try:
            document = read.reader_for(path).read(data, path, self._for(path).read_options)
        except InputError as error:
            return Result(path, None, (), str(error))
        return self.lint(document)

    def lint(self, document: Document) -> Result:
        """The findings of a document, those set aside included, in order of place; a very long one is linted in parts."""
        if is_long(document):
            return self._lint_parts(document)
        view = View(document)
        return self.result(view, *self.hits(view))

    def _lint_parts(self, document: Document) -> Result:
        from lintnews.parts import moved, parts

        findings: list[Finding] = []
        stopped: dict[str, None] = {}
        for offset, result in (self.spread or self._each)(parts(document)):
            findings += (moved(finding, offset) for finding in result.findings)
            stopped.update(dict.fromkeys(filter(None, result.error.split("; "))))
        return Result(document.path, document, tuple(findings), "; ".join(stopped))

    def _each(self, parts: Iterable[Part]) -> Iterator[tuple[int, Result]]:
        return ((offset, self.lint(part)) for offset, part in parts)

    def hits(self, view: View) -> tuple[list[Hit], list[str]]:
        """Where patterns match, in order, and a message for each rule that ran away.

        What matches in a segment depends on its text and on a little of what stands before it; on nothing else.
        """
        found = tokens.find(view, self.lexicon)
        hits, stopped = self._expressions.find(view, found.woken)
        return sorted(hits + tokens.outside_right_forms(found.hits)), stopped

    def result(self, view: View, hits: Iterable[Hit], stopped: Iterable[str] = ()) -> Result:
        """What the hits in ``view`` and the checks come to; ``hits`` are those that ``hits`` gives, in that order."""
        path = view.document.path
        found = self._findings(view, hits)
        kept = honour(view, settle(self._wanted(path, found)))
        if view.document.remarks:
            kept = self._suppressed(view, kept, found)
        return Result(path, view.document, tuple(kept), "; ".join(stopped))

    def more(self, document: Document, findings: Sequence[Finding]) -> Result:
        """``findings``, which came of reading other documents too, as the settings and the remarks in ``document`` leave them."""
        view = View(document)
        kept = honour(view, list(self._wanted(document.path, findings)))
        if document.remarks:
            from lintnews.judge.suppress import suppress  # few documents have remarks

            kept = suppress(view, kept, findings, self._name_problem)[0]
        return Result(document.path, document, tuple(kept), again=True)

    def _suppressed(self, view: View, kept: Sequence[Finding], found: Iterable[Finding]) -> list[Finding]:
        """``kept`` as the remarks in the copy leave it, with reports of remarks that do nothing; ``found`` is everything."""
        from lintnews.judge.suppress import suppress  # few documents have remarks

        findings, reports = suppress(view, kept, found, self._name_problem)
        return sorted([*findings, *self._wanted(view.document.path, reports)], key=lambda f: (f.start, f.end, f.rule))

    def _name_problem(self, name: str) -> str:
        known = name in KINDS or self.explain(name)
        return "" if known else f"no rule {name!r}{self.nearest(name)}"

    def _findings(self, view: View, hits: Iterable[Hit]) -> list[Finding]:
        """Every finding, overlapping ones included."""
        found = list(judge(view, self.lexicon, hits))
        for check in self._checks:
            found += humbled(view, check.check(view, self.vocabulary))
        return [_whole(view, finding) for finding in found] if view.document.masks else found

    def mentions(self, document: Document) -> tuple[View, list[Hit], list[Finding]]:
        """What a survey counts: where right forms of the glossary stand, and every finding, overlapping ones included."""
        view = View(document)
        hits = tokens.find(view, self.lexicon, all_right=True).hits
        right = [hit for hit in hits if hit.variant < 0]
        found = self._findings(view, tokens.outside_right_forms(hits))
        return view, right, [finding for finding in found if not finding.set_aside]

    def _wanted(self, path: str, findings: Iterable[Finding]) -> Iterator[Finding]:
        settings = self._for(path)
        least = CONFIDENCES.index(settings.min_confidence)
        for finding in findings:
            names = _names(finding)
            if settings.select and not any(name in settings.select for name in names):
                continue
            if any(name in settings.ignore for name in names) or CONFIDENCES.index(finding.confidence) < least:
                continue
            severity = next((settings.severity[name] for name in names if name in settings.severity), "")
            if severity != "off":
                finding = _with_removal(finding)
                yield finding._replace(severity=cast(Severity, severity)) if severity else finding

    def _for(self, path: str) -> Settings:
        return self.settings.for_path(path) if self.settings.overrides else self.settings

    def rules(self) -> Iterator[RuleInfo]:
        """Every rule there is: the checks', those about remarks in the copy, then the entries' by file and line."""
        yield from self._built_in()
        for number in self.lexicon.numbers():
            yield from self._infos(number)

    def explain(self, name: str) -> list[RuleInfo]:
        """The rules called ``name``: a kind/id or an id."""
        entry_id = name.rpartition("/")[2]
        found = [info for number in self.lexicon.numbers(entry_id) for info in self._infos(number)]
        found += self._built_in()
        return [info for info in found if name in (info.rule, info.rule.partition("/")[2])]

    def _infos(self, number: int) -> Iterator[RuleInfo]:
        from lintnews.lexicon.catalogue import entry_info  # a plain run has no use for it

        return entry_info(self.lexicon, number)

    def nearest(self, name: str) -> str:
        """What the unknown ``name`` may have been meant to be, as the end of a message."""
        import difflib  # only when something is wrong

        known = {part for info in self.rules() for part in (info.rule, *info.rule.split("/"))}
        close = difflib.get_close_matches(name, sorted(known), 1)
        return f"; did you mean {close[0]!r}?" if close else "; `lintnews rules` lists them"

    def _built_in(self) -> Iterator[RuleInfo]:
        from lintnews import across  # a plain run has no use for it
        from lintnews.judge import suppress

        for module in (*self._checks, across, suppress):
            yield from module.rules()

    def test(self, paths: Sequence[str] = ()) -> Iterator[str]:
        """A line for each example that does not give what it promises; ``paths`` limits whose examples are run."""
        for info in self.rules_with_examples(paths):
            yield from self._test(info)

    def rules_with_examples(self, paths: Sequence[str] = ()) -> Iterator[RuleInfo]:
        """Each entry (or check) once, with its examples; ``rule`` is the bare id of an entry."""
        wanted = {os.path.abspath(path) for path in paths}
        for check in self._checks if not wanted else ():
            yield from (info for info in check.rules() if info.examples)
        for number in self.lexicon.numbers():
            record = self.lexicon.entry(number)
            if record.get("examples") and (not wanted or os.path.abspath(record["path"]) in wanted):
                yield next(self._infos(number))._replace(rule=record["id"])

    def _test(self, info: RuleInfo) -> Iterator[str]:
        for example in info.examples:
            found = self._rule_findings(example.text)
            problem = _flag_problem(info, found) if example.flag else _pass_problem(info, found)
            if not problem and example.fix and self._rule_findings(example.fix):
                problem = f"the corrected sentence is flagged: {_listed(self._rule_findings(example.fix))}"
            if problem:
                yield f"{info.origin or 'built-in check'}: {info.rule}: {problem}\n    {example.text}"

    def _rule_findings(self, text: str) -> list[Finding]:
        document = read.reader_for("-").read(text.encode("utf-8", "surrogatepass"), "-")
        view = View(document)
        return [finding for finding in self._findings(view, self.hits(view)[0]) if not finding.set_aside]


def _whole(view: View, finding: Finding) -> Finding:
    """``finding`` with no entity, escape or tag cut in two."""
    start, end = view.whole(finding.start, finding.end)
    return finding._replace(start=start, end=end) if (start, end) != finding[:2] else finding


def _with_removal(finding: Finding) -> Finding:
    """An empty suggestion says to delete; so does a page leftover without any."""
    if "" in finding.suggestions or (finding.kind == "boilerplate" and not finding.suggestions):
        return finding._replace(suggestions=tuple(text or REMOVE for text in finding.suggestions) or (REMOVE,))
    return finding


def _names(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.rule.partition("/")[2], finding.kind


def _owns(info: RuleInfo, finding: Finding) -> bool:
    return info.rule in (finding.rule, finding.rule.partition("/")[2])


def _flag_problem(info: RuleInfo, found: list[Finding]) -> str:
    own = [finding for finding in found if _owns(info, finding)]
    # Two entries may know the same words; the copy shows one of them. What else is flagged is too much.
    alarms = (finding for finding in found if not _owns(info, finding) and finding.severity != "info")
    others = [f for f in alarms if not any(f.start < mine.end and mine.start < f.end for mine in own)]
    if not own:
        return "must be flagged and is not" + (f" ({_listed(found)} instead)" if found else "")
    if others:
        return f"is also flagged by {_listed(others)}"
    if all(finding.severity == "info" for finding in own) and info.severity != "info":
        return f"gives only an info ({own[0].score}): {own[0].message}"
    return ""


def _pass_problem(info: RuleInfo, found: list[Finding]) -> str:
    bad = [finding for finding in found if _owns(info, finding) or finding.severity != "info"]
    return f"must pass and is flagged by {_listed(bad)}" if bad else ""


def _listed(findings: Iterable[Finding]) -> str:
    return ", ".join(f"{finding.rule} ({finding.severity})" for finding in findings)
