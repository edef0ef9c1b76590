"""The gazetteer: what places of a name there are in the world, and which words are names of people."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from .folding import fold
from .table import look_up

PLACES = "places.tsv"
PEOPLE = "people_names.tsv"
_KINDS = {"n": "country", "a": "region", "b": "county", "c": "city"}


class Place(NamedTuple):
    """A place that bears a name.

    ``kind``: country, region (state, province), county (district) or city (town, village of 500 people and more).
    ``country``: ISO 3166-1, "US". ``region``: ISO 3166-2 without the country, "TX"; "" where none is known.
    ``thousands`` of people, 0 where fewer than a thousand or unknown. ``own``: whether the name is its main English one, not "Gizeh".
    ``lies``: the tenths (0 to 9) of its country's peopled breadth and height, from the south-west; None for cities under 50,000.
    """

    kind: str
    country: str
    region: str
    thousands: int
    own: bool
    lies: tuple[int, int] | None = None


@lru_cache(maxsize=4_000)
def places(name: str) -> tuple[Place, ...]:
    """All places called *name* (of one word or several, whatever its capitals and accents), the most peopled first."""
    value = look_up(PLACES, fold(name))
    return tuple(_place(entry) for entry in value.split("|")) if value else ()


def _place(entry: str) -> Place:
    where, _, people = entry.rpartition(":")
    country, _, region = where[1:].partition(".")
    thousands, _, lies = people.partition("@")
    tenths = (int(lies[0]), int(lies[1])) if lies else None
    return Place(_KINDS[where[0].lower()], country, region, int(thousands), where[0].islower(), tenths)


def is_place(name: str, thousands: int = 0) -> bool:
    """Whether any place is called *name*; with *thousands*, a country, a region, or a city of so many thousand people."""
    found = places(name)
    if not thousands:
        return bool(found)
    return any(place.kind in ("country", "region") or place.thousands >= thousands for place in found)


def region_name(country: str, region: str) -> str:
    """The name of a region by its codes ("US", "TX"); "" if there is none."""
    return look_up(PLACES, f"={country}.{region}") or ""


def is_given_name(word: str) -> bool:
    """Whether *word* is a given name of some country that writes in Latin letters, or transcribed into them."""
    return "g" in (look_up(PEOPLE, fold(word)) or "")


def is_surname(word: str) -> bool:
    """Whether *word* is a surname, as :func:`is_given_name`."""
    return "s" in (look_up(PEOPLE, fold(word)) or "")
