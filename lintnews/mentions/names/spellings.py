"""Spellings: every distinct word of the story's names, with the places where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ...record import Record
from ...source import Span
from .codes import is_code
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
    def text(self) -> str:
        return self.name.tokens[self.at].text

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
    """One way to write a word of a name: ``text`` as it is mostly written, ``places`` in text order."""

    text: str
    places: tuple[Place, ...]

    @property
    def count(self) -> int:
        return len(self.places)


def find_spellings(story: Story) -> Iterator[Spelling]:
    """All spellings with at least three characters, two of them letters side by side; for ``story.once``.

    What differs in capitals alone is one spelling. Codes (addresses, handles, tickers, part numbers) and words with a full
    stop inside are no names.
    """
    places: dict[str, list[Place]] = {}
    for name in story.mentions(Name):
        for index, token in enumerate(name.tokens):
            if len(token.text) > 2 and "." not in token.text and not is_code(token, story.text):
                places.setdefault(token.text.casefold(), []).append(Place(name, index))
    for text, found in places.items():
        if _LETTERS.search(text):
            yield Spelling(_commonest([place.text for place in found]), tuple(found))


def _commonest(forms: list[str]) -> str:
    """The commonest form, the first of these; one in capitals only where there is no other."""
    first = forms[0]
    if len(forms) == 1 or all(form == first for form in forms):
        return first
    mixed = [form for form in forms if not form.isupper()] or forms
    return max(mixed, key=mixed.count)
