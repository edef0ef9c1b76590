"""The scale and the unit that stand right behind a number."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...house import NO_WORDS, HouseWords
from ..words.lazy_pattern import LazyPattern
from .currencies import NATIONS, WORDS, currency
from .number_words import SHORT_SCALES
from .units import UNITS, Unit

_SCALE = re.compile(
    r"(?:[ \n-]?(?:thousand|million|billion|trillion|mln|bln|crore|lakh)|[ \n]?(?:mn?|bn|tn|k|b))(?![\w²])",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"[ \n-]?(%|°[FC]?|º[FC]|U\.S\. ?[A-Za-z]+|[Kk]m/h|[A-Za-z][A-Za-z²]*)(?:[ \n-]([A-Za-z]+))?(?:[ \n-]([A-Za-z]+))?"
)
_FIRST_WORDS = (
    frozenset(words.partition(" ")[0] for words in UNITS)
    | WORDS.keys()
    | frozenset(nation.partition("_")[0] for nation in NATIONS)
    | {"c", "f"}
)
_DEGREES = {"C": "Celsius", "F": "Fahrenheit"}


class Tail(NamedTuple):
    """What follows a number up to ``end``: ``factor`` of its scale (1 without one), ``unit`` or ``money``, and its words."""

    end: int
    factor: float = 1.0
    scale_end: int = 0
    unit: Unit | None = None
    money: tuple[str, float] | None = None
    words: str = ""


class AddedUnits:
    """The house's own words for currencies and for large numbers."""

    def __init__(self, words: HouseWords) -> None:
        self.currencies = {word.casefold(): name for word, name in words.currencies.items()}
        self.scales = {word.casefold(): size for word, size in words.scales.items()}
        listed = "|".join(map(re.escape, sorted(self.scales, key=len, reverse=True)))
        self._scale = re.compile(rf"[ \n-]?({listed})(?![\w²])", re.IGNORECASE)

    def scale(self, text: str, start: int) -> tuple[int, float] | None:
        """Where the word for a large number at *start* ends, and how much it is."""
        found = self._scale.match(text, start) if self.scales else None
        return (found.end(), self.scales[found[1].casefold()]) if found else None

    def currency(self, text: str, start: int) -> tuple[int, str] | None:
        """Where the word for a currency at *start* ends, and the currency."""
        found = _ONE_WORD.match(text, start) if self.currencies else None
        name = self.currencies.get(found[1].casefold()) if found else None
        return (found.end(), name) if found and name else None


_ONE_WORD = LazyPattern(r"[ \n-]?([^\W\d_]+)(?!\w)")
_NONE_ADDED = AddedUnits(NO_WORDS)


def added_units(words: HouseWords) -> AddedUnits:
    """What *words* add to the units that a number may have."""
    return AddedUnits(words) if words.currencies or words.scales else _NONE_ADDED


def tail(text: str, start: int, added: AddedUnits = _NONE_ADDED) -> Tail:
    """The scale and unit behind the number that ends at *start*."""
    scale = _SCALE.match(text, start)
    end, factor = start, 1.0
    if scale:
        end, factor = scale.end(), SHORT_SCALES[scale.group().strip(" \n-").lower()]
    elif own := added.scale(text, start):
        end, factor = own
    scale_end = end if end > start else 0
    if paid_in := added.currency(text, end):
        stop, name = paid_in
        return Tail(stop, factor, scale_end, None, (name, 1.0), text[end:stop].strip(" \n-"))
    found = _WORDS.match(text, end)
    if found:
        first = found[1].lower()
        known = first in _FIRST_WORDS or first.startswith(("u.s.", "°", "º"))
        for last in (3, 2, 1) if known else ():
            if found[last] is None:
                continue
            words = text[found.start(1) : found.end(last)]
            stop = found.end(last)
            if text[stop : stop + 1].isalnum():
                continue
            unit = _unit(words, text[stop : stop + 1])
            money = None if unit else currency(words.replace("-", " ").replace("\n", " "))
            if unit or money:
                return Tail(stop, factor, scale_end, unit, money, words)
    return Tail(end, factor, scale_end)


def _unit(words: str, after: str) -> Unit | None:
    if words in _DEGREES:
        return Unit(_DEGREES[words], "temperature") if after not in ("'", "’", "&") else None
    return UNITS.get(words.lower().replace("-", " ").replace("\n", " "))
