"""headline-mismatch: headline, deck or caption says what the body does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from ..check import Check, option
from ..finding import Match, Note, Severity
from ..layers.counted import PEOPLE
from ..layers.dates import Weekday
from ..layers.hedges import Hedge
from ..layers.intervals import Interval, exactly, rounded
from ..layers.names import PERSON, Name
from ..layers.quantities import Quantity
from ..story import BODY, BlockKind

if TYPE_CHECKING:
    from ..source import Span
    from ..story import Block, Story

_ABOVE = (BlockKind.HEADLINE, BlockKind.DECK, BlockKind.CAPTION)
_LEAST_WORDS = 60
"""A body of fewer words may be cut: it need not bear out its headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineMismatch(Check):
    """Flags numbers, names and weekdays of headlines, decks and captions that the body has not, or has otherwise."""

    kind: ClassVar[str] = "headline-mismatch"
    values: ClassVar[tuple[str, ...]] = ("difference",)
    names: bool = option("Whether to look for names.", True)
    numbers: bool = option("Whether to look for numbers.", True)
    weekdays: bool = option("Whether to look for weekdays.", True)

    def matches(self, story: Story) -> Iterator[Match]:
        blocks = story.blocks_of(*_ABOVE)
        if not blocks or sum(len(story.words(block.span).split()) for block in story.body) < _LEAST_WORDS:
            return
        if self.numbers and any(_NUMBER.search(story.words(block.span)) for block in blocks):
            yield from _numbers(story)
        if self.weekdays:
            yield from _weekdays(story)
        if self.names:
            yield from _names(story, blocks)


def _is_above(story: Story, span: Span) -> bool:
    block = story.block_at(span.start)
    return block is not None and block.kind in _ABOVE


def _is_body(story: Story, span: Span) -> bool:
    block = story.block_at(span.start)
    return block is not None and block.kind in BODY


_NUMBER = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen)\b", re.IGNORECASE)
_PART_OF_NAME = re.compile(r"(?:\b[A-Z]\w*|No\.?|[Pp]art|[Pp]hase|[Uu]nder|[Tt]op) \Z")


def _numbers(story: Story) -> Iterator[Match]:
    quantities = story.mentions(Quantity)
    body = [quantity for quantity in quantities if _is_body(story, quantity.span)]
    for stated in quantities:
        if not _is_above(story, stated.span) or stated.measure in ("multiple", "share", "duration"):
            continue
        if stated.measure == "count" and not stated.noun:
            continue
        if any(_agrees(stated, quantity) for quantity in body):
            continue
        alike = [quantity for quantity in body if _counts_the_same(stated, quantity)]
        if _is_sum(stated, alike) or stated.noun.casefold() in _PERIODS:
            continue
        words = story.words(stated.span)
        if not alike:
            if stated.measure == "count" and stated.value <= 20:
                continue
            yield Match(stated.span, (("difference", f"{words} is not in the body"),), severity=Severity.INFO)
            continue
        alike = [quantity for quantity in alike if quantity.noun == stated.noun] or alike
        lede = [quantity for quantity in alike if quantity.span.start < story.body[0].span.end]
        nearest = min(lede or alike, key=lambda quantity: abs(quantity.value - stated.value))
        found = story.words(nearest.span)
        sure = len({quantity.value for quantity in lede or alike}) == 1
        yield Match(
            stated.span,
            (("difference", f"the body has {found}, not {words}"),),
            notes=(Note("in the body", nearest.span),),
            severity=None if sure else Severity.INFO,
        )


def _agrees(stated: Quantity, quantity: Quantity) -> bool:
    """Whether a number of the body may be the one stated, as headlines round."""
    if stated.measure == quantity.measure:
        shown = _shown(stated)
        if quantity.is_range:
            return quantity.true.meets(shown)
        said = exactly(quantity.value)
        if stated.measure == "count" and stated.value < 100:
            return said.meets(shown)
        return said.widened(0.03).meets(shown) or rounded(quantity.value, quantity.step).meets(exactly(stated.value))
    return "count" in (stated.measure, quantity.measure) and quantity.value == stated.value


def _shown(stated: Quantity) -> Interval:
    """The values that a headline's number may stand for; round ones may be cut off instead of rounded."""
    if stated.hedge is not Hedge.EXACT:
        return stated.true
    if stated.measure == "count" and stated.value < 100:
        return exactly(stated.value)
    shown = rounded(stated.value, stated.step)
    cut = stated.measure == "count" and stated.value >= 100 and stated.value % 100 == 0
    return Interval(shown.low, stated.value * 1.06) if cut else shown


