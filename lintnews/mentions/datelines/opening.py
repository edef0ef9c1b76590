"""How a story opens: its datelines, if it can have any."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...story import BlockKind, Story

if TYPE_CHECKING:
    from .datelines import Dateline

REACH = 110
"""How far into a paragraph a dateline can reach, in code points."""
_CUE = re.compile(r"\(|\s(?:—|–|-)|\d-\s|--")


def datelines(story: Story) -> tuple[Dateline, ...]:
    """The story's datelines; the grammar of datelines is loaded only if a dash or a parenthesis stands near the top."""
    if not story.once(_has_cue)[0]:
        return ()
    from .datelines import Dateline

    return story.mentions(Dateline)


def _has_cue(story: Story) -> Iterator[bool]:
    yield bool(story.blocks_of(BlockKind.DATELINE)) or any(
        _CUE.search(story.text, block.span.start, min(block.span.end, block.span.start + REACH))
        for block in story.body[:3]
    )
