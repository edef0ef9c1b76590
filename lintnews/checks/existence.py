"""existence: something stands in the copy that should not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ..check import Check, option
from ..finding import Match
from ..source import Span
from .patterns import term_pattern

if TYPE_CHECKING:
    from ..story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Existence(Check):
    """Flags every place where one of ``terms`` stands."""

    kind: ClassVar[str] = "existence"
    terms: tuple[str, ...] = option("Regular expressions, each found as a whole word.")
    ignore_case: bool = option("Whether capitals don't matter.", False)
    word: bool = option("Whether a term must be a whole word.", True)

    def __post_init__(self) -> None:
        term_pattern(self.terms, self.ignore_case, self.word)

    def matches(self, story: Story) -> Iterator[Match]:
        for found in term_pattern(self.terms, self.ignore_case, self.word).finditer(story.text):
            yield Match(Span(*found.span()))
