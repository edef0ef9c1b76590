"""retold-quotation: one quotation is given in two places, and a word of it differs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...datafiles import word_list
from ...match import Certainty, Edit, Fix, Match, Note
from ...record import Record
from ...source import Span

if TYPE_CHECKING:
    from ...story import Story

_WORD = re.compile(r"[^\W_]+(?:(?:['’.-]|\[)[^\W_]+\]?)*")
_FUNCTION = word_list("function_words_of_quotations")
"""Words that say little about whether two quotations are one, and that are changed freely where one is cut short."""
_FIRST_PERSON = frozenset(["i", "i'm", "i've", "we", "we're", "we've"])
"""What two speakers may say alike: "I'm delighted to be here", "I'm delighted to be back"."""
_LONGEST, _MOST_PLACES = 30, 12
_RARE = 4.6
"""How common (zipf) a shared word may be that makes a fragment of two words worth a look."""
_COMMON = 5.2
"""The same where the two words that differ are of one kind: "socially" and "morally"."""
_BESIDE = 200
"""Characters within which two like quotations are two on purpose: "filing jointly" or "filing separately"."""


class _Quoted(Record, frozen=True):
    """A quotation's words in small letters, where they stand, and whether capitals make it a title."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    cased: bool


class Retold(Record, frozen=True):
    """``fragment`` has one word in whose place ``full``, told elsewhere, has another; ``shared`` are the words of both."""

    fragment: Span
    full: Span
    shared: tuple[str, ...]
    certainty: Certainty


class RetoldQuotation(Check):
    """Flags a word of a short quotation in whose place the same quotation, given again or in full, has another."""

    kind: ClassVar[str] = "retold-quotation"
    values: ClassVar[tuple[str, ...]] = ("other",)

    def matches(self, story: Story) -> Iterator[Match]:
        for retold in story.once(retold_words):
            other = story.words(retold.full)
            yield Match(
                retold.fragment,
                values=(("other", other),),
                notes=(Note(f"“{other}” here", retold.full),),
                fixes=(Fix((Edit(retold.fragment, other),)),),
                evidence=(f"both have {', '.join(retold.shared)}",),
                certainty=retold.certainty,
            )


def retold_words(story: Story) -> Iterator[Retold]:
    """The words in which two tellings of one quotation differ, in order of the shorter telling."""
    spans = list(_quotations(story))
    if len(spans) < 2:
        return
    quoted = [_read(story, span) for span in spans]
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, quotation in enumerate(quoted):
        for at, word in enumerate(quotation.words):
            if word not in _FUNCTION:
                places[word].append((number, at))
    seen: set[Span] = set()
    for number, fragment in enumerate(quoted):
        if fragment.cased or not 2 <= len(fragment.words) <= _LONGEST:
            continue
        best = max(_retellings(number, quoted, places), key=lambda retold: retold.certainty, default=None)
        if best is not None and best.fragment not in seen:
            seen |= {best.fragment, best.full}
            yield best


def _quotations(story: Story) -> Iterator[Span]:
    from ...mentions.quotations.quotations import Quotation

    return (quotation.inner for quotation in story.mentions(Quotation) if quotation.closed or quotation.continued)


def _read(story: Story, span: Span) -> _Quoted:
    found = list(_WORD.finditer(story.text, span.start, span.end))
    capitals = sum(word.group()[0].isupper() for word in found)
    return _Quoted(
        tuple(word.group().replace("’", "'").replace("[", "").replace("]", "").casefold() for word in found),
        tuple(Span(*word.span()) for word in found),
        cased=(capitals > 1 and 2 * capitals >= len(found)) or (len(found) < 4 and capitals > 0),
    )


def _retellings(number: int, quoted: list[_Quoted], places: dict[str, list[tuple[int, int]]]) -> Iterator[Retold]:
    fragment = quoted[number]
    tried: set[tuple[int, int]] = set()
    for at, word in enumerate(fragment.words):
        found = places.get(word, [])
        if len(found) > _MOST_PLACES:
            continue
        for other, there in found:
            begin = there - at
            if other == number or begin < 0 or (other, begin) in tried:
                continue
            tried.add((other, begin))
            if begin + len(fragment.words) <= len(quoted[other].words):
                retold = _compared(fragment, quoted[other], begin)
                if retold is not None:
                    yield retold


def _compared(fragment: _Quoted, full: _Quoted, begin: int) -> Retold | None:
    """The word in which *fragment* differs from *full* from its word *begin* on, where it is only one."""
    pairs = list(zip(fragment.words, full.words[begin:], strict=False))
    different = [at for at, (one, other) in enumerate(pairs) if one != other]
    if len(different) != 1:
        return None
    at = different[0]
    one, other = pairs[at]
    shared = tuple(word for n, (word, _) in enumerate(pairs) if n != at)
    sure = _certainty(one, other, shared)
    here, there = fragment.spans[at], full.spans[begin + at]
    if sure is None or abs(here.start - there.start) < _BESIDE:
        return None
    return Retold(here, there, shared, sure)


def _certainty(one: str, other: str, shared: tuple[str, ...]) -> Certainty | None:
    if one in _FUNCTION or other in _FUNCTION or _same(one, other):
        return None
    content = [word for word in shared if word not in _FUNCTION]
    if len(content) >= 2 or (len(shared) >= 3 and shared[0] not in _FIRST_PERSON):
        return Certainty.LIKELY
    from ...mentions.names.word_frequency import familiarity

    zipf = min((familiarity(word).zipf for word in content), default=9.0)
    rare = zipf < _RARE or (zipf < _COMMON and _of_a_kind(one, other))
    return Certainty.POSSIBLE if rare or len(shared) == 2 else None


def _of_a_kind(one: str, other: str) -> bool:
    """Whether two words end alike, or name two things of one kind or opposites."""
    from ...knowledge.relations import lemma, opposites, siblings

    if one[-2:] == other[-2:]:
        return True
    return one.isalpha() and other.isalpha() and lemma(other) in siblings(one) | opposites(one)


def _same(one: str, other: str) -> bool:
    """Whether two words are forms of one, or mean the same."""
    from ...facts.words import is_one_word
    from ...knowledge.relations import lemma, same

    if one.replace("-", "") == other.replace("-", "") or is_one_word(one, other):
        return True
    return one.isalpha() and other.isalpha() and (lemma(other) in same(one) or lemma(one) in same(other))
