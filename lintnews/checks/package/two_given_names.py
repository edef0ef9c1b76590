"""two-given-names: Frank Orde becomes Fred Orde, or Orde Frank."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...knowledge.gazetteer import is_given_name
from ...match import Certainty, Match, Note
from ...mentions.names.people import Person
from ...mentions.names.spelling_edits import short_form
from ...mentions.names.word_frequency import familiarity
from ...mentions.words.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from ...story import Story

_KIN = LazyPattern(
    r"\b(?:(?:grand|step|half-)?(?:fathers?|mothers?|sons?|daughters?|parents?|child(?:ren)?|brothers?|sisters?)|wife|wives|husbands?|"
    r"widow(?:er)?|twins?|uncles?|aunts?|cousins?|nephews?|nieces?|siblings?|couple|famil(?:y|ies)|relatives?|married|unrelated|no relation|namesake)\b"
)
_INTRODUCED = LazyPattern(r", (?:\d\d?\b|an? |the |who )")
_FAR = 200
_ALIKE = 0.65
_RARE = 3.2
"""How common (zipf) a surname may be that two strangers of one story would hardly share."""


class TwoGivenNames(Check):
    """Flags a full name that has the surname of another, and a given name with the same initial: one of the two is a slip.

    So is a name whose two words change places. Short forms of a name, relatives and common surnames are left alone, and
    so are two people who are both introduced.
    """

    kind: ClassVar[str] = "two-given-names"
    values: ClassVar[tuple[str, ...]] = ("other",)

    def matches(self, story: Story) -> Iterator[Match]:
        by_family: dict[str, list[Person]] = {}
        by_name: dict[str, Person] = {}
        for person in story.mentions(Person):
            turned = by_name.get(" ".join(reversed(person.name.split())))
            if turned is not None and is_given_name(turned.given) and len(person.name.split()) == 2:
                yield _match(person, turned, Certainty.LIKELY)
            by_name[person.name] = person
            by_family.setdefault(person.family.casefold(), []).append(person)
        for group in by_family.values():
            if len(group) == 2 and _is_one(story, *group):
                first, second = group
                odd = first if _count(first) < _count(second) else second
                yield _match(odd, second if odd is first else first, Certainty.LIKELY)


def _match(odd: Person, right: Person, sure: Certainty) -> Match:
    return Match(odd.span, (("other", right.name),), (Note(f"{right.name} here", right.span),), certainty=sure)


def _count(person: Person) -> int:
    return sum(len(name.tokens) > 1 for name in person.references)


def _is_one(story: Story, first: Person, second: Person) -> bool:
    one, other = _given(first), _given(second)
    if one == other or one[0] != other[0] or min(len(one), len(other)) < 3 or first.suffix or second.suffix:
        return False
    if one[:3] == other[:3] or SequenceMatcher(None, one, other).ratio() > _ALIKE:
        return False  # inconsistent-name tells spellings apart
    if short_form(one.casefold(), other.casefold()) or not (is_given_name(one) and is_given_name(other)):
        return False
    if familiarity(first.family).zipf > _RARE or (_introduced(story, first) and _introduced(story, second)):
        return False
    return not any(_KIN.search(story.text, max(0, p.span.start - _FAR), p.span.end + _FAR) for p in (first, second))


def _given(person: Person) -> str:
    return person.given.partition(" ")[0].rstrip(".")


def _introduced(story: Story, person: Person) -> bool:
    return any(
        len(name.tokens) > 1 and name.text == person.name and _INTRODUCED.match(story.text, name.span.end)
        for name in person.references
    )
