"""What the words of a headline or of a sentence below it are: days, lands, figures, names, words of a direction."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ...facts.figures import Figure, figures
from ...facts.words import Telling, Word, dull, is_common
from ...knowledge.kinds import are_listed, is_listed
from ...knowledge.lands import Lands, is_land, lands
from ...knowledge.relations import lemma, opposites, siblings
from ...mentions.names.word_frequency import familiarity
from ...mentions.numbers.movements import directions
from ...mentions.words.calendar_words import MONTH_NAMES, WEEKDAY_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME, PLACE, DAY, FIGURE, OPPOSITE, KIND = FAMILIES = ("name", "place", "day", "figure", "opposite", "kind")
DAYS = dict.fromkeys((name.casefold() for name in WEEKDAY_NAMES), "weekday") | dict.fromkeys(
    (name.casefold() for name in MONTH_NAMES if name), "month"
)
_COMMONEST = 5.3
"""How common (Zipf) a word is that no list makes a name: For, More, Big, Most."""
_NOT_DAYS = frozenset(("MAY", "MARCH"))
_BEFORE_MAY = frozenset(
    ("in", "since", "until", "by", "late", "early", "mid", "last", "next", "from", "of", "this", "till", "for")
)


class Sentence:
    """A sentence with what its words are; ``cased`` tells whether capitals show its names."""

    def __init__(self, telling: Telling, text: str) -> None:
        self.telling, self.words, self.text = telling, telling.words, text
        self.plain = {word.plain for word in telling.words}
        self.cased = is_sentence_case(telling)
        self.paired: set[int] = set()
        """Where a land's name of two words stands."""
        self.lands = dict(_lands(telling, self.paired))
        self.figures: dict[int, Figure] = {figure.word.at: figure for figure in figures(telling, text)}
        self.named = {word.at for word in telling.words if self.cased and _is_name(word)}

    def content(self) -> list[Word]:
        """The words that say what the sentence is about."""
        return [
            word
            for word in self.words
            if (word.plain not in dull() or day(word) or word.at in self.lands)
            and (len(word.plain) > 1 or word.text.isdigit())
        ]

    def run(self, at: int) -> range:
        """The places of the words of the name that the one at *at* is part of."""
        first = last = at
        while first - 1 in self.named and self._beside(first - 1):
            first -= 1
        while last + 1 in self.named and self._beside(last):
            last += 1
        return range(first, last + 1)

    def is_byline(self, at: int) -> bool:
        """Whether the word at *at* is one of an author's name that ends the sentence: "by Ann Orde"."""
        if at not in self.named:
            return False
        run = self.run(at)
        return len(run) > 1 and run[-1] == len(self.words) - 1 and self.plain_at(run[0] - 1) == "by"

    def _beside(self, at: int) -> bool:
        """Whether nothing but a blank stands between the word at *at*, not possessive, and the next."""
        one, other = self.words[at], self.words[at + 1]
        return other.span.start - one.span.end == 1 and not one.text.endswith(("'s", "’s"))

    def plain_at(self, at: int) -> str:
        return self.words[at].plain if 0 <= at < len(self.words) else ""


def _lands(telling: Telling, paired: set[int]) -> Iterator[tuple[int, Lands]]:
    for one, other in pairwise(telling.words):
        if one.text[0].isupper() and other.text[0].isupper():
            found = lands(f"{one.text} {without_ending(other.text)}")
            if found:
                paired |= {one.at, other.at}
                yield from ((one.at, found), (other.at, found))
    for word in telling.words:
        if word.at in paired or not word.text[0].isupper():
            continue
        if found := lands(without_ending(word.text)) or lands(word.text.partition("-")[0]):
            yield word.at, found


def without_ending(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)


