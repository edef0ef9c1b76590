"""What part a quantity plays in its sentence, told by the words around it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ..words.lazy_pattern import LazyPattern
from .movements import movement_after, movement_before
from .quantities import Quantity


class Role(StrEnum):
    """NONE where the words don't tell."""

    FROM = "from"
    TO = "to"
    CHANGE = "change"
    TOTAL = "total"
    SHARE = "share"
    RATE = "rate"
    PART = "part"
    NONE = "none"


_ASIDE = LazyPattern(
    r"(?:\b(?:amount(?:s|ed|ing)? to|represent(?:s|ed|ing)|equat(?:es|ed|ing) to|which is|works out at|a difference of|a change of)(?: an?)?|, or|\(| or|, equivalent to|, equal to)(?: by)? ?$"
)
_FROM_BEFORE = LazyPattern(
    r"(?:.*[^\w])?(?P<cue>from|compared (?:with|to)|compares (?:with|to)|against|versus|vs\.?|than|over|above|below|on|after|in comparison (?:with|to)|when it was|"
    r"and was|previously|previous|last year's|up from|down from)(?P<rest> (?:(?!to |by |and |while |with )[\w.'’$£-]+ ){0,7}?)?$"
)
_FROM_AFTER = LazyPattern(
    r"^,?(?: [\w-]+){0,2}? (?:(?:a|one) (?:year|month|week|day|decade|quarter)|\w+ (?:years|months|weeks|days)) (?:earlier|ago|before|previously)\b"
    r"|^,?(?: [\w-]+){0,2}? (?:in the (?:same|year-ago|previous|prior|preceding)|the (?:previous|prior|preceding|year-ago)|(?:in )?last (?:year|month|week|season)|previously)\b"
)
_TO_BEFORE = LazyPattern(
    r"\b(?:to|reach(?:ed|es|ing)?|hit(?:s|ting)?|now|at|total(?:led|ling|ed|s|ing)?|was|were|is|are|stood at|stands at|came to|becoming|"
    r"became|makes|making|and)(?: (?:a |an |the |just |record |now |only |stand at |its current |the current |around )*)?(?:[\w'-]+ ){0,2}?$"
)
_STRONG_TO = LazyPattern(
    r"\b(?:to|reach(?:ed|es|ing)?|hit(?:s|ting)?|stood at|stands at)(?: a| an| the| just| its| record| new| current)* $"
)


_LOOSE = ("on", "over", "after", "above", "below", "and was")
_EARLIER = LazyPattern(r" (?:the |its |a |last )?(?:previous|prior|preceding|last|earlier|year|corresponding)")
_STOOD = LazyPattern(r"\b(?:stood at|was|were) $")


class Cue(NamedTuple):
    """How the words around a quantity speak: its role and, for a change, +1 up, -1 down, 0 untold."""

    role: Role
    direction: int = 0
    strong: bool = True


_THE_BASE = LazyPattern(
    r"^ (?:as \w+ (?:[\w-]+ )?as |the |its |that of |last [\w' ]+ |previous [\w' ]+)(?:[\w.'’-]+ ){0,5}?$"
)


def _names_multiple(quantity: Quantity) -> bool:
    """Whether the words name a multiple ("twice", "double") rather than a change ("doubled")."""
    return not quantity.unit.endswith(("ed", "bles", "ples", "ves", "ing"))


def cue(quantity: Quantity, before: str, after: str, previous: Quantity | None = None) -> Cue:
    """The role of *quantity* in a comparison of two values.

    *before* are the words (lower case) since the quantity before it, *previous*; *after* those up to the next.
    """
    if quantity.measure == "multiple":
        return Cue(Role.CHANGE, -1 if quantity.value < 1 else 1)
    if (
        previous is not None
        and previous.measure == "multiple"
        and _names_multiple(previous)
        and _THE_BASE.match(before)
    ):
        return Cue(Role.FROM)
    change = change_cue(quantity, before, after)
    if change is not None:
        return change
    found = _FROM_BEFORE.match(before)
    if found and not (found["cue"].startswith(_LOOSE) and found["rest"] and not _EARLIER.match(found["rest"])):
        return Cue(Role.FROM)
    if _STOOD.search(before) and _FROM_AFTER.search(after):
        return Cue(Role.FROM)
    if _STRONG_TO.search(before):
        return Cue(Role.TO)
    if _FROM_AFTER.search(after):
        return Cue(Role.FROM, strong=False)
    if _TO_BEFORE.search(before):
        return Cue(Role.TO, strong=False)
    return Cue(Role.NONE)


def change_cue(quantity: Quantity, before: str, after: str) -> Cue | None:
    """A change's direction, where the words say that *quantity* is one."""
    direction = movement_before(before) or (0 if quantity.noun else movement_after(after))
    if direction:
        return Cue(Role.CHANGE, direction)
    if quantity.measure in ("points", "basis points") and before.endswith(", "):
        return Cue(Role.CHANGE, 0, strong=False)
    if _ASIDE.search(before) and quantity.measure in ("percent", "points", "basis points", "share"):
        return Cue(Role.CHANGE, 0, strong=False)
    return None
