"""Whether two names, or a name and a surname, can be those of one person."""

from __future__ import annotations

import re

from ...mentions.words.lazy_pattern import LazyPattern

_BEFORE_SURNAME = frozenset(
    [
        "Mr",
        "Mrs",
        "Ms",
        "Miss",
        "Dr",
        "Mayor",
        "Gov",
        "Governor",
        "Sen",
        "Senator",
        "Rep",
        "President",
        "Judge",
        "Justice",
        "Sgt",
        "Lt",
        "Capt",
        "Col",
        "Gen",
        "Sheriff",
        "Chief",
        "Coach",
        "Professor",
        "Prof",
        "Minister",
        "Sir",
        "Lord",
        "Lady",
        "Dame",
        "Officer",
        "Detective",
        "Officer",
        "And",
        "But",
        "When",
        "While",
        "For",
        "In",
        "On",
        "The",
        "That",
        "Said",
        "If",
        "As",
        "Rev",
        "Sister",
    ]
)
_FAMILY = LazyPattern(
    r"\b(?:fathers?|mothers?|sons?|daughters?|brothers?|sisters?|wife|husband|widow|twins?|cousins?|parents)\b"
)


def same_person(one: str, other: str) -> bool:
    """Whether two names can be the same: their last two words, or the last where one of them has no more.

    What stands before may be a title, or the beginning of the sentence.
    """
    first, second = one.casefold().split()[-2:], other.casefold().split()[-2:]
    shorter = min(len(first), len(second))
    return first[-shorter:] == second[-shorter:]


def only_one_so_called(text: str, one: str, other: str) -> bool:
    """Whether a bare surname is that of one person only, and of no family, as far as the story tells."""
    if len(one.split()) > 1 and len(other.split()) > 1:
        return True
    surname = one.split()[-1]
    before = re.findall(rf"([A-Z][\w’'.-]*) {re.escape(surname)}\b", text)
    given = {word for word in before if not word.endswith(".") and word not in _BEFORE_SURNAME}
    return len(given) < 2 and not _FAMILY.search(text) and f"{surname}s" not in text
