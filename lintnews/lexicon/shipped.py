"""Tables compiled when a wheel is built: writes them; ``cache.shipped`` finds them again."""

from __future__ import annotations

import os

from lintnews.lexicon import cache, languages, lexicon, vocabulary
from lintnews.lexicon.table import Table


def write(folder: str) -> list[str]:
    """Compile the built-in rules, the word list and the languages into ``folder``; gives the paths. Raises RuleError."""
    tables = {"words": vocabulary.compiled(), "languages": languages.compiled(), "builtin": lexicon.compiled_builtin()}
    paths = [os.path.join(folder, os.path.basename(cache.shipped(name))) for name in tables]
    for path, records in zip(paths, tables.values(), strict=True):
        Table.write(path, records)
    return paths
