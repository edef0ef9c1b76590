"""What part a quantity plays in its sentence, told by the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

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


UP = (
    r"(?:rise|rises|rose|risen|rising|increas(?:e|es|ed|ing)|grow|grows|grew|grown|growing|growth|gain(?:s|ed|ing)?|jump(?:s|ed|ing)?|"
    r"climb(?:s|ed|ing)?|soar(?:s|ed|ing)?|surg(?:e|es|ed|ing)|advanc(?:e|es|ed|ing)|leap(?:s|t|ed|ing)?|swell(?:s|ed|ing)?|"
    r"swollen|mount(?:s|ed)|edg(?:e|es|ed|ing) up|edg(?:e|es|ed) higher|went up|go(?:es)? up|gone up|going up|expand(?:s|ed|ing)?|expansion|boost(?:s|ed|ing)?|"
    r"rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|hik(?:e|es|ed|ing)|improv(?:e|es|ed|ing|ement)|accelerat(?:e|es|ed|ing)|widen(?:s|ed|ing)?|"
    r"strengthen(?:s|ed|ing)?|rocket(?:s|ed|ing)?|spik(?:e|es|ed|ing)|balloon(?:s|ed|ing)?|bounc(?:e|es|ed) (?:back|up)|rall(?:y|ies|ied)|"
    r"ris|upturn|uplift|up|higher|more|greater|larger|bigger|above|better|dearer|longer|taller|heavier|faster|older)"
)
DOWN = (
    r"(?:fall|falls|fell|fallen|falling|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|slump(?:s|ed|ing)?|"
    r"plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|tumbl(?:e|es|ed|ing)|slid(?:e|es|ing)?|slipp(?:ed|ing)|slip(?:s)?|sank|sink(?:s|ing)?|"
    r"sunk|dip(?:s|ped|ping)?|cut(?:s|ting)?|reduc(?:e|es|ed|ing|tion|tions)|shrank|shrink(?:s|ing)?|shrunk|shr[ai]nkage|lower(?:s|ed|ing)?|"
    r"edg(?:e|es|ed|ing) down|edg(?:e|es|ed) lower|went down|go(?:es)? down|gone down|came down|come down|eas(?:e|es|ed|ing)|slash(?:es|ed|ing)?|trimm(?:ed|ing)|"
    r"contract(?:s|ed|ion)|narrow(?:s|ed|ing)?|weaken(?:s|ed|ing)?|retreat(?:s|ed)?|slow(?:s|ed|ing)?|div(?:e|es|ed)|dove|crash(?:es|ed)?|"
    r"collaps(?:e|es|ed)|dwindl(?:e|es|ed)|diminish(?:es|ed)?|shed|los(?:s|t|es|ing) of|lost|decrement|downturn|down|off|less|fewer|smaller|"
    r"below|worse|cheaper|shorter|lighter|slower|younger|discount)"
)
MOVE = rf"(?:{UP}|{DOWN})"
_ADVERB = (
    r"(?:sharply|slightly|steadily|again|further|modestly|marginally|significantly|substantially|strongly|rapidly|"
    r"dramatically|by|just|another|some|a|an|a further|a total of|a massive|a record|a mere|a modest|a staggering|a seasonally adjusted|"
    r"a real|a sharp|only|overall|on average|annually|year on year|year-on-year|the equivalent of)"
)
_CHANGE_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<verb>{MOVE})(?: {_ADVERB}){{0,3}}|(?P<by>{MOVE})(?: [\w'’.-]+){{0,6}}? by(?: {_ADVERB})?|(?P<noun>{MOVE})(?: [\w'-]+){{0,7}}? of(?: {_ADVERB})?)[ ,]*$"
)
_CHANGE_AFTER = re.compile(
    rf"^[ -](?:(?!(?:of|in|to|from|the|and|or|a|an|said|by|while|but)\b)[\w'-]+ ){{0,3}}?(?P<noun>{MOVE})\b(?! (?:of|the|a|its|his)? *$)"
)
_ASIDE = re.compile(
    r"(?:\b(?:amount(?:s|ed|ing)? to|represent(?:s|ed|ing)|equat(?:es|ed|ing) to|which is|works out at|a difference of)(?: an?)?|, or|\(| or|, equivalent to|, equal to)(?: by)? ?$"
)
_FROM_BEFORE = re.compile(
    r"(?:.*[^\w])?(?P<cue>from|compared (?:with|to)|compares (?:with|to)|against|versus|vs\.?|than|over|above|below|on|after|in comparison (?:with|to)|when it was|"
    r"and was|previously|previous|last year's|up from|down from)(?P<rest> (?:(?!to |by |and |while |with )[\w.'’$£-]+ ){0,7}?)?$"
)
_FROM_AFTER = re.compile(
    r"^,?(?: [\w-]+){0,2}? (?:(?:a|one) (?:year|month|week|day|decade|quarter)|\w+ (?:years|months|weeks|days)) (?:earlier|ago|before|previously)\b"
    r"|^,?(?: [\w-]+){0,2}? (?:in the (?:same|year-ago|previous|prior|preceding)|the (?:previous|prior|preceding|year-ago)|(?:in )?last (?:year|month|week|season)|previously)\b"
)
_TO_BEFORE = re.compile(
    r"\b(?:to|reach(?:ed|es|ing)?|hit(?:s|ting)?|now|at|total(?:led|ling|ed|s|ing)?|was|were|is|are|stood at|stands at|came to|becoming|"
    r"became|makes|making|and)(?: (?:a |an |the |just |record |now |only |stand at |its current |the current |around )*)?(?:[\w'-]+ ){0,2}?$"
)
_STRONG_TO = re.compile(
    r"\b(?:to|reach(?:ed|es|ing)?|hit(?:s|ting)?|stood at|stands at)(?: a| an| the| just| its| record| new| current)* $"
)


_LOOSE = ("on", "over", "after", "above", "below", "and was")
_EARLIER = re.compile(r" (?:the |its |a |last )?(?:previous|prior|preceding|last|earlier|year|corresponding)")
_STOOD = re.compile(r"\b(?:stood at|was|were) $")


@dataclass(frozen=True, slots=True)
class Cue:
    """How the words around a quantity speak: its role and, for a change, +1 up, -1 down, 0 untold."""

    role: Role
    direction: int = 0
    strong: bool = True


def direction_of(word: str) -> int:
    """+1 for a word of rising, -1 for one of falling."""
    return -1 if re.fullmatch(DOWN, word) else 1


_THE_BASE = re.compile(
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
    found = _CHANGE_BEFORE.search(before[-90:])
    if found:
        return Cue(Role.CHANGE, direction_of(found["verb"] or found["by"] or found["noun"]))
    found = None if quantity.noun else _CHANGE_AFTER.search(after[:70])
    if found:
        return Cue(Role.CHANGE, direction_of(found["noun"]))
    if _ASIDE.search(before) and quantity.measure in ("percent", "points", "basis points", "share"):
        return Cue(Role.CHANGE, 0, strong=False)
    return None
