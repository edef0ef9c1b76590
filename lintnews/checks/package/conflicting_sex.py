"""conflicting-sex: somebody is a man here and a woman there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Certainty, Match, Note
from ...mentions.words.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from ...source import Span
    from ...story import Story
    from .told_sexes import SexesOf, ToldSex

_WAYS = {"title": 1, "given": 3, "word": 2}
"""How firmly each way tells it; the weaker is flagged."""
_KIN = LazyPattern(
    r"\b(?:wife|husband|couple|spouses?|married|father|mother|son|daughter|brother|sister|family|parents|widow(?:er)?|siblings|twins?)\b"
)
_SEXES = {"man": "a man", "woman": "a woman"}


class ConflictingSex(Check):
    """Flags what makes a man of a woman, or a woman of a man: "he" for Ann Lee, "spokesman Ann Lee", "Mr Ann Lee".

    Given names count where one sex bears nearly all of them (``lintnews/data/sexes.json``). A pronoun is flagged where it is the only
    one of its sex outside quotations, and nobody near it, named or not, can be meant. A title before a bare surname counts
    where the story tells of no family.
    """

    kind: ClassVar[str] = "conflicting-sex"
    values: ClassVar[tuple[str, ...]] = ("name", "sex", "told")

    def matches(self, story: Story) -> Iterator[Match]:
        from .told_sexes import lone_pronouns, told_sexes

        for one in told_sexes(story):
            pair = _conflict(story, one)
            if pair is not None:
                odd, right = pair
                yield _match(story, odd.span, one.person.name, right, Certainty.LIKELY)
        for lone in lone_pronouns(story):
            sure = Certainty.LIKELY if lone.sure else Certainty.POSSIBLE
            yield _match(story, lone.span, lone.person.name, lone.told, sure)


def _match(story: Story, odd: Span, name: str, right: ToldSex, sure: Certainty) -> Match:
    told = story.words(right.span)
    values = (("name", name), ("sex", _SEXES[right.sex]), ("told", told))
    return Match(odd, values, (Note(f"“{told}” here", right.span),), certainty=sure)


def _conflict(story: Story, one: SexesOf) -> tuple[ToldSex, ToldSex] | None:
    """What tells the less firmly that *one* is of the other sex, and what it is held against."""
    if one.sex or not one.told:
        return None
    count = Counter(told.sex for told in one.told)
    told = sorted(one.told, key=lambda told: (count[told.sex], _WAYS[told.how], told.span))
    odd, right = told[0], next(other for other in reversed(told) if other.sex != told[0].sex)
    by_surname = any(each.how == "title" and one.person.given not in story.words(each.span) for each in (odd, right))
    return None if by_surname and _KIN.search(story.text) else (odd, right)
