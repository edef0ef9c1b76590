"""conflicting-direction: one movement told twice, once as a rise and once as a fall."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Certainty, Match, Note

if TYPE_CHECKING:
    from ...story import Story
    from .pointing_back import PointingBack

_SURE = frozenset(["apposed-most", "levelled-to"])
_DOUBT = frozenset(["contrast", "denied", "maybe"])


class ConflictingDirection(Check):
    """Flags a rise that the story elsewhere tells as a fall, or a fall told as a rise: "fell to their highest level".

    Whether both are told of one movement is weighed by fitted evidence: the words for what moves, "the fall" that points back,
    figures, times, and what else in the story goes with either. Of the two the one is flagged that less of the story bears out.
    """

    kind: ClassVar[str] = "conflicting-direction"
    values: ClassVar[tuple[str, ...]] = ("word", "other", "actual")

    def matches(self, story: Story) -> Iterator[Match]:
        from ...evidence import certainty, likelihood, phrases
        from .pointing_back import pointing_back
        from .trend_links import MODEL, TrendLink, trend_links

        best: dict[int, tuple[float, TrendLink]] = {}
        for link in trend_links(story):
            likely = likelihood(MODEL, link.features)
            start = link.odd.word.span.start
            if likely > best.get(start, (0.0, link))[0]:
                best[start] = likely, link
        taken: set[int] = set()
        for start, (_, link) in sorted(best.items()):
            sure = _certainty(link.features, certainty(MODEL, link.features))
            other = link.other.word.span
            if sure is None or start in taken:
                continue
            taken |= {start, other.start}
            yield Match(
                link.odd.word.span,
                (
                    ("word", story.words(link.odd.word.span)),
                    ("other", story.words(other)),
                    ("actual", "a rise" if link.other.way > 0 else "a fall"),
                ),
                (Note("the other word", other),),
                (),
                phrases(MODEL, link.features),
                sure,
            )
        for pointing in pointing_back(story):
            if not pointing.holds and taken.isdisjoint({pointing.word.start, pointing.told.start}):
                taken.add(pointing.word.start)
                yield _of_pointing(story, pointing)


def _of_pointing(story: Story, pointing: PointingBack) -> Match:
    return Match(
        pointing.word,
        (
            ("word", story.words(pointing.word)),
            ("other", story.words(pointing.told)),
            ("actual", "a rise" if pointing.told_way > 0 else "a fall"),
        ),
        (Note("the other word", pointing.told),),
        certainty=Certainty.POSSIBLE,
    )


def _certainty(features: dict[str, float], found: Certainty | None) -> Certainty | None:
    """The highest where two words of one clause contradict each other; else at most what is likely."""
    if not _SURE.isdisjoint(features) and _DOUBT.isdisjoint(features):
        return Certainty.CERTAIN
    return found and Certainty.POSSIBLE
