"""years-mismatch: a number of years, and the year that it is counted from, that don't lead to now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Match, Note

if TYPE_CHECKING:
    from ...story import Story


class YearsMismatch(Check):
    """Flags a number of years that no two years of the story explain, where one of its years is near to doing so.

    Now is the year of publication; without one, the latest year that the story names. Which year is meant is weighed by
    fitted evidence.
    """

    kind: ClassVar[str] = "years-mismatch"
    values: ClassVar[tuple[str, ...]] = ("year", "right", "amount", "now")

    def matches(self, story: Story) -> Iterator[Match]:
        from ...evidence import certainty, likelihood, phrases
        from ...mentions.dates.anniversaries import YearsSince
        from .span_links import MODEL, SpanLink, span_links

        best: dict[int, tuple[float, SpanLink]] = {}
        for link in span_links(story):
            likely = likelihood(MODEL, link.features)
            if likely > best.get(link.length.span.start, (0.0, link))[0]:
                best[link.length.span.start] = likely, link
        for _, link in best.values():
            sure = certainty(MODEL, link.features)
            told = any(since.span.overlaps(link.length.span) for since in story.mentions(YearsSince))
            if sure is None or told:
                continue
            yield Match(
                link.length.span,
                values=(
                    ("year", str(link.year.year)),
                    ("right", str(link.right)),
                    ("amount", str(link.length.amount)),
                    ("now", str(link.now)),
                ),
                notes=(Note("The year", link.year.span),),
                evidence=phrases(MODEL, link.features),
                certainty=sure,
            )
