"""Which lands a word stands for: a state's name, adjective, people or capital, a region, a continent."""

from __future__ import annotations

from functools import cache, lru_cache

from ..datafiles import load_data
from .nations import UNIONS, area, capital_of, groups, nation_names

Lands = frozenset[str]
"""Codes as ``nations`` has them: "FR", "US.TX", "~Czechoslovakia"; empty for a word that stands for none."""
NOWHERE: Lands = frozenset()
_ENDINGS = ("s", "es", "n", "ns")
_CAPITALS_ONLY = ("us", "eu", "uk", "nz", "uae")
_OWN_ONLY = frozenset(("Turkish", "Greek", "Chinese", "Somali", "Serb", "Israeli", "Kurdish"))
"""Adjectives that count here for their own state only, though their people live in others."""


@cache
def _named() -> dict[str, Lands]:
    """Names of one and two words, in small letters."""
    found = {name.casefold(): _area(name) for name in (*nation_names(), *UNIONS) if name.count(" ") < 2}
    short = load_data("facts")["lands"]
    for adjective, words in short["groups"].items():
        found.update(dict.fromkeys(words, groups()[adjective]))
    for name, words in short["states"].items():
        found.update(dict.fromkeys(words, area(name)))
    return found


def _area(name: str) -> Lands:
    if name in _OWN_ONLY:
        return frozenset(nation.code for nation in nation_names().get(name, ()))
    return area(name)


@lru_cache(maxsize=20_000)
def lands(name: str) -> Lands:
    """The lands that *name*, written as it stands in a text, says: all that a union or a former state took in among them."""
    plain = name.casefold()
    if not name[:1].isupper() or (plain in _CAPITALS_ONLY and not name.isupper()):
        return NOWHERE
    known = _named()
    if plain in known:
        return known[plain]
    for ending in _ENDINGS:
        if plain.endswith(ending) and plain[: -len(ending)] in known:
            return known[plain[: -len(ending)]]
    return frozenset(capital_of(name))


def is_land(name: str) -> bool:
    """Whether *name* is a state's or region's own name, adjective or people, and not only its capital."""
    plain = name.casefold()
    known = _named()
    return plain in known or any(plain.endswith(end) and plain[: -len(end)] in known for end in _ENDINGS)


def is_group(found: Lands) -> bool:
    """Whether it is a continent or another group of many states."""
    return len(found) > 15


def bears_out(stated: Lands, told: Lands) -> bool:
    """Whether a text that names *told* may mean *stated*: the same, a part or the whole of it, but not its whole continent."""
    return meet(stated, told) and is_group(told) <= is_group(stated)


def meet(one: Lands, other: Lands) -> bool:
    """Whether two share a land, or one lies in the other."""
    if one & other:
        return True
    return any(a.startswith(f"{b}.") or b.startswith(f"{a}.") for a in one for b in other)
