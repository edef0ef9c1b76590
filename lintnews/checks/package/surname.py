"""surname: a surname on its own that readers can't place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from ...check import Check, option
from ...match import Certainty, Match, Note
from ...mentions.names.people import Person
from ...source import Span
from .introductions import SurnameFault

if TYPE_CHECKING:
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Surname(Check):
    """Flags surnames that have one kind of ``fault``, once for each surname."""

    kind: ClassVar[str] = "surname"
    values: ClassVar[tuple[str, ...]] = ("surname", "people")
    fault: Literal["unknown", "ambiguous", "early"] = option(
        "`unknown`: nobody of that name is named in full. `ambiguous`: two people carry it. `early`: the full name "
        "comes later."
    )

    def matches(self, story: Story) -> Iterator[Match]:
        for found in story.mentions(SurnameFault):
            if found.fault == self.fault:
                people = [person.name for person in found.people]
                places = [(person.name, _full_name(person)) for person in found.people]
                yield Match(
                    found.span,
                    values=(("surname", found.surname), ("people", " and ".join(people))),
                    certainty=Certainty.POSSIBLE if found.fault == "unknown" and not found.quoted else Certainty.LIKELY,
                    notes=tuple(Note(f"{name} is named here", span) for name, span in places),
                )


def _full_name(person: Person) -> Span:
    return next((name.span for name in person.references if len(name.tokens) > 1), person.span)
