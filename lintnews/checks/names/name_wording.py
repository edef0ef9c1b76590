"""name-wording: one full name with its words in another order, another small word, or a word left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Certainty, Edit, Fix, Match, Note
from .name_wordings import OtherWording, find_other_wordings

if TYPE_CHECKING:
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWording(Check):
    """Flags the rarer wording of a full name: *of* for *for* in an organisation's, words that changed places, a word left out.

    Word order is compared in names of three words or more; a word left out only in names of short words that are no
    English given names, and it is a hint unless both wordings have the same title.
    """

    kind: ClassVar[str] = "name-wording"
    values: ClassVar[tuple[str, ...]] = ("other",)

    def matches(self, story: Story) -> Iterator[Match]:
        found: tuple[OtherWording, ...] = story.once(find_other_wordings)
        for wording in found:
            other = wording.right.text
            yield Match(
                wording.odd.span,
                values=(("other", other),),
                notes=(Note(f"It is {other} here.", wording.right.span),),
                fixes=(Fix((Edit(wording.odd.span, other),)),) if wording.decided else (),
                certainty=Certainty.LIKELY if wording.sure else Certainty.POSSIBLE,
                evidence=(wording.reason,),
            )
