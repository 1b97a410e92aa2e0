"""The page in Chromium: what an editor does with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lintnews import report
from lintnews.model import Document, Evidence, Finding, Result, Segment
from lintnews.report import Context

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

FIRST = "Strikes hit the depot, the central nervous system said.\n\nHe wrote in the telegram that Kiev is calm."
SECOND = "Nothing new came from Kiev, the OVA said <b>today</b>."
ATTACK = "<img src='http://example.org/x' onerror='alert(1)'><script>alert(2)</script><svg onload=alert(3)>"
Open = Callable[..., "Page"]


def found(text: str, words: str, rule: str, severity: str, *cues: str) -> Finding:
    start = text.index(words)
    evidence = tuple(Evidence(cue, text.index(cue), text.index(cue) + len(cue), 1.0) for cue in cues)
    kind = rule.partition("/")[0]
    message = f"“{words}” is wrong"
    return Finding(start, start + len(words), rule, kind, severity, "certain", message, ("right",), evidence)  # type: ignore[arg-type]


def copy(path: str, text: str, *findings: Finding) -> Result:
    blocks, start = [], 0
    for block in text.split("\n\n"):
        blocks.append(Segment(start, start + len(block)))
        start += len(block) + 2
    return Result(path, Document(path, "plain", text, tuple(blocks)), findings)


RESULTS = (
    copy(
        "desk/first.txt",
        FIRST,
        found(FIRST, "central nervous system", "acronym-expansion/nrc", "error", "depot", "Strikes"),
        found(FIRST, "telegram", "homograph/telegram", "warning"),
        found(FIRST, "Kiev", "russian-exonym/kyiv", "warning"),
    ),
    copy("clean.txt", "All is well."),
    copy(
        "desk/second.txt",
        SECOND,
        found(SECOND, "Kiev", "russian-exonym/kyiv", "warning"),
        found(SECOND, "OVA", "untranslated-acronym/ova", "info"),
    ),
)


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a page of results; in the end nothing may have gone wrong on it, and nothing else been asked for."""
    context = chromium.new_context()
    problems: list[str] = []

    def visit(*results: Result, script: bool = True) -> Page:
        file = tmp_path / "report.html"
        file.write_text("".join(report.report_for("html").render(results, Context())), encoding="utf-8")
        page = (context if script else chromium.new_context(java_script_enabled=False)).new_page()
        page.on("console", lambda message: problems.append(message.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("dialog", lambda dialog: (problems.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: None if request.url == file.as_uri() else problems.append(request.url))
        page.goto(file.as_uri())
        return page

    yield visit
    context.close()
    assert not problems


def texts(page: Page, selector: str) -> list[str]:
    return [item.inner_text().replace(":\n", ": ") for item in page.locator(selector).all() if item.is_visible()]


def test_stepping_lights_up_words_and_evidence(opened: Open) -> None:
    page = opened(*RESULTS)
    for key, place in (("j", "1 of 5"), ("n", "2 of 5"), ("k", "1 of 5"), ("p", "5 of 5"), ("j", "1 of 5")):
        page.keyboard.press(key)
        assert page.inner_text("#bar output") == place
    assert texts(page, ".mark.now") == ["central nervous system"]
    assert texts(page, ".lit") == ["Strikes", "depot"]
    assert page.locator(".note.now").get_attribute("aria-current") == "true"
    assert page.evaluate("document.activeElement.closest('.note').id") == "c1"
    assert page.url.endswith("#c1")
    page.keyboard.press("Escape")
    assert texts(page, ".now, .lit") == []
    page.click(".mark >> text=OVA")
    assert texts(page, ".note.now .words") == ["info: OVA"]
    page.click("button >> text=Next")
    assert page.inner_text("#bar output") == "1 of 5"


def test_filters(opened: Open) -> None:
    page = opened(*RESULTS)
    page.click("#bar button.warning")
    assert page.locator("#bar button.warning").get_attribute("aria-pressed") == "false"
    assert texts(page, ".note .words") == ["error: central nervous system", "info: OVA"]
    assert texts(page, ".mark:not(.off)") == ["central nervous system", "OVA"]
    page.click("#bar button.warning")
    page.select_option("select[title=Kind]", "russian-exonym")
    assert texts(page, ".note .words") == ["warning: Kiev", "warning: Kiev"]
    assert page.inner_text("#bar output") == "2 shown"
    page.select_option("select[title=Document]", label="desk/second.txt")
    assert texts(page, ".doc h2") == ["desk/second.txt"]
    page.keyboard.press("Tab")
    page.keyboard.press("j")
    assert page.inner_text("#bar output") == "1 of 1"
    page.select_option("select[title=Document]", "")
    page.click(".legend button >> text=homograph")
    assert texts(page, ".note .words") == ["warning: telegram"]
    assert page.locator(".legend [aria-pressed=true]").count() == 1
    page.click(".legend button >> text=homograph")
    assert page.inner_text("#bar output") == "5 shown"


def test_the_chart_counts_and_leads_to_documents(opened: Open) -> None:
    page = opened(*RESULTS)
    assert texts(page, ".chart th") == ["first.txt", "second.txt"]
    assert texts(page, ".chart td:last-child") == ["3", "2"]
    labels = [bar.get_attribute("aria-label") for bar in page.locator(".chart svg").all()]
    assert labels[1] == "1 russian exonym, 1 untranslated acronym"
    page.click(".chart a >> text=second.txt")
    assert page.locator("#d2 h2").is_visible()
    assert texts(page, "summary") == ["1 document with nothing to report"]


def test_a_hostile_copy_does_nothing(opened: Open) -> None:
    attack = found(ATTACK, ATTACK, "calque/x", "error")._replace(message=ATTACK, suggestions=(ATTACK,))
    page = opened(copy(ATTACK, ATTACK, attack)._replace(error=ATTACK), copy("a.txt", ATTACK))
    page.keyboard.press("j")
    assert texts(page, ".mark") == [ATTACK]
    assert page.locator("main img, main script, main svg").count() == 0
    page.wait_for_timeout(100)


def test_without_script_everything_can_be_read(opened: Open) -> None:
    page = opened(*RESULTS, script=False)
    assert len(texts(page, ".note")) == 5
    assert not page.locator("#bar").is_visible()
    top, copy_top = page.locator("#overview").bounding_box(), page.locator("main").bounding_box()
    assert top
    assert copy_top
    assert top["y"] < copy_top["y"]
    page.context.close()


@pytest.mark.parametrize("width", [360, 1400])
def test_nothing_is_cut_off(opened: Open, width: int) -> None:
    long = "w" * 300 + " Kiev"
    page = opened(*RESULTS, copy("x" * 200 + ".txt", long, found(long, "Kiev", "calque/x", "error")))
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
