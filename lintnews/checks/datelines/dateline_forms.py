"""Forms of dateline: how an agency or a house writes place, date and credit."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ...house import judge_dateline_style
from ...mentions.datelines.agencies import AGENCY_FORMS
from ...mentions.words.lazy_pattern import LazyPattern
from ...message import in_form
from ...record import Record

if TYPE_CHECKING:
    from ...mentions.datelines.datelines import Dateline
    from ...story import Story

_FIELD = LazyPattern(r"\{(\w+)\}")


class DatelineForm(Record, frozen=True):
    """What a pattern such as ``{CITY}[, {region}][ ({credit})] — `` asks for."""

    pattern: str
    capitals: bool
    dated: bool
    day_first: bool
    short_month: bool
    dash: str

    @property
    def shown(self) -> str:
        """The form as a message shows it: CITY, region, month day (credit) -."""
        return re.sub(r"[\[\]{}]", "", self.pattern).rstrip()

    def written(self, story: Story, dateline: Dateline) -> str | None:
        """The parts of *dateline* in this form, without the space behind; None where a part is missing or unsure."""
        place = story.words(dateline.place).strip("*")
        if (dateline.date and not dateline.date.possible) or place.endswith(".") or "}" in place or "{" in place:
            return None
        parts = dict(dateline.parts_in(story))
        parts["month"] = (parts["Mon"] or "").rstrip(".") or None
        written = in_form(self.pattern, parts)
        return written.rstrip() if written else None


@cache
def dateline_form(style: str) -> DatelineForm:
    """The form of an agency, or of a house's own pattern; ValueError for what is neither."""
    pattern = AGENCY_FORMS.get(style.lower(), style)
    judge_dateline_style(style)
    names = _FIELD.findall(pattern)
    dated = bool({"month", "mon"}.intersection(names))
    return DatelineForm(
        pattern=pattern,
        capitals="CITY" in names,
        dated=dated,
        day_first=dated and "day" in names and names.index("day") < names.index("mon" if "mon" in names else "month"),
        short_month="mon" in names,
        dash=next((dash for dash in ("—", "–", "--", " - ") if dash in _FIELD.sub("", pattern)), "").strip(),
    )


def style_name(style: str) -> str:
    """How a message names *style*."""
    named = {"ap": "AP", "reuters": "Reuters", "pti": "PTI"}
    return named.get(style.lower(), "house")
