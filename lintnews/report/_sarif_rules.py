"""Rules and the MQM typology as SARIF describes them: takes RuleInfo values, gives reportingDescriptor objects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lintnews.model import KINDS, RuleInfo, Severity

MQM = "MQM"
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}

_MQM_HOME = "https://themqm.org"
_MANY = 12  # forms, suggestions and cues that are listed


def descriptor(rule: str, info: RuleInfo | None) -> dict[str, Any]:
    """The reportingDescriptor of ``rule``; without ``info``, what its kind tells."""
    kind = KINDS[rule.partition("/")[0]]
    known = info or RuleInfo(rule, kind.severity, rule.partition("/")[2].replace("-", " "))
    return {
        "id": rule,
        "shortDescription": {"text": f"{kind.title}: {known.title}"},
        "fullDescription": {"text": _sentences(kind.title, known)},
        "help": {"text": "\n".join(_help(known, "{}: {}")), "markdown": "\n".join(_help(known, "- **{}**: {}", _code))},
        "defaultConfiguration": {"level": LEVELS[known.severity]},
        "relationships": [
            {
                "target": {"id": kind.mqm, "index": _issue_types().index(kind.mqm), "toolComponent": {"name": MQM, "index": 0}},
                "kinds": ["superset"],
            }
        ],
        "properties": {"mqm": kind.mqm, "tags": [rule.partition("/")[0]]},
    }


def taxonomy() -> dict[str, Any]:
    """The MQM issue types that kinds of findings belong to, as a toolComponent."""
    return {
        "name": MQM,
        "fullName": "Multidimensional Quality Metrics",
        "informationUri": _MQM_HOME,
        "shortDescription": {"text": "A typology of translation errors."},
        "taxa": [{"id": name, "shortDescription": {"text": _spelled(name)}} for name in _issue_types()],
    }


def _issue_types() -> list[str]:
    return sorted({kind.mqm for kind in KINDS.values()})


def _spelled(mqm: str) -> str:
    dimension, _, issue = mqm.partition("/")
    return f"{dimension.replace('-', ' ').capitalize()}: {issue.replace('-', ' ')}"


def _sentences(title: str, info: RuleInfo) -> str:
    return f"{title}. {info.why}" if info.why else f"{title}."


def _help(info: RuleInfo, pattern: str, mark: Any = str) -> Iterator[str]:
    """What the rule flags and wants, as lines."""
    for label, values in (
        ("Flags", info.forms),
        ("Write instead", info.suggestions),
        ("Translates", info.native),
        ("Speaks for it", info.near),
        ("Speaks against it", info.unless),
    ):
        if values:
            yield pattern.format(label, _listed(values, mark))
    for example in info.examples[:4]:
        yield pattern.format("Flagged" if example.flag else "Passed", example.text)
    if info.source:
        yield pattern.format("Source", info.source)
    yield pattern.format("More", mark(f"lintnews explain {info.rule}"))


def _listed(values: Iterable[str], mark: Any) -> str:
    shown = [mark(value or "(remove)") for value in values]
    more = [f"{len(shown) - _MANY} more"] if len(shown) > _MANY else []
    return ", ".join(shown[:_MANY] + more)


def _code(text: str) -> str:
    """``text`` as code in Markdown."""
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
