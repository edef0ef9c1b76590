"""The scale and the unit that stand right behind a number."""

from __future__ import annotations

import re
from typing import NamedTuple

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


def tail(text: str, start: int) -> Tail:
    """The scale and unit behind the number that ends at *start*."""
    scale = _SCALE.match(text, start)
    end = scale.end() if scale else start
    factor = SHORT_SCALES[scale.group().strip(" \n-").lower()] if scale else 1.0
    scale_end = end if scale else 0
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
