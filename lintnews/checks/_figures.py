"""What the checks of numbers and of dates share: how their rules are written down and what their findings say."""

from __future__ import annotations

from lintnews.model import Confidence, Example, Finding, RuleInfo, Severity


def rule(name: str, title: str, why: str, flag: str, fix: str, passes: str, severity: Severity = "warning") -> RuleInfo:
    """A rule ``broken-syntax/name`` with one example of each side; ``fix`` is ``flag`` corrected."""
    examples = (Example(flag, True, fix), Example(passes, False))
    return RuleInfo(f"broken-syntax/{name}", severity, title, why, examples=examples)


def by_name(rules: tuple[RuleInfo, ...]) -> dict[str, RuleInfo]:
    """The rules by what stands behind the kind."""
    return {info.rule.partition("/")[2]: info for info in rules}


def finding(
    info: RuleInfo, start: int, end: int, text: str, suggestions: tuple[str, ...], confidence: Confidence = "likely"
) -> Finding:
    """What ``info`` says of ``text`` at ``start:end``; what is certain may be corrected unasked."""
    message = f"“{text.strip()}”: {info.title[0].lower()}{info.title[1:]}. {info.why[:-1]}"
    safe = confidence == "certain"
    return Finding(start, end, info.rule, "broken-syntax", info.severity, confidence, message, suggestions, safe=safe)
