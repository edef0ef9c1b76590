"""Date phrases in every form that news uses, with a right or a wrong weekday, from a seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lintnews.mentions.words.calendar_words import MONTH_NAMES, WEEKDAY_NAMES, ordinal_suffix

SHORT_MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
THREE_LETTERS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SHORT_WEEKDAYS = ("Mon.", "Tues.", "Wed.", "Thurs.", "Fri.", "Sat.", "Sun.")
TENSES = ("The council met", "The council will meet", "A sale is planned", "The vote took place")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence, the day it was published, and whether its weekday is right; ``form`` names how it is written.

    ``first`` is the first day that it names, and ``dated`` whether with its year.
    """

    sentence: str
    published: date
    right: bool
    form: str
    first: date
    dated: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A day, the weekday that is written for it, and how the parts are written."""

    when: date
    shift: int
    chance: random.Random

    @property
    def weekday(self) -> str:
        index = (self.when.weekday() + self.shift) % 7
        return WEEKDAY_NAMES[index] if self.chance.random() < 0.7 else SHORT_WEEKDAYS[index]

    @property
    def month(self) -> str:
        return self.chance.choice((MONTH_NAMES, SHORT_MONTHS, THREE_LETTERS))[self.when.month - 1]

    @property
    def ordinal(self) -> str:
        return f"{self.when.day}{ordinal_suffix(self.when.day)}"

    def after(self, days: int) -> Day:
        return Day(self.when + timedelta(days), self.shift, self.chance)


Form = Callable[[Day, str], str]
"""A day and its year (", 2025" or nothing) → the phrase."""


def _bare(year: str) -> str:
    return year.replace(",", "")


FORMS: dict[str, Form] = {
    "weekday, month day": lambda d, y: f"{d.weekday}, {d.month} {d.when.day}{y}",
    "weekday month day": lambda d, y: f"{d.weekday} {d.month} {d.when.day}{y}",
    "weekday day month": lambda d, y: f"{d.weekday} {d.when.day} {d.month}{_bare(y)}",
    "weekday, day month": lambda d, y: f"{d.weekday}, {d.when.day} {d.month}{_bare(y)}",
    "weekday, ordinal month": lambda d, y: f"{d.weekday}, {d.ordinal} {d.month}{_bare(y)}",
    "weekday, month ordinal": lambda d, y: f"{d.weekday}, {d.month} {d.ordinal}{y}",
    "weekday the ordinal of month": lambda d, y: f"{d.weekday}, the {d.ordinal} of {d.month}{_bare(y)}",
    "weekday (month day)": lambda d, y: f"{d.weekday} ({d.month} {d.when.day}{y})",
    "weekday night (month day)": lambda d, y: f"{d.weekday} night ({d.month} {d.when.day}{y})",
    "month day (weekday)": lambda d, y: f"{d.month} {d.when.day}{y} ({d.weekday})",
    "month day, a weekday": lambda d, y: f"{d.month} {d.when.day}{y}, a {_long(d)}",
    "day month, a weekday": lambda d, y: f"{d.when.day} {d.month}{_bare(y)}, a {_long(d)}",
    "month day, weekday": lambda d, y: f"{d.month} {d.when.day}{y}, {_long(d)}",
    "through, month range": lambda d, y: (
        f"{d.weekday} through {d.after(3).weekday}, {d.month} {d.when.day}-{d.when.day + 3}{y}"
    ),
    "to, day range month": lambda d, y: (
        f"{d.weekday} to {d.after(2).weekday}, {d.when.day} to {d.when.day + 2} {d.month}{_bare(y)}"
    ),
    "and, month days": lambda d, y: (
        f"{d.weekday} and {d.after(1).weekday}, {d.month} {d.when.day} and {d.when.day + 1}{y}"
    ),
    "and, days month": lambda d, y: (
        f"{d.weekday} and {d.after(1).weekday}, {d.when.day} and {d.when.day + 1} {d.month}{_bare(y)}"
    ),
    "list of three": lambda d, y: (
        f"{d.weekday}, {d.after(1).weekday} and {d.after(2).weekday}, "
        f"{d.month} {d.when.day}, {d.when.day + 1} and {d.when.day + 2}{y}"
    ),
}
DATED_FORMS: dict[str, Form] = {
    "iso (weekday)": lambda d, y: f"{d.when.isoformat()} ({d.weekday})",
    "weekday, iso": lambda d, y: f"{d.weekday}, {d.when.isoformat()}",
    "weekday, numeric": lambda d, y: f"{d.weekday}, {_numeric(d)}",
    "numeric (weekday)": lambda d, y: f"{_numeric(d)} ({d.weekday})",
}
DAY_FORMS: dict[str, Form] = {
    "the ordinal, a weekday": lambda d, y: f"the {d.ordinal}, a {_long(d)}",
    "weekday the ordinal": lambda d, y: f"{_long(d)} the {d.ordinal}",
}


def _long(day: Day) -> str:
    return WEEKDAY_NAMES[(day.when.weekday() + day.shift) % 7]


def _numeric(day: Day) -> str:
    """Month or day first, in a way that can be known: the day is past 12."""
    month, number, year = day.when.month, day.when.day, day.when.year
    return day.chance.choice((f"{month}/{number}/{year}", f"{number}/{month}/{year}", f"{number}.{month}.{year}"))


def phrases(count: int, seed: int) -> Iterator[Phrase]:
    """*count* phrases, half of them right; the same for the same *seed*."""
    chance = random.Random(seed)
    every = [*FORMS.items(), *DATED_FORMS.items(), *DAY_FORMS.items()]
    for number in range(count):
        name, form = every[number % len(every)]
        yield _phrase(chance, name, form, right=bool(chance.getrandbits(1)))


def _phrase(chance: random.Random, name: str, form: Form, *, right: bool) -> Phrase:
    published = date(1985, 1, 1) + timedelta(chance.randrange(365 * 55))
    with_year = name in DATED_FORMS or (name not in DAY_FORMS and chance.random() < 0.5)
    reach = 9000 if with_year else 14
    first, last = (0, 2) if name in DAY_FORMS else (-reach, reach)
    when = published + timedelta(chance.randint(first, last))
    while not _fits(name, when):
        when = published + timedelta(chance.randint(first, last))
    shift = 0 if right else _wrong_shift(chance, name, when, published)
    phrase = form(Day(when, shift, chance), f", {when.year}" if with_year else "")
    tense = chance.choice(TENSES)
    end = chance.choice((".", ", in Oslo.", "; nobody spoke."))
    return Phrase(f"{tense} on {phrase}{end}", published, right, name, when, with_year)


def _fits(name: str, when: date) -> bool:
    """Whether the form can be written of the day: a range must stay in the month, a numeric date must be clear."""
    if "numeric" in name:
        return when.day > 12
    return when.day <= 25 if name in FORMS else True


def _wrong_shift(chance: random.Random, name: str, when: date, published: date) -> int:
    shifts = list(range(1, 7))
    if name in DAY_FORMS:
        shifts = [s for s in shifts if not _right_in_a_month_nearby(when, s, published)]
    return chance.choice(shifts)


def _right_in_a_month_nearby(when: date, shift: int, published: date) -> bool:
    weekday = (when.weekday() + shift) % 7
    for by in (-1, 1):
        month = (published.month + by - 1) % 12 + 1
        for year in (published.year - 1, published.year, published.year + 1):
            try:
                other = date(year, month, when.day)
            except ValueError:
                continue
            if abs(other - published) < timedelta(70) and other.weekday() == weekday:
                return True
    return False
