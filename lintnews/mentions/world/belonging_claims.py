"""What a story says of where a thing belongs: "Germany's DAX", "the French carmaker Fiat", "the Louvre in London", "Grassley, R-Utah"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NamedTuple, Self

from ...datafiles import load_data
from ...knowledge.lands import is_land, lands
from ...knowledge.nations import area
from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern
from ..words.word_index import word_starts
from .belonging_words import BelongingWord
from .nation_words import NationWord, region_in_short
from .place_claims import city_at, city_before, ends_there

if TYPE_CHECKING:
    from ...story import Story

_REACH = 70
"""Characters between a land's word and the thing, at most."""
_OWNER = r"(?:'s|’s|'(?=[ \n])|’(?=[ \n]))"
_BETWEEN = LazyPattern(
    rf"(?P<owner>{_OWNER})?(?P<based>-based)?(?P<words>(?:[ \n][a-z][a-z'’-]*){{0,5}}),?[ \n](?P<the>the )?[\"“']?"
)
_BEHIND = LazyPattern(r",? (?:the|a|an|another|one of the|once a) (?:[a-z]+ ){0,2}")
_NOUN_BEHIND = LazyPattern(r"(?: [a-z][a-z-]*){1,4}")
_IN = LazyPattern(
    r"(?:(?: (?:football|rugby|cricket|main|international|national))? (?:airport|stadium|museum|ground|gallery|index|university|square))?"
    r",? (?:in|outside|just outside) (?:(?:north|south|east|west|central|downtown|inner|suburban|nearby)(?:ern|-?eastern|-?western|-?east|-?west)? )?(?:the (?:city|town|capital) of )?(?:the )?"
)
_CLOSED = LazyPattern(r"[,.;:)\n—–]| (?:who|which|that|and|with|on|in|for)\b|$")
_OF = LazyPattern(r"(?: (?:index|market|average|parliament))? of ")
_BASED_IN = LazyPattern(
    r"(?:,? (?:which is |is )?based in |(?:'s|’s)? (?:[a-z]+ )?(?:headquarters|head office|HQ) (?:is )?in )"
)
_ITS_SEAT = LazyPattern(r"\b(?:headquarters|head office) of (?:the )?$")
_AFTER_IN = LazyPattern(r" in ")
_AT = LazyPattern(r" (?:at|outside|inside) (?:the )?$")
_OWNED = LazyPattern(rf"{_OWNER} (?:famous |famed |historic )?$")
_BASED = LazyPattern(r"-based (?:[a-z-]+ ){0,4}$")
_STATE_BEHIND = LazyPattern(r",? \(?[DR]-(?=[A-Z])|,? of (?=[A-Z])|, (?:an?|the) (?=[A-Z])")
_PARTY = LazyPattern(r" (?:Republican|Democrat)\b")
_TITLE_BETWEEN = LazyPattern(
    r"(?:'s|’s)? (?:(?:senior|junior|former|Democratic|Republican|U\.S\.|GOP) )?(?:[Ss]en\.|[Ss]enator|[Gg]ov\.|[Gg]overnor|[Rr]ep\.|[Rr]epresentative|"
    r"[Cc]ongressman|[Cc]ongresswoman|Republican|Democrat|Republican Sen\.|Democratic Sen\.|Republican Gov\.|Democratic Gov\.),? "
)
_NAME_GOES_ON = LazyPattern(r"(?: |-)[A-Z][a-z]|-[a-z]")
_NOT_OF_THIS = LazyPattern(
    r"\b(?:unit|arm|subsidiary|division|branch|version|answer|equivalent|rival|rivals|partner|owner|parent|owned|former|dealer|importer|to|of|for|at|by|from|with|in|"
    r"against|over|and|or|says|said|than|joined|beat|club|coach|manager|team|open|champion|champions|ambassador|edition|office)\b"
)


