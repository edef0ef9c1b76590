"""Numbers in words: "twenty-five", "two and a half million", "half a dozen", "three-quarters", "one in five"."""

from __future__ import annotations

import re

ONES = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
SMALL = ONES | TENS
SCALES = {
    "dozen": 12.0,
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}
SHORT_SCALES = SCALES | {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mlns": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "billions": 1e9,
    "millions": 1e6,
    "b": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
}
FRACTIONS = {
    "half": (1, 2),
    "halves": (1, 2),
    "third": (1, 3),
    "quarter": (1, 4),
    "fourth": (1, 4),
    "fifth": (1, 5),
    "sixth": (1, 6),
    "seventh": (1, 7),
    "eighth": (1, 8),
    "ninth": (1, 9),
    "tenth": (1, 10),
}

_SMALL_WORD = "|".join(sorted(SMALL, key=len, reverse=True))
_SCALE_WORD = "hundred|thousand|million|billion|trillion|dozen"
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
