"""Tolls: how many were killed, hurt, missing or arrested."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...mention import Mention
from ...source import Span
from ..words.calendar_words import SURE_MONTH
from ..words.lazy_pattern import LazyPattern
from ..words.sentences import Sentence
from .counted import PEOPLE
from .quantities import Quantity

if TYPE_CHECKING:
    from ...story import Story

M = TypeVar("M", bound="Toll")


class Toll(Mention, frozen=True):
    """``what`` is dead, injured, missing or arrested. ``source`` is who says so, in lower case, where the sentence tells.

    ``other_event`` is true where the sentence speaks of more, of some, of another time or of a changed count.
    ``definite`` is true for "the death toll", "the 12 people killed". ``words`` are the sentence's other content words.
    """

    kind: ClassVar[str] = "toll"
    quantity: Annotated[Quantity, "The number of people."]
    what: Annotated[str, "dead, injured, missing or arrested."]
    source: Annotated[str, "Who says so, in lower case; empty where the sentence doesn't tell."]
    other_event: Annotated[bool, "Whether the sentence speaks of more, of some, of another time or of a changed count."]
    definite: Annotated[bool, "Whether it is told as known: the death toll, the 12 people killed."]
    words: Annotated[frozenset[str], "The sentence's other words."]
    sentence: Annotated[Span, "The sentence."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        if not _GATE.search(story.text):
            return
        quantities = story.mentions(Quantity)
        at = 0
        for sentence in story.mentions(Sentence):
            start = at
            while at < len(quantities) and quantities[at].span.start < sentence.span.end:
                at += 1
            text = story.words(sentence.span)
            if start < at and _GATE.search(text):
                yield from _tolls(cls, text, sentence, quantities[start:at])


_GATE = LazyPattern(
    r"\b(?:[Kk]ill|[Dd]ead\b|[Dd]ie[ds]?\b|[Dd]rown|[Dd]eaths?\b|[Ii]njur|[Ww]ound|[Hh]urt\b|[Mm]issing\b|[Aa]rrest|[Dd]etained|fatalities|lives\b|held\b|DEAD|KILL)",
    needs=(
        *(
            "kill",
            "Kill",
            "dead",
            "Dead",
            "die",
            "Die",
            "drown",
            "Drown",
            "death",
            "Death",
            "injur",
            "Injur",
            "wound",
            "Wound",
            "hurt",
            "Hurt",
        ),
        *("issing", "arrest", "Arrest", "etained", "fatalities", "lives", "held", "DEAD", "KILL"),
    ),
)
_PEOPLE = r"(?: (?:other )?(?:[a-z-]+ ){0,2}?(?:people|persons?|men|women|children|soldiers|passengers|civilians|workers|villagers|protesters|tourists|students|miners|police(?:men| officers)?|officers|others|residents|fans|troops|crew))?"
_AUXILIARY = r"(?: (?:were|was|are|have been|had been|have|had|has|is|lay|left|remain|remained|being))?(?: (?:reported|confirmed|feared|also|either))?"
_AFTER = tuple(
    (what, LazyPattern(rf"^{_PEOPLE}{_AUXILIARY} (?:{words})\b", re.IGNORECASE))
    for what, words in (
        ("dead", "killed|dead|died|deaths|fatalities|dead bodies|lost their lives|die|drown(?:ed)?|lives lost"),
        ("injured", "injured|wounded|hurt|injuries"),
        ("missing", "missing|unaccounted for"),
        (
            "arrested",
            r"arrested|detained|taken into custody|arrests|held(?= (?:over|after|as|by police|on suspicion)\b)",
        ),
    )
)
_BEFORE = tuple(
    (what, LazyPattern(rf"\b(?:{words}) $", re.IGNORECASE))
    for what, words in (
        ("dead", r"kill(?:ed|s|ing)?|death toll(?: \w+){0,14}? (?:of|at|to|is|was|reached|hits|hit|passes|tops)|claim(?:ed|s|ing)? the lives of|left|leaving|toll (?:of|at|to|stood at|hits|reaches|passes|tops)|deaths? of|number of (?:people |those )?(?:killed|dead|deaths|fatalities)(?: \w+){0,10}? (?:at|to|is|was|reached)"),
        ("injured", r"injur(?:ed?|es|ing)|wound(?:ed|s|ing)?|hurt(?:ing|s)?"),
        ("arrested", r"arrest(?:ed|s|ing)?|detain(?:ed|s|ing)?"),
    )
)  # fmt: skip
_LEFT = LazyPattern(r"\b(?:left|leaving) $", re.IGNORECASE)
_DEAD_AFTER = LazyPattern(rf"^{_PEOPLE} dead\b", re.IGNORECASE)
_OTHER = LazyPattern(
    r"\b(?:another|more|other|others|separate\w*|also|further|including|of (?:the|them|whom)|among|each|every|earlier|initial\w*|previous\w*|"
    r"at first|ris(?:e|en|ing)|rose|climb\w*|increas\w*|fell|revis\w*|(?:19|20)\d\d|last (?:year|month|week)|a year|years|since|so far|"
    r"average|could|would|may|might|if|annual\w*|per|some of|similar|up to|as many as|in all|total|half|both|days? (?:ago|later|after)|"
    r"before|recent\w*|past|history|worst|decades?|months?|weeks?|families|alone|first|second|third|next|again|"
    rf"in the (?:town|city|village|district|province|north|south|east|west|capital)|(?:{SURE_MONTH}))\b",
    re.IGNORECASE,
)
_SOURCE = LazyPattern(
    r"(?:according to (?:the )?([\w' ]{3,25})|\b([\w']+) (?:said|says|reported|claimed|put|told))\b", re.IGNORECASE
)
_DEFINITE = LazyPattern(r"\b(?:the|all|death toll(?: \w+){0,4}) $", re.IGNORECASE)
_TOLL_WORDS = frozenset(
    [
        "kill",
        "dead",
        "died",
        "death",
        "injur",
        "wound",
        "hurt",
        "miss",
        "arrest",
        "detain",
        "fatalit",
        "toll",
        "person",
        "women",
        "children",
        "polic",
        "offic",
    ]
)


_REACH = 200
"""Characters before a figure in which the words for what it counts may begin."""


def _tolls(cls: type[M], text: str, sentence: Sentence, quantities: tuple[Quantity, ...]) -> Iterator[M]:
    from .numbered_sentences import content

    told: tuple[str, bool, frozenset[str]] | None = None
    for quantity in quantities:
        if quantity.measure != "count" or quantity.is_range:
            continue
        at = quantity.span.start - sentence.span.start
        before = text[max(0, at - _REACH) : at]
        after = text[quantity.span.end - sentence.span.start :]
        what = _what(before, after)
        if not what and quantity.noun in PEOPLE and quantity.counted and after.startswith(quantity.counted, 1):
            what = _what(" ", after[1 + len(quantity.counted) :])
        if not what:
            continue
        if told is None:
            source = _SOURCE.search(text)
            named = ((source[1] or source[2]) if source else "").lower()
            told = named, _OTHER.search(text) is not None, content(text) - _TOLL_WORDS
        named, other, words = told
        yield cls(
            quantity.span, quantity, what, named, other, _DEFINITE.search(before) is not None, words, sentence.span
        )


_LIVES = LazyPattern(r"\b(?:claim(?:ed|s|ing)?|took|takes?|taking|costs?|costing) $", re.IGNORECASE)


def _what(before: str, after: str) -> str:
    if after.startswith(" lives") and _LIVES.search(before):
        return "dead"
    for what, pattern in _AFTER:
        if pattern.match(after):
            return what
    for what, pattern in _BEFORE:
        if pattern.search(before) and not (_LEFT.search(before) and not _DEAD_AFTER.match(after)):
            return what
    return ""
