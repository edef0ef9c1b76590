"""Two values of one measure near each other, of which a word may tell how the one became the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...mentions.numbers.hedges import Hedge
from ...mentions.numbers.placed import Passage, Placed
from ...mentions.words.lazy_pattern import LazyPattern
from .relations import alike, is_level

_MOST_APART = 3
"""Sentences that two values may be apart."""


class Pair(NamedTuple):
    """Two values in their order; ``growth`` is whether they are rates of growth."""

    one: Placed
    other: Placed
    growth: bool


def pairs(passage: Passage) -> Iterator[Pair]:
    """Two values of a unit, or two changes in percent, between which and beside which no third of them stands."""
    told = [p for p in passage.figures if not p.aside and is_level(p)]
    for at, one in enumerate(told):
        kin = [p for p in told[max(0, at - 12) : at + 12] if p is not one and abs(p.place - one.place) <= _MOST_APART]
        for other in kin:
            if other.index < one.index or not _may_pair(one, other):
                continue
            low, high = one.place - 1, other.place + 1
            if any(
                p is not other and low <= p.place <= high and _is_rival(p, one, other)
                for p in (*kin, *told[at : at + 12])
                if p is not one
            ):
                continue
            yield Pair(one, other, _is_growth(one) and (bool(one.change) or _is_growth(other)))


def _is_growth(placed: Placed) -> bool:
    return (
        bool(placed.change)
        or _GROWTH_AFTER.match(placed.after) is not None
        or _GROWTH.search(placed.before) is not None
    )


_GROWTH = LazyPattern(
    r"\b(?:growth|expansion|rise|jump|increase|pace|climb|gain|inflation)\b[^,;]{0,30}\Z|\b(?:expanded|grew|rose)(?: by| at)?(?: an?| about)? \Z"
)
_GROWTH_AFTER = LazyPattern(r" (?:more|higher|growth|rise|increase|jump|gain|expansion|up|faster)\b")
_BY = LazyPattern(r"\bby (?:[a-z]+ ){0,2}\Z")
_BARE_MOVE = LazyPattern(r"\b(?:up|down|by|rose|fell|gained|lost|added|shed) (?:[a-z]{1,5} )?\Z")


def _may_pair(one: Placed, other: Placed) -> bool:
    measure = one.quantity.measure
    if one.value == other.value or not alike(one, other):
        return False
    if measure != other.quantity.measure:
        bare, full = (one, other) if measure == "count" else (other, one)
        return (
            not bare.quantity.noun
            and not bare.change
            and bare.index > full.index
            and full.quantity.measure in ("length", "temperature", "volume", "mass", "money")
            and 0.4 < one.value / other.value < 2.5
        )
    if not 0.15 < one.value / other.value < 7:
        return False
    if measure == "count":
        nouns = one.quantity.noun, other.quantity.noun
        if nouns[0] != nouns[1] and (min(one.value, other.value) < 20 or not 0.4 < one.value / other.value < 2.5):
            return False
        if not any(nouns) and max(one.value, other.value) < 100:
            return False
    if measure == "percent":
        return _is_growth(one) == _is_growth(other) or (
            one.place == other.place and _is_growth(one) and not other.change
        )
    return not any(
        p.change or _BARE_MOVE.search(p.before) or (p.quantity.measure == "money" and _BY.search(p.before))
        for p in (one, other)
    )


def _is_rival(third: Placed, one: Placed, other: Placed) -> bool:
    """Whether a third figure might be one of the values as well; not where it is one of them again, in round terms."""
    if third.quantity.hedge is not Hedge.EXACT and any(0.95 < third.value / p.value < 1.05 for p in (one, other)):
        return False
    if one.quantity.measure != other.quantity.measure:
        return (alike(third, one) or alike(third, other)) and 0.4 < third.value / one.value < 2.5
    if third.quantity.measure != one.quantity.measure:
        return alike(third, one) and alike(third, other) and 0.5 < third.value / one.value < 2
    if one.quantity.measure == "count":
        nouns = {one.quantity.noun, other.quantity.noun}
        if third.quantity.noun not in ("", *nouns) and "" not in nouns:
            return False
        return 0.2 < third.value / one.value < 5
    if one.quantity.measure == "percent":
        return _is_growth(third) == _is_growth(one) and 0.15 < third.value / one.value < 7
    return alike(third, one) and not third.change and 0.1 < third.value / one.value < 10
