"""The options that several subcommands share, and the settings that they make together with the configuration."""

from __future__ import annotations

import os

from lintnews.cli.arguments import Arguments, Parser
from lintnews.config import Glob, Settings, glob, load, rule_name
from lintnews.errors import UsageError


def add_knowledge(parser: Parser) -> None:
    """Add the options that say which rules there are."""
    parser.add_argument("--glossary", metavar="FILE", action="append", default=[], help="a glossary of the desk (TOML)")
    parser.add_argument("--rules", metavar="DIR", action="append", default=[], help="a folder of further rules")
    parser.add_argument("--config", metavar="FILE", help="use this configuration and look for no other")
    parser.add_argument("--isolated", action="store_true", help="use no configuration file")


class Choice:
    """The settings for each file: the nearest configuration upwards, with the command line on top."""

    def __init__(self, args: Arguments) -> None:
        self._args = args
        self._known: dict[str, Settings] = {}
        self._exclude = tuple(_excluded(pattern) for pattern in vars(args).get("exclude") or ())
        for path in args.glossary:
            if not os.path.isfile(path):
                raise UsageError(f"--glossary {path}: no such file")
        for path in args.rules:
            if not os.path.isdir(path):
                raise UsageError(f"--rules {path}: no such folder")

    def for_file(self, path: str) -> Settings:
        """The settings for the file at ``path``, its overrides applied. Raises ConfigError."""
        return self.for_folder(os.path.dirname(path)).for_path(path)

    def for_folder(self, folder: str) -> Settings:
        """The settings for the files of ``folder``, overrides still open. Raises ConfigError."""
        if folder not in self._known:
            found = load(folder or os.curdir, self._args.config, self._args.isolated)
            self._known[folder] = self._with_options(found)
        return self._known[folder]

    def _with_options(self, settings: Settings) -> Settings:
        options = vars(self._args)
        return settings._replace(
            select=options.get("select") or settings.select,
            ignore=settings.ignore + tuple(options.get("ignore") or ()),
            min_confidence=options.get("min_confidence") or settings.min_confidence,
            fail_level=options.get("fail_level") or settings.fail_level,
            glossary=settings.glossary + tuple(options["glossary"]),
            rules=settings.rules + tuple(options["rules"]),
            exclude=settings.exclude + self._exclude,
        )


def _excluded(pattern: str) -> Glob:
    try:
        return glob(pattern, os.getcwd())
    except ValueError as error:
        raise UsageError(f"--exclude: {error}") from None


def rule_names(text: str) -> tuple[str, ...]:
    """The names of a comma-separated list, as --select takes it. Raises UsageError when one cannot be a rule's."""
    try:
        return tuple(rule_name(name.strip()) for name in text.split(",") if name.strip())
    except ValueError as error:
        raise UsageError(str(error)) from None
