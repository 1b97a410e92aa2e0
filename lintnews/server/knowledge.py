"""What the page asks beside a check: what a rule knows, and which terms there are."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from lintnews.model import RuleInfo
from lintnews.server.engine import Engine
from lintnews.server.lookup import shown_path
from lintnews.server.messages import Job, Reply, RequestError, as_json

_FEW, _MANY = 40, 200  # terms in an answer: unless asked otherwise, and at most
_LONGEST_QUERY = 200  # code points


def terms(engine: Engine, job: Job) -> Reply:
    """The entries that hold the words of ``q``, ``limit`` of them. Raises RequestError."""
    query = dict(parse_qsl(job.query))
    try:
        limit = int(query.get("limit", _FEW))
    except ValueError:
        limit = 0
    if not 1 <= limit <= _MANY:
        raise RequestError(400, f'"limit" must be a whole number from 1 to {_MANY}')
    wanted = query.get("q", "")
    if len(wanted) > _LONGEST_QUERY:
        raise RequestError(400, f'"q" has more than {_LONGEST_QUERY} characters; ask for fewer words')
    total, found = engine.lookup.find(wanted, limit)
    return as_json({"total": total, "terms": found})


def rule(engine: Engine, job: Job) -> Reply:
    """All that is known of the rule ``job.name`` (KIND/ID or ID). Raises RequestError when there is none."""
    found = engine.linter.explain(job.name)
    if not found:
        raise RequestError(404, f"no rule {job.name!r}; findings name theirs in \"rule\"")
    return as_json({"rules": [_told(info) for info in found]})


def _told(info: RuleInfo) -> dict[str, Any]:
    examples = [{"text": example.text, "flag": example.flag, "fix": example.fix} for example in info.examples]
    return {**info._asdict(), "origin": shown_path(info.origin), "examples": examples}
