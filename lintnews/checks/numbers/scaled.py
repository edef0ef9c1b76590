"""One measure of one year, told twice with the same digits in two scales."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ...mentions.numbers.numbered_sentences import DULL, NumberedSentence
from ...mentions.words.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from datetime import date

    from ...mentions.numbers.quantities import Quantity

_MEASURES = LazyPattern(
    r"\b(?P<noun>(?:net |gross |operating |pretax |pre-tax )?(?:revenues?|sales|profits?|income|turnover|earnings|loss(?:es)?|budget|debts?|deficit|surplus|"
    r"population|endowment|investment|exports|imports|output|production|spending|market value|valuation|fine|settlement|price tag|"
    r"grant|loan|contract|deal|fund|donation|bond|tax bill|wealth|fortune|payroll|assets|reserves|circulation))\b",
    re.IGNORECASE,
)
_YEAR = LazyPattern(r"(?:\bin |\bfor |\bof |\bduring )?\b((?:19|20)\d\d)\b|\b(last|this) year\b(?!-)", re.IGNORECASE)
_TIMES = LazyPattern(
    r"\b(?:quarter|month|week|months|weeks|quarters|decade|day|half|first|second|third|fourth|earlier|previous\w*|ago|year-earlier|"
    r"ris(?:e|en|ing)|rose|increas\w+|rais\w+|climb\w*|grew|grow\w*|fell|fall\w*|drop\w*|cut|reduc\w+|lower\w*|revis\w+|from|compared|"
    r"another|other|separate\w*|also|since|each|per|average|rival\w*|forecast\w*|expect\w*|predict\w*|target|could|would|may|might|"
    r"if|including|of which|unit|division|subsidiary|parent|industry|sector|worldwide|global\w*|group|combined|alone|more|only|correct\w*)\b",
    re.IGNORECASE,
)
_OWNER = LazyPattern(
    r"\b[a-z]+(?=['’]s\b)|\b(?:national|federal|state|county|city|country|foreign|public|private|local)\b"
)
_NAME = LazyPattern(r"\b[A-Z][\w’'-]+")


class _Told(NamedTuple):
    quantity: Quantity
    sentence: NumberedSentence
    noun: str
    years: frozenset[str]


def scaled(
    groups: dict[tuple[str, str, str], list[tuple[Quantity, NumberedSentence]]], published: date | None
) -> Iterator[tuple[Quantity, Quantity, str]]:
    """First figure, second, and what they measure. *groups* hold figures by measure, unit and digits."""
    for group in groups.values():
        if len({quantity.value for quantity, _ in group}) != 2:
            continue
        told = [found for quantity, sentence in group if (found := _told(quantity, sentence, published))]
        for again in told[1:]:
            first = told[0]
            small, large = sorted((first.quantity.value, again.quantity.value))
            if first.sentence is again.sentence or first.noun != again.noun or not 999 < large / small < 1001:
                continue
            if first.years == again.years and not _is_another(first, again):
                yield first.quantity, again.quantity, again.noun
                break


def _told(quantity: Quantity, sentence: NumberedSentence, published: date | None) -> _Told | None:
    """The figure with the measure's noun that is nearest to it in its sentence."""
    start, end = quantity.span.start - sentence.span.start, quantity.span.end - sentence.span.start
    if len(sentence.quantities) > 2:
        return None
    before = list(_MEASURES.finditer(sentence.text[max(0, start - 60) : start]))
    after = _MEASURES.search(sentence.text[end : end + 40])
    noun = before[-1]["noun"] if before else after["noun"] if after else ""
    if not noun:
        return None
    years = set()
    for found in _YEAR.finditer(sentence.text):
        if found[1]:
            years.add(found[1])
        elif published is not None:
            years.add(str(published.year - (found[2].lower() == "last")))
        else:
            years.add(found[2].lower())
    return _Told(quantity, sentence, noun.lower().removesuffix("s"), frozenset(years))


def _is_another(first: _Told, again: _Told) -> bool:
    """Whether the second sentence has a word of change or another name ahead of its figure that the first has not."""
    known = {found.group().lower() for found in _TIMES.finditer(first.sentence.text)}
    if any(found.group().lower() not in known for found in _TIMES.finditer(again.sentence.text)):
        return True
    ahead = again.sentence.text[: again.quantity.span.start - again.sentence.span.start]
    if any(word != "year" and word not in first.sentence.text for word in _OWNER.findall(ahead)):
        return True
    return any(
        word.lower() not in DULL
        and word.removesuffix("'s").removesuffix("’s") not in first.sentence.text
        and word.lower() not in again.noun + "s"
        for word in _NAME.findall(ahead)
    )
