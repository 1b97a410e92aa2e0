"""What may be asked of a worker process, and how one job is answered."""

from __future__ import annotations

from collections.abc import Callable

from lintnews.errors import LintnewsError
from lintnews.server import check, corrections, glossary, knowledge, languagetool
from lintnews.server.engine import Engine
from lintnews.server.messages import Job, Reply, RequestError, problem

TASKS: dict[str, Callable[[Engine, Job], Reply]] = {
    "check": check.check,
    "correct": corrections.correct,
    "languagetool": languagetool.check,
    "rule": knowledge.rule,
    "terms": knowledge.terms,
    "save": glossary.save,
    "remove": glossary.remove,
}


def answer(engine: Engine, job: Job) -> Reply:
    """Do ``job``. A fault of ours is told by its type alone: its message could quote the draft."""
    try:
        engine.refresh()
        return TASKS[job.task](engine, job)
    except RequestError as refusal:
        return problem(refusal.status, str(refusal))
    except LintnewsError as error:
        return problem(422, str(error))
    except Exception as error:
        return problem(500, f"internal error: {type(error).__name__}; please report it, with the draft if you may")
