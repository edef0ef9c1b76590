"""inconsistent-name: one name spelled two ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ..check import Check, option
from ..finding import Edit, Fix, Match, Note, Severity
from ..layers.name_slips import NameSlip, find_name_slips

if TYPE_CHECKING:
    from ..layers.spellings import Place
    from ..story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class InconsistentName(Check):
    """Flags every place of a spelling that is probably another spelling of the story gone wrong.

    A place is a whole name; the note points to the first place of the other spelling. The fix, shown only where it is
    known which is right, puts the right word into the name.
    """

    kind: ClassVar[str] = "inconsistent-name"
    values: ClassVar[tuple[str, ...]] = ("other",)
    likelihood: float = option(
        "How likely (0 to 1) a slip must be to be reported; at least the shipped threshold.", 0.0
    )

    def matches(self, story: Story) -> Iterator[Match]:
        by_odd: dict[str, list[NameSlip]] = {}
        slips: tuple[NameSlip, ...] = story.once(find_name_slips)
        for slip in slips:
            if slip.likelihood >= self.likelihood:
                by_odd.setdefault(slip.odd.text, []).append(slip)
        for several in by_odd.values():
            several.sort(key=lambda slip: (-slip.likelihood, slip.right.text))
            for place in several[0].odd.places:
                yield _match(place, several)


def _match(place: Place, slips: list[NameSlip]) -> Match:
    likeliest = slips[0]
    notes = tuple(
        Note(f"It is spelled {slip.right.places[0].name.text} here.", slip.right.places[0].name.span) for slip in slips
    )
    fixes = (Fix((Edit(place.span, likeliest.right.text),)),) if likeliest.decided else ()
    return Match(
        place.name.span,
        values=(("other", likeliest.right.places[0].name.text),),
        notes=notes,
        fixes=fixes,
        severity=None if likeliest.certain else Severity.WARNING,
        evidence=likeliest.evidence,
    )
