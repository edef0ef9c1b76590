"""What speaks for and against two near spellings being one name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import log2
from typing import TYPE_CHECKING

from ...mentions.names.name_words import word_class
from ...mentions.names.spelling_edits import derived, folded, slip, sound
from ...mentions.names.spellings import Place, Spelling, edit_distance
from ...mentions.names.word_frequency import Familiarity, familiarity

if TYPE_CHECKING:
    from ...story import Story

_SMALL = re.compile(r"(?<!\w)[a-zß-öø-ÿ]{3,}")
_TIES = ("same-before", "same-after", "same-title", "surname", "like-name")
_AFTER = re.compile(r"[’']?s?[ \n]([a-z]{4,})")
_BEFORE = re.compile(r"([a-z]{4,})[ \n]\Z")
_PLAIN_WORDS = frozenset(
    [
        "said",
        "says",
        "that",
        "with",
        "from",
        "have",
        "been",
        "were",
        "will",
        "would",
        "could",
        "which",
        "when",
        "after",
        "before",
        "about",
        "into",
        "over",
        "under",
    ]
)
_SIDE_BY_SIDE = re.compile(
    r"[’']?s?(?:,| and| or| to| v| vs\.?|-| &| than| with| from| against|,? but(?: not)?)? (?:[A-Z][\w.]* ){0,2}$"
)


def evidence(odd: Spelling, right: Spelling, story: Story) -> dict[str, float]:
    """Features of a pair, each 0 to 2; one that is left out is 0. ``odd`` is the likelier slip."""
    found = dict(_of_the_words(odd, right))
    found.update(_of_the_places(odd, right, story))
    tied = any(found.get(name) for name in _TIES)
    several = bool(found.get("slip-several") or found.get("slip-block"))
    found["several-tied"] = several and tied
    found["several-unknown"] = several and not tied and found["right-known"] < 1
    by_surname = bool(found["surname"]) and not any(found.get(name) for name in _TIES if name != "surname")
    found["known-tied"] = bool(found["odd-common"]) and tied and not by_surname
    found["known-surname"] = bool(found["odd-common"]) and by_surname
    found["known-given"] = bool(found["odd-common"]) and bool(found["same-given"])
    found["slip-to-word"] = bool(found["odd-unknown"]) and found["right-known"] >= 1.5
    lowercase = story.once(_lowercase_words)
    found["odd-a-word"] = odd.text.casefold() in lowercase[0]
    found["right-a-word"] = right.text.casefold() in lowercase[0]
    return {name: float(value) for name, value in found.items() if value}


_SLIP = 1.0
"""Zipf frequency below which a word is rather a slip than a word that begins a sentence."""
_EVERYDAY = 4.0
"""Zipf frequency from on which both words are so common that without a shared word beside them they are two."""


def _share_a_word(odd: Spelling, right: Spelling) -> bool:
    return any(_texts(odd, side) & _texts(right, side) for side in ("before", "after"))


def _misplaced_apostrophe(shorter: Spelling, longer: Spelling, story: Story) -> bool:
    """Whether a name that ends in s may have lost or moved it before a possessive: "Mr Ebber's", "Highfields' plan"."""
    if all(place.name.possessive and place.at == len(place.name.tokens) - 1 for place in shorter.places):
        return shorter.count < longer.count
    return longer.count < shorter.count and all(
        story.text[place.span.end : place.span.end + 1] in ("'", "’") and not _after_the(place, story)
        for place in longer.places
    )


def _lowercase_words(story: Story) -> Iterator[frozenset[str]]:
    """All words that the story writes in small letters, as one set."""
    yield frozenset(_SMALL.findall(story.text))


def impossible(odd: Spelling, right: Spelling, story: Story) -> bool:
    """Whether two near spellings are surely two words: parts of one name, one with something put before the other, a word
    that has its capital from the place alone."""
    a, b = odd.text.casefold(), right.text.casefold()
    if abs(len(a) - len(b)) > 1 and (a.endswith(b) or b.endswith(a)):
        return True
    if any(_in_name(place, right.text) for place in odd.places):
        return True
    if min(familiarity(a).zipf, familiarity(b).zipf) >= _EVERYDAY and not _share_a_word(odd, right):
        return True
    if _plural(a, b) and not (_texts(odd, "before") & _texts(right, "before") or _titles(odd) & _titles(right)):
        shorter, longer = sorted((odd, right), key=lambda spelling: len(spelling.text))
        return not _misplaced_apostrophe(shorter, longer, story)
    if min(familiarity(a).zipf, familiarity(b).zipf) < _SLIP:
        return False
    return any(
        all(place.by_position for place in some.places)
        and (familiarity(some.text).zipf >= 3.5 or some.text.casefold() in story.once(_lowercase_words)[0])
        for some in (odd, right)
    )


def _of_the_words(odd: Spelling, right: Spelling) -> Iterator[tuple[str, float]]:
    a, b = odd.text, right.text
    known_a, known_b = familiarity(a), familiarity(b)
    yield f"slip-{slip(a, b)}", 1
    yield "first-letter", a[0].casefold() != b[0].casefold()
    yield "last-letter", a[-1].casefold() != b[-1].casefold()
    yield "short", max(0, 6 - min(len(a), len(b))) / 3
    yield "long", max(0, min(12, min(len(a), len(b))) - 6) / 3
    yield "plural", _plural(a, b)
    yield "derived", not _plural(a, b) and derived(a, b)
    yield "capitals", a.isupper() or b.isupper()
    yield "odd-known", min(known_a.zipf, 4) / 2
    yield "odd-common", known_a.zipf >= 3
    yield "odd-unknown", known_a.zipf == 0
    yield "odd-listed", known_a.listed
    yield "right-known", min(known_b.zipf, 4) / 2
    yield "right-unknown", known_b.zipf == 0
    yield "known-apart", max(0.0, min(known_b.zipf - known_a.zipf, 4)) / 2
    yield "right-listed", known_b.listed
    yield "both-given", known_a.given and known_b.given
    yield "right-often", min(right.count - 1, 4) / 2
    yield "odd-often", min(odd.count - 1, 4) / 2


def _plural(a: str, b: str) -> bool:
    short, long = sorted((a.casefold(), b.casefold()), key=len)
    return long == short + "es" or (long == short + "s" and short[-1] != "s")


def _of_the_places(odd: Spelling, right: Spelling, story: Story) -> Iterator[tuple[str, float]]:
    before_odd, before_right = _texts(odd, "before"), _texts(right, "before")
    after_odd, after_right = _texts(odd, "after"), _texts(right, "after")
    same_before, same_after = bool(before_odd & before_right), bool(after_odd & after_right)
    alike = _alike(before_odd, before_right) or _alike(after_odd, after_right)
    yield "same-before", same_before
    yield "same-after", same_after
    yield "same-given", any(familiarity(word).given for word in before_odd & before_right)
    rest = _same_rest(odd, right)
    yield "same-rest", rest > 0
    yield "same-rest-of-two", rest > 1
    yield "introduced-apart", not same_before and not alike and _introduced_apart(odd, right)
    yield "position-apart", _position_apart(odd, right) or _position_apart(right, odd)
    yield "given-and-bare", _given_and_bare(odd, right) or _given_and_bare(right, odd)
    yield "person-and-thing", _person_and_thing(odd, right, story) or _person_and_thing(right, odd, story)
    yield "like-name", alike and not same_before and not same_after
    settled = same_before or same_after or alike
    yield "other-before", bool(before_odd and before_right) and not settled
    yield "other-after", bool(after_odd and after_right) and not settled
    bare_odd, bare_right = _bare(odd), _bare(right)
    yield "introduced-twice", _introduced(odd, story) and _introduced(right, story)
    yield "bare-odd", bare_odd and not bare_right
    yield "bare-right", bare_right and not bare_odd
    yield "bare-both", bare_right and bare_odd
    yield "surname", _surname_of(odd, right, story) or _surname_of(right, odd, story)
    yield "same-title", bool(_titles(odd) & _titles(right))
    yield "same-words", bool(_around(odd, story) & _around(right, story))
    yield "begins-sentence", all(place.by_position for place in odd.places)
    yield "side-by-side", _side_by_side(odd, right, story)
    yield (
        "in-list",
        all(_in_list(place, story) for place in odd.places) or all(_in_list(p, story) for p in right.places),
    )
    if _plural(odd.text, right.text):
        shorter, longer = sorted((odd, right), key=lambda spelling: len(spelling.text))
        yield "the-plural", any(_after_the(place, story) for place in longer.places)
        yield "apostrophe", _misplaced_apostrophe(shorter, longer, story)


def _introduced_apart(odd: Spelling, right: Spelling) -> bool:
    """Whether both have a given name or an initial before them somewhere, and no two of these could be one person's."""
    before_odd, before_right = _given_before(odd), _given_before(right)
    return bool(before_odd and before_right) and not any(_one_given(a, b) for a in before_odd for b in before_right)


