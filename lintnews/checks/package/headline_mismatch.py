"""headline-mismatch: headline, deck or caption says what the body does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check, option
from ...match import Certainty, Match, Note
from ...mentions.dates.dates import Weekday
from ...mentions.names.names import PERSON, Name
from ...story import ABOVE, BlockKind, is_above, is_body
from .headline_figures import figure_faults, is_short
from .headline_places import place_faults

if TYPE_CHECKING:
    from ...story import Block, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineMismatch(Check):
    """Flags numbers, names and weekdays of headlines, decks and captions that the body has not, or has otherwise."""

    kind: ClassVar[str] = "headline-mismatch"
    values: ClassVar[tuple[str, ...]] = ("difference",)
    names: bool = option("Whether to look for names.", True)
    numbers: bool = option("Whether to look for numbers.", True)
    places: bool = option("Whether to look for countries.", True)
    weekdays: bool = option("Whether to look for weekdays.", True)

    def matches(self, story: Story) -> Iterator[Match]:
        blocks = story.blocks_of(*ABOVE)
        if not blocks or not story.body:
            return
        if self.numbers and any(_NUMBER.search(story.words(block.span)) for block in blocks):
            yield from _numbers(story, blocks)
        if self.weekdays:
            yield from _weekdays(story)
        if self.places:
            yield from _places(story, blocks)
        if self.names and not is_short(story):
            yield from _names(story, blocks)


_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|\w+teen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety)\b",
    re.IGNORECASE,
)


def _numbers(story: Story, blocks: tuple[Block, ...]) -> Iterator[Match]:
    for fault in figure_faults(story, blocks):
        words = story.words(fault.stated)
        certainty = Certainty.LIKELY if fault.certain else Certainty.POSSIBLE
        if fault.found is None:
            yield Match(fault.stated, (("difference", f"{words} is not in the body"),), certainty=certainty)
            continue
        difference = f"the body has {story.words(fault.found)}, not {words}"
        notes = (Note("in the body", fault.found),)
        yield Match(fault.stated, (("difference", difference),), notes=notes, certainty=certainty)


def _places(story: Story, blocks: tuple[Block, ...]) -> Iterator[Match]:
    for fault in place_faults(story, blocks):
        difference = f"the body has {story.words(fault.found)}, not {story.words(fault.stated)}"
        notes = (Note("in the body", fault.found),)
        certainty = Certainty.LIKELY if fault.certain else Certainty.POSSIBLE
        yield Match(fault.stated, (("difference", difference),), notes=notes, certainty=certainty)


_SPOKEN = re.compile(r"\b(?:said|told|announced|reported|added|confirmed|says|statement|wrote|tweeted)\b[\w, ]{0,40}\Z")


def _happens(story: Story, day: Weekday) -> bool:
    """Whether the day is that of the event rather than of what somebody said."""
    return _SPOKEN.search(story.text, max(0, day.span.start - 60), day.span.start) is None


def _weekdays(story: Story) -> Iterator[Match]:
    above = [day for day in story.mentions(Weekday) if is_above(story, day.span)]
    body = [day for day in story.mentions(Weekday) if is_body(story, day.span)] if above else []
    short = bool(above) and is_short(story)
    for stated in above:
        if not body or any(day.weekday == stated.weekday for day in body):
            continue
        happening = [day for day in body if _happens(story, day)]
        if short and not happening:
            continue
        found = (happening or body)[0]
        sure = len({day.weekday for day in body}) == 1
        words = story.words(stated.span)
        yield Match(
            stated.span,
            (("difference", f"the body has {story.words(found.span)}, not {words}"),),
            notes=(Note("in the body", found.span),),
            certainty=Certainty.LIKELY if sure else Certainty.POSSIBLE,
        )


def _names(story: Story, blocks: tuple[Block, ...]) -> Iterator[Match]:
    plain = {block.span.start for block in blocks if not _is_title_case(story.words(block.span))}
    body = "\n".join(story.words(block.span) for block in story.blocks if block.kind not in ABOVE).casefold()
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
            yield Match(name.span, (("difference", difference),), notes=notes, certainty=Certainty.POSSIBLE)
            continue
        if any(_stem(token.text) in body or _stem(token.text) in squeezed for token in name.tokens):
            continue
        if any(_is_acronym(token.text) or token.text.casefold() in initials for token in name.tokens):
            continue
        sure = name.guess == PERSON and len(name.tokens) > 1
        difference = f"{name.text} is not in the body"
        yield Match(
            name.span, (("difference", difference),), certainty=Certainty.LIKELY if sure else Certainty.POSSIBLE
        )


def _otherwise_given(story: Story, name: Name) -> Name | None:
    """The one full name in the body that has the surname, but no other word, of this one."""
    if len(name.tokens) < 2 or name.guess != PERSON:
        return None
    words = {token.text.casefold() for token in name.tokens}
    found = {
        other.text: other
        for other in story.mentions(Name)
        if len(other.tokens) > 1 and other.last == name.last and is_body(story, other.span)
    }
    if len(found) != 1:
        return None
    (other,) = found.values()
    given = {token.text.casefold() for token in other.tokens}
    body_words = {token.text.casefold() for n in story.mentions(Name) if is_body(story, n.span) for token in n.tokens}
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
