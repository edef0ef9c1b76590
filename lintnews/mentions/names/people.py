"""People: who is in the story, and every place that speaks of them by name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...mention import Mention
from ..words.lazy_pattern import LazyPattern
from .name_words import STANDARD, NameWords, name_words
from .names import ORGANISATION, PERSON, PLACE, Name

if TYPE_CHECKING:
    from ...story import Story


class Person(Mention, frozen=True):
    """Someone with a full name. ``span`` is where the full name is first written, without the title.

    ``references`` are all names that speak of this person in text order, the first full name included: the full name
    again, title and surname, surname or given name alone. A bare surname that two people share goes to the one named
    last before it. ``titles`` are the different titles written before the name.
    """

    kind: ClassVar[str] = "person"
    name: Annotated[str, "The full name."]
    given: Annotated[str, "The given name."]
    family: Annotated[str, "The surname."]
    suffix: Annotated[str, "Jr. and the like; empty where there is none."]
    references: Annotated[tuple[Name, ...], "All names that speak of this person."]

    @property
    def titles(self) -> tuple[str, ...]:
        """The different titles written before the name."""
        return tuple(dict.fromkeys(name.title for name in self.references if name.title))

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        classes = name_words(story)
        for names in _grouped(story.mentions(Name), story.text, classes):
            first = next(name for name in names if len(name.tokens) > 1)
            family = family_name(first, classes)
            given = first.text[: len(first.text) - len(family)].strip()
            yield cls(first.span, first.text, given, family, first.suffix, tuple(sorted(names, key=lambda n: n.span)))


def family_name(name: Name, classes: NameWords = STANDARD) -> str:
    """The surname with its particles ("van der Berg"): the last word, and the particles before it."""
    words = name.text.split(" ")
    at = len(words) - 1
    while at > 1 and words[at - 1] in classes["particles"]:
        at -= 1
    return " ".join(words[at:])


_AGE_OR_ROLE_AFTER = LazyPattern(r"(?:’s|'s)?(?:, \d{1,2},|, (?:an?|the|who)\b| who\b| \(\d{1,2}\))")


def _is_person(name: Name, text: str, classes: NameWords) -> bool:
    """Whether a name of several words is a person's, as far as the words around it tell."""
    if name.guess == PERSON:
        return True
    if name.guess in (ORGANISATION, PLACE) or len(name.tokens) > 4:
        return False
    after = text[name.span.end : name.span.end + 14]
    if _AGE_OR_ROLE_AFTER.match(after):
        return True
    verbs = classes["speech_verbs"]
    following = after[1:].split(" ", 1)[0].rstrip(".,")
    before = text[max(0, name.span.start - 12) : name.span.start].rstrip().rsplit(" ", 1)[-1]
    return following in verbs or before in verbs


def _grouped(names: tuple[Name, ...], text: str, classes: NameWords) -> list[list[Name]]:
    groups: list[list[Name]] = []
    by_full: dict[str, list[Name]] = {}
    by_part: dict[str, list[Name]] = {}
    pending: list[Name] = []
    for name in names:
        if name.in_capitals and len(name.tokens) > 3:
            continue
        if len(name.tokens) == 1:
            group = by_part.get(_key(name.last))
            if group is not None:
                group.append(name)
            else:
                pending.append(name)
            continue
        key = _key(name.text)
        group = by_full.get(key)
        if group is None:
            if not _is_person(name, text, classes):
                continue
            group = by_full[key] = []
            groups.append(group)
        group.append(name)
        by_part[_key(family_name(name, classes))] = by_part[_key(name.last)] = group
        by_part.setdefault(_key(name.tokens[0].text), group)
    for name in pending:
        group = by_part.get(_key(name.last))
        if group is not None:
            group.append(name)
    return groups


def _key(words: str) -> str:
    return words.casefold()
