"""The words of the calendar: months and weekdays as English copy writes them."""

from __future__ import annotations

BLANK = " \xa0\u2009\u202f\t"
"""Blanks within a line: the ordinary one, no-break, thin and narrow no-break ones, the tab."""
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_MONTHS = {
    "Jan": 1,
    "Feb": 2,
    "Mar": 3,
    "Apr": 4,
    "Jun": 6,
    "Jul": 7,
    "Aug": 8,
    "Sept": 9,
    "Sep": 9,
    "Oct": 10,
    "Nov": 11,
    "Dec": 12,
}
_SHORT_WEEKDAYS = {
    "Mon": 0,
    "Tues": 1,
    "Tue": 1,
    "Weds": 2,
    "Wed": 2,
    "Thurs": 3,
    "Thur": 3,
    "Thu": 3,
    "Fri": 4,
    "Sat": 5,
    "Sun": 6,
}
MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)} | {
    name.lower(): number for name, number in _SHORT_MONTHS.items()
}
"""Lower-case spelling without a point → 1 to 12."""
WEEKDAYS = {name.lower(): number for number, name in enumerate(WEEKDAY_NAMES)} | {
    name.lower(): number for name, number in _SHORT_WEEKDAYS.items()
}
"""Lower-case spelling without a point → 0 for Monday to 6 for Sunday."""

MONTH_IN_FULL = "|".join(MONTH_NAMES)
"""Choices of a pattern: the months, written out."""
MONTH_BEGINS = "|".join(name[:3] for name in MONTH_NAMES)
SURE_MONTH = "|".join(name for name in MONTH_NAMES if name != "May")
"""The same where case is ignored, so that *may* is a verb."""
_CAPITALS = tuple(name.upper() for name in MONTH_NAMES)
_MONTH_WORDS = "|".join((*MONTH_NAMES, *_SHORT_MONTHS, *_CAPITALS))
_WEEKDAY_WORDS = "|".join((*WEEKDAY_NAMES, *_SHORT_WEEKDAYS, *(name.upper() for name in WEEKDAY_NAMES)))
WEEKDAY = r"(?:[MTWFS][a-z]{2,5}day|Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)"
"""A pattern for a weekday, without the point of an abbreviation."""
MONTH_OR_WEEKDAY = f"(?:{_MONTH_WORDS}|{_WEEKDAY_WORDS})"
"""A pattern for either: one flat choice of words, which ``re`` scans twenty times faster than a nested one."""
CALENDAR_STEMS = tuple(
    sorted({written for name in (*MONTH_NAMES, *WEEKDAY_NAMES) for written in (name[:3], name[:3].upper())})
)
"""A text that holds none of these names no month and no weekday."""
DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""The most days that each month can have."""


def days_in(month: int, year: int | None = None) -> int:
    """How many days *month* has in *year*; without a year, the most it can have."""
    if month == 2 and year is not None:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return 29 if leap else 28
    return DAYS_IN_MONTH[month - 1]


def ordinal_suffix(number: int) -> str:
    """``st``, ``nd``, ``rd`` or ``th``."""
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
