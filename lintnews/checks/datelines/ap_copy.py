"""Whether a story is AP copy, so that AP's ways of writing dates and times are asked of it."""

from __future__ import annotations

from ...mentions.datelines.opening import datelines
from ...story import Story
from .dateline_forms import credited_style


def is_ap_copy(story: Story) -> bool:
    """Whether the house writes dates as AP does, and no dateline shows that the story is another agency's."""
    if story.house.date_style != "ap":
        return False
    for dateline in datelines(story):
        credit = credited_style(story.words(dateline.credit)) if dateline.credit else None
        if credit not in (None, "ap") or (credit is None and dateline.month):
            return False
    return True
