"""Lone surnames: a surname that belongs to no full name of the story, beside someone whose surname it nearly is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...mentions.names.near_spellings import near
from ...mentions.names.spelling_edits import derived, sound
from ...mentions.words.edit_distance import edit_distance
from .profiles import is_bare, is_introduced, speaks, stands_alone

if TYPE_CHECKING:
    from ...mentions.names.spellings import Spelling
    from ...story import Story
    from .profiles import Profile


def only_in_headline(pair: tuple[Profile, Profile]) -> tuple[Profile, Profile] | None:
    """The pair as (odd, right) if the odd one is a bare surname of the headline alone, and the right one sounds the same and is
    the surname of someone whom the story names in full and again, below the headline; None otherwise.

    Both may be common names (Smith, Smyth): nobody else of the first name is in the story.
    """
    for odd, right in (pair, pair[::-1]):
        if odd.headline and odd.bare and odd.known.surname and not odd.known.given and not odd.a_word:
            a, b = odd.text.casefold(), right.text.casefold()
            named = right.introduced and right.count > 1 and not right.in_headline
            if named and sound(a) == sound(b) and not derived(a, b) and not a.startswith(b):
                return odd, right
    return None


_MOST = 40
"""People and lone surnames that are held against each other: a story with more is a list."""


def far_pairs(spellings: tuple[Spelling, ...], story: Story) -> Iterator[tuple[Spelling, Spelling]]:
    """Surnames that speak and belong to nobody, with surnames of people who are named in full alone and are like them in
    sound or in most letters, though more than a letter or two apart."""
    mixed = [spelling for spelling in spellings if not spelling.text.isupper()]
    lone = [spelling for spelling in mixed if is_bare(spelling, story) and speaks(spelling, story)]
    full = (
        [spelling for spelling in mixed if not stands_alone(spelling) and is_introduced(spelling, story)]
        if lone
        else []
    )
    for one in lone[:_MOST]:
        for other in full[:_MOST]:
            if (
                one is not other
                and not near(one.text, other.text)
                and _alike(one.text.casefold(), other.text.casefold())
            ):
                yield one, other


def _alike(a: str, b: str) -> bool:
    """Whether two surnames sound the same, or share more than half their letters in order and one end."""
    if min(len(a), len(b)) < 3 or a in b or b in a:
        return False
    if sound(a) == sound(b):
        return True
    longest = max(len(a), len(b))
    ends = a[:2] == b[:2] or a[-3:] == b[-3:]
    return ends and longest > 4 and edit_distance(a, b, longest) <= _SHARE * longest


_SHARE = 0.45
"""Part of the letters that may differ."""
