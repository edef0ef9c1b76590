"""States and regions: their names, adjectives, capitals, currencies and languages, and what lies in them."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, NamedTuple

from ..datafiles import load_data
from .folding import fold
from .gazetteer import Place, places

UNIONS = {
    "Soviet Union": frozenset(
        ["RU", "UA", "BY", "KZ", "UZ", "TM", "TJ", "KG", "GE", "AM", "AZ", "MD", "LT", "LV", "EE"]
    ),
    "Soviet": frozenset(["RU", "UA", "BY", "KZ", "UZ", "TM", "TJ", "KG", "GE", "AM", "AZ", "MD", "LT", "LV", "EE"]),
    "Yugoslavia": frozenset(["RS", "HR", "SI", "BA", "MK", "ME", "XK"]),
    "Yugoslav": frozenset(["RS", "HR", "SI", "BA", "MK", "ME", "XK"]),
    "Yugoslavian": frozenset(["RS", "HR", "SI", "BA", "MK", "ME", "XK"]),
    "Serbia": frozenset(("RS", "XK")),
    "Serbian": frozenset(("RS", "XK")),
    "Serb": frozenset(("RS", "XK", "BA", "HR")),
    "Ireland": frozenset(("IE", "GB.NIR")),
    "Irish": frozenset(("IE", "GB.NIR")),
    "China": frozenset(("CN", "HK", "MO", "TW")),
    "Chinese": frozenset(("CN", "HK", "MO", "TW", "SG")),
    "Israel": frozenset(("IL", "PS")),
    "Israeli": frozenset(("IL", "PS", "SY")),
    "Morocco": frozenset(("MA", "EH")),
    "Moroccan": frozenset(("MA", "EH")),
    "Cyprus": frozenset(("CY",)),
    "Turkish": frozenset(("TR", "CY")),
    "Greek": frozenset(("GR", "CY")),
    "Sudan": frozenset(("SD", "SS")),
    "Sudanese": frozenset(("SD", "SS")),
    "Russia": frozenset(("RU", "UA.40", "UA.43")),
    "Korea": frozenset(("KR", "KP")),
    "Somali": frozenset(("SO", "ET", "KE", "DJ")),
    "Kurdish": frozenset(),
    "French": frozenset(("FR", "GP", "MQ", "GF", "RE", "YT", "NC", "PF", "PM")),
    "France": frozenset(("FR", "GP", "MQ", "GF", "RE", "YT", "NC", "PF", "PM")),
    "United States": frozenset(("US", "PR", "GU", "VI", "AS", "MP")),
    "U.S.": frozenset(("US", "PR", "GU", "VI", "AS", "MP")),
    "Netherlands": frozenset(("NL", "CW", "AW", "SX", "BQ")),
    "Dutch": frozenset(("NL", "CW", "AW", "SX", "BQ")),
    "Britain": frozenset(("GB", "GI", "JE", "GG", "IM", "BM")),
    "British": frozenset(("GB", "GI", "JE", "GG", "IM", "BM", "FK")),
    "Denmark": frozenset(("DK", "GL", "FO")),
    "Danish": frozenset(("DK", "GL", "FO")),
    "Spanish": frozenset(("ES",)),
    "District of Columbia": frozenset(("US.DC",)),
    "English": frozenset(("GB.ENG",)),
}
"""What a name takes in beside its own state: unions that are no more, dependencies, parts that others claim."""


class Nation(NamedTuple):
    """What a word stands for: ``code`` "FR", a region's "US.TX", a former state's "~Czechoslovakia"; ``what``: country, adjective, region."""

    code: str
    what: str


@cache
def nation_names() -> dict[str, tuple[Nation, ...]]:
    """Every name and adjective of a state and name of a region → what it stands for."""
    names: dict[str, list[list[str]]] = load_data("nations")["names"]
    return {name: tuple(Nation(*found) for found in every) for name, every in names.items()}


@cache
def first_words() -> dict[str, tuple[str, ...]]:
    """First word → the names that begin with it, the longest first; a name's "the" doesn't count."""
    filed: dict[str, list[str]] = {}
    for name in nation_names():
        if not name.startswith("the "):
            filed.setdefault(name.split()[0], []).append(name)
    return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in filed.items()}


def area(name: str) -> frozenset[str]:
    """The codes of all that *name* takes in: its states and regions, what was part of them, what they hold abroad."""
    codes: set[str] = set(UNIONS.get(name, ()))
    former: dict[str, list[str]] = _table("former")
    for nation in nation_names().get(name, ()):
        codes.update(former.get(nation.code, (nation.code,)))
    return frozenset(codes)


def holds(codes: frozenset[str], place: Place) -> bool:
    """Whether *place* lies in one of *codes*; a place whose region isn't known may lie in any region of its country."""
    if place.country in codes or f"{place.country}.{place.region}" in codes:
        return True
    return not place.region and any(code.partition(".")[0] == place.country for code in codes)


