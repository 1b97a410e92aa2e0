"""The worker processes: what happens when there is too much to do, when one takes too long, when one dies."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from lintnews.config import Settings
from lintnews.errors import LintnewsError
from lintnews.server.affinity import Affinity
from lintnews.server.app import application
from lintnews.server.messages import Job
from lintnews.server.options import Options
from lintnews.server.pool import BusyError, Pool, TooSlowError

DRAFT = json.dumps({"text": "Partisans hid in the occupied town, the central nervous system said."}).encode()
LONG = json.dumps({"text": "The army caused a blow to the town of Kiev and so on. " * 8000}).encode()


def job(body: bytes = DRAFT) -> Job:
    return Job("check", body, media="application/json")


def run(options: Options, act, settings: Settings = Settings()):  # noqa: B008 - immutable
    async def with_pool():
        pool = Pool(settings, options)
        try:
            await pool.start()
            return await act(pool)
        finally:
            pool.stop()

    with ThreadPoolExecutor(1) as thread:  # in the main one Playwright's loop runs once a test had a browser
        return thread.submit(asyncio.run, with_pool()).result()


def found(reply) -> int:
    return len(json.loads(reply.body)["findings"])


def test_many_at_once_are_all_answered(few_rules):
    async def act(pool):
        return await asyncio.gather(*(pool.ask(job()) for _ in range(40)))

    assert [found(reply) for reply in run(Options(processes=2), act)] == [1] * 40


def test_more_than_allowed_are_turned_away(few_rules):
    async def act(pool):
        return await asyncio.gather(*(pool.ask(job()) for _ in range(9)), return_exceptions=True)

    replies = run(Options(processes=1, waiting=3), act)
    assert sum(isinstance(reply, BusyError) for reply in replies) == 6
    assert [found(reply) for reply in replies if not isinstance(reply, BusyError)] == [1, 1, 1]


def test_a_worker_that_takes_too_long_is_replaced(few_rules):
    async def act(pool):
        with pytest.raises(TooSlowError):
            await pool.ask(job(LONG))
        return await pool.ask(job())

    assert found(run(Options(processes=1, seconds=0.5), act)) == 1


def test_a_worker_that_dies_is_replaced(few_rules):
    async def act(pool):
        os.kill(pool._workers[0]._process.pid, signal.SIGKILL)
        with contextlib.suppress(TooSlowError):
            await pool.ask(job())
        return await pool.ask(job())

    assert found(run(Options(processes=1), act)) == 1


def test_rules_that_do_not_load_keep_it_from_starting(few_rules, tmp_path):
    (tmp_path / "desk.toml").write_text("[[term]]\nid = 'x'\n", encoding="utf-8")

    async def act(pool):
        return None

    with pytest.raises(LintnewsError, match=r"desk\.toml"):
        run(Options(processes=2), act, Settings(glossary=(str(tmp_path / "desk.toml"),)))


def test_a_glossary_that_changes_is_loaded_anew_and_a_broken_one_is_not(few_rules, tmp_path):
    path = tmp_path / "desk.toml"
    term = "[[term]]\nid = 'x'\nen = ['Center']\nreject = {calque = ['Zondo']}\n"
    examples = "[[term.example]]\nflag = 'Zondo.'\n[[term.example]]\npass = 'Center.'\n"
    path.write_text("", encoding="utf-8")
    ask = job(json.dumps({"text": "Zondo said so.", "options": {}}).encode())

    async def act(pool):
        before = found(await pool.ask(ask))
        path.write_text(term + examples, encoding="utf-8")
        changed = found(await pool.ask(ask))
        path.write_text("[[term", encoding="utf-8")
        return before, changed, found(await pool.ask(ask))

    assert run(Options(processes=1), act, Settings(glossary=(str(path),))) == (0, 1, 1)


def test_a_body_that_does_not_arrive(few_rules):
    sent: list[dict[str, object]] = []

    async def never():
        await asyncio.sleep(60)

    async def act(pool):
        scope = {
            "type": "http", "method": "POST", "path": "/api/v1/check", "raw_path": b"/api/v1/check", "query_string": b"",
            "headers": [(b"host", b"localhost")], "scheme": "http", "http_version": "1.1", "server": ("localhost", 80),
        }  # fmt: skip

        async def send(message):
            sent.append(message)

        await application(pool, Options(seconds=0.2))(scope, never, send)

    run(Options(processes=1), act)
    assert sent[0]["status"] == 408


def test_a_draft_goes_back_to_the_worker_that_knows_it():
    affinity = Affinity()
    drafts = [
        ("\n".join(f"Paragraph {place} of draft {number} is long enough." for place in range(9))).encode() for number in range(4)
    ]
    assert affinity.preferred(drafts[0]) is None
    for number, draft in enumerate(drafts):
        affinity.given(draft, number % 2)
    for number, draft in enumerate(drafts):
        changed = draft.replace(b"Paragraph 5", b"Paragraph five")
        assert affinity.preferred(changed) == number % 2
        assert affinity.preferred(changed.replace(b"\n", b"%0A")) == number % 2


def test_what_was_given_is_forgotten_in_the_end():
    affinity = Affinity()
    for number in range(30_000):
        affinity.given(f"This is a paragraph of a certain length {number}".encode(), 0)
    assert len(affinity._owners) <= 20_000
