"""Time zones: what an hour in one of them is in Greenwich, from the system's zone database."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from ...datafiles import load_data
from ...record import Record

if TYPE_CHECKING:
    from ...story import Story
    from .clock_times import ClockTime

_HOUR = 60


class Offsets(Record, frozen=True):
    """Minutes east of Greenwich that a zone may have on the day, and those of its home if another is in force."""

    minutes: frozenset[int]
    in_force: frozenset[int]


def offsets(story: Story, time: ClockTime, day: date | None, place: str) -> Offsets | None:
    """The offsets of the zone of *time* on *day*; without a day, in winter and in summer. None for an unknown zone.

    "Local time" is that of *place*.
    """
    facts = load_data("zones")
    written = time.zone.removesuffix("time").removesuffix("Time").strip()
    fixed = facts["fixed"].get(written.upper())
    if fixed:
        home = _database(fixed[1], day) if fixed[1] else frozenset((fixed[0],))
        return Offsets(frozenset((fixed[0],)), home)
    name = _zone_name(facts, written, place)
    if name is None:
        return None
    found = _database(name, day)
    return Offsets(found, found)


def _zone_name(facts: Any, written: str, place: str) -> str | None:
    plain = written.removesuffix(" Standard").removesuffix(" Daylight").removesuffix(" standard")
    if plain.lower() == "local":
        plain = place.title()
    named: str | None = facts["named"].get(plain) or facts["places"].get(plain) or facts["named"].get(plain.upper())
    return named


def _database(name: str, day: date | None) -> frozenset[int]:
    from zoneinfo import ZoneInfo

    if name == "UTC":
        return frozenset((0,))
    days = [day] if day else [date(2024, 1, 15), date(2024, 7, 15)]
    zone = ZoneInfo(name)
    shifts = [datetime(d.year, d.month, d.day, 12, tzinfo=zone).utcoffset() or timedelta() for d in days]
    return frozenset(int(shift.total_seconds()) // _HOUR for shift in shifts)
