"""The house: what one newsroom decides for all its stories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .declared import option


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name as the house writes it; ``variants`` are spellings to be mended, ``never`` spellings that are always wrong."""

    canonical: str = option("The name as the house writes it.")
    variants: tuple[str, ...] = option("Spellings that are to be mended.", ())
    never: tuple[str, ...] = option("Spellings that are always wrong.", ())


@dataclass(frozen=True, slots=True)
class HouseNames:
    """``known`` names, and ``distinct`` groups of names that are near each other and all right."""

    known: tuple[KnownName, ...] = option("Names as the house writes them.", ())
    distinct: tuple[tuple[str, ...], ...] = option("Groups of names that are near each other, and all right.", ())


@dataclass(frozen=True, slots=True)
class House:
    """House style and house lists, from the ``house:`` section of the configuration."""

    dateline_style: str = option(
        "The form of datelines: ap, reuters, pti, or one of the house's own like `{CITY}[, {region}] — `.", "ap"
    )
    date_order: Literal["", "mdy", "dmy"] = option(
        "How 3/4/2025 is read: mdy, dmy, or nothing where the stories mix both.", ""
    )
    date_style: Literal["", "ap"] = option("Whose hints on dates and times are given: ap, or nothing.", "ap")
    standalone_cities: tuple[str, ...] = option("Cities that need no state or country in the house's datelines.", ())
    required_front_matter: tuple[str, ...] = option("What every story's front matter must say.", ())
    names: HouseNames = option("Names as the house writes them.", HouseNames)


DEFAULT_HOUSE = House()
