"""Copy as a page or an assistant gives it: a text and the fields beside it, as one source that is linted, and places led back."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..source import Lines, Span
from ..story import BlockKind, Story
from ..suppressions.front_matter import FRONT_MATTER

TEXT, HEADLINE = "text", "headline"
"""The fields that a place can lie in."""
_OWN = {
    "headline": re.compile(r"^[ \t]*(?:headline|title)[ \t]*[:=]", re.MULTILINE | re.IGNORECASE),
    "published": re.compile(r"^[ \t]*(?:published|date)[ \t]*[:=]", re.MULTILINE | re.IGNORECASE),
}
"""Field → how front matter says it itself."""
_HTML_HEADLINE = re.compile(r"<(?:h1|title)[\s>]", re.IGNORECASE)


class Place(NamedTuple):
    """``span`` counts code points of the ``field`` as it was given, the headline's white space made single."""

    field: str
    span: Span


@dataclass(frozen=True)
class Copy:
    """A ``text`` in the format ``format_of``, and what is said beside it: ``headline``, ``published`` (ISO 8601), each maybe empty.

    What the text says of itself stands; of HTML, no publication date is put in.
    """

    text: str
    format_of: str = "plain"
    headline: str = ""
    published: str = ""

    @cached_property
    def words(self) -> str:
        """The headline with single spaces."""
        return " ".join(self.headline.split())

    @cached_property
    def _added(self) -> tuple[int, str]:
        """What is put into the text for the fields, and where."""
        if self.format_of == "html":
            plain = self.words.replace("&", "&amp;").replace("<", "&lt;")
            return 0, f"<title>{plain}</title>\n" if plain and not _HTML_HEADLINE.search(self.text) else ""
        front = FRONT_MATTER.match(self.text)
        fence, own, at = (front[1], front[2], front.start(2)) if front is not None else ("---", "", 0)
        sign = ": " if fence == "---" else " = "
        fields = {
            "headline": json.dumps(self.words, ensure_ascii=False) if self.words else "",
            "published": self.published,
        }
        said = "".join(f"{key}{sign}{value}\n" for key, value in fields.items() if value and not _OWN[key].search(own))
        return at, f"---\n{said}---\n" if said and front is None else said

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text as it was given."""
        return Lines(self.text)

    @property
    def source(self) -> str:
        """What is linted."""
        at, added = self._added
        return self.text[:at] + added + self.text[at:]

    def place_of_text(self, span: Span, story: Story) -> Place | None:
        """Where *span* of the story's text stands; None for what stands in no field."""
        block = self._headline_block(story)
        if block is not None and block.contains(span):
            return Place(HEADLINE, span.shifted(-block.start))
        return self.place_of_source(story.map.to_source(span), story)

    def place_of_source(self, place: Span, story: Story) -> Place | None:
        """Where *place* of the source stands; None in what was put in for the fields, where that is not the headline's words."""
        at, added = self._added
        if place.start >= at + len(added):
            return Place(TEXT, place.shifted(-len(added)))
        if place.end <= at:
            return Place(TEXT, place)
        block = self._headline_block(story)
        if block is None:
            return None
        whole = story.map.to_source(block)
        if not whole.contains(place) or not story.map.is_verbatim(block):
            return None
        return Place(HEADLINE, place.shifted(-whole.start))

    def _headline_block(self, story: Story) -> Span | None:
        """The block of the story that is the headline given beside the text."""
        at, added = self._added
        first = story.blocks[0] if self.words and story.blocks else None
        if first is None or first.kind is not BlockKind.HEADLINE:
            return None
        given = Span(at, at + len(added)).contains(story.map.to_source(first.span))
        return first.span if given else None
