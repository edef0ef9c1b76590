"""Countries of headlines, decks and captions, where the body's own is another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ...datafiles import load_data
from ...mentions.numbers.numbered_sentences import content
from ...mentions.words.sentences import Sentence
from ...source import Span

if TYPE_CHECKING:
    from ...story import Block, Story

_WHERE = r"\b(?:in|off|near|hits?|strikes?|rocks?|shakes?|across|(?:north|south|east|west|central|north-?east|north-?west|south-?east|south-?west)(?:ern)?|coast of)\s"


class PlaceFault(NamedTuple):
    """The headline's country and the one that the body's first sentence is set in; whether they surely are one place."""

    stated: Span
    found: Span
    certain: bool


def place_faults(story: Story, blocks: tuple[Block, ...]) -> Iterator[PlaceFault]:
    if not any(_WHERE_ABOVE.search(story.words(block.span)) for block in blocks):
        return
    countries: dict[str, list[str]] = load_data("countries")["countries"]
    set_in = _set_in("|".join(sorted(countries, key=len, reverse=True)))
    above = [(block, found) for block in blocks for found in set_in.finditer(story.words(block.span))]
    if not above:
        return
    body = " ".join(story.words(block.span) for block in story.blocks if block not in blocks)
    lede = next((s.span for s in story.mentions(Sentence) if s.span.start >= story.body[0].span.start), None)
    if lede is None:
        return
    words = story.words(lede)
    here = list(set_in.finditer(words))
    named = [name for name in countries if name in body]
    for block, found in above:
        country = _named(found["country"], countries)
        if len(here) != 1 or len(named) > 2 or re.search(rf"\b(?:{'|'.join((country, *countries[country]))})", body):
            continue
        about = content(story.words(block.span)) - content(country)
        shared = about & content(words)
        if shared:
            start, place = block.span.start, here[0].span("country")
            yield PlaceFault(
                Span(start + found.start("country"), start + found.end("country")),
                Span(lede.start + place[0], lede.start + place[1]),
                len(named) == 1 and len(shared) + _same_numbers(story.words(block.span), words) >= 0.5 * len(about),
            )


_WHERE_ABOVE = re.compile(_WHERE, re.IGNORECASE)


@cache
def _set_in(names: str) -> re.Pattern[str]:
    return re.compile(rf"{_WHERE}(?:the )?(?P<country>(?i:{names}))\b(?!['’]s|[- ](?-i:[A-Z]))", re.IGNORECASE)


def _same_numbers(one: str, other: str) -> int:
    return len(set(re.findall(r"\d+", one)) & set(re.findall(r"\d+", other)))


def _named(country: str, countries: dict[str, list[str]]) -> str:
    return next(name for name in countries if name.casefold() == country.casefold())
