"""wrong-direction: two values, and a word that says that they moved the other way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Match, Note
from .changes import way_word
from .judged import judged_of
from .relations import Kind

if TYPE_CHECKING:
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongDirection(Check):
    """Flags "rose to 14 from 16": a value before, a value after, and a word of the other direction."""

    kind: ClassVar[str] = "wrong-direction"
    values: ClassVar[tuple[str, ...]] = ("before", "after", "actual", "word")

    def matches(self, story: Story) -> Iterator[Match]:
        for relation, _, certainty in judged_of(story, Kind.WAY):
            before, after = relation.figures
            first, second = sorted(relation.figures, key=lambda figure: figure.index)
            old, new = story.words(before.figure), story.words(after.figure)
            yield Match(
                second.figure,
                (
                    ("before", old),
                    ("after", new),
                    ("actual", "a fall" if relation.direction > 0 else "a rise"),
                    ("word", way_word(first, second)),
                ),
                (Note("the other figure", first.figure),),
                (),
                tuple(sorted(relation.features)),
                certainty,
            )
