"""The smallest edits that turn one text into another: words, not documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from ..source import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_WORD = re.compile(r"\w+|\W")


def edits_between(before: str, after: str) -> Iterator[tuple[Span, str]]:
    """Places of *before*, in order and apart, and what stands there in *after*; lines first, then words within them."""
    for start, end, lines in _changes(before, after, _LINE):
        for first, last, words in _changes(before[start:end], lines, _WORD):
            yield Span(start + first, start + last), words


def _changes(before: str, after: str, piece: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    old, new = (list(filter(None, piece.findall(text))) for text in (before, after))
    places = [0]
    for part in old:
        places.append(places[-1] + len(part))
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield places[a], places[b], "".join(new[c:d])
