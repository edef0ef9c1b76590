"""wrong-conversion: one amount in two units that are not the same amount."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check, option
from ...match import Match, Note
from ...mentions.numbers.glances import may_hold_conversions
from ...mentions.numbers.intervals import Interval
from ...mentions.numbers.quantities import Quantity
from .wording import plain

if TYPE_CHECKING:
    from ...mentions.numbers.conversions import Conversion
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongConversion(Check):
    """Flags a pair in two units, or in two currencies at a rate that the story contradicts elsewhere."""

    kind: ClassVar[str] = "wrong-conversion"
    values: ClassVar[tuple[str, ...]] = ("first", "second", "actual")
    rate_tolerance: float = option("By what share two exchange rates in one story may differ.", 0.12)

    def matches(self, story: Story) -> Iterator[Match]:
        if not may_hold_conversions(story):
            return
        from ...mentions.numbers.conversions import Conversion

        conversions = story.mentions(Conversion)
        for conversion in conversions:
            if conversion.first.measure != "money":
                actual = verdict(conversion)
                if actual:
                    yield _match(story, conversion, actual, ())
        yield from self._rates(story, [c for c in conversions if c.first.measure == "money"])

    def _rates(self, story: Story, conversions: list[Conversion]) -> Iterator[Match]:
        groups: dict[tuple[str, str], list[tuple[Conversion, Interval, float]]] = {}
        for conversion in conversions:
            one, other = sorted((conversion.first, conversion.second), key=lambda q: q.unit)
            if one.true.low > 0 and other.true.low > 0:
                rate = other.true / one.true
                groups.setdefault((one.unit, other.unit), []).append((conversion, rate, other.value / one.value))
        for rates in groups.values():
            usual = sorted(value for _, _, value in rates)[len(rates) // 2] if len(rates) > 2 else rates[0][2]
            nearest = min(rates, key=lambda rate: abs(rate[2] - usual))
            for conversion, rate, _ in rates:
                reach = 0.17 if conversion.dated or nearest[0].dated else self.rate_tolerance / 2
                if conversion is nearest[0] or rate.widened(reach).meets(nearest[1].widened(reach)):
                    continue
                usual_pair = nearest[0]
                both = f"{story.words(usual_pair.first.figure)} is {story.words(usual_pair.second.figure)}"
                yield _match(story, conversion, _at_rate(conversion, nearest[2]), (Note(both, usual_pair.span),), both)


def _match(story: Story, conversion: Conversion, actual: str, notes: tuple[Note, ...], where: str = "") -> Match:
    first, second = story.words(conversion.first.figure), story.words(conversion.second.figure)
    actual = f"{actual} where {where}" if where else actual
    return Match(conversion.second.figure, (("first", first), ("second", second), ("actual", actual)), notes)


def _at_rate(conversion: Conversion, rate: float) -> str:
    forward = conversion.first.unit < conversion.second.unit
    value = conversion.first.value * (rate if forward else 1 / rate)
    unit = conversion.second.unit
    return (
        f"{unit}{plain(value)}" if unit in ("$", "£", "€") else f"{plain(value)} {conversion.second.unit_words or unit}"
    )


def verdict(conversion: Conversion) -> str:
    """What the first amount makes in the second unit, where that is not what is stated; empty where it may be."""
    from ...mentions.numbers.conversions import news_rounding, sizes

    first, second = conversion.first, conversion.second
    one, other = news_rounding(first), news_rounding(second)
    if first.measure == "temperature":
        return _temperature(first, second, conversion.difference)
    for size in sizes(first.unit):
        if any(one.times(size).meets(other.times(of)) for of in sizes(second.unit)):
            return ""
    values = sorted({plain(first.value * a / b) for a in sizes(first.unit)[:1] for b in sizes(second.unit)})
    return " or ".join(values) + f" {second.unit_words or second.unit}"


def _temperature(first: Quantity, second: Quantity, difference: bool) -> str:
    warm = first if first.unit == "Fahrenheit" else second
    cold = second if warm is first else first
    scaled = cold.true.times(1.8)
    level = Interval(scaled.low + 32 - 0.6, scaled.high + 32 + 0.6)
    if level.meets(warm.true) or (
        (difference or abs(cold.value) <= 10) and Interval(scaled.low - 0.6, scaled.high + 0.6).meets(warm.true)
    ):
        return ""
    if second is warm:
        return f"{plain(cold.value * 1.8 + (0 if difference else 32))} {second.unit_words}"
    return f"{plain((warm.value - (0 if difference else 32)) / 1.8)} {second.unit_words}"
