"""Everything in a story that tells of a land: words for it, its cities, firms, buildings and well-known people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from ...knowledge.gazetteer import is_place, is_surname, places
from ...knowledge.nations import capital_of
from ...source import Span
from ..names.names import PERSON, Name
from .belonging_claims import LandWord, land_words
from .belonging_words import BelongingWord
from .place_claims import known_city

if TYPE_CHECKING:
    from ...story import Story

Lands = frozenset[str]


class ToldLand(NamedTuple):
    """What tells of a land: its place, the land's codes; ``word`` where it is the land's own word, ``city`` where a city."""

    span: Span
    codes: Lands
    word: LandWord | None = None
    city: bool = False


def told_lands(story: Story) -> Iterable[ToldLand]:
    """All that tells of a land."""
    yield from tell_of_lands(story, Span(0, len(story.text)))


def tell_of_lands(story: Story, within: Span) -> list[ToldLand]:
    """What tells of a land between two offsets."""
    found = [
        ToldLand(word.span, countries(word.codes), word)
        for word in land_words(story)
        if within.start <= word.span.start < within.end and word.codes
    ]
    found += [
        ToldLand(thing.span, countries(thing.codes))
        for thing in story.mentions(BelongingWord)
        if within.start <= thing.span.start < within.end and not thing.weak and thing.thing != "seat"
    ]
    taken = {one.span.start for one in found}
    for name in story.mentions(Name):
        inside = within.start <= name.span.start < within.end and name.span.start not in taken
        if inside and name.guess != PERSON and not name.title and (codes := city_codes(name.text)):
            found.append(ToldLand(name.span, codes, None, True))
    return sorted(found, key=lambda one: one.span.start)


def city_codes(name: str) -> Lands:
    """Where the city of that name lies that is meant without more words; empty for no such city."""
    if len(name) < 4 or (name.isupper() and len(name) < 5) or not known_city(name) or _may_be_a_person(name):
        return frozenset()
    own = frozenset(code for code in capital_of(name) if not code.startswith("~"))
    found = places(name)
    return countries(own or frozenset(f"{place.country}.{place.region}" for place in found[:1]))


_GREAT = 300
"""Thousands of people from which on a city is meant by a name that is a surname too: Leeds, not Palin."""


def _may_be_a_person(name: str) -> bool:
    return is_surname(name) and not capital_of(name) and not is_place(name, thousands=_GREAT)


def countries(codes: Lands) -> Lands:
    """Codes by which two lands are compared: states, and the parts of the United States and of Britain by themselves."""
    return frozenset(code if code.startswith(("US.", "GB.")) else code.partition(".")[0] for code in codes)


def share_land(one: Lands, other: Lands) -> bool:
    """Whether the two are of one land, or one is part of the other."""
    return bool(one & other) or any(a.startswith(f"{b}.") or b.startswith(f"{a}.") for a in one for b in other)
