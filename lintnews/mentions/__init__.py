"""Kinds of mention: each finds all its mentions in a story, the first time that they are asked for.

``MENTIONS`` is the table that a rule's ``of:`` is looked up in: kind → ``module:class``.
"""

from __future__ import annotations

from functools import cache

from ..mention import Mention
from ..plugins import every_name, load_named

MENTIONS: dict[str, str] = {
    "acronym": "lintnews.mentions.names.acronyms:Acronym",
    "age": "lintnews.mentions.dates.ages:Age",
    "birth": "lintnews.mentions.dates.births:Birth",
    "clock-time": "lintnews.mentions.dates.clock_times:ClockTime",
    "conversion": "lintnews.mentions.numbers.conversions:Conversion",
    "counted-list": "lintnews.mentions.numbers.counted_lists:CountedList",
    "credit": "lintnews.mentions.datelines.credits:Credit",
    "date": "lintnews.mentions.dates.dates:Date",
    "date-range": "lintnews.mentions.dates.date_ranges:DateRange",
    "date-slip": "lintnews.checks.dates.date_slips:DateSlip",
    "dated-day-word": "lintnews.mentions.dates.dated_day_words:DatedDayWord",
    "dated-weekday": "lintnews.mentions.dates.dated_weekdays:DatedWeekday",
    "dateline": "lintnews.mentions.datelines.datelines:Dateline",
    "duration": "lintnews.mentions.dates.durations:Duration",
    "life-dates": "lintnews.mentions.dates.life_dates:LifeDates",
    "misspelled-name": "lintnews.checks.names.known_names:MisspelledName",
    "moment": "lintnews.mentions.dates.moments:Moment",
    "birth-time": "lintnews.mentions.dates.birth_times:BirthTime",
    "age-clash": "lintnews.checks.dates.age_clashes:AgeClash",
    "age-span": "lintnews.checks.dates.age_spans:AgeSpan",
    "event-clash": "lintnews.checks.dates.event_clashes:EventClash",
    "day-sum": "lintnews.checks.dates.day_sums:DaySum",
    "clock-sum": "lintnews.checks.dates.clock_sums:ClockSum",
    "day-time": "lintnews.mentions.dates.hours:DayTime",
    "hours-long": "lintnews.mentions.dates.hours:HoursLong",
    "name": "lintnews.mentions.names.names:Name",
    "fact-fault": "lintnews.mentions.world.fact_faults:FactFault",
    "land-claim": "lintnews.mentions.world.land_claims:LandClaim",
    "nation-word": "lintnews.mentions.world.nation_words:NationWord",
    "named-day": "lintnews.mentions.dates.named_days:NamedDay",
    "other-transliteration": "lintnews.checks.names.other_transliterations:OtherTransliteration",
    "other-wording": "lintnews.checks.names.name_wordings:OtherWording",
    "outline": "lintnews.mentions.numbers.outlines:Outline",
    "partial-date": "lintnews.mentions.dates.dates:PartialDate",
    "passage": "lintnews.mentions.numbers.placed:Passage",
    "person": "lintnews.mentions.names.people:Person",
    "belonging": "lintnews.mentions.world.belonging_words:BelongingWord",
    "belonging-claim": "lintnews.mentions.world.belonging_claims:BelongingClaim",
    "place-claim": "lintnews.mentions.world.place_claims:PlaceClaim",
    "quantity": "lintnews.mentions.numbers.quantities:Quantity",
    "quotation": "lintnews.mentions.quotations.quotations:Quotation",
    "quotation-fault": "lintnews.mentions.quotations.quotations:QuotationFault",
    "rate": "lintnews.mentions.numbers.rates:Rate",
    "relative-day": "lintnews.mentions.dates.day_words:RelativeDay",
    "relative-period": "lintnews.mentions.dates.day_words:RelativePeriod",
    "repeat": "lintnews.checks.numbers.repeats:Repeat",
    "result": "lintnews.mentions.numbers.results:Result",
    "sentence": "lintnews.mentions.words.sentences:Sentence",
    "sourced-quotation": "lintnews.mentions.quotations.sourced_quotations:SourcedQuotation",
    "surname-fault": "lintnews.checks.package.introductions:SurnameFault",
    "time-pair": "lintnews.mentions.dates.time_pairs:TimePair",
    "told-event": "lintnews.mentions.dates.told_events:ToldEvent",
    "toll": "lintnews.mentions.numbers.tolls:Toll",
    "weekday": "lintnews.mentions.dates.dates:Weekday",
    "year": "lintnews.mentions.dates.years:Year",
    "year-day": "lintnews.mentions.dates.year_days:YearDay",
    "missing-office": "lintnews.mentions.world.missing_offices:MissingOffice",
    "well-known-slip": "lintnews.mentions.world.well_known:WellKnownSlip",
    "wrong-body": "lintnews.mentions.world.wrong_bodies:WrongBody",
    "year-range": "lintnews.mentions.dates.years:YearRange",
    "years-long": "lintnews.mentions.dates.lengths:YearsLong",
    "years-since": "lintnews.mentions.dates.anniversaries:YearsSince",
}


@cache
def mention_class(kind: str) -> type[Mention]:
    """The class of mentions of *kind*, ours or a plug-in's; KeyError for an unknown kind."""
    found: type[Mention] = load_named(MENTIONS, "lintnews.mentions", kind)
    return found


def is_mention_kind(kind: str) -> bool:
    """Whether there are mentions of *kind*; plug-ins are looked for only if ours has none."""
    return kind in MENTIONS or kind in mention_kinds()


def mention_kinds() -> tuple[str, ...]:
    """Every kind of mention that there is, those of plug-ins too."""
    return every_name(MENTIONS, "lintnews.mentions")
