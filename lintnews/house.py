"""The house: what one newsroom decides for all its stories."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class House:
    """House style and house lists, from the ``house:`` section of the configuration."""

    dateline_style: str = "ap"
    date_order: str = ""
    required_front_matter: tuple[str, ...] = ()


DEFAULT_HOUSE = House()
