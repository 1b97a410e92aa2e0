from __future__ import annotations

from argparse import ArgumentParser
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.cli import commands
from lintnews.cli.arguments import Arguments, Quick, parse
from lintnews.cli.commands import check

WORDS = [
    *("a.txt", "-", "", "news/", "--", "-j", "2", "-j2", "x", "--jobs=3", "--format", "--format=json", "json"),
    *("--quiet", "--quiet=1", "--select", "calque", "--ignore=", "--fail-level", "error", "bad", "--select=a=b"),
    *("-h", "--nope", "-1"),
]


def quick(command: Any, argv: list[str]) -> Arguments | None:
    parser = Quick()
    command.configure(parser)
    return parser.parse(argv)


def slow(command: Any, argv: list[str]) -> Arguments | None:
    parser = ArgumentParser(allow_abbrev=False)
    command.configure(parser)
    try:
        return parser.parse_intermixed_args(argv, Arguments())
    except SystemExit:
        return None


@pytest.mark.parametrize("name", commands.names())
@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_the_quick_way_gives_what_argparse_gives_or_nothing(name: str, argv: list[str]) -> None:
    command = import_module(f"{commands.__name__}.{name}")
    found = quick(command, argv)
    if found is not None:
        assert found == slow(command, argv)


@pytest.mark.parametrize(
    "argv",
    [
        ["a.txt"],
        ["a.txt", "-", "--format", "json"],
        ["--format=json", "news/", "-j", "4", "--quiet"],
        ["--select", "a", "--select", "b", "a.txt", "--fail-level", "info", "--color=never"],
    ],
)
def test_the_usual_goes_the_quick_way(argv: list[str]) -> None:
    assert quick(check, argv) is not None


def test_a_default_list_is_not_shared_between_calls() -> None:
    parser = Quick()
    check.configure(parser)
    assert parser.parse(["a", "--glossary", "x"]) != parser.parse(["a"])


def test_mistakes_end_as_argparse_ends_them(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        parse(check, "check", ["a.txt", "--fail-level", "fatal"])  # type: ignore[arg-type]
    assert stop.value.code == 2
    assert "invalid choice: 'fatal'" in capsys.readouterr().err
