"""Whether the words around a date speak of the past or of the future."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from ...source import Span
from ..words.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from ...story import Story


class Tense(StrEnum):
    PAST = "past"
    FUTURE = "future"


_FUTURE = LazyPattern(
    r"\b(?:will|won['’]t|shall|going to|to be (?:held|set|paid|made|published|released|announced)|upcoming|forthcoming)\b|['’]ll\b|"
    r"\b(?:is|are|am) (?:now )?(?:due|scheduled|set|expected|slated|planned|to)\b|"
    r"\b(?:plans?|expects?|intends?|hopes?|aims?) to\b|\bnext (?:week|month|year|\w+day)\b|"
    r"\b(?:takes?|begins?|starts?|opens?|expires?|ends?|falls?|closes?|runs?|kicks?) (?:place|on|at|off)\b"
)
_PAST = LazyPattern(
    r"\b(?:was|were|had|did|has been|have been|took|began|went|came|died|left|fell|rose|held|won|lost|made|met|gave|"
    r"became|broke|struck|shot|killed|ago|last (?:week|month|year|\w+day)|\w{2,}ed)\b"
)
_NEUTRAL = LazyPattern(
    r"\b(?:be|being|is|are) (?:\w+ed|held|won|lost|made|met|shot|left|given|paid)\b|\b(?:said|told|announced|added|reported|confirmed|scheduled|expected|planned|slated|delayed|postponed|proposed|"
    r"supposed|hundred|need|united|limited|indeed|unlimited|embed|speed|exceed|proceed|succeed|bed|red|feed|seed|"
    r"delegated|based|sacred|naked|wicked|related|so-called|ended)\b",
    re.IGNORECASE,
)
_WILL = LazyPattern(
    r"(?:\b(?:will|shall|(?:is|are) (?:due|scheduled|set|expected|slated|going) to)|\w['’]ll)\b(?! have\b)"
)
_OTHER_VERB = LazyPattern(
    r"[;:“”\"]|\b(?:was|were|had|has|have|did|after|since|when|as|than|like|who|which|that|what|whether|if|in \d{4})\b"
)
_SENTENCE_END = LazyPattern(r"[.!?][\"”’]?\s+(?=[\"“A-Z])|\n\n")


def sentence_span(story: Story, span: Span) -> Span:
    """About the sentence in which *span* lies: cheap, and safe to err on the long side."""
    block = story.block_at(span.start)
    start, end = (block.span.start, block.span.end) if block else (0, len(story.text))
    for match in _SENTENCE_END.finditer(story.text, max(start, span.start - 400), span.start):
        before = match.string[match.start() - 1 : match.start()]
        long_word = match.start() - match.string.rfind(" ", 0, match.start()) > 4
        if match.end() <= span.start and (long_word or before.isdigit()):
            start = match.end()
    close = _SENTENCE_END.search(story.text, span.end, min(end, span.end + 400))
    return Span(max(start, span.start - 400), close.start() if close else min(end, span.end + 400))


def tense_at(story: Story, span: Span) -> Tense | None:
    """The tense of the sentence in which *span* lies; None where it shows both or neither.

    Verbs of saying don't count: they are past in almost every sentence of news.
    """
    sentence = sentence_span(story, span)
    words = story.text[sentence.start : span.start] + " " + story.text[span.end : sentence.end]
    future = bool(_FUTURE.search(words))
    past = bool(_PAST.search(_NEUTRAL.sub("", words)))
    if future == past:
        return None
    return Tense.FUTURE if future else Tense.PAST


def is_to_come(story: Story, span: Span) -> bool:
    """Whether the verb right before *span* leaves no doubt that what happens there is to come, as the writer tells it.

    What else the sentence or the paragraph tells is of no account: "which closed in 2019, will open on May 3".
    """
    sentence = sentence_span(story, span)
    before = story.text[max(sentence.start, span.start - 120) : span.start]
    verbs = list(_WILL.finditer(before))
    if not verbs or before.count("“") > before.count("”") or before.count('"') % 2:
        return False
    clause = _NEUTRAL.sub("", before[verbs[-1].end() :])
    return not _OTHER_VERB.search(clause) and not _PAST.search(clause)
