"""Forms of dateline: how an agency or a house writes place, date and credit."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ...house import judge_dateline_style
from ...mentions.dates.calendar_words import MONTH_NAMES
from ...record import Record

if TYPE_CHECKING:
    from ...mentions.datelines.datelines import Dateline
    from ...story import Story

AGENCY_FORMS = {
    "ap": "{CITY}[, {region}][ ({credit})] — ",
    "reuters": "{CITY}[, {region}], {month} {day}[ ({credit})] - ",
    "pti": "{City}[, {region}], {mon} {day} ({credit}) ",
}
"""Agency → its form. ``{CITY}`` is in capitals, ``{City}`` is not; ``{month}`` is written as the house's style does,
``{mon}`` with three letters; what stands in square brackets may be missing."""
_FIELD = re.compile(r"\{(\w+)\}")
_SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


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
        parts: dict[str, str | None] = {
            "CITY": place.upper(),
            "City": place.title() if place.isupper() else place,
            "region": ", ".join(story.words(region) for region in dateline.regions) or None,
            "month": _month(dateline, short=False),
            "mon": _month(dateline, short=True),
            "day": str(dateline.date.day) if dateline.date else None,
            "credit": story.words(dateline.credit)[1:-1] if dateline.credit else None,
        }
        optional = re.sub(r"\[([^\[\]]*)\]", lambda m: _filled(m[1], parts) or "", self.pattern)
        filled = _filled(optional, parts)
        return filled.rstrip() if filled else None


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


def credited_style(credit: str) -> str | None:
    """The style of the agency that a credit names."""
    names = set(re.split(r"\W+", credit.lower()))
    return next((style for style in AGENCY_FORMS if style in names), None)


def _month(dateline: Dateline, *, short: bool) -> str | None:
    if dateline.date is None or dateline.date.month is None:
        return None
    number = dateline.date.month - 1
    return MONTH_NAMES[number][:3] if short else _SHORT[number].rstrip(".")


def _filled(pattern: str, parts: dict[str, str | None]) -> str | None:
    if any(parts[name] is None for name in _FIELD.findall(pattern)):
        return None
    return _FIELD.sub(lambda m: parts[m[1]] or "", pattern)
