"""The desk page in a browser, as an editor meets it: pasting, typing, by keyboard, on a phone, on paper."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document
from playwright.sync_api import Browser, Download, Page, expect

from ..browsing import browser as browser
from ..browsing import needs_browser

pytestmark = needs_browser

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt")).read_text(encoding="utf-8")
TWO = "Orla Quinnell spoke first on the bridge.\n\nThe hall was full. Orla Quinell left at noon, and Quinnell stayed."
HOSTILE = "<img src=x onerror='window.broken = 1'> & \"Ann <b>Lee</b>\" spoke on Tuesday, March 5, 2025. The the end."
Open = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Open]:
    """Opens the page in a context of its own."""
    contexts = []

    def page_of(**how: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **how})
        contexts.append(context)
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address.rstrip("/"))
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.goto(address)
        expect(page.locator("#style option")).to_have_count(5)
        return page

    yield page_of
    for context in contexts:
        context.close()


@pytest.fixture
def page(opened: Open) -> Page:
    return opened()


def paste(page: Page, words: str) -> None:
    page.evaluate("words => navigator.clipboard.writeText(words)", words)
    page.locator("#copy").focus()
    page.keyboard.press("ControlOrMeta+V")


def seed_is_checked(page: Page) -> None:
    expect(page.get_by_role("status")).to_contain_text("2 errors, 4 warnings", timeout=60_000)


def card(page: Page, rule: str) -> Any:
    return page.locator(".card", has=page.locator("summary", has_text=rule))


def story(page: Page) -> str:
    return page.locator("#copy").input_value()


def exported(page: Page, name: str) -> tuple[str, str]:
    """The name and the words of the file that the export called *name* saves."""
    page.get_by_role("button", name="Export", exact=True).click()
    with page.expect_download() as found:
        page.get_by_role("button", name=name).click()
    download: Download = found.value
    return download.suggested_filename, download.path().read_text(encoding="utf-8")


def test_from_paste_to_export(page: Page) -> None:
    paste(page, SEED)
    seed_is_checked(page)
    assert page.locator("#mirror mark.error").all_inner_texts()[0] == "Ming Aung Hlaing"
    card(page, "month-style").get_by_role("button", name="Change to “March”").click()
    expect(card(page, "month-style")).to_have_count(0)
    assert "Moscow, March 5 (AP)" in story(page)
    page.get_by_role("tab", name="Fact sheet").click()
    page.get_by_label("Sign off Vladimir Putin").or_(page.get_by_label("Sign off person Vladimir Putin")).check()
    page.get_by_label("Note on person Vladimir Putin").fill("AP stylebook, Kremlin list")
    expect(page.locator("#facts-done")).to_contain_text("1 of ")
    name, text = exported(page, "Fact sheet as JSON")
    assert name == "story-facts.json"
    signed = [fact for fact in json.loads(text)["facts"] if fact["signed_off"]]
    assert [(fact["text"], fact["note"], fact["state"]) for fact in signed] == [
        ("Vladimir Putin", "AP stylebook, Kremlin list", "known")
    ]
    rows = list(csv.DictReader(io.StringIO(exported(page, "Fact sheet as CSV")[1])))
    assert [row["text"] for row in rows if row["signed_off"] == "true"] == ["Vladimir Putin"]
    name, text = exported(page, "Story with its marks")
    assert (name, text) == ("story.txt", story(page))


def test_the_sample_is_one_click_away(page: Page) -> None:
    page.get_by_role("button", name="Sample story").click()
    seed_is_checked(page)
    assert story(page) == SEED


def test_nothing_is_asked_of_any_other_place(browser: Browser, address: str) -> None:
    page = browser.new_context().new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    page.get_by_role("button", name="Sample story").click()
    seed_is_checked(page)
    assert said == []
    assert all(url.startswith(address) for url in asked)
    page.context.close()


def test_findings_stand_where_the_words_are(page: Page) -> None:
    paste(page, SEED)
    seed_is_checked(page)
    heights = page.evaluate(
        "['copy', 'mirror'].map(id => document.getElementById(id)).map(e => [e.offsetHeight, e.scrollHeight, e.clientWidth])"
    )
    assert heights[0] == heights[1]
    page.locator("#copy").press("ControlOrMeta+Home")
    page.keyboard.type("BREAKING: ")
    at = page.locator("#mirror mark.error").first
    assert at.inner_text() == "Ming Aung Hlaing"
    assert int(at.get_attribute("data-start") or 0) == SEED.index("Ming Aung") + 10


def test_the_contradicting_place_is_lit(page: Page) -> None:
    paste(page, TWO)
    expect(card(page, "inconsistent-name")).to_have_count(1)
    lit = page.locator("#mirror mark.other")
    expect(lit).to_have_count(0)
    card(page, "inconsistent-name").hover()
    expect(lit).to_have_text("Orla Quinnell")
    page.mouse.move(5, 5)
    expect(lit).to_have_count(0)
    box = page.locator("#mirror mark.error").bounding_box()
    assert box
    page.mouse.move(box["x"] + 5, box["y"] + box["height"] / 2)
    expect(lit).to_have_text("Orla Quinnell")
    page.mouse.move(5, 5)
    page.locator("#copy").focus()
    page.keyboard.press("F8")
    expect(lit).to_have_text("Orla Quinnell")
    expect(page.locator(".card.looked-at")).to_have_count(1)
    card(page, "inconsistent-name").get_by_role("button", name="which it contradicts").click()
    assert page.evaluate("document.getSelection().toString()") == "Orla Quinnell"


@pytest.mark.parametrize(
    ("button", "mark"),
    [
        ("Mark CQ", "Orla Quinell (CQ) left"),
        (
            "Two people",
            "[lintnews: allow-file inconsistent-name|Orla Quinell -- Orla Quinell and Orla Quinnell are two people]",
        ),
    ],
)
def test_names_are_marked_in_the_copy(page: Page, button: str, mark: str) -> None:
    paste(page, TWO)
    card(page, "inconsistent-name").get_by_role("button", name=button).click()
    expect(page.locator("#mirror mark.error", has_text="Orla Quinell")).to_have_count(0)
    assert mark in story(page)
    page.locator("#copy").press("ControlOrMeta+Z")
    assert story(page) == TWO
    expect(card(page, "inconsistent-name")).to_have_count(1)


def test_a_finding_is_allowed_with_a_reason(page: Page) -> None:
    paste(page, TWO)
    card(page, "inconsistent-name").get_by_role("button", name="Allow").click()
    page.get_by_label("Why is it right?").fill("Two sisters [both] -- Orla & Orla")
    page.keyboard.press("Enter")
    expect(card(page, "inconsistent-name")).to_have_count(0)
    assert story(page).endswith("[lintnews: allow inconsistent-name|Orla Quinell -- Two sisters both – Orla & Orla]")
    expect(page.locator("#allowed summary")).to_have_text("1 finding allowed in the copy")


def test_to_allow_can_be_given_up(page: Page) -> None:
    paste(page, TWO)
    card(page, "inconsistent-name").get_by_role("button", name="Allow").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert story(page) == TWO


def test_the_calendar_needs_a_date(page: Page) -> None:
    paste(page, "A fire at the mill killed two people on Tuesday, March 11, officials said.")
    expect(page.locator("#clock")).to_contain_text("Without a publication date")
    page.get_by_label("Published").fill("2026-03-12")
    expect(card(page, "weekday-mismatch")).to_have_count(1)
    expect(page.locator("#clock")).to_be_hidden()
    page.get_by_label("Published").fill("2025-03-12")
    expect(card(page, "weekday-mismatch")).to_have_count(0)


def test_the_headline_is_checked(page: Page) -> None:
    paste(page, "Hundreds came to the bridge to see it open, officials said.")
    page.get_by_role("textbox", name="Headline").fill("Bridge opens Tuesday, March 5, 2025, to cheers")
    expect(page.locator("#headline-marks")).to_contain_text("Tuesday, March 5, 2025")
    name, text = exported(page, "Story with its marks")
    assert name == "bridge-opens-tuesday-march-5.txt"
    assert text.startswith('---\nheadline: "Bridge opens Tuesday, March 5, 2025, to cheers"\n---\nHundreds')


def test_house_style_changes_what_is_found(page: Page) -> None:
    paste(page, "About 60 percent of the town came to see it, officials said.")
    expect(page.get_by_role("status")).not_to_have_text("")
    page.get_by_label("House style").select_option("us-wire")
    expect(card(page, "percent-sign")).to_have_count(1)


def test_a_document_is_opened(page: Page, tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Bridge opens", 0)
    document.add_paragraph("It opened on Tuesday, March 5, 2025, officials said.")
    document.save(str(tmp_path / "bridge.docx"))
    page.locator("#file").set_input_files(tmp_path / "bridge.docx")
    expect(card(page, "weekday-mismatch")).to_have_count(1)
    assert page.get_by_role("textbox", name="Headline").input_value() == "Bridge opens"
    (tmp_path / "broken.docx").write_bytes(b"no document")
    page.locator("#file").set_input_files(tmp_path / "broken.docx")
    expect(page.get_by_role("status")).to_contain_text("broken.docx: This can't be read")


def test_markup_is_read_when_it_is_pasted(page: Page) -> None:
    paste(page, "<!DOCTYPE html><html><body><h1>Bridge opens</h1><p>It is <b>long</b> &amp; wide.</p></body></html>")
    expect(page.get_by_role("textbox", name="Headline")).to_have_value("Bridge opens")
    assert story(page) == "It is long & wide.\n"


def test_work_is_not_lost_unasked(page: Page) -> None:
    paste(page, TWO)
    expect(card(page, "inconsistent-name")).to_have_count(1)
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Sample story").click()
    assert story(page) == TWO


def test_all_works_by_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "copy"
    page.keyboard.insert_text(SEED)
    seed_is_checked(page)

    def tab_to(selector: str) -> None:
        for _ in range(150):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
                return
        raise AssertionError(f"{selector} can't be reached")

    tab_to(".doing .main")
    page.keyboard.press("Enter")
    expect(card(page, "month-style")).to_have_count(0)
    assert page.evaluate("document.activeElement !== document.body")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "copy"
    tab_to("#tab-findings")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#facts")).to_be_visible()
    tab_to("#tick-0")
    page.keyboard.press("Space")
    expect(page.locator("#facts-done")).to_contain_text("1 of ")
    page.keyboard.press("Tab")
    for _ in range(3):
        page.keyboard.press("Shift+Tab")
    page.locator("#export").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.export") == "story"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "export"


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_screen_scrolls_sideways(opened: Open, width: int) -> None:
    page = opened(viewport={"width": width, "height": 800})
    page.get_by_role("button", name="Sample story").click()
    seed_is_checked(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("tab", name="Fact sheet").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_what_the_caret_is_on_stays_in_sight(opened: Open) -> None:
    page = opened(viewport={"width": 390, "height": 800})
    paste(page, SEED)
    seed_is_checked(page)
    page.locator("#copy").focus()
    page.keyboard.press("F8")
    expect(page.locator(".card.at-caret")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_accessible(opened: Open, scheme: str, width: int) -> None:
    page = opened(color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 800})
    page.get_by_role("button", name="Sample story").click()
    seed_is_checked(page)
    page.get_by_role("textbox", name="Headline").fill("Putin meets general on Tuesday, March 5, 2025")
    expect(page.locator("#headline-marks")).to_contain_text("Tuesday, March 5, 2025")
    page.locator(".card").nth(3).hover()
    states: dict[str, Callable[[], object]] = {
        "findings": lambda: None,
        "dialog": lambda: page.locator(".card").get_by_role("button", name="Allow").first.click(),
        "menu": lambda: (page.keyboard.press("Escape"), page.get_by_role("button", name="Export", exact=True).click()),
        "facts": lambda: (page.keyboard.press("Escape"), page.get_by_role("tab", name="Fact sheet").click()),
    }
    for name, reach in states.items():
        reach()
        found = Axe().run(page)
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"


def test_on_paper_there_is_the_fact_sheet(page: Page) -> None:
    page.get_by_role("button", name="Sample story").click()
    seed_is_checked(page)
    page.emulate_media(media="print")
    expect(page.locator("#facts tbody tr").first).to_be_visible()
    expect(page.locator(".bar")).to_be_hidden()
    expect(page.locator(".card").first).to_be_hidden()
    assert page.pdf()[:5] == b"%PDF-"


def test_what_a_story_holds_stays_text(page: Page) -> None:
    paste(page, HOSTILE)
    page.get_by_role("textbox", name="Headline").fill(HOSTILE)
    expect(card(page, "weekday-mismatch").first).to_be_visible()
    page.get_by_role("tab", name="Fact sheet").click()
    assert page.evaluate("window.broken") is None
    assert page.locator("main img, main b:not(.count)").count() == 0


def test_a_server_that_has_gone_is_said(page: Page) -> None:
    page.route("**/desk/check", lambda route: route.abort())
    paste(page, TWO)
    expect(page.get_by_role("status")).to_contain_text("The server does not answer")
