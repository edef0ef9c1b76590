"""Tolls of headlines, decks and captions that the body counts otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ...mentions.numbers.counted import PEOPLE
from ...mentions.numbers.hedges import Hedge
from ...mentions.numbers.intervals import exactly, rounded
from ...mentions.numbers.quantities import Quantity
from ...mentions.numbers.tolls import Toll
from ...mentions.words.lazy_pattern import LazyPattern
from ...mentions.words.sentences import Sentence
from ...story import is_above, is_body

if TYPE_CHECKING:
    from ...story import Story


class TollFault(NamedTuple):
    """A headline's toll, the body's figure of the same kind that is nearest, and whether it surely counts the same."""

    stated: Toll
    found: Quantity
    certain: bool


def toll_faults(story: Story) -> Iterator[TollFault]:
    """Each toll above the body that no toll or count of the body bears out."""
    tolls = story.mentions(Toll)
    above = [toll for toll in tolls if is_above(story, toll.span)]
    body = [toll for toll in tolls if is_body(story, toll.span)] if above else []
    if not body:
        return
    early = _early(story)
    for stated in above:
        same = [toll for toll in body if toll.what == stated.what]
        if not same or any(_bears_out(stated.quantity, toll.quantity) for toll in same):
            continue
        if _is_special(stated.quantity):
            same = [toll for toll in same if toll.quantity.noun == stated.quantity.noun]
            if not same:
                continue
        if _is_borne_out(story, stated, body, same):
            continue
        same = [toll for toll in same if not _is_of_another_time(story, toll)]
        if not same or _is_told_without_number(story, same):
            continue
        whole = [toll for toll in same if not _is_part(story, toll)]
        shown = [toll for toll in whole if toll.span.start < early or not toll.other_event] or whole
        nearest = min(shown or same, key=lambda toll: toll.span.start)
        if 0 < stated.quantity.value - sum(toll.quantity.value for toll in whole) <= _victims(story, same):
            continue
        sure = bool(whole) and (nearest.span.start < early or not nearest.other_event)
        if nearest.quantity.noun not in _GENERAL and not _is_special(stated.quantity):
            sure = sure and len(same) == 1 and not _victims(story, same)
        if 0 < stated.quantity.value - nearest.quantity.value <= _victims(story, same):
            continue
        yield TollFault(stated, nearest.quantity, sure and not _may_be_told(story, stated))


def _may_be_told(story: Story, stated: Toll) -> bool:
    """Whether it is part of a longer count ("31 of 240 drowned"), or the body has its number and doesn't say plainly of what else."""
    quantity = stated.quantity
    return story.text.endswith(" of ", 0, quantity.span.start) or any(
        told.value == quantity.value and is_body(story, told.span) and not _is_plainly_else(story, told, stated.what)
        for told in story.mentions(Quantity)
    )


_FATES = {
    "dead": r"kill|dead\b|died\b",
    "injured": "injur|wound|hurt",
    "missing": "missing",
    "arrested": "arrest|detain",
}


def _is_plainly_else(story: Story, told: Quantity, what: str) -> bool:
    """Whether the words right beside a count say that another fate than *what* befell those people."""
    others = "|".join(fate for name, fate in _FATES.items() if name != what)
    before, behind = story.text[max(0, told.span.start - 24) : told.span.start], story.text[told.span.end :][:40]
    return bool(
        re.search(rf"\b(?:{others})[a-z]* \Z", before) or re.match(rf"(?: [a-z-]+){{0,2}}? (?:{others})", behind)
    )


_GENERAL = frozenset(
    ("", "people", "persons", "dead", "lives", "injured", "wounded", "deaths", "casualties", "injuries", "victims")
)


def _is_special(quantity: Quantity) -> bool:
    """Whether the count is of soldiers, children and the like, beside whom others may have died."""
    return quantity.noun in PEOPLE and quantity.noun not in _GENERAL


def _early(story: Story) -> int:
    """Where the second sentence of the running copy ends."""
    start = story.body[0].span.start
    ends = [sentence.span.end for sentence in story.mentions(Sentence) if sentence.span.start >= start]
    return ends[min(1, len(ends) - 1)] if ends else start


