"""What the editor's settings say, on top of lintnews.toml: takes the JSON of the client, gives Preferences."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from lintnews.config import Settings, rule_name
from lintnews.model import CONFIDENCES, Confidence

SECTION = "lintnews"


class Preferences(NamedTuple):
    """Settings of the editor, each as its client calls it; README of editors/vscode says what they mean."""

    glossary: tuple[str, ...] = ()  # paths, absolute or relative to the workspace
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    minConfidence: Confidence | None = None  # noqa: N815 - the editor's spelling
    debounce: int = 200  # milliseconds without a keystroke before a draft is linted
    workspace: bool = False  # lint all files of the workspace, not only those that are open

    def over(self, settings: Settings, root: str) -> Settings:
        """``settings`` with these on top, as the command line's options go on top; ``root`` is the workspace's folder."""
        return settings._replace(
            glossary=settings.glossary + tuple(_path(path, root) for path in self.glossary),
            select=self.select or settings.select,
            ignore=settings.ignore + self.ignore,
            min_confidence=self.minConfidence or settings.min_confidence,
        )


def parse(raw: object) -> tuple[Preferences, list[str]]:
    """Preferences from the client's JSON, and a message for each setting that cannot be used (its default holds).

    Takes the settings themselves or an object with them under "lintnews"; ``null`` stands for a setting not made. Settings
    that are not the server's (where to find it, say) are passed over.
    """
    if isinstance(raw, Mapping) and isinstance(raw.get(SECTION), Mapping):
        raw = raw[SECTION]
    if not isinstance(raw, Mapping):
        return Preferences(), []
    values: dict[str, Any] = {}
    problems: list[str] = []
    for key, shape in _SHAPES.items():
        if raw.get(key) is None:
            continue
        try:
            values[key] = shape(raw[key])
        except ValueError as error:
            problems.append(f"setting {SECTION}.{key}: {error}")
    return Preferences(**values), problems


def _path(path: str, root: str) -> str:
    return os.path.join(root, os.path.expanduser(path.replace("${workspaceFolder}", root)))


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError('expected a list of strings, like ["..."]')
    return tuple(item for item in value if item)


def _rules(value: object) -> tuple[str, ...]:
    return tuple(rule_name(name) for name in _strings(value))


def _confidence(value: object) -> Confidence:
    if value not in CONFIDENCES:
        raise ValueError(f"expected one of {', '.join(CONFIDENCES)}, not {value!r}")
    return value


def _milliseconds(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 60_000:
        raise ValueError(f"expected milliseconds from 0 to 60000, not {value!r}")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"expected true or false, not {value!r}")
    return value


_SHAPES: dict[str, Callable[[object], object]] = {
    "glossary": _strings,
    "select": _rules,
    "ignore": _rules,
    "minConfidence": _confidence,
    "debounce": _milliseconds,
    "workspace": _flag,
}
