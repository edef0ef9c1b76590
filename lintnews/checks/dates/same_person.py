"""Whether two names, or a name and a surname, can be those of one person."""

from __future__ import annotations

import re

from ...datafiles import word_list
from ...mentions.names.name_words import is_title
from ...mentions.words.lazy_pattern import LazyPattern

_BEGINNERS = word_list("words_before_surnames")
"""Words with a capital that may stand before a surname without being part of the name."""
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
    given = {word for word in before if not word.endswith(".") and word not in _BEGINNERS and not is_title(word)}
    return len(given) < 2 and not _FAMILY.search(text) and f"{surname}s" not in text