def _bears_out(stated: Quantity, told: Quantity) -> bool:
    """Whether the body's count may be the headline's, which is exact below 100 and may be rounded or cut off above."""
    if stated.value == told.value:
        return True
    if told.is_range or told.hedge in (Hedge.ABOUT, Hedge.BELOW, Hedge.UNDER):
        return told.true.meets(stated.true)
    if told.hedge in (Hedge.OVER, Hedge.ABOVE):
        round_one = told.value % 10 == 0 or told.step > 1
        if round_one and told.value < stated.value <= 1.5 * told.value + 5:
            return True
    if stated.hedge is not Hedge.EXACT:
        hedged_both = stated.hedge is told.hedge is Hedge.OVER
        return stated.true.meets(exactly(told.value)) and (not hedged_both or stated.value % 10 == 0)
    if stated.value < 100:
        return False
    if stated.value % 100 == 0 and stated.value <= told.value <= stated.value * 1.06:
        return True
    return rounded(stated.value, stated.step).meets(exactly(told.value))


def _is_borne_out(story: Story, stated: Toll, body: list[Toll], same: list[Toll]) -> bool:
    """Whether a count of people in the body that is no toll of another kind is the one stated, or some add up to it."""
    others = {toll.quantity.span for toll in body if toll.what != stated.what}
    sentences = [toll.sentence for toll in same]
    parts: list[float] = []
    for quantity in story.mentions(Quantity):
        if quantity.measure != "count" or quantity.span in others or not is_body(story, quantity.span):
            continue
        if quantity.noun and quantity.noun not in PEOPLE and quantity.noun not in _BODIES:
            continue
        if _bears_out(stated.quantity, quantity):
            return True
        if any(span.start <= quantity.span.start < span.end for span in sentences):
            parts.append(quantity.value)
    sums = {0.0}
    for part in parts[:10]:
        sums |= {total + part for total in sums}
    shown = stated.quantity.true if stated.quantity.value < 100 else stated.quantity.true.widened(0.03)
    return any(exactly(total).meets(shown) for total in sums if total)


_BODIES = frozenset(("bodies", "corpses", "lives", "dead", "injured", "wounded", "fatalities", "relatives", "friends"))
_PART_BEFORE = LazyPattern(
    r"(?:\b(?:another|including|among them|a further|further|of (?:the|them|whom)[\w ,]*|also \w+|other)) $",
    re.IGNORECASE,
)
_PART_AFTER = LazyPattern(r"^(?:,? (?:more|others?|further|additional|of (?:the|them|those|whom))\b)", re.IGNORECASE)


def _is_part(story: Story, toll: Toll) -> bool:
    span = toll.quantity.span
    return (
        _PART_BEFORE.search(story.text[max(toll.sentence.start, span.start - 30) : span.start]) is not None
        or _PART_AFTER.match(story.text[span.end : span.end + 16]) is not None
    )


def _is_of_another_time(story: Story, toll: Toll) -> bool:
    words = story.words(toll.sentence)
    return _OTHER_TIME.search(words) is not None and "death toll" not in words.lower()


def _is_told_without_number(story: Story, same: list[Toll]) -> bool:
    """Whether the first sentence tells of victims and doesn't count them, so that a later count may be another."""
    start = story.body[0].span.start
    first = next((s.span for s in story.mentions(Sentence) if s.span.start >= start), None)
    if first is None or any(toll.sentence == first for toll in same):
        return False
    return _VICTIM.search(story.words(first)) is not None


_OTHER_TIME = LazyPattern(
    r"\b(?:19\d\d|20\d\d|last (?:year|month|week)|earlier|previous\w*|ago|since|history|decades?)\b", re.IGNORECASE
)
_VICTIM = LazyPattern(
    r"\bone\b(?! of)|\b(?:and|plus|along with|as well as) (?:an?|the|their|his|her|its|one) [a-z]+|"
    r"(?<!including )(?<!among them )\b(?:an?|another|one|his|her|the|and) (?:[\w-]+ ){0,2}?(?:man|woman|boy|girl|child|officer|policeman|soldier|mother|father|wife|husband|son|daughter|brother|sister|baby|toddler|teenager|passenger|"
    r"victim|worker|firefighter|guard|civilian|pedestrian|cyclist|person|himself|herself|other)\b"
    r"|\b(?:himself|herself)\b",
    re.IGNORECASE,
)


def _victims(story: Story, tolls: list[Toll]) -> int:
    """How many people without a number the sentences of *tolls* and those right behind them speak of."""
    spans = {toll.sentence for toll in tolls}
    return sum(len(_VICTIM.findall(story.text[span.start : span.end + 80])) for span in spans)
