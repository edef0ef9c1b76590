"""Years and months of a year that are told as gone by though they are to come, or the other way round, with what speaks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from ...mentions.dates.dates import Date, PartialDate
from ...mentions.dates.tense import sentence_span
from ...mentions.dates.years import Year
from ...mentions.quotations.quotations import Quotation
from ...mentions.words.calendar_words import MONTH_NAMES, days_in
from ...mentions.words.lazy_pattern import LazyPattern
from ...record import Record
from ...source import Span
from .age_links import one_digit

if TYPE_CHECKING:
    from ...story import Story

AHEAD_MODEL, OVER_MODEL = "past_ahead_evidence", "future_over_evidence"
_REACH_AHEAD, _REACH_BACK = 60, 40
"""How many years after or before publication a year may lie; further away it is a figure or history."""
_WILL = LazyPattern(
    r"\b(?:will|shall|(?:is|are) (?:now )?(?:due|scheduled|set|expected|slated|going|likely|planned|anticipated|forecast|projected|to)|"
    r"(?<!was )(?<!were )(?<!been )(?<!originally )(?:scheduled|slated|due|planned|penciled in|pencilled in) (?:for|in|by)|set for|(?:extends?|runs?|expires?|matures?|lasts?) (?:through|until|till|to|in)|(?<!was )(?<!were )(?<!been )(?<!originally )(?:expected|due|likely) (?:in|by)|to be (?:held|completed|opened|built|launched|finished|ready))\b|['’]ll\b|\bwon['’]t\b"
)
_PLANS = LazyPattern(
    r"\b(?:plans?|aims?|hopes?|expects?|intends?|wants?|targets?|goals?|attempt|bid|effort|proposals?|pledges?|promises?|anticipat\w+|"
    r"forecasts?|predicts?|projects|projections?|schedules?|deadline|needs? to|must|may|might|could|can|should|ready|future|upcoming|next)\b"
)
_PLANNED = LazyPattern(
    r"\b(?:planned|expected|hoped|intended|wanted|aimed|promised|pledged|predicted|proposed|scheduled|would|was to|were to|had|delayed|"
    r"postponed|originally|once|missed|failed|deadline of|since|ago|earlier|former|previous(?:ly)?)\b"
)
_PAST = LazyPattern(
    r"\b(?:was|were|had|did|has been|have been|took|began|went|came|died|left|fell|rose|held|won|lost|made|met|gave|became|broke|struck|"
    r"shot|bought|sold|built|wrote|said|told|got|saw|brought|led|sent|spent|ran|grew|kept|paid|chose|spoke|took|\w{2,}ed)\b"
)
_UNREAL = LazyPattern(
    r"\b(?:until|till|contracts?|expires?|expired?|matur\w+|bonds?|due|deal|elections?|Games|Cups?|Olympics|Olympic|budget|fiscal|seasons?|"
    r"plan\w*|expect\w*|forecast\w*|predict\w*|projected|estimate[ds]?|targets?|goals?|awarded|bid|bids|campaign|run|race|candidate|vote|"
    r"would|could|should|may|might|if|novel|film|movie|story|by|through|before|agreed|extended|option|options|model|models|warranty|term)\b"
)
_NO_EVENT_OF_ITS_TIME = frozenset(
    ["the", "its", "his", "her", "their", "a", "of", "for", "as", "or", "between", "than", "no"]
)
"""What is told of "the 2008 Games" or "notes of 1997" happens at another time."""
_BEFORE_NOW = frozenset(["since", "from", "after", "before"])
_COMPARES = LazyPattern(
    r"\b(?:than|as|since|from) (?:in |it was in )?\Z|\b(?:pct|percent|per cent|%|mln|dlrs|million|billion|bn) (?:a year )?in \Z"
)
_BE_DONE = LazyPattern(
    r"\b(?:be|get|being) (?:[a-z]+ly )?\w{2,}(?:ed|en|ld|lt|nt|un)\b|\b(?:is|are) (?:now )?(?!said|told)\w+ed\b"
)
_TO_DO = LazyPattern(r"\bto (?!the\b|a\b|an\b|its\b|his\b|her\b|their\b|be\b|[A-Z\d])[a-z]+\b|\bway to\b|\b\w+ing\b")
_FOUNDED = LazyPattern(r"[\"“]?[A-Z][a-z]+(?:ed|lt|rn|un|en|de)(?: [a-z]+)? (?:in|since|back in) ")
_OLD_YEAR = LazyPattern(r"\b(?:1[5-9]|20)\d\d\b")
_BEHIND = LazyPattern(
    r",? (?:when|as|at which point|by which time) [^.;]{0,40}\b(?:will|(?:is|are) (?:expected|scheduled|due|anticipated|planned|set|to))\b"
)
_TALE = LazyPattern(r"\b(?:novel|film|movie|play|series|story|book|fiction|album|song|drama|game)\b")
_AFTER = LazyPattern(r"[,.;:)–—]|\n|$| (?:and|when|at|in|with|after|before|while|but|for|from|as|to)\b")


class TenseLink(Record, frozen=True):
    """``span`` names a time from ``first`` to ``last``, ``named`` in words; ``ahead`` where it lies after publication but is told as past."""

    span: Span
    named: str
    first: date
    last: date
    ahead: bool
    features: dict[str, float]


def tense_links(story: Story) -> Iterator[TenseLink]:
    published = story.published
    if published is None:
        return
    latest = max(published, story.updated or published)
    quotations: list[Span] | None = None
    for span, lead, first, last, named, of_month in _times(story):
        ahead = first > latest and first.year - latest.year <= _REACH_AHEAD
        over = last < published and published.year - last.year <= _REACH_BACK
        if not ahead and not over:
            continue
        clause = _clause(story, span)
        before = story.text[clause.start : span.start]
        if lead in _NO_EVENT_OF_ITS_TIME or (over and lead in _BEFORE_NOW):
            continue
        behind = _BEHIND.match(story.text[span.end : clause.end])
        if over and not (behind or _WILL.search(before) or _PLANS.search(before) or _leads(story, span)):
            continue
        if ahead and not (_PAST.search(before) or _leads(story, span)):
            continue
        if quotations is None:
            quotations = [quotation.span for quotation in story.mentions(Quotation)]
        if any(quotation.overlaps(span) for quotation in quotations):
            continue
        features = _features(story, span, lead, clause, of_month)
        if "future-after-past" in features if ahead else "past-after-future" in features:
            continue
        opening = story.text[sentence_span(story, span).start : span.start]
        if over and (
            _FOUNDED.fullmatch(opening)
            or (_leads(story, span) and not _WILL.search(story.text[span.end : span.end + 60]))
        ):
            continue
        if _COMPARES.search(story.text, max(0, span.start - 18), span.start):
            continue
        gap = first.year - latest.year if ahead else published.year - last.year
        features |= {"near-year": float(gap <= 2), "far-year": float(gap > 12)}
        nearest = (
            range(published.year - 12, published.year + 1) if ahead else range(published.year, published.year + 12)
        )
        features["one-digit"] = float(one_digit(first.year, nearest))
        yield TenseLink(span, named, first, last, ahead, {name: value for name, value in features.items() if value})


def _times(story: Story) -> Iterator[tuple[Span, str, date, date, str, bool]]:
    """Months of a year, and years that stand without a day: the span, the word before, the first and last day, the name."""
    taken = {day.year_span.start for day in story.mentions(Date) if day.year_span}
    for month in story.mentions(PartialDate):
        if month.year and month.year_span and 1 <= month.year <= 9999:
            taken.add(month.year_span.start)
            last = date(month.year, month.month, days_in(month.month, month.year))
            named = f"{MONTH_NAMES[month.month - 1]} {month.year}"
            lead = story.text[max(0, month.span.start - 12) : month.span.start].split()[-1:]
            yield month.span, lead[0].lower() if lead else "", date(month.year, month.month, 1), last, named, True
    for year in story.mentions(Year):
        if year.span.start not in taken:
            yield year.span, year.lead, date(year.year, 1, 1), date(year.year, 12, 31), str(year.year), False


def _clause(story: Story, span: Span) -> Span:
    """The words before *span* that may hold its verb: back to a semicolon, a dash or the sentence's beginning."""
    sentence = sentence_span(story, span)
    before = story.text[sentence.start : span.start]
    start = max(before.rfind(mark) + 1 for mark in (";", ":", "—", " - ", "(", "“"))
    return Span(sentence.start + max(0, start), sentence.end)


