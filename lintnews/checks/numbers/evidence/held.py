"""What the words and the figures of a passage already explain: statements that hold, and how likely chance alone is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..relations import OF, Kind, Relation

FIRSTLY = frozenset(["from", "against", "earlier"])
LATER = frozenset(["to", "at", "be", "dated"])
"""Levels of a value before, and of a value after."""


def chance(relation: Relation) -> float:
    """How likely it is that figures of these digits fit one another by mere chance."""
    widest = 0.0
    for placed, (low, high) in zip(relation.figures, relation.wanted, strict=True):
        size = max(placed.value, 1e-12)
        loose = max(placed.quantity.step, min(placed.quantity.true.high, 2 * size) - max(placed.quantity.true.low, 0.0))
        widest = max(widest, (min(high, 3 * size) - max(low, 0.0) + loose) / size)
    return min(1.0, widest)


class Held(NamedTuple):
    """The figures that a statement which holds explains, with how sure that is (0 to 1), and the values before and after of changes that hold."""

    figures: dict[int, float]
    pairs: frozenset[frozenset[int]]


def told_by_words(relation: Relation) -> bool:
    """Whether the words alone tell each figure's part."""
    if relation.kind is Kind.CHANGE:
        stated, before, after = relation.figures
        return bool(stated.change) and before.level in FIRSTLY and after.level in LATER
    if relation.kind is Kind.MOVE:
        stated, amount, after = relation.figures
        return abs(stated.index - amount.index) == 1 and after.level in ("to", "at")
    if relation.kind is Kind.SHARE:
        stated, _, whole = relation.figures
        together = max(f.index for f in relation.figures) - min(f.index for f in relation.figures) == 2
        return together and (OF.search(whole.before) is not None or stated.after.startswith(" of "))
    return relation.kind is Kind.SAME


def explained(relations: Iterable[Relation]) -> Held:
    """What the statements that hold explain."""
    figures: dict[int, float] = {}
    pairs: set[frozenset[int]] = set()
    for relation in relations:
        if relation.holds and relation.kind is not Kind.WAY:
            sure = max(1.0 - min(1.0, chance(relation) * 3), 0.8 if told_by_words(relation) else 0.0)
            for figure in relation.figures:
                figures[figure.index] = max(figures.get(figure.index, 0.0), sure)
            if relation.kind is Kind.CHANGE and sure >= 0.5:
                pairs.add(frozenset(figure.index for figure in relation.figures[1:]))
    return Held(figures, frozenset(pairs))
