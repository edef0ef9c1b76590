"""Offices that a country doesn't have: the German prime minister, the Japanese president."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...knowledge.nations import nation_name, nation_names, offices_missing
from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern
from .nation_words import NationWord

if TYPE_CHECKING:
    from ...story import Story

_OFFICE = LazyPattern(
    r"(?P<owner>'s|’s)? (?P<office>[Pp]rime [Mm]inister|[Pp]resident|[Cc]hancellor)\b(?! of\b|-elect|,? [a-z-]+ of\b)"
)
_BEFORE = LazyPattern(r"(?:\b[Tt]he |[Ff]ormer |[Nn]ew |\b[Bb]y |\b[Tt]hat |^|[.\n“\"] ?)$")
_NAMED = LazyPattern(r" [A-Z]")


class MissingOffice(Mention, frozen=True):
    """An office named as that of a state that has none of the name; a firm's or a party's president is none."""

    kind: ClassVar[str] = "missing-office"
    office: Annotated[str, "prime minister, president or chancellor"]
    country: Annotated[str, "The state, by its name."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        for word in story.mentions(NationWord):
            codes = [nation.code for nation in nation_names().get(word.name, ())]
            if word.what == "region" or len(codes) != 1 or not offices_missing(codes[0]):
                continue
            match = _OFFICE.match(story.text, word.span.end)
            if not match or match.group("office").lower() not in offices_missing(codes[0]):
                continue
            if bool(match.group("owner")) != (word.what == "country"):
                continue
            start = word.span.start
            if word.what == "adjective" and not _BEFORE.search(story.text, max(0, start - 10), start):
                continue
            if match.group("office").lower() != "prime minister" and _NAMED.match(story.text, match.end()):
                continue
            yield cls(Span(start, match.end()), match.group("office").lower(), nation_name(codes[0]))
