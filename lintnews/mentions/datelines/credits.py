"""Credits: the name of the agency that a story comes from, in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...datafiles import load_data
from ...mention import Mention
from ...source import Span

if TYPE_CHECKING:
    from ...story import Story

AGENCIES: dict[str, str] = load_data("agencies")["names"]
"""What a credit may say → the agency."""


def _in_brackets(agencies: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"[(\[]\s?({'|'.join(map(re.escape, agencies))})\s?[)\]]")


_CREDIT = _in_brackets(AGENCIES)

_HEAD = 200
"""How far into the copy a credit counts as the story's first, in characters."""


class Credit(Mention, frozen=True):
    """An agency's credit with its brackets."""

    kind: ClassVar[str] = "credit"
    agency: Annotated[str, "The agency's name."]
    closing: Annotated[bool, "Whether it is the last thing in the story."]
    opening: Annotated[Span | None, "An earlier credit of the same agency at the head of the story."] = None

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        if "(" not in story.text and "[" not in story.text:
            return
        opening: dict[str, Span] = {}
        head = min((block.span.start for block in story.body), default=0) + _HEAD
        end = max((block.span.end for block in story.body), default=0)
        own = story.house.words.agencies
        for found in (_in_brackets((*AGENCIES, *own)) if own else _CREDIT).finditer(story.text):
            closing = not story.text[found.end() : end].strip(" \n.*_—–-") and found.end() <= end
            span, agency = Span(*found.span()), AGENCIES.get(found[1], found[1])
            yield cls(span, agency, closing, opening.get(agency))
            if span.start < head:
                opening.setdefault(agency, span)
