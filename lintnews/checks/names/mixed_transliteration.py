"""mixed-transliteration: one name of another script in two spellings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Edit, Fix, Match, Note
from .transliterations import MixedTransliteration, find_mixed_transliterations

if TYPE_CHECKING:
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class MixedTransliterations(Check):
    """Flags the rarer of two spellings that stand for one name of another script, or for a place's old and new name.

    Where both are as frequent, the later one is flagged and no fix is offered. Names in quotations don't count.
    """

    kind: ClassVar[str] = "mixed-transliteration"
    values: ClassVar[tuple[str, ...]] = ("other",)

    def matches(self, story: Story) -> Iterator[Match]:
        found: tuple[MixedTransliteration, ...] = story.once(find_mixed_transliterations)
        for mixed in found:
            for place in mixed.places:
                fixes = (Fix((Edit(place, mixed.right),)),) if mixed.decided else ()
                note = Note(f"It is spelled {mixed.right} here.", mixed.other)
                yield Match(place, values=(("other", mixed.right),), notes=(note,), fixes=fixes)
