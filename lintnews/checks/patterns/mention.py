"""mention: something that the story states, and shouldn't, or not so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from ...match import Match
from .of_mention import OfMention

if TYPE_CHECKING:
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionCheck(OfMention):
    """Flags every mention of one kind whose fields are as ``where`` says.

    The message may use the mention's fields, and the fields of its fields: `{value}`, `{first.unit}`.
    """

    kind: ClassVar[str] = "mention"

    def matches_by(self, plan: Any, story: Story) -> Iterator[Match]:
        tests, names = plan
        for mention in self.chosen(tests, story):
            match = self.match(mention, names, story)
            if match:
                yield match
