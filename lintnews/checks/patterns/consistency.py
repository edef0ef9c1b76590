"""consistency: either way is right, but not both in one story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import PlannedCheck, option
from ...match import Edit, Fix, Match, Note, Safety
from .substitution import with_case_of
from .terms import Found, Plan, find, is_phrase, plan, plans

if TYPE_CHECKING:
    from ...story import Story


class Consistency(PlannedCheck):
    """Flags the rarer of two ways to write something where a story has both; of two as common, the one that came later."""

    kind: ClassVar[str] = "consistency"
    values: ClassVar[tuple[str, ...]] = ("other", "count", "other_count")
    either: dict[str, str] = option("One way → the other; words, phrases or regular expressions.")
    ignore_case: bool = option("Whether capitals don't matter.", True)
    word: bool = option("Whether a term must be whole words.", True)

    def plan(self) -> tuple[Plan, ...]:
        terms = [term for pair in self.either.items() for term in pair]
        keys = [("either", one) for one in self.either for _ in range(2)]
        return plans(lambda: plan(terms, keys, ignore_case=self.ignore_case, word=self.word))

    def matches_by(self, plan: tuple[Plan, ...], story: Story) -> Iterator[Match]:
        found = find(plan[0], story)
        if len(found) < 2:
            return
        terms = [term for pair in self.either.items() for term in pair]
        for pair in range(len(self.either)):
            ways = [[one for one in found if one.index == 2 * pair + side] for side in (0, 1)]
            if ways[0] and ways[1]:
                order = sorted((0, 1), key=lambda side: (len(ways[side]), -ways[side][0].span.start))
                yield from self._rarer(ways[order[0]], ways[order[1]], terms[2 * pair + order[1]], story)

    def _rarer(self, rare: list[Found], common: list[Found], term: str, story: Story) -> Iterator[Match]:
        other = story.words(common[0].span)
        counts = (("count", str(len(rare))), ("other_count", str(len(common))))
        for one in rare:
            words = story.words(one.span)
            fixes: tuple[Fix, ...] = ()
            if is_phrase(term):
                text = with_case_of(words, term.replace("\\", ""))
                fixes = (Fix((Edit(one.span, text),), Safety.SAFE),)
            note = Note(f"“{other}” here", common[0].span)
            yield Match(one.span, values=(("other", other), *counts), notes=(note,), fixes=fixes)
