"""wrong-share: a share that the part and the whole don't make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Match, Note
from ...mentions.numbers.glances import may_hold_shares
from ...mentions.numbers.hedges import Hedge
from ...mentions.numbers.intervals import Interval
from ...mentions.numbers.quantities import Quantity
from .wording import percent

if TYPE_CHECKING:
    from ...mentions.numbers.shares import Share
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongShare(Check):
    """Flags "12 of 48 members, a third", "one in four (30%)", and a majority that is none."""

    kind: ClassVar[str] = "wrong-share"
    values: ClassVar[tuple[str, ...]] = ("given", "actual", "stated")

    def matches(self, story: Story) -> Iterator[Match]:
        if not may_hold_shares(story):
            return
        from ...mentions.numbers.shares import Share

        for share in story.mentions(Share):
            actual = verdict(share)
            if not actual:
                continue
            place = share.majority or share.stated.figure
            if share.part and share.whole and not share.majority:
                place = max(share.part.figure, place)
            notes: tuple[Note, ...]
            if share.part and share.whole:
                given = f"{story.words(share.part.figure)} of {story.words(share.whole.figure)}"
                notes = (Note("part", share.part.figure), Note("whole", share.whole.figure))
            else:
                assert share.again is not None
                given = story.words(share.again.figure)
                notes = (Note(given, share.again.figure),)
            yield Match(
                place,
                (("given", given), ("actual", actual), ("stated", story.words(share.majority or share.stated.figure))),
                notes,
            )


def _in_percent(quantity: Quantity) -> Interval:
    return quantity.true.times(100.0 if quantity.measure == "share" else 1.0)


def verdict(share: Share) -> str:
    """The share in percent that is given, where it is not the one stated; empty where it may be."""
    if share.part and share.whole:
        true = (share.part.true / share.whole.true).times(100.0)
        value = share.part.value / share.whole.value * 100
        shown = percent(true, value)
    else:
        assert share.again is not None
        true = _in_percent(share.again)
        value = share.again.value * (100 if share.again.measure == "share" else 1)
        shown = percent(Interval(value, value), value)
    if share.majority:
        return shown if value < 50 and share.stated.hedge is Hedge.EXACT else ""
    stated = _in_percent(share.stated)
    if share.at_least:
        stated = Interval(share.stated.value * (100 if share.stated.measure == "share" else 1) - 0.5, 100.0)
    return "" if true.meets(stated) else shown
