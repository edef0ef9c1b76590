"""Roles that a story gives people: offices, ranks, callings, before a name, behind it, or instead of it ("the home secretary")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ...datafiles import load_data
from ...facts.words import Telling, Word, tellings_with
from ...mentions.names.names import ORGANISATION, PLACE, Name
from ...mentions.words.lazy_pattern import LazyPattern
from ...mentions.world.nation_words import NationWord
from ...record import Record
from ...source import Span

if TYPE_CHECKING:
    from ...story import Story

NAMED, BEHIND, ALONE, OTHER = "named", "behind", "alone", "other"


class Role(NamedTuple):
    """A ``member`` ("foreign secretary") of a class of roles that exclude each other."""

    group: str
    member: str


class ToldRole(Record, frozen=True):
    """Where a role is told. ``how``: "named" before a name, "behind" one, "alone" for "the home secretary", "other" for the rest ("a nurse").

    ``holder`` is the name of whom the words name, "" where they name nobody; ``last`` its last word in small letters. ``nation`` is the country of "the French president", ""
    for none. ``speaks``: "the …" says something, ``acts``: it says or does something. ``is_new``: "a" stands before, so that somebody is told of for the
    first time.
    """

    role: Role
    span: Span
    how: str
    holder: str
    last: str
    nation: str
    sentence: int
    speaks: bool
    acts: bool
    is_new: bool
    is_capital: bool


@cache
def roles() -> dict[str, Role]:
    """A role as it may be written, in small letters and without points → what it is."""
    classes = load_data("roles")["classes"]
    return {
        form: Role(group, member)
        for group, members in classes.items()
        for member, forms in members.items()
        for form in forms
    }


@cache
def _heads() -> frozenset[str]:
    """The last words of all roles, and the first of those that a longer one begins with ("minister of trade")."""
    return frozenset(form.split()[-1] for form in roles())


@cache
def _beginnings() -> frozenset[str]:
    """The letters that these begin with: of "vice-president", "vice"."""
    return frozenset(re.split(r"\W", head, maxsplit=1)[0] for head in _heads())


_LONGEST = 4
_ABBREVIATED = 5
"""Letters, with its point, of the longest abbreviated role: a longer word with a point ends a sentence."""
_OF = frozenset(["of", "for", "in", "at", "from"])
_DETERMINERS = frozenset(["a", "an", "the", "its", "their", "our", "his", "her", "and"])


@cache
def _words(name: str) -> frozenset[str]:
    """Words of ``data/roles.json``, where each list says why it holds them."""
    return frozenset(load_data("roles")["words"][name]["words"])


def told_roles(story: Story) -> tuple[ToldRole, ...]:
    """Every role of the story, in order; read once."""
    found: tuple[ToldRole, ...] = story.once(_told_roles)
    return found


class _Names(NamedTuple):
    """Where names of people begin (with their titles) and end → the last name."""

    starts: dict[int, Name]
    ends: dict[int, Name]
    nations: dict[int, str]


def people_named(story: Story) -> Iterator[Name]:
    """The names that may be people's."""
    return (name for name in story.mentions(Name) if name.guess not in (ORGANISATION, PLACE) and not name.in_capitals)


def _told_roles(story: Story) -> Iterator[ToldRole]:
    starts: dict[int, Name] = {}
    ends: dict[int, Name] = {}
    for name in people_named(story):
        begin = name.span.start
        titled = story.text.rfind(name.title, max(0, begin - 60), begin) if name.title else -1
        starts[begin] = starts[titled if titled >= 0 else begin] = ends[name.span.end] = name
    names = _Names(
        starts, ends, {word.span.end: word.name for word in story.mentions(NationWord) if word.what == "adjective"}
    )
    heads = _heads()
    for telling in tellings_with(story, _beginnings()):
        reached = -1
        for at, word in enumerate(telling.words):
            if at <= reached or (word.plain not in heads and _plain(word) not in heads):
                continue
            found = _longest(telling.words, at)
            if found is not None and _is_role(found[2], telling, found[0], word):
                first, last_at, role = found
                reached = last_at
                yield _told(story.text, telling, first, last_at, role, names)


