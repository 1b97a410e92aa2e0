"""Tables compiled when a wheel is built: writes them; ``cache.shipped`` finds them again."""

from __future__ import annotations

import os

from lintnews.lexicon import cache, lexicon, vocabulary
from lintnews.lexicon.table import Table


def write(folder: str) -> list[str]:
    """Compile the built-in rules and the word list into ``folder``; gives the paths written. Raises RuleError."""
    paths = [os.path.join(folder, os.path.basename(cache.shipped(name))) for name in ("words", "builtin")]
    Table.write(paths[0], vocabulary.compiled())
    Table.write(paths[1], lexicon.compiled_builtin())
    return paths
