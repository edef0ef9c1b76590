"""Figures as headlines and bodies tell them: one value for "12", "twelve" and "a dozen", for "$5.4bn" and "5.4 billion"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..mentions.numbers.figures import LONGEST
from ..mentions.words.calendar_words import MONTHS
from ..mentions.words.cardinals import GROUPS, ORDINALS, SMALL
from ..record import Record
from .words import Telling, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS = re.compile(r"^(\d+(?:,\d{3})*(?:\.\d+)?)(?:st|nd|rd|th)?$")
_HYPHEN = re.compile(r"[-–]\d")
_BEFORE_HYPHEN = re.compile(r"\d[-–]\Z")
_SCALES = {
    "m": 6,
    "mn": 6,
    "mln": 6,
    "million": 6,
    "bn": 9,
    "bln": 9,
    "billion": 9,
    "b": 9,
    "tn": 12,
    "trillion": 12,
    "k": 3,
    "thousand": 3,
}
_WORDS: dict[str, float] = {
    word: float(value)
    for word, value in (SMALL | GROUPS | ORDINALS | {"dozen": 12, "both": 2, "twice": 2}).items()
    if value > 1 and (word not in ORDINALS or value <= 10)
}


class Figure(Record, frozen=True):
    """A number in a sentence. ``step`` is what its last digit counts in; ``unit`` the sign or word of measure, "" for none."""

    word: Word
    value: float
    step: float
    unit: str
    digits: str
    scored: bool = False
    """Whether it is half of a score or a range: 8-38."""
    dated: bool = False
    """Whether it is the day of a month: May 5, 5 May."""


def figures(telling: Telling, text: str) -> Iterator[Figure]:
    """Every number of the sentence, in figures or in words."""
    words = telling.words
    for at, word in enumerate(words):
        match = _DIGITS.match(word.text) if word.text[0].isdigit() else None
        if match is None and word.plain not in _WORDS:
            continue
        if word.span.start and (text[word.span.start - 1].isalnum() or text[word.span.start - 1] == "<"):
            continue  # $adv12, a ticker
        after = words[at + 1] if at + 1 < len(words) else None
        if match:
            digits = match[1].replace(",", "")
            if len(digits) > LONGEST:
                continue
            end = word.span.end
            glued = after is not None and after.span.start == end
            scale, follows = 0, after.plain if after else ""
            if after is not None and follows in _SCALES and (glued or len(follows) > 2):
                scale = _SCALES[follows]
            before = text[max(0, word.span.start - 2) : word.span.start].rstrip()[-1:]
            unit = (
                before
                if before in "$£€" and before
                else "%"
                if text[end : end + 1] == "%" or follows in ("percent", "pct")
                else ""
            )
            decimals = len(digits.partition(".")[2])
            value = float(digits) * 10.0**scale
            zeros = len(digits) - len(digits.rstrip("0")) if not decimals else 0
            scored = (
                _HYPHEN.match(text, end) is not None
                or _BEFORE_HYPHEN.search(text, max(0, word.span.start - 2), word.span.start) is not None
            )
            if word.text[-1].isalpha():  # 1st, 22nd
                continue
            yield Figure(
                word,
                value,
                10.0 ** (scale - decimals + min(zeros, len(digits) - 1)),
                unit,
                digits,
                scored,
                _is_day(words, at),
            )
        else:
            yield Figure(word, _WORDS[word.plain], 1.0, "", "")


def _is_day(words: tuple[Word, ...], at: int) -> bool:
    beside = (words[near].plain for near in (at - 1, at + 1) if 0 <= near < len(words))
    return any(word in MONTHS for word in beside)


def bears_out(stated: Figure, told: Figure) -> bool:
    """Whether the two may be one value: equal, one rounded to the other, or the stated one cut off: 1,200 for 1,269."""
    if stated.value == told.value:
        return True
    if stated.step >= 10 and stated.value <= told.value < stated.value + stated.step:
        return True
    return (
        abs(stated.value - told.value) <= 0.5001 * max(stated.step, told.step)
        and abs(stated.value - told.value) < 0.1 * told.value + 0.001
    )
