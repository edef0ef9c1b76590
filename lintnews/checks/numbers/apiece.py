"""Apiece: so much for each, how many there are, and what it makes in all, each with the words that tell what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...match import Certainty
from ...mentions.numbers.placed import Passage, Placed
from ...mentions.words.lazy_pattern import LazyPattern
from .portions import plural
from .products import product
from .relations import Relation, is_level
from .slips import written_slip

_NEAR = 2
"""Sentences that the three figures may stand apart."""
_MOST = 12
"""Figures near a rate, beyond which it stands in a table."""
_LEAST = 1.25
"""Points from which a product is told. On half A's 3,781 stories 14 that hold and none that fails reach them."""
_NO_RATES = frozenset(["percent", "share", "temperature", "duration", "points", "basis points", "multiple"])
_UNIT = LazyPattern(
    r"(?: [\w'’-]+){0,3}? ?(?:an?|per|each|every|/|for each|for every|to an?|to each)[ -]([a-z]+)|-a-([a-z]+)"
)
_PERIODS = frozenset(["year", "month", "week", "day", "hour", "night", "minute", "quarter", "season"])
_EACH_AFTER = LazyPattern(
    r"(?:,? [\w'’-]+){0,4},? (?:each|apiece|per head|a head|a piece|every time|each time)\b(?! other)"
)
_EACH_BEFORE = LazyPattern(r"\b(?:each|apiece|every one|all (?:of them )?at)\b(?! other)[^.;]{0,40}\Z")
_TOTAL = LazyPattern(
    r"\b(?:total\w*|rais(?:es|ed|ing)|yield\w*|bring\w*|brought|mak(?:es|ing)|made|c[ao]mes? to|cost(?:s|ing)?|worth|for|bill|sum|pay(?:s|ing|out)?|paid|repay|"
    r"earn(?:s|ed|ing)?|prize|jackpot|pool|proceeds|covered|took|takes|set [\w ]+ back|out of|spent|spend(?:ing)?|share(?:d|s)?|split|receive[ds]?|budget|fund|or|"
    r"that is)(?: [\w'’£$]+){0,4}?\s?\Z"
)
_OF_A_PERIOD = LazyPattern(r"(?: [\w'’-]+){0,5} (?:an?|per|each|every) (?:year|month|week|day|hour|season)\b")
_IN_A_YEAR = LazyPattern(
    r"\b(?:over|in|for|across) (?:a |the |one )?(?:full |whole |entire )?(?:year|12 months|twelve months)\b|\bover the year\b"
)
_A_YEAR = {"week": (51.9, 52.2), "month": (12.0, 12.0)}


class _Product(NamedTuple):
    relation: Relation
    points: float


def apiece(passage: Passage, text: str) -> Iterator[tuple[Relation, Certainty]]:
    """Products that don't come out, which one slip of the keys would explain."""
    for rate in passage.figures:
        found = list(_products(passage, rate))
        held = max((one.points for one in found if one.relation.holds), default=-9.0)
        for one in sorted(found, key=lambda told: -told.points):
            likely = one.points >= _LEAST and not one.relation.holds and held < one.points - 1
            if likely and _is_one_slip(one.relation, text) and not _has_more(passage, one.relation):
                yield one.relation, Certainty.CERTAIN
                break


def _products(passage: Passage, rate: Placed) -> Iterator[_Product]:
    quantity = rate.quantity
    if quantity.measure in _NO_RATES or quantity.is_range or rate.aside or not rate.value > 0 or rate.change:
        return
    found = _UNIT.match(rate.after[:40])
    unit = (found[1] or found[2]) if found else ""
    each = _EACH_AFTER.match(rate.after) is not None or _EACH_BEFORE.search(rate.before) is not None
    if not unit and not each:
        return
    near = [p for p in passage.figures if p is not rate and abs(p.place - rate.place) <= _NEAR and not p.aside]
    totals = [p for p in near if _may_be_total(rate, p)] if len(near) <= _MOST else []
    for total in totals:
        rivals = len({p.value for p in totals}) - 1
        if unit in _A_YEAR and _IN_A_YEAR.search(passage.words[total.sentence]) and total.place > rate.place:
            yield _Product(product(total, rate, None, _A_YEAR[unit]), 2.25 - 0.5 * rivals)
        for units in near:
            match = _matches(unit, units)
            told = match or (each and units.quantity.measure == "count")
            if (
                units is not total
                and told
                and _may_be_units(units)
                and 0.2 < rate.value * units.value / total.value < 5
            ):
                points = _points(passage, near, (total, rate, units), match) - (0.5 * rivals if rivals else -1.0)
                yield _Product(product(total, rate, units, (1.0, 1.0)), points)


def _may_be_total(rate: Placed, total: Placed) -> bool:
    one, other = rate.quantity, total.quantity
    if one.measure != other.measure or not (one.unit == other.unit or other.unit.endswith(f" {one.unit}")):
        return False
    plain = is_level(total) and not total.per and total.level not in ("from", "against")
    return (
        plain
        and total.value > 1.5 * rate.value
        and not _EACH_AFTER.match(total.after)
        and _TOTAL.search(total.before[-45:]) is not None
    )


def _may_be_units(units: Placed) -> bool:
    quantity = units.quantity
    if quantity.is_range or units.value < 2 or units.per or units.change:
        return False
    return quantity.measure == "duration" or not _OF_A_PERIOD.match(units.after)


def _matches(unit: str, units: Placed) -> bool:
    """Whether the rate is one for each of what *units* counts: "£30 a stall", "62 stalls"."""
    quantity = units.quantity
    if quantity.measure == "count":
        return bool(unit) and unit not in _PERIODS and plural(unit) == quantity.noun
    return bool(unit) and quantity.unit.rstrip("s") == unit.rstrip("s")


def _points(passage: Passage, near: list[Placed], figures: tuple[Placed, Placed, Placed], match: bool) -> float:
    total, _, units = figures
    places = [placed.place for placed in figures]
    indices = sorted(placed.index for placed in figures)
    inside = sum(p.index not in indices and not p.aside for p in passage.figures[indices[0] : indices[-1]])
    counts = {p.value for p in near if p.quantity.measure == "count" and p.quantity.noun and p.value > 1}
    others = 0 if match else len(counts - {units.value, total.value})
    points = 3.0 if match else 2.0
    return points - 0.5 * inside - 0.25 * (max(places) - min(places)) - 0.5 * min(2, others)


def _has_more(passage: Passage, relation: Relation) -> bool:
    """Whether another figure is the product, or a part beside it: "30 of bonds and 2.7 shares at 11 for a total of 59.7"."""
    total = relation.figures[0]
    low, high = relation.wanted[0]
    return any(
        low <= total.value - p.value <= high or low <= p.value <= high
        for p in passage.figures
        if p not in relation.figures
        and p.quantity.measure == total.quantity.measure
        and abs(p.place - total.place) <= _NEAR
    )


_LOOSE = 0.06
"""How wide, by the figure, what it would have to be may be: more is no proof."""


def _is_one_slip(relation: Relation, text: str) -> bool:
    for placed, (low, high) in zip(relation.figures, relation.wanted, strict=False):
        if high - low <= max(_LOOSE * placed.value, 1.1 * placed.quantity.step):
            kind, _ = written_slip(text, placed, low, high)
            if kind and (kind == "factor" or 0.4 < (low + high) / 2 / placed.value < 2.5):
                return True
    return False
