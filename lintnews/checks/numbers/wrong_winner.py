"""wrong-winner: a score or a vote that contradicts who is said to have won."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from ...match import Case, Match, Note
from ...mentions.numbers.glances import may_hold_results
from ...mentions.words.lazy_pattern import LazyPattern
from ..judge import Chosen, Judge, Verdict
from .wording import plain

if TYPE_CHECKING:
    from ...mentions.numbers.results import Result
    from ...story import Story


_GOES_ON = LazyPattern(r"[\s,;]*\(?\d+\s?[-–]\s*\d")
"""More of the score, or of a list of results, behind it: "6-2 5-7 7- 6"."""


class ResultJudge(Judge):
    """A score that the winner would have lost by, a draw that is none, a vote that goes against its outcome."""

    cases: ClassVar[Mapping[str, Case]] = {
        "order": Case("The side that won has the lower number, or the lower number stands first."),
        "level": Case("A level score, and somebody is said to have won."),
        "draw": Case("A draw with two different numbers."),
        "vote": Case("A vote that goes against its outcome."),
        "margin": Case("The difference that is stated is not that of the numbers.", ("difference", "stated")),
    }

    def verdicts(self, story: Story, chosen: Chosen) -> Iterator[Verdict]:
        if not may_hold_results(story):
            return
        from ...mentions.numbers.results import Result

        for result in chosen(Result):
            if _GOES_ON.match(story.text, result.span.end):
                continue
            case = contradiction(result)
            if case:
                yield Verdict(result, Match(result.span, case=case))
            elif result.margin is not None:
                difference = abs(result.first - result.second)
                stated, place = result.margin
                if difference != stated:
                    values = (("difference", plain(difference)), ("stated", plain(stated)))
                    note = Note(story.words(result.span), result.span)
                    yield Verdict(result, Match(place, values, (note,), case="margin"))


def contradiction(result: Result) -> str:
    """The case of the numbers' contradicting the outcome; empty where they don't."""
    from ...mentions.numbers.results import Outcome

    first, second = result.first, result.second
    if result.outcome is Outcome.WON and first < second:
        return "order"
    if result.outcome in (Outcome.WON, Outcome.LOST) and first == second:
        return "level"
    if result.outcome is Outcome.DREW and result.words and first != second:
        return "draw"
    if result.outcome is Outcome.CARRIED and first <= second:
        return "vote"
    if result.outcome is Outcome.REJECTED and first > second and result.margin is None:
        return "vote"
    return ""
