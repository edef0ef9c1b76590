"""CQ marks: what a reporter or an editor has checked, and certifies for the draft."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from ..datafiles import word_list
from ..finding import Finding
from ..source import Span
from ..story import Story
from .terms import MARKS

_ENCLOSED = r"(?:cq|c\.q\.)(?:[,:]?[ ][^)\]\n]{1,40})?"
_MARK = re.compile(
    rf"[ \t]*(?:\((?i:{_ENCLOSED})\)|\[(?i:{_ENCLOSED})\])|[ \t]+(?:cq|CQ)(?=[,.;:!?)’”\"]|\s+[a-z]|\s*$)", re.MULTILINE
)
_ABOUT_MARK = re.compile(r"\W*c\.?q\b", re.IGNORECASE)
_WORD = re.compile(r"[\w’'\-./$€£¥%&]*\w[\w’'\-./$€£¥%&]*\.?$")
_DAY = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)"
    r"(?:uary|ruary|ch|il|ust|tember|ober|ember|day|nesday|rsday|urday)?\.?"
)
_PARTICLE = word_list("name_particles") | {"of", "the"}
_LONGEST = 12


def certified_spans(story: Story) -> tuple[Span, ...]:
    """The names, dates and numbers in the story's text that a CQ mark follows: in order, apart from each other."""
    found: tuple[Span, ...] = story.once(_find)
    return found


def is_mark(words: str) -> bool:
    """Whether *words* are a CQ mark themselves."""
    return _ABOUT_MARK.match(words) is not None


def is_certified(finding: Finding, story: Story) -> bool:
    """Whether *finding* is about words that a CQ mark follows."""
    if is_mark(finding.text):
        return False
    spans = certified_spans(story)
    first = bisect_right(spans, finding.span.start, key=lambda span: span.end)
    return first < len(spans) and spans[first].overlaps(finding.span)


def _find(story: Story) -> Iterator[Span]:
    text = story.text
    if not any(mark in text for mark in MARKS):
        return
    for mark in _MARK.finditer(text):
        words = _words_before(text, mark.start())
        bare = mark.group().strip()[0] not in "(["
        if words and not (bare and _is_plain_word(words[0].of(text))):
            yield Span(_start(text, words), mark.start())


def _words_before(text: str, end: int) -> list[Span]:
    """The words before *end* in its line, the last first."""
    words: list[Span] = []
    while len(words) < _LONGEST and (match := _WORD.search(text, max(0, end - 60), end)):
        words.append(Span(*match.span()))
        start = match.start()
        end = len(text[:start].rstrip(" ,"))
        if end == start or "," in text[end + 1 : start]:
            break
    return words


def _start(text: str, words: list[Span]) -> int:
    """Where the name, date or number that ends with the first of *words* begins."""
    last = words[0].of(text)
    start = words[0].start
    numeric = _is_numeric(last)
    if _is_plain_word(last) and len(words) > 1 and any(c.isdigit() for c in words[1].of(text)):
        numeric = True
    for before, word in pairwise(words):
        said = word.of(text)
        if numeric != _is_numeric(said):
            break
        if not numeric and ("," in text[word.end : before.start] or _ends_sentence(said)):
            break
        if not numeric and _is_plain_word(said) and said not in _PARTICLE:
            break
        if numeric or not _is_plain_word(said):
            start = word.start
    return start


def _ends_sentence(word: str) -> bool:
    return word.endswith(".") and len(word) > len("Messrs")


def _is_numeric(word: str) -> bool:
    return any(c.isdigit() for c in word) or _DAY.fullmatch(word) is not None


def _is_plain_word(word: str) -> bool:
    return not word[:1].isupper() and not any(c.isdigit() for c in word)
