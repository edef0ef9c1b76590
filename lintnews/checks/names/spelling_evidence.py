"""What speaks for and against two near spellings being one name."""

from __future__ import annotations

from collections.abc import Iterator
from math import log2
from typing import TYPE_CHECKING

from ...mentions.names.spelling_edits import short_form
from .place_evidence import COURTESY, of_the_names, of_the_roles, side_by_side
from .word_evidence import KNOWN, both_places, made_of, of_the_words, of_what_is_known, plural

if TYPE_CHECKING:
    from ...story import Story
    from .profiles import Profile

_TIES = ("same-before", "same-after", "same-title", "surname", "like-name")
_SLIP = 1.0
"""Zipf frequency below which a word is rather a slip than a word that begins a sentence."""
_EVERYDAY = 4.0
"""Zipf frequency from on which both words are so common that without a shared word beside them they are two."""
_A_WORD = 3.5
"""Zipf frequency from on which a word that only begins sentences is no name."""


def evidence(odd: Profile, right: Profile, story: Story) -> dict[str, float]:
    """Features of a pair, each 0 to 2; one that is left out is 0. ``odd`` is the likelier slip.

    What each feature means stands in ``data/name_evidence.json``.
    """
    found: dict[str, float] = {}
    for features in (of_the_words, of_what_is_known, of_the_names, of_the_roles):
        found.update(features(odd, right))
    found["side-by-side"] = side_by_side(odd.spelling, right.spelling, story)
    found.update(_of_plurals(odd, right, story))
    if one_surname(odd, right):
        found["derived"] = found["plural"] = False
    found.update(_together(found, odd))
    return {name: float(value) for name, value in found.items() if value}


def _together(found: dict[str, float], odd: Profile) -> Iterator[tuple[str, float]]:
    """Features that only say something in company."""
    tied = any(found.get(name) for name in _TIES)
    several = bool(found.get("slip-several") or found.get("slip-block"))
    by_surname = bool(found["surname"]) and not any(found.get(name) for name in _TIES if name != "surname")
    yield "several-tied", several and tied
    yield "several-unknown", several and not tied and found["right-known"] < 1
    yield "known-tied", bool(found["odd-common"]) and tied and not by_surname
    yield "known-surname", bool(found["odd-common"]) and by_surname
    yield "known-given", bool(found["odd-common"]) and bool(found["same-given"])
    yield "known-untied", bool(found["both-known"]) and not tied and not found["lone-surname"]
    yield "often-untied", odd.count > 1 and not tied and not found["lone-surname"]
    yield "far-surname", bool(found["surname"]) and (several or bool(found["first-letter"]))
    yield "alike-known-untied", bool(found["alike-known"]) and not tied and not found["lone-surname"]
    yield "slip-to-word", bool(found["odd-unknown"]) and found["right-known"] >= 1.5


def _of_plurals(odd: Profile, right: Profile, story: Story) -> Iterator[tuple[str, float]]:
    if plural(odd.text, right.text):
        shorter, longer = sorted((odd, right), key=lambda profile: len(profile.text))
        yield "the-plural", _after_the(longer, story)
        yield "apostrophe", _misplaced_apostrophe(shorter, longer, story)


def _misplaced_apostrophe(shorter: Profile, longer: Profile, story: Story) -> bool:
    """Whether a name that ends in s may have lost or moved it before a possessive: "Mr Ebber's", "Highfields' plan"."""
    places = shorter.spelling.places
    if all(place.name.possessive and place.at == len(place.name.tokens) - 1 for place in places):
        return shorter.count < longer.count
    return longer.count < shorter.count and all(
        story.text[place.span.end : place.span.end + 1] in ("'", "’") and not _follows_the(place.name.span.start, story)
        for place in longer.spelling.places
    )


def _after_the(profile: Profile, story: Story) -> bool:
    return any(_follows_the(place.name.span.start, story) for place in profile.spelling.places)


def _follows_the(start: int, story: Story) -> bool:
    return story.text[max(0, start - 4) : start].lower() in ("the ", "the\n")


