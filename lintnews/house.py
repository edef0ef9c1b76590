"""The house: what one newsroom decides for all its stories."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name as the house writes it; ``variants`` are spellings to be mended, ``never`` spellings that are always wrong."""

    canonical: str
    variants: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HouseNames:
    """``known`` names, and ``distinct`` groups of names that are near each other and all right."""

    known: tuple[KnownName, ...] = ()
    distinct: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class House:
    """House style and house lists, from the ``house:`` section of the configuration."""

    dateline_style: str = "ap"
    date_order: str = ""
    required_front_matter: tuple[str, ...] = ()
    names: HouseNames = HouseNames()


DEFAULT_HOUSE = House()