_INTRODUCTION = re.compile(r", (?:an?|the|who|whose|from|of|\d\d?)\b|,? who\b| \(\d\d?\)")


def _introduced(spelling: Spelling, story: Story) -> bool:
    """Whether the spelling is introduced somewhere: in a longer name, with an age, a role or a clause behind it."""
    return any(
        len(place.name.tokens) > 1 and _INTRODUCTION.match(story.text, place.name.span.end) for place in spelling.places
    )


def _given_before(spelling: Spelling) -> set[str]:
    befores = {place.before.casefold().rstrip(".") for place in spelling.places if place.before}
    return {word for word in befores if len(word) == 1 or familiarity(word).given or familiarity(word).surname}


def _one_given(a: str, b: str) -> bool:
    """Whether one person may be called both: equal, an initial, a short form, a slip."""
    shorter, longer = sorted((a, b), key=len)
    return longer.startswith(shorter) or (a[0] == b[0] and (sound(a) == sound(b) or edit_distance(a, b, 1) == 1))


def _position_apart(first: Spelling, last: Spelling) -> bool:
    """Whether *first* always begins a longer name and *last* always ends one ("Hale Tanner", "Andy Hall")."""
    return all(_begins(place) for place in first.places) and all(
        place.before and not place.after for place in last.places
    )


