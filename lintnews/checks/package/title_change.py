"""title-change: somebody's title becomes another one within the story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check, option
from ...match import Match, Note
from ...mentions.names.names import Name
from ...mentions.names.people import Person
from ...mentions.words.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from ...story import Story

_FORMER = LazyPattern(
    r"\b(?:former|ex|then|late|once|previously|future|incoming|outgoing|retired)[ -]?\Z", re.IGNORECASE
)

_KIN = LazyPattern(
    r"\b(?:wife|husband|couple|spouse|married|father|mother|son|daughter|brother|sister|family|parents|widow|siblings|twins?)\b"
)


class TitleChange(Check):
    """Flags the rarer of two titles that one person can't have at once.

    Mr. and Ms. are left alone in stories of families, where one surname has several bearers.
    """

    kind: ClassVar[str] = "title-change"
    values: ClassVar[tuple[str, ...]] = ("title", "other", "name")
    exclusive: tuple[tuple[tuple[str, ...], ...], ...] = option(
        "Lists of titles that exclude each other; each title with the other ways to write it."
    )

    def matches(self, story: Story) -> Iterator[Match]:
        for person in story.mentions(Person):
            if len(person.titles) > 1:
                for group in self.exclusive:
                    if any("Mr" in titles for titles in group) and _KIN.search(story.text):
                        continue
                    yield from _changes(story, person, group)


def _changes(story: Story, person: Person, group: tuple[tuple[str, ...], ...]) -> Iterator[Match]:
    uses: dict[int, list[Name]] = {}
    for name in person.references:
        index = next((i for i, forms in enumerate(group) if name.title.rstrip(".") in forms), None)
        if index is None or _FORMER.search(story.text, max(0, name.span.start - len(name.title) - 14), _start(name)):
            continue
        if not any(name.suffix and other.suffix and name.suffix != other.suffix for other in person.references):
            uses.setdefault(index, []).append(name)
    if len(uses) < 2:
        return
    right, *others = sorted(
        uses.values(), key=lambda names: (-len(names), -max(len(name.tokens) for name in names), names[0].span.start)
    )
    for names in others:
        for name in names:
            yield Match(
                name.span,
                values=(("title", name.title), ("other", right[0].title), ("name", person.name)),
                notes=(Note(f"{right[0].title} here", right[0].span),),
            )


def _start(name: Name) -> int:
    return max(0, name.span.start - len(name.title) - 1)
