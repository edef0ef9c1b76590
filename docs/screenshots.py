"""Make the pictures of the desk page: ``python docs/screenshots.py`` starts the server and a Chromium that is installed."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect, sync_playwright

IMAGES = Path(__file__).with_name("images")
DESK = {"viewport": {"width": 1280, "height": 860}}
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def look_at_the_name(page: Page) -> None:
    page.locator(".card.error").first.hover()


def sign_off(page: Page) -> None:
    page.get_by_role("tab", name="Fact sheet").click()
    for name, note in (("Vladimir Putin", "Kremlin list"), ("Morgan Michaels", "IISS staff page")):
        page.get_by_label(f"Sign off person {name}").check()
        page.get_by_label(f"Note on person {name}").fill(note)
    page.get_by_role("heading").first.hover()


def go_to_the_name(page: Page) -> None:
    page.locator("#copy").focus()
    for _ in range(3):
        page.keyboard.press("F8")


PICTURES: dict[str, tuple[dict[str, Any], Any]] = {
    "desk": (DESK, look_at_the_name),
    "desk-dark": ({**DESK, "color_scheme": "dark"}, look_at_the_name),
    "desk-facts": (DESK, sign_off),
    "desk-phone": (PHONE, go_to_the_name),
}
"""Name → how the browser is set, and what is done before the picture."""


def main() -> int:
    chromium = next(filter(None, map(shutil.which, BROWSERS)), None)
    if chromium is None:
        print("no Chromium is installed", file=sys.stderr)
        return 1
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [Path(sys.executable).with_name("lintnews"), "serve", "--port", str(port), "--workers", "1"],
        stderr=subprocess.DEVNULL,
    )
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for name, (how, act) in PICTURES.items():
                page = browser.new_page(**how)
                _open(page, f"http://127.0.0.1:{port}/")
                act(page)
                page.screenshot(path=IMAGES / f"{name}.png")
                page.close()
            browser.close()
    finally:
        server.terminate()
        server.wait(20)
    return 0


def _open(page: Page, address: str) -> None:
    """Open the desk with the sample story on it, as soon as the server answers."""
    for _ in range(120):
        try:
            page.goto(address)
            break
        except Exception:
            page.wait_for_timeout(500)
    page.get_by_role("button", name="Sample story").click()
    expect(page.locator(".card").first).to_be_visible(timeout=60_000)


if __name__ == "__main__":
    sys.exit(main())
