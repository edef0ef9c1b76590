"""Profiles: what the places of one spelling say together, worked out once a story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ...datafiles import load_data
from ...mentions.names.name_words import name_words, word_class
from ...mentions.names.names import PERSON, UNKNOWN
from ...mentions.names.spelling_edits import folded
from ...mentions.names.spellings import Place, Spelling
from ...mentions.names.word_frequency import Familiarity, familiarity
from ...mentions.words.lazy_pattern import LazyPattern
from ...mentions.words.word_index import word_starts
from ...record import Record
from ...story import BODY, BlockKind

if TYPE_CHECKING:
    from ...story import Story

Rest = tuple[str, ...]


class Profile(Record, frozen=True):
    """A spelling and what stands around it; all words folded.

    ``before`` and ``after`` are the words beside it in its names, ``tails`` those of the latter that many names end with
    (Inc., Bank). ``given`` are given names and initials before it. ``rests`` are its longer names without it.
    ``around`` are telling words before and behind its names. ``alone``: it also stands alone. ``bare``: outside of headlines and capitals it only stands
    alone. ``begins``: it only begins longer names. ``ends``: it ends one. ``speaks``: a title stands before it or a verb of speech behind it.
    ``acts``: alone, with a verb behind it that people and bodies have.
    ``introduced``: it ends a person's full name. ``presented``: an age, a role or a clause stands behind a longer name.
    ``by_position``: its capitals may all come from the place. ``listed``: it only stands between commas, with other
    names. ``headline``: it stands in the headline alone; ``in_headline``: there too. ``a_word``: the story has it in small letters too.
    """

    spelling: Spelling
    known: Familiarity
    before: frozenset[str]
    after: frozenset[str]
    tails: frozenset[str]
    given: frozenset[str]
    rests: frozenset[Rest]
    titles: frozenset[str]
    around: frozenset[str]
    alone: bool
    bare: bool
    begins: bool
    ends: bool
    speaks: bool
    acts: bool
    introduced: bool
    presented: bool
    by_position: bool
    listed: bool
    headline: bool
    in_headline: bool
    a_word: bool
    located: bool

    @property
    def text(self) -> str:
        return self.spelling.text

    @property
    def count(self) -> int:
        return self.spelling.count


class Profiles:
    """The profiles of a story's spellings, each worked out when first asked: most spellings are like no other."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._made: dict[int, Profile] = {}

    def __getitem__(self, spelling: Spelling) -> Profile:
        key = id(spelling)
        if key not in self._made:
            self._made[key] = _profile(spelling, self.story)
        return self._made[key]


_LONGEST_NAME = 12
"""Words up to which a run of capitalised words is a name and no list or headline."""
_MOST = 50
"""Places of a spelling that are looked at: later ones rarely say anything new."""


def _profile(spelling: Spelling, story: Story) -> Profile:
    places = spelling.places[:_MOST]
    known = familiarity(spelling.text)
    befores = frozenset(folded(place.before) for place in places if place.before)
    afters = {place.after for place in places if place.after}
    longer = [place for place in places if len(place.name.tokens) > 1]
    solid = [place for place in longer if _is_solid(place, story)]
    blocks = [_block(place, story) is BlockKind.HEADLINE for place in places]
    return Profile(
        spelling,
        known,
        befores,
        frozenset(folded(word) for word in afters if word not in word_class("organisation_tails")),
        frozenset(folded(word) for word in afters if word in word_class("organisation_tails")),
        frozenset(_given_before(place) for place in longer) - {""},
        frozenset(_rest(place) for place in longer if len(place.name.tokens) <= _LONGEST_NAME),
        frozenset(place.name.title.rstrip(".") for place in places if place.name.title),
        frozenset(_around(places, story)),
        stands_alone(spelling),
        not solid,
        bool(solid) and all(_begins(place) for place in places),
        any(place.at == len(place.name.tokens) - 1 for place in solid),
        speaks(spelling, story),
        any(_acts(place, story) for place in places),
        is_introduced(spelling, story),
        any(_PRESENTED.match(story.text, place.name.span.end) for place in solid),
        all(place.by_position for place in places),
        all(_in_list(place, story) for place in places),
        all(blocks),
        any(blocks),
        spelling.text.casefold() in story.once(word_starts)[0],
        any(_located(place, story) for place in places),
    )


def stands_alone(spelling: Spelling) -> bool:
    return any(len(place.name.tokens) == 1 and not place.name.title for place in spelling.places[:_MOST])


def is_bare(spelling: Spelling, story: Story) -> bool:
    """Whether outside of headlines and capitals it only stands alone."""
    return not any(_is_solid(place, story) for place in spelling.places[:_MOST])


def speaks(spelling: Spelling, story: Story) -> bool:
    """Whether a title stands before it somewhere, or a verb of speech beside it."""
    return any(_speaks(place, story) for place in spelling.places[:_MOST])


