"""Take the pictures of the desk page in docs/images/: ``python docs/screenshots.py`` (needs Chromium and playwright).

Opens the example that the page itself offers, in light, in dark and on a phone. Look at them before you commit them.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

IMAGES = Path(__file__).parent / "images"
DESK = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "has_touch": True, "is_mobile": True}


def main() -> None:
    """Serve, look, write."""
    command = [sys.executable, "-m", "lintnews", "serve", "--isolated", "--port", "0"]
    browser_path = shutil.which("chromium") or shutil.which("chromium-browser")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server, sync_playwright() as driver:
        assert server.stdout
        address = re.search("http://[^ ]+", server.stdout.readline())
        assert address
        try:
            browser = driver.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--no-proxy-server"])
            for name, options in (("light", DESK), ("dark", DESK), ("phone", PHONE)):
                take(browser, address.group(), name, options)
        finally:
            server.terminate()


def take(browser: Browser, address: str, name: str, options: dict[str, object]) -> None:
    """One picture of the draft; in light also one of the glossary."""
    scheme = "dark" if name == "dark" else "light"
    with browser.new_context(color_scheme=scheme, **options) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(address)
        page.click("#example")
        page.wait_for_selector(".card")
        page.click("#next")
        page.click("#next")
        page.mouse.move(0, 0)
        page.wait_for_timeout(600)
        page.screenshot(path=IMAGES / f"desk-{name}.png")
        if name == "light":
            page.click("#tab-glossary")
            page.fill("#query", "Луганськ")
            page.wait_for_selector(".term h3:has-text('Luhansk')")
            page.wait_for_timeout(400)
            page.screenshot(path=IMAGES / "glossary.png")


if __name__ == "__main__":
    main()
