"""known-name: a name written otherwise than the house or its owner writes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check, option
from ...match import Certainty, Edit, Fix, Match, Note
from .known_names import MisspelledName

if TYPE_CHECKING:
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownNames(Check):
    """Flags misspellings of the house's `known` names, of well-known bodies and people, and of places.

    What is always wrong (`never`, a body's small words) is as severe as the rule; a variant is a warning.
    """

    kind: ClassVar[str] = "known-name"
    values: ClassVar[tuple[str, ...]] = ("right",)
    variants: bool = option("Whether to report what is a variant and not always wrong.", True)

    def matches(self, story: Story) -> Iterator[Match]:
        for name in story.mentions(MisspelledName):
            if name.certain or self.variants:
                yield Match(
                    name.span,
                    values=(("right", name.right),),
                    notes=(Note(f"{name.right} is {name.reason}."),),
                    fixes=(Fix((Edit(name.span, name.right),)),),
                    certainty=Certainty.CERTAIN if name.certain else Certainty.LIKELY,
                )
