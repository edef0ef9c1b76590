"""What a rule leaves alone: matches that have certain words in their sentence, their paragraph or their story."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from .source import Span

if TYPE_CHECKING:
    from .checks.patterns.terms import Plan
    from .story import Story


class Unless(NamedTuple):
    """The words that except a match, by where they must stand; ``written`` are they as the rule has them."""

    sentence: Plan | None = None
    paragraph: Plan | None = None
    story: Plan | None = None
    written: tuple[tuple[str, tuple[str, ...]], ...] = ()


def exceptions(unless: Unless, story: Story) -> Callable[[Span], bool]:
    """Tells whether a place in *story* is excepted: by words anywhere, in its paragraph, or in its sentence.

    What reaches over several sentences belongs to the first.
    """

    from .checks.patterns.terms import find

    @cache
    def places(scope: int) -> tuple[Span, ...]:
        plan = unless[:3][scope]
        return tuple(found.span for found in find(plan, story)) if plan else ()

    def excepted(span: Span) -> bool:
        return bool(
            places(2)
            or (places(1) and _any_in(places(1), _paragraph(span, story)))
            or (places(0) and _any_in(places(0), _sentence(span, story)))
        )

    return excepted


def _any_in(places: tuple[Span, ...], scope: Span) -> bool:
    return any(place.overlaps(scope) for place in places)


def _paragraph(span: Span, story: Story) -> Span:
    block = story.block_at(span.start)
    return block.span if block else span


def _sentence(span: Span, story: Story) -> Span:
    from .mentions.words.sentences import Sentence

    around = (sentence.span for sentence in story.mentions(Sentence) if sentence.span.overlaps(span))
    return next(around, _paragraph(span, story))
