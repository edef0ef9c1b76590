"""weekday-mismatch: a weekday beside a date that falls on another day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from ...match import Certainty, Edit, Fix, Match
from ...mentions.words.calendar_words import MONTH_NAMES, WEEKDAY_NAMES, ordinal_suffix
from ..judge import Chosen, Judge, Verdict

if TYPE_CHECKING:
    from ...mentions.dates.dated_weekdays import DatedWeekday
    from ...mentions.dates.dates import Date
    from ...story import Story


class WeekdayJudge(Judge):
    """A weekday beside a date which falls on another weekday in every plausible year.

    A date without a year needs the publication date. It offers the right weekday, and the nearest days that fall on the
    weekday as written.
    """

    values: ClassVar[tuple[str, ...]] = ("date", "weekday", "right")

    def verdicts(self, story: Story, chosen: Chosen) -> Iterator[Verdict]:
        from ...mentions.dates.dated_weekdays import DatedWeekday

        for pair in chosen(DatedWeekday):
            days = possible_days(story, pair.date)
            if days and all(day.weekday() != pair.weekday.weekday for day in days):
                yield Verdict(pair, _match(story, pair, days))


def possible_days(story: Story, day: Date) -> tuple[date, ...]:
    """The days that *day* may mean, the likeliest first."""
    readings = [day]
    if day.order == "either" and day.month:
        readings.append(replace(day, month=day.day, day=day.month))
    if day.month is None:
        readings = _months_around(story, day)
    found = [
        when
        for reading in readings
        for year in _years(story, reading, day)
        if (when := reading.in_year(year)) is not None
    ]
    return tuple(found)


def _years(story: Story, reading: Date, written: Date) -> tuple[int, ...]:
    from ...mentions.dates.plausible_years import nearest_year, plausible_years

    if written.month is None and story.published:
        return (nearest_year(reading, story.published),)
    return plausible_years(story, reading)


def _months_around(story: Story, day: Date) -> list[Date]:
    """ "The 5th" of any month that is named nearby, else of the months around publication."""
    block = story.block_at(day.span.start)
    if story.published is None or block is None:
        return []
    month = story.published.month
    text = story.text[max(0, block.span.start - 600) : block.span.end]
    named = [number for number, name in enumerate(MONTH_NAMES, 1) if name in text or f" {name[:3]}. " in text]
    around = [(month + by - 1) % 12 + 1 for by in (0, 1, -1)]
    return [replace(day, month=number) for number in dict.fromkeys([*around, *named])]


def _match(story: Story, pair: DatedWeekday, days: tuple[date, ...]) -> Match:
    day = days[0]
    sure = pair.date.year is not None or len(days) == 1
    fixes = [Fix((Edit(pair.weekday.span, _weekday_like(story.words(pair.weekday.span), day.weekday())),))]
    if pair.date.order != "either":
        fixes += [_moved(story, pair.date, by) for by in _steps(day, pair.weekday.weekday)]
    return Match(
        pair.span,
        values=(
            ("date", _named(day)),
            ("weekday", WEEKDAY_NAMES[pair.weekday.weekday]),
            ("right", WEEKDAY_NAMES[day.weekday()]),
        ),
        fixes=tuple(fixes),
        certainty=Certainty.CERTAIN if sure else Certainty.LIKELY,
    )


def _named(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.day}, {day.year}"


def _weekday_like(written: str, weekday: int) -> str:
    """The name of *weekday*, abbreviated if *written* is."""
    name = WEEKDAY_NAMES[weekday]
    if written.endswith("day"):
        return name
    short = ("Mon", "Tues", "Wed", "Thurs", "Fri", "Sat", "Sun")[weekday] if len(written.rstrip(".")) > 3 else name[:3]
    return short + "." * written.endswith(".")


def _steps(day: date, weekday: int) -> list[int]:
    """By how many days to move within the month to reach *weekday*, the nearer first."""
    back = -((day.weekday() - weekday) % 7)
    steps = sorted((back, back + 7), key=abs)
    return [by for by in steps if (day + timedelta(by)).month == day.month]


def _moved(story: Story, day: Date, by: int) -> Fix:
    number = day.day + by
    written = story.words(day.day_span)
    text = f"{number:02}" if written.startswith("0") or day.order == "iso" else str(number)
    return Fix((Edit(day.day_span, text + (ordinal_suffix(number) if written[-1:].isalpha() else "")),))
