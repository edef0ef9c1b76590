"""statement: something that the story states, and that can't be so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec.structs import replace

from ...declared import Mistake, Mistakes
from ...match import Case, Match
from ...mentions import is_mention_kind
from .. import JUDGES, judge_of, judged_kinds
from .conditions import Test, holds
from .of_mention import OfMention, field_values

if TYPE_CHECKING:
    from ...story import Story
    from ..judge import M


class Statement(OfMention):
    """Flags every mention of one kind that says something which can't be so, by the calendar, arithmetic or itself.

    What follows from a mention is worked out for each kind in its own way. The message may use the mention's fields, and
    the values that its kind is judged by.
    """

    kind: ClassVar[str] = "statement"

    def offers(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*judge_of(self.of).values, *OfMention.offers(self))))

    def told_cases(self) -> Mapping[str, Case]:
        return judge_of(self.of).cases

    def plan(self) -> tuple[Any, ...]:
        if self.of not in JUDGES and is_mention_kind(self.of) and self.of not in judged_kinds():
            message = f"nothing follows from a mention of kind `{self.of}`"
            raise Mistakes(Mistake(message, ("of",), word=self.of, known=judged_kinds()))
        return OfMention.plan(self)

    def matches_by(self, plan: Any, story: Story) -> Iterator[Match]:
        tests, names = plan

        def chosen(kind: type[M]) -> tuple[M, ...]:
            return _chosen(story.mentions(kind), tests, story)

        for mention, match in judge_of(self.of).verdicts(story, chosen):
            values = field_values(mention, names, story) | dict(match.values)
            yield replace(match, values=tuple(values.items()))


def _chosen(mentions: tuple[M, ...], tests: tuple[Test, ...], story: Story) -> tuple[M, ...]:
    return tuple(one for one in mentions if holds(tests, one, story)) if tests else mentions
