"""What two near spellings say by themselves: the kind of slip between them, and how well each is known."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from ...knowledge.gazetteer import is_given_name, is_place, is_surname
from ...mentions.names.spelling_edits import derived, differing_parts, slip, sound
from ...mentions.words.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from .profiles import Profile

Feature = tuple[str, float]


def of_the_words(odd: Profile, right: Profile) -> Iterator[Feature]:
    a, b = odd.text, right.text
    yield f"slip-{slip(a, b)}", 1
    yield "first-letter", other_first_letter(a.casefold(), b.casefold())
    yield "last-letter", a[-1].casefold() != b[-1].casefold()
    yield "other-ending", _other_ending(a.casefold(), b.casefold())
    yield "short", max(0, 6 - min(len(a), len(b))) / 3
    yield "long", max(0, min(12, min(len(a), len(b))) - 6) / 3
    yield "plural", plural(a, b)
    yield "derived", not plural(a, b) and made_of(odd, right)
    yield "syllables", bool(_SYLLABLES.fullmatch(a.casefold()) and _SYLLABLES.fullmatch(b.casefold()))
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
    yield "both-given-abroad", _given(odd.text) and _given(right.text)
    yield "both-surnames", odd.known.surname and right.known.surname
    yield "both-places", both_places(odd, right)
    yield "odd-in-the-world", _given(odd.text) or _surname(odd.text)
    yield "right-in-the-world", _given(right.text) or _surname(right.text)
    yield "alike-known", min(odd.known.zipf, right.known.zipf) >= ALIKE and abs(odd.known.zipf - right.known.zipf) < 1
    yield "both-known", min(odd.known.zipf, right.known.zipf) >= KNOWN
    yield "both-unknown", odd.known.zipf == right.known.zipf == 0
    yield "right-often", min(right.count - 1, 4) / 2
    yield "odd-often", min(odd.count - 1, 4) / 2
    yield "odd-a-word", odd.a_word
    yield "right-a-word", right.a_word


_SYLLABLE = r"(?:[zcs]h|ng|ph|th|kh|tr|[bcdfghjklmnpqrstvwxyz])?(?:[iuo]?[aeou]|[aeiou]{1,2}|y?eo|ae|[aeiou])(?:ng|nh|ch|[nmklptco])?"
_SYLLABLES = LazyPattern(rf"{_SYLLABLE}(?:[-‐‑]{_SYLLABLE})?")
"""A syllable, or two with a hyphen, as Chinese, Korean, Vietnamese and Burmese names have them: a letter makes another name."""


def other_first_letter(a: str, b: str) -> bool:
    """Whether two words begin with other letters that are not written for one another at a word's head (Carlson, Karlson)."""
    return a[0] != b[0] and not (
        sound(a) == sound(b) and any(a[0] in pair and b[0] in pair for pair in _FOR_ONE_ANOTHER)
    )


_FOR_ONE_ANOTHER = ("ck", "cs", "kq", "gj", "iy", "jy", "sz", "pf", "xz")


def _other_ending(a: str, b: str) -> bool:
    """Whether the words differ in their ends by more than a letter: one may be made of the other."""
    left, right = differing_parts(a, b)
    return a[-1] != b[-1] and abs(len(a) - len(b)) < len(left) + len(right) > 2 and len(left) != len(right)


COMMON = 3.0
"""Zipf frequency from on which many readers know a word."""
KNOWN = 2.5
"""Zipf frequency from on which a word is surely a word or a name of its own."""
ALIKE = 2.0
"""Zipf frequency from on which two words that are about as common are rather two words."""
CITY = 50
"""Thousands of people in a city that stories name without a word of explanation."""
HARDLY_KNOWN = 2.7
"""Zipf frequency below which a word that no list of names has may well be a slip: lists of words hold common slips too."""


_given = lru_cache(maxsize=10_000)(is_given_name)
_surname = lru_cache(maxsize=10_000)(is_surname)


def both_places(odd: Profile, right: Profile) -> bool:
    """Whether both are countries, regions or cities (Gaza and Giza)."""
    return is_place(odd.text, CITY) and is_place(right.text, CITY)


def made_of(odd: Profile, right: Profile) -> bool:
    """Whether one word is made of the other; where it has only something more behind it, the shorter must not be so rare
    beside it that it has rather lost a letter."""
    shorter, longer = sorted((odd, right), key=lambda profile: len(profile.text))
    if not derived(odd.text, right.text):
        return False
    extended = longer.text.casefold().startswith(shorter.text.casefold())
    return not extended or shorter.known.zipf >= longer.known.zipf - 1


def plural(a: str, b: str) -> bool:
    short, long = sorted((a.casefold(), b.casefold()), key=len)
    return long == short + "es" or (long == short + "s" and short[-1] != "s")
