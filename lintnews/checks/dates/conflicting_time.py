"""conflicting-time: one thing that seems to be told with two different years or months."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Match, Note
from ...source import Span

if TYPE_CHECKING:
    from ...story import Story


class ConflictingTime(Check):
    """Flags a year or a month where the words around it are those of an earlier place that names another one.

    How much each likeness says is fitted evidence. Of each place the likeliest partner is told.
    """

    kind: ClassVar[str] = "conflicting-time"
    values: ClassVar[tuple[str, ...]] = ("first", "second")

    def matches(self, story: Story) -> Iterator[Match]:
        from ...evidence import certainty, likelihood, phrases
        from .retold_links import MONTHS_MODEL, YEARS_MODEL, RetoldLink, retold_months, retold_years

        found: list[tuple[float, str, RetoldLink]] = []
        for model, links in ((YEARS_MODEL, retold_years(story)), (MONTHS_MODEL, retold_months(story))):
            found += [(likelihood(model, link.features), model, link) for link in links]
        told: set[Span] = set()
        for _, model, link in sorted(found, key=lambda one: (-one[0], one[2].second)):
            sure = certainty(model, link.features)
            if sure is None or told & {link.first, link.second}:
                continue
            told |= {link.first, link.second}
            yield Match(
                link.second,
                values=(("first", link.first_time), ("second", link.second_time)),
                notes=(Note(f"{link.first_time} here", link.first),),
                evidence=phrases(model, link.features),
                certainty=sure,
            )
