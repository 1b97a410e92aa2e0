"""Build hook: compiles the rules, the word lists and what they call for into the wheel; a first run compiles nothing."""

from __future__ import annotations

import os
import sys
import tempfile
from itertools import takewhile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRules(BuildHookInterface):  # type: ignore[type-arg]
    """Puts ``lintnews/compiled/*.bin`` into a standard wheel; an editable install compiles on its first run."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and name what was compiled as data of the wheel."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)
        folder = tempfile.mkdtemp()
        for path in compiled(folder, os.path.join(self.root, "seeds")):
            build_data["force_include"][path] = f"lintnews/compiled/{os.path.basename(path)}"


def compiled(folder: str, drafts: str) -> list[str]:
    """Write the tables into ``folder``, and what linting calls for: ``drafts``, if they are there, and the examples of checks.

    Gives the paths.
    """
    from lintnews.cli import kept
    from lintnews.config import Settings

    noted = kept.note()  # before the modules are imported that compile expressions
    from lintnews.lexicon import shipped
    from lintnews.lexicon.lexicon import opened
    from lintnews.linter import Linter
    from lintnews.match.raw import Expressions
    from lintnews.report import text  # noqa: F401

    paths = shipped.write(folder)
    lexicon = opened(next(path for path in paths if os.path.basename(path).startswith("builtin-")))
    Expressions(lexicon).compile()
    linter = Linter(Settings(), lexicon)
    for name in sorted(os.listdir(drafts)) if os.path.isdir(drafts) else ():
        if name.endswith(".txt"):
            linter.lint_file(os.path.join(drafts, name))
    for info in takewhile(lambda info: not info.origin, linter.rules_with_examples()):
        for example in info.examples:
            linter.lint_bytes(example.text.encode("utf-8", "surrogatepass"), "example.txt")
    for module in [module for name, module in sys.modules.items() if name.startswith("lintnews.")]:
        for made in vars(module).values():  # expressions that are compiled when they are first asked for
            if hasattr(made, "cache_info") and made.__annotations__ == {"return": "re.Pattern[str]"}:
                made()
    paths.append(kept.path_in(folder))
    kept.write(paths[-1], noted)
    return paths
