"""Words that name a day by the day of publication: today, yesterday, tomorrow, tonight."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from ..mention import Mention
from ..source import Span

if TYPE_CHECKING:
    from ..story import Story

_OFFSETS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_WORD = re.compile(r"\b(?:[Tt]oday|[Tt]onight|[Tt]omorrow|[Yy]esterday)\b(?!['’]s\b)")


@dataclass(frozen=True, slots=True)
class RelativeDay(Mention):
    """``offset`` is the distance in days from the day on which it is said."""

    kind: ClassVar[str] = "relative-day"
    offset: int

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        for match in _WORD.finditer(story.text):
            yield cls(Span(*match.span()), _OFFSETS[match.group().lower()])