def is_introduced(spelling: Spelling, story: Story) -> bool:
    """Whether it ends a person's full name somewhere."""
    return any(_introduces(place, story) for place in spelling.places[:_MOST] if _is_solid(place, story))


def _is_solid(place: Place, story: Story) -> bool:
    """Whether it is a word of a longer name, neither in capitals nor in a headline."""
    name = place.name
    return len(name.tokens) > 1 and not name.in_capitals and _block(place, story) is not BlockKind.HEADLINE


def _given_before(place: Place) -> str:
    """The given name or initial before a word in its name, or ""."""
    word = place.before.casefold().rstrip(".")
    known = familiarity(word)
    return word if len(word) == 1 or known.given or known.surname else ""


def _rest(place: Place) -> Rest:
    return tuple("" if at == place.at else folded(token.text) for at, token in enumerate(place.name.tokens))


def _begins(place: Place) -> bool:
    return bool(place.after) and not place.at and place.after not in word_class("organisation_tails")


def _speaks(place: Place, story: Story) -> bool:
    name = place.name
    if name.title and place.at == len(name.tokens) - 1:
        return True
    following = _AFTER.match(story.text, name.span.end)
    if following and following[1] in name_words(story)["speech_verbs"]:
        return True
    return _SAID_BEFORE.search(story.text, max(0, name.span.start - 14), name.span.start) is not None


def _acts(place: Place, story: Story) -> bool:
    if len(place.name.tokens) > 1 or place.name.possessive:
        return False
    following = _VERB.match(story.text, place.span.end)
    if not following:
        return False
    ending = ("ed", "s") if _block(place, story) is BlockKind.HEADLINE else ("ed",)
    return following[1].endswith(ending) or following[1] in word_class("action_verbs")


_VERB = LazyPattern(r"[ \n]([a-z]{2,})")
_SAID_BEFORE = re.compile(r"[\"”’'] (?:said|added|says|explained) \Z")
_ROLE_AFTER = LazyPattern(
    r"(?:’s|'s)?(?:, (?!and\b|or\b|but\b|which\b|where\b|with\b|in\b|on\b|at\b|to\b|for\b|as\b|while\b|when\b|after\b|both\b)"
    r"(?:[a-z]|\d\d?,)|,? who\b| \(\d\d?\))"
)
_PRESENTED = LazyPattern(r", (?:an?|the|who|whose|from|of|\d\d?)\b|,? who\b| \(\d\d?\)")


def _introduces(place: Place, story: Story) -> bool:
    """Whether a longer name in the body that ends with the word is a person's, as far as can be seen."""
    name = place.name
    if place.at != len(name.tokens) - 1 or name.guess not in (PERSON, UNKNOWN) or len(name.tokens) > 4:
        return False
    if _block(place, story) not in BODY:
        return False
    return (
        name.guess == PERSON
        or _speaks(place, story)
        or _ROLE_AFTER.match(story.text, name.span.end) is not None
        or _PERSON_BEFORE.search(story.text, max(0, name.span.start - 24), name.span.start) is not None
    )


_PERSON_BEFORE = LazyPattern(r"\b[a-z]{3,}(?:er|or|ist|man|woman|ian|chief|head|boss|star|president|secretary),? \Z")


def _block(place: Place, story: Story) -> BlockKind | None:
    block = story.block_at(place.span.start)
    return block.kind if block else None


def _located(place: Place, story: Story) -> bool:
    """Whether the word stands where a place does: "in Melton", "Melton, Mass."."""
    start = place.name.span.start
    return place.at == 0 and _IN.search(story.text, max(0, start - 9), start) is not None


_IN = LazyPattern(r"\b(?:[Ii]n|[Nn]ear|[Ff]rom|[Aa]t|[Oo]utside) \Z")


def _in_list(place: Place, story: Story) -> bool:
    """Whether the name stands between commas with other names: a team sheet, a table."""
    start, end = place.name.span.start - len(place.name.title), place.name.span.end
    start -= bool(place.name.title)
    before, after = story.text[max(0, start - 2) : start], story.text[end : end + 2]
    return (before in (", ", "; ", ": ", ") ") and (after[:1] in ",;(" or after in (" (", ".\n", ". "))) or (
        (before.endswith("(") or before == ") ") and after[1:].isdigit() and len(place.name.tokens) < 3
    )


_AFTER = re.compile(r"[’']?s?[ \n]([a-z]{4,})")
_BEFORE = LazyPattern(r"([a-z]{4,})[ \n]\Z")


def _around(places: tuple[Place, ...], story: Story) -> Iterator[str]:
    plain = _plain_words()
    for place in places[:20]:
        span = place.name.span
        after = _AFTER.match(story.text, span.end)
        before = _BEFORE.search(story.text, max(0, span.start - 24), span.start)
        for match in (after, before):
            if match and match[1] not in plain:
                yield match[1]


@cache
def _plain_words() -> frozenset[str]:
    return frozenset(load_data("name_evidence")["plain_words"])