def _begins(place: Place) -> bool:
    return bool(place.after) and not place.at and place.after not in word_class("organisation_tails")


def _given_and_bare(given: Spelling, bare: Spelling) -> bool:
    """Whether *given* is always a given name before a surname and *bare* always stands alone: news uses surnames later."""
    return familiarity(given.text).given and all(_begins(place) for place in given.places) and _bare(bare)


def _person_and_thing(person: Spelling, thing: Spelling, story: Story) -> bool:
    """Whether one is someone's surname and the other never is and never does what people do."""
    if any(familiarity(place.before).given or _as_person(place, story) for place in thing.places):
        return False
    return any(place.before and familiarity(place.before).given for place in person.places)


def _in_name(place: Place, word: str) -> bool:
    return len(place.name.tokens) > 1 and any(token.text == word for token in place.name.tokens)


def _same_rest(odd: Spelling, right: Spelling) -> int:
    """How many other words (at most 2) two names share that differ in this word alone."""
    rests = {_rest(place) for place in right.places if len(place.name.tokens) > 1}
    shared = [rest for place in odd.places if (rest := _rest(place)) in rests and all(len(word) != 1 for word in rest)]
    return min(2, max((len(rest) - 1 for rest in shared), default=0))


def _rest(place: Place) -> tuple[str, ...]:
    return tuple("" if at == place.at else folded(token.text) for at, token in enumerate(place.name.tokens))


