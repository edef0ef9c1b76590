"""Spellings: every distinct word of the story's names, with the places where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ...record import Record
from ...source import Span
from .capitalised import NameToken
from .names import Name

if TYPE_CHECKING:
    from ...story import Story

_LETTERS = re.compile(r"[^\W\d_]{2}")


class Place(NamedTuple):
    """Where a spelling stands: word number *at* of *name*."""

    name: Name
    at: int

    @property
    def span(self) -> Span:
        return self.name.tokens[self.at].span

    @property
    def before(self) -> str:
        """The word before in the same name, or ""."""
        return self.name.tokens[self.at - 1].text if self.at else ""

    @property
    def after(self) -> str:
        """The word after in the same name, or ""."""
        tokens = self.name.tokens
        return tokens[self.at + 1].text if self.at + 1 < len(tokens) else ""

    @property
    def by_position(self) -> bool:
        """Whether the capital may come from the place alone: a single word that begins a sentence."""
        return self.at == 0 and self.name.initial and len(self.name.tokens) == 1


class Spelling(Record, frozen=True):
    """One way to write a word of a name: ``text`` exactly as written, ``places`` in text order."""

    text: str
    places: tuple[Place, ...]

    @property
    def count(self) -> int:
        return len(self.places)


def find_spellings(story: Story) -> Iterator[Spelling]:
    """All spellings with at least three characters, two of them letters side by side; for ``story.once``.

    Ticker symbols in angle brackets and other codes with a full stop inside are no names.
    """
    places: dict[str, list[Place]] = {}
    for name in story.mentions(Name):
        for index, token in enumerate(name.tokens):
            if len(token.text) > 2 and "." not in token.text and not _is_ticker(token, story.text):
                places.setdefault(token.text, []).append(Place(name, index))
    for text, found in places.items():
        if _LETTERS.search(text):
            yield Spelling(text, tuple(found))


def _is_ticker(token: NameToken, text: str) -> bool:
    return token.text.isupper() and text[token.start - 1 : token.start] == "<"


def near_pairs(spellings: Iterable[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Pairs whose casefolded texts are one edit apart, or two where both have six letters or more.

    Each spelling is filed under what remains when letters are left out; near ones meet there. So the work grows with
    the number of spellings, not with its square.
    """
    files: dict[str, list[int]] = {}
    every = list(spellings)
    met: set[tuple[int, int]] = set()
    for number, spelling in enumerate(every):
        folded = spelling.text.casefold()
        for key in _with_letters_left_out(folded):
            others = files.get(key)
            if others is None:
                files[key] = [number]
                continue
            for other in others:
                if (other, number) not in met:
                    met.add((other, number))
                    if is_near(every[other].text.casefold(), folded) and not _both_acronyms(
                        every[other].text, spelling.text
                    ):
                        yield every[other], spelling
            others.append(number)


def _with_letters_left_out(word: str) -> set[str]:
    once = {word[:at] + word[at + 1 :] for at in range(len(word))}
    keys = {word} | once
    if 6 <= len(word) <= 20:
        keys.update(part[:at] + part[at + 1 :] for part in once for at in range(len(part)))
    return keys


def is_near(a: str, b: str) -> bool:
    """Whether *a* and *b* differ by one edit (two where both have six letters or more); equal ones and codes with other figures are not near."""
    if a.endswith(_RATINGS) or b.endswith(_RATINGS) or _DIGITS.findall(a) != _DIGITS.findall(b):
        return False
    limit = 2 if len(a) > 5 and len(b) > 5 else 1
    return 0 < edit_distance(a, b, limit) <= limit


def _both_acronyms(a: str, b: str) -> bool:
    return len(a) < 7 and len(b) < 7 and a.isupper() and b.isupper()


_DIGITS = re.compile(r"\d+")
_RATINGS = ("-minus", "-plus")


def edit_distance(a: str, b: str, limit: int) -> int:
    """Letters added, left out, replaced, or swapped with their neighbour between *a* and *b*; ``limit + 1`` if more."""
    a, b = differing_parts(a, b)
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    if not a or not b:
        return len(a) + len(b)
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        above, row, before_last = row, [i], before
        for j, right in enumerate(b, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        before = above
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def differing_parts(a: str, b: str) -> tuple[str, str]:
    """What remains of *a* and *b* without the beginning and the end that they share."""
    start, shorter = 0, min(len(a), len(b))
    while start < shorter and a[start] == b[start]:
        start += 1
    end = 0
    while end < shorter - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return a[start : len(a) - end], b[start : len(b) - end]
