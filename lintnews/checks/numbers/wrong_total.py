"""wrong-total: parts that don't make their total, lists shorter or longer than announced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Certainty, Match, Note
from ...mentions.numbers.glances import may_hold_counted_lists
from ...mentions.numbers.placed import Placed
from .judged import judged_of
from .relations import Kind
from .sport_sums import sport_sums
from .wording import plain

if TYPE_CHECKING:
    from ...mentions.numbers.counted_lists import CountedList
    from ...story import Story


class WrongTotal(Check):
    """Flags a total that its parts don't make, and "five ways" with four listed."""

    kind: ClassVar[str] = "wrong-total"
    values: ClassVar[tuple[str, ...]] = ("arithmetic",)

    def matches(self, story: Story) -> Iterator[Match]:
        yield from _totals(story)
        if may_hold_counted_lists(story):
            yield from _lists(story)
        yield from sport_sums(story)


def _totals(story: Story) -> Iterator[Match]:
    for relation, _, certainty in judged_of(story, Kind.SUM, Kind.WHOLE, Kind.TALLY):
        total, *parts = relation.figures
        value = sum(part.value for part in parts)
        listed = sorted(parts, key=lambda part: part.index)
        if relation.kind is Kind.WHOLE:
            listed = sorted(relation.figures, key=lambda part: part.index)
            whole = sum(map(_percent, listed))
            words = f"{' + '.join(f'{plain(_percent(p))}%' for p in listed)} is {plain(whole)}%, not 100%"
        elif len(parts) == 1:
            words = f"{_figure(parts[0], parts[0].value)} can't be among {_figure(total, total.value)}"
        else:
            words = f"{' + '.join(_figure(p, p.value) for p in listed)} is {_figure(total, value)}, not {_figure(total, total.value)}"
        notes = tuple(Note(story.words(part.figure), part.figure) for part in listed if part is not total)
        yield Match(total.figure, (("arithmetic", words),), notes, (), tuple(sorted(relation.features)), certainty)


def _lists(story: Story) -> Iterator[Match]:
    from ...mentions.numbers.counted_lists import CountedList

    for counted in story.mentions(CountedList):
        if not counted.least <= counted.number <= counted.most:
            words, note = _worded(story, counted)
            sure = _sure(story, counted)
            yield Match(counted.span, (("arithmetic", words),), (Note(note, counted.items),), certainty=sure)


def _worded(story: Story, counted: CountedList) -> tuple[str, str]:
    """What is wrong, and what the other place says."""
    said, most, items = f"“{story.words(counted.span)}”", counted.most, story.words(counted.items)
    return {
        "listed": (f"{said} stands with {most} listed", f"{most} listed"),
        "named": (f"{said} stands with {most} named", f"{most} named"),
        "again": (f"{said} here, but {items} earlier", items),
        "after": (f"{said} comes after {most} listed", f"{most} listed"),
        "left": (f"{said} should be {most}", items),
        "votes": (f"{said} is {counted.number} votes, more than {most}", items),
    }[counted.how]


def _sure(story: Story, counted: CountedList) -> Certainty:
    """A list in the running text may go on elsewhere; one that a sign opens is whole, and so is a body."""
    if counted.how == "votes":
        return Certainty.CERTAIN
    start = counted.items.start
    opened = "\n" in story.words(counted.items) or any(sign in story.text[counted.span.end : start] for sign in _OPENS)
    whole = counted.how == "listed" and counted.span.end <= start and opened
    return Certainty.CERTAIN if whole else Certainty.POSSIBLE


_OPENS = (":", " - ", " -- ", " – ", "—", "(", " _ ")


def _percent(placed: Placed) -> float:
    return placed.value * (100 if placed.quantity.measure == "share" else 1)


def _figure(like: Placed, value: float) -> str:
    sign = like.quantity.unit if like.quantity.unit in ("$", "£", "€") else ""
    return f"{sign}{plain(value)}{'%' if like.quantity.measure == 'percent' else ''}"
