"""The copy on the page: a text and the fields beside it, as one source that is linted, and places of it led back to them."""

from __future__ import annotations

import json
import re
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

    def source(self) -> tuple[str, int, int]:
        """The text with what the fields say in its front matter, where that was put, and how many characters it is.

        What the text's own front matter says stands.
        """
        front = FRONT_MATTER.match(self.text)
        fence, own, at = (front[1], front[2], front.start(2)) if front is not None else ("---", "", 0)
        sign = ": " if fence == "---" else " = "
        fields = (("headline", _quoted(self.headline), _HEADLINE), ("published", self.published, _PUBLISHED))
        said = "".join(f"{key}{sign}{value}\n" for key, value, known in fields if value and not known.search(own))
        if said and front is None:
            said = f"---\n{said}---\n"
        return self.text[:at] + said + self.text[at:], at, len(said)


_HEADLINE = re.compile(r"^(?:headline|title)[ \t]*[:=]", re.MULTILINE)
_PUBLISHED = re.compile(r"^(?:published|date)[ \t]*[:=]", re.MULTILINE)


def _quoted(words: str) -> str:
    """*words* in one line and in quotation marks, as YAML and TOML have them; empty for none."""
    words = " ".join(words.split())
    return json.dumps(words, ensure_ascii=False) if words else ""


class Places:
    """Leads places of the story back to the fields of the page, in UTF-16 units."""

    def __init__(self, copy: Copy, story: Story, at: int, added: int) -> None:
        self.story = story
        self.headline = " ".join(copy.headline.split())
        self._added = added
        self._units = Units(copy.text)
        self._from = at
        first = story.blocks[0].span if story.blocks and story.blocks[0].kind is BlockKind.HEADLINE else None
        own = first is not None and not Span(at, at + added).contains(story.map.to_source(first))
        self._block = None if own or not self.headline else first

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
