from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from lintnews.checks.patterns.statement import Statement
from lintnews.house import DEFAULT_HOUSE, House
from lintnews.match import Match, Safety
from lintnews.readers.plain import read
from lintnews.story import Reading, Story

from ..date_phrases import phrases


def matches(text: str, published: date | None = None, house: House = DEFAULT_HOUSE) -> list[Match]:
    reading = read(text)
    story = Story(text, Reading(reading.text, reading.map, reading.blocks, published=published), house=house)
    return list(Statement(of="dated-weekday").matches(story))


def test_twenty_thousand_phrases_in_all_forms() -> None:
    missed: Counter[str] = Counter()
    alarms: list[str] = []
    wrong = 0
    for phrase in phrases(20_000, seed=20250305):
        found = bool(matches(phrase.sentence, phrase.published))
        wrong += not phrase.right
        if phrase.right and found:
            alarms.append(f"{phrase.form}: {phrase.sentence} ({phrase.published})")
        if not phrase.right and not found:
            missed[f"{phrase.form}"] += 1
    assert not alarms, (len(alarms), alarms[:5])
    assert wrong > 9_000
    assert missed.total() <= 0.005 * wrong, missed


def test_a_date_without_a_year_needs_the_publication_date() -> None:
    assert matches("The council met on Monday, March 4.") == []
    assert len(matches("The council met on Monday, March 4.", date(2025, 3, 5))) == 1


def test_repairs_are_shown_and_never_applied() -> None:
    text = "Doors open on Tues., March 5, 2025, at noon."
    (match,) = matches(text)
    edits = [fix.edits[0] for fix in match.fixes]
    repaired = [text[: e.span.start] + e.text + text[e.span.end :] for e in edits]
    assert repaired == [
        "Doors open on Wed., March 5, 2025, at noon.",
        "Doors open on Tues., March 4, 2025, at noon.",
        "Doors open on Tues., March 11, 2025, at noon.",
    ]
    assert all(fix.safety is Safety.SHOWN for fix in match.fixes)


@pytest.mark.parametrize(
    ("published", "text", "found"),
    [
        (date(2022, 11, 2), "The bridge closed on Friday, Oct. 16.", False),
        (date(2022, 11, 2), "The bridge closed on Saturday, Oct. 16.", False),
        (date(2022, 11, 2), "The bridge closed on Wednesday, Oct. 19.", False),
        (date(2022, 11, 2), "The bridge closed on Monday, Oct. 17, and on Monday, Oct. 24.", False),
        (date(2022, 11, 2), "The bridge closed on Thursday, Oct. 16.", True),
        (date(2022, 10, 20), "The bridge closed on Friday, Oct. 16.", True),
        (date(2022, 10, 20), "Two years ago the bridge closed, on Friday, Oct. 16.", False),
        (date(2022, 12, 30), "The bridge will open on Tuesday, Jan. 3.", False),
        (date(2022, 12, 30), "The bridge will open on Monday, Jan. 3.", True),
    ],
)
def test_any_plausible_year_keeps_it_quiet(published: date, text: str, found: bool) -> None:
    assert bool(matches(text, published)) is found


def test_where_day_and_month_can_be_told_apart_by_the_house_alone() -> None:
    text = "It is due on Monday, 5/3/2025."
    assert len(matches(text)) == 1
    assert matches("It is due on Wednesday, 5/3/2025.") == []
    assert matches("It is due on Saturday, 5/3/2025.") == []
    assert len(matches("It is due on Saturday, 5/3/2025.", house=House(date_order="dmy"))) == 1
