"""wrong-total: parts that don't make their total, lists shorter or longer than announced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Match, Note
from ...mentions.numbers.glances import may_hold_counted_lists, may_hold_totals
from ...mentions.numbers.intervals import Interval
from ...mentions.numbers.quantities import Quantity
from .wording import plain

if TYPE_CHECKING:
    from ...mentions.numbers.totals import Total
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongTotal(Check):
    """Flags a total that its parts don't make, and "five ways" with four listed."""

    kind: ClassVar[str] = "wrong-total"
    values: ClassVar[tuple[str, ...]] = ("arithmetic",)

    def matches(self, story: Story) -> Iterator[Match]:
        if may_hold_totals(story):
            yield from _totals(story)
        if may_hold_counted_lists(story):
            yield from _lists(story)


def _totals(story: Story) -> Iterator[Match]:
    from ...mentions.numbers.totals import Claim, Total

    for total in story.mentions(Total):
        wrong = verdict(total)
        if wrong:
            place = (total.total or total.parts[-1]).figure
            if total.claim is Claim.LEAVES:
                place = total.parts[-1].figure
            notes = tuple(Note(story.words(q.figure), q.figure) for q in total.parts if q.figure != place)
            yield Match(place, (("arithmetic", wrong),), notes)


def _lists(story: Story) -> Iterator[Match]:
    from ...mentions.numbers.counted_lists import CountedList

    for counted in story.mentions(CountedList):
        if not counted.least <= counted.number <= counted.most:
            words = f"“{story.words(counted.span)}” stands with {counted.most} listed"
            yield Match(counted.span, (("arithmetic", words),), (Note(f"{counted.most} listed", counted.items),))


def verdict(total: Total) -> str:
    """The sum that contradicts the total; empty where they may agree."""
    from ...mentions.numbers.totals import Claim

    parts = reduce(add, (p.true for p in total.parts))
    if total.claim is Claim.WHOLE:
        value = sum(p.value for p in total.parts)
        return f"{_sum(total.parts)} is {plain(value)}%, more than the whole" if parts.low > 100.5 else ""
    assert total.total is not None
    whole, stated = total.total.true, total.total
    if total.claim is Claim.AMONG:
        if parts.low <= whole.high:
            return ""
        if len(total.parts) == 1:
            return f"{_figure(total.parts[0], total.parts[0].value)} can't be among {_figure(stated, stated.value)}"
        return f"{_sum(total.parts)} is {_figure(stated, sum(p.value for p in total.parts))}, more than {_figure(stated, stated.value)}"
    if total.claim is Claim.LEAVES:
        *taken, left = total.parts
        away = reduce(add, (p.true for p in taken))
        if (whole - away).meets(left.true):
            return ""
        rest = stated.value - sum(p.value for p in taken)
        return f"{_figure(stated, stated.value)} less {_sum(tuple(taken))} is {_figure(left, rest)}, not {_figure(left, left.value)}"
    if parts.meets(whole) or whole.meets(Interval(parts.low, parts.high).widened(0.002)):
        return ""
    value = sum(p.value for p in total.parts)
    return f"{_sum(total.parts)} is {_figure(stated, value)}, not {_figure(stated, stated.value)}"


def _sum(parts: tuple[Quantity, ...]) -> str:
    return " + ".join(_figure(p, p.value) for p in parts)


def _figure(like: Quantity, value: float) -> str:
    sign = like.unit if like.unit in ("$", "£", "€") else ""
    return f"{sign}{plain(value)}{'%' if like.measure == 'percent' else ''}"
