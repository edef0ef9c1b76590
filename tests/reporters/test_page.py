"""The HTML page in a browser, as an editor meets it: on a desk, on a phone, by keyboard, on paper, without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from lintnews import Linter, RuleSet, Severity
from lintnews.reporters import load_reporter
from lintnews.wire import Result, file_entry

from ..browsing import browser as browser
from ..browsing import needs_browser
from .sample import Given, made_rule, results, setting

pytestmark = needs_browser

HOSTILE = "<script>window.broken = 1</script><img src=x onerror='window.broken = 1'> \"quoted' & <b>bold</b>"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text("".join(load_reporter("html")(results(), setting())), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def open_page(browser: Browser, address: str, **how: object) -> Page:
    page = browser.new_context(**how).new_page()  # type: ignore[arg-type]
    page.goto(address)
    return page


def texts(page: Page, selector: str) -> list[str]:
    return page.locator(selector).all_inner_texts()


def test_nothing_is_asked_of_any_other_place(browser: Browser, address: str) -> None:
    page = browser.new_context().new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    assert (asked, said) == ([address], [])


def test_the_story_reads_as_it_was_written(page: Page) -> None:
    assert texts(page, "#s1 .copy .headline") == ['Mayor Orla Quinn opens "Long Bridge"']
    paragraph = page.locator("#s1 .copy .paragraph").nth(1).inner_text()
    assert (
        paragraph
        == 'Quin, 48, said 60 per cent of the town — about 4,000 people — had asked for it. “It is done," she said.'
    )


def test_findings_are_underlined_in_place(page: Page) -> None:
    assert texts(page, "#s1 .mark.error") == ["Monday", "Quin"]
    assert texts(page, "#s1 .mark.warning") == ["per cent", '" she']
    assert texts(page, "#s1 .mark.other") == ["Quinn", "大きな橋", "“"]
    style = page.locator("#s1 .mark.error").first.evaluate("mark => getComputedStyle(mark).textDecorationStyle")
    assert style == "wavy"


def test_the_contradicting_place_is_linked_both_ways(page: Page) -> None:
    card = page.locator(".remark", has_text="Quin is spelled otherwise")
    card.get_by_role("link", name="line 3").click()
    assert page.evaluate("document.querySelector(':target + a').textContent") == "Quinn"
    page.locator("#s1 .mark.other", has_text="Quinn").click()
    assert "Quin is spelled otherwise" in page.locator(":target").inner_text()
    card.get_by_role("link", name="line 8, column 2").click()
    assert page.evaluate("document.querySelector(':target + a').textContent") == "Quin"


def test_filters_hide_remarks_and_underlines(page: Page) -> None:
    assert page.get_by_role("status").inner_text() == "8 of 8 shown"
    page.get_by_label("warning (3)").uncheck()
    assert page.get_by_role("status").inner_text() == "5 of 8 shown"
    assert page.locator(".remark.warning:visible").count() == 0
    assert page.locator("#s1 .mark.warning.off").count() == 2
    page.get_by_label("names (1)").uncheck()
    assert page.locator(".remark:visible", has_text="Quin is spelled").count() == 0
    page.get_by_label("warning (3)").check()
    page.get_by_label("names (1)").check()
    assert page.locator(".remark:visible").count() == 8
    assert page.locator(".mark.off").count() == 0


def test_all_works_by_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.value") == "error"
    page.keyboard.press("Space")
    assert page.get_by_role("status").inner_text() == "6 of 8 shown"
    page.keyboard.press("Space")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.mark.error')"):
            break
    assert page.evaluate("document.activeElement.textContent") == "Monday"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    assert "May 6, 2031, is a Tuesday" in page.locator(":target").inner_text()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_screen_scrolls_sideways(browser: Browser, address: str, width: int) -> None:
    page = open_page(browser, address, viewport={"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    first = page.locator("#s1 .remark").first.bounding_box()
    copy = page.locator("#s1 .copy", has_text="SALTMERE").bounding_box()
    assert first
    assert copy
    if width < 800:
        assert first["y"] >= copy["y"] + copy["height"] - 1
        assert first["width"] >= width - 40
    else:
        assert first["x"] > copy["x"] + copy["width"]


def test_it_reads_without_javascript(browser: Browser, address: str) -> None:
    page = open_page(browser, address, java_script_enabled=False)
    assert page.locator("#filters").is_hidden()
    assert page.locator(".remark:visible").count() == 8
    assert page.locator("h1").inner_text() == "8 findings in 4 stories"


def test_on_paper_there_are_no_controls(page: Page) -> None:
    page.emulate_media(media="print")
    assert page.locator("#filters").is_hidden()
    assert page.locator(".remark:visible").count() == 8
    assert page.pdf()[:5] == b"%PDF-"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible(browser: Browser, address: str, scheme: str) -> None:
    page = open_page(browser, address, color_scheme=scheme, bypass_csp=True)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_what_a_story_holds_stays_text(browser: Browser, tmp_path: Path) -> None:
    rule = made_rule(
        "hostile",
        "names",
        Severity.ERROR,
        HOSTILE,
        Given(words="quoted", remark=HOSTILE, instead=(HOSTILE,), evidence=(HOSTILE,)),
    )
    data = f"{HOSTILE}\n".encode()
    report = Linter(RuleSet((rule,))).lint_bytes(data, path=f"{HOSTILE}.txt")
    path = tmp_path / "report.html"
    found = iter([Result(file_entry(report), data)])
    path.write_text("".join(load_reporter("html")(found, setting())), encoding="utf-8")
    page = open_page(browser, path.as_uri())
    assert page.evaluate("window.broken") is None
    assert page.locator("img, b b, main script").count() == 0
    assert page.locator(".copy").inner_text() == HOSTILE
    assert page.locator("h2").inner_text() == f"{HOSTILE}.txt"
    assert page.locator(".message").inner_text() == HOSTILE


def test_a_finding_outside_the_text_is_shown_all_the_same(browser: Browser, tmp_path: Path) -> None:
    found = next(results())
    found.entry["findings"][0]["start"] = {"offset": 0, "line": 1, "column": 1}
    found.entry["findings"][0]["end"] = {"offset": 3, "line": 1, "column": 4}
    path = tmp_path / "report.html"
    path.write_text("".join(load_reporter("html")(iter([found]), setting())), encoding="utf-8")
    page = open_page(browser, path.as_uri())
    assert "May 6, 2031, is a Tuesday" in page.locator(".remark").first.inner_text()
    assert page.locator(".remark").count() == 7
