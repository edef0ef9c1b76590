"""Word classes that name reading needs: titles, particles, suffixes, function words, given names."""

from __future__ import annotations

from functools import cache

from ...datafiles import load_data


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of class *name* in ``data/name_words.json``, as written there."""
    return frozenset(load_data("name_words")[name])


@cache
def given_names() -> frozenset[str]:
    """Given names with a capital, of the U.S. census of 1990."""
    return frozenset(load_data("given_names")["names"])


def is_title(word: str) -> bool:
    """Whether *word*, without its full stop, may stand before a name as a title."""
    return word in word_class("titles")
