"""Other words: near spellings of which one is a word of its own, for reasons that weights of features don't show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...mentions.names.word_frequency import familiarity
from ...mentions.words.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from ...story import Story
    from .profiles import Profile

_FOREIGN = LazyPattern(r" (?:de|des|du|della?|di|do|dos|pour|et|für|und|der|para|por|y|voor|van) |[ ](?:d|l)[’']\w")
_ENGLISH = 4.0
"""Zipf frequency from on which a word is surely English (Foundation)."""
_PART = 3.8
"""Zipf frequency of the words that a coined name is put together from (Euroyen)."""
_TIES = ("same-before", "same-after", "same-title", "surname", "like-name")


def other_word(odd: Profile, right: Profile, features: dict[str, float], story: Story) -> bool:
    """Whether *odd* is a foreign word like an English one, a coinage, or an unknown word that only begins a sentence."""
    if familiarity(right.text).zipf < _ENGLISH:
        return False
    if _foreign(odd, story) and not _foreign(right, story):
        return True
    far = bool(features.get("slip-several") or features.get("slip-block"))
    if not far or any(features.get(name) for name in _TIES):
        return False
    return bool(features.get("begins-sentence")) or _coined(odd.text.casefold())


def _foreign(profile: Profile, story: Story) -> bool:
    return any(_FOREIGN.match(story.text, place.span.end) for place in profile.spelling.places)


def _coined(word: str) -> bool:
    return any(min(familiarity(word[:at]).zipf, familiarity(word[at:]).zipf) >= _PART for at in range(3, len(word) - 2))
