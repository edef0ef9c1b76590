"""The number ledger: every quantity with the part it plays in its sentence and what the sentence is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from ..mention import Mention
from .lazy_pattern import LazyPattern
from .movements import DIRECTIONS
from .quantities import Quantity
from .roles import Role, cue
from .sentences import Sentence

if TYPE_CHECKING:
    from ..story import Story


@dataclass(frozen=True, slots=True)
class Entry(Mention):
    """``subject`` are the words before the sentence's first verb, without its article; empty where none is known."""

    kind: ClassVar[str] = "ledger-entry"
    quantity: Quantity
    role: Role
    subject: str

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        quantities = story.mentions(Quantity)
        at = 0
        for sentence in story.mentions(Sentence):
            first = at
            while at < len(quantities) and quantities[at].span.start < sentence.span.end:
                at += 1
            if first == at:
                continue
            subject = subject_of(story.words(sentence.span))
            for index in range(first, at):
                quantity = quantities[index]
                previous = quantities[index - 1] if index > first else None
                start = previous.span.end if previous else sentence.span.start
                end = quantities[index + 1].span.start if index + 1 < at else sentence.span.end
                before = story.text[start : quantity.span.start].lower()
                after = story.text[quantity.span.end : end].lower()
                yield cls(quantity.span, quantity, role(quantity, before, after, previous), subject)


_TOTAL = LazyPattern(r"\b(?:totals?|total of|totall?(?:ing|ed)|in all,?|altogether|combined) $")
_TOTAL_AFTER = LazyPattern(r"^(?: [\w'’-]+){0,2} (?:in all|in total|altogether|all told|combined)\b")
_RATE = LazyPattern(
    r"^(?: [\w'’-]+){0,1} ?(?:/|a|an|per|each|every) ?(?:year|month|week|day|hour|minute|share|head|person|barrel|tonne|ton|unit|ounce)\b"
    r"|^ (?:each|apiece|annually|monthly|weekly|daily)\b"
)
_PART = LazyPattern(r"^(?: out)? of (?:the|its|their|his|her|those|these|all)\b")
_PART_BEFORE = LazyPattern(r"\b(?:including|includes?|among them|of whom|of which) (?:the |about )?$")
_SHARE = LazyPattern(r"^(?: [\w'’-]+){0,1} of (?:the |its |all |those |their |a |u\.s|total )?[a-z]")


def role(quantity: Quantity, before: str, after: str, previous: Quantity | None) -> Role:
    """The role that the words before and after (lower case, up to the neighbouring quantities) give *quantity*."""
    found = cue(quantity, before, after, previous)
    if found.role is Role.CHANGE:
        return Role.CHANGE
    if _TOTAL.search(before) or _TOTAL_AFTER.match(after):
        return Role.TOTAL
    if _RATE.match(after):
        return Role.RATE
    if quantity.measure == "share" or (quantity.measure == "percent" and _SHARE.match(after)):
        return Role.SHARE
    if _PART.match(after) or _PART_BEFORE.search(before):
        return Role.PART
    return found.role if found.strong else Role.NONE


_VERBS = DIRECTIONS.keys() | frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "could",
        "may",
        "might",
        "can",
        "should",
        "said",
        "says",
        "came",
        "stood",
        "stands",
        "reported",
        "posted",
        "sold",
        "paid",
        "won",
        "took",
        "made",
        "voted",
        "killed",
        "totaled",
        "totalled",
        "amounted",
        "earned",
        "get",
        "gets",
        "got",
        "cost",
        "costs",
    ]
)
_WORD = LazyPattern(r" [a-z]+")
_ARTICLE = LazyPattern(r"^(?:the|a|an|its|their|his|her|total) ", re.IGNORECASE)


def subject_of(sentence: str) -> str:
    """What the sentence is about."""
    verb = next((m for m in _WORD.finditer(sentence[:160]) if m.group()[1:] in _VERBS), None)
    if verb is None:
        return ""
    words = _ARTICLE.sub("", sentence[: verb.start()].rpartition(", ")[2].strip())
    return words if any(c.isalpha() for c in words) else ""
