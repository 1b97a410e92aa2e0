"""Nothing that a draft, a file name or a glossary says is read as HTML; and everybody can use the page."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.slow

BAD = "Partisans hid in the occupied town, the central nervous system said."
PROBES = [
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<svg onload=window.hit=1><script>window.hit=1</script></svg>",
    "<a href='javascript:window.hit=1'>x</a>",
    "javascript:window.hit=1",
    "</textarea><script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
    "<style>*{display:none}</style>",
    "<form action=//evil.example><input name=token></form>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "&lt;script&gt;window.hit=1&lt;/script&gt;",
    "{{constructor.constructor('window.hit=1')()}}",
    "\u2028<object data=//evil.example></object>",
]
ELEMENTS = "document.querySelectorAll('script, img, svg, iframe, object, embed, base, meta, style, form, link, a').length"


def unharmed(page, elements: int) -> None:
    assert page.evaluate("window.hit") is None
    assert page.evaluate(ELEMENTS) == elements
    assert page.is_visible("#draft") or page.is_visible("#query")


def test_a_draft_is_never_html(visit, address):
    desk = visit(address)
    elements = desk.page.evaluate(ELEMENTS)
    draft = "\n\n".join(f"{probe} {BAD} {probe}" for probe in PROBES)
    desk.paste(draft)
    assert desk.draft == draft.replace("\r", "\n")
    assert desk.marked
    for _ in range(len(desk.page.query_selector_all(".card"))):
        desk.page.click("#next")
    unharmed(desk.page, elements)
    assert desk.page.inner_text("#layer").replace("\u2028", "\n").startswith(PROBES[0])


@pytest.mark.parametrize("probe", PROBES)
def test_a_file_s_name_is_never_html(visit, address, probe):
    desk = visit(address)
    elements = desk.page.evaluate(ELEMENTS)
    for content in (BAD, "\0\1\2"):
        desk.page.evaluate(
            """([name, text]) => {
                const data = new DataTransfer();
                data.items.add(new File([text], name));
                document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
            }""",
            [f"{probe}.txt", content],
        )
        desk.page.wait_for_selector("mark.error" if content == BAD else "#trouble:visible")
    unharmed(desk.page, elements)
    desk.problems[:] = [problem for problem in desk.problems if "422" not in problem and "400" not in problem]


def test_a_glossary_is_never_html(serve, visit, tmp_path):
    def text(value: str) -> str:
        return json.dumps(value, ensure_ascii=False)

    probe = " ".join(PROBES)
    path = tmp_path / "desk.toml"
    path.write_text(
        f"[[term]]\nid = 'probe'\nen = ['Probe', {text(PROBES[1])}]\nnote = {text(probe)}\nsource = 'javascript:window.hit=1'\n"
        f"[term.reject]\ncalque = ['Zondo']\n[[term.example]]\nflag = {text('Zondo ' + PROBES[4])}\n"
        "[[term.example]]\npass = 'Probe.'\n",
        encoding="utf-8",
    )
    with serve("--edit-glossary", str(path)) as address:
        desk = visit(address)
        elements = desk.page.evaluate(ELEMENTS)
        desk.paste("Zondo said so.")
        assert desk.marked == ["Zondo"]
        desk.page.click(".acts button:has-text('Why?')")
        desk.page.wait_for_selector(".more")
        assert desk.page.query_selector(".more a") is None
        unharmed(desk.page, elements)
        assert desk.page.inner_text(".card.current .advice") == PROBES[1]  # no wording: shown and not offered
        desk.page.click(".card.current .fix")
        assert desk.draft == "Probe said so."
        desk.page.click("#tab-glossary")
        desk.page.fill("#query", "zondo")
        desk.page.wait_for_selector(".term h3:has-text('Probe')")
        assert desk.page.query_selector(".term a") is None
        desk.page.click("[aria-label='Edit Probe']")
        assert desk.page.input_value("[name=note]") == probe
        unharmed(desk.page, elements)


def test_the_policy_would_stop_what_got_through(visit, address):
    desk = visit(address)
    stopped = desk.page.evaluate(
        "() => { try { document.body.innerHTML = '<b>x</b>'; return ''; } catch (e) { return e.name; } }"
    )
    assert stopped == "TypeError"  # trusted types
    assert desk.page.evaluate("fetch('https://evil.example/').then(() => 'sent', () => 'stopped')") == "stopped"
    desk.problems.clear()
    desk.foreign.clear()


CONTRAST = """() => {
  const part = (c) => { c /= 255; return c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4; };
  const light = ([r, g, b]) => .2126 * part(r) + .7152 * part(g) + .0722 * part(b);
  const rgb = (text) => { const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number); return [r, g, b, a]; };
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const colour = rgb(getComputedStyle(node).backgroundColor);
      if (colour[3] === 1) return colour;
    }
    return [255, 255, 255, 1];
  };
  const low = [];
  for (const node of document.querySelectorAll("body *")) {
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    if (!own || !node.checkVisibility() || node.closest("#layer, .unseen, .skip, :disabled")) continue;
    const [text, back] = [light(rgb(getComputedStyle(node).color)), light(ground(node))];
    const ratio = (Math.max(text, back) + .05) / (Math.min(text, back) + .05);
    if (ratio < 4.5) low.push(`${node.className || node.tagName}: ${node.textContent.slice(0, 30)} ${ratio.toFixed(2)}`);
  }
  // The draft's own letters stand over the marks of the layer behind them.
  const ink = light(rgb(getComputedStyle(document.querySelector("#draft")).color));
  for (const mark of document.querySelectorAll("mark")) {
    const back = light(ground(mark));
    const ratio = (Math.max(ink, back) + .05) / (Math.min(ink, back) + .05);
    if (ratio < 4.5) low.push(`mark ${mark.className} ${ratio.toFixed(2)}`);
  }
  return low;
}"""
NAMELESS = """() => [...document.querySelectorAll("button, input, textarea, select, a")].filter((node) =>
  node.checkVisibility() &&
  !(node.textContent.trim() || node.getAttribute("aria-label") || node.labels?.length)).map((node) => node.outerHTML)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_can_be_read_and_has_a_name(visit, address, scheme):
    desk = visit(address, color_scheme=scheme)
    page = desk.page
    assert page.evaluate(CONTRAST) == []
    desk.paste(f"{BAD} The army caused a blow to it, and the qwertzuiop.")
    page.click(".acts button:has-text('Why?')")
    page.wait_for_selector(".more")
    page.click(".acts button:has-text('Ignore')")
    assert page.evaluate(CONTRAST) == []
    assert page.evaluate(NAMELESS) == []
    page.click("#tab-glossary")
    page.fill("#query", "resistance")
    page.wait_for_selector(".term")
    assert page.evaluate(CONTRAST) == []
    assert page.evaluate(NAMELESS) == []


def test_the_keyboard_reaches_everything_in_order(visit, address):
    desk = visit(address)
    desk.paste(BAD)
    page = desk.page
    page.focus(".skip")
    reached = ["skip"]
    for _ in range(30):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.id || document.activeElement.className || document.activeElement.tagName")
        reached.append(name)
    wanted = ["skip", "tab-draft", "theme", "open", "copy", "download", "draft", "previous", "next", "card-head", "fix", "plain"]
    places = [reached.index(name) for name in wanted]
    assert places == sorted(places)


@pytest.mark.parametrize("width", [320, 390, 768, 1920])
def test_nothing_is_cut_off(visit, address, width):
    desk = visit(address, viewport={"width": width, "height": 740})
    desk.paste(f"{BAD} {'unbreakable' * 30}")
    assert desk.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert desk.page.is_visible(".card.current .fix")
    # The layer and the text area break their lines alike, or marks would stand beside their words.
    assert desk.page.evaluate(
        "document.querySelector('#layer').clientHeight >= document.querySelector('#draft').scrollHeight - 40"
    )
    desk.page.click("#tab-glossary")
    assert desk.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
