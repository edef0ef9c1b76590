"""Whether the body bears out a word of the headline: by a form of it, another word for it, its initials, a place in that land."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ...datafiles import load_data
from ...facts.figures import Figure
from ...facts.figures import bears_out as is_figure
from ...facts.words import WORD, Telling, is_one_word, plain_word, telling
from ...knowledge.gazetteer import is_given_name, is_surname, places
from ...knowledge.known import key_words, named
from ...knowledge.lands import Lands, bears_out, is_land, lands
from ...knowledge.relations import same
from ...mentions.datelines.datelines import Dateline
from ...mentions.words.lazy_pattern import LazyPattern
from ...mentions.words.sentences import Sentence as Stop
from ...source import Span
from ...story import BlockKind
from .headline_values import Sentence, without_ending

if TYPE_CHECKING:
    from ...story import Story

HEADS = (BlockKind.HEADLINE, BlockKind.DECK)
_DEEP = 12
"""So many of the body's sentences are read for what stands in a headline's place."""
_CAPITALISED = LazyPattern(r"[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*))*")
_TOWN = 50
"""Thousands of people that a city has whose name tells of its land."""


class Body:
    """The words of the body: all of them as a set, and the first sentences word by word."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self.text = story.text
        blocks = [b.span for b in story.blocks if b.kind not in (*HEADS, BlockKind.CAPTION, BlockKind.CREDIT)]
        self.start = blocks[0].start if blocks else len(self.text)
        datelines = story.mentions(Dateline)
        self.begins = datelines[0].span.end if datelines else 0
        below = self.text[self.start :]
        self.below = below
        self.count = Counter(map(plain_word, WORD.findall(below)))
        self._by_head: dict[str, list[str]] = defaultdict(list)
        for word in self.count:
            self._by_head[word[:3]].append(word)
        self._sentences: list[Sentence] = []
        self._spans: list[Span] | None = None
        self._figures: list[Figure] | None = None
        self._lands: list[Lands] | None = None
        self._forms: dict[str, set[str]] = {}
        self._pairs: set[tuple[str, str]] | None = None

    @property
    def sentences(self) -> list[Sentence]:
        """The first sentences of the body, word by word."""
        return list(self.in_turn())

    def in_turn(self) -> Iterator[Sentence]:
        """The same one by one, each read when it is asked for."""
        if self._spans is None:
            self._spans = [s.span for s in self._story.mentions(Stop) if s.span.start >= self.start][:_DEEP]
        for number, span in enumerate(self._spans):
            if number == len(self._sentences):
                self._sentences.append(Sentence(telling(self._story, span, number), self.text))
            yield self._sentences[number]

    @property
    def figures(self) -> list[Figure]:
        if self._figures is None:
            every = (s.span for s in self._story.mentions(Stop) if s.span.start >= self.start)
            self._figures = [
                figure
                for number, span in enumerate(every)
                if number < _MOST_FIGURES
                for figure in _figures(telling(self._story, span, number), self.text)
            ]
        return self._figures

    def forms(self, word: str) -> set[str]:
        """The words of the body that are *word* or a form of it."""
        found = self._forms.get(word)
        if found is None:
            found = {word} if word in self.count else set()
            for part in re.split("[-']", word):
                found |= {other for other in self._by_head.get(part[:3], ()) if is_one_word(part, other)}
            self._forms[word] = found
        return found

    @property
    def pairs(self) -> set[tuple[str, str]]:
        """Words that stand side by side in the body, or with one word between them."""
        if self._pairs is None:
            words = [plain_word(word) for word in WORD.findall(self.below)]
            self._pairs = {*pairwise(words), *zip(words, words[2:], strict=False)}
        return self._pairs

    def bears_out(self, stated: Figure) -> set[str]:
        """The body's words for the figure."""
        return {told.word.plain for told in self.figures if is_figure(stated, told)}

    def adds_up_to(self, stated: Figure) -> bool:
        """Whether two of the body's figures that follow each other make the stated one."""
        if stated.value < 13:
            return False
        told = [figure for figure in self.figures if figure.unit == stated.unit][:40]
        return any(stated.value in (a.value + b.value, abs(a.value - b.value)) for a, b in pairwise(told))

    def names(self, word: str) -> bool:
        """Whether the body writes *word*, a sentence's first one, with a capital elsewhere, and never without."""
        name = without_ending(word)
        if not name[0].isupper() or name.casefold() not in self.count:
            return False
        inside = re.search(rf"[\w,] {re.escape(name)}\b", self.below)
        return inside is not None and re.search(rf"\b{re.escape(name.casefold())}\b", self.below) is None

    def has_phrase(self, phrase: str) -> bool:
        if " " in phrase:
            return phrase in self._folded
        return phrase in self.count or bool(self.forms(phrase))

    @property
    def _folded(self) -> str:
        return _folded(self.below)

    def means(self, word: str) -> bool:
        """Whether the body has another word for the same."""
        if any(self.has_phrase(phrase) for phrase in other_words(word)):
            return True
        other = same(word)
        return any(meaning in self.count for meaning in other) or any(
            self.forms(meaning) for meaning in other if len(meaning) > 3
        )

    def has_initials(self, word: str) -> bool:
        """Whether the letters of an acronym are the first ones of a name in the body, or the other way round."""
        letters = word.rstrip("s").replace(".", "")
        if not 2 <= len(letters) <= 6 or not letters.isupper():
            return False
        inside = r"[\w'’]*[\s-](?:of |and |the |for |on |in )*".join(map(re.escape, letters.casefold()))
        return re.search(rf"(?<![\w]){inside}", self._folded) is not None

    def abbreviates(self, word: str) -> bool:
        """Whether a capitalised word of the body begins like *word* and has its letters in order: M'bishi, Mitsubishi."""
        letters = re.sub(r"[\W_]", "", word.casefold())
        if len(letters) < 3 or not letters.isalpha():
            return False
        shorter = "'" in word or word.endswith(".")
        if len(letters) == 3 and not shorter:
            return False
        for other in self.count:
            if other[0] != letters[0] or len(other) <= len(letters):
                continue
            if other.startswith(letters) or (shorter and _in_order(letters, other)):
                return True
        return False

    def told_lands(self) -> list[Lands]:
        """The lands of the body's capitalised words, by their names or as those in which a larger city lies."""
        if self._lands is None:
            found: dict[Lands, None] = {}
            for run in dict.fromkeys(_CAPITALISED.findall(self.below)):
                words = [without_ending(word.rstrip(".,")).partition("-")[0] or word for word in run.split()][:6]
                for name in (*words, run.rstrip("."), *(f"{a} {b}" for a, b in pairwise(words))):
                    found.setdefault(lands(name) or _land_of_city(name))
            self._lands = [land for land in found if land]
        return self._lands

    def lies_in(self, stated: Lands) -> bool:
        return any(bears_out(stated, told) for told in self.told_lands())


