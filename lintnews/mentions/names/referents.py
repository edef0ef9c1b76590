"""Whom "he", "she" and "the 54-year-old" mean: the person just named, where there is but one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..words.lazy_pattern import LazyPattern
from .names import ORGANISATION, PLACE, Name
from .people import Person

if TYPE_CHECKING:
    from ...story import Story
    from ..dates.ages import Age

_REACH = 300
"""How far back a person may be named, in code points."""
_RELATIVE = LazyPattern(
    r"\b(?:(?:grand|step|god)?(?:fathers?|mothers?|sons?|daughters?|parents?|child(?:ren)?)|brothers?|sisters?|wife|husband|"
    r"widow(?:er)?|twins?|uncles?|aunts?|cousins?|nephews?|nieces?|partner|fianc[eé]e?|(?:boy|girl)friend|predecessor|"
    r"successor|ancestors?|baby|boys?|girls?|rival|opponent)\b",
    re.IGNORECASE,
)
_NO_PERSON_BEFORE = LazyPattern(
    r"\b(?:[Ii]n|[Aa]t|[Oo]f|[Ff]rom|[Nn]ear|[Tt]o|[Tt]he|[Ff]or|[Oo]n|[Tt]hrough|[Aa]cross|,) $"
)


def person_just_named(story: Story, at: int) -> str:
    """The name of the only person named shortly before *at*, as full as the story has it; empty where there may be two.

    A relative spoken of between makes it unsure too.
    """
    block = story.block_at(at)
    if block is None:
        return ""
    start = max(block.span.start, at - _REACH)
    if not any(True for _ in _names(story, start, at)):
        index = story.blocks.index(block)
        if index and story.blocks[index - 1] in story.body:
            start = max(story.blocks[index - 1].span.start, at - _REACH)
    people = {reference.span: person for person in story.mentions(Person) for reference in person.references}
    found = ""
    for name in _names(story, start, at):
        person = people.get(name.span)
        if person is None and (
            name.guess in (ORGANISATION, PLACE)
            or name.in_capitals
            or _NO_PERSON_BEFORE.search(story.text, max(0, name.span.start - 10), name.span.start)
        ):
            continue
        whole = person.name if person else name.text
        if found and whole.split()[-1] != found.split()[-1]:
            return ""
        if len(whole) > len(found):
            found = whole
    return "" if _RELATIVE.search(story.text, start, at) else found


def _names(story: Story, start: int, end: int) -> list[Name]:
    return [name for name in story.mentions(Name) if start <= name.span.start < end]


def whose_age(story: Story, age: Age) -> str:
    """Whose age is told: the name beside it, or who "she" and "the 54-year-old" mean; empty where that is unsure."""
    if age.owner:
        return age.owner
    start = age.span.start
    if age.form == "compound" and not story.text[max(0, start - 4) : start].endswith(("The ", "the ")):
        return ""
    return person_just_named(story, start)