def impossible(odd: Profile, right: Profile, story: Story) -> bool:
    """Whether two near spellings are surely two words: parts of one name, one with something put before the other, a
    word and what is made of it, a word that has its capital from the place alone."""
    a, b = odd.text.casefold(), right.text.casefold()
    if abs(len(a) - len(b)) > 1 and (a.endswith(b) or b.endswith(a)):
        return True
    if any(b in rest for rest in odd.rests) or _in_titles(odd, right) or _in_titles(right, odd):
        return True
    least = min(odd.known.zipf, right.known.zipf)
    surname = lone_surname(odd, right)
    if _known_by_title(odd, right) or (surname and odd.in_headline and right.in_headline):
        return True
    if least >= _EVERYDAY and not surname and not (odd.before & right.before or odd.after & right.after):
        return True
    if plural(a, b):
        return _surely_plural(odd, right, story)
    if not one_surname(odd, right) and _surely_derived(odd, right):
        return True
    if both_places(odd, right) and not surname and not (odd.before & right.before or odd.after & right.after):
        return True
    return least >= _SLIP and not surname and any(_only_begins(profile) for profile in (odd, right))


def _in_titles(one: Profile, other: Profile) -> bool:
    """Whether *one* is a title before the other ("King Kong")."""
    return any(one.text in title.split() for title in other.titles)


_FAMOUS = 3.2
"""Zipf frequency from on which someone needs no given name behind a title."""


def _known_by_title(odd: Profile, right: Profile) -> bool:
    """Whether one of two surnames is introduced by a rank alone, as well-known people are, and the other in full."""
    lone, full = (odd, right) if odd.bare else (right, odd)
    first = lone.spelling.places[0].name.title.rstrip(".")
    ranked = lone.bare and first not in COURTESY and bool(first) and lone.known.zipf >= _FAMOUS
    return ranked and full.introduced and not full.alone and not full.titles & lone.titles


def _surely_plural(odd: Profile, right: Profile, story: Story) -> bool:
    if odd.before & right.before or odd.titles & right.titles:
        return False
    shorter, longer = sorted((odd, right), key=lambda profile: len(profile.text))
    if one_surname(odd, right) and not _after_the(longer, story):
        return False
    return not _misplaced_apostrophe(shorter, longer, story)


def lone_surname(odd: Profile, right: Profile) -> bool:
    """Whether one only stands alone, as a surname that does something or has its capital for itself, and the other is the
    surname of someone who is named in full."""
    lone, full = (odd, right) if odd.bare else (right, odd)
    if not lone.bare or not lone.known.surname or not full.introduced or lone.a_word:
        return False
    return lone.speaks or lone.acts or not lone.by_position


def one_surname(odd: Profile, right: Profile) -> bool:
    """Whether one only stands alone and does what people do, and the other is a surname that stands in full names alone."""
    lone, full = (odd, right) if odd.bare else (right, odd)
    return lone.bare and lone.speaks and full.introduced and not full.alone


_KNOWN_ENOUGH = 1.5
"""Zipf frequency from on which what looks like a form of another word is one, and no slip."""
_PEOPLES = ("is", "ns", "ans", "ians", "ites", "ers", "ist", "ists", "ism")
_DEMONYMS = ("n", "an", "ian", "ese", "i", "ite", "er", "ish", "ns", "ans", "ians", "is", "ites", "ers")


def _surely_derived(odd: Profile, right: Profile) -> bool:
    """Whether one word is made of the other: both are known, or the shorter is a place and the other its people."""
    shorter, longer = sorted((odd, right), key=lambda profile: len(profile.text))
    a, b = shorter.text.casefold(), longer.text.casefold()
    if short_form(a, b):
        return True
    if shorter.known.place and b.startswith(a) and b[len(a) :] in _DEMONYMS:
        return True
    if shorter.known.zipf >= KNOWN and b.startswith(a) and b[len(a) :] in _PEOPLES:
        return True
    if any(len(rest) > 2 for rest in odd.rests & right.rests):
        return False
    return min(odd.known.zipf, right.known.zipf) >= _KNOWN_ENOUGH and made_of(odd, right)


def _only_begins(profile: Profile) -> bool:
    return profile.by_position and (profile.known.zipf >= _A_WORD or profile.a_word)


def more_likely_right(a: Profile, b: Profile) -> tuple[Profile, Profile]:
    """The pair as (odd, right): by how each is used and known, then by order."""
    standing_a, standing_b = standing(a), standing(b)
    if standing_a == standing_b:
        return (b, a) if a.spelling.places[0].span < b.spelling.places[0].span else (a, b)
    return (a, b) if standing_a < standing_b else (b, a)


_WELL_KNOWN = 2.5
"""Zipf frequency from on which a name is right on its face; that it is commoner still says nothing about this story."""


def standing(profile: Profile) -> float:
    """How well a spelling stands: introduced in full, used often, a name on the lists, a word of English."""
    known = profile.known
    return min(known.zipf, _WELL_KNOWN) + 0.5 * known.listed + log2(profile.count) + profile.introduced
