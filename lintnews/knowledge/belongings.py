"""Things that belong to a land or a city: stock indexes, firms, stadiums, well-known people. From ``facts/belongings.yaml``."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from ..datafiles import DATA_FOLDER
from .table import look_up

BELONGINGS = "belongings.tsv"


class Home(NamedTuple):
    """Where a thing belongs: codes as ``nations`` has them, "FR", "US.TX"; its city's names, empty where no city counts."""

    codes: frozenset[str]
    cities: tuple[str, ...]


class Belonging(NamedTuple):
    """A thing by its name as written, its ``kind`` ("index", "bank" …) and its homes; ``weak``: the name is another word too."""

    name: str
    kind: str
    weak: bool
    homes: tuple[Home, ...]

    @property
    def codes(self) -> frozenset[str]:
        return frozenset().union(*(home.codes for home in self.homes))

    @property
    def cities(self) -> tuple[str, ...]:
        return tuple(city for home in self.homes for city in home.cities)


@cache
def anchors() -> frozenset[str]:
    """The rarest word of each name: a story without any of them speaks of no such thing."""
    return frozenset((DATA_FOLDER / "belongings_words.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=4_000)
def anchored(word: str) -> tuple[Belonging, ...]:
    """The things whose rarest word is *word*, the longest name first."""
    value = look_up(BELONGINGS, word)
    found = [_belonging(entry) for entry in value.split("|")] if value else []
    return tuple(sorted(found, key=lambda thing: -len(thing.name)))


def _belonging(entry: str) -> Belonging:
    name, kind, weak, homes = entry.split(";")
    return Belonging(name, kind, bool(weak), tuple(map(_home, homes.split("&"))))


def _home(written: str) -> Home:
    codes, _, cities = written.partition("=")
    return Home(frozenset(codes.split(",")), tuple(cities.split(",")) if cities else ())


def lies_within(codes: frozenset[str], home: Home) -> bool:
    """Whether a word for *codes* may stand for the home's land: the same, the whole or a part of it."""
    return any(a == b or a.startswith((f"{b}.", "~")) or b.startswith(f"{a}.") for a in codes for b in home.codes)
