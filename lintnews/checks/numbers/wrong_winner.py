"""wrong-winner: a score or a vote that contradicts who is said to have won."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Match, Note
from ...mentions.numbers.glances import may_hold_results
from .wording import plain

if TYPE_CHECKING:
    from ...mentions.numbers.results import Result
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongWinner(Check):
    """Flags a score that the winner would have lost by, a draw that is none, a vote that goes against its outcome."""

    kind: ClassVar[str] = "wrong-winner"
    values: ClassVar[tuple[str, ...]] = ("score", "why")

    def matches(self, story: Story) -> Iterator[Match]:
        if not may_hold_results(story):
            return
        from ...mentions.numbers.results import Result

        for result in story.mentions(Result):
            why = verdict(result)
            if why:
                yield Match(result.span, (("score", story.words(result.span)), ("why", why)))
            elif result.margin is not None:
                difference = abs(result.first - result.second)
                if difference != result.margin[0]:
                    score = story.words(result.span)
                    why = f"the difference is {plain(difference)}, not {plain(result.margin[0])}"
                    yield Match(result.margin[1], (("score", score), ("why", why)), (Note(score, result.span),))


def verdict(result: Result) -> str:
    """How the numbers contradict the outcome; empty where they don't."""
    from ...mentions.numbers.results import Outcome

    first, second = result.first, result.second
    if result.outcome is Outcome.WON and first < second:
        return f"“{result.words}” goes with the higher number first"
    if result.outcome in (Outcome.WON, Outcome.LOST) and first == second:
        return f"“{result.words}” does not go with a level score"
    if result.outcome is Outcome.DREW and result.words and first != second:
        return f"“{result.words}” goes with a level score"
    if result.outcome is Outcome.CARRIED and first <= second:
        return f"“{result.words}” does not go with {plain(first)} for and {plain(second)} against"
    if result.outcome is Outcome.REJECTED and first > second and result.margin is None:
        return f"“{result.words}” does not go with {plain(first)} for and {plain(second)} against"
    return ""