_MOST_FIGURES = 60


def _figures(telling: Telling, text: str) -> list[Figure]:
    from ...facts.figures import figures

    return list(figures(telling, text))


@lru_cache(maxsize=4)
def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text.casefold())


@lru_cache(maxsize=5_000)
def _land_of_city(name: str) -> Lands:
    if len(name) < 4 or not name[0].isupper():
        return frozenset()
    found = places(name)
    if not found or found[0].kind == "county" or found[0].thousands < _TOWN:
        return frozenset()
    return frozenset((found[0].country, f"{found[0].country}.{found[0].region}"))


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for group in load_data("facts")["groups"]:
        for phrase in group:
            found[phrase] += group
    return {phrase: tuple(dict.fromkeys(others)) for phrase, others in found.items()}


def other_words(word: str) -> tuple[str, ...]:
    """The short and long words that headlines and bodies have for one thing."""
    return _groups().get(word, ())


def classes(name: str) -> frozenset[str]:
    """What a single name may be, so far as lists know: land, city, code, acronym, firm, surname, given."""
    return _classes(without_ending(name))


@lru_cache(maxsize=5_000)
def _classes(name: str) -> frozenset[str]:
    found = {
        "land": bool(lands(name)) and is_land(name),
        "code": any(letter.isdigit() for letter in name),
        "acronym": name.isupper() and len(name) > 1,
        "city": (bool(lands(name)) and not is_land(name)) or bool(_land_of_city(name)),
        "firm": any(thing.kind == "firm" for thing in named(key_words(name))),
        "surname": is_surname(name),
        "given": is_given_name(name),
    }
    return frozenset(kind for kind, is_so in found.items() if is_so)
