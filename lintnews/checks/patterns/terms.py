"""What the pattern kinds share: lists of words and regular expressions, planned when a rule loads, found in a story.

A plan is plain values, so that it can be kept with the compiled rule. Words and phrases are looked up in the story's
own index of words, however many there are; regular expressions run only if the story holds a piece that they need.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ...declared import Keys, Mistake, Mistakes
from ...mentions.words.lazy_pattern import LazyPattern
from ...mentions.words.word_index import (
    FOLDED,
    folded,
    lower_word_starts,
    lowered,
    lowered_as_written,
    word_starts,
)
from ...pattern_parts import first_words, gates, is_bounded
from ...record import Record
from ...regexes import Deadline, check_pattern, finditer, matches_at
from ...source import Span

if TYPE_CHECKING:
    from ...story import Story

Pattern = tuple[str, int, tuple[str, ...], bool, bool, tuple[str, ...]]
"""Source, index in the list, pieces of which a match holds one, whether it is bounded, whether it needs exact characters, words
of which a match begins with one."""

Plan = tuple[dict[str, tuple[tuple[str, int], ...]], tuple[Pattern, ...], bool]
"""Phrases by their first word, patterns, whether capitals don't matter."""

NO_PLAN: Plan = ({}, (), False)

_PHRASE = LazyPattern(r"[^\W_](?:[\w '&,-]|\\[.\-'])*")
_WORD = re.compile(r"\w+")
_FLAGS = LazyPattern(r"\(\?([aimsx]+)\)")


class Found(Record, frozen=True):
    """Where the term at ``index`` of a list stands; ``match`` for a regular expression, with its groups."""

    span: Span
    index: int
    match: Any = None


def plan(terms: Sequence[str], places: Iterable[Keys], *, ignore_case: bool = False, word: bool = True) -> Plan:
    """How to look for *terms*; Mistakes for those that are no regular expression, each at its one of *places*."""
    phrases: dict[str, list[tuple[str, int]]] = {}
    patterns: list[Pattern] = []
    mistakes: list[Mistake] = []
    for index, (term, place) in enumerate(zip(terms, places, strict=True)):
        if word and is_phrase(term):
            phrase = term.replace("\\", "").translate(FOLDED)
            phrase = phrase.lower() if ignore_case else phrase
            first = _WORD.match(phrase)
            assert first is not None
            phrases.setdefault(first.group(), []).append((phrase, index))
        elif wrong := _wrong(term):
            at_key = len(place) > 1 and isinstance(place[-1], str)
            mistakes.append(Mistake(wrong[0], place, at_key, wrong[1]))
        else:
            patterns.append(_pattern(term, index, ignore_case, word))
    if mistakes:
        raise Mistakes(*mistakes)
    return {first: tuple(found) for first, found in phrases.items()}, tuple(patterns), ignore_case


def plans(*makers: Callable[[], Plan]) -> tuple[Plan, ...]:
    """The plans that *makers* make; Mistakes lists what is wrong in any of them."""
    made: list[Plan] = []
    mistakes: list[Mistake] = []
    for make in makers:
        try:
            made.append(make())
        except Mistakes as error:
            mistakes += error.mistakes
    if mistakes:
        raise Mistakes(*mistakes)
    return tuple(made)


def places(key: str, terms: Sequence[str]) -> list[Keys]:
    """Where the items of the list *key* stand."""
    return [(key, index) for index in range(len(terms))]


def is_phrase(term: str) -> bool:
    """Whether *term* is words as they stand, not a regular expression."""
    return _PHRASE.fullmatch(term) is not None


def _wrong(term: str) -> tuple[str, int] | None:
    if not term:
        return "must not be empty: it would be found everywhere", 0
    wrong = check_pattern(term)
    return (f"`{term}` is not a regular expression: {wrong[0]}", wrong[1]) if wrong else None


def _pattern(term: str, index: int, ignore_case: bool, word: bool) -> Pattern:
    exact = any(mark in term for mark in ("’", "\\n", "\\u", "\u00a0"))
    if flags := _FLAGS.match(term):
        term = f"(?{flags[1]}:{term[flags.end() :]})"
    source = rf"(?<!\w)(?:{term})(?!\w)" if word else term
    return (
        source,
        index,
        gates(term),
        is_bounded(term),
        exact,
        first_words(source, ignore_case),
    )


def find(made: Plan, story: Story) -> list[Found]:
    """Where the planned terms stand in *story*, in order; of two that overlap the earlier, then the longer one.

    In terms, a straight apostrophe is met by a curly one too, a space by any space or line end, and ``^`` and ``$`` are
    a block's start and end. No term is found across two blocks. TooSlow for a pattern that takes too long.
    """
    phrases, patterns, ignore_case = made
    found = list(_phrases(phrases, ignore_case, story)) if phrases else []
    if patterns:
        found += _patterns(patterns, ignore_case, story)
    if len(found) < 2:
        return found
    found.sort(key=lambda one: (one.span.start, -one.span.end, one.index))
    kept = found[:1]
    for one in found[1:]:
        if one.span.start >= kept[-1].span.end:
            kept.append(one)
    return kept


def outside(found: Iterable[Found], exceptions: Plan, story: Story) -> Iterator[Found]:
    """Those of *found* that lie in nothing that *exceptions* finds."""
    spans: list[Span] | None = None
    for one in found:
        if spans is None:
            spans = [exception.span for exception in find(exceptions, story)]
        if not any(span.contains(one.span) for span in spans):
            yield one


def _phrases(phrases: dict[str, tuple[tuple[str, int], ...]], ignore_case: bool, story: Story) -> Iterator[Found]:
    starts: dict[str, list[int]] = story.once(lower_word_starts if ignore_case else word_starts)[0]
    text: str = story.once(folded)[0]
    for first in phrases.keys() & starts.keys():
        for phrase, index in phrases[first]:
            for start in starts[first]:
                end = start + len(phrase)
                words = text[start:end]
                if (words.lower() if ignore_case else words) == phrase and not _goes_on(text, end):
                    yield Found(Span(start, end), index)


def _goes_on(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isalnum() or text[end] == "_")


def _patterns(patterns: Iterable[Pattern], ignore_case: bool, story: Story) -> Iterator[Found]:
    deadline = Deadline(len(story.text))
    words: dict[str, list[int]] = story.once(lower_word_starts if ignore_case else word_starts)[0]
    for source, index, needs, bounded, exact, first in patterns:
        gated: str = story.once(lowered_as_written if exact else lowered)[0]
        if needs:
            for piece in needs:
                if piece in gated:
                    break
            else:
                continue
        text: str = story.written if exact else story.once(folded)[0]
        if first:
            starts = sorted(start for word in first for start in words.get(word, ()))
            matches = matches_at(source, ignore_case, bounded, text, starts, deadline)
        else:
            matches = finditer(source, ignore_case, bounded, text, deadline)
        for match in matches:
            start, end = match.span()
            if start < end and "\n\n" not in story.text[start:end]:
                yield Found(Span(start, end), index, match)
