"""Numbers in figures: "1,250", "2.4", "9-1/2", "½"."""

from __future__ import annotations

import re

VULGAR = {"¼": 0.25, "½": 0.5, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875}

FIGURE = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[- ]\d{1,2}/\d{1,2}(?![\d/]))|\d+/\d+|\d+(?:\.\d+)?[¼½¾⅓⅔⅛⅜⅝⅞]?|[¼½¾⅓⅔⅛⅜⅝⅞])"
LONGEST = 40
"""Characters of a figure; a longer one counts nothing that news tells of, and may be beyond what a float holds."""
_FRACTION = re.compile(r"(?:(\d+)[- ])?(\d{1,3})/(\d{1,3})$")


def figure(text: str) -> tuple[float, float] | None:
    """The value of a figure, and the step to which it was rounded as far as its digits tell.

    The last decimal is the step of a decimal. Final zeros of a whole number may be rounding, so a number with two or
    more of them counts in tens or more: one digit finer than its last digit other than zero. None where it is no number.
    """
    mixed = _FRACTION.match(text)
    if mixed:
        below = int(mixed[3])
        return (int(mixed[1] or 0) + int(mixed[2]) / below, 1 / below) if below else None
    if "/" in text:
        return None
    extra = VULGAR.get(text[-1], 0.0)
    digits = (text[:-1] if extra else text).replace(",", "")
    value = float(digits) + extra if digits else extra
    if extra:
        return value, 0.25
    if "." in digits:
        return value, float(10.0 ** -len(digits.partition(".")[2]))
    zeros = len(digits) - len(digits.rstrip("0"))
    return value, float(10 ** max(0, zeros - 1)) if value else 1.0
