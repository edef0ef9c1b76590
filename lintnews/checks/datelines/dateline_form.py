"""dateline-form: a dateline that is not in the form of the house."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from ...check import Check, option
from ...declared import Mistake
from ...match import Certainty, Edit, Fix, Match, Safety
from ...mentions.datelines.agencies import AGENCY_FORMS, credited_style
from ...mentions.datelines.opening import datelines
from ...message import filled, names_in
from .dateline_faults import FAULTS, Fault, departures, slips
from .dateline_forms import dateline_form, style_name

if TYPE_CHECKING:
    from ...mentions.datelines.datelines import Dateline
    from ...story import Story


def _listed() -> str:
    return "The faults: " + "; ".join(f"`{name}`, {words}" for name, words in FAULTS.items()) + "."


def _fault_mistakes(faults: Mapping[str, str]) -> Iterator[Mistake]:
    for name, words in faults.items():
        if name not in FAULTS:
            yield Mistake(f"`{name}` is no fault of datelines", (name,), at_key=True, word=name, known=tuple(FAULTS))
            continue
        offered = [offer for offer, _ in names_in(FAULTS[name])]
        for used, at in names_in(words):
            if used not in offered:
                told = f"`{{{used}}}` is not offered for `{name}`"
                yield Mistake(told, (name,), within=at, word=used, known=tuple(offered))


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

    faults: dict[str, str] = option(
        "What `{faults}` says of each fault, in words that follow a colon. " + _listed(), dict, _fault_mistakes
    )

    def __post_init__(self) -> None:
        if self.style:
            dateline_form(self.style)

    def matches(self, story: Story) -> Iterator[Match]:
        style = self.style or story.house.dateline_style
        for dateline in datelines(story) if style != "none" else ():
            said = _match(story, dateline, style or "ap", strict=bool(style))
            if said:
                yield self._match(story, dateline, said)

    def _match(self, story: Story, dateline: Dateline, said: _Said) -> Match:
        form = dateline_form(said.style)
        written = form.written(story, dateline)
        return Match(
            dateline.span,
            values=(
                ("style", style_name(said.style)),
                ("faults", "; ".join(map(self._words, said.faults))),
                ("form", written or form.shown),
            ),
            fixes=(Fix((Edit(dateline.span, written),), Safety.SHOWN),) if written else (),
            certainty=said.certainty,
        )

    def _words(self, fault: Fault) -> str:
        words = self.faults.get(fault.name, fault.name.replace("-", " "))
        return filled(words, {"written": fault.written, "meant": fault.meant})


class _Said(NamedTuple):
    """The style that a dateline departs from, where, and how sure that is."""

    style: str
    faults: list[Fault]
    certainty: Certainty


def _match(story: Story, dateline: Dateline, house: str, *, strict: bool) -> _Said | None:
    wrong = list(slips(story, dateline))
    own = _own_style(story, dateline, house)
    against_own = [*wrong, *departures(story, dateline, dateline_form(own))]
    if own == house and strict:
        return _said(house, against_own)
    if any(fault.certainty > Certainty.POSSIBLE for fault in against_own):
        return _said(own, against_own)
    if own == house or not strict:
        return None
    against_house = list(departures(story, dateline, dateline_form(house)))
    certainty = Certainty.CERTAIN if _lacks_date(against_house) else Certainty.POSSIBLE
    return _Said(house, against_house, certainty) if against_house else None


def _lacks_date(faults: list[Fault]) -> bool:
    return any(fault.name == "date-missing" and fault.certainty > Certainty.POSSIBLE for fault in faults)


def _own_style(story: Story, dateline: Dateline, house: str) -> str:
    """The style that *dateline* is nearest to; the agency in its credit settles it."""
    if dateline.credit:
        credited = credited_style(story.words(dateline.credit))
        if credited:
            return credited
    styles = list(dict.fromkeys((house, *(style for style in AGENCY_FORMS if style != "pti" or dateline.credit))))
    styles.sort(key=lambda style: dateline_form(style).dated != (dateline.month is not None))
    return min(styles, key=lambda style: sum(f.certainty for f in departures(story, dateline, dateline_form(style))))


def _said(style: str, faults: list[Fault]) -> _Said | None:
    return _Said(style, faults, max(fault.certainty for fault in faults)) if faults else None
