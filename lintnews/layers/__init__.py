"""Layers: each finds all mentions of one kind, the first time that they are asked for.

``LAYERS`` is the table that a rule's ``of:`` is looked up in: kind → ``module:class``.
"""

from __future__ import annotations

from ..mention import Mention
from ..plugins import every_name, load_named

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
    "sourced-quotation": "lintnews.layers.sourced_quotations:SourcedQuotation",
    "word": "lintnews.layers.words:Word",
}


def mention_class(kind: str) -> type[Mention]:
    """The class of mentions of *kind*, ours or a plug-in's; KeyError for an unknown kind."""
    found: type[Mention] = load_named(LAYERS, "lintnews.layers", kind)
    return found


def layer_kinds() -> tuple[str, ...]:
    """Every kind of mention that there is, those of plug-ins too."""
    return every_name(LAYERS, "lintnews.layers")
