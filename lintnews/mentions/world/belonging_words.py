"""Things that belong to a land or a city, where a story names them: the DAX, Elland Road, Roger Federer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...knowledge.belongings import Belonging, anchored, anchors
from ...mention import Mention
from ...source import Span
from ..words.word_index import folded, word_starts

if TYPE_CHECKING:
    from ...story import Story

_CONTINUES = ("'s", "’s")


class BelongingWord(Mention, frozen=True):
    """A thing that belongs to a land or a city, by its name as it is known, without a possessive ending."""

    kind: ClassVar[str] = "belonging"
    thing: Annotated[str, "Its kind: index, bank, airline, building, person …"]
    weak: Annotated[bool, "Whether its name is another word too, so that a word for its kind must stand beside it."]
    cities: Annotated[tuple[str, ...], "The names of its city; empty where it belongs to a land only."]
    codes: Annotated[frozenset[str], "The codes of its states and regions."]
    known: Annotated[Belonging, "What is known of it."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        starts = story.once(word_starts)[0]
        hits = starts.keys() & anchors()
        if not hits:
            return
        text = story.once(folded)[0]
        found: dict[int, tuple[Span, Belonging]] = {}
        for word in sorted(hits):
            for thing in anchored(word):
                ahead = thing.name.find(word)
                for at in starts[word]:
                    span = Span(at - ahead, at - ahead + len(thing.name))
                    if span.start >= 0 and text.startswith(thing.name, span.start) and _stands_alone(text, span):
                        known = found.get(span.start)
                        if known is None or known[0].end < span.end:
                            found[span.start] = (span, thing)
        reached = -1
        for start in sorted(found):
            span, thing = found[start]
            if start >= reached:
                yield cls(span, thing.kind, thing.weak, thing.cities, thing.codes, thing)
                reached = span.end


def _stands_alone(text: str, span: Span) -> bool:
    """Whether no letter, hyphen or ampersand ties the name to another word."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return not (before.isalnum() or before in ("-", "&", "/", "@", "'")) and not (after.isalnum() or after == "&")
