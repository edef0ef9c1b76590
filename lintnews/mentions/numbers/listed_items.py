"""Lists in running text: how many items "Ann Lee, 32, Bob Ray and the Hill Trust" has."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...knowledge.name_particles import NAME_PARTICLE
from ..words.lazy_pattern import LazyPattern

_WORD = r"(?:[A-Z0-9][\w.'’&-]*[\w]|[A-Z])\.?"
_LINK = rf"(?:of the|of|the|for|{NAME_PARTICLE}|d['’]\w+|&)"
_NO_LEAD = "especially|including|includes|notably|particularly|mainly|mostly|among|like|one|two|three|four|five|six|seven|eight|nine|ten|and|or|but|while|from|said|says"
_LEAD = rf"(?:(?:the|its|his|her|their|an?|former|late|nearby|neighbou?ring|then|mr|mrs|ms|dr) |(?:(?!(?:{_NO_LEAD})\b)[a-z][a-z-]+ ){{1,2}}(?=[A-Z]))?"
_NAME = rf"{_LEAD}{_WORD}(?: (?:{_LINK} )?{_WORD})*"
_ASIDE = r"(?:,? \(?\d{1,2}\)?,?(?= (?:and|[A-Z])|[.;)—–]|$)| \([^()]{1,25}\))?"
_ITEM = rf"{_NAME}(?:{_ASIDE})(?:, of {_WORD}(?: {_WORD})?|, [RDI]-[A-Z][A-Za-z.]*,?)?"
NAMES = LazyPattern(rf"{_ITEM}(?:, (?!and ){_ITEM})*,? and {_ITEM}")
"""Names, the last two joined by "and"."""
_PLAIN = r"(?:(?:the|an?|its|his|her) )?[a-z][a-z'’-]+(?: (?!and\b|or\b|is\b|are\b|was\b|were\b)[a-z][a-z'’-]+){0,2}"
WORDS = LazyPattern(rf"{_PLAIN}(?:, (?!and ){_PLAIN})*,? and {_PLAIN}")
"""Things in small letters, in the same form."""
_AGES = LazyPattern(
    r"(?:,? \(?\d{1,2}\)?(?:, of [A-Z]\w+)?| \([^()]*\)|, of [A-Z]\w+|, [RDI]-[A-Z][A-Za-z.]*)(?P<more>,?)(?=(?P<and>,? and|$)| [A-Z])"
)
_ANDS = LazyPattern(r",? and ")


class Items(NamedTuple):
    """How many items a list has: an "and" may join two of them or stand inside one."""

    least: int
    most: int
    end: int


def items_of(text: str, start: int, *, plain: bool = False) -> Items | None:
    """The list that begins at *start*; None where none does."""
    found = (WORDS if plain else NAMES).match(text, start)
    if found is None:
        return None
    listed = _AGES.sub(lambda m: "" if m["and"] is not None else "," if m["more"] else "", found.group())
    ands = len(_ANDS.findall(listed))
    commas = len(re.findall(r", (?!and )", listed))
    most = commas + ands + 1
    least = commas + 2 if ands == 1 else commas + 1 + (1 if ", and " in listed else 0)
    return Items(min(least, most), most, found.end())
