"""wrong-rate: so much for each, and a total that this doesn't make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...match import Match, Note
from ...mentions.numbers.glances import may_hold_rates
from ..judge import Chosen, Judge, Verdict
from .wording import plain

if TYPE_CHECKING:
    from ...mentions.numbers.rates import Rate
    from ...story import Story


class RateJudge(Judge):
    """ "$5 million over two years, $3 million a year": a rate, a number and a product that don't agree."""

    values: ClassVar[tuple[str, ...]] = ("how_often", "actual")

    def verdicts(self, story: Story, chosen: Chosen) -> Iterator[Verdict]:
        if not may_hold_rates(story):
            return
        from ...mentions.numbers.rates import Rate

        for rate in chosen(Rate):
            if agrees(rate):
                continue
            first, last = sorted((rate.rate, rate.total), key=lambda q: q.span.start)
            times = story.words(rate.units.figure) if rate.units else f"{plain(rate.factor)} ({rate.period})"
            actual = rate.rate.value * rate.factor
            sign = rate.total.unit if rate.total.unit in ("$", "£", "€") else ""
            notes = [Note("The other figure.", first.figure)]
            if rate.units:
                notes.append(Note("How many there are.", rate.units.figure))
            values = (("how_often", times), ("actual", f"{sign}{plain(actual)}"))
            yield Verdict(rate, Match(last.figure, values, tuple(notes)))


def agrees(rate: Rate) -> bool:
    """Whether some rounding of rate and number makes the total."""
    return (rate.rate.true * rate.times).meets(rate.total.true)
