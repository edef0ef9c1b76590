"""The kind `form`: what is written in none of the forms, what stands in brackets, and mistakes in forms."""

from __future__ import annotations

import pytest

from lintnews.checks.patterns.form import Form
from lintnews.declared import Mistakes
from lintnews.house import House
from lintnews.readers import read_text
from lintnews.story import Story

TEXT = "It met on Sept. 5, on 6 March 2025, on April 7th, 2025, at 8.30pm and at 20:00 GMT."


def rights(check: Form, text: str = TEXT, house: House | None = None) -> list[tuple[str, str]]:
    story = Story(text, read_text(text), house=house or House())
    return [(story.words(match.span), dict(match.values)["right"]) for match in check.matches(story)]


@pytest.mark.parametrize(
    ("check", "wanted"),
    [
        (
            Form(of="date", write=("{Month} {day}[, {year}]",)),
            [("Sept. 5", "September 5"), ("6 March 2025", "March 6, 2025"), ("April 7th, 2025", "April 7, 2025")],
        ),
        (Form(of="date", write=("{Mon} {day}", "{day} {Month} {year}", "{Month} {nth}, {year}")), []),
        (Form(of="date", write=("{day} {Month} {year}",)), [("April 7th, 2025", "7 April 2025")]),
        (Form(of="date", write=("{year}",), where={"order": "dmy"}, flag="year_span"), []),
        (Form(of="clock-time", write=("{h}[:{mm}] {half}.m.",), where={"half": "p"}), [("8.30pm", "8:30 p.m.")]),
        (Form(of="clock-time", write=("{hh}{mm} {zone}",)), [("20:00 GMT", "2000 GMT")]),
    ],
)
def test_forms(check: Form, wanted: list[tuple[str, str]]) -> None:
    assert rights(check) == wanted


def test_only_in_copy_of_that_style() -> None:
    check = Form(of="date", write=("{Mon} {day}",), style="ap")
    assert rights(check, "It met on September 5.") == []
    assert rights(check, "It met on September 5.", House(date_style="ap")) == [("September 5", "Sept. 5")]


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"of": "age", "write": ("{value}",)}, "a mention of kind `age` has no parts to write it with"),
        ({"of": "date", "write": ()}, "at least one form is needed"),
        (
            {"of": "date", "write": ("{Mnth} {day}",)},
            "`{Mnth}` is no part of a mention of kind `date`, which has Month",
        ),
        ({"of": "date", "write": ("{day} [{year}",)}, "a square bracket stands alone"),
        ({"of": "date", "write": ("{day",)}, "a brace stands alone"),
        ({"of": "date", "write": ("{day}",), "flag": "order"}, "`order` is no place in the story"),
    ],
)
def test_mistakes(fields: dict[str, object], wanted: str) -> None:
    with pytest.raises(Mistakes, match=wanted.replace("{", r"\{").replace("}", r"\}")):
        Form(**fields).plan()  # type: ignore[arg-type]
