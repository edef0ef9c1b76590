"""Slips of the keys: figures one slip away from a figure, and whether one of them would be right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...mentions.numbers.placed import Placed

_FACTORS = (10.0, 0.1, 100.0, 0.01, 1000.0, 0.001)
_MOST = 12
"""Digits beyond which no figure is looked at."""


def repaired(digits: str, value: float, low: float, high: float) -> tuple[str, int]:
    """The slip that leads from a right figure between *low* and *high* to the one written, and how many slips were tried.

    *digits* are the figure's characters ("1,602.54"), *value* what it stands for. "swap": two neighbouring digits changed
    round; "digit": one digit another; "factor": ten, a hundred or a thousand times; "" for none.
    """
    bare = digits.replace(",", "")
    number = _number(bare)
    if not number or not 1 < len(bare) <= _MOST or not value or low > high:
        return "", 1
    scale = value / number
    low, high = low / scale, high / scale
    slack = 1e-9 * max(abs(low), abs(high))
    low, high = low - slack, high + slack
    for tried, (kind, changed) in enumerate(_variants(bare), 1):
        if low <= changed <= high:
            return kind, tried if kind == "swap" else _count(bare)
    return "", _count(bare)


def written_slip(text: str, placed: Placed, low: float, high: float) -> tuple[str, int]:
    """As ``repaired``, of a figure as it stands in *text*; one of a single digit may be any other."""
    digits = text[placed.figure.start : placed.figure.end].lstrip("$£€USAC ").partition(" ")[0]
    bare = "".join(c for c in digits if c in "0123456789.,")
    half = placed.quantity.step / 2
    if len(bare) == 1 or (not bare and placed.value < _WORDS):
        scale = max(1.0, placed.value / (_number(bare) or placed.value))
        return ("digit", 9) if 0.9 * scale <= (low + high) / 2 <= _WORDS * scale else ("", 1)
    return repaired(bare, placed.value, low - half, high + half)


_WORDS = 13
"""Numbers below which a word or a digit stands alone."""


def _count(bare: str) -> int:
    return 10 * sum(c.isdigit() for c in bare)


def _number(bare: str) -> float:
    try:
        return float(bare)
    except ValueError:
        return 0.0


def _variants(bare: str) -> Iterator[tuple[str, float]]:
    places = [i for i, c in enumerate(bare) if c.isdigit()]
    for one, two in pairwise(places):
        if bare[one] != bare[two]:
            yield "swap", float(bare[:one] + bare[two] + bare[one + 1 : two] + bare[one] + bare[two + 1 :])
    number = float(bare)
    point = bare.find(".")
    whole = len(bare) if point < 0 else point
    for at in places:
        size = 10.0 ** (whole - 1 - at if at < whole else whole - at)
        own = int(bare[at])
        for digit in range(10):
            if digit != own:
                yield "digit", number + (digit - own) * size
    for factor in _FACTORS:
        yield "factor", number * factor
