"""Name wordings: full names whose words are the same but for their order, a small word, or one word left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar

from ...match import Certainty
from ...mention import Mention
from ...mentions.names.name_words import given_names, word_class
from ...mentions.names.names import ORGANISATION, PERSON, PLACE, Name
from ...mentions.names.word_frequency import familiarity
from ...mentions.words.lazy_pattern import LazyPattern
from ...story import BODY
from .name_slips import explained_places

if TYPE_CHECKING:
    from ...story import Story


class OtherWording(Mention, frozen=True):
    """The rarer wording of a full name that the story writes in two; of two as common, the later one.

    *of* for *for* in an organisation's name, words that changed places in a name of three or more, or a word left out of a
    name of short words that are no English given names.
    """

    kind: ClassVar[str] = "other-wording"
    odd: Annotated[Name, "The name as it is written here."]
    right: Annotated[Name, "The name in the other wording."]
    reason: Annotated[str, "How the two differ."]
    sure: Annotated[bool, "Whether little else is possible."]
    decided: Annotated[bool, "Whether the other wording is commoner in the story."]

    @property
    def better(self) -> str:
        """The other wording, where it is commoner in the story; else empty."""
        return self.right.text if self.decided else ""

    @property
    def certainty(self) -> Certainty:
        """A word left out may make another name."""
        return Certainty.LIKELY if self.sure else Certainty.POSSIBLE

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for it."""
        return (self.reason,)

    @classmethod
    def find(cls, story: Story) -> Iterable[OtherWording]:
        return sorted(_other_wordings(story), key=lambda wording: wording.span)


def _other_wordings(story: Story) -> Iterator[OtherWording]:
    """Each mention in the rarer wording (the later one, if both are as frequent)."""
    names = [name for name in story.mentions(Name) if len(name.tokens) > 1 and not name.in_capitals]
    names = [name for name in names if (block := story.block_at(name.span.start)) and block.kind in BODY]
    by_words: dict[tuple[str, ...], list[Name]] = {}
    for name in names:
        by_words.setdefault(tuple(token.text for token in name.tokens), []).append(name)
    for several in by_words.values():
        yield from _small_words(several, story)
    by_letters: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for words in by_words:
        if len(words) > 2:
            by_letters.setdefault(tuple(sorted(words)), []).append(words)
    for orders in by_letters.values():
        if len(orders) == 2 and _swapped(*orders) and by_words[orders[0]][0].guess not in (ORGANISATION, PLACE):
            yield from _compared([by_words[order] for order in orders], "two words have changed places", True, story)
    for words, several in by_words.items():
        if 2 < len(words) < 5 and _short_unknown(words):
            for at in range(1, len(words) - 1):
                shorter = by_words.get(words[:at] + words[at + 1 :])
                if shorter and {name.title for name in several} & {name.title for name in shorter}:
                    sure = any(name.title for name in shorter)
                    yield from _compared([several, shorter], f"{words[at]} is left out", sure, story, True)


_SMALL = LazyPattern(r" (of|for)(?= )")


def _small_words(names: list[Name], story: Story) -> Iterator[OtherWording]:
    """Wordings of an organisation with *of* and with *for* in the same place."""
    if len(names) < 2 or names[0].tokens[0].text not in word_class("organisation_heads"):
        return
    by_small: dict[tuple[str, ...], list[Name]] = {}
    for name in names:
        small = tuple(_SMALL.findall(name.text.replace(" the ", " ")))
        if small:
            by_small.setdefault(small, []).append(name)
    wordings = list(by_small.values())
    if len(wordings) == 2 and len({len(small) for small in by_small}) == 1:
        yield from _compared(wordings, "the large words are the same", True, story)


def _compared(
    wordings: list[list[Name]], reason: str, sure: bool, story: Story, first_is_right: bool = False
) -> Iterator[OtherWording]:
    right, odd = wordings if first_is_right else sorted(wordings, key=lambda names: (-len(names), names[0].span))
    if any(explained_places(name.span, right[0].span, story) for name in odd) or (
        _introduced(right, story) and _introduced(odd, story) and any(name.guess == PERSON for name in right)
    ):
        return
    if any(_listed_together(name, other, story) for name in odd for other in right[:3]):
        return
    for name in odd:
        yield OtherWording(name.span, name, right[0], reason, sure, len(right) > len(odd))


_INTRODUCTION = LazyPattern(r", (?:an?|the|who|whose|\d\d?)\b| \(\d\d?\)")


def _introduced(names: list[Name], story: Story) -> bool:
    return any(_INTRODUCTION.match(story.text, name.span.end) for name in names)


def _listed_together(one: Name, other: Name, story: Story) -> bool:
    """Whether the two stand side by side as two."""
    first, second = sorted((one.span, other.span))
    return story.text[first.end : second.start] in (", ", " and ", ", and ", " or ", "; ", " with ", " to ", ": ")


def _swapped(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two neighbours have changed places in a name that looks like a person's of three words or more."""
    if any(len(word) < 3 or not word.isalpha() or word.isupper() for word in one):
        return False
    if one[-1] in word_class("organisation_tails") or other[-1] in word_class("organisation_tails"):
        return False
    off = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(off) == 2 and off[1] == off[0] + 1 and sum(familiarity(word).zipf >= _EVERYDAY for word in one) < 2


_EVERYDAY = 4.5
_COMMON = 3.5
_LONGEST = 6


def _short_unknown(words: tuple[str, ...]) -> bool:
    """Whether a name is of short words that English and its given names don't know: Burmese, Vietnamese, Korean ones."""
    return (
        all(2 < len(word) <= _LONGEST and word.isalpha() and not word.isupper() for word in words)
        and not any(word in given_names() for word in words)
        and sum(familiarity(word).zipf >= _COMMON for word in words) < 2
    )
