"""How many known wrong spellings the check by descent finds with none of them listed.

    python benchmarks/derivation.py NAMES.jsonl [--show MECHANISM]
    python benchmarks/derivation.py --labels PASSAGES.jsonl

With ``--labels``: recall on labelled copy (as ``lintnews eval`` takes it) of the kinds that descent finds, with all that is
listed of them switched off (rejects of terms, phrase rules), beside recall with everything on.

NAMES.jsonl has a name a line: ``id``, ``owner`` (country code), native forms (``uk``, ``ru``, ``be``), ``canonical``,
``admitted`` and ``wrong`` (``form``, ``mechanism``). A glossary is made of all names with their right forms, native forms
and ``origin`` only; each wrong form is then put into a sentence and linted (a surname alone after a sentence with the full
name). Prints, for each mechanism, the share of forms flagged, flagged as an alarm (not an info), and flagged by the
name's own entry.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tomlkit

from lintnews import evaluate, read
from lintnews.checks import romanized
from lintnews.config import Settings
from lintnews.lexicon import cache
from lintnews.lexicon.lexicon import open_lexicon
from lintnews.linter import Linter
from lintnews.view import View

GOALS = {"ua-name-via-russian": 0.90, "ru-name-via-ukrainian": 0.90, "wrong-romanization": 0.75}
ORIGINS = {
    "ua": "uk", "by": "be", "kp": "ko", "kr": "ko", "md": "ro", "ge": "ka", "kz": "kk", "cz": "cs", "at": "de", "ch": "de",
    "cn": "zh", "ir": "fa", "sy": "ar", "sa": "ar", "ae": "ar", "eg": "ar", "ps": "ar", "il": "he", "am": "hy",
}  # fmt: skip
KINDS = ("wrong-romanization", "russian-exonym", "untranslated-acronym", "untranslated-residue")
NO_RULES = ("words", "romanization", "cues", "gazetteer")  # folders of rules/ that hold other things than entries
LETTERS = ("uk", "ru", "be")
OTHER = "en"  # whose name it is where no table matters


def rows(path: str) -> list[dict[str, Any]]:
    """The names of the catalogue."""
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def entry(row: dict[str, Any]) -> str:
    """A name as a ``[[term]]`` without any wrong form."""
    right = [form for form in (*row["canonical"].split(" / "), *row.get("admitted", ())) if not form.startswith("(")]
    lines = ["[[term]]", f'id = "{row["id"]}"', f"en = {_strings(right)}"]
    origin = ORIGINS.get(row["owner"], row["owner"])
    lines.append(f'origin = "{origin if origin in (*LETTERS, *ORIGINS.values(), "pl") else OTHER}"')
    lines += [f"{code} = {_strings(row[code])}" for code in LETTERS if row.get(code)]
    return "\n".join(lines)


def _strings(values: list[str]) -> str:
    return json.dumps([value.replace("’", "'") for value in values], ensure_ascii=False)


def flagged(linter: Linter, form: str, context: str = "") -> Iterator[tuple[str, str]]:
    """Rule and severity of each finding by descent that touches ``form`` in a sentence that follows ``context``."""
    text = f"{context}Officials spoke about {form} on Tuesday, and reporters wrote it down."
    start = text.index(f"about {form}") + 6
    end = start + len(form)
    view = View(read.reader_for("-").read(text.encode(), "-"))
    for finding in romanized.check(view, linter.vocabulary):
        if finding.start < end and start < finding.end:
            yield finding.rule.partition("/")[2], finding.severity


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="?", help="the catalogue, JSON Lines")
    parser.add_argument("--show", metavar="MECHANISM", default="", help="list what is not flagged")
    parser.add_argument("--labels", metavar="FILE", help="labelled copy: recall without and with what is listed")
    args = parser.parse_args()
    if not args.names and not args.labels:
        parser.error("give the catalogue NAMES, or --labels FILE")
    if args.names:
        by_mechanism(args.names, args.show)
    if args.labels:
        by_labels(args.labels)


def by_mechanism(names: str, show: str) -> None:
    """Print the shares of each mechanism of the catalogue."""
    catalogue = rows(names)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "names.toml")
        path.write_text("\n\n".join(entry(row) for row in catalogue), encoding="utf-8")
        linter = Linter(Settings(), open_lexicon((str(path),), builtin=False))
        counts: dict[str, Counter[str]] = {}
        for row in catalogue:
            for wrong in row["wrong"]:
                count(linter, row, wrong, counts.setdefault(wrong["mechanism"], Counter()), show)
    for mechanism, found in sorted(counts.items(), key=lambda item: item[0] not in GOALS):
        total = found["forms"]
        shares = "  ".join(f"{name} {found[name] / total:.3f}" for name in ("flagged", "alarm", "own"))
        goal = f"  (goal {GOALS[mechanism]:.2f})" if mechanism in GOALS else ""
        print(f"{mechanism:24} {total:5} forms  {shares}{goal}")


def by_labels(labels: str) -> None:
    """Print, for each kind, recall on labelled copy by descent alone and with everything on."""
    passages = list(evaluate.load(labels))
    listed = evaluate.evaluate(Linter(Settings()), passages)
    with tempfile.TemporaryDirectory() as folder:
        rules = Path(folder, "rules")
        switched_off = strip(Path(cache.rules_dir()), rules)
        with patched_rules(str(rules)):
            descent = evaluate.evaluate(Linter(Settings()), passages)
    print(f"{switched_off} listed forms and phrase rules of these kinds are switched off for the first column")
    print(f"{'':24} {'labels':>6}  by descent  everything on")
    for kind in KINDS:
        print_row(kind, descent.kinds.get(kind, Counter()), listed.kinds.get(kind, Counter()))
    print_row("together", *(total(figures.kinds) for figures in (descent, listed)))


def print_row(name: str, descent: Counter[str], listed: Counter[str]) -> None:
    """Print one line."""
    shares = (f"{found['hit'] / found['sure']:.3f}" if found["sure"] else "-" for found in (descent, listed))
    print(f"{name:24} {listed['sure']:6}  " + "       ".join(shares))


def total(kinds: dict[str, Counter[str]]) -> Counter[str]:
    """The counts of all kinds that descent finds."""
    return sum((kinds.get(kind, Counter()) for kind in KINDS), Counter())


def strip(source: Path, target: Path) -> int:
    """Copy the rules without what they list of KINDS; gives how much that was."""
    shutil.copytree(source, target)
    dropped = 0
    for path in target.rglob("*.toml"):
        if path.relative_to(target).parts[0] not in NO_RULES:
            document = tomlkit.parse(path.read_text(encoding="utf-8")).unwrap()
            dropped += sum(strip_term(term) for term in document.get("term", ()))
            if path.stem in KINDS and "rule" in document:
                dropped += len(document.pop("rule"))
            path.write_text(tomlkit.dumps(document), encoding="utf-8")
    return dropped


def strip_term(term: dict[str, Any]) -> int:
    """Take the rejects of KINDS out of a term, and its examples where no other is left; gives their number."""
    rejects = term.get("reject", {})
    dropped = [rejects.pop(kind) for kind in KINDS if kind in rejects]
    if dropped and not rejects:
        term.pop("reject")
        term.pop("example", None)
    return sum(map(len, dropped))


@contextlib.contextmanager
def patched_rules(folder: str) -> Iterator[None]:
    """Lint with the rules of ``folder`` for a while."""
    before = os.environ.get("LINTNEWS_RULES")
    os.environ["LINTNEWS_RULES"] = folder
    try:
        yield
    finally:
        os.environ.pop("LINTNEWS_RULES")
        if before is not None:
            os.environ["LINTNEWS_RULES"] = before


def count(linter: Linter, row: dict[str, Any], wrong: dict[str, Any], counts: Counter[str], show: str) -> None:
    """Count one wrong form."""
    form = re.sub(r"\s*\(.*?\)", "", wrong["form"]).replace("’", "'")
    surname = row["type"] == "person" and " " not in form and " " in row["canonical"]
    found = list(flagged(linter, form, f"{row['canonical']} arrived on Monday. " * surname))
    counts["forms"] += 1
    counts["flagged"] += bool(found)
    counts["alarm"] += any(severity != "info" for _, severity in found)
    counts["own"] += any(name == row["id"] for name, _ in found)
    if show == wrong["mechanism"] and not found:
        print(
            f"{form:32} {row['canonical']:32} {row['type']:9} {wrong['confidence']:6} {row.get('uk')} {row.get('ru')}"
        )


if __name__ == "__main__":
    main()
