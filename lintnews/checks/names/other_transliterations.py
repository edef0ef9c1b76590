"""Other transliterations: the rarer of two spellings that stand for one name of another script."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, ClassVar

from ...mention import Mention
from ...source import Span
from .transliterations import MixedTransliteration, find_mixed_transliterations

if TYPE_CHECKING:
    from ...story import Story


class OtherTransliteration(Mention, frozen=True):
    """The rarer of two spellings of one name of another script, or of a place's old and new name; of two as common, the later.

    Names in quotations don't count.
    """

    kind: ClassVar[str] = "other-transliteration"
    right: Annotated[str, "The other spelling."]
    other: Annotated[Span, "Where that stands first."]
    decided: Annotated[bool, "Whether the other spelling is commoner in the story."]

    @property
    def better(self) -> str:
        """The other spelling, where it is commoner in the story; else empty."""
        return self.right if self.decided else ""

    @classmethod
    def find(cls, story: Story) -> Iterable[OtherTransliteration]:
        found: tuple[MixedTransliteration, ...] = story.once(find_mixed_transliterations)
        places = ((place, mixed) for mixed in found for place in mixed.places)
        return sorted(
            (cls(place, mixed.right, mixed.other, mixed.decided) for place, mixed in places), key=lambda m: m.span
        )
