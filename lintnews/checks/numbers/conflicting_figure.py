"""conflicting-figure: one quantity given twice with different values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Match, Note
from ...story import is_above
from .repeats import Repeat

if TYPE_CHECKING:
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictingFigure(Check):
    """Flags a count of dead or hurt, or another figure, that an earlier sentence gives otherwise."""

    kind: ClassVar[str] = "conflicting-figure"
    values: ClassVar[tuple[str, ...]] = ("first", "second", "what")

    def matches(self, story: Story) -> Iterator[Match]:
        for repeat in story.mentions(Repeat):
            if not repeat.is_slip_of_scale and not is_above(story, repeat.first.span):
                first, second = story.words(repeat.first.figure), story.words(repeat.second.figure)
                values = (("first", first), ("second", second), ("what", repeat.what))
                yield Match(repeat.second.figure, values, (Note(first, repeat.first.figure),))
