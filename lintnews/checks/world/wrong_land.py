"""wrong-land: what a story says of a land, an island, a landmark or a port, against the map."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from ...check import Check, option
from ...datafiles import word_list
from ...knowledge.folding import fold
from ...knowledge.gazetteer import places
from ...knowledge.nations import (
    area,
    capital_of,
    capitals,
    coasts,
    holds,
    nation_name,
    nation_names,
    neighbours,
    stands,
    waters,
)
from ...match import Match, Note
from ...mentions.world.land_claims import LandClaim

if TYPE_CHECKING:
    from ...story import Story

_STATES_KNOWN = frozenset(("US", "CA", "AU"))
"""Countries all of whose states' capitals are known."""
_OLD_LANDS = word_list("lands_of_several_countries")
"""Names of lands that lay, or lie, in several states."""
_DISPUTED = (frozenset(("RU", "UA")), frozenset(("IL", "PS")), frozenset(("IN", "PK")), frozenset(("AM", "AZ")), frozenset(("GE", "RU")),
             frozenset(("CN", "IN")), frozenset(("MA", "EH")), frozenset(("CY", "TR")), frozenset(("IQ", "TR")), frozenset(("IL", "SY")))  # fmt: skip


class WrongLand(Check):
    """Flags a claim about a land that no map bears out; what states dispute is left alone."""

    kind: ClassVar[str] = "wrong-land"
    values: ClassVar[tuple[str, ...]] = ("what", "where", "right")
    says: Literal["state of", "stands in", "one of", "borders on", "on the sea", "landlocked", "state capital"] = (
        option("Which claim is judged.")
    )

    def matches(self, story: Story) -> Iterator[Match]:
        for claim in story.mentions(LandClaim):
            if claim.says == self.says and (right := _JUDGES[self.says](story, claim)):
                values = (("what", story.words(claim.what)), ("where", story.words(claim.where)), ("right", right))
                notes = () if claim.what == claim.where else (Note("It is said of this.", claim.what),)
                yield Match(claim.where, values=values, notes=notes)


def _state(story: Story, claim: LandClaim) -> str:
    found = places(story.words(claim.what))
    if story.words(claim.what) in _OLD_LANDS:
        return ""
    if not claim.codes or any(holds(claim.codes, place) and place.kind == "region" for place in found):
        return ""
    place = next(place for place in found if place.kind == "region")
    if any({place.country, *_countries(claim.codes)} >= pair for pair in _DISPUTED):
        return ""
    return nation_name(place.country)


def _countries(codes: frozenset[str]) -> frozenset[str]:
    return frozenset(code.partition(".")[0] for code in codes)


def _stand(story: Story, claim: LandClaim) -> str:
    right = stands()[story.words(claim.what)]
    if (
        not claim.codes
        or right & _countries(claim.codes)
        or any(holds(claim.codes, place) for place in places(story.words(claim.what)))
    ):
        return ""
    if any(right | _countries(claim.codes) >= pair for pair in _DISPUTED):
        return ""
    return " or ".join(sorted(map(nation_name, right)))


def _one_of(story: Story, claim: LandClaim) -> str:
    codes = area(story.words(claim.what))
    if not codes or any("." in code or code.startswith("~") for code in codes) or codes & claim.codes:
        return ""
    return nation_name(min(codes))


def _border(story: Story, claim: LandClaim) -> str:
    first, second = area(story.words(claim.what)), claim.codes
    every = first | second
    if not first or not second or first & second or any("." in code or code.startswith("~") for code in every):
        return ""
    near = {code for other in first for code in neighbours(other)}
    if (
        near & second
        or not near
        or not any(neighbours(code) for code in second)
        or any(every >= pair for pair in _DISPUTED)
    ):
        return ""
    one = min(first & set(_named(first)) or first)
    return f"{nation_name(one)} borders on " + ", ".join(sorted(nation_name(code) for code in neighbours(one)))


def _named(codes: frozenset[str]) -> set[str]:
    return {nation.code for every in nation_names().values() for nation in every if nation.code in codes}


def _sea(story: Story, claim: LandClaim) -> str:
    city = fold(story.words(claim.what))
    if city in waters().get(claim.name, ()):
        return ""
    found = [place for place in places(city) if place.kind == "city" and place.thousands >= 5]
    others = [sea for sea, cities in waters().items() if city in cities]
    if any(place.country in claim.codes for place in found) and not (others and others[0].startswith("Lake")):
        return ""
    return " and ".join(others) or (nation_name(found[0].country) if found else "")


def _landlocked(story: Story, claim: LandClaim) -> str:
    codes = area(story.words(claim.what))
    on = [sea for sea, states in coasts().items() if codes & states and sea != "Caspian Sea" and len(codes) == 1]
    return " and ".join(on[:2])


def _state_capital(story: Story, claim: LandClaim) -> str:
    name = story.words(claim.what)
    if any("." in code for code in capital_of(name)):
        return ""
    found = [place for place in places(name) if place.kind == "city" and place.thousands >= 20]
    if not found or any(place.country not in _STATES_KNOWN for place in found):
        return ""
    return " or ".join(capitals(f"{found[0].country}.{found[0].region}"))


_JUDGES: dict[str, Callable[[Story, LandClaim], str]] = {
    "state of": _state, "stands in": _stand, "one of": _one_of, "borders on": _border, "on the sea": _sea, "landlocked": _landlocked,
    "state capital": _state_capital,
}  # fmt: skip
