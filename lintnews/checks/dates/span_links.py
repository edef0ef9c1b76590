"""A number of years that no year of the story explains, and the year that it seems to be counted from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...mentions.dates.ages import Age
from ...mentions.dates.births import Birth
from ...mentions.dates.lengths import YearsLong
from ...mentions.dates.tense import sentence_span
from ...mentions.dates.years import Year
from ...mentions.words.lazy_pattern import LazyPattern
from ...record import Record
from ...story import is_above
from .age_links import one_digit, sentences_apart
from .shared_words import shared_words

if TYPE_CHECKING:
    from ...story import Story

MODEL = "years_long_evidence"
_MOST = 30
_STARTS = LazyPattern(
    r"\b(?:found(?:ed|ing)|establish(?:ed|ment)|set up|launch(?:ed)?|open(?:ed|ing)|began|begun|beginning|start(?:ed|ing)?|created|creation|built|"
    r"formed|incorporated|introduced|joined|became|elected|appointed|took (?:office|over|power|part|charge)|came to (?:power|office)|made|married|"
    r"wed|moved|arrived|settled|signed|debut\w*|first|since|independence|collapse[ds]?|destroyed|died|death|killed|won|victory|disaster|attack|"
    r"rolled out|date[sd]? (?:back|from)|est\.|born|inspected|enact\w*|invad\w*|invasion|war|ended|closed|burn(?:ed|t)|fell|struck|crash\w*)\b"
)
_FUTURE = LazyPattern(
    r"\b(?:will|shall|would|could|may|might|until|contract|sentence\w*|jail\w*|prison|plan|loan|bond\w*|forecast|expected|project\w*|target)\b"
)


class SpanLink(Record, frozen=True):
    """``length`` is not the ``right`` number of years from ``year`` to ``now``."""

    length: YearsLong
    year: Year
    now: int
    right: int
    features: dict[str, float]


def span_links(story: Story) -> Iterator[SpanLink]:
    lengths = story.mentions(YearsLong)
    years = story.mentions(Year) if lengths else ()
    if not years or len(lengths) > _MOST or len(years) > _MOST:
        return
    now = story.published.year if story.published else max(year.year for year in years)
    if now > 2100:
        return
    named = sorted({year.year for year in years} | {now} | {birth.year for birth in story.mentions(Birth)})
    gaps = {later - earlier for earlier in named for later in named if later > earlier}
    ages = sorted({age.value for age in story.mentions(Age)})
    gaps |= {older - younger for younger in ages for older in ages if older > younger} | set(ages)
    old = [year for year in years if now - year.year >= 4]
    told = {length.amount for length in lengths}
    for length in lengths:
        slack = 3 if length.rough and length.amount >= 40 else 2 if length.rough else 1
        if any(abs(gap - length.amount) <= slack for gap in gaps):
            continue
        for year in old:
            features = _features(story, length, year, now, old, told)
            yield SpanLink(length, year, now, now - year.year, features)


def _features(
    story: Story, length: YearsLong, year: Year, now: int, old: list[Year], told: set[int]
) -> dict[str, float]:
    right = now - year.year
    of_length = story.words(sentence_span(story, length.span))
    apart = sentences_apart(story, length.span, year.span)
    around = story.text[max(0, year.span.start - 40) : year.span.end + 30]
    off = abs(right - length.amount)
    older = {one.year for one in old}
    found = {
        f"form-{length.form}": True,
        "only-old-year": len(older) == 1,
        "two-old-years": len(older) == 2,
        "many-old-years": len(older) > 3,
        "only-length": len(told) == 1,
        "many-lengths": len(told) > 3,
        "same-sentence": apart == 0,
        "next-sentence": apart == 1,
        "far": apart > 5,
        "starts": bool(_STARTS.search(around)),
        "lead-since": year.lead == "since",
        "lead-the": year.lead in ("the", "its", "his", "her", "their", "a"),
        "one-digit": one_digit(length.amount, (right - 1, right, right + 1)),
        "tens-off": off % 10 in (0, 1, 9) and off >= 9,
        "off-by-little": off <= 3,
        "off-by-half": off > max(right, length.amount) // 2,
        "shared-words": len(shared_words(of_length, story.words(sentence_span(story, year.span)))) > 0 and apart > 0,
        "rough": length.rough,
        "small": length.amount < 10,
        "future": bool(_FUTURE.search(of_length)),
        "other-year-in-sentence": len(set(_YEAR.findall(of_length)) - {str(year.year), str(now)}) > 0,
        "no-date": story.published is None,
        "above": is_above(story, length.span),
    }
    return {name: 1.0 for name, value in found.items() if value}


_YEAR = LazyPattern(r"\b(?:1[5-9]|20)\d\d\b")
