"""wrong-direction: two values, and a word that says that they moved the other way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Case, Certainty, Match, Note
from .changes import way_word
from .judged import judged_of
from .relations import Kind

if TYPE_CHECKING:
    from ...story import Story
    from .comparisons import Comparison
    from .told_ways import ToldWay


class WrongDirection(Check):
    """Flags "rose to 14 from 16", "at 3%, below the target of 2%": two values, and a word of the other direction between or before them."""

    kind: ClassVar[str] = "wrong-direction"
    values: ClassVar[tuple[str, ...]] = ("before", "after", "actual", "word")
    cases: ClassVar[Mapping[str, Case]] = {
        "level": Case("A value is said to be above or below one that it isn't above or below."),
        "pace": Case("A rate of growth is said to have gathered or lost pace, and the one before says that it didn't."),
    }

    def matches(self, story: Story) -> Iterator[Match]:
        from .comparisons import comparisons
        from .told_ways import is_linked, told_ways

        told: set[int] = set()
        for relation, _, certainty in judged_of(story, Kind.WAY):
            before, after = relation.figures
            first, second = sorted(relation.figures, key=lambda figure: figure.index)
            told.update(figure.figure.start for figure in relation.figures)
            old, new = story.words(before.figure), story.words(after.figure)
            yield Match(
                second.figure,
                (
                    ("before", old),
                    ("after", new),
                    ("actual", "a fall" if relation.direction > 0 else "a rise"),
                    ("word", way_word(first, second)),
                ),
                (Note("the other figure", first.figure),),
                (),
                tuple(sorted(relation.features)),
                certainty,
            )
        for comparison in comparisons(story):
            if comparison.fails and told.isdisjoint({comparison.before.figure.start, comparison.after.figure.start}):
                told.update((comparison.before.figure.start, comparison.after.figure.start))
                yield _match(story, comparison)
        for way in told_ways(story):
            if not way.holds and is_linked(way) and told.isdisjoint({way.before.figure.start, way.after.figure.start}):
                told.update((way.before.figure.start, way.after.figure.start))
                yield _of_way(story, way)


def _of_way(story: Story, told: ToldWay) -> Match:
    falls = told.after.value < told.before.value
    first, second = sorted((told.before.figure, told.after.figure))
    words = {True: ("slower growth", "faster growth"), False: ("a fall", "a rise")}[told.pace]
    return Match(
        second,
        (
            ("before", story.words(told.before.figure)),
            ("after", story.words(told.after.figure)),
            ("actual", words[0] if falls else words[1]),
            ("word", story.words(told.word)),
        ),
        (Note("the other figure", first), Note("the word", told.word)),
        certainty=Certainty.POSSIBLE,
        case="pace" if told.pace else "",
    )


def _match(story: Story, comparison: Comparison) -> Match:
    first, second = sorted((comparison.before.figure, comparison.after.figure))
    falls = comparison.after.value < comparison.before.value
    level = comparison.form in ("above", "mark", "compared-to")
    return Match(
        second,
        (
            ("before", story.words(comparison.before.figure)),
            ("after", story.words(comparison.after.figure)),
            ("actual", ("less" if falls else "more") if level else ("a fall" if falls else "a rise")),
            ("word", comparison.word),
        ),
        (Note("the other figure", first),),
        certainty=Certainty.CERTAIN,
        case="level" if level else "",
    )
