"""Relations: figures of one passage of which one follows from the others, whether or not it does as written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from ...mentions.numbers.hedges import Hedge
from ...mentions.numbers.placed import Passage, Placed
from ...mentions.numbers.quantities import Quantity
from ...mentions.numbers.quantities import alike as same_unit
from ...mentions.words.lazy_pattern import LazyPattern

OF = LazyPattern(
    r"\b(?:out )?of (?:(?:the|its|their|his|her|our|all|some|a|an|those|these|about|nearly)\b ?)*(?:[\w'’-]+ ){0,3}?\Z"
)
"""What stands before a whole: of its, out of all."""


class Kind(StrEnum):
    """CHANGE: an amount of change, the value before, the value after. MOVE: a change in percent and as an amount, and the
    value after. SHARE: a share, its part, its whole. SAME: one share told twice. SUM: a total and its parts. WAY: a value before and one after, and
    nothing but a direction. WHOLE: percentages of one whole. TALLY: a total and, elsewhere in the passage, figures that nothing but themselves
    tells to be its parts. PRODUCT: what it makes in all, so much for each, and how many (not stated for two periods)."""

    CHANGE = "change"
    MOVE = "move"
    SHARE = "share"
    SAME = "same"
    SUM = "sum"
    WAY = "way"
    WHOLE = "whole"
    TALLY = "tally"
    PRODUCT = "product"


@dataclass(slots=True)
class Relation:
    """``figures`` in the order that ``Kind`` tells, ``wanted`` for each of them between which values it would have to be
    (in its own unit) for the relation to hold; ``gap`` is 0 where it holds, else how far off it is, in steps of the last
    digit of the first figure. ``direction`` is the one in the words, 0 for none; ``turned`` whether it would hold the other way.
    """

    kind: Kind
    figures: tuple[Placed, ...]
    wanted: tuple[tuple[float, float], ...]
    gap: float
    direction: int = 0
    turned: bool = False
    score: float = 0.0
    features: dict[str, float] = field(default_factory=dict)

    @property
    def holds(self) -> bool:
        return self.gap <= 0


LEVELS = frozenset(["money", "count", "percent", "length", "area", "mass", "volume", "barrels", "speed", "temperature"])
CHANGES = frozenset(["percent", "points", "basis points", "share", "multiple"])
_REACH = 7
"""Figures between two that may belong together."""


def reach(passage: Passage, figure: Placed) -> Iterator[Placed]:
    """The figures near *figure*: in its sentence or the ones beside it."""
    low = max(0, figure.index - _REACH)
    for other in passage.figures[low : figure.index + _REACH + 1]:
        if other is not figure and beside(figure, other):
            yield other


def beside(one: Placed, other: Placed) -> bool:
    """Whether both stand in one sentence, or in two of a paragraph between which no figure stands."""
    return one.sentence == other.sentence or (
        one.paragraph == other.paragraph and abs(other.sentence - one.sentence) <= 1
    )


_FAR = 4
"""Sentences beyond which nothing is told of a figure."""


def around(passage: Passage, figure: Placed) -> list[Placed]:
    """The figures up to four sentences away, whatever stands between."""
    low = max(0, figure.index - _REACH)
    near = passage.figures[low : figure.index + _REACH + 1]
    return [other for other in near if other is not figure and abs(other.place - figure.place) <= _FAR]


def alike(one: Placed, other: Placed) -> bool:
    """Whether both are values of one unit, and of the same "a share", "a year", which need not be said twice."""
    same = one.per == other.per or (one.sentence != other.sentence and "" in (one.per, other.per))
    return same and same_unit(one.quantity, other.quantity)


def is_level(placed: Placed) -> bool:
    quantity = placed.quantity
    return quantity.measure in LEVELS and not quantity.is_range and quantity.value > 0


def ends(quantity: Quantity, step: float = 0.0) -> tuple[float, float]:
    """The least and the greatest value that *quantity* may stand for beside a figure of another *step*."""
    low, high = quantity.true.low, quantity.true.high
    if quantity.coarse and quantity.hedge is Hedge.EXACT and step and step < quantity.step:
        half = max(step, quantity.step / 10) / 2
        return quantity.value - half, quantity.value + half
    if quantity.measure == "percent" and 0 < step <= 0.05 < quantity.step and quantity.hedge is Hedge.EXACT:
        return quantity.value - 0.05, quantity.value + 0.05  # a rate of "5%" beside one of "4.75%"
    return low, high


def apart(low: float, high: float, other_low: float, other_high: float) -> float:
    """How far two ranges are from each other; 0 where they meet."""
    gap = max(other_low - high, low - other_high)
    size = max(abs(low), abs(high), abs(other_low), abs(other_high))
    return 0.0 if gap <= 1e-9 * min(size, 1e15) else gap
