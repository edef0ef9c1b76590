"""What a check found: the place, the other places, and what could be written instead."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import NamedTuple

from .record import Record
from .source import Span


class Severity(IntEnum):
    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Certainty(IntEnum):
    """How sure a check is of a match: CERTAIN can't be read in another way, POSSIBLE is worth a look and no more."""

    POSSIBLE = 1
    LIKELY = 2
    CERTAIN = 3

    def __str__(self) -> str:
        return self.name.lower()


class Case(NamedTuple):
    """One of several things that a check tells apart, so that a rule can word each: what it is, and its own ``{names}``."""

    description: str
    values: tuple[str, ...] = ()


class Safety(StrEnum):
    """SAFE changes wording only, UNSAFE may change the meaning, SHOWN states a fact and is never applied by machine."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    SHOWN = "shown"


class Edit(Record, frozen=True):
    """Put *text* in the place of *span* (of the story's text).

    ``source`` is the place in the file of what is not part of the text (a comment, say); None follows from ``span``.
    """

    span: Span
    text: str
    source: Span | None = None


class Fix(Record, frozen=True):
    """Edits that together would mend a finding; they don't overlap."""

    edits: tuple[Edit, ...]
    safety: Safety = Safety.SHOWN


class Note(Record, frozen=True):
    """The other place (or, without a span, the source) that a finding contradicts."""

    message: str
    span: Span | None = None


class Match(Record, frozen=True):
    """What a check found. It knows no rule and no message; ``values`` fill the rule's message beside ``{text}``.

    ``case`` is which of the check's cases this is: a rule may have a message for each. The rule decides how severe each
    ``certainty`` is. ``fixes`` are alternatives, the likeliest first. ``evidence`` says in phrases what speaks for the match.
    ``source`` is the place in the file of what is not part of the text (a comment, say), and ``span`` then where in the
    text it stands; None follows from ``span``.
    """

    span: Span
    values: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()
    fixes: tuple[Fix, ...] = ()
    evidence: tuple[str, ...] = ()
    certainty: Certainty = Certainty.CERTAIN
    case: str = ""
    source: Span | None = None
