"""wrong-place: a city said to lie in, or to be the capital of, where it isn't."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from ...check import Check, option
from ...knowledge.folding import fold
from ...knowledge.gazetteer import Place, places, region_name
from ...knowledge.nations import Nation, capital_of, capitals, holds, nation_names, rivers, waters
from ...match import Match, Note
from ...mentions.world.place_claims import PlaceClaim, is_city

if TYPE_CHECKING:
    from ...story import Story

_OPPOSITE = {"north": (1, 0, 2), "south": (1, 7, 9), "east": (0, 0, 2), "west": (0, 7, 9)}
"""Way → axis, and the tenths of a country that are surely not there."""


_GREAT = 500
"""Thousands of people from which on a city is meant by its name all the same."""
_MANY = 4
"""Places of one name in a country from which on there may well be another in any of its states, too small for the gazetteer."""


class WrongPlace(Check):
    """Flags what a story says of a known city where no place of that name, of whatever size, bears it out."""

    kind: ClassVar[str] = "wrong-place"
    values: ClassVar[tuple[str, ...]] = ("city", "where", "right")
    says: Literal["lies in", "capital of", "part of", "on"] = option("Which claim is judged.")

    def matches(self, story: Story) -> Iterator[Match]:
        for claim in story.mentions(PlaceClaim):
            if claim.says == self.says:
                right = _JUDGES[self.says](story, claim)
                if right:
                    city, where = story.words(claim.city), _noun(claim)
                    note = Note(f"The city: {right}.", claim.city)
                    yield Match(claim.where, values=(("city", city), ("where", where), ("right", right)), notes=(note,))


def _noun(claim: PlaceClaim) -> str:
    """The country or region of a claim by its name, not by an adjective."""
    codes = {nation.code for nation in nation_names().get(claim.name, ())}
    names = (
        name for name, every in nation_names().items() if any(n.code in codes and n.what != "adjective" for n in every)
    )
    return (
        next(names, claim.name)
        if any(n.what == "adjective" for n in nation_names().get(claim.name, ()))
        else claim.name
    )


def _country(story: Story, claim: PlaceClaim) -> str:
    """Where the city lies, if not where the story says; "" if it may lie there."""
    city = story.words(claim.city)
    found = places(city)
    if any(holds(claim.codes, place) for place in found) or not claim.codes:
        return ""
    same = [place for place in found if place.country in _countries(claim.codes)]
    if len(same) >= _MANY and same[0].thousands < _GREAT and all("." in code for code in claim.codes):
        return ""
    return in_words(next((place for place in found if is_city(place) or capital_of(city)), found[0])) if found else ""


def _countries(codes: frozenset[str]) -> frozenset[str]:
    return frozenset(code.partition(".")[0] for code in codes)


def _capital(story: Story, claim: PlaceClaim) -> str:
    """The capital on the day of the story, if the city isn't it; without a date, if it never was."""
    codes = [nation.code for nation in nation_names().get(claim.name, ())]
    right = dict.fromkeys(name for code in codes for name in capitals(code, story.published))
    city = fold(story.words(claim.city))
    return "" if any(fold(name) == city for name in right) else " or ".join(right)


def _part(story: Story, claim: PlaceClaim) -> str:
    """Where in the country the city lies, if that is the other end of it."""
    cities = [place for place in places(story.words(claim.city)) if holds(claim.codes, place)]
    if not cities or cities[0].lies is None or any("." in code for code in claim.codes):
        return ""
    for way, (axis, low, high) in _OPPOSITE.items():
        if way in claim.way and low <= cities[0].lies[axis] <= high:
            return _way(cities[0].lies)
    return ""


def _way(lies: tuple[int, int]) -> str:
    x, y = lies
    way = ("south" if y < 3 else "north" if y > 6 else "") + ("west" if x < 3 else "east" if x > 6 else "")
    return way or "middle"


def _water(story: Story, claim: PlaceClaim) -> str:
    """The water on which a city is known to lie, if it isn't known to lie on the claimed one too."""
    city = fold(story.words(claim.city))
    every = {**rivers(), **waters()}
    if city in every.get(claim.name, ()):
        return ""
    kind = rivers() if claim.name in rivers() else waters()
    return " and ".join(name for name in kind if city in kind[name])


_JUDGES = {"lies in": _country, "capital of": _capital, "part of": _part, "on": _water}


def in_words(place: Place) -> str:
    """Where a place lies, as one says it: "Texas", "France"."""
    region = region_name(place.country, place.region) if place.country in ("US", "CA", "AU", "GB", "IN") else ""
    country = next(
        (name for name in nation_names() if Nation(place.country, "country") in nation_names()[name]), place.country
    )
    return f"{region}, {country}" if region and place.country not in ("US", "GB") else region or country
