"""Kinds of check. ``CHECKS`` is the table that a rule's ``check:`` is looked up in: kind → ``module:class``."""

from __future__ import annotations

from importlib import import_module

from ..check import Check

CHECKS: dict[str, str] = {
    "dateline-date": "lintnews.checks.dateline_date:DatelineDate",
    "dateline-form": "lintnews.checks.dateline_form:DatelineFormCheck",
    "doubled-words": "lintnews.checks.doubled_words:DoubledWords",
    "existence": "lintnews.checks.existence:Existence",
    "impossible-date": "lintnews.checks.impossible_date:ImpossibleDate",
    "impossible-time": "lintnews.checks.impossible_time:ImpossibleTime",
    "misspelled-date": "lintnews.checks.misspelled_date:MisspelledDate",
    "mojibake": "lintnews.checks.mojibake:Mojibake",
    "quotation-marks": "lintnews.checks.quotation_marks:QuotationMarks",
    "repeated-credit": "lintnews.checks.repeated_credit:RepeatedCredit",
    "substitution": "lintnews.checks.substitution:Substitution",
    "suppression": "lintnews.checks.suppression:SuppressionFault",
    "weekday-mismatch": "lintnews.checks.weekday_mismatch:WeekdayMismatch",
}


def check_class(kind: str) -> type[Check]:
    """The class of checks of *kind*; KeyError for an unknown kind."""
    module, _, name = CHECKS[kind].partition(":")
    found: type[Check] = getattr(import_module(module), name)
    return found
