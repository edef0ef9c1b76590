"""What a story says of where a city lies: "Lyon, Germany", "the German city of Lyon", "Sydney, Australia's capital"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Annotated, ClassVar, NamedTuple, Self

from ...knowledge.folding import fold
from ...knowledge.gazetteer import Place, is_given_name, is_place, is_surname, places
from ...knowledge.nations import capital_of, nation_names, rivers, waters
from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern
from ..words.word_index import matches_from, starts_of
from .nation_words import NationWord

if TYPE_CHECKING:
    from ...story import Story

_NAME = r"[A-Z][\w'’.]*(?:-[\w'’]+)*"
_BEFORE = LazyPattern(rf"(?:{_NAME} )?(?:{_NAME} )?{_NAME}$")
_AFTER = LazyPattern(rf"{_NAME}(?:(?: |-)(?:d[aeo]s?|de la|la|le|el|al|on|upon|am|i)?(?: |-)?{_NAME}){{0,2}}")
_ENDS = LazyPattern(r"(?:[.;:)\n—–]|,(?! (?:and|or)\b)| [—–(-]|$)")
_NEXT_IN_LIST = LazyPattern(r",? (?:and |or )?(?=[A-Z])")
_LISTED_BEFORE = LazyPattern(r"(?:[A-Z][\w.'’]*,|[A-Z][\w.'’]* and|,)$")
_CITY_WORD = LazyPattern(
    r" (?:(?:port|coastal|border|resort|industrial|oil|mining|university|seaside|holy|historic|ancient|walled|main|big|capital|northern|southern|"
    r"eastern|western|central|north-?eastern|north-?western|south-?eastern|south-?western|second|third|largest) ){0,3}"
    r"(?:city|town|village|port|resort|capital|suburb)(?P<of> of|,)? (?=[A-Z])"
)
_DIRECTION = r"(?P<way>north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?"
_IN = LazyPattern(rf" in (?:the )?(?:{_DIRECTION} |the (?:far )?{_DIRECTION.replace('way', 'far')} of )?(?:the )?$")
_SET = LazyPattern(rf", (?:a|an|the) [a-z -]{{0,40}}(?:city|town|port|resort) in (?:{_DIRECTION} )?(?:the )?$")
_WAY_BEFORE = LazyPattern(rf"\b{_DIRECTION} $")
_CAPITAL = LazyPattern(r"\b[Cc]apital\b")
_OTHER_CAPITAL = LazyPattern(
    r" (?:markets?|gains?|punishment|spending|investments?|flight|flows?|controls?|account|inflows?|outflows?|ratio|requirements?|goods|"
    r"expenditures?|base|injection|adequacy|crimes?|cases?|murder|increases?|stock|cost|needs|raising|group|fund|management|partners|letters?|"
    r"region|territory|area|district|province|airport|club|offences?|sentences?|losses|structure|formation|equipment|inflow)\b"
)
_OF_CITY = LazyPattern(rf"(?: city)?(?: of|,)? (?={_NAME})")
_WATER = LazyPattern(
    r"(?:,| is| lies| stands)? (?:on|beside|overlooking) (?:the )?(?:(?:shores?|coast|banks?) of )?(?:the )?"
    r"(?P<water>(?:Lake )?[A-Z]\w+(?: (?:Sea|Ocean|Gulf|River))?)\b"
)
_PART_OF_NAME = LazyPattern(r"[A-Z][\w'’]* (?:of|and|&|de|for) $")
"""What stands before makes the city a part of another name: "Bank of Tokyo"."""
_LEAST = 100
"""Thousands of people from which on a city is known by its name alone."""
_GREAT = 700
_LEAST_ALONE = 25
"""The same for a city whose name no other place in the world bears."""


class PlaceClaim(Mention, frozen=True):
    """A claim about a city: ``says`` is "lies in", "capital of", "part of" (a country's north, say) or "on" (a river, a lake, a sea)."""

    kind: ClassVar[str] = "place-claim"
    says: Annotated[str, "lies in, capital of, part of, on"]
    city: Annotated[Span, "The city."]
    where: Annotated[Span, "The country or region, as the story names it."]
    name: Annotated[str, "The country's or region's name or adjective in full; the water's."]
    way: Annotated[str, "For part of: north, south-east …; else empty."]
    codes: Annotated[frozenset[str], "The codes of the country or region and what it takes in."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        found: dict[tuple[str, Span], _Claim] = {}
        for word in story.mentions(NationWord):
            for claim in _claims(story.text, word):
                found.setdefault((claim.says, claim.city), claim)
        for claim in _on_water(story):
            found.setdefault((claim.says, claim.city), claim)
        for claim in sorted(found.values(), key=lambda claim: (claim.city.start, claim.says)):
            span = Span(min(claim.city.start, claim.where.start), max(claim.city.end, claim.where.end))
            codes = claim.word.codes if claim.word else frozenset()
            yield cls(span, claim.says, claim.city, claim.where, claim.name, claim.way, codes)


class _Claim(NamedTuple):
    says: str
    city: Span
    where: Span
    word: NationWord | None
    way: str = ""

    @property
    def name(self) -> str:
        return self.word.name if self.word else self.way


def _claims(text: str, word: NationWord) -> Iterator[_Claim]:
    start, end = word.span.start, word.span.end
    if text[end : end + 1] in ("-", "‐", "‑") or text[start - 1 : start] in ("-", "/"):
        return
    if word.what == "adjective":
        yield from _city_of(text, word)
    elif text[start - 2 : start] == ", ":
        yield from _after_comma(text, word)
    else:
        yield from _after_in(text, word)
        yield from _city_of(text, word)
    yield from _capital(text, word)


def _after_comma(text: str, word: NationWord) -> Iterator[_Claim]:
    """ "Lyon, Germany": no list of places, and nothing that goes on as a sentence."""
    start, end = word.span.start, word.span.end
    city = city_before(text, start - 2)
    if city is None or not ends_there(text, end):
        return
    ahead = text[max(0, city.start - 40) : city.start].rstrip(" ")
    if _LISTED_BEFORE.search(ahead) and not ahead.endswith((" In,",)):
        return
    yield _Claim("lies in", city, word.span, word)


def ends_there(text: str, end: int) -> bool:
    """Whether a place's state, whose name ends at *end*, ends the phrase: no list of places goes on, nor a sentence."""
    if not _ENDS.match(text, end) or text[end : end + 2] in ("'s", "’s"):
        return False
    following = _NEXT_IN_LIST.match(text, end)
    return not (following and text[end] == "," and _is_place_at(text, following.end()))


def _may_be_a_person(name: str) -> bool:
    """Whether *name* is a surname as well as a city's name that isn't among the great ones ("Bush in Jordan")."""
    return is_surname(name) and not capital_of(name) and not is_place(name, thousands=_GREAT)


def _is_place_at(text: str, at: int) -> bool:
    match = _AFTER.match(text, at)
    if not match:
        return False
    first = match.group().split()[0].rstrip(".,")
    return first in nation_names() or known_city(first) or known_city(match.group())


def _after_in(text: str, word: NationWord) -> Iterator[_Claim]:
    start = word.span.start
    head = text[max(0, start - 80) : start]
    match = _SET.search(head) or _IN.search(head)
    if not match:
        return
    at = max(0, start - 80) + match.start()
    city = city_before(text, at)
    if city is None or (match.re is _IN.compiled and _may_be_a_person(text[city.start : city.end])):
        return
    groups = match.groupdict()
    way = groups.get("way") or groups.get("far") or ""
    if way:
        yield _Claim("part of", city, word.span, word, way.replace("-", ""))
    yield _Claim("lies in", city, word.span, word)


def _city_of(text: str, word: NationWord) -> Iterator[_Claim]:
    match = _CITY_WORD.match(text, word.span.end)
    if not match or (match.group("of") or "").strip() != "of":
        return
    city = city_at(text, match.end())
    if city is not None:
        before = _WAY_BEFORE.search(text, max(0, word.span.start - 14), word.span.start)
        if before:
            yield _Claim("part of", city, word.span, word, before.group("way").replace("-", ""))
        yield _Claim("lies in", city, word.span, word)


def _capital(text: str, word: NationWord) -> Iterator[_Claim]:
    start, end = word.span.start, word.span.end
    owner = text[end : end + 2] in ("'s", "’s")
    tail = end + 2 * owner + (text[end : end + 1] in ("'", "’") and not owner)
    if text[tail : tail + 1] == " " and (match := _CAPITAL.match(text, tail + 1)):
        if not _OTHER_CAPITAL.match(text, match.end()) and match.group()[0] == "c":
            yield from _apposed(text, word, start, match.end())
    elif (
        word.what != "adjective"
        and not owner
        and re.search(
            r"(?:the|then|is|was|now|,|—|–) capital (?:city )?of (?:the )?$", text[max(0, start - 28) : start]
        )
    ):
        at = text.rfind("apital", 0, start) - 1
        yield from _apposed(text, word, at, end)


def _apposed(text: str, word: NationWord, start: int, end: int) -> Iterator[_Claim]:
    """The city before or behind the words of capital that reach from *start* to *end*."""
    head = text[max(0, start - 60) : start]
    before = re.search(r"(?:,| is| was| became| becomes| —| –|, (?:now|then|once|which is|which was)) (?:the )?$", head)
    city = None
    if before:
        city = city_before(text, max(0, start - 60) + before.start())
    if city is None and (match := _OF_CITY.match(text, end)):
        city = city_at(text, match.end())
        if (
            city is not None
            and match.group().strip() == ","
            and _NEXT_IN_LIST.match(text, city.end)
            and text[city.end : city.end + 5] in (" and ",)
        ):
            city = None
    if city is not None:
        yield _Claim("capital of", city, word.span, word)


def _on_water(story: Story) -> Iterator[_Claim]:
    """ "Kisumu, on the Indian Ocean"."""
    text = story.text
    for match in matches_from(_WATER, text, _water_starts(story)):
        name = match.group("water")
        name = name if name in waters() else name.removesuffix(" River")
        if (name in waters() or name in rivers()) and (city := city_before(text, match.start())):
            yield _Claim("on", city, Span(*match.span("water")), None, name)


def _water_starts(story: Story) -> Iterator[int]:
    """Where "on" and the like may lead to a water, with "is" or "lies" before it."""
    text = story.text
    for at in starts_of(story, ("on", "beside", "overlooking")):
        for before in (" is ", " lies ", " stands ", ", "):
            if text.endswith(before, 0, at):
                yield at - len(before)
        yield at - 1


def city_before(text: str, end: int) -> Span | None:
    """The longest known city whose name ends at *end*; None if what stands there is no city or more than one ("Jack London")."""
    match = _BEFORE.search(text, max(0, end - 45), end)
    if not match:
        return None
    words = match.group().split(" ")
    at = match.start()
    for index in range(len(words)):
        name = " ".join(words[index:])
        if index and not _may_stand_before(words[index - 1]):
            return None
        if known_city(name) and not _is_part_of_name(text, at) and not _is_acronym(name):
            return Span(at, end)
        at += len(words[index]) + 1
    return None


def _is_part_of_name(text: str, at: int) -> bool:
    """Whether what stands before *at* makes a city part of another name; "Baghdad and" doesn't."""
    match = _PART_OF_NAME.search(text, max(0, at - 40), at)
    if match is None:
        return False
    first, joint = match.group().split()
    return joint != "and" or not known_city(first)


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) < 5


def _may_stand_before(word: str) -> bool:
    return word in (
        "In",
        "At",
        "From",
        "To",
        "Near",
        "For",
        "Of",
        "And",
        "But",
        "When",
        "While",
        "Outside",
        "Since",
        "With",
        "Around",
    )


def city_at(text: str, start: int) -> Span | None:
    """The longest known city whose name begins at *start*."""
    match = _AFTER.match(text, start)
    if not match:
        return None
    end = match.end()
    while end > start:
        name = text[start:end]
        for ending in ("'s", "’s", "."):
            name = name.removesuffix(ending)
        if known_city(name):
            following = text[start + len(name) : start + len(name) + 2]
            if len(following) > 1 and following[0] == " " and following[1].isupper():
                return None
            return Span(start, start + len(name))
        end = max(text.rfind(" ", start, end), text.rfind("-", start, end))
    return None


def known_city(name: str) -> bool:
    """Whether *name* is known by itself as a city's: that of a capital or of a hundred thousand people."""
    if name in nation_names() and not capital_of(name):
        return False
    if capital_of(name) or fold(name) in _on_waters():
        return True
    found = places(name)
    if any(map(is_city, found)) or (
        len(name) > 6 and any(place.kind == "city" and place.thousands >= _LEAST for place in found)
    ):
        return True
    if len(name) > 4 and found and found[0].kind == "city" and found[0].thousands >= _GREAT and not is_given_name(name):
        return True  # Basra, whose main name is Al Basrah
    return len(found) == 1 and len(name) > 4 and found[0].thousands >= _LEAST_ALONE and found[0].own


@cache
def _on_waters() -> frozenset[str]:
    return frozenset().union(*rivers().values(), *waters().values())


def is_city(place: Place) -> bool:
    return place.kind == "city" and place.thousands >= _LEAST and place.own
