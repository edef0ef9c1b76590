"""scale-slip: one quantity given twice, in two scales."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Match, Note
from .repeats import Repeat
from .wording import plain

if TYPE_CHECKING:
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleSlip(Check):
    """Flags million in one place and billion in another, or a factor of ten, for the same quantity."""

    kind: ClassVar[str] = "scale-slip"
    values: ClassVar[tuple[str, ...]] = ("first", "second", "factor")

    def matches(self, story: Story) -> Iterator[Match]:
        for repeat in story.mentions(Repeat):
            if repeat.is_slip_of_scale:
                first, second = story.words(repeat.first.figure), story.words(repeat.second.figure)
                small, large = sorted((repeat.first.value, repeat.second.value))
                values = (("first", first), ("second", second), ("factor", plain(large / small)))
                yield Match(repeat.second.figure, values, (Note(first, repeat.first.figure),))
