"""What rises and falls, told twice, and long stories of nothing but that."""

from __future__ import annotations

import time

import pytest

from lintnews.checks.numbers.trends import trends
from lintnews.linter import Linter
from lintnews.readers import read_text
from lintnews.story import Story


def found(text: str) -> list[str]:
    rules = ["conflicting-direction", "wrong-direction"]
    return [finding.text for finding in Linter(select=rules).lint_text(text).findings]


@pytest.mark.parametrize(
    ("word", "subject"),
    [
        ("rise", ("price", "house")),
        ("falling", ("sales",)),
        ("raised", ("price",)),
    ],
)
def test_subject(word: str, subject: tuple[str, ...]) -> None:
    text = "A rise in house prices was feared. They fear falling sales. The shop raised prices. Wages fell."
    told = {trend.word.plain: trend.subject for trend in trends(Story(text, read_text(text)))}
    assert told[word] == subject


def test_nothing_is_read_where_all_moves_one_way() -> None:
    text = "Sales rose in May. Prices rose too."
    assert trends(Story(text, read_text(text))) == ()


def test_pointing_back_to_either_of_two_is_no_fault() -> None:
    assert found("Car sales rose in Leeds but fell in Hull. The fall was blamed on the floods.") == []


@pytest.mark.parametrize(
    "text",
    [
        "It stood at 3.1%, below the target of 4%.",
        "It was 48 percent in 2011; this has dropped to 37 percent.",
        "The index rose to above the 7,000 mark at 7,413.",
        "Riders dipped below six million in June, compared to 6.2 million in May.",
        "Sales rose to 264 in June. A year earlier they were 241.",
        "He is at four in the list, up from 11.",
    ],
)
def test_what_holds(text: str) -> None:
    assert found(text) == []


def test_a_long_story_takes_linear_time() -> None:
    text = "\n\n".join(f"House prices rose {n}.1% in May while rents fell {n}.2% from {n}.3%." for n in range(5000))
    start = time.perf_counter()
    found(text)
    assert time.perf_counter() - start < 30


def test_a_multiple_that_may_be_nothing_is_no_error() -> None:
    rules = ["wrong-percent-change", "wrong-direction"]
    assert Linter(select=rules).lint_text("It rose less than twice to $4 million from $2.5 million.").findings == ()
