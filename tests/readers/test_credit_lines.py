"""Credits of pictures stand apart, whatever their form; sentences that only look like one don't."""

from __future__ import annotations

import html

import pytest

from lintnews import Linter
from lintnews.readers import read_text

from .reading_back import assert_sound, blocks

CREDITS = (
    "(AP Photo/Jenny Kane)",
    "Photo by Sam Ito",
    "(Photo by Sam Ito/Getty Images)",
    "Sam Ito/Getty Images",
    "Credit: Sam Ito",
    "Credit...Sam Ito/The Weekly Globe",
    "REUTERS/Sam Ito",
    "(AP Photo/Sam Ito, File)",
    "Photograph: Sam Ito/The Guardian",
    "© Sam Ito",
    "© 2024 Sam Ito",
    "Courtesy of Sam Ito",
    "Photo courtesy of the Marchetti family",
    "Sam Ito for NPR",
    "(Sam Ito for NPR)",
    "Sam Ito / The Oregonian",
    "Sam Ito | The Oregonian",
    "Image credit: Sam Ito",
    "Illustration by Sam Ito",
    "Getty Images",
    "Sam Ito, The Gazette via AP",
    "Sam Ito/AFP via Getty Images",
    "(Sam Ito/Pool via AP)",
    "PHOTO: SAM ITO",
    "Handout via Reuters",
    "Handout photo",
    "Robert F. Bukaty/AP",
    "Sam Ito, staff photographer",
    "Staff photo by Sam Ito",
    "(Photo credit should read SAM ITO/AFP via Getty Images)",
    "Sam Ito",
    "(NASA/JPL-Caltech)",
    "CC BY-SA 4.0, Sam Ito/Wikimedia Commons",
)
STORY = (
    "The council approved a new bridge over the Low River on Tuesday, and said that work would begin in May.",
    "“We have waited for this since the flood,” Mayor Ann Lee said. The old bridge was closed in 2019.",
)


@pytest.mark.parametrize("credit", CREDITS)
def test_a_caption_ends_before_its_credit(credit: str) -> None:
    source = f"<figure><figcaption>The old bridge.\n {html.escape(credit)}</figcaption></figure>"
    reading = read_text(source, format_of="html")
    assert blocks(reading) == [("caption", "The old bridge."), ("credit", credit)]
    assert_sound(source, reading)


@pytest.mark.parametrize("credit", CREDITS)
@pytest.mark.parametrize("format_of", ["markdown", "html"])
def test_credits_are_nothing_to_report(credit: str, format_of: str) -> None:
    if format_of == "markdown":
        source = "\n\n".join(
            ("# Council approves bridge over Low River", f"![The old bridge. {credit}](x.jpg)", *STORY)
        )
    else:
        caption = f"<figure><figcaption>The old bridge. {html.escape(credit)}</figcaption></figure>"
        text = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
        source = f"<article><h1>Council approves bridge over Low River</h1>{caption}{text}</article>"
    assert not Linter().lint_text(source, format_of=format_of).findings


@pytest.mark.parametrize(
    "caption",
    [
        "Mayor Lee, left, speaks with Ann Ng on Monday.",
        "Photo: The bridge on Monday after the flood.",
        "Win/loss record of the club",
        "Photo by the bridge shows Ann Lee.",
        "Ann Lee is seen in this photo. She died in 2009.",
        "A photo of Ann Lee/Bo Ek is on show (left).",
    ],
)
def test_other_captions_stay_whole(caption: str) -> None:
    assert blocks(read_text(f"<figcaption>{caption}</figcaption>", format_of="html")) == [("caption", caption)]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("The bridge. (AP Photo/Jenny Kane)", [("caption", "The bridge."), ("credit", "(AP Photo/Jenny Kane)")]),
        ("Photograph: Sam Ito/The Guardian", [("credit", "Photograph: Sam Ito/The Guardian")]),
        ("(Reporting by Sam Ito; Editing by Bo Ek)", [("credit", "(Reporting by Sam Ito; Editing by Bo Ek)")]),
        ("The bridge is closed (AP)", [("paragraph", "The bridge is closed (AP)")]),
        ("Courtesy is dead, said Ann Lee.", [("paragraph", "Courtesy is dead, said Ann Lee.")]),
        ("Editing by machine is new, she said.", [("paragraph", "Editing by machine is new, she said.")]),
    ],
)
def test_paragraphs_that_are_credits_or_captions(paragraph: str, expected: list[tuple[str, str]]) -> None:
    reading = read_text(f"The river rose.\n\n{paragraph}\n\nIt fell.\n", format_of="plain")
    assert blocks(reading)[1:-1] == expected
    assert_sound(f"The river rose.\n\n{paragraph}\n\nIt fell.\n", reading)


def test_the_class_of_a_credit_is_enough() -> None:
    source = (
        '<figcaption>The bridge <span class="PhotoCredit">ito</span> today <cite class="credit">ek</cite></figcaption>'
    )
    assert blocks(read_text(source, format_of="html")) == [
        ("caption", "The bridge"),
        ("credit", "ito"),
        ("caption", "today"),
        ("credit", "ek"),
    ]