def lies_in(name: str, codes: frozenset[str]) -> bool:
    """Whether any place called *name*, of whatever size, lies in one of *codes*."""
    return any(holds(codes, place) for place in places(name))


@cache
def _capitals() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = load_data("nations")["capitals"]
    return found


def capitals(code: str, on: date | None = None) -> tuple[str, ...]:
    """The capitals of *code* on a day; without one, all that it ever had. As they are written."""
    day = on.isoformat() if on else ""
    return tuple(
        name
        for name, start, end in _capitals().get(code, ())
        if not day or ((not start or start <= day) and (not end or day <= end))
    )


@cache
def _by_capital() -> dict[str, tuple[str, ...]]:
    filed: dict[str, list[str]] = {}
    for code, every in _capitals().items():
        for name, *_ in every:
            filed.setdefault(fold(name), []).append(code)
    return {name: tuple(codes) for name, codes in filed.items()}


def capital_of(city: str) -> tuple[str, ...]:
    """The codes of which *city* is or was a capital."""
    return _by_capital().get(fold(city), ())


def money_of(word: str) -> tuple[tuple[str, str, str], ...]:
    """Where and when *word* ("baht") is money: country, from, until; empty for words that many have, and for no money."""
    return tuple((a, b, c) for a, b, c in _table("currencies").get(word, ()))


@cache
def money_words() -> frozenset[str]:
    """Every word that `money_of` knows."""
    return frozenset(_table("currencies"))


def languages_of(country: str) -> tuple[str, ...]:
    """The languages of a country, the most spoken first: the official ones and those that one in fifty speaks."""
    return tuple(_table("languages").get(country, ()))


def offices_missing(code: str) -> tuple[str, ...]:
    """Offices that a state doesn't have: "president", "prime minister", "chancellor"."""
    return tuple(_table("no_office").get(code, ()))


@cache
def rivers() -> dict[str, frozenset[str]]:
    """River → the folded names of cities on it."""
    return {river: frozenset(map(fold, cities)) for river, cities in _table("rivers").items()}


@cache
def waters() -> dict[str, frozenset[str]]:
    """Lake, sea or ocean → the folded names of cities on it."""
    return {water: frozenset(map(fold, cities)) for water, cities in _table("waters").items()}


@cache
def coasts() -> dict[str, frozenset[str]]:
    """Sea or ocean → the countries on its coasts."""
    return {sea: frozenset(codes) for sea, codes in _table("coasts").items()}


@cache
def groups() -> dict[str, frozenset[str]]:
    """ "African", "West African", "Baltic" … → the countries that go by it."""
    return {name: frozenset(codes) for name, codes in _table("groups").items()}


@cache
def stands() -> dict[str, frozenset[str]]:
    """Island or landmark → the countries in which one of that name stands."""
    return {name: frozenset(codes) for name, codes in _table("stands").items()}


def nicknames() -> dict[str, list[str]]:
    """ "Windy City" → the cities that go by it."""
    found: dict[str, list[str]] = _table("nicknames")
    return found


def neighbours(country: str) -> tuple[str, ...]:
    """The countries that *country* borders on by land."""
    return tuple(_table("neighbours").get(country, ()))


@cache
def _names_by_code() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, every in nation_names().items():
        for nation in every:
            if nation.what != "adjective":
                found.setdefault(nation.code, name)
    return found


def nation_name(code: str) -> str:
    """The English name of a state or region by its code; the code itself if it has none here."""
    return _names_by_code().get(code, code)


def _table(name: str) -> dict[str, Any]:
    found: dict[str, Any] = load_data("nations")[name]
    return found
