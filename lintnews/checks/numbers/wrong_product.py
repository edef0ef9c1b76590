"""wrong-product: so much for each, so many, and a total that this doesn't make, told anywhere in a passage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Match, Note
from .judged import judged_of
from .relations import Kind
from .wording import plain

if TYPE_CHECKING:
    from ...story import Story


class WrongProduct(Check):
    """Flags "48 at table, £75 each" with a bill of £3,120, wherever in a passage the three figures stand."""

    kind: ClassVar[str] = "wrong-product"
    values: ClassVar[tuple[str, ...]] = ("rate", "times", "actual", "stated")

    def matches(self, story: Story) -> Iterator[Match]:
        for relation, _, certainty in judged_of(story, Kind.PRODUCT):
            total, rate, *units = relation.figures
            low, high = relation.wanted[1]
            times = units[0].value if units else 2 * total.value / (low + high)
            sign = total.quantity.unit if total.quantity.unit in ("$", "£", "€") else ""
            told = story.words(units[0].figure) if units else plain(round(times, 1))
            notes = tuple(Note(story.words(figure.figure), figure.figure) for figure in (rate, *units))
            values = (
                ("rate", story.words(rate.figure)),
                ("times", told),
                ("actual", f"{sign}{plain(rate.value * times)}"),
                ("stated", story.words(total.figure)),
            )
            yield Match(total.figure, values, notes, (), tuple(sorted(relation.features)), certainty)
