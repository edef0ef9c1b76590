"""What a date may be written with: months long and short, days plain, with a zero and as ordinals."""

from __future__ import annotations

from collections.abc import Mapping

from ...datafiles import load_data
from ..words.calendar_words import MONTH_NAMES, ordinal_suffix

MONTH_PARTS: Mapping[str, str] = {
    "Month": "The month's name: September.",
    "MONTH": "The same in capitals.",
    "Mon": "The month as AP writes it beside a day: Sept., March.",
    "MON": "The same in capitals.",
    "mon": "Three letters: Sep.",
    "m": "The month's number: 9.",
    "mm": "The month's number in two figures: 09.",
    "year": "The year: 2025.",
    "yy": "The year's last two figures: 25.",
}
DATE_PARTS: Mapping[str, str] = {
    **MONTH_PARTS,
    "day": "The day: 5.",
    "dd": "The day in two figures: 05.",
    "nth": "The day as an ordinal: 5th.",
}


def date_parts(day: int | None, month: int | None, year: int | None) -> dict[str, str | None]:
    """The parts of a date; None for those of what is missing, or of no month."""
    parts: dict[str, str | None] = dict.fromkeys(DATE_PARTS)
    if month is not None and 1 <= month <= 12:
        name, short = MONTH_NAMES[month - 1], load_data("ap")["months"]["with_day"][str(month)]
        parts |= {"Month": name, "MONTH": name.upper(), "Mon": short, "MON": short.upper(), "mon": name[:3]}
        parts |= {"m": str(month), "mm": f"{month:02}"}
    if day is not None:
        parts |= {"day": str(day), "dd": f"{day:02}", "nth": f"{day}{ordinal_suffix(day)}"}
    if year is not None:
        parts |= {"year": str(year), "yy": f"{year % 100:02}"}
    return parts
