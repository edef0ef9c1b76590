"""What a story says of lands: "the Indian state of Sindh", "the African nation of Laos", "Laos's border with Malaysia", "the Adriatic port of Varna"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, ClassVar, NamedTuple, Self

from ...datafiles import load_data
from ...knowledge.gazetteer import places
from ...knowledge.nations import coasts, groups, stands
from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern
from .nation_words import NationWord
from .place_claims import city_at, city_before, ends_there

if TYPE_CHECKING:
    from ...story import Story

_DIRECTIONS = r"(?:(?:north|south|east|west)(?:ern|-?eastern|-?western)? |central )?"
_STATE = LazyPattern(rf" {_DIRECTIONS}(?:state|province|territory|emirate|canton) of (?=[A-Z])")
_ISLAND = LazyPattern(
    r" (?:[a-z]+ ){0,2}(?:(?:islands? of|isle of|volcano|mountain|peak|lake|landmark|island),? )(?:the )?(?=[A-Z])"
)
_NAMES = LazyPattern(
    r"(?:[A-Z][\w'’.-]*)(?: (?:of|the|de|da|do|du|al|and) (?=[A-Z])| (?=[A-Z]))?(?:[A-Z][\w'’.-]*)?(?: [A-Z][\w'’-]*)?"
)
_IN = LazyPattern(r",? in (?:(?:north|south|east|west)(?:ern|-?eastern|-?western)? |central )?(?:the )?$|, $")
_GROUP = LazyPattern(
    r"\b(?P<group>(?:West|East|North|South|Central|Southeast|Southern|Eastern|southern|Middle) )?"
    r"(?P<name>African|Asian|European|American|Baltic|Balkan|Scandinavian|Nordic|Caribbean|Gulf|Arab|Himalayan|Pacific)"
    r"(?: island)? (?:nation|country|state|kingdom|republic)(?P<of> of|,)? (?:the )?(?=[A-Z])",
    needs=(" nation", " country", " state", " kingdom", " republic"),
)
_BORDER_WITH = LazyPattern(
    r"(?:'s|’s|'|’)? (?:[a-z]+ ){0,2}(?:border|frontier) with (?:the )?(?:(?:neighbou?ring|nearby) )?$"
)
_BORDER_BETWEEN = LazyPattern(r"\b(?:border|frontier) between (?:the )?$")
_AND = LazyPattern(r" and (?:the )?$")
_HYPHENED = LazyPattern(r"[-–/]$")
_BORDER = LazyPattern(r" (?:land )?(?:border|frontier)\b(?! (?:dispute|region|war)s?\b)")
FULL_NAMES: dict[str, str] = load_data("seas")["names"]
SEAS = tuple(FULL_NAMES)
_SEA = LazyPattern(
    rf"\b(?P<sea>{'|'.join(SEAS)})(?: Sea| Ocean| coast)? (?:(?:coastal|sea|beach|holiday|naval|container) )?"
    r"(?:port|resort|city|town|seaport)(?: city| town)?(?: of|,)? (?=[A-Z])",
    needs=SEAS,
)
_SEA_SET = LazyPattern(
    rf", (?:a|an|the|its) [a-z ]{{0,24}}(?:on the )?(?P<sea>{'|'.join(SEAS)})(?: Sea| Ocean)?(?: coast)? (?:port|resort|city|town)",
    needs=SEAS,
)
_LANDLOCKED = LazyPattern(r"\b[Ll]andlocked (?:[a-z]+ )?$")
_STATE_CAPITAL = LazyPattern(r", (?:the|its) (?:state|provincial)(?:'s|’s)? capital\b", needs=(" capital",))


class LandClaim(Mention, frozen=True):
    """A claim about a state, a region, an island, a landmark or a port."""

    kind: ClassVar[str] = "land-claim"
    says: Annotated[str, "state of, stands in, one of, borders on, on the sea, landlocked, state capital"]
    what: Annotated[Span, "The land, the city or the landmark of which it is said."]
    where: Annotated[Span, "The country, the group of countries or the sea."]
    name: Annotated[str, "The country's name or adjective in full; the group's; the sea's."]
    codes: Annotated[frozenset[str], "The codes of the country, or of those of the group or on the sea."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        text = story.text
        words = story.mentions(NationWord)
        claims = [claim for word in words for claim in _of_word(text, word)]
        claims += [*_groups(text, words), *_borders(text, words), *_seas(text), *_state_capitals(text)]
        found = {(claim.says, claim.what): claim for claim in claims}
        for claim in sorted(found.values(), key=lambda claim: (claim.what.start, claim.says)):
            span = Span(min(claim.what.start, claim.where.start), max(claim.what.end, claim.where.end))
            yield cls(span, claim.says, claim.what, claim.where, claim.name, claim.codes)


class _Claim(NamedTuple):
    says: str
    what: Span
    where: Span
    name: str
    codes: frozenset[str]


def _of_word(text: str, word: NationWord) -> Iterator[_Claim]:
    start, end = word.span.start, word.span.end
    if match := _STATE.match(text, end):
        region = _longest(text, match.end(), lambda name: any(place.kind == "region" for place in places(name)))
        if region:
            yield _Claim("state of", region, word.span, word.name, word.codes)
    if match := _ISLAND.match(text, end):
        island = _longest(text, match.end(), lambda name: name in stands())
        if island:
            yield _Claim("stands in", island, word.span, word.name, word.codes)
    if word.what != "adjective":
        at = max(0, start - 40)
        if (match := _IN.search(text, at, start)) and not text.startswith(("'", "’"), end):
            for name in _ending_at(text, match.start()) if match.group() != ", " or ends_there(text, end) else ():
                yield _Claim("stands in", name, word.span, word.name, word.codes)
        if text[end : end + 3] in ("'s ", "’s "):
            own = _longest(text, end + 3, lambda name: name in stands())
            if own:
                yield _Claim("stands in", own, word.span, word.name, word.codes)
    if _LANDLOCKED.search(text, max(0, start - 24), start) and word.what == "country":
        yield _Claim("landlocked", word.span, word.span, word.name, word.codes)


def _ending_at(text: str, end: int) -> Iterator[Span]:
    head = text[max(0, end - 40) : end]
    words = head.split(" ")
    for count in range(min(4, len(words)), 0, -1):
        name = " ".join(words[-count:])
        if name in stands():
            before = words[-count - 1] if count < len(words) else ""
            if not before[:1].isupper():
                yield Span(end - len(name), end)
            return


def _longest(text: str, start: int, known: Callable[[str], bool]) -> Span | None:
    match = _NAMES.match(text, start)
    if not match:
        return None
    end = match.end()
    while end > start:
        name = text[start:end]
        for ending in ("'s", "’s", "."):
            name = name.removesuffix(ending)
        if known(name):
            return Span(start, start + len(name))
        end = text.rfind(" ", start, end)
    return None


def _groups(text: str, words: tuple[NationWord, ...]) -> Iterator[_Claim]:
    starts = {word.span.start: word for word in words if word.what == "country"}
    for match in _GROUP.finditer(text):
        word = starts.get(match.end())
        name = f"{(match.group('group') or '').strip()} {match.group('name')}".strip()
        if word is not None and name in groups() and not text.startswith(("'", "’"), word.span.end):
            span = Span(match.start(), match.end("name"))
            yield _Claim("one of", word.span, span, name, groups()[name])


def _borders(text: str, words: tuple[NationWord, ...]) -> Iterator[_Claim]:
    for first, second in pairwise(words):
        between = text[first.span.end : second.span.start]
        if len(between) > 48 or "region" in (first.what, second.what):
            continue
        joined = (
            _BORDER_WITH.fullmatch(between)
            or (
                _AND.fullmatch(between)
                and _BORDER_BETWEEN.search(text, max(0, first.span.start - 24), first.span.start)
            )
            or (_HYPHENED.fullmatch(between) and _BORDER.match(text, second.span.end))
        )
        if joined:
            yield _Claim("borders on", first.span, second.span, second.name, second.codes)


def _seas(text: str) -> Iterator[_Claim]:
    for match in _SEA.finditer(text):
        city = city_at(text, match.end())
        if city:
            yield _on_sea(city, match.group("sea"), Span(*match.span("sea")))
    for match in _SEA_SET.finditer(text):
        city = city_before(text, match.start())
        if city:
            yield _on_sea(city, match.group("sea"), Span(*match.span("sea")))


def _on_sea(city: Span, sea: str, where: Span) -> _Claim:
    name = FULL_NAMES.get(sea, sea)
    return _Claim("on the sea", city, where, name, coasts()[name])


def _state_capitals(text: str) -> Iterator[_Claim]:
    for match in _STATE_CAPITAL.finditer(text):
        city = city_before(text, match.start())
        if city:
            yield _Claim("state capital", city, Span(match.start() + 2, match.end()), "", frozenset())
