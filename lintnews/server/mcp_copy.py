"""Copy that an assistant gives: a text and what is said beside it, as one source that is linted, and places led back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..source import Lines, Span
from ..story import BlockKind, Story
from ..suppressions.front_matter import FRONT_MATTER

TEXT, HEADLINE = "text", "headline"
"""What a place can lie in."""
_HAS_HEADLINE = re.compile(r"^[ \t]*(?:headline|title)[ \t]*[:=]", re.MULTILINE | re.IGNORECASE)
_HTML_HEADLINE = re.compile(r"<(?:h1|title)[\s>]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spot:
    """Words and where they stand: ``line`` and ``column`` count from 1 in the text or headline that was given."""

    words: str
    where: str
    line: int
    column: int


@dataclass(frozen=True)
class Copy:
    """A story's ``text`` in the format ``format_of``, with the ``headline`` that it has in the content system, if one is given."""

    text: str
    format_of: str
    headline: str = ""

    @cached_property
    def _added(self) -> tuple[int, str]:
        """What is put into the text for the headline, and where; a headline that the text has itself stands."""
        words = " ".join(self.headline.split())
        if not words:
            return 0, ""
        if self.format_of == "html":
            plain = words.replace("&", "&amp;").replace("<", "&lt;")
            return (0, "") if _HTML_HEADLINE.search(self.text) else (0, f"<title>{plain}</title>\n")
        said = f"headline: {json.dumps(words, ensure_ascii=False)}\n"
        front = FRONT_MATTER.match(self.text)
        if front is None:
            return 0, f"---\n{said}---\n\n"
        if front[1] != "---" or _HAS_HEADLINE.search(front[2]):
            return 0, ""
        return front.start(2), said

    @property
    def source(self) -> str:
        """What is linted."""
        at, added = self._added
        return self.text[:at] + added + self.text[at:]

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    def spot(self, place: Span, words: str, story: Story) -> Spot | None:
        """Where the *place* of the source is for who gave the copy; None inside what was added, but for the headline."""
        at, added = self._added
        if place.start >= at + len(added):
            return self._in_text(place.start - len(added), words)
        if place.end <= at:
            return self._in_text(place.start, words)
        block = next((block for block in story.blocks if block.kind is BlockKind.HEADLINE), None)
        if block is None:
            return None
        whole = story.map.to_source(block.span)
        inside = whole.contains(place) and story.map.is_verbatim(block.span)
        return Spot(words, HEADLINE, 1, place.start - whole.start + 1 if inside else 1)

    def _in_text(self, offset: int, words: str) -> Spot:
        at = self._lines.position(offset)
        return Spot(words, TEXT, at.line, at.column)

    def spots(self, spans: tuple[Span, ...], story: Story) -> Iterator[Spot]:
        """Where the *spans* of the story's text are."""
        for span in spans:
            spot = self.spot(story.map.to_source(span), story.words(span), story)
            if spot is not None:
                yield spot
