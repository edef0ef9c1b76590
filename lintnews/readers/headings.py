"""Which heading is the headline."""

from __future__ import annotations

from dataclasses import dataclass

from ..story import BlockKind


@dataclass(slots=True)
class Headings:
    """What makes a heading the headline: none stood before it, and it is of the first level or stands before all text."""

    has_headline: bool
    has_text: bool = False

    def kind(self, level: int) -> BlockKind:
        """The kind of the next heading."""
        if not self.has_headline and (level == 1 or not self.has_text):
            self.has_headline = True
            return BlockKind.HEADLINE
        return BlockKind.SUBHEAD
