"""Rates: so much for each, so many, so much in all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern
from .intervals import Interval
from .outlines import AMOUNT, COUNT, DURATION, GAP, Outline
from .quantities import Quantity, alike
from .units import UNITS

if TYPE_CHECKING:
    from ...story import Story

M = TypeVar("M", bound="Rate")


class Rate(Mention, frozen=True):
    """``rate`` for each of ``times`` makes ``total``. ``units`` is None where ``times`` comes from two periods ("a week", "a year")."""

    kind: ClassVar[str] = "rate"
    rate: Annotated[Quantity, "So much for each."]
    total: Annotated[Quantity, "What it is said to make in all."]
    times: Annotated[Interval, "How many times it is counted."]
    factor: Annotated[float, "What one unit of the rate is in units of the total."]
    units: Annotated[Quantity | None, "How many there are; nothing where two periods tell it (a week, a year)."] = None
    period: Annotated[str, "The period that the rate is for."] = ""

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        for outline in story.mentions(Outline):
            if _PER.search(outline.lower):
                yield from _rates(cls, outline)


_PERIOD = (
    r"(?P<period>year|month|week|day|hour|decade|minute|quarter|annum|annually|monthly|weekly|daily|yearly|hourly)"
)
_A = rf" ?(?:a|an|per|each|every|/)? ?{_PERIOD}(?!s?\w)"
_EACH = r"(?:,? (?:each|apiece|per (?:head|person|[a-z]+)|for each(?: [a-z]+)?|for every [a-z]+|every|an? (?!total|year|month|week|day)[a-z]+|to each(?: [a-z]+)?))"
_G = rf"(?:{GAP}){{0,50}}?"
_BRIEF = rf"(?:{GAP}){{0,30}}?"
_LINK = r"(?:, or |, | or |,? ?\(|\s?[—–]\s?| - |: )(?:(?:or|about|that is|which works out at|which means|which comes to|which is|equal to|equivalent to|the equivalent of|an average of|averaging|roughly|an annual|working out at|worth) )*"
_SUM = r"(?:, or |, |,? ?\(|\s?[—–]\s?| - |,? for |,? and | )(?:[a-z]+ ){0,3}?(?:(?:a |the )?(?:grand |overall |combined )?(?:total(?:l?ing|s|led)?|bill|sum|cost|payout|outlay|proceeds|price)(?: of| to| is| at)?|in all|altogether|adding up to|adds up to|coming to|or|raising|bringing in|costing|earning|making|worth|comes to|came to|spending|paying|at a cost of|earning (?:him|her|them)|that is|which is) (?:a total of )?"
_END = r"(?=[.,;:)\]—–]|$| [—–-] | in (?:all|total)\b| altogether| overall| (?:[a-z]+ )?(?:of|for|to|from|on|over|before|after|by|the|said|in|at)\b)"
_OVER = r" (?:over|in|for|during|across|spread over|paid over|through|covering|within) (?:a |the |its |a period of |the next |the past |the last |the coming |the first )*"

_SPREAD = LazyPattern(
    rf"(?P<total>{AMOUNT}){_G}{_OVER}(?P<units>{DURATION})(?P<gap>{_BRIEF}){_LINK}(?P<rate>{AMOUNT}){_A}"
)
_SPREAD_FIRST = LazyPattern(
    rf"\bover (?P<units>{DURATION}),? (?P<gap>{_BRIEF})(?P<total>{AMOUNT}){_BRIEF}{_LINK}(?P<rate>{AMOUNT}){_A}"
)
_DURING = LazyPattern(
    rf"(?P<rate>{AMOUNT}){_A}(?P<gap>{_BRIEF})(?: for|over|,? for| over) (?:a |the |its |the next |the past |the first |a period of )*(?P<units>{DURATION})(?:{_BRIEF}){_SUM}(?P<total>{AMOUNT}){_END}"
)
_DURING_ALL = LazyPattern(
    rf"(?P<rate>{AMOUNT}){_A}(?P<gap>{_BRIEF})(?: for|,? over| during) (?:a |the |its |the next |the past |the first |a period of )*(?P<units>{DURATION}){_BRIEF}(?:, | - |\s?[—–]\s?|, or | \()(?P<total>{AMOUNT}) (?:in all|in total|altogether|overall|all told)"
)
_YEARS_FIRST = LazyPattern(
    rf"(?P<units>{DURATION})(?P<gap>{_G})(?:worth|valued at|costs?|of|for|pays?|totall?ing|brings?) (?P<total>{AMOUNT})(?:{_BRIEF}){_LINK}(?P<rate>{AMOUNT}){_A}"
)
_RATE_AND_SPREAD = LazyPattern(
    rf"(?P<rate>{AMOUNT}){_A}(?P<gap>)(?: (?:and|or)|,(?: and| or)?)(?: a total of)? (?P<total>{AMOUNT}){_OVER}(?P<units>{DURATION})"
)
_TOTAL_FOR = LazyPattern(
    rf"(?P<total>{AMOUNT})(?P<gap> )(?:for|on|to buy) (?:the |its |about )?(?P<units>{COUNT}){_BRIEF}{_LINK}(?P<rate>{AMOUNT}){_EACH}"
)
_AT_EACH = LazyPattern(
    rf"\b(?:at|for) (?P<rate>{AMOUNT}){_EACH},? (?:the |its |all )?(?P<units>{COUNT})(?P<gap>{_BRIEF})\b(?:raised|brought in|cost|made|earned|fetched|came to|totall?ed|were worth|added up to) (?:a total of )?(?P<total>{AMOUNT}){_END}"
)
_WERE_EACH = LazyPattern(
    rf"(?P<units>{COUNT})(?P<gap>{_G})\beach (?:[a-z]+ ){{1,3}}?(?P<rate>{AMOUNT})(?!\w){_BRIEF}{_SUM}(?P<total>{AMOUNT}){_END}"
)
_TIMES_ALL = LazyPattern(
    rf"(?P<units>{COUNT})(?P<gap>{_G})(?:\b\w+) (?P<rate>{AMOUNT}){_EACH}(?:, | - |\s?[—–]\s?|, or | \()(?P<total>{AMOUNT}) (?:in all|in total|altogether|overall|all told)"
)
_TIMES = LazyPattern(
    rf"(?P<units>{COUNT})(?P<gap>{_G})(?:\bat|\bfor|\bcosting|\bpaid|\bpay|\bworth|\bgets?|\bgot|\breceiv(?:e|ed|es)|\bearn(?:s|ed)?|\bcosts?|\bof|\bsold at|\bcontributed|\bdonated|\bgave|\bwill (?:get|receive|pay)|\bpriced at|\bto) (?P<rate>{AMOUNT}){_EACH}{_BRIEF}{_SUM}(?P<total>{AMOUNT}){_END}"
)
_EACH_OF = LazyPattern(
    rf"\b(?:each|every one) of (?:the |its |his |her |their |our )?(?P<units>{COUNT})(?P<gap>{_G})\b(?:gets?|got|receiv(?:e|ed|es)|earn(?:s|ed)?|costs?|pays?|paid|gave|gives|donated|contributed|worth) (?P<rate>{AMOUNT}){_BRIEF}{_SUM}(?P<total>{AMOUNT}){_END}"
)
_RATE_FIRST = LazyPattern(
    rf"(?P<rate>{AMOUNT}){_EACH} (?:for|on|to|from|by) (?:the |its |each of the |all )?(?P<units>{COUNT})(?P<gap>{_BRIEF}){_SUM}(?P<total>{AMOUNT}){_END}"
)
_DIVIDED = LazyPattern(
    rf"(?P<total>{AMOUNT})(?P<gap>{_G})(?:divided|split|shared|distributed)(?: equally| evenly)? (?:among|amongst|between|by|across) (?:the |its |all )?(?P<units>{COUNT}){_BRIEF}(?:{_LINK}|, giving | giving | with each getting |, giving each |, so each gets |, with each )(?:{_BRIEF})(?P<rate>{AMOUNT})(?:{_EACH}|{_END})"
)
_AVERAGE = LazyPattern(
    rf"(?P<total>{AMOUNT})(?P<gap>{_G})\b(?:among|to|for|from|by|on|over|with|in|between) (?:the |its |a total of |some )?(?P<units>{COUNT}){_BRIEF}(?:, |,? ?\(| - |\s?[—–]\s?|, or |, for |, which is |and )(?:or )?(?:an average of|averaging|on average|a mean of|an average [a-z]+ of) (?P<rate>{AMOUNT})(?:{_EACH}|{_END})"
)
_PERIODS = LazyPattern(
    rf"(?P<rate>{AMOUNT}){_A}(?:, or |,? ?\(|, | or |, equivalent to |, making | \(or |— )(?:or |about |an? |just )*(?P<total>{AMOUNT}) ?(?:a|an|per|each|every|/) ?(?P<period2>year|month|week|day|hour|quarter|decade|minute|annum)\b"
)
_PERIOD_TOLD = LazyPattern(
    r"(?:\b(?:an?|per|each|every) |/)(?:year|month|week|day|hour|decade|minute|quarter|annum)\b|\b(?:annual|month|week|dai|year|hour)ly\b"
)
_EACH_TOLD = LazyPattern(
    r"\b(?:each|apiece|per|every)\b|\ban? (?:share|seat|ticket|unit|head|person|piece|bottle|tonne|ton|barrel|ounce|acre|copy|night|mile|"
    r"gallon|pound|house|car|student|pupil|worker|family|household|job|vote)\b"
)
_DIVISION_TOLD = LazyPattern(r"\b(?:divided|split|shared|distributed)\b")
_AVERAGE_TOLD = LazyPattern(r"\b(?:average|averaging|mean)\b")
_PATTERNS = (
    (_PERIOD_TOLD, (_SPREAD, _SPREAD_FIRST, _DURING, _DURING_ALL, _YEARS_FIRST, _RATE_AND_SPREAD)),
    (_EACH_TOLD, (_TOTAL_FOR, _AT_EACH, _WERE_EACH, _TIMES_ALL, _TIMES, _EACH_OF, _RATE_FIRST)),
    (_DIVISION_TOLD, (_DIVIDED,)),
    (_AVERAGE_TOLD, (_AVERAGE,)),
)
"""What a sentence must say → the patterns that are worth a look then."""
_PER = LazyPattern(
    r"\b(?:each|apiece|per|every|average|averaging|annually|monthly|weekly|daily|yearly|hourly|an? (?:year|month|week|day|hour|decade|quarter|minute)|divided|split|shared|an? [a-z]+)\b|/"
)
_BROKEN = LazyPattern(
    r"\b(?:and|but|while|rising|rose|up|down|from|more|less|than|plus|including|compared|average|initial|first|further|additional|remaining|rest|another|extra|then|at least)\b"
)
PRICES = LazyPattern(r"subscri|\bfees?\b|member|ticket|\bpass\b|\bprice|\bplan\b|charge|service|licen|parking|rental")
"""What is cheaper by the year."""
_OWN_PERIOD = {
    "annum": "year",
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
}
_WORKING = {
    ("hour", "day"): (7, 8, 24), ("day", "week"): (5, 6, 7), ("hour", "week"): (35, 48, 168), ("week", "month"): (4, 4.6),
    ("day", "month"): (20, 31), ("month", "year"): (12, 12), ("week", "year"): (46, 53), ("day", "year"): (220, 366),
    ("quarter", "year"): (4, 4), ("year", "decade"): (10, 10), ("minute", "hour"): (60, 60), ("month", "quarter"): (3, 3),
    ("week", "quarter"): (12, 13.1), ("hour", "year"): (1600, 8784), ("minute", "day"): (1440, 1440),
}  # fmt: skip


def _rates(cls: type[M], outline: Outline) -> Iterator[M]:
    text, seen = outline.lower, set[int]()
    for pattern in _worth_a_look(outline):
        for match in pattern.finditer(text):
            found = _rate(cls, outline, match, pattern)
            if found is not None and match.start("rate") not in seen:
                seen.add(match.start("rate"))
                yield found
    for match in _PERIODS.finditer(text) if _PERIOD_TOLD.search(text) else ():
        found = _periods(cls, outline, match)
        if found is not None and match.start("rate") not in seen:
            yield found


def _worth_a_look(outline: Outline) -> Iterator[LazyPattern]:
    if len(outline.quantities) < 3 or not _has_product(outline.quantities):
        return
    timed = any(q.measure == "duration" for q in outline.quantities)
    for told, patterns in _PATTERNS:
        if (timed or told is not _PERIOD_TOLD) and told.search(outline.lower):
            yield from patterns


def _has_product(quantities: tuple[Quantity, ...]) -> bool:
    """Whether two amounts of one unit may be a rate and its total."""
    values: dict[str, int] = {}
    for quantity in quantities:
        if quantity.measure != "duration":
            values[quantity.measure] = values.get(quantity.measure, 0) + 1
    return any(number > 1 for number in values.values())


def _rate(cls: type[M], outline: Outline, match: re.Match[str], pattern: LazyPattern) -> M | None:
    rate, total, units = (outline.quantity(match[name]) for name in ("rate", "total", "units"))
    if (
        not alike(rate, total)
        or any(q.is_range or q.value <= 0 for q in (rate, total, units))
        or total.value < rate.value
    ):
        return None
    if _BROKEN.search(match["gap"]) or (
        total.measure == "count" and rate.noun and total.noun and rate.noun != total.noun
    ):
        return None
    if pattern in (_TIMES, _RATE_FIRST) and any(
        q.span.end < min(units.span.start, rate.span.start) and alike(q, total) for q in outline.quantities
    ):
        return None
    times, factor = units.true, units.value
    if units.measure == "duration":
        period = match["period"]
        one = _OWN_PERIOD.get(period, period)
        size = _SIZES[units.unit] / _SIZES[one]
        times, factor = times.times(size), factor * size
        if units.unit != one:
            times = times.widened(0.03)
    if factor < 1.5 or factor * rate.value > total.value * 50 or factor * rate.value * 50 < total.value:
        return None
    spans = [q.span for q in (rate, total, units)]
    return cls(Span(min(s.start for s in spans), max(s.end for s in spans)), rate, total, times, factor, units)


def _periods(cls: type[M], outline: Outline, match: re.Match[str]) -> M | None:
    """ "£20 a week (£1,040 a year)" """
    first, second = outline.quantity(match["rate"]), outline.quantity(match["total"])
    one, other = (_OWN_PERIOD.get(p, p) for p in (match["period"], match["period2"]))
    rate, total = first, second
    if _SIZES[one] > _SIZES[other]:
        rate, total, one, other = second, first, other, one
    times = _WORKING.get((one, other))
    if times is None or not alike(rate, total) or rate.is_range or total.is_range or rate.value <= 0:
        return None
    if PRICES.search(outline.lower):
        return None
    interval = Interval(float(min(times)), float(max(times)))
    factor = _SIZES[other] / _SIZES[one]
    if not 1 / 50 < factor * rate.value / total.value < 50:
        return None
    return cls(
        Span(first.span.start, second.span.end), rate, total, interval, round(factor, 1), None, f"{one}s in a {other}"
    )


_SIZES = {unit.name: unit.sizes[0] for unit in UNITS.values() if unit.measure == "duration"}
