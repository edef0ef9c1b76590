"""wrong-conversion: one amount in two units that are not the same amount."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from ...check import Check, option
from ...datafiles import load_data
from ...match import Match, Note
from ...mentions.numbers.glances import may_hold_conversions
from ...mentions.numbers.intervals import Interval, rounded
from ...mentions.numbers.quantities import Quantity
from .wording import plain

if TYPE_CHECKING:
    from ...mentions.numbers.conversions import Conversion
    from ...story import Story


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
        groups: dict[tuple[str, str], list[_Rate]] = {}
        for conversion in conversions:
            one, other = sorted((conversion.first, conversion.second), key=lambda q: q.unit)
            first, second = (rounded(q.value, min(q.step, 0.06 * q.value)) for q in (one, other))
            if first.low > 0 and second.low > 0:  # what hedges one figure hedges the other
                rate = _Rate(conversion, second / first, other.value / one.value)
                groups.setdefault((one.unit, other.unit), []).append(rate)
        for units, rates in groups.items():
            band = bands().get(units)
            possible = [rate for rate in rates if band is None or _within(rate, band)]
            for rate in rates:
                if band and rate not in possible:
                    yield _match(story, rate.conversion, _at_any_rate(rate.conversion, band), ())
            yield from self._odd(story, possible)

    def _odd(self, story: Story, rates: list[_Rate]) -> Iterator[Match]:
        """The pairs whose rate is not the one that the story's other pairs have."""
        if len(rates) < 2:
            return
        usual = sorted(rate.value for rate in rates)[len(rates) // 2] if len(rates) > 2 else rates[0].value
        nearest = min(rates, key=lambda rate: abs(rate.value - usual))
        agreeing = sum(abs(rate.value / nearest.value - 1) < 0.02 for rate in rates)
        for rate in rates:
            dated = rate.conversion.dated or nearest.conversion.dated
            reach = (0.05 if agreeing > 2 else 0.3) if dated else self.rate_tolerance / (2 if agreeing < 2 else 4)
            if rate is nearest or rate.true.widened(reach).meets(nearest.true.widened(reach)):
                continue
            pair = nearest.conversion
            both = f"{story.words(pair.first.figure)} is {story.words(pair.second.figure)}"
            yield _match(
                story, rate.conversion, _at_rate(rate.conversion, nearest.value), (Note(both, pair.span),), both
            )


class _Rate(NamedTuple):
    """How many of the second unit (by name) one of the first is, by one conversion."""

    conversion: Conversion
    true: Interval
    value: float


@cache
def bands() -> dict[tuple[str, str], Interval]:
    """Two currencies, in the order of their names → all rates that they have had in recent decades."""
    found = {}
    for one, other, low, high in load_data("exchange_bands")["pairs"]:
        forward = one < other
        found[(one, other) if forward else (other, one)] = (
            Interval(low, high) if forward else Interval(1 / high, 1 / low)
        )
    return found


def _within(rate: _Rate, band: Interval) -> bool:
    """Whether the rate may be right; one of other times may lie a little outside the band of recent decades."""
    wider = Interval(band.low * 0.9, band.high * 1.25) if rate.conversion.dated else band
    return rate.true.widened(0.01).meets(wider)


def _at_any_rate(conversion: Conversion, band: Interval) -> str:
    first, second = conversion.first, conversion.second
    rate = band if first.unit < second.unit else Interval(1 / band.high, 1 / band.low)
    low, high = first.value * rate.low, first.value * rate.high
    unit = second.unit if second.unit in ("$", "£", "€") else ""
    return f"{unit}{plain(low)} to {unit}{plain(high)} at any rate of recent decades"


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
