"""existence: something stands in the copy that should not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import PlannedCheck, option
from ...match import Match
from .terms import Plan, find, outside, places, plan, plans

if TYPE_CHECKING:
    from ...story import Story


class Existence(PlannedCheck):
    """Flags every place where one of ``terms`` stands."""

    kind: ClassVar[str] = "existence"
    terms: tuple[str, ...] = option("Words, phrases or regular expressions.")
    exceptions: tuple[str, ...] = option("Terms that are left alone when they take in what was found.", ())
    ignore_case: bool = option("Whether capitals don't matter.", False)
    word: bool = option("Whether a term must be whole words.", True)

    def plan(self) -> tuple[Plan, ...]:
        return plans(
            lambda: plan(self.terms, places("terms", self.terms), ignore_case=self.ignore_case, word=self.word),
            lambda: plan(self.exceptions, places("exceptions", self.exceptions), ignore_case=self.ignore_case),
        )

    def matches_by(self, plan: tuple[Plan, ...], story: Story) -> Iterator[Match]:
        terms, exceptions = plan
        for found in outside(find(terms, story), exceptions, story):
            yield Match(found.span)
