"""Tallies: totals whose parts stand elsewhere in the passage, and whose figures alone show that they belong together."""

from __future__ import annotations

from collections.abc import Iterator

from ...mentions.numbers.hedges import Hedge
from ...mentions.numbers.placed import Passage, Placed
from .parts import told_parts, total_of
from .relations import Kind, Relation, beside, is_level

_MOST, _LONGEST = 14, 5
"""Figures of one unit beyond which a passage is a table, and parts beyond which none are looked for."""
_NEAR = 2
"""Sentences that the parts of a total may be apart."""
_FAR = 8
"""Sentences that they may stand from their total."""
_LEAST = 20
"""A total below which chance is never ruled out."""


def tallies(passage: Passage) -> Iterator[Relation]:
    """Totals with runs of neighbouring figures of their unit, those that add up and those that don't."""
    groups: dict[tuple[str, str, str], list[Placed]] = {}
    money = {placed.quantity.unit for placed in passage.figures if placed.quantity.measure == "money"}
    for placed in passage.figures:
        if placed.before == " ":  # 020 7946 0018
            continue
        if is_level(placed) and not placed.aside and placed.quantity.measure in ("count", "money"):
            groups.setdefault((*unit_of(placed, money), placed.per), []).append(placed)
    for group in groups.values():
        if 3 <= len(group) <= _MOST:
            yield from _tallies(group)


def unit_of(placed: Placed, money: set[str]) -> tuple[str, str]:
    """Measure and unit; "forty million" is money where one currency alone is told of."""
    quantity = placed.quantity
    if quantity.measure == "count" and not quantity.noun and quantity.value >= 1e5 and len(money) == 1:
        return "money", next(iter(money))
    return quantity.measure, quantity.unit


def _tallies(group: list[Placed]) -> Iterator[Relation]:
    found = [
        _tally(total, parts)
        for total in group
        if total.value >= _LEAST and total.quantity.hedge is Hedge.EXACT
        for parts in _runs(group, total)
    ]
    held = [{f.index for f in relation.figures} for relation in found if relation.holds]
    for relation in found:
        if relation.holds or not any(len({f.index for f in relation.figures} & some) > 1 for some in held):
            yield relation


def _runs(group: list[Placed], total: Placed) -> Iterator[tuple[Placed, ...]]:
    """Two to five neighbours in *group* that may be parts of *total*, which their own sentences don't tell."""
    for begin in range(len(group) - 1):
        run: list[Placed] = []
        for part in group[begin : begin + _LONGEST]:
            if not _may_follow(run, part, total):
                break
            run.append(part)
            parts = tuple(run)
            value = sum(p.value for p in parts)
            if len(run) > 1 and 0.4 < value / total.value < 2.5 and not _is_told(total, parts):
                yield parts


def _is_told(total: Placed, parts: tuple[Placed, ...]) -> bool:
    """Whether the words make them parts of the total beside it, which is a sum's matter."""
    return all(beside(part, total) for part in parts) and bool(told_parts(total, parts))


def _may_follow(run: list[Placed], part: Placed, total: Placed) -> bool:
    if part is total or part.value >= total.value or abs(part.place - total.place) > _FAR:
        return False
    if (part.change in ("moved", "by", "of") and part.change != total.change) or part.level in (
        "from",
        "against",
        "earlier",
    ):
        return False
    if part.value * 300 < total.value or part.quantity.hedge is not Hedge.EXACT:
        return False
    noun = part.quantity.noun
    known = {p.quantity.noun for p in (*run, total)} - {""}
    return (not noun or not known or noun in known) and (not run or part.place - run[0].place <= _NEAR)


def _tally(total: Placed, parts: tuple[Placed, ...]) -> Relation:
    relation = total_of(total, parts)
    relation.kind = Kind.TALLY
    return relation
