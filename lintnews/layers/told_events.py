"""Events that are told as done or as to come, with the date right behind: met on March 5, will meet on March 5."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from ..mention import Mention
from ..source import Span
from .calendar_words import WEEKDAY
from .dates import Date
from .quotations import Quotation
from .tense import Tense

if TYPE_CHECKING:
    from ..story import Story

_DONE = (
    r"(?:met|voted|died|was killed|were killed|was arrested|were arrested|was shot|won|was held|were held|took place|"
    r"happened|occurred|crashed|struck|visited|arrived|spoke|resigned|was born|was sworn in|was elected|was found|"
    r"was released|were released|was hit|sank|exploded|collapsed|was fired|was buried|testified|pleaded guilty|appeared)"
)
_TO_COME = (
    r"(?:will|is (?:due|scheduled|set|expected|slated|going) to|are (?:due|scheduled|set|expected|slated|going) to)"
)
_WORDS = r"(?: (?!what\b|who\b|whom\b|how\b|why\b|which\b|where\b|whether\b|if\b|that\b|when\b|after\b|before\b|since\b|until\b|from\b|to\b|of\b|for\b)[\w’'-]+){0,6}"
_PAST = re.compile(rf"(?<!to )(?<!be )(?<!have )(?<!had )\b{_DONE}{_WORDS} on (?:{WEEKDAY}\.?,? )?$")
_FUTURE = re.compile(rf"\b{_TO_COME} (?!have\b)[\w’'-]+{_WORDS} on (?:{WEEKDAY}\.?,? )?$")
_UNSURE = re.compile(
    r"\b(?:will|would|could|should|may|might|if|planned|expected|scheduled|due|was to|were to|had been)\b"
)


@dataclass(frozen=True, slots=True)
class ToldEvent(Mention):
    """``tense`` is how the event is told; ``date`` is its day. The span runs from the verb to the date's end."""

    kind: ClassVar[str] = "told-event"
    tense: Tense
    date: Date

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        quotations = None
        for day in story.mentions(Date):
            start = day.span.start
            window = story.text[max(0, start - 90) : start]
            if " on " not in window[-16:]:
                continue
            past, future = _PAST.search(window), _FUTURE.search(window)
            if past and _UNSURE.search(window[max(0, past.start() - 30) :]):
                past = None
            found = future or past
            if found is None:
                continue
            quotations = quotations or story.mentions(Quotation)
            if any(quotation.span.contains(day.span) for quotation in quotations):
                continue
            whole = Span(start - len(window) + found.start(), day.span.end)
            yield cls(whole, Tense.FUTURE if future else Tense.PAST, day)
