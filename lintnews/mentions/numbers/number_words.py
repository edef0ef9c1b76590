"""Numbers in words: "twenty-five", "two and a half million", "half a dozen", "three-quarters", "one in five"."""

from __future__ import annotations

import re

from ..words.cardinals import FRACTIONS, ONES, SCALES, SHORT_SCALES, SMALL, TENS

__all__ = ["FRACTIONS", "ONES", "SCALES", "SHORT_SCALES", "SMALL", "TENS"]

_SMALL_WORD = "|".join(sorted(SMALL, key=len, reverse=True))
_SCALE_WORD = "|".join(sorted(SCALES, key=len, reverse=True))
_FRACTION_WORD = "hal(?:f|ves)|(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?"

CARDINAL = (
    rf"(?:(?:half[ -]an?|an?) (?:{_SCALE_WORD})\b|(?:{_SMALL_WORD})\b)"
    rf"(?:(?:[ -]| and )(?:{_SMALL_WORD}|{_SCALE_WORD})\b)*"
    rf"(?: and (?:a half|a quarter|three[ -]quarters)\b(?: (?:{_SCALE_WORD})\b)?)?"
)
"""A cardinal in words, lower case."""

FRACTION = rf"(?:(?:an?|one|two|three|four|five|six|seven|nine)[ -](?:{_FRACTION_WORD})|half)\b"
"""A fraction in words, lower case."""

_WORD = re.compile(r"[a-z]+")


def cardinal(words: str) -> tuple[float, float] | None:
    """The value of a cardinal and the step in which it counts (1 for "forty", 1e6 for "two million").

    None for words that make no number ("two three").
    """
    total = current = 0.0
    step = 1.0
    small_allowed, tens = True, False
    parts = _WORD.findall(words.lower())
    index = 0
    while index < len(parts):
        part = parts[index]
        following = parts[index + 1] if index + 1 < len(parts) else ""
        index += 1
        if part == "and":
            if following == "a" or (following == "three" and parts[index + 1 : index + 2] == ["quarters"]):
                fraction = 0.75 if following == "three" else (0.5 if parts[index + 1] == "half" else 0.25)
                current += fraction * (step if current == 0 and total else 1)
                step = step / 4
                index += 2
        elif part in ("a", "an"):
            current = current or 1.0
        elif part == "half":
            current, step = 0.5, 0.5
        elif part in SMALL:
            value = SMALL[part]
            if not small_allowed and not (tens and 0 < value < 10):
                return None
            current += value
            small_allowed, tens = False, part in TENS
            step = 1.0
        else:
            scale = SCALES[part]
            if scale == 100 and current:
                current *= scale
            else:
                total += (current or 1.0) * scale
                current = 0.0
            step = scale * (step if step < 1 else 1.0)
            small_allowed, tens = True, False
    return total + current, min(step, 1e12)


def fraction(words: str) -> tuple[int, int] | None:
    """Numerator and denominator of "two-thirds", "a quarter", "half"."""
    parts = _WORD.findall(words.lower())
    top = 1 if parts[0] in ("a", "an", "half") else SMALL.get(parts[0], 1)
    below = FRACTIONS.get(parts[-1]) or FRACTIONS.get(parts[-1].rstrip("s"))
    return (top, below[1]) if below and top < below[1] else None
