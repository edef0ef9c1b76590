"""wrong-percent-change: a change that doesn't follow from the values before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Match, Note
from ...mentions.numbers.changes import Change
from ...mentions.numbers.differences import Difference
from ...mentions.numbers.hedges import Hedge
from ...mentions.numbers.intervals import Interval, rounded
from ...mentions.numbers.quantities import Quantity
from .wording import article, percent, plain

if TYPE_CHECKING:
    from ...story import Story

_WAYS = {1: "a rise", -1: "a fall"}
_HUNDRED = Interval(100.0, 100.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongPercentChange(Check):
    """Flags a rise or fall, in percent, points or as a multiple, that the two values it joins don't make."""

    kind: ClassVar[str] = "wrong-percent-change"
    values: ClassVar[tuple[str, ...]] = ("before", "after", "actual", "stated")

    def matches(self, story: Story) -> Iterator[Match]:
        for change in story.mentions(Change):
            actual = verdict(change)
            if actual:
                before, after = story.words(change.before.figure), story.words(change.after.figure)
                stated = story.words(change.stated.figure) if change.stated else _WAYS[change.direction]
                yield Match(
                    (change.stated or change.after).figure,
                    values=(("before", before), ("after", after), ("actual", actual), ("stated", stated)),
                    notes=(
                        Note(f"before: {before}", change.before.figure),
                        Note(f"after: {after}", change.after.figure),
                    ),
                )
        for difference in story.mentions(Difference):
            base, actual = base_of(difference)
            if actual:
                amount, stated = story.words(difference.amount.figure), story.words(difference.stated.figure)
                yield Match(
                    difference.stated.figure,
                    values=(
                        ("before", base),
                        ("after", story.words(difference.after.figure)),
                        ("actual", actual),
                        ("stated", stated),
                    ),
                    notes=(Note(f"by {amount}", difference.amount.figure), Note("to", difference.after.figure)),
                )


def base_of(difference: Difference) -> tuple[str, str]:
    """The value before, and what the change from it makes in percent; an empty change where it may be the one stated."""
    sign = difference.direction
    whole = difference.amount.true
    cut_off = Interval(whole.low, whole.high + difference.amount.step)  # "26 points" for 26.7
    amount = cut_off.times(sign)
    base = difference.after.true - amount
    if base.low <= 0:
        return "", ""
    true = cut_off / base * _HUNDRED
    value = difference.after.value - sign * difference.amount.value
    if true.meets(difference.stated.true):
        return "", ""
    shown = percent(true, difference.amount.value / value * 100)
    return _amount_words(difference.after, value), f"{article(shown)} {shown} {_noun(sign)}"


def verdict(change: Change) -> str:
    """What the values make ("a 25% increase"), where that is not what is stated; empty where it may be."""
    before, after, stated = change.before, change.after, change.stated
    if stated is None:
        difference = after.true - before.true
        wrong = difference.high < 0 if change.direction > 0 else difference.low > 0
        return _WAYS[-change.direction] if wrong else ""
    if stated.measure == "multiple":
        ratio = after.true / before.true
        loose = before.hedge in (Hedge.BELOW, Hedge.UNDER) or after.hedge in (Hedge.ABOVE, Hedge.OVER)
        if ratio.meets(Interval(stated.true.low, 1.05 * (stated.value + 1)) if loose else stated.true):
            return ""
        return f"{plain(after.value / before.value)} times"
    if stated.measure in ("points", "basis points"):
        return _points(change, stated)
    if stated.measure in ("percent", "share"):
        return _percent(change, stated)
    return _amount(change, stated)


def _signed(change: Change, stated: Interval) -> Interval:
    """*stated* with the direction that the words give it; both ways where they give none."""
    if change.direction > 0:
        return stated
    falling = Interval(-stated.high, -stated.low)
    return falling if change.direction < 0 else Interval(-stated.high, stated.high)


def _points(change: Change, stated: Quantity) -> str:
    factor = 0.01 if stated.measure == "basis points" else 1.0
    if (_beside(change.after, change.before) - _beside(change.before, change.after)).meets(
        _signed(change, stated.true.times(factor))
    ):
        return ""
    points = change.after.value - change.before.value
    if stated.measure == "basis points":
        return f"{_way(points)} of {plain(abs(points) * 100)} basis points"
    return f"{_way(points)} of {plain(abs(points))} percentage points"


def _beside(rate: Quantity, other: Quantity) -> Interval:
    """A rate of "5%" beside one of "4.75%" is not rounded to the nearest whole number."""
    if other.step < rate.step and other.step <= 0.01 and rate.hedge is Hedge.EXACT:
        return Interval(rate.value - 0.05, rate.value + 0.05)
    return rate.true


def _level(one: Quantity, other: Quantity) -> Interval:
    """What *one* may be beside *other*: final zeros are digits where the other figure is given more finely."""
    if one.coarse and one.hedge is Hedge.EXACT and other.step < one.step:
        return rounded(one.value, max(other.step, one.step / 10))
    return one.true


def _percent(change: Change, quantity: Quantity) -> str:
    stated = quantity.true.times(100.0 if quantity.measure == "share" else 1.0)
    before, after = change.before, change.after
    ratio = (_level(after, before) / _level(before, after) - Interval(1.0, 1.0)) * _HUNDRED
    signed = _signed(change, stated)
    if ratio.meets(signed) or (change.direction == 0 and _both_ways(ratio, stated)):
        return ""
    value = (change.after.value / change.before.value - 1) * 100
    shown = percent(ratio, abs(value))
    actual = f"{article(shown)} {shown} {_noun(value)}"
    if change.before.measure == "percent":
        points = plain(abs(change.after.value - change.before.value))
        return f"{_way(value)} of {points} percentage point{'' if points == '1' else 's'} ({shown})"
    return actual


def _both_ways(ratio: Interval, stated: Interval) -> bool:
    return ratio.meets(stated) or ratio.meets(Interval(-stated.high, -stated.low))


def _amount(change: Change, quantity: Quantity) -> str:
    difference = change.after.true - change.before.true
    stated = quantity.true
    if difference.meets(_signed(change, stated)):
        return ""
    value = change.after.value - change.before.value
    return f"{_way(value)} of {_amount_words(quantity, abs(value))}"


def _amount_words(like: Quantity, value: float) -> str:
    sign = {"$": "$", "£": "£", "€": "€"}.get(like.unit, "")
    return f"{sign}{plain(value)}" + ("" if sign or not like.unit_words else f" {like.unit_words}")


def _noun(value: float) -> str:
    return "increase" if value >= 0 else "decrease"


def _way(value: float) -> str:
    return "a rise" if value >= 0 else "a fall"
