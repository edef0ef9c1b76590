"""Counted lists: "three people: A and B", "five ways" before four list items, "the two men" who were three."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...knowledge.name_particles import NAME_PARTICLE
from ...mention import Mention
from ...source import Span
from ...story import Block, BlockKind
from ..words.cardinals import TWO_TO_TEN
from ..words.lazy_pattern import LazyPattern
from ..words.word_index import matches_from, starts_of
from .divisions import divisions
from .glances import SMALL_NUMBERS, follows_the
from .number_words import SMALL
from .told_lists import told_lists
from .told_order import told_order

if TYPE_CHECKING:
    from ...story import Story

M = TypeVar("M", bound="CountedList")


class CountedList(Mention, frozen=True):
    """``span`` is the announced number with its noun, ``number`` its value; ``items`` the place of the list.

    The list holds from ``least`` to ``most`` items: an "and" may join two items or stand inside one.
    """

    kind: ClassVar[str] = "counted-list"
    number: Annotated[int, "How many things are announced."]
    least: Annotated[int, "The fewest that the list may hold: an “and” may stand inside an item."]
    most: Annotated[int, "The most that the list may hold."]
    items: Annotated[Span, "The list."]
    how: Annotated[
        str,
        "listed: as many are listed; named: the same, further on; again: as many as the first time; after: a rank with those listed that came before; left: the others; votes: votes of a body of so many.",
    ] = "listed"

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        seen: set[int] = set()
        for read in (_inline, _bullets, _again, told_lists, divisions, told_order):
            for counted in read(cls, story):
                if counted.span.start not in seen:
                    seen.add(counted.span.start)
                    yield counted


_NUMBER = rf"(?:{TWO_TO_TEN}|[2-9]|10)"
_NOUN = r"(?:(?!or\b|and\b|of\b|in\b|to\b|the\b|with\b|years?\b|days?\b|weeks?\b|months?\b|hours?\b|minutes?\b)[a-z]+[ -]){0,2}(?:people|men|women|children|[a-z]{3,}s)"
_NAME = rf"[A-Z][\w.'’-]*(?: (?:(?:{NAME_PARTICLE}|of|the) )?[A-Z][\w.'’-]*){{0,3}}(?:,? (?:\(?\d{{1,3}}\)?,?(?= (?:and|[A-Z])|[.;)—–]|$)))?"
_LISTED = rf"(?P<list>{_NAME}(?:, {_NAME})*,? and {_NAME})"
_COUNT = rf"(?<![\w.,$£€-])(?P<n>(?P<number>{_NUMBER}) {_NOUN})"
_INLINE = (
    LazyPattern(rf"{_COUNT}(?:: | [—–-] |[—–]){_LISTED}(?=\.(?:\s|$)|;|$|\n| [—–-] |[—–])"),
    LazyPattern(rf"{_COUNT} \({_LISTED}\)"),
    LazyPattern(
        rf"{_COUNT} (?:were|have been|are|will be|was) (?:[a-z-]+ ){{0,3}}[a-z-]+: {_LISTED}(?=\.(?:\s|$)|;|$|\n)"
    ),
    LazyPattern(
        rf"{_COUNT},? (?:named as|identified as|were named as|were identified as|called|namely) {_LISTED}(?=\.(?:\s|$)|;|$|\n|,? (?:were|was|have|who|died)\b)"
    ),
    LazyPattern(rf"{_COUNT}, {_LISTED}, (?:were|was|have|had|will|died|appeared|pleaded|are)\b"),
)
_PROMISING = LazyPattern(
    rf"\b{_NUMBER} [a-z][a-z -]{{2,60}}(?:(?::|,| [—–(-]|[—–]) ?[A-Z]|,? (?:named as|identified as|called|namely) [A-Z])"
)
_AGES = LazyPattern(r",? \(?\d{1,3}\)?,?(?= and| [A-Z]|$)")
_OPEN = LazyPattern(
    r"\b(?:includ|such as|among|like|e\.g|for example|led by|at least|other|more than|least|first|last|another|between|top)\b[^.]{0,20}$",
    re.IGNORECASE,
)


def _inline(cls: type[M], story: Story) -> Iterator[M]:
    text = story.text
    if not any(matches_from(_PROMISING, text, starts_of(story, SMALL_NUMBERS))):
        return
    for pattern in _INLINE:
        for match in pattern.finditer(text):
            if _OPEN.search(text[max(0, match.start() - 30) : match.start()]):
                continue
            listed = _AGES.sub("", match["list"])
            commas = listed.count(", ") - listed.count(", and ")
            ands = len(re.findall(r"\band\b", listed))
            if not ands:
                continue
            yield cls(
                Span(*match.span("n")),
                _value(match["number"]),
                commas + 1 + (1 if ", and " in listed else 0) if ands > 1 or ", and " in listed else commas + 2,
                commas + ands + 1,
                Span(*match.span("list")),
            )


def _value(words: str) -> int:
    return int(words) if words.isdigit() else SMALL[words.lower()]


_PROMISE = LazyPattern(
    rf"(?:^|(?<=[\s“\"]))(?P<n>(?P<number>{_NUMBER}) (?:[a-z-]+ ){{0,3}}?(?:ways|things|reasons|tips|steps|questions|facts|points|lessons|rules|takeaways|options|measures|changes|demands|proposals|candidates|countries|cities|places|items|charges|conditions|key \w+s))\b[^.]{{0,60}}[:.]?$"
)


_BULLET = LazyPattern(r"\s*(?:[-*•–]|\d{1,2}[.)])\s+\S")


def _bullets(cls: type[M], story: Story) -> Iterator[M]:
    """A paragraph that announces a number of things, and the list items right behind it."""
    counts = [_items(story, block) for block in story.blocks]
    for index in range(1, len(counts)):
        if not counts[index] or counts[index - 1]:
            continue
        last = index
        while last + 1 < len(counts) and counts[last + 1]:
            last += 1
        before = story.blocks[index - 1].span
        tail = story.words(before)[-160:]
        promise = _PROMISE.search(tail)
        if not promise or _OPEN.search(tail[: promise.start("n")]):
            continue
        offset, items = before.end - len(tail), sum(counts[index : last + 1])
        span = Span(*promise.span("n")).shifted(offset)
        place = Span(story.blocks[index].span.start, story.blocks[last].span.end)
        yield cls(span, _value(promise["number"]), items, items, place)


def _items(story: Story, block: Block) -> int:
    """How many list items *block* holds: one, or a line each where all its lines are bulleted."""
    if block.kind is BlockKind.LIST_ITEM:
        return 1
    if block.kind is not BlockKind.PARAGRAPH:
        return 0
    lines = story.words(block.span).split("\n")
    return len(lines) if all(_BULLET.match(line) for line in lines) else 0


_GROUP = r"(?:men|women|boys|girls|teenagers|brothers|sisters|suspects|students|soldiers|officers|workers|victims|climbers|sailors|miners|pupils|gunmen|defendants|passengers|tourists|journalists|children)"
_COUNTED_AGAIN = LazyPattern(rf"\b[Tt](?:he|hese|hose) {_NUMBER} {_GROUP}\b")
_SOME = LazyPattern(
    rf"(?<![\w-])(?P<the>(?:[Tt]he|[Tt]hese|[Tt]hose|[Aa]ll|[Bb]oth) )?(?P<n>(?P<number>{_NUMBER}|One|one|Another|another|Other|other) (?P<mid>(?:[a-z-]+ )?)(?P<group>{_GROUP}|man|woman|boy|girl))\b"
)


def _again(cls: type[M], story: Story) -> Iterator[M]:
    """ "The two men" where the story has spoken of three men, and of no other number of them."""
    if not follows_the(story) or not _COUNTED_AGAIN.search(story.text):
        return
    first: dict[str, tuple[int, Span]] = {}
    broken: set[str] = set()
    for match in _SOME.finditer(story.text):
        group, word = _plural(match["group"]), match["number"].lower()
        number = 1 if word == "one" else SMALL.get(word) or (int(word) if word.isdigit() else 0)
        if number < 2 or _SPLIT_GROUP.search(
            story.text[match.start() - 30 : match.start()] + story.text[match.end() : match.end() + 20]
        ):
            broken.add(group)
            continue
        if group not in first:
            if not match["the"]:
                first[group] = number, Span(*match.span("n"))
            else:
                broken.add(group)
            continue
        known, place = first[group]
        if number == known or group in broken:
            continue
        broken.add(group)
        if match["the"] and match["the"].strip().lower() in ("the", "these", "those") and not match["mid"]:
            between = story.text[place.end : match.start()]
            if len(between) < 700 and not _OTHERS.search(between):
                yield cls(Span(*match.span("n")), number, known, known, place, "again")


def _plural(group: str) -> str:
    return {"man": "men", "woman": "women", "boy": "boys", "girl": "girls"}.get(group, group)


_SPLIT_GROUP = LazyPattern(
    r"\b(?:one of|other|others|remaining|another|of the|both|last|first|next|latest|two of|rest)\b"
)
_OTHERS = LazyPattern(
    r"\b(?:one|other|others|remaining|another|both|third|second|two|three|four|released|freed|died|separate|including)\b",
    re.IGNORECASE,
)