class BelongingClaim(Mention, frozen=True):
    """A claim about a thing: ``says`` is "of a land", "in a city" or "of a state"."""

    kind: ClassVar[str] = "belonging-claim"
    says: Annotated[str, "of a land, in a city, of a state"]
    thing: Annotated[BelongingWord, "The thing of which it is said."]
    where: Annotated[Span, "The land or city, as the story names it."]
    codes: Annotated[frozenset[str], "The codes of the land; empty for a city."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        things = story.mentions(BelongingWord)
        if not things:
            return
        found: dict[tuple[Span, Span], _Claim] = {}
        words = land_words(story)
        for thing in things:
            for claim in _of_thing(story.text, thing, words):
                found.setdefault((claim.thing.span, claim.where), claim)
        for claim in sorted(found.values(), key=lambda claim: (claim.where.start, claim.thing.span.start)):
            span = Span(min(claim.thing.span.start, claim.where.start), max(claim.thing.span.end, claim.where.end))
            yield cls(span, claim.says, claim.thing, claim.where, claim.codes)


class _Claim(NamedTuple):
    says: str
    thing: BelongingWord
    where: Span
    codes: frozenset[str]


class LandWord(NamedTuple):
    span: Span
    codes: frozenset[str]
    adjective: bool
    region: bool


_CAPITALISED = re.compile(r"[A-Z][a-z]+")
_TIED = frozenset("@#-_")


def land_words(story: Story) -> tuple[LandWord, ...]:
    """The story's nation words, and what else stands for a land: Korean, Dane, Scot."""
    return tuple(story.once(_land_words))


def _land_words(story: Story) -> Iterable[LandWord]:
    known = {
        word.span.start: LandWord(word.span, word.codes, word.what == "adjective", word.what == "region")
        for word in story.mentions(NationWord)
    }
    for word, starts in story.once(word_starts)[0].items():
        if word[0].isupper() and _other_land(word) and _CAPITALISED.fullmatch(word):
            for span in (_with_side(story.text, Span(at, at + len(word))) for at in starts):
                if span is not None and span.start not in known and (codes := _other_land(span.of(story.text))):
                    known[span.start] = LandWord(span, codes, not area(span.of(story.text)), False)
    yield from (known[start] for start in sorted(known))


def _with_side(text: str, word: Span) -> Span | None:
    """*word* with the N or S of "S Korean"; None where it is tied to what stands before it."""
    before = text[max(0, word.start - 3) : word.start]
    if before[-2:] in ("N ", "S ") and not _is_tied(before[:-2]):
        return Span(word.start - 2, word.end)
    return None if _is_tied(before) else word


def _is_tied(before: str) -> bool:
    return before[-1:] in _TIED or before[-1:].isalnum()


@lru_cache(maxsize=20_000)
def _other_land(word: str) -> frozenset[str]:
    """The land of a word that nation words leave out; empty for other words and for a continent's."""
    codes = _KOREAS.get(word) or (lands(word) if " " not in word and is_land(word) else frozenset())
    return codes if len(codes) < _GROUP else frozenset()


_KOREAS = {
    "Korean": frozenset(("KR", "KP")), "S Korean": frozenset(("KR",)), "N Korean": frozenset(("KP",)),
}  # fmt: skip
_GROUP = 15
"""States from which on a word is a continent's."""


@cache
def _kinds() -> dict[str, Any]:
    kinds: dict[str, Any] = load_data("belonging_kinds")["kinds"]
    return kinds


def _of_thing(text: str, thing: BelongingWord, words: tuple[LandWord, ...]) -> Iterator[_Claim]:
    kind = _kinds()[thing.thing]
    start, end = thing.span.start, thing.span.end
    if text[end : end + 1] in ("-", "/") or (thing.thing != "politician" and _NAME_GOES_ON.match(text, end)):
        return
    first = bisect_left([word.span.end for word in words], start - _REACH)
    for word in words[first:]:
        if word.span.start >= end + _REACH:
            break
        if (word.span.end <= start and _says_before(text, word, thing, kind)) or (
            word.span.start >= end and _says_behind(text, word, thing, kind)
        ):
            yield _Claim("of a land", thing, word.span, word.codes)
    yield from _cities(text, thing, kind)
    if thing.thing == "politician":
        yield from _states(text, thing, words)


def _says_before(text: str, word: LandWord, thing: BelongingWord, kind: dict[str, Any]) -> bool:
    if _part_of_name(text, word.span) or word.region:
        return False
    match = _BETWEEN.fullmatch(text, word.span.end, thing.span.start)
    if not match or thing.thing in ("seat", "politician"):
        return False
    words = match.group("words")
    owner = match.group("owner") is not None
    if not owner and not match.group("based") and not word.adjective:
        return False
    if match.group("the") or _NOT_OF_THIS.search(words):
        return False
    if match.group("based"):
        return kind["nouns"] != [] and thing.thing != "person" and (not words or words.split()[-1] in kind["nouns"])
    if not words:
        return bool(kind["bare"]) and not thing.weak
    if not kind["bare"] and owner:
        return False
    return words.split()[-1] in kind["nouns"]


def _part_of_name(text: str, span: Span) -> bool:
    """Whether a hyphen or another capitalised word before ties the land's word to a name of its own."""
    if text[span.start - 1 : span.start] in ("-", "/", "‑"):
        return True
    before = text[max(0, span.start - 24) : span.start]
    return bool(re.search(r"(?:[A-Z][\w'’]+|&| and) $", before)) and not re.search(
        r"(?:^|[.!?:\n]) ?[A-Z][\w'’]+ $", before
    )


def _says_behind(text: str, word: LandWord, thing: BelongingWord, kind: dict[str, Any]) -> bool:
    between = (thing.span.end, word.span.start)
    if thing.thing in ("seat", "politician") or thing.weak:
        return False
    if word.adjective:
        if not _BEHIND.fullmatch(text, *between):
            return False
        noun = _NOUN_BEHIND.match(text, word.span.end)
        if not noun:
            return thing.thing == "person" and bool(_CLOSED.match(text, word.span.end))
        told = noun.group().split()
        at = next((n for n, one in enumerate(told) if one in kind["nouns"]), None)
        return (
            at is not None
            and not _NOT_OF_THIS.search(" ".join(told[: at + 2]))
            and bool(_CLOSED.match(text, noun.end()))
        )
    if word.region and text.startswith("Washington", word.span.start):  # the city
        return False
    if text[word.span.end : word.span.end + 2] in ("'s", "’s") or _NAME_GOES_ON.match(text, word.span.end):
        return False
    if thing.thing in ("person", "index", "parliament") and _OF.fullmatch(text, *between):
        return True
    if thing.thing == "person":
        return False
    return bool(kind["placed"]) and bool(_IN.fullmatch(text, *between))


def _cities(text: str, thing: BelongingWord, kind: dict[str, Any]) -> Iterator[_Claim]:
    """Cities that are said to be the thing's: where it stands, or where a firm or body has its seat."""
    start, end = thing.span.start, thing.span.end
    seat = _BASED_IN.match(text, end)
    if seat is None and _ITS_SEAT.search(text, max(0, start - 30), start):
        seat = _AFTER_IN.match(text, end)
    placed = (_IN.match(text, end) if kind["placed"] and not thing.weak else None) or seat
    if placed and (city := city_at(text, placed.end())):
        yield _Claim("in a city", thing, city, frozenset())
    before = _BASED.search(text, max(0, start - 60), start)
    if before is None and thing.cities and kind["bare"]:
        before = _OWNED.search(text, max(0, start - 14), start)
    if before is None and kind["placed"] and thing.cities:
        before = _AT.search(text, max(0, start - 14), start)
        if before and not re.search(r"\bin [A-Z][\w. -]+$", text[max(0, before.start() - 30) : before.start()]):
            before = None
    if (
        before
        and thing.thing not in ("person", "politician")
        and not _NOT_OF_THIS.search(before.group())
        and (city := city_before(text, before.start()))
    ):
        yield _Claim("in a city", thing, city, frozenset())
    if kind["placed"] and thing.cities and text[end : end + 2] == ", ":
        city = city_at(text, end + 2)
        if (
            city
            and ends_there(text, city.end)
            and re.search(r"\b(?:at|outside|inside) (?:the )?$", text[max(0, start - 12) : start])
        ):
            yield _Claim("in a city", thing, city, frozenset())


def _states(text: str, thing: BelongingWord, words: tuple[LandWord, ...]) -> Iterator[_Claim]:
    """The state that is said to be a politician's."""
    start, end = thing.span.start, thing.span.end
    match = _STATE_BEHIND.match(text, end)
    if match:
        short = region_in_short(text, match.end()) if "-" in match.group() else None
        if short:
            yield _Claim("of a state", thing, short[0], area(short[1]))
    at = bisect_right([word.span.start for word in words], end)
    for word in words[max(0, at - 2) : at + 1]:
        if not word.region:
            continue
        if word.span.end <= start and _TITLE_BETWEEN.fullmatch(text, word.span.end, start):
            yield _Claim("of a state", thing, word.span, word.codes)
        elif match and word.span.start == match.end():
            whole = match.group()
            if "-" in whole or whole.startswith((" of", ", of")) or _PARTY.match(text, word.span.end):
                yield _Claim("of a state", thing, word.span, word.codes)
