"""What is wrong with a dateline: in any form, and against one form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ...datafiles import load_data
from ...match import Certainty
from ...mentions.dates.misspellings import month_meant
from ...mentions.words.calendar_words import MONTH_NAMES, MONTHS
from ...record import Record
from .dateline_forms import DatelineForm

if TYPE_CHECKING:
    from ...mentions.datelines.datelines import Dateline
    from ...story import Story


FAULTS: Mapping[str, str] = {
    "brace": "a brace stands in the place",
    "state-comma": "no comma stands before the state, {written}",
    "day-missing": "there is a month and no day",
    "no-figure": "the day, {written}, is no figure",
    "no-such-day": "the month, {meant}, has no day {written}",
    "month-spelling": "the month, {written}, is misspelled for {meant}",
    "month-small": "the month, {written}, begins with a small letter",
    "month-capitals": "the month, {written}, has capitals inside, for {meant}",
    "comma-before-date": "no comma stands before the date",
    "marks-before-date": "other marks than one comma stand before the date",
    "space-before-date": "no space stands before the date",
    "comma-in-date": "a comma stands inside the date",
    "comma-after-date": "a comma stands behind the date",
    "city-small": "the form has the city in capitals",
    "city-capitals": "the form has the city without capitals",
    "date-missing": "the form has a date",
    "date-unwanted": "the form has no date",
    "month-first": "the form has the day before the month",
    "day-first": "the form has the month before the day",
    "dash-missing": "the form has a dash before the text",
    "dash-unwanted": "the form has no dash",
    "dash-short": "the form has a long dash",
}
"""What may be wrong with a dateline, and the names that its words may use."""


class Fault(Record, frozen=True):
    """One of ``FAULTS``, what is written and what is meant there, and how sure it is."""

    name: str
    certainty: Certainty = Certainty.CERTAIN
    written: str = ""
    meant: str = ""


def slips(story: Story, dateline: Dateline) -> Iterator[Fault]:
    """Slips of the keys, wrong in the form of any agency."""
    yield from _place_slips(story, dateline)
    if dateline.month is None:
        return
    yield from _month_slips(story.words(dateline.month).rstrip("."))
    yield from _joint_slips(dateline)
    figure = story.words(dateline.day) if dateline.day else ""
    if not figure:
        yield Fault("day-missing")
    elif not figure.isdigit():
        yield Fault("no-figure", written=figure)
    elif dateline.date and not dateline.date.possible and dateline.date.month:
        yield Fault("no-such-day", written=figure, meant=MONTH_NAMES[dateline.date.month - 1])


def _place_slips(story: Story, dateline: Dateline) -> Iterator[Fault]:
    place = story.words(dateline.place)
    if any(mark in place for mark in "{}"):
        yield Fault("brace")
    last = place.split()[-1]
    others = place[: -len(last)].strip()
    if others.isupper() and last[1:].lower() == last[1:] and last.endswith(".") and last in _state_abbreviations():
        yield Fault("state-comma", written=last)


def _state_abbreviations() -> frozenset[str]:
    found: dict[str, str] = load_data("ap")["states"]["abbreviations"]
    return frozenset(found.values()) | {"Tex."}


def _month_slips(word: str) -> Iterator[Fault]:
    if word.lower() not in MONTHS:
        yield Fault("month-spelling", written=word, meant=month_meant(word) or "a month")
    elif word.islower():
        yield Fault("month-small", written=word)
    elif not (word.isupper() or word[1:].islower()):
        yield Fault("month-capitals", written=word, meant=word.capitalize())


def _joint_slips(dateline: Dateline) -> Iterator[Fault]:
    before, inside, behind = dateline.joints
    if "," not in before:
        yield Fault("comma-before-date")
    elif "." in before or before.count(",") > 1:
        yield Fault("marks-before-date")
    elif before.endswith(","):
        yield Fault("space-before-date")
    if "," in inside:
        yield Fault("comma-in-date")
    if behind:
        yield Fault("comma-after-date")


def departures(story: Story, dateline: Dateline, form: DatelineForm) -> Iterator[Fault]:
    """Where *dateline* departs from *form*."""
    place = story.words(dateline.place).strip("*")
    if form.capitals and not place.isupper():
        yield Fault("city-small", Certainty.POSSIBLE if form.dated else Certainty.CERTAIN)
    elif not form.capitals and place.isupper() and len(place) > 3:
        yield Fault("city-capitals", Certainty.POSSIBLE)
    if form.dated and not dateline.month:
        yield Fault("date-missing", Certainty.POSSIBLE if dateline.credit else Certainty.CERTAIN)
    elif not form.dated and dateline.month:
        yield Fault("date-unwanted")
    elif form.dated and dateline.day_first != form.day_first and dateline.day:
        yield Fault("month-first" if form.day_first else "day-first")
    yield from _dash(story, dateline, form)


def _dash(story: Story, dateline: Dateline, form: DatelineForm) -> Iterator[Fault]:
    if form.dash and dateline.dash is None:
        block = story.block_at(dateline.span.start)
        if block is None or dateline.span.end < block.span.end:
            yield Fault("dash-missing")
    elif not form.dash and dateline.dash is not None:
        yield Fault("dash-unwanted", Certainty.POSSIBLE)
    elif form.dash == "—" and dateline.dash and story.words(dateline.dash) not in ("—", "--", "_"):
        yield Fault("dash-short", Certainty.POSSIBLE)
