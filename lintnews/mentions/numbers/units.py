"""Units of measure, from ``data/units.json``: what they measure and their size."""

from __future__ import annotations

from ...datafiles import load_data
from ...record import Record


class Unit(Record, frozen=True):
    """``size`` is in metres, square metres, kilograms, litres, metres per second or days.

    ``sizes`` lists every size a word may stand for (a ton is short, long or metric). Temperatures have no size.
    """

    name: str
    measure: str
    sizes: tuple[float, ...] = ()


UNITS: dict[str, Unit] = {
    word.replace("-", " "): Unit(entry["name"], entry["measure"], tuple(entry["sizes"]))
    for entry in load_data("units")["units"]
    for word in entry["words"]
}
"""Every spelling (lower case) → its unit."""
