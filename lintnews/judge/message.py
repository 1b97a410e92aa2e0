"""What a finding says: takes a judged hit, gives a sentence an editor believes."""

from __future__ import annotations

from collections.abc import Sequence

from lintnews.model import Evidence
from lintnews.typed import Any

_OPENING = {
    "acronym-expansion": "{native} expanded into the wrong thing",
    "untranslated-acronym": "a {language} acronym ({native}) left as it was",
    "literal-name": "a translation of {native}, which is a name here",
    "wrong-romanization": "not the English spelling of the name {native}",
    "russian-exonym": "the Russian form of a name that news copy gives in its own language ({native})",
    "wrong-entity": "not the one that is meant ({native})",
    "homograph": "the wrong sense of {native}",
    "inconsistent-term": "another name for what the glossary calls {en}",
    "untranslated-residue": "{native} left untranslated",
    "calque": "a word-for-word rendering of {native}",
}
_PLAIN = {
    "calque": "a phrase carried over word for word",
    "broken-syntax": "broken on its way into English",
    "boilerplate": "a leftover of the page the copy was taken from",
    "homograph": "the wrong sense of the word",
    "wrong-romanization": "not the English spelling of the name",
}
_LANGUAGES = {"uk": "Ukrainian", "ru": "Russian", "be": "Belarusian"}


def compose(text: str, kind: str, entry: dict[str, Any], variant: dict[str, Any], evidence: Sequence[Evidence]) -> str:
    """One sentence: what is wrong with ``text``, and the cues that say so. No suggestion, no full stop."""
    return f"“{_short(text)}” is {_what(kind, entry, variant)}{_because(evidence)}"


def _what(kind: str, entry: dict[str, Any], variant: dict[str, Any]) -> str:
    if entry.get("message"):
        return str(entry["message"])
    native, language = _native(entry)
    if not native:
        return _PLAIN.get(kind, "not the right term here")
    opening = _OPENING.get(kind, "not the right term here ({native})")
    said = opening.format(native=native, language=_LANGUAGES.get(language, "foreign"), en=entry.get("en", [""])[0])
    return f"{said} ({variant['gloss']})" if variant.get("gloss") else said


def _native(entry: dict[str, Any]) -> tuple[str, str]:
    for language, forms in entry.get("native", {}).items():
        short = [form for form in forms if form.isupper()] if entry["shape"] == "term" else []
        return (short or forms)[0], language
    return "", ""


def _because(evidence: Sequence[Evidence]) -> str:
    cues = [f"‘{item.text}’" for item in evidence if item.reason == "near" and item.weight > 0][:3]
    topics = [item.text for item in evidence if item.reason == "topic" and item.weight > 0]
    if cues:
        verb = "stands" if len(cues) == 1 else "stand"
        return f", because {_joined(cues)} {verb} nearby"
    return f", because the piece is about {topics[0].replace('-', ' ')}" if topics else ""


def _joined(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else flat[:57] + "…"
