"""Direct quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from ..mention import Mention
from ..source import Span

if TYPE_CHECKING:
    from ..story import Story

_QUOTATION = re.compile(r"“[^“”\"\n]*[”\"]|(?<!\w)\"[^“”\"\n]*[”\"]")


@dataclass(frozen=True, slots=True)
class Quotation(Mention):
    """A direct quotation with its marks; ``inner`` is what stands between them."""

    kind: ClassVar[str] = "quotation"
    inner: Span

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        for match in _QUOTATION.finditer(story.text):
            yield cls(Span(*match.span()), Span(match.start() + 1, match.end() - 1))
