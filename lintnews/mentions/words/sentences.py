"""Sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar, Self

from ...datafiles import load_data
from ...mention import Mention
from ...source import Span
from .lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from ...story import Story


_END = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<shut>[\"'”’»)\]]*)(?P<blank>\s+)(?=[\"'“‘«(\[$£€#*`–—-]*(?:[^\Wa-z_]|i[A-Z]))"
)
_WORD_BEFORE = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?$|[\w’']+$")

_LONGEST = 3000
"""Characters after which a sentence is cut at a blank: longer than any in print, and what reads sentences stays quick."""

_WORDS = load_data("sentences")
NEVER_LAST = frozenset(_WORDS["never_last"])
"""Titles and other abbreviations whose point never ends a sentence."""
_MONTHS = frozenset(_WORDS["months"])
_NUMBERED = frozenset(_WORDS["numbered"])
_MAY_BE_LAST = frozenset(_WORDS["may_be_last"])
_STARTERS = frozenset(_WORDS["starters"])
_FIRST_WORD = LazyPattern(r"[\"“‘(\[]*([A-Za-z]+)")
_SPEECH_AFTER = LazyPattern(
    r"(?:[A-Z][\w.’'-]*\s){1,3}(?:said|says|asked|asks|added|wrote|told|shouted|cried|replied|recalled|wondered|joked|quipped|"
    r"exclaimed|demanded|yelled|tweeted)\b"
)


class Sentence(Mention, frozen=True):
    """A sentence, without the white space around it; none reaches over a block's end or is longer than 3,000 characters."""

    kind: ClassVar[str] = "sentence"

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        text = story.text
        never_last = NEVER_LAST.union(story.house.words.abbreviations)
        for block in story.blocks:
            start, end = block.span.start, block.span.end
            for stop, following in _ends(text, start, end, never_last):
                yield from (cls(span) for span in _cut(text, start, stop))
                start = following
            stop = start + len(text[start:end].rstrip())
            yield from (cls(span) for span in _cut(text, start, stop))


def _cut(text: str, start: int, stop: int) -> Iterator[Span]:
    """The sentence from *start* to *stop*, in pieces where it is too long for one."""
    while stop - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        end = blank if blank > 0 else start + _LONGEST
        if words := text[start:end].strip():
            yield Span(start, start + len(words))
        start = end + len(text[end:stop]) - len(text[end:stop].lstrip())
    if stop > start:
        yield Span(start, stop)


def _ends(text: str, start: int, end: int, never_last: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where sentences end, and where the next ones begin."""
    for found in _END.finditer(text, start, end):
        if found["stop"] == "." and not found["shut"]:
            if _is_abbreviation(text, start, found.start(), found.end(), never_last):
                continue
        elif found["shut"] and found["stop"] in "?!" and _SPEECH_AFTER.match(text, found.end(), end):
            continue
        yield found.end("shut"), found.end()


def _is_abbreviation(text: str, start: int, point: int, following: int, never_last: frozenset[str]) -> bool:
    """Whether the point at *point* belongs to an abbreviation, and no sentence ends with it."""
    found = _WORD_BEFORE.search(text, max(start, point - 14), point)
    if found is None:
        return False
    word = found.group()
    if word in never_last:
        return True
    after = text[following : following + 14]
    if word in _NUMBERED:
        return after[:1].isdigit()
    if word in _MONTHS or word in _MAY_BE_LAST or "." in word:
        return not _starts(after)
    return len(word) == 1 and word.isupper() and not _starts(after)


def _starts(after: str) -> bool:
    """Whether *after* begins with a word, or a mark, that begins sentences."""
    found = _FIRST_WORD.match(after)
    return found is not None and (found[1] in _STARTERS or after[0] in '"“')
