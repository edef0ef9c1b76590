"""Named days beside a date: Labor Day, Sept. 1 · Dec. 24, Christmas Eve."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...mention import Mention
from ...source import Span
from ..words.calendar_words import WEEKDAY
from ..words.lazy_pattern import LazyPattern
from .date_grammar import SPACE
from .dates import Date

if TYPE_CHECKING:
    from ...story import Story

FIXED = {
    "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25),
    "Boxing Day": (12, 26),
    "New Year’s Eve": (12, 31),
    "New Year’s Day": (1, 1),
    "Halloween": (10, 31),
    "Valentine’s Day": (2, 14),
    "St. Patrick’s Day": (3, 17),
    "Fourth of July": (7, 4),
    "Juneteenth": (6, 19),
    "Bastille Day": (7, 14),
    "Groundhog Day": (2, 2),
    "Earth Day": (4, 22),
    "Cinco de Mayo": (5, 5),
    "Guy Fawkes Night": (11, 5),
    "April Fools’ Day": (4, 1),
    "All Saints’ Day": (11, 1),
    "Epiphany": (1, 6),
    "Veterans Day": (11, 11),
    "Armistice Day": (11, 11),
    "Remembrance Day": (11, 11),
}
"""Named days that fall on the same month and day every year."""
_FROM_GOOD_FRIDAY = {
    "Ash Wednesday": -44,
    "Palm Sunday": -5,
    "Maundy Thursday": -1,
    "Good Friday": 0,
    "Easter Sunday": 2,
    "Easter": 2,
    "Easter Monday": 3,
}
_LISTED = {
    "Labor Day": "Labor Day",
    "Memorial Day": "Memorial Day",
    "Martin Luther King Jr. Day": "Martin Luther King Jr. Day",
    "Martin Luther King Day": "Martin Luther King Jr. Day",
    "Presidents Day": "Washington's Birthday",
    "Presidents’ Day": "Washington's Birthday",
    "Thanksgiving": "Thanksgiving Day",
    "Thanksgiving Day": "Thanksgiving Day",
    "Columbus Day": "Columbus Day",
}
_NAMES = sorted([*FIXED, *_FROM_GOOD_FRIDAY, *_LISTED], key=len, reverse=True)
_NAME = "(?:" + "|".join(re.escape(name).replace("’", "['’]?") for name in _NAMES) + ")"
_CUES = frozenset(name.split()[-1] for name in _NAMES)
_DAY_NAME = LazyPattern(rf"(?<!Orthodox )(?<!Coptic )(?<!Julian )\b({_NAME})(?![’'\w-])")
_THEN_DATE = LazyPattern(
    rf"(?:,?{SPACE}\(?|,{SPACE}(?:on|which{SPACE}(?:is|falls{SPACE}on)){SPACE}|"
    rf"{SPACE}(?:is|falls|fell|will{SPACE}be|will{SPACE}fall|was)(?:{SPACE}this{SPACE}year)?(?:{SPACE}on)?{SPACE})(?:{WEEKDAY}\.?,?{SPACE})?(?:the{SPACE})?"
)
_DATE_THEN = LazyPattern(rf",{SPACE}(?:{WEEKDAY}\.?,{SPACE})?|{SPACE}\(|,?{SPACE}(?:is|was){SPACE}")


class NamedDay(Mention, frozen=True):
    """A named day and the date that it stands beside; ``name`` as in the lists here."""

    kind: ClassVar[str] = "named-day"
    name: Annotated[str, "The holiday's name."]
    name_span: Annotated[Span, "Where the name stands."]
    date: Annotated[Date, "The date that it stands beside."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        text = story.text
        dates = story.mentions(Date) if any(cue in text for cue in _CUES) else ()
        if not dates:
            return
        for match in _DAY_NAME.finditer(text):
            name = _plain(match[1])
            for day in dates:
                before = match.end() <= day.span.start <= match.end() + 30
                after = day.span.end < match.start() <= day.span.end + 20
                gap = (match.end(), day.span.start) if before else (day.span.end, match.start())
                if text[day.span.end : day.span.end + 1] in ("-", "–"):
                    continue
                if (before and _THEN_DATE.fullmatch(text, *gap)) or (after and _DATE_THEN.fullmatch(text, *gap)):
                    whole = Span(min(match.start(), day.span.start), max(match.end(), day.span.end))
                    yield cls(whole, name, Span(*match.span(1)), day)
                    break


def _plain(name: str) -> str:
    key = name.replace("'", "").replace("’", "")
    return next(known for known in _NAMES if known.replace("’", "") == key)


def days_of(name: str, year: int) -> frozenset[date]:
    """The days on which the named day falls in *year*: several where countries or churches differ."""
    if name in FIXED:
        return frozenset((date(year, *FIXED[name]),))
    if name in _FROM_GOOD_FRIDAY:
        return frozenset(day + timedelta(_FROM_GOOD_FRIDAY[name]) for day in _good_fridays(year))
    return frozenset(day for day, title in _holidays(year) if title == _LISTED[name])


@cache
def _holidays(year: int) -> tuple[tuple[date, str], ...]:
    import holidays

    countries = (holidays.country_holidays(code, years=year, observed=False) for code in ("US", "CA"))
    found = [(day, name) for country in countries for day, name in country.items()]
    found += [(day, "Thanksgiving Day") for day in _canadian_thanksgiving(year)]
    return tuple(found)


def _canadian_thanksgiving(year: int) -> Iterable[date]:
    first = date(year, 10, 1)
    yield first + timedelta((7 - first.weekday()) % 7 + 7)


@cache
def _good_fridays(year: int) -> frozenset[date]:
    """Western and eastern Good Friday; none before the calendar of today and after the year 4099."""
    from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

    if not 1583 <= year <= 4099:
        return frozenset()
    return frozenset(easter(year, method) - timedelta(2) for method in (EASTER_WESTERN, EASTER_ORTHODOX))
