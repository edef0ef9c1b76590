"""wrong-home: a thing that is known to belong to one land or city is told as another's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from ...check import Check, option
from ...knowledge.belongings import Home, lies_within
from ...knowledge.folding import fold
from ...knowledge.gazetteer import Place, places
from ...knowledge.nations import capital_of, nation_name
from ...match import Match, Note
from ...mentions.world.belonging_claims import BelongingClaim

if TYPE_CHECKING:
    from ...story import Story

_OTHER_CITY = 100
"""Thousands of people from which on a city is no suburb of another of its country."""


class WrongHome(Check):
    """Flags the land, the state or the city that a thing is given to, where it is known to belong to another."""

    kind: ClassVar[str] = "wrong-home"
    values: ClassVar[tuple[str, ...]] = ("name", "right")
    says: Literal["of a land", "in a city", "of a state"] = option("Which claim is judged.")
    things: tuple[str, ...] = option("Kinds of things of facts/belongings.yaml; all, where none is named.", ())

    def matches(self, story: Story) -> Iterator[Match]:
        for claim in story.mentions(BelongingClaim):
            if claim.says != self.says or (self.things and claim.thing.thing not in self.things):
                continue
            homes = claim.thing.known.homes
            wrong = (
                _wrong_city(story.words(claim.where), homes)
                if self.says == "in a city"
                else not any(lies_within(claim.codes, home) for home in homes)
            )
            if wrong:
                name = story.words(claim.thing.span)
                yield Match(
                    claim.where, (("name", name), ("right", _right(homes))), (Note("the name", claim.thing.span),)
                )


def _right(homes: tuple[Home, ...]) -> str:
    cities = list(dict.fromkeys(home.cities[0] for home in homes if home.cities))
    lands = list(dict.fromkeys(nation_name(_land(code)) for home in homes for code in sorted(home.codes)))
    return " or ".join(cities or lands)


def _land(code: str) -> str:
    """A state's code; of the American ones also the part's."""
    return code if code.startswith("US.") else code.partition(".")[0]


def _wrong_city(city: str, homes: tuple[Home, ...]) -> bool:
    """Whether no place called *city* may be the thing's: none in its land, or another great one where its city is known."""
    if any(fold(city) == fold(own) for home in homes for own in home.cities):
        return False
    found = places(city)
    own = capital_of(city)
    if not found or any(fold(city) in fold(own) or fold(own) in fold(city) for home in homes for own in home.cities):
        return False
    near = [place for place in found if any(_holds(home, place) for home in homes)]
    if not near:
        return bool(own) or found[0].thousands >= _OTHER_CITY
    if not all(home.cities for home in homes):
        return False
    great = near[0] == found[0] and near[0].thousands >= _OTHER_CITY
    return great or any(code.partition(".")[0] == near[0].country for code in own)


def _holds(home: Home, place: Place) -> bool:
    return any(code.partition(".")[0] == place.country for code in home.codes)
