"""What two near spellings say by themselves: the kind of slip between them, and how well each is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...mentions.names.spelling_edits import derived, slip, sound

if TYPE_CHECKING:
    from .profiles import Profile

Feature = tuple[str, float]


def of_the_words(odd: Profile, right: Profile) -> Iterator[Feature]:
    a, b = odd.text, right.text
    yield f"slip-{slip(a, b)}", 1
    yield "first-letter", a[0].casefold() != b[0].casefold() and sound(a) != sound(b)
    yield "last-letter", a[-1].casefold() != b[-1].casefold()
    yield "short", max(0, 6 - min(len(a), len(b))) / 3
    yield "long", max(0, min(12, min(len(a), len(b))) - 6) / 3
    yield "plural", plural(a, b)
    yield "derived", not plural(a, b) and made_of(odd, right)
    yield "capitals", a.isupper() or b.isupper()


def of_what_is_known(odd: Profile, right: Profile) -> Iterator[Feature]:
    yield "odd-known", min(odd.known.zipf, 4) / 2
    yield "odd-common", odd.known.zipf >= COMMON
    yield "odd-unknown", odd.known.zipf == 0
    yield "odd-listed", odd.known.listed
    yield "odd-no-name", not odd.known.listed and odd.known.zipf < HARDLY_KNOWN
    yield "odd-hardly-known", not odd.known.listed and odd.known.zipf < min(HARDLY_KNOWN, right.known.zipf - 1)
    yield "right-known", min(right.known.zipf, 4) / 2
    yield "right-unknown", right.known.zipf == 0
    yield "right-listed", right.known.listed
    yield "known-apart", max(0.0, min(right.known.zipf - odd.known.zipf, 4)) / 2
    yield "both-given", odd.known.given and right.known.given
    yield "both-surnames", odd.known.surname and right.known.surname
    yield "both-places", odd.known.place and right.known.place
    yield "both-known", min(odd.known.zipf, right.known.zipf) >= KNOWN
    yield "both-unknown", odd.known.zipf == right.known.zipf == 0
    yield "right-often", min(right.count - 1, 4) / 2
    yield "odd-often", min(odd.count - 1, 4) / 2
    yield "odd-a-word", odd.a_word
    yield "right-a-word", right.a_word


COMMON = 3.0
"""Zipf frequency from on which many readers know a word."""
KNOWN = 2.5
"""Zipf frequency from on which a word is surely a word or a name of its own."""
HARDLY_KNOWN = 2.7
"""Zipf frequency below which a word that no list of names has may well be a slip: lists of words hold common slips too."""


def made_of(odd: Profile, right: Profile) -> bool:
    """Whether one word is made of the other, and the shorter is not so rare beside it that it has rather lost a letter."""
    shorter, longer = sorted((odd, right), key=lambda profile: len(profile.text))
    return derived(odd.text, right.text) and shorter.known.zipf >= longer.known.zipf - 1


def plural(a: str, b: str) -> bool:
    short, long = sorted((a.casefold(), b.casefold()), key=len)
    return long == short + "es" or (long == short + "s" and short[-1] != "s")
