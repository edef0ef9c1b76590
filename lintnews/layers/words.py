"""Words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from ..mention import Mention
from ..source import Span

if TYPE_CHECKING:
    from ..story import Story

WORD = re.compile(r"[^\W_]+(?:[’'\-.&][^\W_]+)*", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Word(Mention):
    """Letters and digits, with apostrophes, hyphens, points and ampersands inside."""

    kind: ClassVar[str] = "word"
    text: str

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        for match in WORD.finditer(story.text):
            yield cls(Span(*match.span()), match.group())
