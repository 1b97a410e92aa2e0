"""HTML to blocks of prose: what belongs together, and what is the page's furniture rather than its story."""

from __future__ import annotations

import re
from collections import Counter

from lintnews.model import Mask, Role
from lintnews.read._markup import Attribute, Token, attributes, references, tokens
from lintnews.read._prose import OBJECT, Prose

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_CODE = ("code", "kbd", "samp", "tt", "var")
_AS_TYPED = ("pre", "textarea")
_HEADLINES = ("h1", "title", "h2", "h3", "h4", "h5", "h6")
_CAPTIONS = ("figcaption", "caption")
_CONTENT = ("main", "article")
_LISTS = frozenset("ul ol menu".split())
_ENDS = {  # an opening tag that ends the element before it, whose own end tag may be left out
    "li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "tr": ("td", "th", "tr"), "td": ("td", "th"),
    "th": ("td", "th"), "option": ("option",), "body": ("head",),
}  # fmt: skip
_FURNITURE = frozenset("nav aside button select datalist dialog menu fieldset header footer".split())
_FRAMING = frozenset("header footer".split())  # furniture of the page, but part of an article's text within one
_ROLES = frozenset("navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar".split())
_HINTS = frozenset(
    "nav navbar navigation menu menubar breadcrumb breadcrumbs sidebar cookie cookies consent gdpr share sharing social "
    "related comment comments respond subscribe subscription newsletter pagination pager promo banner advert ads "
    "sponsored widget footer masthead toolbar popup modal login search".split()
)
_NOT_HINTED = frozenset("html body main article p h1 h2 h3 h4 h5 h6 figure figcaption blockquote".split())
_BLANKS = " \t\n\r\f"
_BLANK = re.compile(f"[{_BLANKS}]+")
_BLANK_LINE = re.compile("\n[ \t\r]*\n|\r[ \t]*\r")
_MENU_SHARE, _MENU_ITEMS = 0.8, 3  # a list of this many items, so much of whose text is links, is a menu
_META = frozenset("description og:title og:description twitter:title twitter:description".split())


class _Element:
    """An open element. Of a list: ``first`` block, ``items``, and the characters of its text and of its links."""

    __slots__ = ("chrome", "first", "items", "linked", "name", "read")

    def __init__(self, name: str, chrome: bool, first: int) -> None:
        self.name, self.chrome, self.first = name, chrome, first
        self.items = self.read = self.linked = 0