def _counts_the_same(stated: Quantity, quantity: Quantity) -> bool:
    if (stated.measure, stated.unit) != (quantity.measure, quantity.unit):
        return False
    a, b = stated.noun.casefold(), quantity.noun.casefold()
    return a == b or (a in PEOPLE and b in PEOPLE)


_PERIODS = frozenset(("mths", "months", "yrs", "years", "qtrs", "quarters", "weeks", "days", "hours", "minutes"))


def _is_sum(stated: Quantity, alike: list[Quantity]) -> bool:
    """Whether two of a few numbers of the body add up to the one stated."""
    if stated.measure not in ("count", "money") or len(alike) > 6:
        return False
    shown = _shown(stated)
    return any(exactly(a.value + b.value).meets(shown) for a, b in combinations(alike, 2))


def _weekdays(story: Story) -> Iterator[Match]:
    above = [day for day in story.mentions(Weekday) if _is_above(story, day.span)]
    body = [day for day in story.mentions(Weekday) if _is_body(story, day.span)] if above else []
    for stated in above:
        if body and all(day.weekday != stated.weekday for day in body):
            words, found = story.words(stated.span), story.words(body[0].span)
            yield Match(
                stated.span,
                (("difference", f"the body has {found}, not {words}"),),
                notes=(Note("in the body", body[0].span),),
                severity=None if len({day.weekday for day in body}) == 1 else Severity.INFO,
            )


def _names(story: Story, blocks: tuple[Block, ...]) -> Iterator[Match]:
    plain = {block.span.start for block in blocks if not _is_title_case(story.words(block.span))}
    body = "\n".join(story.words(block.span) for block in story.blocks if block.kind not in _ABOVE).casefold()
    squeezed = re.sub(r"[\W_]", "", body)
    initials = {"".join(word[0] for word in run.split()) for run in _RUN.findall(body)} if plain else set()
    for name in story.mentions(Name):
        block = story.block_at(name.span.start)
        if block is None or block.span.start not in plain or name.in_capitals:
            continue
        if len(name.tokens) == 1 and name.initial and block.kind is not BlockKind.CAPTION:
            continue
        other = _otherwise_given(story, name)
        if other is not None:
            difference = f"the body has {other.text}, not {name.text}"
            notes = (Note("in the body", other.span),)
            yield Match(name.span, (("difference", difference),), notes=notes, severity=Severity.INFO)
            continue
        if any(_stem(token.text) in body or _stem(token.text) in squeezed for token in name.tokens):
            continue
        if any(_is_acronym(token.text) or token.text.casefold() in initials for token in name.tokens):
            continue
        sure = name.guess == PERSON and len(name.tokens) > 1
        difference = f"{name.text} is not in the body"
        yield Match(name.span, (("difference", difference),), severity=None if sure else Severity.INFO)


def _otherwise_given(story: Story, name: Name) -> Name | None:
    """The one full name in the body that has the surname, but no other word, of this one."""
    if len(name.tokens) < 2 or name.guess != PERSON:
        return None
    words = {token.text.casefold() for token in name.tokens}
    found = {
        other.text: other
        for other in story.mentions(Name)
        if len(other.tokens) > 1 and other.last == name.last and _is_body(story, other.span)
    }
    if len(found) != 1:
        return None
    (other,) = found.values()
    given = {token.text.casefold() for token in other.tokens}
    body_words = {token.text.casefold() for n in story.mentions(Name) if _is_body(story, n.span) for token in n.tokens}
    if (words & given) - {name.last.casefold()} or words <= body_words:
        return None
    return None if name.tokens[0].text[0] == other.tokens[0].text[0] else other


def _is_acronym(word: str) -> bool:
    return word.isupper() or (word.endswith("s") and word[:-1].isupper())


_RUN = re.compile(r"\w+(?: \w+){1,5}")


def _stem(word: str) -> str:
    """So much of a word as its adjective and plural share: Germany/German, Tory/Tories, Brits/Britain."""
    folded = re.sub(r"[\W_]", "", word.casefold())
    return folded[: max(3, len(folded) - 3)]


def _is_title_case(words: str) -> bool:
    """Whether nearly all longer words have capitals, so that capitals say nothing about names."""
    longer = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > 3]
    return not longer or sum(word[0].isupper() for word in longer) > 0.75 * len(longer)
