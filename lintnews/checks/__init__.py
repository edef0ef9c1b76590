"""Kinds of check. ``CHECKS`` is the table that a rule's ``check:`` is looked up in: kind → ``module:class``."""

from __future__ import annotations

from ..check import Check
from ..plugins import every_name, load_named

CHECKS: dict[str, str] = {
    "acronym": "lintnews.checks.acronym:AcronymCheck",
    "age-mismatch": "lintnews.checks.age_mismatch:AgeMismatch",
    "altered-quotation": "lintnews.checks.altered_quotation:AlteredQuotation",
    "anniversary-mismatch": "lintnews.checks.anniversary_mismatch:AnniversaryMismatch",
    "capitalization": "lintnews.checks.capitalization:Capitalization",
    "clock-style": "lintnews.checks.clock_style:ClockStyle",
    "conditional": "lintnews.checks.conditional:Conditional",
    "conflicting-figure": "lintnews.checks.conflicting_figure:ConflictingFigure",
    "consistency": "lintnews.checks.consistency:Consistency",
    "date-out-of-time": "lintnews.checks.date_out_of_time:DateOutOfTime",
    "dateline-date": "lintnews.checks.dateline_date:DatelineDate",
    "dateline-form": "lintnews.checks.dateline_form:DatelineFormCheck",
    "dateline-place": "lintnews.checks.dateline_place:DatelinePlace",
    "dateline-region": "lintnews.checks.dateline_region:DatelineRegion",
    "day-word-mismatch": "lintnews.checks.day_word_mismatch:DayWordMismatch",
    "doubled-words": "lintnews.checks.doubled_words:DoubledWords",
    "duration-mismatch": "lintnews.checks.duration_mismatch:DurationMismatch",
    "existence": "lintnews.checks.existence:Existence",
    "front-matter": "lintnews.checks.front_matter:FrontMatter",
    "headline-mismatch": "lintnews.checks.headline_mismatch:HeadlineMismatch",
    "holiday-mismatch": "lintnews.checks.holiday_mismatch:HolidayMismatch",
    "impossible-date": "lintnews.checks.impossible_date:ImpossibleDate",
    "impossible-time": "lintnews.checks.impossible_time:ImpossibleTime",
    "inconsistent-name": "lintnews.checks.inconsistent_name:InconsistentName",
    "known-name": "lintnews.checks.known_name:KnownNames",
    "misspelled-date": "lintnews.checks.misspelled_date:MisspelledDate",
    "mojibake": "lintnews.checks.mojibake:Mojibake",
    "mixed-transliteration": "lintnews.checks.mixed_transliteration:MixedTransliterations",
    "month-style": "lintnews.checks.month_style:MonthStyle",
    "name-wording": "lintnews.checks.name_wording:NameWording",
    "near-date": "lintnews.checks.near_date:NearDate",
    "name-form": "lintnews.checks.name_form:NameForm",
    "number-range": "lintnews.checks.number_range:NumberRange",
    "occurrence": "lintnews.checks.occurrence:Occurrence",
    "ordinal-date": "lintnews.checks.ordinal_date:OrdinalDate",
    "quotation-marks": "lintnews.checks.quotation_marks:QuotationMarks",
    "repeated-credit": "lintnews.checks.repeated_credit:RepeatedCredit",
    "repetition": "lintnews.checks.repetition:Repetition",
    "reversed-range": "lintnews.checks.reversed_range:ReversedRange",
    "scale-slip": "lintnews.checks.scale_slip:ScaleSlip",
    "sequence": "lintnews.checks.sequence:Sequence",
    "stale-day-word": "lintnews.checks.stale_day_word:StaleDayWord",
    "substitution": "lintnews.checks.substitution:Substitution",
    "suppression": "lintnews.checks.suppression:SuppressionFault",
    "surname": "lintnews.checks.surname:Surname",
    "time-conversion": "lintnews.checks.time_conversion:TimeConversion",
    "title-change": "lintnews.checks.title_change:TitleChange",
    "unattributed-quotation": "lintnews.checks.unattributed_quotation:UnattributedQuotation",
    "weekday-mismatch": "lintnews.checks.weekday_mismatch:WeekdayMismatch",
    "wrong-conversion": "lintnews.checks.wrong_conversion:WrongConversion",
    "wrong-percent-change": "lintnews.checks.wrong_percent_change:WrongPercentChange",
    "wrong-rate": "lintnews.checks.wrong_rate:WrongRate",
    "wrong-share": "lintnews.checks.wrong_share:WrongShare",
    "wrong-total": "lintnews.checks.wrong_total:WrongTotal",
    "wrong-winner": "lintnews.checks.wrong_winner:WrongWinner",
    "year-day-mismatch": "lintnews.checks.year_day_mismatch:YearDayMismatch",
}


def check_class(kind: str) -> type[Check]:
    """The class of checks of *kind*, ours or a plug-in's; KeyError for an unknown kind."""
    found: type[Check] = load_named(CHECKS, "lintnews.checks", kind)
    return found


def check_kinds() -> tuple[str, ...]:
    """Every kind of check that there is, those of plug-ins too."""
    return every_name(CHECKS, "lintnews.checks")
