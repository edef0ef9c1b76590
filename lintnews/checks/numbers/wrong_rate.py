"""wrong-rate: so much for each, and a total that this doesn't make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Match, Note
from ...mentions.numbers.glances import may_hold_rates
from .wording import plain

if TYPE_CHECKING:
    from ...mentions.numbers.rates import Rate
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongRate(Check):
    """Flags "$5 million over two years, $3 million a year": a rate, a number and a product that don't agree."""

    kind: ClassVar[str] = "wrong-rate"
    values: ClassVar[tuple[str, ...]] = ("rate", "times", "actual", "total")

    def matches(self, story: Story) -> Iterator[Match]:
        if not may_hold_rates(story):
            return
        from ...mentions.numbers.rates import Rate

        for rate in story.mentions(Rate):
            if agrees(rate):
                continue
            first, last = sorted((rate.rate, rate.total), key=lambda q: q.span.start)
            times = story.words(rate.units.figure) if rate.units else f"{plain(rate.factor)} ({rate.period})"
            actual = rate.rate.value * rate.factor
            sign = rate.total.unit if rate.total.unit in ("$", "£", "€") else ""
            yield Match(
                last.figure,
                (
                    ("rate", story.words(rate.rate.figure)),
                    ("times", times),
                    ("actual", f"{sign}{plain(actual)}"),
                    ("total", story.words(rate.total.figure)),
                ),
                (Note("the other figure", first.figure),)
                + ((Note("how many", rate.units.figure),) if rate.units else ()),
            )


def agrees(rate: Rate) -> bool:
    """Whether some rounding of rate and number makes the total."""
    return (rate.rate.true * rate.times).meets(rate.total.true)
