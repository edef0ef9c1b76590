"""By what a story's suppressions are judged."""

from __future__ import annotations

from datetime import date

from ..record import Record


class Terms(Record, frozen=True):
    """By what suppressions are judged.

    ``known`` are all ids and subjects of rules, also of those that don't run (None: any name is taken for known and run).
    ``today`` is compared with ``until``; None stands for the story's publication date. ``complete`` is false where the
    user asked for some rules only: then nobody can tell whether a suppression of everything is still needed.
    """

    known: frozenset[str] | None = None
    today: date | None = None
    complete: bool = True


ANY_TERMS = Terms()


MARKS = ("CQ", "cq", "Cq", "C.Q", "c.q")
"""How a CQ mark may be written: what has none of them, and no comments, suppresses nothing."""
