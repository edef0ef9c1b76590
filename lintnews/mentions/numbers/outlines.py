"""Sentences in outline: each quantity is one character, so that patterns read the words around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern
from ..words.sentences import Sentence
from .quantities import Quantity

if TYPE_CHECKING:
    from ...story import Story

M = TypeVar("M", bound="Outline")

_MOST = 256
_FIRST = 0xE000
MEASURES = {
    "percent": 0, "points": 1, "basis points": 2, "share": 3, "multiple": 4, "money": 5, "count": 6, "length": 7, "area": 8,
    "mass": 9, "volume": 10, "speed": 11, "temperature": 12, "barrels": 13, "duration": 14,
}  # fmt: skip


def characters(*measures: str) -> str:
    """The character class of quantities of *measures* in an outline."""
    starts = [_FIRST + _MOST * MEASURES[m] for m in measures]
    return "[" + "".join(f"{chr(s)}-{chr(s + _MOST - 1)}" for s in starts) + "]"


ANY = characters(*MEASURES)
LEVEL = characters(
    "money", "count", "percent", "length", "area", "mass", "volume", "speed", "temperature", "barrels", "duration"
)
PERCENT = characters("percent")
SHARE = characters("share")
PORTION = characters("share", "percent")
MONEY = characters("money")
COUNT = characters("count")
AMOUNT = characters("money", "count", "length", "area", "mass", "volume", "barrels", "duration")
DURATION = characters("duration")
GAP = f"[^{chr(_FIRST)}-{chr(_FIRST + _MOST * len(MEASURES))};\n]"
"""One character that is no quantity and ends no clause."""


class Outline(Mention, frozen=True):
    """A sentence with two or more quantities. ``text`` is the sentence with one character for each of them.

    ``starts`` are the places in the story of the pieces of text between the quantities.
    """

    kind: ClassVar[str] = "outline"
    text: Annotated[str, "The sentence with one character for each quantity."]
    lower: Annotated[str, "The same in lower case."]
    quantities: Annotated[tuple[Quantity, ...], "The quantities."]
    places: Annotated[tuple[int, ...], "Where each quantity's character stands in text."]

    def quantity(self, character: str) -> Quantity:
        """The quantity for which *character* of ``text`` stands."""
        return self.quantities[(ord(character) - _FIRST) % _MOST]

    def position(self, index: int) -> int:
        """Where the quantity number *index* stands in ``text``."""
        return self.places[index]

    def story_place(self, place: int) -> int:
        """Where the character at *place* of ``text``, one of a word, stands in the story."""
        index = bisect_right(self.places, place) - 1
        if index < 0:
            return self.span.start + place
        return self.quantities[index].span.end + place - self.places[index] - 1

    def words_between(self, start: int, end: int) -> str:
        """Lower-case words of ``text[start:end]``; quantities among them read as a plain word."""
        return _QUANTITY.sub("years", self.lower[start:end])

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        quantities = story.mentions(Quantity)
        if len(quantities) < 2:
            return
        at = 0
        for sentence in story.mentions(Sentence):
            while at < len(quantities) and quantities[at].span.start < sentence.span.start:
                at += 1
            first = at
            while at < len(quantities) and quantities[at].span.end <= sentence.span.end:
                at += 1
            if 2 <= at - first < _MOST:
                yield _outline(cls, story, sentence.span, quantities[first:at])


_QUANTITY = LazyPattern(ANY)


def _outline(cls: type[M], story: Story, span: Span, quantities: tuple[Quantity, ...]) -> M:
    parts: list[str] = []
    places: list[int] = []
    at, length = span.start, 0
    for index, quantity in enumerate(quantities):
        between = story.text[at : quantity.span.start]
        parts += [between, chr(_FIRST + _MOST * MEASURES[quantity.measure] + index)]
        length += len(between)
        places.append(length)
        length += 1
        at = quantity.span.end
    parts.append(story.text[at : span.end])
    text = "".join(parts).replace("\n", " ")
    lower = text.lower()
    return cls(span, text, lower if len(lower) == len(text) else text, quantities, tuple(places))
