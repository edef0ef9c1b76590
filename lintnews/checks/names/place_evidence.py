"""What the places of two near spellings say: whether their names are one name, and whether they are two people."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...mentions.names.name_words import word_class
from ...mentions.names.spelling_edits import sound
from ...mentions.names.word_frequency import familiarity
from ...mentions.words.edit_distance import edit_distance
from ...mentions.words.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from ...mentions.names.spellings import Place, Spelling
    from ...story import Story
    from .profiles import Profile

Feature = tuple[str, float]


def of_the_names(odd: Profile, right: Profile) -> Iterator[Feature]:
    """Whether the names that they stand in agree."""
    same_before, same_after = bool(odd.before & right.before), bool(odd.after & right.after)
    alike = _alike(odd.before, right.before) or _alike(odd.after, right.after)
    rest = _same_rest(odd, right)
    yield "same-before", same_before
    yield "same-after", same_after
    yield "same-tail", bool(odd.tails & right.tails)
    yield "same-given", any(familiarity(word).given for word in odd.before & right.before)
    yield "same-rest", rest > 0
    yield "same-rest-of-two", rest > 1
    yield "same-full-name", any(_is_given_name(shared) for shared in odd.rests & right.rests)
    yield "like-name", alike and not same_before and not same_after
    settled = same_before or same_after or alike
    yield "other-before", bool(odd.before and right.before) and not settled
    yield "other-after", bool(odd.after and right.after) and not settled
    yield "introduced-apart", not same_before and not alike and _introduced_apart(odd, right)
    yield "same-title", bool(odd.titles & right.titles)
    yield "other-title", _other_title(odd.titles - COURTESY, right.titles - COURTESY)
    yield "same-words", bool(odd.around & right.around)


def of_the_roles(odd: Profile, right: Profile) -> Iterator[Feature]:
    """Whether they can be one person, one place, one body."""
    yield "position-apart", _position_apart(odd, right) or _position_apart(right, odd)
    yield "given-and-bare", _given_and_bare(odd, right) or _given_and_bare(right, odd)
    yield "person-and-thing", _person_and_thing(odd, right) or _person_and_thing(right, odd)
    yield "person-and-place", _person_and_place(odd, right) or _person_and_place(right, odd)
    yield "introduced-twice", odd.presented and right.presented
    yield "full-twice", odd.introduced and right.introduced
    yield "bare-odd", odd.bare and not right.bare
    yield "bare-right", right.bare and not odd.bare
    yield "bare-both", right.bare and odd.bare
    lone, full = (odd, right) if odd.bare else (right, odd)
    named = lone.bare and full.introduced
    yield "surname", named and lone.speaks
    yield "only-surname", named and lone.speaks and not full.alone
    yield "lone-surname", named and not lone.speaks and full.count > 1
    yield "acting-surname", named and not lone.speaks and lone.acts and lone.known.surname
    yield "only-lone-surname", named and not lone.speaks and not full.alone and lone.known.surname
    yield "begins-sentence", odd.by_position
    yield "in-list", odd.listed or right.listed
    yield "both-in-list", odd.listed and right.listed
    yield "headline-alone", odd.headline and not right.headline


COURTESY = word_class("courtesy") | {"Sir", "Dr"}
"""Titles that people have beside others."""


def _other_title(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether both have titles, and no word of them is the same (President; Treasury Secretary)."""
    first, second = ({*" ".join(titles).replace(".", "").split()} for titles in (some, others))
    return bool(first and second) and not first & second


def side_by_side(odd: Spelling, right: Spelling, story: Story) -> bool:
    """Whether the two stand together somewhere as two: "Mann and Munn", "from Austria to Australia"."""
    return any(_together(first, second, story) for first, second in neighbours(odd, right))


def neighbours(odd: Spelling, right: Spelling) -> Iterator[tuple[Place, Place]]:
    """Each place of the rarer with the nearest places of the other before and after it, in text order."""
    rarer, other = sorted((odd, right), key=lambda spelling: spelling.count)
    starts = [place.span.start for place in other.places]
    for place in rarer.places:
        at = bisect_left(starts, place.span.start)
        if at:
            yield other.places[at - 1], place
        if at < len(starts):
            yield place, other.places[at]


_TOGETHER = 40
"""Characters that may stand between two names that are told as two."""
_SIDE_BY_SIDE = LazyPattern(
    r"[’']?s?(?:,| and| or| to| v| vs\.?|-| &| than| with| from| against|,? but(?: not)?)? (?:[A-Z][\w.]* ){0,2}$"
)


def _together(first: Place, second: Place, story: Story) -> bool:
    start, end = first.span.end, second.span.start
    return end - start < _TOGETHER and _SIDE_BY_SIDE.fullmatch(story.text, start, end) is not None


def _introduced_apart(odd: Profile, right: Profile) -> bool:
    """Whether both have a given name or an initial before them somewhere, and no two of these could be one person's."""
    return bool(odd.given and right.given) and not any(_one_given(a, b) for a in odd.given for b in right.given)


def _one_given(a: str, b: str) -> bool:
    """Whether one person may be called both: equal, an initial, a short form, a slip."""
    shorter, longer = sorted((a, b), key=len)
    return longer.startswith(shorter) or (a[0] == b[0] and (sound(a) == sound(b) or edit_distance(a, b, 1) == 1))


def _position_apart(first: Profile, last: Profile) -> bool:
    """Whether *first* always begins a longer name and *last* ends one and never begins one ("Hale Tanner", "Andy Hall")."""
    return first.begins and last.ends and not any(rest[0] == "" for rest in last.rests)


def _given_and_bare(given: Profile, bare: Profile) -> bool:
    """Whether *given* is always a given name before a surname and *bare* always stands alone: news uses surnames later."""
    return given.known.given and given.begins and bare.bare


def _person_and_thing(person: Profile, thing: Profile) -> bool:
    """Whether one is someone's surname and the other never is and never does what people do."""
    if thing.speaks or any(familiarity(word).given for word in thing.before):
        return False
    return any(familiarity(word).given for word in person.before)


def _person_and_place(person: Profile, place: Profile) -> bool:
    return place.located and not place.speaks and not person.located and (person.speaks or person.introduced)


def _same_rest(odd: Profile, right: Profile) -> int:
    """How many other words (at most 2) two names share that differ in this word alone."""
    shared = [rest for rest in odd.rests & right.rests if all(len(word) != 1 for word in rest)]
    return min(2, max((len(rest) - 1 for rest in shared), default=0))


def _is_given_name(rest: tuple[str, ...]) -> bool:
    """Whether the rest of a name is a given name before a surname."""
    return len(rest) == 2 and not rest[1] and familiarity(rest[0]).given


def _alike(some: frozenset[str], others: frozenset[str]) -> bool:
    if not some or not others:
        return False
    by_letter: dict[str, list[str]] = {}
    for word in others:
        by_letter.setdefault(word[:1], []).append(word)
    return any(_one_word(a, b) for a in some for b in by_letter.get(a[:1], ()))


def _one_word(a: str, b: str) -> bool:
    """Whether two different words beside the two may be one: a slip, an initial."""
    if not a or not b or a[0] != b[0]:
        return False
    shorter = min(len(a), len(b))
    return shorter == 1 or (shorter > 3 and (sound(a) == sound(b) or edit_distance(a, b, 1) <= 1))
