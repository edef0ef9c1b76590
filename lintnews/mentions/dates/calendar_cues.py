"""Cheap tests for whether a text can hold a kind of mention at all, so that a story without it pays for no grammar."""

from __future__ import annotations

import re

_DATE = re.compile(
    r"[JFMASONDjfmasond][A-Za-z]{2,8}\.?[ \xa0\n]\d|\d(?:st|nd|rd|th)?[ \xa0\n](?:of )?[JFMASOND][A-Za-z]{2}|\d[-/.]\d{1,2}[-/.]\d|the \d{1,2}(?:st|nd|rd|th)\b"
)
_IN_YEAR = re.compile(r"\bin (?:[A-Z][a-z]+\.? )?(?:19|20)\d\d\b")
_CLOCK = re.compile(r"\d ?[apAP]\.?[mM]\b|\d[:.]\d\d\b|\d ?(?:GMT|gmt|UTC|hrs|hours|[A-Z]{2,4}T)\b")
_RANGE = re.compile(r"\d ?[-–—] ?\d|\d,? (?:to|through|until|till|and) |\bborn\b|\bdied\b")
_DAY_WORD = re.compile(
    r"(?:[Tt]oday|[Tt]onight|[Tt]omorrow|[Yy]esterday|(?:[Ll]ast|[Nn]ext) (?:week|[A-Z]\w+\.?)),? \(?(?:on )?(?:the )?[A-Z0-9]"
)
_AGE = re.compile(r", \d{1,3}[,.]|-year-old|, \d{1,3} (?:and|who)")
_HOLIDAYS = [
    "Christmas",
    "Boxing Day",
    "New Year",
    "Halloween",
    "Valentine",
    "Patrick",
    "Fourth of July",
    "Juneteenth",
    "Bastille",
    "Groundhog",
    "Earth Day",
    "Cinco",
    "Fawkes",
    "April Fool",
    "Saints",
    "Epiphany",
    "Easter",
    "Good Friday",
    "Ash Wednesday",
    "Palm Sunday",
    "Maundy",
    "Labor Day",
    "Memorial Day",
    "Luther King",
    "Presidents",
    "Thanksgiving",
    "Columbus Day",
    "Veterans Day",
    "Armistice Day",
    "Remembrance Day",
]


def may_hold_date(text: str) -> bool:
    return _DATE.search(text) is not None


def may_hold_told_time(text: str) -> bool:
    """A date, or a month or year that something happens in."""
    return may_hold_date(text) or _IN_YEAR.search(text) is not None


def may_hold_clock_time(text: str) -> bool:
    return _CLOCK.search(text) is not None


def may_hold_range(text: str) -> bool:
    """A range of dates or years, or a birth or death."""
    return _RANGE.search(text) is not None


def may_hold_dated_day_word(text: str) -> bool:
    return _DAY_WORD.search(text) is not None


def may_hold_named_day(text: str) -> bool:
    return any(name in text for name in _HOLIDAYS)


def may_hold_two_ages(text: str) -> bool:
    """Two ages, or one and the dates that it can be held against."""
    found = _AGE.findall(text)
    return len(found) > 1 or "born" in text or "Born" in text or "died" in text or "(b. " in text
