"""occurrence: too many or too few of something in a sentence, a paragraph or the story."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from ...check import PlannedCheck, option
from ...declared import Mistake, Mistakes
from ...match import Match
from ...mentions.words.sentences import Sentence
from ...source import Span
from .terms import Plan, find, places, plan, plans

if TYPE_CHECKING:
    from ...story import Story


class Occurrence(PlannedCheck):
    """Counts ``terms`` in each sentence, each paragraph or the whole story, and flags more than ``max`` or fewer than ``min``."""

    kind: ClassVar[str] = "occurrence"
    values: ClassVar[tuple[str, ...]] = ("count", "limit")
    terms: tuple[str, ...] = option("Words, phrases or regular expressions that are counted together.")
    max: int | None = option("The most that there may be.", None)
    min: int = option("The fewest that there must be.", 0)
    scope: Literal["sentence", "paragraph", "story"] = option("Where they are counted.", "sentence")
    flag: Literal["occurrence", "scope"] = option(
        "What is flagged of too many: the first occurrence beyond `max`, or the whole scope.", "occurrence"
    )
    ignore_case: bool = option("Whether capitals don't matter.", False)
    word: bool = option("Whether a term must be whole words.", True)

    def __post_init__(self) -> None:
        if self.max is None and not self.min:
            raise Mistakes(Mistake("`occurrence` needs `max` or `min`", ("terms",), at_key=True))

    def plan(self) -> tuple[Plan, ...]:
        where = places("terms", self.terms)
        return plans(lambda: plan(self.terms, where, ignore_case=self.ignore_case, word=self.word))

    def matches_by(self, plan: tuple[Plan, ...], story: Story) -> Iterator[Match]:
        found = find(plan[0], story)
        if not found and not self.min:
            return
        starts = [one.span.start for one in found]
        for scope in self._scopes(story):
            first, last = bisect_left(starts, scope.start), bisect_left(starts, scope.end)
            count = last - first
            if self.max is not None and count > self.max:
                span = found[first + self.max].span if self.flag == "occurrence" else scope
                yield Match(span, values=(("count", str(count)), ("limit", str(self.max))))
            elif count < self.min:
                yield Match(scope, values=(("count", str(count)), ("limit", str(self.min))))

    def _scopes(self, story: Story) -> Iterator[Span]:
        if self.scope == "sentence":
            yield from (sentence.span for sentence in story.mentions(Sentence))
        elif self.scope == "paragraph":
            yield from (block.span for block in story.blocks if block.span.end > block.span.start)
        elif story.blocks:
            yield Span(story.blocks[0].span.start, story.blocks[-1].span.end)
