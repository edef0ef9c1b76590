"""Months and weekdays that are misspelled by one slip of the keys."""

from __future__ import annotations

from functools import cache

from ..words.calendar_words import MONTH_NAMES, WEEKDAY_NAMES
from ..words.edit_distance import edit_distance

_FAR = {
    "wensday": "Wednesday",
    "wendsday": "Wednesday",
    "wenesday": "Wednesday",
    "wednsday": "Wednesday",
    "thrusday": "Thursday",
    "febuary": "February",
    "feburary": "February",
}
"""Common misspellings, most of them more than one slip away."""
_RIGHT_WORDS = (
    "match marsh larch parch mach marc marco marcy marsha mario marcia macha arch starch march's marches marchi "
    "manch capril avril prill aprile augusta augusto augusti mays may jun jul jute juno june's jane jude judy "
    "juan july's juley jung junk rune dune tune duly rule julys junes sunda sundae sunday's mondays tuesdays "
    "wednesdays thursdays fridays saturdays sundays sundar mandai holiday october's decembers munday octobre "
    "novembre decembre septembre "
)
_OTHER_WORDS = frozenset(_RIGHT_WORDS.split())
_MONTHS = tuple(name for name in MONTH_NAMES if name != "May")


@cache
def month_meant(word: str) -> str | None:
    """The month that *word*, not itself right, seems to mean: ``Narch`` → ``March``, ``MArch`` → ``March``."""
    plain = word.rstrip(".")
    if plain.lower() in _OTHER_WORDS and plain.lower() not in ("mach", "marc"):
        return None
    for name in _MONTHS:
        if plain.lower() == name.lower() or one_slip(plain.lower(), name.lower()):
            return name
    return _FAR.get(plain.lower()) if _FAR.get(plain.lower()) in MONTH_NAMES else None


@cache
def weekday_meant(word: str) -> str | None:
    """The weekday that *word*, not itself right, seems to mean: ``Wedensday`` → ``Wednesday``."""
    plain = word.lower()
    if plain in _OTHER_WORDS:
        return None
    for name in WEEKDAY_NAMES:
        if one_slip(plain, name.lower()):
            return name
    return _FAR.get(plain) if _FAR.get(plain) in WEEKDAY_NAMES else None


def one_slip(word: str, right: str) -> bool:
    """Whether one letter added, left out, changed or swapped with its neighbour makes *right* of *word*."""
    return edit_distance(word, right, 1) == 1
