"""wrong-share: a share that the part and the whole don't make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Match, Note
from .judged import judged_of
from .relations import Kind
from .wording import rounded_percent

if TYPE_CHECKING:
    from ...story import Story


class WrongShare(Check):
    """Flags "12 of 48 members, a third", and "one in four (30%)": a share that part and whole, or the same share told again, contradict."""

    kind: ClassVar[str] = "wrong-share"
    values: ClassVar[tuple[str, ...]] = ("given", "actual", "stated")

    def matches(self, story: Story) -> Iterator[Match]:
        for relation, _, certainty in judged_of(story, Kind.SHARE, Kind.SAME):
            stated, *others = relation.figures
            notes: tuple[Note, ...]
            words = [story.words(figure.figure) for figure in others]
            if relation.kind is Kind.SHARE:
                part, whole = others
                given = f"{words[0]} of {words[1]}"
                step = stated.quantity.step if stated.quantity.measure == "percent" else 1.0
                actual = rounded_percent(part.value / whole.value * 100, step)
                notes = (Note("part", part.figure), Note("whole", whole.figure))
            else:
                given, notes = words[0], (Note(words[0], others[0].figure),)
                value = others[0].value * (100 if others[0].quantity.measure == "share" else 1)
                actual = rounded_percent(value, 1.0)
            yield Match(
                stated.figure,
                (("given", given), ("actual", actual), ("stated", story.words(stated.figure))),
                notes,
                (),
                tuple(sorted(relation.features)),
                certainty,
            )
