"""Products: so much for each, how many, and what it makes, in whatever order and sentences of a passage."""

from __future__ import annotations

from collections.abc import Iterator

from ...mentions.numbers.placed import Passage, Placed
from ...mentions.numbers.rates import PRICES
from ...mentions.words.lazy_pattern import LazyPattern
from .relations import Kind, Relation, alike, apart, ends, is_level

_NEAR = 2
"""Sentences that the three figures may stand apart."""
_MOST = 10
"""Figures near a rate, beyond which it stands in a table."""
_EACH_BEFORE = LazyPattern(r"\b(?:each|apiece|all (?:of them )?at|an average of|averag\w+|every)\b[^.;]{0,35}\Z")
_EACH_AFTER = LazyPattern(
    r"(?: [\w'’-]+){0,4},? (?:each|apiece|per head|a head|a piece|each time|on average)\b|-a-\w+| (?:[\w'’-]+ ){0,3}to an? \w+| (?:a|per) \w+"
)
_PERIOD = LazyPattern(
    r"(?:[ /-](?:[\w'’-]+ ){0,4}?(?:an?|per|each|every)[ -])(day|week|month|year|hour|minute)\b(?! (?:ago|earlier|before|later|old))| (annual|month|week|dai)ly\b|( annually)"
)
_SPELLED = {"annual": "year", "month": "month", "week": "week", "dai": "day"}
_FACTORS = {
    ("day", "week"): (5.0, 7.0), ("week", "year"): (50.0, 52.2), ("month", "year"): (12.0, 12.0), ("day", "year"): (360.0, 366.0), ("week", "month"): (4.0, 4.4),
    ("hour", "day"): (24.0, 24.0), ("minute", "hour"): (60.0, 60.0), ("day", "month"): (28.0, 31.0),
}  # fmt: skip
"""The shorter and the longer period → how often the one goes into the other."""


def products(passage: Passage) -> Iterator[Relation]:
    """A rate, a number and a product, those that agree and those that don't."""
    for rate in passage.figures:
        if not is_level(rate) or rate.aside or rate.change or rate.quantity.measure in ("percent", "temperature"):
            continue
        period = _period(rate)
        if not (period or rate.per or _is_each(rate)):
            continue
        near = [f for f in passage.figures if f is not rate and abs(f.place - rate.place) <= _NEAR and not f.aside]
        if len(near) > _MOST:
            continue
        for total in near:
            if _may_be_total(rate, total):
                yield from _of(rate, total, near, period)


def _is_each(placed: Placed) -> bool:
    return _EACH_BEFORE.search(placed.before) is not None or _EACH_AFTER.match(placed.after) is not None


def _period(placed: Placed) -> str:
    found = _PERIOD.match(placed.after)
    if found is None:
        return ""
    return found[1] or _SPELLED.get(found[2] or "", "year")


def _may_be_total(rate: Placed, total: Placed) -> bool:
    if not is_level(total) or total.change or total.level in ("from", "against") or total.value < 1.5 * rate.value:
        return False
    one, other = rate.quantity, total.quantity
    if one.measure != other.measure or one.unit != other.unit:
        return False
    return alike(rate, total) or one.measure != "count" or not other.noun or one.noun == other.noun


def _of(rate: Placed, total: Placed, near: list[Placed], period: str) -> Iterator[Relation]:
    longer = _period(total)
    if period and longer:
        if PRICES.search(rate.before + total.before) is None and (period, longer) in _FACTORS:
            yield product(total, rate, None, _FACTORS[period, longer])
        return
    if longer or _is_each(total):
        return
    for units in near:
        quantity = units.quantity
        if units is total or quantity.measure != "count" or quantity.is_range or units.change or units.value < 2:
            continue
        if rate.value < total.value and 0.2 < rate.value * units.value / total.value < 5 and not _period(units):
            yield product(total, rate, units, (1.0, 1.0))


def product(total: Placed, rate: Placed, units: Placed | None, times: tuple[float, float]) -> Relation:
    low0, high0 = ends(rate.quantity)
    low1, high1 = ends(units.quantity) if units else times
    low, high = ends(total.quantity)
    gap = apart(low0 * low1, high0 * high1, low, high)
    steps = [total.quantity.step, rate.quantity.step * low1, *((units.quantity.step * rate.value,) if units else ())]
    number = units.value if units else times[1]
    value = rate.value * number
    slack = max(total.quantity.step, rate.quantity.step * low1) / 2
    wanted = [
        (value - slack, value + slack),
        (low / max(high1, 1e-300), high / max(low1, 1e-300)),
    ]
    if units:
        wanted.append((low / max(high0, 1e-300), high / max(low0, 1e-300)))
    figures = (total, rate, units) if units else (total, rate)
    return Relation(Kind.PRODUCT, figures, tuple(wanted), gap / max(steps))
