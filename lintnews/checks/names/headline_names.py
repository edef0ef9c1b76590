"""Headline names: a surname that stands in the headline alone, near one of the people of the story below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...mentions.names.name_words import given_names
from ...mentions.names.names import PERSON
from ...mentions.names.spelling_edits import derived, sound
from ...mentions.names.word_frequency import familiarity
from ...story import BODY, BlockKind

if TYPE_CHECKING:
    from ...mentions.names.spellings import Spelling
    from ...story import Story


def only_in_headline(pair: tuple[Spelling, Spelling], story: Story) -> tuple[Spelling, Spelling] | None:
    """The pair as (odd, right) if the odd one is a bare surname of the headline alone, and the right one sounds the same and is
    the surname of someone whom the story names in full and again; None otherwise.

    Both may be common names (Smith, Smyth): nobody else of the first name is in the story.
    """
    for odd, right in (pair, pair[::-1]):
        if _bare_in_headline(odd, story) and _person_below(right, story):
            a, b = odd.text, right.text
            if sound(a) == sound(b) and not derived(a, b) and not a.casefold().startswith(b.casefold()):
                return odd, right
    return None


def _bare_in_headline(spelling: Spelling, story: Story) -> bool:
    known = familiarity(spelling.text)
    return (
        known.surname
        and spelling.text not in given_names()
        and spelling.text.casefold() not in story.text
        and all(
            len(place.name.tokens) == 1
            and not place.name.in_capitals
            and (block := story.block_at(place.span.start)) is not None
            and block.kind is BlockKind.HEADLINE
            for place in spelling.places
        )
    )


def _person_below(spelling: Spelling, story: Story) -> bool:
    body = [
        place
        for place in spelling.places
        if (block := story.block_at(place.span.start)) is not None and block.kind in BODY
    ]
    full = any(place.name.guess == PERSON and place.at == len(place.name.tokens) - 1 > 0 for place in body)
    return full and len(body) > 1 and len(body) == spelling.count
