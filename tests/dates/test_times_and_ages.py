from __future__ import annotations

from datetime import date

import pytest

from lintnews.mentions.dates.ages import Age
from lintnews.mentions.dates.clock_times import ClockTime
from lintnews.mentions.dates.durations import Duration
from lintnews.mentions.dates.life_dates import LifeDates
from lintnews.mentions.dates.named_days import days_of
from lintnews.mentions.dates.time_pairs import TimePair
from lintnews.mentions.dates.years import YearRange
from lintnews.mentions.dates.zones import offsets

from .test_dates import story_of


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("at 8 p.m. EST (0100 GMT)", [("8 p.m. EST", 1200, True), ("0100 GMT", 60, True)]),
        ("at 8:30pm and noon", [("8:30pm", 1230, True), ("noon", 720, True)]),
        ("at 12:15 a.m.", [("12:15 a.m.", 15, True)]),
        ("at 15.00 hrs local time", [("15.00 hrs local time", 900, True)]),
        ("at 13 p.m.", [("13 p.m.", 780, False)]),
        ("at 25:00 sharp", [("25:00", 60, False)]),
        ("won 3:15 to 2:10 after 171 hours and $8.30", []),
    ],
)
def test_clock_times(text: str, times: list[tuple[str, int, bool]]) -> None:
    story = story_of(text)
    found = story.mentions(ClockTime)
    assert [(story.words(t.span), t.minutes, t.possible) for t in found] == times


@pytest.mark.parametrize(
    ("day", "minutes"), [(date(2025, 1, 5), {-300}), (date(2025, 7, 5), {-240}), (None, {-300, -240})]
)
def test_a_zone_keeps_daylight_saving(day: date | None, minutes: set[int]) -> None:
    story = story_of("It starts at 10 a.m. ET (3 p.m. GMT).")
    (pair,) = story.mentions(TimePair)
    found = offsets(story, pair.first, day, "")
    assert found is not None
    assert found.minutes == minutes


def test_local_time_is_that_of_a_known_place() -> None:
    story = story_of("It starts at 9 a.m. local time (0000 GMT).")
    (pair,) = story.mentions(TimePair)
    tokyo = offsets(story, pair.first, date(2025, 7, 5), "TOKYO")
    assert tokyo is not None
    assert tokyo.minutes == {540}
    assert offsets(story, pair.first, date(2025, 7, 5), "SMALLVILLE") is None


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Ann Lee, 48, won.", [("48", 48, "Ann Lee")]),
        ("The 48-year-old mayor won.", [("48-year-old", 48, "")]),
        ("A twelve-year-old boy won.", [("twelve-year-old", 12, "")]),
        ("He died at the age of 48.", [("at the age of 48", 48, "")]),
        ("The 340-year-old church reopened.", []),
        ("In Oslo, 48, 50 and 52 are numbers.", []),
        ("Ann Lee won. Lee, 48, sang.", [("48", 48, "Lee")]),
        ("Ann Lee was born in Oslo. She is 48.", [("48", 48, "")]),
        ("Ann Lee was born in Oslo. She is in her 40s.", [("in her 40s", 40, "")]),
        ("It died at 10 a.m., aged 3 to 5.", []),
    ],
)
def test_ages(text: str, ages: list[tuple[str, int, str]]) -> None:
    story = story_of(text)
    assert [(story.words(age.span), age.value, age.owner) for age in story.mentions(Age)] == ages


@pytest.mark.parametrize(
    ("text", "amount", "unit", "ago", "rough"),
    [
        ("It took four years.", 4, "year", False, False),
        ("About twenty-five years ago it began.", 25, "year", True, True),
        ("a 10-day strike", 10, "day", False, False),
        ("two decades ago", 20, "year", True, True),
    ],
)
def test_durations(text: str, amount: int, unit: str, ago: bool, rough: bool) -> None:
    (found,) = story_of(text).mentions(Duration)
    assert (found.amount, found.unit, found.ago, found.rough) == (amount, unit, ago, rough)


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("from 2015 to 2021", [(2015, 2021, "from")]),
        ("in 1914-18", [(1914, 1918, "")]),
        ("(1921–2004)", [(1921, 2004, "(")]),
        ("between 2010 and 2012", [(2010, 2012, "between")]),
        ("2010 and 2012, room 2021-1015, 2000-1600 GMT", []),
    ],
)
def test_ranges_of_years(text: str, ranges: list[tuple[int, int, str]]) -> None:
    assert [(r.start, r.end, r.lead) for r in story_of(text).mentions(YearRange)] == ranges


def test_birth_and_death_in_one_sentence_are_one_life() -> None:
    story = story_of("Pell was born on March 5, 1921, and died in 2004. Fell died in 1999.")
    lives = [(life.born, life.born_day, life.died) for life in story.mentions(LifeDates)]
    assert lives == [(1921, date(1921, 3, 5), 2004), (None, None, 1999)]


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Labor Day", 2024, date(2024, 9, 2)),
        ("Thanksgiving", 2025, date(2025, 11, 27)),
        ("Thanksgiving", 2025, date(2025, 10, 13)),
        ("Easter Sunday", 2025, date(2025, 4, 20)),
        ("Easter Sunday", 2026, date(2026, 4, 12)),
        ("Ash Wednesday", 2025, date(2025, 3, 5)),
        ("Christmas Eve", 1987, date(1987, 12, 24)),
    ],
)
def test_named_days(name: str, year: int, day: date) -> None:
    assert day in days_of(name, year)
