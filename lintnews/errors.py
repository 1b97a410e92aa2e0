"""The errors lintnews raises on purpose: each message tells the user what to do.

LintnewsError
├── UsageError           the command line asks for something that does not exist
├── ConfigError          lintnews.toml or [tool.lintnews] is wrong
├── RuleError            a rules file does not load: path, line, the line, the mend
├── InputError           a document cannot be read: path and reason
└── FixError             a document cannot be corrected: path and reason; it was left as it is
"""

from __future__ import annotations


class LintnewsError(Exception):
    """Root of everything lintnews raises on purpose."""


class UsageError(LintnewsError):
    """A command-line argument names something unknown."""


class _LocatedError(LintnewsError):
    """Something is wrong in a TOML file.

    ``path`` and ``line`` (1-based, 0 when unknown) say where; the message says why and what to write instead.
    """

    def __init__(self, message: str, path: str = "", line: int = 0, source: str = "") -> None:
        self.path, self.line, self.source = path, line, source
        where = f"{path}:{line}: " if line else f"{path}: " if path else ""
        quoted = f"\n    {source.strip()}" if source.strip() else ""
        super().__init__(f"{where}{message}{quoted}")


class ConfigError(_LocatedError):
    """The configuration cannot be used as it stands."""


class RuleError(_LocatedError):
    """A rules file cannot be loaded."""


class InputError(LintnewsError):
    """A document cannot be read; ``path`` says which, the message says why."""

    def __init__(self, message: str, path: str = "") -> None:
        self.path = path
        super().__init__(message)


class FixError(LintnewsError):
    """A document cannot be corrected and was left as it is; ``path`` says which, the message says why."""

    def __init__(self, message: str, path: str = "") -> None:
        self.path = path
        super().__init__(message)
