"""``lintnews init``: a configuration and a glossary to start from."""

from __future__ import annotations

import os

from lintnews.cli.arguments import Arguments, Parser
from lintnews.errors import UsageError

HELP = "write a configuration and a starter glossary"

CONFIGURATION = """\
# Settings of lintnews for the files of this folder and below. Everything is optional.
# A rule is named by its kind, its kind/id or its id: `lintnews rules` lists them, `lintnews explain ID` explains one.

glossary = ["desk.toml"]        # the desk's own terms; they extend the built-in ones, or replace one of the same id

# select = ["acronym-expansion", "literal-name"]    # only these
# ignore = ["spelling", "russian-exonym/kyiv"]      # not these
# min-confidence = "likely"     # report nothing less sure: possible, likely, certain
# fail-level = "error"          # exit status 1 from this severity on: info, warning, error
# exclude = ["archive/", "*.draft.txt"]             # as in .gitignore
# fields = ["headline", "body"]                     # of JSON and CSV records; without this, the usual names
# attributes = ["alt", "title"]                     # of HTML elements: text to lint beside what the page shows
# baseline = "lintnews-baseline.json"               # old findings to pass over: `lintnews PATH --write-baseline` makes it

# [severity]                    # error, warning, info or off
# calque = "info"
# "boilerplate/read-time" = "off"

# [[override]]                  # other settings for some files
# files = ["sport/**"]
# ignore = ["literal-name"]
"""

GLOSSARY = """\
# The desk's glossary. After each change run: lintnews test desk.toml

[[term]]
id = "steppe-courier"                       # lower case, hyphens; shown with every finding
en = ["Steppe Courier"]                     # the right form; further ones are accepted too
uk = ["Степовий кур'єр"]
note = "A regional newspaper, invented for this example."

[term.reject]                               # what must not stand for it, by kind
literal-name = ["Steppe Messenger", "Steppe Delivery Man"]

[[term.example]]                            # each term shows what it flags ...
flag = "The governor told the Steppe Messenger that the bridge would reopen."
fix = "The governor told the Steppe Courier that the bridge would reopen."
[[term.example]]                            # ... and what it leaves alone
pass = "A messenger crossed the steppe on horseback."
"""

FILES = {"lintnews.toml": CONFIGURATION, "desk.toml": GLOSSARY}


def configure(parser: Parser) -> None:
    """Add the arguments of ``lintnews init``."""
    parser.add_argument("folder", metavar="DIR", nargs="?", help="where to (default: here)")


def run(args: Arguments) -> int:
    """Write both files, and leave alone what is there; returns 0."""
    for name, content in FILES.items():
        path = os.path.join(args.folder or "", name)
        try:
            with open(path, "x", encoding="utf-8") as file:
                file.write(content)
            print(f"wrote {path}")
        except FileExistsError:
            print(f"kept {path}, which is there already")
        except OSError as error:
            raise UsageError(f"{path} cannot be written: {error.strerror}") from None
    return 0