def _surname_of(bare: Spelling, full: Spelling, story: Story) -> bool:
    """Whether *bare* always stands alone, once at least as a person, and *full* is the last word of someone's name."""
    if not _bare(bare) or not any(_as_person(place, story) for place in bare.places):
        return False
    return any(place.at == len(place.name.tokens) - 1 > 0 and place.name.guess in _PEOPLE for place in full.places)


_PEOPLE = ("person", "unknown")


def _as_person(place: Place, story: Story) -> bool:
    if place.name.title:
        return True
    following = _AFTER.match(story.text, place.name.span.end)
    return bool(following and following[1] in word_class("speech_verbs"))


def _in_list(place: Place, story: Story) -> bool:
    """Whether the name stands between commas with other names: a team sheet, a table."""
    start, end = place.name.span.start - len(place.name.title), place.name.span.end
    start -= bool(place.name.title)
    before, after = story.text[max(0, start - 2) : start], story.text[end : end + 2]
    return (
        before in (", ", "; ", ": ", ") ")
        and (after[:1] in ",;(" or after in (" (", ".\n", ". "))
        and len(place.name.tokens) < 3
    )


def _after_the(place: Place, story: Story) -> bool:
    start = place.name.span.start
    return story.text[max(0, start - 4) : start].lower() in ("the ", "the\n")


def _texts(spelling: Spelling, side: str) -> set[str]:
    return {folded(text) for place in spelling.places if (text := getattr(place, side))}


def _alike(some: set[str], others: set[str]) -> bool:
    return any(
        len(a) > 3 and len(b) > 3 and (a[0] == b[0]) and (sound(a) == sound(b) or edit_distance(a, b, 2) <= 1)
        for a in some
        for b in others
    ) or any(a[:1] == b[:1] and min(len(a), len(b)) == 1 for a in some for b in others)


def _bare(spelling: Spelling) -> bool:
    return all(len(place.name.tokens) == 1 for place in spelling.places)


def _titles(spelling: Spelling) -> set[str]:
    return {place.name.title.rstrip(".") for place in spelling.places if place.name.title}


def _around(spelling: Spelling, story: Story) -> set[str]:
    words: set[str] = set()
    for place in spelling.places[:20]:
        span = place.name.span
        after = _AFTER.match(story.text, span.end)
        before = _BEFORE.search(story.text[max(0, span.start - 24) : span.start])
        words.update(match[1] for match in (after, before) if match and match[1] not in _PLAIN_WORDS)
    return words


def _side_by_side(odd: Spelling, right: Spelling, story: Story) -> bool:
    """Whether the two stand together somewhere as two: "Mann and Munn", "from Austria to Australia"."""
    return any(_together(first, second, story) for first, second in neighbours(odd, right))


def neighbours(odd: Spelling, right: Spelling) -> Iterator[tuple[Place, Place]]:
    """Each place of *odd* with the nearest places of *right* before and after it, in text order."""
    at = 0
    places = right.places
    for place in odd.places:
        while at < len(places) and places[at].span.end <= place.span.start:
            at += 1
        if at:
            yield places[at - 1], place
        if at < len(places):
            yield place, places[at]


def _together(first: Place, second: Place, story: Story) -> bool:
    gap = story.text[first.span.end : second.span.start]
    return len(gap) < 40 and _SIDE_BY_SIDE.fullmatch(gap) is not None


def more_likely_right(a: Spelling, b: Spelling) -> tuple[Spelling, Spelling]:
    """The pair as (odd, right): by what is known and how often each occurs, then by order."""
    standing_a, standing_b = standing(a), standing(b)
    if standing_a == standing_b:
        return (b, a) if a.places[0].span < b.places[0].span else (a, b)
    return (a, b) if standing_a < standing_b else (b, a)


def standing(spelling: Spelling) -> float:
    """How well a spelling stands: by how common it is in English, whether a list of names has it, and its count here."""
    known: Familiarity = familiarity(spelling.text)
    return min(known.zipf, 4) + 0.5 * known.listed + 0.8 * log2(spelling.count)
