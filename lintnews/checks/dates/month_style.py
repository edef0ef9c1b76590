"""month-style: months abbreviated where AP spells them out, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...datafiles import load_data
from ...match import Certainty, Edit, Fix, Match
from ...mentions.datelines.opening import datelines
from ...mentions.dates.calendar_words import MONTH_NAMES
from ...source import Span
from ...story import BlockKind
from ..datelines.ap_copy import is_ap_copy, style_safety

if TYPE_CHECKING:
    from ...story import Story

_NEVER = (3, 4, 5, 6, 7)
"""The months that are short enough never to be abbreviated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthStyle(Check):
    """Flags months that AP writes otherwise: Sept. 5 with a day, September alone or with a year, March always in full.

    In a dateline, a short month that is abbreviated is certain; everything else is possible.
    """

    kind: ClassVar[str] = "month-style"
    values: ClassVar[tuple[str, ...]] = ("right", "reason")

    def matches(self, story: Story) -> Iterator[Match]:
        dated = [dateline for dateline in datelines(story) if dateline.month]
        for dateline in dated:
            month = dateline.date.month if dateline.date else None
            if dateline.month and month in _NEVER and _is_short(story.words(dateline.month)):
                yield _match(
                    story, dateline.month, MONTH_NAMES[month - 1], f"{MONTH_NAMES[month - 1]} is never abbreviated"
                )
        if not is_ap_copy(story):
            return
        taken = [dateline.span for dateline in dated]
        for span, right, reason in _written_otherwise(story):
            block = story.block_at(span.start)
            set_off = block is None or block.kind in (BlockKind.TABLE_CELL, BlockKind.DATELINE)
            if not set_off and not any(span.overlaps(other) for other in taken):
                yield _match(story, span, right, reason, Certainty.POSSIBLE)


def _is_short(word: str) -> bool:
    return word.rstrip(".").lower() in ("mar", "apr", "jun", "jul")


def _written_otherwise(story: Story) -> Iterator[tuple[Span, str, str]]:
    from ...mentions.dates.dates import Date, PartialDate

    with_day: dict[str, str] = load_data("ap")["months"]["with_day"]
    for day in story.mentions(Date):
        if day.order == "mdy" and day.month_span and day.month:
            written, right = story.words(day.month_span), with_day[str(day.month)]
            if written != right and not written.isupper():
                never = day.month in _NEVER
                name = MONTH_NAMES[day.month - 1]
                yield day.month_span, right, f"{name} is never abbreviated" if never else "abbreviated beside a day"
    for alone in story.mentions(PartialDate):
        written, right = story.words(alone.month_span), MONTH_NAMES[alone.month - 1]
        if alone.year and written != right and not written.isupper():
            yield alone.month_span, right, "without a day the month is spelled out"


def _match(story: Story, span: Span, right: str, reason: str, certainty: Certainty = Certainty.CERTAIN) -> Match:
    fix = Fix((Edit(span, right),), style_safety(story))
    return Match(span, values=(("right", right), ("reason", reason)), fixes=(fix,), certainty=certainty)
