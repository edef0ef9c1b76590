"""doubled-words: the same word twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from ...check import Check, option
from ...match import Edit, Fix, Match, Safety
from ...source import Span

if TYPE_CHECKING:
    from ...story import Story

_DOUBLED = re.compile(
    r"(?<![\w’'-])([A-Za-z]?[a-z]*)(?:[ \t]+|[ \t]*\n[ \t]*)(?=([a-z]+)(?![\w’'-]))(?i:\1)(?![\w’'-])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubledWords(Check):
    """Flags a word that stands twice, with nothing but a blank or a line end between, and offers to drop the second."""

    kind: ClassVar[str] = "doubled-words"
    values: ClassVar[tuple[str, ...]] = ("word",)
    allowed: tuple[str, ...] = option("Words that may stand twice.", ())

    def matches(self, story: Story) -> Iterator[Match]:
        if not _may_double(story.text):
            return
        for found in _DOUBLED.finditer(story.text):
            word = found[1]
            span = Span(*found.span())
            if word and word.lower() not in self.allowed and "\n\n" not in found.group() and not _is_cut(story, span):
                edit = Edit(Span(found.end(1), found.end()), "")
                yield Match(span, values=(("word", word),), fixes=(Fix((edit,), Safety.SAFE),))


def _may_double(text: str) -> bool:
    """Whether some word is followed by itself, perhaps with marks behind: quicker to tell than where."""
    words = text.lower().split()
    return any(b.startswith(a) and len(b) - len(a) < 4 for a, b in pairwise(words))


def _is_cut(story: Story, span: Span) -> bool:
    """Whether something between the words in angle brackets, a company's name say, was taken for a tag."""
    return _BRACKETED.search(story.map.to_source(span).of(story.source)) is not None


_BRACKETED = re.compile(r"<[A-Z]")
