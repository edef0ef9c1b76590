"""dateline-place: the place in the dateline, spelled otherwise in the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...knowledge.gazetteer import is_given_name, is_place, is_surname
from ...match import Match, Note
from ...mentions.datelines.opening import datelines
from ...mentions.dates.misspellings import one_slip
from ...mentions.words.lazy_pattern import LazyPattern
from ...source import Span

if TYPE_CHECKING:
    from ...mentions.datelines.datelines import Dateline
    from ...story import Story

_SHORTEST = 6
_OWN_REGION = LazyPattern(r", [A-Z]")
"""What follows names another town's state or country."""
_ENDINGS = "nsiraeoy"
"""Letters that make another word of a place: Georgian, Bahraini, Londoner, Germany."""
_CAPITALISED = LazyPattern(r"[^\W\d_a-z][^\W\d_]{4,}")


class DatelinePlace(Check):
    """Flags the odd one of two spellings of the dateline's place: in the text, with a letter dropped, doubled or swapped,
    or in the dateline itself.

    Two spellings that are both places of the world, or a word that is somebody's name, are left alone.
    """

    kind: ClassVar[str] = "dateline-place"
    values: ClassVar[tuple[str, ...]] = ("place", "where")

    def matches(self, story: Story) -> Iterator[Match]:
        for dateline in datelines(story):
            places = [w for w in _CAPITALISED.findall(story.words(dateline.place)) if len(w) >= _SHORTEST]
            found: dict[str, list[Span]] = {}
            for word in _CAPITALISED.finditer(story.text, dateline.span.end) if places else ():
                if not _OWN_REGION.match(story.text, word.end()):
                    found.setdefault(word.group(), []).append(Span(*word.span()))
            for place in places:
                for written, spans in found.items():
                    if _misspells(written, place):
                        yield from _judged(story, dateline, place, written, spans)


def _judged(story: Story, dateline: Dateline, place: str, word: str, spans: list[Span]) -> Iterator[Match]:
    """The text's spellings where the dateline has a known place, the dateline's where the text has, or is of one mind."""
    if is_surname(word) or is_given_name(word):
        return
    whole = story.words(dateline.place)
    if is_place(place) or is_place(whole):
        if not is_place(word):
            note = Note("the dateline", dateline.place)
            for span in spans:
                yield Match(span, values=(("place", place.title()), ("where", "in the dateline")), notes=(note,))
    elif is_place(word) or len(spans) > 1:
        at = story.text.index(place, dateline.place.start)
        note = Note("in the text", spans[0])
        yield Match(Span(at, at + len(place)), values=(("place", word), ("where", "in the text")), notes=(note,))


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
