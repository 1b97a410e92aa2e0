"""What a rules file says, as values: one Entry a ``[[term]]``, ``[[confusion]]``, ``[[name]]`` or ``[[rule]]``."""

from __future__ import annotations

from typing import NamedTuple

from lintnews.model import Example


class Variant(NamedTuple):
    """One way an entry can fire: forms (or an expression) that share kind, cues and suggestions."""

    kind: str
    forms: tuple[str, ...] = ()
    fill: tuple[str, ...] = ()  # what stands in the {} of the forms
    suggest: tuple[str, ...] = ()
    near: tuple[str, ...] | None = None  # None: the entry's
    unless: tuple[str, ...] | None = None  # None: the entry's
    against: tuple[str, ...] = ()  # cues of the reading the words have by right; they count in the sentence
    within: str = ""  # "", sentence, paragraph
    severity: str = ""
    confidence: str = ""
    slot: bool = False  # the forms are frames: the frame itself is evidence
    regex: str = ""
    literal: tuple[str, ...] = ()
    mark: int = 0  # the group of the expression that is marked
    exact: bool = False  # the expression is case-sensitive
    gloss: str = ""
    fix: str = ""  # safe, review; "": to be judged by the words


class Entry(NamedTuple):
    """One entry of a rules file, with the place it stands in."""

    shape: str  # term, confusion, name, rule
    id: str
    path: str
    line: int
    variants: tuple[Variant, ...] = ()
    en: tuple[str, ...] = ()
    native: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (language, forms)
    origin: str = ""
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    within: str = ""
    scope: tuple[str, ...] = ()
    message: str = ""
    why: str = ""
    note: str = ""
    source: str = ""
    examples: tuple[Example, ...] = ()
    enabled: bool = True
    accept: tuple[str, ...] = ()
    minor: bool = False  # a place of a gazetteer: only ever asked for by its spelling, and only when it fits to the letter


class CueSet(NamedTuple):
    """A named list of cues that entries share as ``@name``."""

    name: str
    words: tuple[str, ...]
    path: str
