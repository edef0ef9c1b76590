"""Lone surnames: a surname that belongs to no full name of the story, beside someone whose surname it nearly is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...mentions.names.spelling_edits import derived, sound

if TYPE_CHECKING:
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
