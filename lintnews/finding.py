"""What a rule makes of a match."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .cache.stamps import blake2b
from .match import Fix, Note, Severity
from .record import Record
from .source import Span

if TYPE_CHECKING:
    from .rule import Rule
    from .story import Story


class Finding(Record, frozen=True):
    """A match that a rule reports. Spans are of the story's text; ``source`` is the place in the file."""

    rule: Rule
    message: str
    severity: Severity
    text: str
    span: Span
    source: Span
    notes: tuple[Note, ...]
    fixes: tuple[Fix, ...]
    evidence: tuple[str, ...]
    fingerprint: str

    @property
    def fix(self) -> Fix | None:
        """The likeliest fix."""
        return self.fixes[0] if self.fixes else None


_SPACE = re.compile(r"\s+")


def fingerprint(rule_id: str, story: Story, span: Span) -> str:
    """Sixteen hex digits that survive edits elsewhere in the story: the rule, the words, and those just around them."""
    block = story.block_at(span.start)
    start, end = (block.span.start, block.span.end) if block else (span.start, span.end)
    around = story.text[max(start, span.start - 40) : span.start], story.text[span.end : min(end, span.end + 40)]
    parts = (rule_id, around[0], story.words(span), around[1])
    plain = "\x1f".join(_SPACE.sub(" ", part).strip().casefold() for part in parts)
    return blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
