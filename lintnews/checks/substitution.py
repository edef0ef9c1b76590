"""substitution: say this instead of that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ..check import Check, option
from ..finding import Edit, Fix, Match, Safety
from ..source import Span
from .patterns import term_pattern

if TYPE_CHECKING:
    from ..story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitution(Check):
    """Flags every key of ``swap`` and offers its value."""

    kind: ClassVar[str] = "substitution"
    values: ClassVar[tuple[str, ...]] = ("replacement",)
    swap: dict[str, str] = option("Regular expressions → what to write instead.")
    ignore_case: bool = option("Whether capitals don't matter.", False)

    def __post_init__(self) -> None:
        for term in self.swap:
            term_pattern((term,), self.ignore_case)

    def matches(self, story: Story) -> Iterator[Match]:
        for term, replacement in self.swap.items():
            for found in term_pattern((term,), self.ignore_case).finditer(story.text):
                span = Span(*found.span())
                if found.group() != replacement:
                    fix = Fix((Edit(span, replacement),), Safety.SAFE)
                    yield Match(span, values=(("replacement", replacement),), fixes=(fix,))