def _leads(story: Story, span: Span) -> bool:
    """Whether the time opens its sentence: In 2008, …"""
    sentence = sentence_span(story, span)
    return span.start - sentence.start < 14 and story.text[span.end : span.end + 1] == ","


def _features(story: Story, span: Span, lead: str, clause: Span, of_month: bool) -> dict[str, float]:
    text = story.text
    before, behind = text[clause.start : span.start], text[span.end : clause.end]
    opens = _leads(story, span)
    near = before[-70:] if not opens else behind[:90]
    last_comma = near.rfind(", ")
    right_before = near if opens else near[last_comma + 1 :]
    past_at, will_at = _last(_PAST, _BE_DONE.sub(_blank, near)), max(_last(_WILL, near), _last(_PLANS, near))
    found = {
        "future-after-past": will_at > past_at,
        "past-after-future": past_at > will_at,
        "to-do-after-past": past_at >= 0 and bool(_TO_DO.search(near, past_at)),
        "will-near": bool(_WILL.search(right_before)),
        "will": bool(_WILL.search(near)),
        "plans-near": bool(_PLANS.search(right_before)),
        "plans": bool(_PLANS.search(before)),
        "planned": bool(_PLANNED.search(near)),
        "past-near": bool(_PAST.search(right_before)),
        "past": bool(_PAST.search(before)),
        "unreal": bool(_UNREAL.search(right_before)),
        "unreal-far": bool(_UNREAL.search(before)) or bool(_UNREAL.search(behind[:60])),
        "tale": bool(_TALE.search(before)),
        "opens": opens,
        "lead-in": lead in ("in", "early", "late", "mid", "fall", "spring", "summer", "autumn", "winter", "during"),
        "lead-by": lead == "by",
        "lead-until": lead in ("until", "till", "through", "to"),
        "lead-since": lead in ("since", "from", "after", "before"),
        "lead-the": lead in ("the", "its", "his", "her", "their", "a", "of", "for", "as", "and", "or", "between"),
        "lead-none": not lead,
        "of-month": of_month,
        "ends-clause": bool(_AFTER.match(text, span.end)),
        "other-old-year": any(int(year) < story.published.year for year in _OLD_YEAR.findall(before))
        if story.published
        else False,
        "told-behind": bool(_BEHIND.match(behind)),
        "which": bool(_WHICH.search(right_before)),
    }
    return {name: 1.0 for name, value in found.items() if value}


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _last(pattern: LazyPattern, words: str) -> int:
    """Where the last match begins; -1 where there is none."""
    return max((match.start() for match in pattern.finditer(words)), default=-1)


_WHICH = LazyPattern(r"\b(?:who|which|that|whose|where|what|how|why)\b")
