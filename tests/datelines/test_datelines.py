from __future__ import annotations

import pytest

from lintnews.mentions.datelines.datelines import Dateline
from lintnews.mentions.datelines.opening import datelines
from lintnews.readers.markdown import read as read_markdown
from lintnews.story import Story

from ..dates.test_dates import story_of


@pytest.mark.parametrize(
    ("text", "whole", "place", "regions", "credit"),
    [
        ("MOSCOW (AP) — Talks began.", "MOSCOW (AP) —", "MOSCOW", [], "(AP)"),
        ("Moscow, Mar 5 (AP) Talks began.", "Moscow, Mar 5 (AP)", "Moscow", [], "(AP)"),
        ("KANSAS CITY, Mo. (AP) -- Talks began.", "KANSAS CITY, Mo. (AP) --", "KANSAS CITY", ["Mo."], "(AP)"),
        ("LONDON, March 5 (Reuters) - Talks began.", "LONDON, March 5 (Reuters) -", "LONDON", [], "(Reuters)"),
        ("THE HAGUE, April 8 - Talks began.", "THE HAGUE, April 8 -", "THE HAGUE", [], None),
        ("RENO, Nev., Mach 4 — Talks began.", "RENO, Nev., Mach 4 —", "RENO", ["Nev."], None),
        ("SAN DIEGO, Calif.,March 17 — x", "SAN DIEGO, Calif.,March 17 —", "SAN DIEGO", ["Calif."], None),
        ("NEW YORK — Talks began.", "NEW YORK —", "NEW YORK", [], None),
    ],
)
def test_the_parts_of_a_dateline(text: str, whole: str, place: str, regions: list[str], credit: str | None) -> None:
    story = story_of(text)
    (found,) = story.mentions(Dateline)
    assert story.words(found.span) == whole
    assert story.words(found.place) == place
    assert [story.words(region) for region in found.regions] == regions
    assert (story.words(found.credit) if found.credit else None) == credit


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday, March 5 — a holiday — it rained.",
        "March 5 — the day of the vote.",
        "The talks (AP) began.",
        "It rained in Oslo on March 5 - all day.",
        "The mayor of Oslo, March 5 - x",
        "Last week — it rained.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert story_of(text).mentions(Dateline) == ()


def test_a_dateline_of_the_front_matter() -> None:
    source = "---\ndateline: OTTAWA, Oct 2-\n---\n\nThe dollar rose.\n"
    story = Story(source, read_markdown(source))
    (found,) = datelines(story)
    assert story.words(found.span) == "OTTAWA, Oct 2-"
    assert found.date is not None
    assert (found.date.month, found.date.day) == (10, 2)


def test_the_grammar_is_not_asked_where_nothing_can_be_a_dateline() -> None:
    story = story_of("The dollar rose in Ottawa on Tuesday.")
    assert datelines(story) == ()
    assert Dateline not in story._once
