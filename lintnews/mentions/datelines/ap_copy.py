"""Whether a story is AP copy, so that AP's ways of writing dates and times are asked of it."""

from __future__ import annotations

from ...match import Safety
from ...story import Story
from .agencies import credited_style
from .opening import datelines


def is_ap_copy(story: Story) -> bool:
    """Whether the house writes dates as AP does, or has named no style and a dateline credits AP.

    Never where a dateline shows that the story is another agency's.
    """
    style = story.house.date_style
    if style == "none":
        return False
    for dateline in datelines(story):
        credit = credited_style(story.words(dateline.credit)) if dateline.credit else None
        if credit not in (None, "ap") or (credit is None and dateline.month):
            return False
    return style == "ap" or any(dateline.credit for dateline in datelines(story))


def style_safety(story: Story) -> Safety:
    """How safe it is to write dates as AP does: what no house has asked for is never done by machine."""
    return Safety.SAFE if story.house.date_style == "ap" else Safety.SHOWN
