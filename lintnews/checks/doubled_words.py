"""doubled-words: the same word twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ..check import Check, option
from ..finding import Edit, Fix, Match, Safety
from ..source import Span

if TYPE_CHECKING:
    from ..story import Story

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
        for found in _DOUBLED.finditer(story.text):
            word = found[1]
            if word and word.lower() not in self.allowed and "\n\n" not in found.group():
                edit = Edit(Span(found.end(1), found.end()), "")
                yield Match(Span(*found.span()), values=(("word", word),), fixes=(Fix((edit,), Safety.SAFE),))
