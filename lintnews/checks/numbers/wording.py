"""Numbers and lists in the words of a message."""

from __future__ import annotations

import math

from ...mentions.numbers.intervals import Interval

_NAMES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def plain(value: float, digits: int = 3) -> str:
    """*value* as a reader would write it: "1,250", "2.4 million", "0.5"."""
    for size, name in _NAMES:
        if abs(value) >= size:
            return f"{_short(value / size, digits)} {name}"
    return _short(value, digits)


def _short(value: float, digits: int) -> str:
    if abs(value - round(value)) < 1e-9 or abs(value) >= 10**digits:
        return f"{round(value):,}"
    places = max(1, digits - 1 - math.floor(math.log10(abs(value)))) if value else 0
    return f"{value:.{min(places, 4)}f}".rstrip("0").rstrip(".")


def percent(true: Interval, value: float) -> str:
    """A percentage worked out: as many digits as its interval allows, "25%", "0.8%"."""
    spread = true.high - true.low
    if math.isinf(spread):
        return f"{value:.0f}%"
    places = 0 if abs(value) >= 10 or spread > 1 else 1 if spread > 0.05 or abs(value) >= 1 else 2
    text = f"{value:.{places}f}"
    if float(text) == 0 and value:
        text = f"{value:.2g}"
    return text + "%"


def rounded_percent(value: float, step: float) -> str:
    """A percentage to as many places as *step* has: "25%", "0.8%"; one more where that would be nothing."""
    places = 0 if step >= 1 else 1 if step >= 0.1 else 2
    text = f"{value:.{places}f}"
    if float(text) == 0 and value:
        text = f"{value:.2g}"
    return text + "%"


def article(number: str) -> str:
    """ "a" or "an" before a number in figures."""
    return "an" if number.startswith(("8", "11%", "18")) and not number.startswith(("80,", "8,0,")) else "a"
