"""What a rule makes of a match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .cache.stamps import blake2b
from .match import Fix, Match, Note, Severity
from .message import filled
from .record import Record
from .source import Lines, Span

if TYPE_CHECKING:
    from .rule import Rule
    from .story import Story


class Finding(Record, frozen=True):
    """A match that a rule reports. ``span`` is of the story's text, ``source`` of the file's; ``lines`` counts the file's lines.

    ``line``, ``column``, ``end_line`` and ``end_column`` are where it stands in the file, from 1, in code points; the end is
    behind the last character.
    """

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
    lines: Lines

    @property
    def line(self) -> int:
        return self.lines.position(self.source.start).line

    @property
    def column(self) -> int:
        return self.lines.position(self.source.start).column

    @property
    def end_line(self) -> int:
        return self.lines.position(self.source.end).line

    @property
    def end_column(self) -> int:
        return self.lines.position(self.source.end).column

    def __repr__(self) -> str:
        return f"<Finding {self.line}:{self.column} {self.severity} {self.rule.id}: {self.message}>"

    @property
    def fix(self) -> Fix | None:
        """The likeliest fix."""
        return self.fixes[0] if self.fixes else None


def finding_of(rule: Rule, match: Match, story: Story) -> Finding:
    """What *rule* reports of *match*, which its check found in *story*."""
    source = story.map.to_source(match.span) if match.source is None else match.source
    text = story.words(match.span) if match.source is None else source.of(story.source)
    return Finding(
        rule=rule,
        message=_ended_once(filled(rule.message_of(match.case), {"text": text, **dict(match.values)})),
        severity=rule.severity_of(match.certainty),
        text=text,
        span=match.span,
        source=source,
        notes=match.notes,
        fixes=match.fixes,
        evidence=match.evidence,
        fingerprint=_fingerprint(rule.id, *_context(match, story, text)),
        lines=story.lines,
    )


def _ended_once(message: str) -> str:
    """*message* without the stop behind what ends by itself: a question, a name like Ore."""
    return message[:-1] if message.endswith(("?.", "!.")) or re.search(r"[^.]\.\.$", message) else message


_SPACE = re.compile(r"\s+")


def _context(match: Match, story: Story, text: str) -> Iterator[str]:
    """What tells one finding of a rule from another: its words with those just around them, or what is said of it."""
    if match.source is not None:
        yield text
        yield from (value for _, value in match.values)
        return
    span, block = match.span, story.block_at(match.span.start)
    start, end = (block.span.start, block.span.end) if block else (span.start, span.end)
    around = story.text[max(start, span.start - 40) : span.start], story.text[span.end : min(end, span.end + 40)]
    yield from (_SPACE.sub(" ", part).strip().casefold() for part in (around[0], text, around[1]))


def _fingerprint(*parts: str) -> str:
    """Sixteen hex digits that survive edits elsewhere in the story."""
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
