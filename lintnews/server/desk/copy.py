"""The copy on the page: a text and the fields beside it, as one source that is linted, and places of it led back to them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from ...source import Span
from ...story import BlockKind, Story
from ...suppressions.front_matter import FRONT_MATTER
from ..units import Units

TEXT, HEADLINE = "text", "headline"
"""The fields of the page that a place can lie in."""
FORMATS = ("plain", "markdown")
"""What the copy on the page can be; other formats are read into it."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What stands on the page. ``headline`` and ``published`` (ISO 8601) are those of the fields; empty where they are."""

    text: str
    format_of: str = "plain"
    headline: str = ""
    published: str = ""
    style: str = ""

    def source(self) -> tuple[str, int]:
        """The text with what the fields say in its front matter, and how many characters were put before, or into, it."""
        said = [
            f"{key}: {value}\n"
            for key, value in (("headline", _scalar(self.headline)), ("published", self.published))
            if value
        ]
        if not said:
            return self.text, 0
        front = FRONT_MATTER.match(self.text)
        if front is not None and front[1] == "---":
            at = front.start(2)
            added = "".join(said)
            return self.text[:at] + added + self.text[at:], len(added)
        added = "".join(["---\n", *said, "---\n"])
        return added + self.text, len(added)


def _scalar(words: str) -> str:
    """*words* as a YAML scalar in quotation marks; empty for none."""
    words = " ".join(words.split())
    return json.dumps(words, ensure_ascii=False) if words else ""


class Places:
    """Leads places of the story back to the fields of the page, in UTF-16 units."""

    def __init__(self, copy: Copy, story: Story, added: int) -> None:
        self.story = story
        self.headline = " ".join(copy.headline.split())
        self._added = added
        self._units = Units(copy.text)
        front = FRONT_MATTER.match(copy.text) if added else None
        self._from = front.start(2) if front is not None and front[1] == "---" else 0
        first = story.blocks[0].span if story.blocks and story.blocks[0].kind is BlockKind.HEADLINE else None
        self._block = first if self.headline and added else None

    def of_text(self, span: Span) -> dict[str, Any] | None:
        """A span of the story's text."""
        if self._block is not None and self._block.contains(span):
            return self._in_headline(span.shifted(-self._block.start))
        return self.of_source(self.story.map.to_source(span))

    def of_source(self, place: Span) -> dict[str, Any] | None:
        """A place of the source; None for one in what was put there for the fields, where that is not the headline's words."""
        if place.start >= self._from + self._added:
            return self._in_text(place.shifted(-self._added))
        if place.end <= self._from:
            return self._in_text(place)
        if self._block is None:
            return None
        whole = self.story.map.to_source(self._block)
        if not whole.contains(place) or not self.story.map.is_verbatim(self._block):
            return None
        return self._in_headline(place.shifted(-whole.start))

    def _in_text(self, place: Span) -> dict[str, Any]:
        return {"where": TEXT, "start": self._units.of(place.start), "end": self._units.of(place.end)}

    def _in_headline(self, place: Span) -> dict[str, Any]:
        units = Units(self.headline)
        return {"where": HEADLINE, "start": units.of(place.start), "end": units.of(place.end)}
