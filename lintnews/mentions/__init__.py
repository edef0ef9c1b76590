"""Layers: each finds all mentions of one kind, the first time that they are asked for.

``LAYERS`` is the table that a rule's ``of:`` is looked up in: kind → ``module:class``.
"""

from __future__ import annotations

from ..mention import Mention
from ..plugins import every_name, load_named

LAYERS: dict[str, str] = {
    "acronym": "lintnews.layers.acronyms:Acronym",
    "age": "lintnews.layers.ages:Age",
    "change": "lintnews.layers.changes:Change",
    "clock-time": "lintnews.layers.clock_times:ClockTime",
    "conversion": "lintnews.layers.conversions:Conversion",
    "counted-list": "lintnews.layers.counted_lists:CountedList",
    "credit": "lintnews.layers.credits:Credit",
    "date": "lintnews.layers.dates:Date",
    "date-range": "lintnews.layers.date_ranges:DateRange",
    "date-slip": "lintnews.layers.date_slips:DateSlip",
    "dated-day-word": "lintnews.layers.dated_day_words:DatedDayWord",
    "dated-weekday": "lintnews.layers.dated_weekdays:DatedWeekday",
    "dateline": "lintnews.layers.datelines:Dateline",
    "duration": "lintnews.layers.durations:Duration",
    "difference": "lintnews.layers.differences:Difference",
    "entity": "lintnews.layers.language:Entity",
    "life-dates": "lintnews.layers.life_dates:LifeDates",
    "ledger-entry": "lintnews.layers.ledger:Entry",
    "misspelled-name": "lintnews.layers.known_names:MisspelledName",
    "name": "lintnews.layers.names:Name",
    "named-day": "lintnews.layers.named_days:NamedDay",
    "outline": "lintnews.layers.outlines:Outline",
    "partial-date": "lintnews.layers.dates:PartialDate",
    "person": "lintnews.layers.people:Person",
    "quantity": "lintnews.layers.quantities:Quantity",
    "quotation": "lintnews.layers.quotations:Quotation",
    "quotation-fault": "lintnews.layers.quotations:QuotationFault",
    "rate": "lintnews.layers.rates:Rate",
    "relative-day": "lintnews.layers.day_words:RelativeDay",
    "relative-period": "lintnews.layers.day_words:RelativePeriod",
    "repeat": "lintnews.layers.repeats:Repeat",
    "result": "lintnews.layers.results:Result",
    "sentence": "lintnews.layers.sentences:Sentence",
    "share": "lintnews.layers.shares:Share",
    "sourced-quotation": "lintnews.layers.sourced_quotations:SourcedQuotation",
    "surname-fault": "lintnews.layers.introductions:SurnameFault",
    "time-pair": "lintnews.layers.time_pairs:TimePair",
    "told-event": "lintnews.layers.told_events:ToldEvent",
    "toll": "lintnews.layers.tolls:Toll",
    "total": "lintnews.layers.totals:Total",
    "weekday": "lintnews.layers.dates:Weekday",
    "word": "lintnews.layers.words:Word",
    "year-day": "lintnews.layers.year_days:YearDay",
    "year-range": "lintnews.layers.years:YearRange",
    "years-since": "lintnews.layers.anniversaries:YearsSince",
}


def mention_class(kind: str) -> type[Mention]:
    """The class of mentions of *kind*, ours or a plug-in's; KeyError for an unknown kind."""
    found: type[Mention] = load_named(LAYERS, "lintnews.layers", kind)
    return found


def layer_kinds() -> tuple[str, ...]:
    """Every kind of mention that there is, those of plug-ins too."""
    return every_name(LAYERS, "lintnews.layers")
