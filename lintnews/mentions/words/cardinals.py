"""Number words, from ``data/number_words.json``: the one list for all that reads numbers in words."""

from __future__ import annotations

from ...datafiles import load_data

_WORDS = load_data("number_words")

ONES: dict[str, int] = {word: value for value, word in enumerate(_WORDS["ones"])}
"""zero to nineteen"""
TENS: dict[str, int] = {word: 10 * value for value, word in enumerate(_WORDS["tens"], 2)}
SMALL = ONES | TENS
SCALES: dict[str, float] = {word: float(size) for word, size in _WORDS["scales"].items()}
SHORT_SCALES = SCALES | {word: float(size) for word, size in _WORDS["short_scales"].items()}
"""The scales with their abbreviations: m, bn, crore."""
FRACTIONS: dict[str, tuple[int, int]] = {word: (over, under) for word, (over, under) in _WORDS["fractions"].items()}
ORDINALS: dict[str, int] = {word: value for value, word in enumerate(_WORDS["ordinals"], 1)} | {
    word: 10 * value for value, word in enumerate(_WORDS["ordinal_tens"], 2)
}
"""first to nineteenth, and the tens to hundredth"""
GROUPS: dict[str, int] = _WORDS["groups"]
"""Words for so many together: pair, trio."""
TWO_TO_TEN = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word, value in ONES.items() if 2 <= value <= 10)
"""For a pattern, each with or without its capital."""
ONE_TO_TWELVE = "|".join(word for word, value in ONES.items() if 1 <= value <= 12)
"""For a pattern."""
