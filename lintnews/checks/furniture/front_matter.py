"""front-matter: what a story's front matter must say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check, option
from ...match import Match
from ...source import Span

if TYPE_CHECKING:
    from ...story import Story


class FrontMatter(Check):
    """Flags the first line of a story that lacks one of ``required`` or of the house's ``required_front_matter``."""

    kind: ClassVar[str] = "front-matter"
    values: ClassVar[tuple[str, ...]] = ("key",)
    required: tuple[str, ...] = option("Keys that a story must give: published, headline, byline, slug …", ())

    def matches(self, story: Story) -> Iterator[Match]:
        for key in dict.fromkeys((*self.required, *story.house.required_front_matter)):
            if not self._given(key, story):
                line_end = story.text.find("\n")
                yield Match(Span(0, len(story.text) if line_end < 0 else line_end), values=(("key", key),))

    @staticmethod
    def _given(key: str, story: Story) -> bool:
        if key in ("published", "updated", "slug"):
            return bool(getattr(story, key))
        return bool(story.front_matter.get(key)) or any(block.kind == key for block in story.blocks)
