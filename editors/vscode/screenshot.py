"""Make docs/images/vscode.png: a story in a real editor, code-server, with the packed extension.

``python editors/vscode/screenshot.py CODE-SERVER`` needs the extension packed (``npm run package``), Chromium, Playwright and
the program ``code-server``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent
PICTURE = HERE.parents[1] / "docs" / "images" / "vscode.png"
ADDRESS = "127.0.0.1:8765"
STORY = """\
---
headline: Fire at paper mill kills 12
published: 2025-03-06
---

BRIDGEPORT, Ore. — A fire at a paper mill killed 12 people and injured 30 on Tuesday, March 5, 2025, officials said.

Fire Chief Thomas Brennan (CQ) said the blaze began in the boiler room. Brenan said that crews were there within minutes.

The number of inspectors rose 25%, from 200 to 240.
"""
SETTINGS = {
    "lintnews.interpreter": sys.executable,
    "security.workspace.trust.enabled": False,
    "workbench.startupEditor": "none",
    "workbench.colorTheme": "Default Light Modern",
    "telemetry.telemetryLevel": "off",
    "editor.wordWrap": "on",
    "editor.minimap.enabled": False,
}


def main(code_server: str) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        desk, user = folder / "desk", folder / "data" / "User"
        desk.mkdir()
        user.mkdir(parents=True)
        (desk / "fire.md").write_text(STORY, encoding="utf-8")
        (user / "settings.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
        own = ["--user-data-dir", str(user.parent), "--extensions-dir", str(folder / "extensions")]
        subprocess.run([code_server, *own, "--install-extension", str(HERE / "lintnews.vsix")], check=True)
        with subprocess.Popen([code_server, *own, "--auth", "none", "--bind-addr", ADDRESS, str(desk)]) as server:
            try:
                take(f"http://{ADDRESS}/?folder={desk}")
            finally:
                server.terminate()


def take(address: str) -> None:
    for _ in range(60):
        try:
            urlopen(address).close()
            break
        except URLError:
            time.sleep(1)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 760})
        page.goto(address, wait_until="domcontentloaded")
        show(page)
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()


def show(page: Page) -> None:
    """Open the story, wait for its findings, ask for the last look, and list what was found."""
    page.get_by_text("fire.md").first.dblclick(timeout=60_000)
    page.locator(".squiggly-error").first.wait_for(timeout=60_000)
    page.keyboard.press("F1")
    page.keyboard.type("lintnews: Lint before")
    page.get_by_text("Lint before publish").first.wait_for()
    page.keyboard.press("Enter")
    page.get_by_text("fire.md: 2 errors").first.wait_for()
    page.keyboard.press("Control+Shift+M")
    page.wait_for_timeout(2000)


if __name__ == "__main__":
    main(sys.argv[1])
