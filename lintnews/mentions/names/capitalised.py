"""Capitalised words and the runs they stand in: what a name may be, before anything is known about it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ...source import Span
from ...story import BlockKind
from ..words.lazy_pattern import LazyPattern
from .name_words import name_words

if TYPE_CHECKING:
    from ...story import Story


class NameToken(NamedTuple):
    """One word of a name: ``text`` is without a possessive ending or an abbreviation's full stop, its accents composed.

    So ``text`` may be shorter than the span, which is as written.
    """

    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Run(NamedTuple):
    """Capitalised words that stand together: ``gaps[i]`` is what stands between words *i* and *i + 1*."""

    tokens: list[NameToken]
    gaps: list[str]
    possessive: bool
    initial: bool
    """Whether the first word begins a sentence, a line or a quotation, where any word has a capital."""


def _capitals() -> str:
    ranges = (range(0x41, 0x250), range(0x370, 0x530), range(0x1E00, 0x1F00))
    return "".join(chr(code) for codes in ranges for code in codes if chr(code).isupper())


UPPER = _capitals()
_APOSTROPHES = "’'ʼ‘"
_HYPHENS = r"\-‐‑"
_ACCENTS = "\u0300-\u036f"
"""Combining marks: what decomposed letters have behind them."""
_LETTER = rf"[\w{_ACCENTS}]"
_PREFIX = r"(?:[Aa]l|[Ee]l|a[dnrstz]|as[hs]|ul|ur|uz|bin|ibn|[dDlL]|[Dd]ell|[Dd]all|t)"
_TOKEN = re.compile(
    rf"(?<![\w@#])(?:{_PREFIX}[{_HYPHENS}{_APOSTROPHES}])?[{UPPER}]{_LETTER}*"
    rf"(?:[{_APOSTROPHES}{_HYPHENS}&]{_LETTER}+)*(?:\.[{UPPER}](?!\w))*"
)
_POSSESSIVE = LazyPattern(rf"[{_APOSTROPHES}][sS]$")
_WRAPPED_LINE = 45
"""Columns from which on a line end inside a paragraph is a wrapped line, not the end of a list item."""


def runs(story: Story) -> Iterator[Run]:
    """Runs of capitalised words in text order; none reaches over a sentence's or a block's end, none is in a credit."""
    text = story.text
    credits = story.blocks_of(BlockKind.CREDIT)
    classes = name_words(story)
    particles, abbreviations = classes["particles"], classes["abbreviations"]
    tokens: list[NameToken] = []
    gaps: list[str] = []
    possessive, initial = False, True
    end = -1
    for match in _TOKEN.finditer(text):
        start, stop = match.span()
        if text[start - 1 : start] == "/" and _in_address(text, start):
            continue
        if credits and (block := story.block_at(start)) is not None and block.kind is BlockKind.CREDIT:
            continue
        word = match.group()
        if tokens:
            gap = text[end:start]
            if not possessive and (gap == " " or _joins(gap, tokens[-1].text, text, end, particles, abbreviations)):
                gaps.append(gap)
            else:
                yield Run(tokens, gaps, possessive, initial)
                tokens, gaps = [], []
        if not tokens:
            initial = begins_sentence(text, start)
        possessive = False
        if len(word) > 2 and word[-1] in "sS" and word[-2] in _APOSTROPHES and _POSSESSIVE.search(word):
            word, possessive = word[:-2], True
        tokens.append(NameToken(composed(word), start, start + len(word)))
        end = stop
    if tokens:
        yield Run(tokens, gaps, possessive, initial)


def composed(word: str) -> str:
    """*word* with its accents in the letters, as most copy has them (NFC)."""
    return word if word.isascii() else unicodedata.normalize("NFC", word)


def _in_address(text: str, start: int) -> bool:
    """Whether what stands before *start* without a space is part of an address on the web."""
    before = text[max(0, start - 80) : start].rsplit(None, 1)[-1]
    return "." in before or ":" in before


def begins_sentence(text: str, start: int) -> bool:
    """Whether a word at *start* has its capital by position: after a full stop, colon, line end, quotation mark."""
    at = start - 1
    while at >= 0 and text[at] in "\"'“”‘’([ \t*•–—-":
        if text[at] in '"“‘':
            return True
        at -= 1
    return at < 0 or text[at] in ".!?:\n…;"


def _joins(
    gap: str, before: str, text: str, end: int, particles: frozenset[str], abbreviations: frozenset[str]
) -> bool:
    """Whether *gap* after the word *before* (which ends at *end*) may stand inside one name."""
    if len(gap) > 24:
        return False
    if "\n" in gap:
        if end - text.rfind("\n", 0, end) < _WRAPPED_LINE or "\n\n" in gap:
            return False
        gap = gap.replace("\n", " ")
    if gap == " ":
        return True
    if gap[:1] == ".":
        if len(before) > 1 and before not in abbreviations and "." not in before:
            return False
        gap = gap[1:]
        if gap in ("", " "):
            return True
    if gap in (" & ", " 1st ", " 2nd "):
        return True
    words = gap.split(" ")
    if len(words) < 3 or words[0] or words[-1]:
        return gap in (" “", ' "', " ‘", " '", "” ", '" ', "’ ", "' ", " (", ") ", ", ")
    return all(word in particles for word in words[1:-1]) or gap in (" for ", " of the ", " for the ", " and ")
