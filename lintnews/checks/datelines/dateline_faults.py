"""What is wrong with a dateline: in any form, and against one form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...datafiles import load_data
from ...match import Certainty
from ...mentions.dates.calendar_words import MONTH_NAMES, MONTHS
from ...mentions.dates.misspellings import month_meant
from ...record import Record
from .dateline_forms import DatelineForm

if TYPE_CHECKING:
    from ...mentions.datelines.datelines import Dateline
    from ...story import Story


class Fault(Record, frozen=True):
    """A phrase that completes "the dateline is not in form:", and how sure it is."""

    phrase: str
    certainty: Certainty = Certainty.CERTAIN


def slips(story: Story, dateline: Dateline) -> Iterator[Fault]:
    """Slips of the keys, wrong in the form of any agency."""
    yield from _place_slips(story, dateline)
    if dateline.month is None:
        return
    yield from _month_slips(story.words(dateline.month).rstrip("."))
    yield from _joint_slips(dateline)
    figure = story.words(dateline.day) if dateline.day else ""
    if not figure:
        yield Fault("the day is missing")
    elif not figure.isdigit():
        yield Fault(f"“{figure}” is no figure")
    elif dateline.date and not dateline.date.possible and dateline.date.month:
        yield Fault(f"{MONTH_NAMES[dateline.date.month - 1]} has no day {figure}")


def _place_slips(story: Story, dateline: Dateline) -> Iterator[Fault]:
    place = story.words(dateline.place)
    if any(mark in place for mark in "{}"):
        yield Fault("a stray brace in the place")
    last = place.split()[-1]
    others = place[: -len(last)].strip()
    if others.isupper() and last[1:].lower() == last[1:] and last.endswith(".") and last in _state_abbreviations():
        yield Fault(f"no comma before {last}")


def _state_abbreviations() -> frozenset[str]:
    found: dict[str, str] = load_data("ap")["states"]["abbreviations"]
    return frozenset(found.values()) | {"Tex."}


def _month_slips(word: str) -> Iterator[Fault]:
    if word.lower() not in MONTHS:
        yield Fault(f"“{word}” for {month_meant(word)}")
    elif word.islower():
        yield Fault(f"“{word}” without its capital")
    elif not (word.isupper() or word[1:].islower()):
        yield Fault(f"“{word}” for {word.capitalize()}")


def _joint_slips(dateline: Dateline) -> Iterator[Fault]:
    before, inside, behind = dateline.joints
    if "," not in before:
        yield Fault("no comma before the date")
    elif "." in before or before.count(",") > 1:
        yield Fault("stray punctuation before the date")
    elif before.endswith(","):
        yield Fault("no space before the date")
    if "," in inside:
        yield Fault("a comma inside the date")
    if behind:
        yield Fault("a stray comma behind the date")


def departures(story: Story, dateline: Dateline, form: DatelineForm) -> Iterator[Fault]:
    """Where *dateline* departs from *form*."""
    place = story.words(dateline.place).strip("*")
    if form.capitals and not place.isupper():
        yield Fault("the city in capitals", Certainty.POSSIBLE if form.dated else Certainty.CERTAIN)
    elif not form.capitals and place.isupper() and len(place) > 3:
        yield Fault("the city not in capitals", Certainty.POSSIBLE)
    if form.dated and not dateline.month:
        yield Fault("the date is missing", Certainty.POSSIBLE if dateline.credit else Certainty.CERTAIN)
    elif not form.dated and dateline.month:
        yield Fault("no date")
    elif form.dated and dateline.day_first != form.day_first and dateline.day:
        yield Fault("the day before the month" if form.day_first else "the month before the day")
    yield from _dash(story, dateline, form)


def _dash(story: Story, dateline: Dateline, form: DatelineForm) -> Iterator[Fault]:
    if form.dash and dateline.dash is None:
        block = story.block_at(dateline.span.start)
        if block is None or dateline.span.end < block.span.end:
            yield Fault("a dash before the text")
    elif not form.dash and dateline.dash is not None:
        yield Fault("no dash", Certainty.POSSIBLE)
    elif form.dash == "—" and dateline.dash and story.words(dateline.dash) not in ("—", "--", "_"):
        yield Fault("a long dash", Certainty.POSSIBLE)
