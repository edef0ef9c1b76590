"""repeated-credit: the story is credited to the same agency at its head and at its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check, option
from ...match import Edit, Fix, Match, Note, Safety
from ...mentions.datelines.credits import Credit
from ...source import Span

if TYPE_CHECKING:
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatedCredit(Check):
    """Flags the credit that ends a story when one for the same agency stands near the head."""

    kind: ClassVar[str] = "repeated-credit"
    values: ClassVar[tuple[str, ...]] = ("agency",)
    head: int = option("How far into the copy a credit counts as the story's first, in characters.", 200)

    def matches(self, story: Story) -> Iterator[Match]:
        credits = story.mentions(Credit)
        start = min((block.span.start for block in story.body), default=0)
        for last in credits:
            first = next((c for c in credits if c.agency == last.agency and c.span.start < start + self.head), None)
            if last.closing and first is not None and first is not last:
                before = len(story.text[: last.span.start].rstrip(" "))
                edit = Edit(Span(before, last.span.end), "")
                yield Match(
                    last.span,
                    values=(("agency", last.agency),),
                    notes=(Note("the first credit", first.span),),
                    fixes=(Fix((edit,), Safety.UNSAFE),),
                )
