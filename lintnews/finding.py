"""What a check found, and what a rule makes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from .source import Span
from .stamps import blake2b

if TYPE_CHECKING:
    from .rule import Rule
    from .story import Story


class Severity(IntEnum):
    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Safety(StrEnum):
    """SAFE changes wording only, UNSAFE may change the meaning, SHOWN states a fact and is never applied by machine."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Edit:
    """Put *text* in the place of *span* (of the story's text).

    ``source`` is the place in the file of what is not part of the text (a comment, say); None follows from ``span``.
    """

    span: Span
    text: str
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that together would mend a finding; they don't overlap."""

    edits: tuple[Edit, ...]
    safety: Safety = Safety.SHOWN


@dataclass(frozen=True, slots=True)
class Note:
    """The other place (or, without a span, the source) that a finding contradicts."""

    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """What a check found. It knows no rule and no message; ``values`` fill the rule's message beside ``{text}``.

    ``severity`` lowers the rule's own where the evidence is thin (it never raises it). ``fixes`` are alternatives, the
    likeliest first. ``evidence`` says in phrases what speaks for the match.
    """

    span: Span
    values: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()
    fixes: tuple[Fix, ...] = ()
    severity: Severity | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
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
