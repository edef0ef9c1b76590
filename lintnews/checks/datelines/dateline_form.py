"""dateline-form: a dateline that is not in the form of the house."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check, option
from ...match import Certainty, Edit, Fix, Match, Safety
from ...mentions.datelines.agencies import AGENCY_FORMS, credited_style
from ...mentions.datelines.opening import datelines
from .dateline_faults import Fault, departures, slips
from .dateline_forms import dateline_form, style_name

if TYPE_CHECKING:
    from ...mentions.datelines.datelines import Dateline
    from ...story import Story


class DatelineFormCheck(Check):
    """Flags a dateline that departs from the house's form.

    A dateline that is right in the form of another agency is only hinted at, and passes where the house has named no
    form; one that misses both its own agency's form and the house's is flagged with what is wrong.
    """

    kind: ClassVar[str] = "dateline-form"
    values: ClassVar[tuple[str, ...]] = ("style", "faults", "form")
    style: str = option(
        "`ap`, `reuters`, `pti`, or a pattern such as `{CITY}[, {region}][ ({credit})] — `; the house's if left out.",
        "",
    )

    def __post_init__(self) -> None:
        if self.style:
            dateline_form(self.style)

    def matches(self, story: Story) -> Iterator[Match]:
        style = self.style or story.house.dateline_style
        for dateline in datelines(story) if style != "none" else ():
            match = _match(story, dateline, style or "ap", strict=bool(style))
            if match:
                yield match


def _match(story: Story, dateline: Dateline, house: str, *, strict: bool) -> Match | None:
    wrong = list(slips(story, dateline))
    own = _own_style(story, dateline, house)
    against_own = [*wrong, *departures(story, dateline, dateline_form(own))]
    if own == house and strict:
        return _said(story, dateline, house, against_own)
    if any(fault.certainty > Certainty.POSSIBLE for fault in against_own):
        return _said(story, dateline, own, against_own)
    if own == house or not strict:
        return None
    against_house = list(departures(story, dateline, dateline_form(house)))
    certainty = Certainty.CERTAIN if _lacks_date(against_house) else Certainty.POSSIBLE
    return _said(story, dateline, house, against_house, certainty)


def _lacks_date(faults: list[Fault]) -> bool:
    return any(fault.phrase == "the date is missing" and fault.certainty > Certainty.POSSIBLE for fault in faults)


def _own_style(story: Story, dateline: Dateline, house: str) -> str:
    """The style that *dateline* is nearest to; the agency in its credit settles it."""
    if dateline.credit:
        credited = credited_style(story.words(dateline.credit))
        if credited:
            return credited
    styles = list(dict.fromkeys((house, *(style for style in AGENCY_FORMS if style != "pti" or dateline.credit))))
    styles.sort(key=lambda style: dateline_form(style).dated != (dateline.month is not None))
    return min(styles, key=lambda style: sum(f.certainty for f in departures(story, dateline, dateline_form(style))))


def _said(
    story: Story, dateline: Dateline, style: str, faults: list[Fault], certainty: Certainty | None = None
) -> Match | None:
    if not faults:
        return None
    form = dateline_form(style)
    written = form.written(story, dateline)
    if certainty is None:
        certainty = max(fault.certainty for fault in faults)
    return Match(
        dateline.span,
        values=(
            ("style", style_name(style)),
            ("faults", "; ".join(fault.phrase for fault in faults)),
            ("form", written or form.shown),
        ),
        fixes=(Fix((Edit(dateline.span, written),), Safety.SHOWN),) if written else (),
        certainty=certainty,
    )
