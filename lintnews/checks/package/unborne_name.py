"""unborne-name: a headline or deck names somebody whom the body never names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Certainty, Match
from ...source import Span

if TYPE_CHECKING:
    from ...story import Story
    from .headline_candidates import Head


class UnborneName(Check):
    """Flags a person's full name in a headline or deck of which the body has no part, nor another word for it.

    Read only where capitals show names; the names of those who wrote the story are left out.
    """

    kind: ClassVar[str] = "unborne-name"
    values: ClassVar[tuple[str, ...]] = ("block",)

    def matches(self, story: Story) -> Iterator[Match]:
        from .headline_candidates import heads

        for head in story.once(heads):
            if head.sentence.cased:
                yield from _of_head(head, story)


def _of_head(head: Head, story: Story) -> Iterator[Match]:
    from .headline_support import classes

    words = head.sentence.words
    for at in sorted(head.sentence.named):
        run = head.sentence.run(at)
        if run[0] != at or len(run) < 2 or head.sentence.is_byline(at) or not head.lost.issuperset(run):
            continue
        if "given" in classes(words[run[0]].text) and "surname" in classes(words[run[-1]].text):
            span = Span(words[run[0]].span.start, words[run[-1]].span.end)
            block = story.block_at(span.start)
            yield Match(span, (("block", block.kind if block else "headline"),), certainty=Certainty.POSSIBLE)
