"""The settings of a run: lintnews.toml, or [tool.lintnews] of pyproject.toml, found upwards from the file."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from lintnews.errors import ConfigError
from lintnews.model import CONFIDENCES, KINDS, SEVERITIES, Confidence, ReadOptions, Severity
from lintnews.named import NamedTuple
from lintnews.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME, SHARED_NAME = "lintnews.toml", "pyproject.toml"


class Glob(NamedTuple):
    """A pattern as in .gitignore, and the folder it is relative to."""

    pattern: str
    root: str


class Override(NamedTuple):
    """Settings for the files that one of ``files`` matches; None means: as elsewhere."""

    files: tuple[Glob, ...]
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = {}
    min_confidence: Confidence | None = None
    fields: tuple[str, ...] | None = None
    attributes: tuple[str, ...] | None = None


class Settings(NamedTuple):
    """What a run is asked to do. Names of rules are a KIND, a KIND/ID or an ID."""

    select: tuple[str, ...] = ()  # only these rules; empty means all
    ignore: tuple[str, ...] = ()  # not these rules
    severity: Mapping[str, str] = {}  # rule -> error, warning, info or off
    min_confidence: Confidence = "possible"
    fail_level: Severity = "warning"
    glossary: tuple[str, ...] = ()  # paths of the desk's TOML files; later ones win
    rules: tuple[str, ...] = ()  # paths of folders laid out like the built-in rules/
    exclude: tuple[Glob, ...] = ()
    fields: tuple[str, ...] = ()  # fields of JSON and CSV records to lint; empty: the usual ones
    attributes: tuple[str, ...] = ()  # HTML attributes to lint
    baseline: str = ""  # path of the baseline; "" when there is none
    overrides: tuple[Override, ...] = ()
    isolated: bool = False
    path: str = ""  # the configuration file these come from; "" when there is none

    @property
    def read_options(self) -> ReadOptions:
        """What a reader is to take for prose."""
        return ReadOptions(self.fields, self.attributes)

    def for_path(self, path: str) -> Settings:
        """These settings with every override that matches ``path`` applied, in order, and none left over."""
        settings = self._replace(overrides=())
        for override in self.overrides:
            if matches(override.files, path):
                settings = settings._replace(
                    select=settings.select if override.select is None else override.select,
                    ignore=settings.ignore + override.ignore,
                    severity={**settings.severity, **override.severity},
                    min_confidence=override.min_confidence or settings.min_confidence,
                    fields=settings.fields if override.fields is None else override.fields,
                    attributes=settings.attributes if override.attributes is None else override.attributes,
                )
        return settings


def matches(globs: Iterable[Glob], path: str) -> bool:
    """Whether ``path`` (a file, or a folder when it ends in the separator) is matched; a later ``!glob`` takes back."""
    globs = tuple(globs)
    roots = dict.fromkeys(glob.root for glob in globs)
    return any(
        _spec(tuple(glob.pattern for glob in globs if glob.root == root)).match_file(_relative(path, root))
        for root in roots
    )


@lru_cache(maxsize=64)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    """The patterns compiled. Raises ValueError when one of them is none."""
    from pathspec import GitIgnoreSpec  # costs some milliseconds: only for those who use globs

    for pattern in patterns:
        try:
            GitIgnoreSpec.from_lines([pattern])
        except ValueError:
            raise ValueError(f"{pattern!r} is not a pattern as in .gitignore") from None
    return GitIgnoreSpec.from_lines(patterns)


def glob(pattern: str, root: str) -> Glob:
    """The Glob of ``pattern``, which is relative to the folder ``root``. Raises ValueError when it is no pattern."""
    _spec((pattern,))
    return Glob(pattern, root)


def _relative(path: str, root: str) -> str:
    relative = os.path.relpath(path, root or os.curdir)
    if relative.startswith(os.pardir):
        relative = os.path.abspath(path).lstrip(os.sep)
    return relative.replace(os.sep, "/") + ("/" if path.endswith(("/", os.sep)) else "")


def load(start: str, config: str | None = None, isolated: bool = False) -> Settings:
    """The settings for the files of the folder ``start``: those of ``config``, else of the nearest file upwards.

    Raises ConfigError with path, line and a mend when the file cannot be used. ``isolated`` looks for no file.
    """
    if config is not None:
        return _parse(config, _read(config), shared=os.path.basename(config) == SHARED_NAME) or Settings(path=config)
    if not isolated:
        folder = os.path.abspath(start)
        while True:
            settings = _of_folder(folder)
            if settings is not None:
                return settings
            parent = os.path.dirname(folder)
            if parent == folder:
                break
            folder = parent
    return Settings(isolated=isolated)


def _of_folder(folder: str) -> Settings | None:
    own, shared = os.path.join(folder, NAME), os.path.join(folder, SHARED_NAME)
    if os.path.isfile(own):
        return _parse(own, _read(own), shared=False)
    if os.path.isfile(shared):
        data = _read(shared)
        if b"lintnews" in data:  # most are about other things: spare them the parser
            return _parse(shared, data, shared=True)
    return None


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise ConfigError(f"cannot be read: {(error.strerror or str(error)).lower()}", path) from None


def _parse(path: str, data: bytes, shared: bool) -> Settings | None:
    """Settings of one file; None when it is a pyproject.toml without [tool.lintnews]."""
    import tomllib  # costs some milliseconds: only where there is a configuration

    try:
        text = data.decode("utf-8").replace("\r\n", "\n")
        table = tomllib.loads(text)
    except UnicodeDecodeError:
        raise ConfigError("not UTF-8, as TOML must be", _short(path)) from None
    except tomllib.TOMLDecodeError as error:
        reason, _, place = str(error).partition(" (at ")
        found = re.match(r"line (\d+)", place)
        line = int(found[1]) if found else len(text.rstrip().split("\n"))  # else it is "at end of document"
        raise ConfigError(f"not valid TOML: {reason}", _short(path), line, _line(text, line)) from None
    if shared:
        table = table.get("tool", {}).get("lintnews")
        if table is None:
            return None
    return _File(path, text, "tool.lintnews" if shared else "").settings(table)


def _short(path: str) -> str:
    """``path`` as a person at the terminal would write it."""
    return path.removeprefix(os.path.join(os.getcwd(), ""))


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number - 1] if 0 < number <= len(lines) else ""


class _File:
    """One configuration file being read: knows how to say where in it something is wrong."""

    def __init__(self, path: str, text: str, table: str) -> None:
        self._path, self._text, self._table = path, text, table
        self._folder = os.path.dirname(path)
        self._shapes: dict[str, Callable[[Any], Any]] = {
            "select": _rule_names,
            "ignore": _rule_names,
            "severity": _severities,
            "min-confidence": _one_of(CONFIDENCES),
            "fail-level": _one_of(SEVERITIES),
            "glossary": self._paths,
            "rules": self._paths,
            "exclude": self._globs,
            "fields": _strings,
            "attributes": _strings,
            "baseline": self._path_to_be,
            "override": _tables,
        }
        self._override_shapes: dict[str, Callable[[Any], Any]] = {
            "files": self._globs,
            **{key: self._shapes[key] for key in ("select", "ignore", "severity", "min-confidence", "fields", "attributes")},
        }

    def settings(self, table: Mapping[str, Any]) -> Settings:
        values = self._values(table, self._shapes, self._table)
        where = f"{self._table}.override".lstrip(".")
        overrides = [
            self._override(override, f"{where}#{number}") for number, override in enumerate(values.pop("override", ()))
        ]
        return Settings(**values, overrides=tuple(overrides), path=self._path)

    def _override(self, table: Mapping[str, Any], where: str) -> Override:
        values = self._values(table, self._override_shapes, where)
        if "files" not in values:
            raise self._error('an override needs files = ["*.md"], the globs it is for', where)
        return Override(**values)

    def _values(self, table: Any, shapes: Mapping[str, Callable[[Any], Any]], where: str) -> dict[str, Any]:
        values = {}
        if not isinstance(table, dict):
            raise self._error("expected a table", where)
        for key, value in table.items():
            if key not in shapes:
                raise self._error(f"unknown key {key!r}; {_nearest(key, shapes)}", where, key)
            try:
                values[key.replace("-", "_")] = shapes[key](value)
            except ValueError as error:
                raise self._error(f"{key}: {error}", where, key) from None
        return values

    def _paths(self, value: Any) -> tuple[str, ...]:
        paths = tuple(os.path.join(self._folder, os.path.expanduser(path)) for path in _strings(value))
        for path in paths:
            if not os.path.exists(path):
                raise ValueError(f"{path} does not exist")
        return paths

    def _path_to_be(self, value: Any) -> str:
        """The path of a file that a run may have to write first."""
        if not isinstance(value, str) or not value:
            raise ValueError(f"expected the path of a file, not {_shown(value)}")
        return os.path.join(self._folder, os.path.expanduser(value))

    def _globs(self, value: Any) -> tuple[Glob, ...]:
        return tuple(glob(pattern, self._folder) for pattern in _strings(value))

    def _error(self, message: str, where: str, key: str = "") -> ConfigError:
        number = self._find(where, key)
        return ConfigError(message, _short(self._path), number, _line(self._text, number))

    def _find(self, where: str, key: str) -> int:
        """The line that sets ``key`` in table ``where`` ("name", or "name#2" for the third of its kind); 0: not found.

        Good enough for people: tomllib tells no positions, and a dotted key or an inline table may hide the key.
        """
        seen: dict[str, int] = {}
        current, header = "", 0
        for number, line in enumerate(self._text.split("\n"), 1):
            opened = re.match(r"\s*\[(\[?)\s*([^\]]+?)\s*\]", line)
            if opened:
                current, header = re.sub(r"\s|['\"]", "", opened[2]), number
                if opened[1]:
                    seen[current] = seen.get(current, -1) + 1
                    current += f"#{seen[current]}"
                if current == f"{where}.{key}".lstrip(".") or (not key and current == where):
                    return number
            elif current == where and key and re.match(rf"\s*['\"]?{re.escape(key)}['\"]?\s*[.=]", line):
                return number
        return header if current == where else 0


def _nearest(word: str, known: Iterable[str]) -> str:
    import difflib  # only when something is wrong

    known = list(known)
    close = difflib.get_close_matches(word, known, 1, 0.5)
    return f"did you mean {close[0]!r}?" if close else f"use one of {', '.join(known)}"


def _strings(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise ValueError(f'expected a list of strings, like ["..."], not {_shown(value)}')
    return tuple(value)


def _tables(value: Any) -> list[Any]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ValueError("expected [[override]] tables")
    return value


def rule_name(name: str) -> str:
    """``name`` when it can name rules: a KIND, KIND/ID or ID; raises ValueError, with the nearest kind, when not."""
    kind, slash, _ = name.partition("/")
    if slash and kind not in KINDS:
        raise ValueError(f"no kind {kind!r}; {_nearest(kind, KINDS)}")
    return name


def _rule_names(value: Any) -> tuple[str, ...]:
    return tuple(rule_name(name) for name in _strings(value))


def _one_of(choices: tuple[str, ...]) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if value not in choices:
            raise ValueError(f"expected one of {', '.join(choices)}, not {_shown(value)}")
        return str(value)

    return check


def _severities(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError(f'expected a table, like {{ spelling = "off" }}, not {_shown(value)}')
    level = _one_of((*SEVERITIES, "off"))
    checked = {}
    for name, severity in value.items():
        try:
            checked[rule_name(name)] = level(severity)
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None
    return checked


def _shown(value: Any) -> str:
    """A value as TOML would write it, for a message."""
    import json  # only when something is wrong

    return json.dumps(value, ensure_ascii=False, default=str)
