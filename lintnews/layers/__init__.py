"""Layers: each finds all mentions of one kind, the first time that they are asked for.

``LAYERS`` is the table that a rule's ``of:`` is looked up in: kind → ``module:class``.
"""

from __future__ import annotations

from importlib import import_module

from ..mention import Mention

LAYERS: dict[str, str] = {
    "clock-time": "lintnews.layers.clock_times:ClockTime",
    "date": "lintnews.layers.dates:Date",
    "date-range": "lintnews.layers.date_ranges:DateRange",
    "date-slip": "lintnews.layers.date_slips:DateSlip",
    "dated-weekday": "lintnews.layers.dated_weekdays:DatedWeekday",
    "dateline": "lintnews.layers.datelines:Dateline",
    "credit": "lintnews.layers.credits:Credit",
    "entity": "lintnews.layers.language:Entity",
    "name": "lintnews.layers.names:Name",
    "partial-date": "lintnews.layers.dates:PartialDate",
    "person": "lintnews.layers.people:Person",
    "quotation": "lintnews.layers.quotations:Quotation",
    "quotation-fault": "lintnews.layers.quotations:QuotationFault",
    "sentence": "lintnews.layers.sentences:Sentence",
    "weekday": "lintnews.layers.dates:Weekday",
    "word": "lintnews.layers.words:Word",
}


def mention_class(kind: str) -> type[Mention]:
    """The class of mentions of *kind*; KeyError for an unknown kind."""
    module, _, name = LAYERS[kind].partition(":")
    found: type[Mention] = getattr(import_module(module), name)
    return found
