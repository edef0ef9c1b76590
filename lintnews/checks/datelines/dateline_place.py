"""dateline-place: the place in the dateline, spelled otherwise in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Match, Note
from ...mentions.datelines.opening import datelines
from ...mentions.dates.misspellings import one_slip
from ...source import Span

if TYPE_CHECKING:
    from ...story import Story

_SHORTEST = 6
_OWN_REGION = re.compile(r", [A-Z]")
"""What follows names another town's state or country."""
_ENDINGS = "nsiraeo"
"""Letters that make another word of a place: Georgian, Bahraini, Londoner."""
_CAPITALISED = re.compile(r"[^\W\d_a-z][^\W\d_]{4,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class DatelinePlace(Check):
    """Flags a word in the text that is the dateline's place with a letter dropped, doubled or swapped."""

    kind: ClassVar[str] = "dateline-place"
    values: ClassVar[tuple[str, ...]] = ("place",)

    def matches(self, story: Story) -> Iterator[Match]:
        for dateline in datelines(story):
            places = [w for w in _CAPITALISED.findall(story.words(dateline.place)) if len(w) >= _SHORTEST]
            for word in _CAPITALISED.finditer(story.text, dateline.span.end) if places else ():
                place = next((p for p in places if _misspells(word.group(), p)), None)
                if place and not _OWN_REGION.match(story.text, word.end()):
                    note = Note("The dateline", dateline.place)
                    yield Match(Span(*word.span()), values=(("place", place.title()),), notes=(note,))


def _misspells(word: str, place: str) -> bool:
    """Whether *word* is *place* with a slip that makes no other word of it: no new ending, no letter for another."""
    a, b = word.lower(), place.lower()
    if a == b or abs(len(a) - len(b)) > 1 or a[0] != b[0] or not one_slip(a, b):
        return False
    if len(a) == len(b):
        return sorted(a) == sorted(b)
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    if longer.startswith(shorter) and longer[-1] in _ENDINGS:
        return False
    return len(a) < len(b) or longer.startswith(shorter) or any(x == y for x, y in pairwise(a))
