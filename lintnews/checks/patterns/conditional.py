"""conditional: where one thing stands, another must stand too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import PlannedCheck, option
from ...match import Match
from ...source import Span
from .terms import Found, Plan, find, outside, places, plan, plans

if TYPE_CHECKING:
    from ...story import Story


class Conditional(PlannedCheck):
    """Flags the first place of ``first`` for which no ``second`` stands in the story.

    Where both patterns have a group, the two groups must hold the same words: an abbreviation and its introduction.
    """

    kind: ClassVar[str] = "conditional"
    values: ClassVar[tuple[str, ...]] = ("first",)
    first: str = option("A regular expression; its group, if any, is what is flagged.")
    second: str = option(
        "A regular expression that must be found too, with the same words in its group, if it has one."
    )
    before: bool = option("Whether `second` must stand before `first`, or at the same place.", False)
    exceptions: tuple[str, ...] = option("Terms that are left alone when they take in what was found.", ())
    ignore_case: bool = option("Whether capitals don't matter.", False)

    def plan(self) -> tuple[Plan, ...]:
        return plans(
            lambda: plan((self.first,), [("first",)], ignore_case=self.ignore_case),
            lambda: plan((self.second,), [("second",)], ignore_case=self.ignore_case, word=False),
            lambda: plan(self.exceptions, places("exceptions", self.exceptions), ignore_case=self.ignore_case),
        )

    def matches_by(self, plan: tuple[Plan, ...], story: Story) -> Iterator[Match]:
        first, after, exceptions = plan
        found = list(outside(find(first, story), exceptions, story))
        if not found:
            return
        grouped = found[0].match is not None and found[0].match.re.groups > 0
        seconds: dict[str, int] = {}
        for second in find(after, story):
            has_group = second.match is not None and second.match.re.groups > 0
            seconds.setdefault(_words(second, story) if grouped and has_group else "", second.span.start)
        flagged = set()
        for one in found:
            words = _words(one, story)
            at = seconds.get("" if "" in seconds else words)
            met = at is not None and (not self.before or at <= _span(one).start)
            if not met and words not in flagged:
                flagged.add(words)
                yield Match(_span(one), values=(("first", words),))


def _span(found: Found) -> Span:
    """Where the group stands, or all of it where there is none."""
    if found.match is not None and found.match.re.groups and found.match[1]:
        return Span(*found.match.span(1))
    return found.span


def _words(found: Found, story: Story) -> str:
    return story.words(_span(found))
