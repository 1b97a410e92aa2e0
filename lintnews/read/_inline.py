"""The markup inside one block of Markdown: which characters a reader does not see, or sees as others.

markdown-it-py finds the markup as CommonMark has it but keeps no offsets, so its rules are run with a note of where each
began and ended.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, backtick, entity, escape, html_inline, image, link
from markdown_it.rules_inline.emphasis import tokenize as emphasis
from markdown_it.token import Token

from lintnews.model import Mask
from lintnews.read._prose import OBJECT

_Rule = Callable[[StateInline, bool], bool]

_FOOTNOTE = re.compile("\\[\\^[^\\]\\s]{1,80}\\]:?")
_BREAK = re.compile("(?i)<br[\\s/]*>")
_BRACKET = re.compile("[\\[\\]]")
_DEEPEST_BRACKETS = 20  # open at once; the search for links takes time in proportion to their square
_DEEPEST = 100  # quotes and lists inside one another


class Markdown:
    """A parser of Markdown: ``blocks`` for the whole, ``masks`` for the content of one block."""

    def __init__(self) -> None:
        self._parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
        self._parser.core.ruler.disable("inline")
        inline = self._parser.inline
        inline.ruler2.disable("fragments_join")  # it would merge the tokens that show which * and _ are markup
        inline.ruler.before("link", "footnote", self._noting(_footnote, _whole))
        inline.ruler.before("link", "struck", self._noting(_struck, _whole))
        for name, rule, masks in _NOTED:
            inline.ruler.at(name, self._noting(rule, masks))
        inline.ruler.at("emphasis", self._emphasis)
        self._env: dict[str, Any] = {}
        self._bases: dict[int, tuple[StateInline, int]] = {}
        self._next_base = 0
        self._masks: list[Mask] = []
        self._markers: list[tuple[int, Token]] = []

    def blocks(self, text: str) -> list[Token]:
        """The block tokens of ``text``, with their lines in ``map``."""
        self._env = {}
        return self._parser.parse(text, self._env)

    @property
    def definitions(self) -> list[tuple[int, int]]:
        """The half-open ranges of lines (from 0) that define where links lead."""
        known = [*self._env.get("references", {}).values(), *self._env.get("duplicate_refs", [])]
        return [tuple(definition["map"]) for definition in known]

    def masks(self, content: str) -> list[Mask]:
        """The masks over ``content``, in order; offsets count from its start."""
        if _bracket_depth(content) > _DEEPEST_BRACKETS:
            return []  # a drawing, or an attack
        self._bases, self._next_base, self._masks, self._markers = {}, 0, [], []
        self._parser.inline.parse(content, self._parser, self._env, [])
        self._masks += [Mask(place, place + 1) for place, token in self._markers if not token.content]
        return sorted(self._masks)

    def _noting(self, rule: _Rule, masks: Callable[[StateInline, int, int], list[Mask]]) -> _Rule:
        def noting(state: StateInline, silent: bool) -> bool:
            base, start = self._base(state), state.pos
            if not silent:
                self._next_base = base + start + len("![")  # the text of an image is parsed on its own
            found = rule(state, silent)
            if found and not silent:
                self._masks += (Mask(base + mask[0], base + mask[1], mask[2]) for mask in masks(state, start, state.pos))
            return found

        return noting

    def _emphasis(self, state: StateInline, silent: bool) -> bool:
        base, start = self._base(state), state.pos
        found = emphasis(state, silent)
        if found:
            tokens = state.tokens[len(state.tokens) - (state.pos - start) :]
            self._markers += zip(range(base + start, base + state.pos), tokens, strict=True)
        return found

    def _base(self, state: StateInline) -> int:
        """Where the text of ``state`` begins in the content of the block."""
        if id(state) not in self._bases:
            self._bases[id(state)] = (state, self._next_base)  # held, or another might get its id
        return self._bases[id(state)][1]


def _bracket_depth(content: str) -> int:
    """How many square brackets are open at once, at most."""
    depth = most = 0
    for bracket in _BRACKET.findall(content):
        depth = depth + 1 if bracket == "[" else max(depth - 1, 0)
        most = max(most, depth)
    return most


def _footnote(state: StateInline, silent: bool) -> bool:
    match = _FOOTNOTE.match(state.src, state.pos, state.posMax)
    if match is None or (match.group().endswith(":") and state.pos):
        return False
    state.pos = match.end()
    return True


def _struck(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("~~", state.pos, state.posMax):
        return False
    state.pos += 2
    return True


def _whole(state: StateInline, start: int, end: int) -> list[Mask]:
    return [Mask(start, end)]


def _special(state: StateInline, start: int, end: int) -> list[Mask]:
    """An escape or a character reference: reads as its token does; a break reads as one."""
    token = state.tokens[-1]
    text = "\n" if token.type == "hardbreak" else token.content
    return [Mask(start, end, text)] if len(text) <= end - start and text != state.src[start:end] else []


def _code(state: StateInline, start: int, end: int) -> list[Mask]:
    quoted = bool(state.tokens) and state.tokens[-1].type == "code_inline" and not state.pending
    return [Mask(start, end, OBJECT)] if quoted else []


def _address(state: StateInline, start: int, end: int) -> list[Mask]:
    return [Mask(start, start + 1), Mask(end - 1, end)]


def _tag(state: StateInline, start: int, end: int) -> list[Mask]:
    return [Mask(start, end, "\n" if _BREAK.fullmatch(state.src, start, end) else "")]


def _link(state: StateInline, start: int, end: int) -> list[Mask]:
    close = state.md.helpers.parseLinkLabel(state, start, True)
    return [Mask(start, start + 1), Mask(close, end)]


def _image(state: StateInline, start: int, end: int) -> list[Mask]:
    close = state.md.helpers.parseLinkLabel(state, start + 1, False)
    return [Mask(start, start + 2), Mask(close, end)]


_NOTED: tuple[tuple[str, _Rule, Callable[[StateInline, int, int], list[Mask]]], ...] = (
    ("escape", escape, _special),
    ("entity", entity, _special),
    ("backticks", backtick, _code),
    ("autolink", autolink, _address),
    ("html_inline", html_inline, _tag),
    ("link", link, _link),
    ("image", image, _image),
)
