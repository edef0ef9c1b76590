"""Trends: what a story says has risen or fallen, with the words for what it was, how much and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ...datafiles import load_data
from ...facts.words import Telling, Word, dull, tellings_with
from ...knowledge.relations import lemma
from ...mentions.numbers.movements import directions
from ...mentions.words.calendar_words import MONTHS
from ...mentions.words.lazy_pattern import LazyPattern
from ...record import Record

if TYPE_CHECKING:
    from ...story import Story

NOUN, VERB, BEFORE_NOUN, LEVEL = "noun", "verb", "before-noun", "level"


class Trend(Record, frozen=True):
    """A word that says that something rises or falls: ``way`` is +1 or -1.

    ``part`` is what the word is in its sentence: a noun ("a rise in sales"), a verb ("sales rose", "it raised prices"), before
    a noun ("rising sales") or a level ("to their highest"). ``subject`` are the words for what moves, in their base form, the head
    first; ``others`` are words of the same clause, ``names`` those with capitals, ``times`` those that tell a time. ``amount`` is the figure
    beside it, as it is written. ``again``: it points back to what was told ("the fall"). ``known``: it is told as known ("the 3% rise in sales").
    ``maybe`` and ``denied``: words before it doubt or deny it.
    """

    word: Word
    telling: Telling
    way: int
    part: str
    subject: tuple[str, ...]
    others: frozenset[str]
    names: frozenset[str]
    times: frozenset[str]
    amount: str
    again: bool
    known: bool
    maybe: bool
    denied: bool


@cache
def trend_words() -> dict[str, int]:
    """A word of rising → +1, of falling → -1: those of directions that hardly mean anything else, and levels."""
    words = load_data("trends")
    known = {word: way for word, way in directions().items() if word not in _those("other")}
    return known | dict.fromkeys(words["up"], 1) | dict.fromkeys(words["down"], -1)


@cache
def _beginnings() -> frozenset[str]:
    """The letters that these begin with: of "all-time", "all"."""
    return frozenset(re.split(r"\W", word, maxsplit=1)[0] for word in trend_words())


@cache
def _those(name: str) -> frozenset[str]:
    return frozenset(load_data("trends")[name])


_LETTERS = re.compile(r"[a-z]+")


def trends(story: Story) -> tuple[Trend, ...]:
    """Every trend of the story, in order; none where all that moves moves one way. Read once."""
    found: tuple[Trend, ...] = story.once(_trends)
    return found


def _trends(story: Story) -> Iterator[Trend]:
    known = trend_words()
    ways = {known[word] for word in known.keys() & set(_LETTERS.findall(story.text.lower()))}
    if len(ways) < 2:
        return
    for telling in tellings_with(story, _beginnings()):
        for at, word in enumerate(telling.words):
            way = known.get(word.plain, 0)
            trend = _trend(_Place(story.text, telling, at), way) if way and not (word.capital and at) else None
            if trend is not None:
                yield trend


class _Place:
    """A word in its clause, which is the words from *start* to *end*."""

    def __init__(self, text: str, telling: Telling, at: int) -> None:
        self.text, self.telling, self.words, self.at = text, telling, telling.words, at
        self.word = self.words[at].plain
        self.start = at
        while self.start > 0 and at - self.start < 14 and not self._breaks(self.start):
            self.start -= 1
        self.end = at + 1
        while self.end < len(self.words) and self.end - at < 12 and not self._breaks(self.end):
            self.end += 1

    def _breaks(self, at: int) -> bool:
        """Whether a clause ends before the word at *at*."""
        one, other = self.words[at - 1], self.words[at]
        between = self.text[one.span.end : other.span.start]
        if "," in between and not (one.text[-1].isdigit() and other.text[0].isdigit()):
            return True
        return bool(_BREAK.search(between)) or other.plain in _those("breaks")

    def beside(self, step: int) -> str:
        """The word *step* words away, "" where there is none."""
        near = self.at + step
        return self.words[near].plain if 0 <= near < len(self.words) else ""

    def some_before(self, count: int, those: str) -> bool:
        return any(word.plain in _those(those) for word in self.words[max(self.start, self.at - count) : self.at])

    def tells(self, step: int) -> bool:
        """Whether the word *step* words away is one of the clause and says what it is about."""
        return self.start <= self.at + step < self.end and _tells(self.words[self.at + step])


_BREAK = LazyPattern(r"[;:()—–]| - |\n")


def _trend(place: _Place, way: int) -> Trend | None:
    part = _part(place)
    amount = _amount(place)
    if not part or (part == VERB and place.beside(1) in _those("phrasal_after")):
        return None
    before = [w for w in place.words[place.start : place.at] if _tells(w)]
    after = [w for w in place.words[place.at + 1 : place.end] if _tells(w)]
    if part == VERB and not before and not after:
        return None
    if place.word in _those("counted") and not _is_counted(place, part, amount):
        return None
    again = part in (NOUN, VERB) and _points_back(place)
    clause = place.words[place.start : place.end]
    plains = {w.plain for w in clause}
    return Trend(
        place.words[place.at],
        place.telling,
        way,
        NOUN if again else part,
        () if again else tuple(_subject(place, part, before)),
        frozenset(lemma(w.plain) for w in (*before[-6:], *after[:6])),
        frozenset(w.plain for w in clause if w.capital),
        frozenset(plain for plain in plains if _is_time(plain)),
        amount,
        again,
        part == NOUN and not again and place.some_before(3, "pointing"),
        place.some_before(5, "maybe"),
        place.some_before(4, "not"),
    )


def _is_time(plain: str) -> bool:
    return (
        plain in _those("times")
        or plain in MONTHS
        or (len(plain) == 4 and plain[:2] in ("19", "20") and plain.isdigit())
    )


def _is_counted(place: _Place, part: str, amount: str) -> bool:
    """Whether gains, losses and the like are told of a value rather than of a match, a life or a balance sheet."""
    after = place.beside(1)
    if amount.endswith("%") or after in ("points", "ground"):
        return True
    if part == NOUN and place.beside(-1) in _those("pointing"):
        return True
    return place.word in ("gains", "growth", "recovery", "losses") and after in ("in", "of", "for", "on")


def _points_back(place: _Place) -> bool:
    """Whether the word is "the fall" of nothing named."""
    before, after = place.beside(-1), place.beside(1)
    if place.word not in _those("back") or after in ("in", "of", "for", "on", "from", "to"):
        return False
    if after and not (after in dull() or after in _those("light") or after.endswith(("ed", "s", "ing"))):
        return False
    return before in _those("pointing") or (place.beside(-2) in _those("pointing") and before in _those("sizes"))


def _tells(word: Word) -> bool:
    plain = word.plain
    return (
        len(plain) > 1
        and word.text[0].isalpha()
        and plain not in dull()
        and plain not in _those("light")
        and plain not in trend_words()
    )


def _part(place: _Place) -> str:
    word, before, after = place.word, place.beside(-1), place.beside(1)
    if word in _those("levels"):
        return LEVEL if word not in ("high", "low") or _is_level(before, after) else ""
    if word in ("up", "down"):
        if after[:1].isdigit() or after in _those("adverbs") or after in ("from", "by"):
            return VERB if before not in _those("phrasal") else ""
        return VERB if before in _those("be") and not after else ""
    if word in _those("nouns") and _is_noun(before, after):
        return NOUN
    if (word.endswith("ing") or word in _those("attributive")) and place.tells(1) and before not in _those("be"):
        return BEFORE_NOUN
    if word in _those("comparatives"):
        if before in ("much", "sharply", "slightly", "well", "far", "even", "still"):
            before = place.beside(-2)
        moves = before in _those("be") or before in _those("moving") or after in ("than", "at")
        return VERB if moves else ""
    return VERB


def _is_level(before: str, after: str) -> bool:
    if before.endswith(("year", "month", "record", "time", "week", "session", "day")):
        return True
    return before in ("new", "a", "record") and after in ("of", "since", "for", "")


def _is_noun(before: str, after: str) -> bool:
    if after in ("in", "of") or before in _those("determiners") or before in _those("sizes"):
        return True
    return before[-1:].isdigit() or before in ("percent", "pct", "cent", "percentage", "point")


def _subject(place: _Place, part: str, before: list[Word]) -> list[str]:
    at, end = place.at, place.end
    if part == NOUN:
        if place.beside(1) in ("in", "of", "for", "to") and at + 1 < end:
            return _phrase(place.words, at + 2, end)
        return _bases(before[-3:]) if place.tells(-1) else []
    if part == BEFORE_NOUN:
        return _phrase(place.words, at + 1, end)
    if part == LEVEL:
        return _bases(before[-3:])
    has_object = place.tells(1) or place.beside(1) in _those("determiners")
    if place.word in _those("transitive") and at + 1 < end and has_object:
        return _phrase(place.words, at + 1, end)
    return _bases(before[-4:])


def _bases(words: list[Word]) -> list[str]:
    """The base forms of *words*, the last first."""
    return [lemma(word.plain) for word in reversed(words)]


def _phrase(words: tuple[Word, ...], at: int, end: int) -> list[str]:
    """The base forms of the nouns that begin at *at*, the last, which is the head, first."""
    found: list[Word] = []
    for word in words[at:end]:
        if word.plain in _those("determiners") or word.plain in _those("sizes"):
            if found:
                break
        elif not _tells(word) or len(found) == 4:
            break
        else:
            found.append(word)
    return _bases(found)


def _amount(place: _Place) -> str:
    """The figure in the three words after or the two before, with its sign or unit; "" for none."""
    for step in (1, 2, 3, -1, -2):
        near = place.at + step
        if place.start <= near < place.end and place.words[near].text[0].isdigit():
            return place.words[near].text + _unit(place.text, place.words[near], place.beside(step + 1))
    return ""


def _unit(text: str, figure: Word, follows: str) -> str:
    if text[figure.span.end : figure.span.end + 1] == "%" or follows in ("percent", "pct", "per"):
        return "%"
    sign = text[max(0, figure.span.start - 1) : figure.span.start]
    return sign if sign and sign in "$£€" else ""
