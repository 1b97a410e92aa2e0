"""Suppressions: sets findings aside as remarks in the copy ask for it, and reports the remarks that do nothing.

Imported only for a document with remarks. ``directives`` has the language of remarks, ``docs/suppressing.md`` explains it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from lintnews.judge.directives import Directive, Misread, acronyms, folded, parse
from lintnews.model import SUPPRESSED, Finding, RuleInfo
from lintnews.view import View

UNUSED, UNKNOWN, MISREAD = "suppression/unused", "suppression/unknown-rule", "suppression/not-understood"
_ANY = ""  # stands for every rule


class Suppressed(NamedTuple):
    """The findings, some of them set aside now, and what there is to say of the remarks."""

    findings: list[Finding]
    reports: list[Finding]


def rules() -> tuple[RuleInfo, ...]:
    """The rules that remarks in the copy may break."""
    return (
        RuleInfo(UNUSED, "info", "A suppression that suppresses nothing", "What it was for is gone: take it out."),
        RuleInfo(UNKNOWN, "info", "A suppression of a rule that does not exist", "It does nothing until the name is right."),
        RuleInfo(MISREAD, "info", "A remark to lintnews that is not understood", "docs/suppressing.md has the forms."),
    )


def suppress(
    view: View,
    findings: Sequence[Finding],
    everything: Iterable[Finding],
    problem: Callable[[str], str],
) -> Suppressed:
    """Apply the remarks of the document to ``findings``, which are in order of place.

    ``everything`` is what was found before settings left some of it out: a remark that is about nothing but that is
    in use all the same. ``problem`` says of a name what is wrong with it as a rule's, "" if nothing is.
    """
    understood = [parse(remark) for remark in view.document.remarks]
    directives = [item for item in understood if isinstance(item, Directive)]
    chosen = _Pass(view, directives).over(findings)
    used = {id(directive) for directive in chosen if directive is not None}
    if len(used) < len(directives):
        rest = sorted((finding for finding in everything if not finding.set_aside), key=lambda finding: finding.start)
        used |= {id(directive) for directive in _Pass(view, directives).over(rest) if directive is not None}
    misread = [_report(item, MISREAD, f"not understood: {item.problem}") for item in understood if isinstance(item, Misread)]
    reports = [*misread, *_unhelpful(directives, used, problem)]
    return Suppressed([_set_aside(*pair) for pair in zip(findings, chosen, strict=True)], reports)


def _set_aside(finding: Finding, directive: Directive | None) -> Finding:
    if directive is None:
        return finding
    return finding._replace(set_aside=SUPPRESSED + (directive.reason or "a comment in the copy asks for it"))


def _unhelpful(directives: Sequence[Directive], used: set[int], problem: Callable[[str], str]) -> Iterator[Finding]:
    off_before = False
    for directive in directives:
        problems = [told for told in map(problem, directive.rules) if told]
        yield from (_report(directive, UNKNOWN, told) for told in problems)
        if directive.action == "on":
            if not off_before:
                yield _report(directive, UNUSED, "‘lintnews: on’ ends nothing: there is no ‘lintnews: off’ before it")
        elif id(directive) not in used and not problems:
            yield _report(directive, UNUSED, f"this suppression suppresses nothing: {_why(directive)}")
        off_before |= directive.action == "off"


def _why(directive: Directive) -> str:
    what = f"no finding of {' or '.join(directive.rules)}" if directive.rules else "no finding"
    where = {
        "next": "in the paragraph that follows",
        "off": "before ‘lintnews: on’ or the end",
        "words": "of these words in what follows",
    }
    return f"there is {what} {where[directive.action]}"


def _report(item: Directive | Misread, rule: str, message: str) -> Finding:
    suggestions = ("",) if rule == UNUSED else ()
    return Finding(item.start, item.end, rule, "suppression", "info", "certain", message, suggestions)


class _Pass:
    """One walk through the directives and the findings of a document, in order of place."""

    def __init__(self, view: View, directives: Sequence[Directive]) -> None:
        self._view, self._directives = view, directives
        self._switched: dict[str, tuple[int, Directive]] = {}  # rule -> the last off or on that names it, with its number
        self._waiting: dict[str, deque[tuple[int, Directive]]] = {}  # rule -> those for the next finding, with their reach
        self._words: dict[tuple[tuple[str, ...], str], Directive] = {}  # words, rule -> the first that names them
        self._spent: set[int] = set()

    def over(self, findings: Iterable[Finding]) -> list[Directive | None]:
        """For each of ``findings``, which are in order, the directive that sets it aside, if one does."""
        chosen: list[Directive | None] = []
        number = 0
        for finding in findings:
            while number < len(self._directives) and self._directives[number].end <= finding.start:
                self._take(number, self._directives[number])
                number += 1
            chosen.append(None if finding.set_aside else self._choose(finding))
        return chosen

    def _take(self, number: int, directive: Directive) -> None:
        names = directive.rules or (_ANY,)
        if directive.action in ("off", "on"):
            self._switched.update((name, (number, directive)) for name in names)
        elif directive.action == "next":
            reach = self._reach(directive)
            for name in names:
                self._waiting.setdefault(name, deque()).append((reach, directive))
        else:
            for words in directive.words:
                for name in names:
                    self._words.setdefault((words, name), directive)

    def _choose(self, finding: Finding) -> Directive | None:
        names = (_ANY, finding.kind, finding.rule, finding.rule.partition("/")[2])
        switches = [self._switched[name] for name in names if name in self._switched]
        switch = max(switches, key=lambda item: item[0])[1] if switches else None
        if switch is not None and switch.action == "off":
            return switch
        if self._words:
            text = self._view.text(finding.start, finding.end)
            keys = ((words, name) for words in (folded(text), *acronyms(text)) for name in names)
            named = next((self._words[key] for key in keys if key in self._words), None)
            if named is not None:
                return named
        return self._next(finding, names)

    def _next(self, finding: Finding, names: Iterable[str]) -> Directive | None:
        """The earliest directive that waits for such a finding and reaches so far; it waits no longer."""
        ready: list[Directive] = []
        for name in names:
            line = self._waiting.get(name)
            while line and (line[0][0] <= finding.start or id(line[0][1]) in self._spent):
                line.popleft()
            if line:
                ready.append(line[0][1])
        if not ready:
            return None
        first = min(ready, key=lambda directive: directive.start)
        self._spent.add(id(first))
        return first

    def _reach(self, directive: Directive) -> int:
        """The end of the paragraph that the first word after ``directive`` is in."""
        token = self._view.token_at(directive.end)
        if token == len(self._view.tokens):
            return len(self._view.plain)
        return self._view.document.segments[self._view.segment_of[token]].end
