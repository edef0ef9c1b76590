"""wrong-percent-change: a change that doesn't follow from the values before and after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Certainty, Edit, Fix, Match, Note
from ...mentions.numbers.placed import Placed
from .judged import judged_of
from .relations import Kind, Relation
from .wording import article, plain, rounded_percent

if TYPE_CHECKING:
    from ...story import Story


class WrongPercentChange(Check):
    """Flags a rise or fall, in percent, points, as an amount or as a multiple, that the figures beside it don't make."""

    kind: ClassVar[str] = "wrong-percent-change"
    values: ClassVar[tuple[str, ...]] = ("before", "after", "actual", "stated")

    def matches(self, story: Story) -> Iterator[Match]:
        from .told_changes import wrong_changes

        told = {_starts(relation): relation for relation in wrong_changes(story)}
        stated: set[int] = set()
        for relation, _, certainty in judged_of(story, Kind.CHANGE, Kind.MOVE):
            told.pop(_starts(relation), None)
            stated.add(relation.figures[0].figure.start)
            yield _match(story, relation, certainty)
        for relation in told.values():
            if relation.figures[0].figure.start not in stated:
                stated.add(relation.figures[0].figure.start)
                yield _match(story, relation, Certainty.POSSIBLE)


def _starts(relation: Relation) -> frozenset[int]:
    return frozenset(placed.figure.start for placed in relation.figures)


def _match(story: Story, relation: Relation, certainty: Certainty) -> Match:
    stated = relation.figures[0]
    before, after, actual, notes = (_of_change if relation.kind is Kind.CHANGE else _of_move)(relation, story)
    words = story.words(stated.figure)
    return Match(
        stated.figure,
        (("before", before), ("after", after), ("actual", actual), ("stated", _told(relation, words))),
        notes,
        _fixes(relation, story),
        tuple(sorted(relation.features)),
        certainty,
    )


def _told(relation: Relation, words: str) -> str:
    """What the story says, with its direction where that is what is wrong."""
    if relation.turned and relation.figures[0].quantity.measure != "multiple":
        return f"{words} {'up' if relation.direction > 0 else 'down'}"
    return words


def _of_change(relation: Relation, story: Story) -> tuple[str, str, str, tuple[Note, ...]]:
    stated, before, after = relation.figures
    old, new = story.words(before.figure), story.words(after.figure)
    notes = (Note(f"before: {old}", before.figure), Note(f"after: {new}", after.figure))
    return old, new, actual_change(stated, before, after), notes


def _of_move(relation: Relation, story: Story) -> tuple[str, str, str, tuple[Note, ...]]:
    stated, amount, after = relation.figures
    way = _way(relation)
    base = after.value - way * amount.value
    percent = rounded_percent(abs(amount.value / base) * 100, stated.quantity.step)
    moved = story.words(amount.figure)
    notes = (Note(f"by {moved}", amount.figure), Note(f"to {story.words(after.figure)}", after.figure))
    return _like(after, base), story.words(after.figure), f"{article(percent)} {percent} {_noun(way)}", notes


def _way(relation: Relation) -> int:
    if relation.direction:
        return -relation.direction if relation.turned else relation.direction
    return -1


def actual_change(stated: Placed, before: Placed, after: Placed) -> str:
    """What leads from one value to the other, in the terms of the stated change: "a 25% increase", "a fall of 200"."""
    difference = after.value - before.value
    measure = stated.quantity.measure
    if measure == "multiple":
        return f"{plain(after.value / before.value)} times"
    if measure == "basis points":
        return f"{_amount(difference)} of {plain(abs(difference) * 100)} basis points"
    if measure == "points" or (measure == "percent" and before.quantity.measure == "percent"):
        points = plain(abs(difference))
        percent = f" ({rounded_percent(abs(after.value / before.value - 1) * 100, 1)})" if measure == "percent" else ""
        of_what = "percentage " if before.quantity.measure == "percent" else ""
        return f"{_amount(difference)} of {points} {of_what}point{'' if points == '1' else 's'}{percent}"
    if measure in ("percent", "share"):
        step = stated.quantity.step if measure == "percent" else 1.0
        percent = rounded_percent(abs(after.value / before.value - 1) * 100, step)
        return f"{article(percent)} {percent} {_noun(difference)}"
    return f"{_amount(difference)} of {_like(stated, abs(difference))}"


def _fixes(relation: Relation, story: Story) -> tuple[Fix, ...]:
    """The percentage that would be right, shown."""
    stated = relation.figures[0]
    if stated.quantity.measure != "percent" or relation.turned:
        return ()
    words = story.words(stated.figure)
    digits = "".join(c for c in words if c in "0123456789.,")
    right = rounded_percent(relation.wanted[0][0], stated.quantity.step).rstrip("%")
    if not digits or not words.startswith(digits) or right == digits:
        return ()
    return (Fix((Edit(stated.figure, right + words[len(digits) :]),)),)


def _like(like: Placed, value: float) -> str:
    sign = {"$": "$", "£": "£", "€": "€"}.get(like.quantity.unit, "")
    return f"{sign}{plain(value)}" + ("" if sign or not like.quantity.unit_words else f" {like.quantity.unit_words}")


def _noun(value: float) -> str:
    return "increase" if value >= 0 else "decrease"


def _amount(value: float) -> str:
    return "a rise" if value >= 0 else "a fall"