def is_sentence_case(telling: Telling) -> bool:
    """Whether capitals show names: not of every longer word."""
    longer = [word for word in telling.words if len(word.text) > 3 and word.text[0].isalpha()]
    small = [word for word in longer if word.text[0].islower()]
    if any(len(word.text) > 4 and word.plain not in dull() for word in small):
        return True
    return bool(longer) and len(small) >= 0.3 * len(longer)


def _is_name(word: Word) -> bool:
    """Whether *word* may be one of a name: it has a capital that its place doesn't explain, or is known as a name's."""
    if not word.capital and (word.at or not word.text[0].isupper()):
        return False
    known = familiarity(word.plain)
    if known.zipf >= _COMMONEST and not word.text[1:].isupper():
        return False
    if word.capital:
        return word.text[0].isupper() or "-" not in word.text
    return known.surname or known.place or bool(lands(without_ending(word.text)))


def day(word: Word) -> str:
    """Whether *word* is a weekday or a month; "" for neither, and for "may" where its capital doesn't say so."""
    return DAYS.get(word.plain, "") if word.text[0].isupper() and word.text not in _NOT_DAYS else ""


def is_month_of_may(word: Word, sentence: Sentence) -> bool:
    """Whether "May" is the month: a word of time or a figure stands before it, or a figure behind it."""
    return sentence.plain_at(word.at - 1) in _BEFORE_MAY or any(
        sentence.plain_at(word.at + step).isdigit() for step in (-1, 1)
    )


def families(stated: Word, head: Sentence) -> tuple[str, ...]:
    """What another word for *stated* could be."""
    if stated.at in head.figures:
        return () if head.figures[stated.at].scored else (FIGURE,)
    if day(stated):
        return (DAY,) if stated.plain != "may" or is_month_of_may(stated, head) else ()
    if stated.at in head.lands:
        is_city = stated.at not in head.paired and not is_land(without_ending(stated.text))
        return (PLACE, NAME) if is_city and stated.at in head.named else (PLACE,)
    if head.is_byline(stated.at):
        return ()
    if stated.at in head.named:
        return (NAME, OPPOSITE) if stated.at == 0 and is_common(stated.plain) else (NAME,)
    return (OPPOSITE, KIND)


def direction(word: str) -> int:
    """+1 for a word of rising, -1 for one of falling, 0 for others."""
    return directions().get(word, 0)


WEAK = frozenset(
    (
        *("up", "down", "off", "out", "over", "above", "below", "back", "away", "in", "ahead", "behind"),
        *("more", "less", "high", "low", "higher", "lower", "well", "right"),
    )
)
"""Words that say a direction, but mostly another thing."""


def are_opposite(one: str, other: str) -> bool:
    """Whether *other*, of the body, says the opposite; a word that mostly says another thing only does of one like it."""
    if other in WEAK and one not in WEAK:
        return False
    return direction(one) * direction(other) < 0 or is_among(other, opposites(one))


def are_of_a_kind(one: str, other: str) -> bool:
    """Whether the two are listed as of one kind, or WordNet puts the two nouns right beside each other."""
    if are_listed(one, other):
        return True
    if any(plain.endswith(("ed", "ing")) for plain in (one, other)):  # of verbs, kinds say little
        return False
    if one.endswith("s") != other.endswith("s"):  # one is a verb, or of another number
        return False
    return is_among(other, siblings(one))


def may_have(word: str, kind: str, lost: bool) -> bool:
    """Whether there can be another word for *word* of *kind*; one that the body has elsewhere has none that is only of its kind."""
    if kind == KIND:
        return is_listed(word) or (lost and not word.endswith(("ed", "ing")) and bool(siblings(word)))
    return kind != OPPOSITE or direction(word) != 0 or bool(opposites(word))


def is_among(word: str, words: frozenset[str]) -> bool:
    """Whether *word* is a form of one of *words*; its own base is looked up only if one of them begins like it."""
    return word in words or (word[:2] in _heads(words) and lemma(word) in words)


@lru_cache(maxsize=5_000)
def _heads(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:2] for word in words)
