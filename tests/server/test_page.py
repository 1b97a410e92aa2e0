"""The desk page in Chromium: what an editor does with it."""

from __future__ import annotations

import pytest

from lintnews.server.options import Options

pytestmark = pytest.mark.slow

BAD = "Partisans hid in the occupied town, the central nervous system said."
GOOD = "Partisans hid in the occupied town, the National Resistance Center said."
WRONG = "central nervous system"
GLOSSARY = """\
# The desk's own terms.
[[term]]
id = "hur"  # the intelligence service
en = ["HUR"]
uk = ["ГУР"]

[term.reject]
untranslated-acronym = ["GUR"]
[[term.example]]
flag = "GUR published an intercept of a Russian officer."
[[term.example]]
pass = "HUR published an intercept of a Russian officer."
"""


@pytest.fixture
def desk(visit, address):
    return visit(address)


def test_paste_accept_copy(desk):
    desk.paste(BAD)
    assert desk.marked == [WRONG]
    assert desk.page.inner_text(".card.current .card-why").startswith(f"“{WRONG}”")
    desk.page.keyboard.press("F8")
    desk.page.keyboard.press("a")
    assert desk.draft == GOOD
    desk.page.wait_for_selector("#nothing:has-text('Nothing found')")
    desk.page.click("#copy")
    assert desk.page.evaluate("navigator.clipboard.readText()") == GOOD


def test_evidence_is_lit_up(desk):
    desk.paste(BAD)
    assert {"occupied", "Partisans"} <= set(desk.page.eval_on_selector_all("mark.cue", "marks => marks.map(m => m.textContent)"))
    desk.page.click(".cues button:has-text('occupied')")
    assert (
        desk.page.evaluate("() => { const a = document.activeElement; return a.value.slice(a.selectionStart, a.selectionEnd); }")
        == "occupied"
    )


def test_offsets_beyond_the_basic_plane(desk):
    desk.paste(f"\U0001f600\U0001f1fa\U0001f1e6 {BAD}\n\n\U0001f600 {BAD}")
    assert desk.marked == [WRONG, WRONG]
    desk.page.click(".card.current .fix")
    desk.wait_for_cards(1)
    assert desk.draft == f"\U0001f600\U0001f1fa\U0001f1e6 {GOOD}\n\n\U0001f600 {BAD}"


def test_step_change_ignore_undo_by_keyboard(desk):
    desk.paste(f"{BAD}\n\nThe army caused a blow to it.\n\n{BAD}")
    page = desk.page
    assert len(desk.marked) == 3
    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")
    assert page.inner_text("#place") == "1 of 3"
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    assert page.inner_text("#place") == "3 of 3"
    page.keyboard.press("F8")
    assert page.inner_text("#place") == "1 of 3"
    page.keyboard.press("c")
    page.keyboard.type("centre of resistance")
    page.keyboard.press("Enter")
    assert desk.draft.startswith("Partisans hid in the occupied town, the centre of resistance said.")
    page.keyboard.press("u")
    assert desk.draft.startswith(BAD)
    desk.wait_for_cards(3)
    page.keyboard.press("i")
    desk.wait_for_cards(1)
    assert page.inner_text("#ignored span") == "2 ignored."
    page.keyboard.press("u")
    desk.wait_for_cards(3)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "draft"


def test_accept_at_every_place_and_take_it_back(desk):
    desk.paste(f"{BAD}\n{BAD}")
    desk.page.click("button:has-text('All 2')")
    assert desk.draft == f"{GOOD}\n{GOOD}"
    desk.page.click("#toast button")
    assert desk.draft == f"{BAD}\n{BAD}"


def test_marks_move_while_one_types(desk):
    desk.paste(BAD)
    desk.page.keyboard.press("Control+Home")
    desk.page.keyboard.type("Today. ")
    assert desk.marked == [WRONG]
    desk.page.keyboard.press("Control+End")
    with desk.page.expect_response("**/api/v1/check"):
        desk.page.keyboard.type(" The army caused a blow to it.")
    desk.wait_for_cards(2)


def test_the_browser_can_undo_what_was_accepted(desk):
    desk.paste(BAD)
    desk.page.keyboard.press("Control+Home")
    desk.page.keyboard.press("Control+Enter")
    assert desk.draft == GOOD
    desk.page.focus("#draft")
    desk.page.keyboard.press("Control+Z")
    assert desk.draft == BAD


def test_severities_can_be_hidden(desk):
    desk.paste(f"{BAD} The army caused a blow to it.")
    assert len(desk.marked) == 2
    desk.page.click("#filters button:has-text('error')")
    assert WRONG not in desk.marked
    desk.page.click("#filters button:has-text('error')")
    assert len(desk.marked) == 2


def test_open_a_file_and_download_the_corrected_one(desk, tmp_path):
    path = tmp_path / "story.txt"
    path.write_bytes(BAD.encode("utf-16") + "\r\nEnd.".encode("utf-16-le"))
    with desk.page.expect_response("**/api/v1/check*"):
        desk.page.set_input_files("#file", path)
    desk.page.wait_for_selector("mark.error")
    assert (desk.page.inner_text("#copy-name"), desk.draft) == ("story.txt", f"{BAD}\nEnd.")
    desk.page.click(".card.current .fix")
    with desk.page.expect_download() as download:
        desk.page.click("#download")
    assert download.value.suggested_filename == "story-corrected.txt"
    assert download.value.path().read_bytes() == GOOD.encode("utf-16") + "\r\nEnd.".encode("utf-16-le")


