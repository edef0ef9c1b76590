"""Kinds of check. ``CHECKS`` is the table that a rule's ``check:`` is looked up in: kind → ``module:class``."""

from __future__ import annotations

from ..check import Check
from ..plugins import every_name, load_named
from .judge import Judge

CHECKS: dict[str, str] = {
    "weekday-to-come": "lintnews.checks.dates.weekday_to_come:WeekdayToCome",
    "conflicting-direction": "lintnews.checks.numbers.conflicting_direction:ConflictingDirection",
    "conflicting-role": "lintnews.checks.package.conflicting_role:ConflictingRole",
    "conflicting-sex": "lintnews.checks.package.conflicting_sex:ConflictingSex",
    "conflicting-time": "lintnews.checks.dates.conflicting_time:ConflictingTime",
    "years-mismatch": "lintnews.checks.dates.years_mismatch:YearsMismatch",
    "year-out-of-time": "lintnews.checks.dates.year_out_of_time:YearOutOfTime",
    "acronym": "lintnews.checks.package.acronym:AcronymCheck",
    "age-mismatch": "lintnews.checks.dates.age_mismatch:AgeMismatch",
    "altered-quotation": "lintnews.checks.quotations.altered_quotation:AlteredQuotation",
    "capitalization": "lintnews.checks.patterns.capitalization:Capitalization",
    "clock-style": "lintnews.checks.dates.clock_style:ClockStyle",
    "conditional": "lintnews.checks.patterns.conditional:Conditional",
    "conflict": "lintnews.checks.patterns.conflict:Conflict",
    "consistency": "lintnews.checks.patterns.consistency:Consistency",
    "contradicted-headline": "lintnews.checks.package.contradicted_headline:ContradictedHeadline",
    "dateline-date": "lintnews.checks.datelines.dateline_date:DatelineDate",
    "dateline-form": "lintnews.checks.datelines.dateline_form:DatelineFormCheck",
    "dateline-place": "lintnews.checks.datelines.dateline_place:DatelinePlace",
    "dateline-region": "lintnews.checks.datelines.dateline_region:DatelineRegion",
    "doubled-words": "lintnews.checks.furniture.doubled_words:DoubledWords",
    "foreign-word": "lintnews.checks.world.foreign_word:ForeignWord",
    "existence": "lintnews.checks.patterns.existence:Existence",
    "form": "lintnews.checks.patterns.form:Form",
    "front-matter": "lintnews.checks.furniture.front_matter:FrontMatter",
    "headline-mismatch": "lintnews.checks.package.headline_mismatch:HeadlineMismatch",
    "headline-outcome": "lintnews.checks.package.headline_outcomes:HeadlineOutcome",
    "inconsistent-name": "lintnews.checks.names.inconsistent_name:InconsistentName",
    "mention": "lintnews.checks.patterns.mention:MentionCheck",
    "mojibake": "lintnews.checks.furniture.mojibake:Mojibake",
    "near-date": "lintnews.checks.dates.near_date:NearDate",
    "name-form": "lintnews.checks.names.name_form:NameForm",
    "occurrence": "lintnews.checks.patterns.occurrence:Occurrence",
    "quotation-marks": "lintnews.checks.quotations.quotation_marks:QuotationMarks",
    "repetition": "lintnews.checks.patterns.repetition:Repetition",
    "retold-quotation": "lintnews.checks.quotations.retold_quotation:RetoldQuotation",
    "reversed-range": "lintnews.checks.dates.reversed_range:ReversedRange",
    "sequence": "lintnews.checks.patterns.sequence:Sequence",
    "statement": "lintnews.checks.patterns.statement:Statement",
    "stale-day-word": "lintnews.checks.dates.stale_day_word:StaleDayWord",
    "substitution": "lintnews.checks.patterns.substitution:Substitution",
    "suppression": "lintnews.checks.furniture.suppression:SuppressionFault",
    "title-change": "lintnews.checks.package.title_change:TitleChange",
    "two-given-names": "lintnews.checks.package.two_given_names:TwoGivenNames",
    "unattributed-quotation": "lintnews.checks.quotations.unattributed_quotation:UnattributedQuotation",
    "unborne-name": "lintnews.checks.package.unborne_name:UnborneName",
    "wrong-conversion": "lintnews.checks.numbers.wrong_conversion:WrongConversion",
    "wrong-direction": "lintnews.checks.numbers.wrong_direction:WrongDirection",
    "lone-place": "lintnews.checks.world.lone_place:LonePlace",
    "wrong-home": "lintnews.checks.world.wrong_home:WrongHome",
    "wrong-land": "lintnews.checks.world.wrong_land:WrongLand",
    "wrong-nationality": "lintnews.checks.world.wrong_nationality:WrongNationality",
    "wrong-place": "lintnews.checks.world.wrong_place:WrongPlace",
    "wrong-percent-change": "lintnews.checks.numbers.wrong_percent_change:WrongPercentChange",
    "wrong-product": "lintnews.checks.numbers.wrong_product:WrongProduct",
    "wrong-share": "lintnews.checks.numbers.wrong_share:WrongShare",
    "wrong-total": "lintnews.checks.numbers.wrong_total:WrongTotal",
}


JUDGES: dict[str, str] = {
    "clock-time": "lintnews.checks.dates.impossible_time:ClockTimeJudge",
    "date": "lintnews.checks.dates.impossible_date:DateJudge",
    "dated-day-word": "lintnews.checks.dates.day_word_mismatch:DayWordJudge",
    "dated-weekday": "lintnews.checks.dates.weekday_mismatch:WeekdayJudge",
    "duration": "lintnews.checks.dates.duration_mismatch:DurationJudge",
    "named-day": "lintnews.checks.dates.holiday_mismatch:NamedDayJudge",
    "rate": "lintnews.checks.numbers.wrong_rate:RateJudge",
    "result": "lintnews.checks.numbers.wrong_winner:ResultJudge",
    "time-pair": "lintnews.checks.dates.time_conversion:TimePairJudge",
    "told-event": "lintnews.checks.dates.date_out_of_time:ToldEventJudge",
    "year-day": "lintnews.checks.dates.year_day_mismatch:YearDayJudge",
    "years-since": "lintnews.checks.dates.anniversary_mismatch:YearsSinceJudge",
}
"""What judges a statement: the kind of mention → ``module:class``."""


def check_class(kind: str) -> type[Check]:
    """The class of checks of *kind*, ours or a plug-in's; KeyError for an unknown kind."""
    found: type[Check] = load_named(CHECKS, "lintnews.checks", kind)
    return found


def check_kinds() -> tuple[str, ...]:
    """Every kind of check that there is, those of plug-ins too."""
    return every_name(CHECKS, "lintnews.checks")


def judge_of(mention: str) -> Judge:
    """What judges mentions of the kind *mention*; KeyError where nothing follows from them."""
    found: Judge = load_named(JUDGES, "lintnews.judges", mention)()
    return found


def judged_kinds() -> tuple[str, ...]:
    """The kinds of mention that are judged, those of plug-ins too."""
    return every_name(JUDGES, "lintnews.judges")
