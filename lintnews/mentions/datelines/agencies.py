"""Agencies: how each writes its datelines, and which of them a credit names."""

from __future__ import annotations

import re

AGENCY_FORMS = {
    "ap": "{CITY}[, {region}][ ({credit})] — ",
    "reuters": "{CITY}[, {region}], {month} {day}[ ({credit})] - ",
    "pti": "{City}[, {region}], {mon} {day} ({credit}) ",
}
"""Agency → its form. ``{CITY}`` is in capitals, ``{City}`` is not; ``{month}`` is written as the house's style does,
``{mon}`` with three letters; what stands in square brackets may be missing."""


def credited_style(credit: str) -> str | None:
    """The style of the agency that a credit names."""
    names = set(re.split(r"\W+", credit.lower()))
    return next((style for style in AGENCY_FORMS if style in names), None)