def test_a_word_document_keeps_its_formatting(desk, tmp_path):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    paragraph = document.add_paragraph("Partisans hid in the occupied town, the ")
    paragraph.add_run("central nervous system").bold = True
    paragraph.add_run(" said.")
    document.add_paragraph("End.")
    document.save(tmp_path / "story.docx")
    desk.page.set_input_files("#file", tmp_path / "story.docx")
    desk.page.wait_for_selector("mark.error")
    desk.page.click(".card.current .fix")
    assert desk.draft.startswith(GOOD)
    with desk.page.expect_download() as download:
        desk.page.click("#download")
    corrected = docx.Document(download.value.path())
    assert [each.text for each in corrected.paragraphs] == [GOOD, "End."]
    assert [run.text for run in corrected.paragraphs[0].runs if run.bold] == ["National Resistance Center"]


def test_drop_a_file(desk):
    desk.page.evaluate(
        """text => {
            const data = new DataTransfer();
            data.items.add(new File([text], "dropped.txt"));
            for (const type of ["dragover", "drop"]) {
                document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
            }
        }""",
        BAD,
    )
    desk.page.wait_for_selector("mark.error")
    assert desk.page.inner_text("#copy-name") == "dropped.txt"


def test_a_file_that_is_no_text_says_so(desk, tmp_path):
    path = tmp_path / "photo.txt"
    path.write_bytes(bytes(range(256)) * 9)
    desk.page.set_input_files("#file", path)
    desk.page.wait_for_selector("#trouble:visible")
    assert desk.page.inner_text("#trouble").startswith("photo.txt: ")
    desk.problems.clear()  # Chromium logs every response of 400 and more


def test_why(desk):
    desk.paste(BAD)
    desk.page.click(".acts button:has-text('Why?')")
    desk.page.wait_for_selector(".more")
    assert "Центр національного спротиву" in desk.page.inner_text(".more")
    assert desk.page.get_attribute(".more a", "href") == "https://sprotyv.mod.gov.ua/"


def test_the_glossary_is_searched_in_any_language(desk):
    desk.page.click("#tab-glossary")
    desk.page.fill("#query", "спротиву")
    desk.page.wait_for_selector(".term h3:has-text('National Resistance Center')")
    assert not desk.page.is_visible("#add")


def test_the_desk_s_glossary_is_edited_and_keeps_its_comments(serve, visit, tmp_path):
    path = tmp_path / "desk.toml"
    path.write_text(GLOSSARY, encoding="utf-8")
    with serve("--edit-glossary", str(path)) as address:
        desk = visit(address)
        desk.paste("Foreign Spy Service officers came.")
        assert desk.marked == []
        desk.page.click("#tab-glossary")
        desk.page.click("#add")
        form = desk.page.locator("#term-form")
        form.locator("[name=en]").fill("Foreign Intelligence Service")
        form.locator("[name=uk]").fill("СЗРУ")
        form.locator("[name=rejects]").fill("Foreign Spy Service")
        form.locator("[name=kind]").select_option("inconsistent-term")
        form.locator("[name=flag]").fill("The Foreign Spy Service is silent.")
        form.locator("[name=pass]").fill("The Foreign Spy Service spoke.")
        form.locator("button:has-text('Save')").click()
        desk.page.wait_for_selector("#term-trouble:visible")
        assert "must pass" in desk.page.inner_text("#term-trouble")
        assert path.read_text(encoding="utf-8") == GLOSSARY
        form.locator("[name=pass]").fill("The Foreign Intelligence Service spoke.")
        form.locator("button:has-text('Save')").click()
        desk.page.wait_for_selector("#term-dialog", state="hidden")
        desk.page.click("#tab-draft")
        desk.page.wait_for_selector("mark.warning")
        assert desk.marked == ["Foreign Spy Service"]
        desk.page.click("#tab-glossary")
        desk.page.fill("#query", "HUR")
        desk.page.click("[aria-label='Edit HUR']")
        assert form.locator("[name=rejects]").input_value() == "GUR"
        form.locator("[name=note]").fill("Its head speaks to the press.")
        form.locator("button:has-text('Save')").click()
        desk.page.wait_for_selector(".term:has-text('Its head speaks')")
        written = path.read_text(encoding="utf-8")
        assert "# The desk's own terms." in written
        assert '"hur"  # the intelligence service' in written
        assert 'note = "Its head speaks to the press."' in written
        desk.page.click("[aria-label='Edit HUR']")
        form.locator("#term-remove").click()
        desk.page.wait_for_selector("text=0 entries")
        assert "GUR" not in path.read_text(encoding="utf-8")
        desk.problems.clear()  # the refusal above, which Chromium logs


def test_log_in(serve, visit):
    token = "correct-horse-battery"
    with serve("--token", token) as address:
        desk = visit(address)
        assert desk.page.url.endswith("/login")
        desk.page.fill("[name=token]", "wrong-horse-battery")
        desk.page.click("button")
        desk.page.wait_for_selector("#wrong:visible")
        desk.page.fill("[name=token]", token)
        desk.page.click("button")
        desk.page.wait_for_selector("#draft")
        desk.paste(BAD)
        assert desk.marked == [WRONG]


def test_the_theme_is_kept(desk):
    assert desk.page.inner_text("#theme") == "Theme: auto"
    desk.page.click("#theme")
    desk.page.click("#theme")
    desk.page.reload()
    assert desk.page.inner_text("#theme") == "Theme: dark"
    ground = desk.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert sum(map(int, ground[4:-1].split(","))) < 150


def test_the_server_s_limits_are_told_in_words(desk):
    desk.paste("word " * (Options().longest // 5 + 1))
    desk.page.wait_for_selector("#trouble:visible")
    assert "limit" in desk.page.inner_text("#trouble")
    desk.problems.clear()
