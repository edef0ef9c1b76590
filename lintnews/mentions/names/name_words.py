"""Word classes that name reading needs: titles, particles, suffixes, function words, given names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ...datafiles import load_data
from ...house import NO_WORDS, HouseWords

if TYPE_CHECKING:
    from ...story import Story


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of class *name* in ``data/name_words.json``, as written there."""
    return frozenset(load_data("name_words")[name])


@cache
def given_names() -> frozenset[str]:
    """Given names with a capital, of the U.S. census of 1990."""
    return frozenset(load_data("given_names")["names"])


class NameWords:
    """The word classes by name, with what a house adds to them."""

    def __init__(self, added: HouseWords = NO_WORDS) -> None:
        self._added = added
        self._classes: dict[str, frozenset[str]] = {}

    def __getitem__(self, name: str) -> frozenset[str]:
        found = self._classes.get(name)
        if found is None:
            standard = given_names() if name == "given_names" else word_class(name)
            found = self._classes[name] = standard.union(getattr(self._added, _FIELDS.get(name, name), ()))
        return found


_FIELDS = {"speech_verbs": "attribution"}
"""Word class → the field of the house's words that adds to it, where they differ."""
STANDARD = NameWords()


def name_words(story: Story) -> NameWords:
    """The word classes that *story* is read by."""
    if story.house.words == NO_WORDS:
        return STANDARD
    words: NameWords = story.once(_of_house)[0]
    return words


def _of_house(story: Story) -> Iterator[NameWords]:
    yield NameWords(story.house.words)


def is_title(word: str) -> bool:
    """Whether *word*, without its full stop, may stand before a name as a title."""
    return word in word_class("titles")