def _is_role(role: Role, telling: Telling, first: int, word: Word) -> bool:
    """Not where the word is a name (Mr. Baker), all are capitals, or "democratic" is of no party."""
    if word.text.isupper() and len(word.text) > _ABBREVIATED:
        return False
    if role.group == "calling":
        return not word.capital
    return role.group != "candidate" or telling.words[first].text[0].isupper()


def _plain(word: Word) -> str:
    return word.plain.rstrip(".")


def _longest(words: tuple[Word, ...], at: int) -> tuple[int, int, Role] | None:
    """The longest role that holds the word at *at*; what goes on with "of the exchequer" is looked for too."""
    for last in range(min(len(words) - 1, at + 3), at - 1, -1):
        for first in range(max(0, last - _LONGEST + 1), at + 1):
            role = roles().get(" ".join(_plain(word) for word in words[first : last + 1]))
            if role is not None:
                return first, last, role
    return None


def _told(text: str, telling: Telling, first: int, last: int, role: Role, names: _Names) -> ToldRole:
    words = telling.words
    span = Span(words[first].span.start, words[last].span.end)
    near = [_plain(word) for word in words[max(0, first - 2) : first]]
    nation = names.nations.get(span.start - 1, "")
    after = _plain(words[last + 1]) if last + 1 < len(words) else ""
    speaks = after in _words("speaks") or (
        first > 1 and words[first - 2].plain in ("said", "says", "added", "asked", "replied", "insisted")
    )
    acts = speaks or after in _words("acts")
    how: str = OTHER
    holder: Name | None = None
    if not _words("not_now").intersection(near):
        how, holder = _holder(text, words, first, last, names)
        if how == OTHER and _is_alone(text, words, first, last, nation):
            how = ALONE if acts or role.member not in _words("other_senses") else OTHER
    name, family = (holder.text, holder.last.casefold()) if holder else ("", "")
    return ToldRole(
        role,
        span,
        how,
        name,
        family,
        nation,
        telling.number,
        speaks,
        acts,
        bool({"a", "an"}.intersection(near)),
        words[first].text[0].isupper(),
    )


def _holder(text: str, words: tuple[Word, ...], first: int, last: int, names: _Names) -> tuple[str, Name | None]:
    end = _past_of(words, last)
    for near in range(end, min(len(text), end + 4)):  # "Col. Lee", "the deputy mayor, Ann Lee"
        if near in names.starts:
            return NAMED, names.starts[near]
        if text[near] not in " .," or (text[near] == "." and len(words[last].text) > _ABBREVIATED):
            break
    begin = first
    while (
        begin > 0 and first - begin < 3 and words[begin - 1].plain not in _DETERMINERS and not words[begin - 1].capital
    ):
        begin -= 1
    if begin > 0 and words[begin - 1].plain in _DETERMINERS:
        begin -= 1
    for at in {words[begin].span.start, words[first].span.start}:
        link = _LINK.search(text, max(0, at - 20), at)
        if link is not None and link.start() in names.ends:
            return BEHIND, names.ends[link.start()]
    return OTHER, None


_LINK = LazyPattern(r"(?:, (?:\d\d?, )?|, who is | is |, (?:\d\d?, )?(?:who works|working) as )\Z")
"""What may stand between a name and its role: "Ann Lee, 31, a nurse", "Ann Lee, who is a nurse"."""


def _past_of(words: tuple[Word, ...], last: int) -> int:
    """Where the role ends, with "of the rugby union" behind it if a comma comes after that."""
    if last + 1 < len(words) and words[last + 1].plain in _OF:
        for at in range(last + 2, min(len(words) - 1, last + 8)):
            if (
                words[at + 1].span.start - words[at].span.end == 2
                and words[at].text[:1].isupper() | words[at].text.islower()
            ):
                return words[at].span.end
    return words[last].span.end


def _is_alone(text: str, words: tuple[Word, ...], first: int, last: int, nation: str) -> bool:
    """Whether "the home secretary" stands there and no name or place goes with it."""
    before = first - 1 - (len(nation.split()) if nation else 0)
    if before < 0 or words[before].plain != "the" or text.startswith(("'s", "’s", "-", "’"), words[last].span.end):
        return False
    if words[last].text.endswith(("'s", "’s")):
        return False
    following = words[last + 1] if last + 1 < len(words) else None
    if following is None or text[words[last].span.end : words[last].span.end + 1] in ".,;":
        return True
    return following.plain not in _OF and not following.text[:1].isupper()
