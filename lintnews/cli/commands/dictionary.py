"""``lintnews dictionary``: compiles Ukrainian and Russian word forms for the check of romanized words."""

from __future__ import annotations

from lintnews.cli.arguments import Arguments, Parser
from lintnews.errors import UsageError
from lintnews.lexicon import word_forms

HELP = "compile Ukrainian and Russian word forms for the check of romanized words"


def configure(parser: Parser) -> None:
    """``lintnews dictionary`` takes no arguments."""


def run(args: Arguments) -> int:
    """Compile the word forms of ``simplemma`` into the cache; returns 0."""
    if not word_forms.is_installed():
        raise UsageError("simplemma is not installed; run: pip install 'lintnews[uk-ru]'")
    size = word_forms.compile_forms()
    print(f"Ukrainian and Russian word forms are ready: {size / 1e6:.0f} MB in the cache")
    return 0