class Page:
    """Reads stretches of HTML into ``prose``.

    ``names`` are the attributes whose text is read too, ``role`` is that of plain paragraphs; with ``blank_lines``, blank
    lines set paragraphs apart, as in the editors of publishing systems.
    """

    def __init__(
        self, prose: Prose, names: tuple[str, ...] = (), role: Role = "body", blank_lines: bool = False
    ) -> None:
        self._prose, self._text, self._role = prose, prose.text, role
        self._blank_lines = blank_lines
        self._names = frozenset(name.lower() for name in names)
        self._open: list[_Element] = []
        self._lists: list[_Element] = []
        self._count: Counter[str] = Counter()  # how many elements of a name are open
        self._first = -1  # where the block under way begins; -1: none is
        self._last = 0  # where it ends so far
        self._seen = False  # whether it holds words
        self._broken = False  # whether it ends with a line break so far
        self._masks: list[Mask] = []

    def read(self, start: int, end: int) -> None:
        """Add the prose of ``text[start:end]``."""
        for token in tokens(self._text, start, end):
            getattr(self, f"_on_{token.type}")(token)
        self._flush()
        while self._open:
            self._pop()

    def _on_text(self, token: Token) -> None:
        start = token.start
        if self._blank_lines:
            for match in _BLANK_LINE.finditer(self._text, start, token.end):
                self._read_text(start, match.start())
                self._flush()
                start = match.end()
        self._read_text(start, token.end)

    def _read_text(self, start: int, end: int) -> None:
        stripped = len(self._text[start:end].strip(_BLANKS))
        if not stripped and self._first < 0:
            return
        if stripped:
            self._begin(start, end, stripped)
        if self._is_open(_CODE):
            self._masks.append(Mask(start, end, OBJECT))
            return
        self._seen |= stripped > 0
        if not self._is_open(_AS_TYPED):
            self._close_up(start, end)

    def _on_reference(self, token: Token) -> None:
        self._begin(token.start, token.end, 1)
        self._seen |= bool(token.text.strip())
        self._masks.append(Mask(token.start, token.end, token.text))

    def _on_comment(self, token: Token) -> None:
        inside = self._text[token.start + 4 : token.end].removesuffix("-->").removesuffix("--!")
        self._prose.comment(token.start, token.end, inside)
        self._mask(token)

    def _on_hidden(self, token: Token) -> None:
        self._mask(token)

    def _on_open(self, token: Token) -> None:
        name = token.name
        values = attributes(self._text, token) if self._names or name not in _INLINE else {}
        if name not in _INLINE:
            self._end_block()
            self._end_siblings(name)
        self._read_attributes(token, values)
        if name == "br":
            self._break(token)
        else:
            self._mask(token)
        if name not in _VOID and self._text[token.end - 2] != "/":
            self._push(name, values)

    def _on_close(self, token: Token) -> None:
        if token.name in _INLINE:
            self._mask(token)
        else:
            self._end_block()
        while self._count[token.name]:
            if self._pop() == token.name:
                return

    def _begin(self, start: int, end: int, length: int) -> None:
        """Take ``length`` characters to read at ``start:end`` into the block under way, or begin one."""
        if self._first < 0:
            self._first = start
        self._last, self._broken = end, False
        if self._lists:
            self._lists[-1].read += length
            self._lists[-1].linked += length if self._count["a"] else 0

    def _close_up(self, start: int, end: int) -> None:
        """Let blank read as one space, as a browser shows it; blank beside a tag may be joined with the tag's mask."""
        for match in _BLANK.finditer(self._text, start, end):
            if match.group() != " " or match.start() == start or match.end() == end:
                self._masks.append(Mask(*match.span(), " "))

    def _mask(self, token: Token) -> None:
        if self._first >= 0:
            self._masks.append(Mask(token.start, token.end))

    def _break(self, token: Token) -> None:
        if self._broken:
            self._flush()  # two in a row are meant to set paragraphs apart
        elif self._first >= 0:
            self._masks.append(Mask(token.start, token.end, "\n"))
            self._broken = True

    def _end_block(self) -> None:
        """End the block under way, and with it what its author forgot to end: <b>, <code>. A link may go on."""
        self._flush()
        while self._open and self._open[-1].name in _INLINE and self._open[-1].name != "a":
            self._pop()

    def _flush(self) -> None:
        if self._first >= 0 and self._seen:
            while self._masks and self._masks[-1].end > self._last:
                self._masks.pop()
            self._prose.block(self._first, self._last, self._masks, self._role_here())
        self._first, self._seen, self._broken, self._masks = -1, False, False, []

    def _role_here(self) -> Role:
        if self._open and self._open[-1].chrome:
            return "chrome"
        if self._is_open(_HEADLINES):
            return "headline"
        return "caption" if self._is_open(_CAPTIONS) else self._role

    def _is_open(self, names: tuple[str, ...]) -> bool:
        return any(self._count[name] for name in names)

    def _push(self, name: str, values: dict[str, Attribute]) -> None:
        outer = bool(self._open and self._open[-1].chrome)
        element = _Element(name, self._is_chrome(name, values, outer), len(self._prose))
        self._open.append(element)
        self._count[name] += 1
        if name in _LISTS:
            self._lists.append(element)
        elif name == "li" and self._lists:
            self._lists[-1].items += 1

    def _pop(self) -> str:
        element = self._open.pop()
        self._count[element.name] -= 1
        if element.name in _LISTS:
            self._lists.pop()
            if element.items >= _MENU_ITEMS and element.linked >= _MENU_SHARE * element.read:
                self._prose.furnish(element.first)
        return element.name

    def _end_siblings(self, name: str) -> None:
        for ended in _ENDS.get(name, ()):
            if self._open and self._open[-1].name == ended:
                self._pop()

    def _is_chrome(self, name: str, values: dict[str, Attribute], outer: bool) -> bool:
        if name in _CONTENT:
            return False
        if outer or (name in _FURNITURE and not (name in _FRAMING and self._is_open(_CONTENT))):
            return True
        if name in _NOT_HINTED or not values:
            return False
        if "role" in values and values["role"].value.lower() in _ROLES:
            return True
        return any(_hints(values[key].value) for key in ("class", "id") if key in values)

    def _read_attributes(self, token: Token, values: dict[str, Attribute]) -> None:
        """Make blocks of the attributes asked for; in mid-sentence only those of a thing, for a block ends there."""
        names = self._names.intersection(values)
        if not names or (self._first >= 0 and token.name not in _VOID) or (token.name == "meta" and not _told(values)):
            return
        self._flush()
        for name in sorted(names, key=lambda name: values[name].start):
            start, end, _ = values[name]
            masks = [Mask(piece.start, piece.end, piece.text) for piece in references(self._text, start, end)]
            role: Role = self._role_here() if name != "alt" else "caption"
            self._prose.block(start, end, masks, role)


def _hints(names: str) -> bool:
    """Whether a class or an id says that this is furniture: its first or last word does, as in "main-menu"."""
    for name in names.lower().split():
        words = name.replace("_", "-").split("-")
        if words[0] in _HINTS or (words[-1] in _HINTS and words[0] not in ("has", "no", "with")):
            return True
    return False


def _told(values: dict[str, Attribute]) -> bool:
    """Whether a <meta> holds words for readers."""
    return any(key in values and values[key].value.lower() in _META for key in ("name", "property"))
