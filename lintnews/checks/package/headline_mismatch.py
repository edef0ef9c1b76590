"""headline-mismatch: a headline, deck or caption has a number that the body does not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Certainty, Match, Note
from ...mentions.words.cardinals import SMALL
from ...story import ABOVE
from .headline_figures import figure_faults

if TYPE_CHECKING:
    from ...story import Block, Story


class HeadlineMismatch(Check):
    """Flags numbers of headlines, decks and captions that the body does not have, or tells differently."""

    kind: ClassVar[str] = "headline-mismatch"
    values: ClassVar[tuple[str, ...]] = ("difference",)

    def matches(self, story: Story) -> Iterator[Match]:
        blocks = story.blocks_of(*ABOVE)
        if not blocks or not story.body:
            return
        if any(_NUMBER.search(story.words(block.span)) for block in blocks):
            yield from _numbers(story, blocks)


_NUMBER = re.compile(rf"\d|\b(?:{'|'.join(SMALL)}|dozen)\b", re.IGNORECASE)


def _numbers(story: Story, blocks: tuple[Block, ...]) -> Iterator[Match]:
    for fault in figure_faults(story, blocks):
        words = story.words(fault.stated)
        certainty = Certainty.LIKELY if fault.certain else Certainty.POSSIBLE
        if fault.found is None:
            yield Match(fault.stated, (("difference", f"{words} is not in the body"),), certainty=certainty)
            continue
        difference = f"the body has {story.words(fault.found)}, not {words}"
        notes = (Note("in the body", fault.found),)
        yield Match(fault.stated, (("difference", difference),), notes=notes, certainty=certainty)
