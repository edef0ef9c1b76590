"""wrong-nationality: a well-known holder of a state's office, given to another state: "German President Jacques Chirac"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...knowledge.known import key_words, named
from ...knowledge.nations import nation_name
from ...match import Match, Note
from ...mentions.names.names import ORGANISATION, PLACE, Name
from ...mentions.words.lazy_pattern import LazyPattern
from ...mentions.world.nation_words import NationWord

if TYPE_CHECKING:
    from ...story import Story

_OFFICE = r"(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|[Ff]oreign [Mm]inister|[Ff]oreign [Ss]ecretary|[Dd]efen[cs]e [Mm]inister|[Ff]inance [Mm]inister|[Hh]ead of state|[Ll]eader|[Kk]ing|[Qq]ueen)"
_BEFORE = LazyPattern(rf"(?:['’]s)? (?:{_OFFICE},? )$")
_OF = LazyPattern(
    r"\b(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|[Ff]oreign [Mm]inister) of (?:the )?$"
)


class WrongNationality(Check):
    """Flags a state's name or adjective by an office and a well-known person's full name, where that person is of another state."""

    kind: ClassVar[str] = "wrong-nationality"
    values: ClassVar[tuple[str, ...]] = ("name", "right")

    def matches(self, story: Story) -> Iterator[Match]:
        text = story.text
        starts: dict[int, Name] = {}
        ends: dict[int, Name] = {}
        words = story.mentions(NationWord)
        if not words:
            return
        for name in story.mentions(Name):
            if len(name.tokens) > 1 and name.guess not in (ORGANISATION, PLACE):
                starts[name.span.start] = ends[name.span.end] = name
        for word in words:
            if text[word.span.start - 1 : word.span.start] in ("-", "‑"):  # anti-US
                continue
            whose = _name_behind(text, word, starts) or _name_before(text, word, ends)
            country = _country(whose.text) if whose else ""
            if whose and country and word.codes and not _takes_in(word.codes, country):
                values = (("name", whose.text), ("right", nation_name(country)))
                yield Match(word.span, values, (Note("the name", whose.span),))


_REACH = 40


def _name_behind(text: str, word: NationWord, starts: dict[int, Name]) -> Name | None:
    """The name in "German President Jacques Chirac"."""
    end = word.span.end
    for near in range(end + 5, min(len(text), end + _REACH)):
        if near in starts and _BEFORE.fullmatch(text, end, near):
            return starts[near]
    return None


def _name_before(text: str, word: NationWord, ends: dict[int, Name]) -> Name | None:
    """The name in "Stephen Harper, prime minister of Australia"."""
    start = word.span.start
    found = _OF.search(text, max(0, start - _REACH), start)
    if found is None:
        return None
    for gap in (2, 6):  # ", " and ", the "
        name = ends.get(found.start() - gap)
        if name is not None and text[name.span.end : found.start()] in (", ", ", the "):
            return name
    return None


def _country(name: str) -> str:
    """The country of the only known person of that name; "" for none."""
    things = named(key_words(name))
    countries = {thing.country for thing in things}
    return countries.pop() if len(countries) == 1 and all(thing.kind == "person" for thing in things) else ""


def _takes_in(codes: frozenset[str], country: str) -> bool:
    return country in codes or any(code.partition(".")[0] == country or code.startswith("~") for code in codes)
