"""foreign-word: a capital, a currency or a river of another country than the only one that the story tells of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, ClassVar, Literal

from ...check import Check, option
from ...datafiles import word_list
from ...knowledge.folding import fold
from ...knowledge.gazetteer import places, region_name
from ...knowledge.nations import (
    capital_of,
    capitals,
    coasts,
    holds,
    languages_of,
    money_of,
    money_words,
    nation_name,
    nation_names,
    nicknames,
    rivers,
    waters,
)
from ...match import Match, Note
from ...mentions.datelines.opening import datelines
from ...mentions.names.names import Name
from ...mentions.words.lazy_pattern import LazyPattern
from ...mentions.words.word_index import holds_any
from ...mentions.world.land_claims import SEAS
from ...mentions.world.nation_words import NationWord
from ...mentions.world.place_claims import PlaceClaim, is_city, known_city
from ...source import Span
from ...story import is_above
from .wrong_place import in_words

if TYPE_CHECKING:
    from ...story import Story

_CAPITAL_AFTER = LazyPattern(r"(?:'s|’s)? capital\b(?!-)")
_THE_BEFORE = LazyPattern(r"\b[Tt]he $")
_PLACED = LazyPattern(r"\b(?:in|In|at|At|of|from|From|near|Near|to|around|outside|Outside|across) $")
_PLURALS = {
    "kronor": "krona",
    "kroner": "krone",
    "krone": "krone",
    "levs": "lev",
    "leva": "lev",
    "lei": "leu",
    "lire": "lira",
    "pesetas": "peseta",
    "zlotys": "zloty",
}
_TRADED = frozenset(("yen", "yuan"))
"""Money that stories of any country count in."""
_MOST_OWNERS = 8
_CITY_AFTER = LazyPattern(
    r" (?:[a-z]+ )?(?:city|town|port|resort|village)\b(?! (?:of|council|hall|center|centre|government|official|police|officials)\b)(?!,? [A-Z])"
)
_MONEY = LazyPattern(
    r"\b(?:\d[\d,.]*|hundreds?|thousands?|millions?|billions?|ten|twenty|fifty|two|three|four|five|in) (?:(?:million|billion|thousand|hundred|of) )?"
    r"(?P<word>[a-z]{3,10})\b"
)
_RIVER = LazyPattern(r"\b[Tt]he (?:River |river )?(?P<river>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?= |[.,;:)]|'s|’s)(?! [A-Z])")
_TONGUE = LazyPattern(
    r", (?:his|her|its|their|the) (?:own )?(?:mother|native|national|official|local|country's)? ?(?:tongue|language)\b"
)
_GOVERNMENT = LazyPattern(
    r"\b(?:provincial|state|regional) (?:government|administration|parliament|assembly|authorities) (?:of|in) $"
)
_SEA = LazyPattern(
    rf"\b[Tt]he (?P<sea>{'|'.join(SEAS)})(?: Sea| Ocean| coast)?\b(?! (?:states?|countries|nations?|region|republics|fleet|Fleet)\b)(?! [A-Z])",
    needs=SEAS,
)
_NO_RIVER = word_list("ambiguous_rivers")
"""Rivers whose name is a state's, a person's or another thing's too."""


class ForeignWord(Check):
    """Flags the capital, the money or the river of a country (or state) that nothing else in the story speaks of.

    The story must begin in a city that is known to lie elsewhere, and name no place of the country whose word it is.
    """

    kind: ClassVar[str] = "foreign-word"
    values: ClassVar[tuple[str, ...]] = ("city", "right")
    what: Literal["capital", "city", "currency", "river", "language", "government", "sea", "nickname"] = option(
        "Which words are held against the city."
    )

    def matches(self, story: Story) -> Iterator[Match]:
        for span, right, city in _FINDERS[self.what](story):
            name = " ".join(word.capitalize() if word.isupper() else word for word in story.words(city).split())
            yield Match(span, values=(("city", name), ("right", right)), notes=(Note("The city", city),))


Found = tuple[Span, str, Span]


def _capital(story: Story) -> Iterator[Found]:
    """ "The Peruvian capital" in a story of Quito alone."""
    text = story.text
    claimed = {claim.where for claim in story.mentions(PlaceClaim) if claim.says == "capital of"}
    for word in story.mentions(NationWord):
        ending = _CAPITAL_AFTER.match(text, word.span.end)
        before = text[max(0, word.span.start - 4) : word.span.start]
        if not ending or word.span in claimed or is_above(story, word.span):
            continue
        if word.what != "country" and not _THE_BEFORE.search(before):
            continue
        city = _only_city(story, word.codes, [word])
        if city is None:
            continue
        name = story.words(city)
        codes = {nation.code for nation in nation_names()[word.name]}
        if any(fold(capital) in fold(text) for code in codes for capital in capitals(code)):
            continue
        own = [code for code in capital_of(name) if not code.startswith("~")]
        right = (
            f"{name.title()} is the capital of {nation_name(own[0])}"
            if own
            else f"{name.title()} is in {in_words(places(name)[0])}"
        )
        yield Span(word.span.start, ending.end()), right, city


def _city(story: Story) -> Iterator[Found]:
    """ "The Italian city" in a story of Lyon alone."""
    for word in story.mentions(NationWord):
        ending = _CITY_AFTER.match(story.text, word.span.end)
        if not ending or not _THE_BEFORE.search(story.text, max(0, word.span.start - 4), word.span.start):
            continue
        city = _only_city(story, word.codes, [word], least=0)
        if city is not None:
            name = story.words(city)
            yield Span(word.span.start, ending.end()), f"{name.title()} is in {in_words(places(name)[0])}", city


def _currency(story: Story) -> Iterator[Found]:
    """ "50,000 baht" in a story of Hanoi alone."""
    if not holds_any(story, _money_forms()):
        return
    found = [*_MONEY.finditer(story.text)]
    if sum(bool(money_of(match.group("word").removesuffix("s"))) for match in found) > 1:
        return  # prices and rates of a market
    for match in found:
        word = _PLURALS.get(match.group("word"), match.group("word"))
        money = money_of(word.removesuffix("s")) or money_of(word)
        if not money or word.removesuffix("s") in _TRADED:
            continue
        span = Span(*match.span("word"))
        codes = frozenset(country for country, _, _ in money)
        city = _only_city(story, codes, [])
        if city is None:
            continue
        if len(codes) <= _MOST_OWNERS:
            named = " or ".join(sorted(map(nation_name, codes))[:3])
            yield span, f"{match.group('word').capitalize()} are the money of {named}", city


@cache
def _money_forms() -> frozenset[str]:
    words = money_words()
    return words | {f"{word}s" for word in words} | _PLURALS.keys()


def _sea(story: Story) -> Iterator[Found]:
    """ "The Adriatic" in a story of Vienna or Izmir alone."""
    for match in _SEA.finditer(story.text):
        sea = next(name for name in coasts() if name.startswith(match.group("sea")))
        city = _only_city(story, coasts()[sea], [])
        if city is None or any(fold(name.text) in waters().get(sea, ()) for name in story.mentions(Name)):
            continue
        name = story.words(city)
        own = [water for water, cities in {**rivers(), **waters()}.items() if fold(name) in cities]
        yield (
            Span(*match.span("sea")),
            f"{name.title()} is on {'the ' * (not own[0].startswith('Lake'))}{own[0]}"
            if own
            else f"{name.title()} is in {in_words(places(name)[0])}",
            city,
        )


def _nickname(story: Story) -> Iterator[Found]:
    """ "The Windy City" in a story of Detroit alone."""
    for nickname, cities in nicknames().items():
        at = story.text.find(f"the {nickname}")
        if at < 0 or any(city in story.text or city.upper() in story.text for city in cities):
            continue
        city = _lead_city(story)
        if city is not None and not is_above(story, Span(at, at + 4)):
            yield Span(at + 4, at + 4 + len(nickname)), f"That is {' or '.join(cities)}", city


def _language(story: Story) -> Iterator[Found]:
    """ "Spanish, the national language" in a story of Recife alone."""
    for word in story.mentions(NationWord):
        if word.what != "adjective" or not _TONGUE.match(story.text, word.span.end):
            continue
        city = _only_city(story, word.codes, [word])
        if city is None:
            continue
        country = next(place.country for place in places(story.words(city)))
        spoken = languages_of(country)
        if spoken and word.name not in spoken:
            yield word.span, f"{nation_name(country)} speaks {spoken[0]}", city


def _government(story: Story) -> Iterator[Found]:
    """ "The provincial government of Sindh" in a story of Lahore alone."""
    for word in story.mentions(NationWord):
        if word.what != "region" or not _GOVERNMENT.search(story.text, max(0, word.span.start - 45), word.span.start):
            continue
        city = _only_city(story, word.codes, [word])
        if city is None:
            continue
        place = places(story.words(city))[0]
        if any(code.startswith(f"{place.country}.") for code in word.codes):
            yield word.span, f"{story.words(city).title()} is in {region_name(place.country, place.region)}", city


def _river(story: Story) -> Iterator[Found]:
    """ "The Rhine" in a story of Budapest alone."""
    for match in _RIVER.finditer(story.text):
        river = match.group("river").removesuffix(" River")
        if river not in rivers() or (river in _NO_RIVER and "iver" not in match.group()):
            continue
        city = _lead_city(story)
        if city is None:
            continue
        name = fold(story.words(city))
        own = [other for other, cities in rivers().items() if name in cities]
        named = {fold(found.text) for found in story.mentions(Name)}
        if not own or name in rivers()[river] or named & rivers()[river] or any(other in story.text for other in own):
            continue
        others = {place.country for n in rivers()[river] for place in places(n)[:1] if is_city(place)}
        here = {place.country for place in places(name)[:1]}
        if any(w.codes & (others - here) for w in story.mentions(NationWord)):
            continue
        yield Span(*match.span("river")), f"{story.words(city).title()} is on the {own[0]}", city


_FINDERS = {
    "capital": _capital,
    "city": _city,
    "currency": _currency,
    "river": _river,
    "language": _language,
    "government": _government,
    "sea": _sea,
    "nickname": _nickname,
}


def _only_city(story: Story, codes: frozenset[str], apart: list[NationWord], least: int = 20) -> Span | None:
    """The city in which the story begins, if it lies outside *codes* and nothing but *apart* speaks of a place inside."""
    if any(word.codes & codes for word in story.mentions(NationWord) if word not in apart):
        return None
    city = _lead_city(story)
    if city is None or any(holds(codes, place) for place in places(story.words(city))):
        return None
    for name in story.mentions(Name):
        if any(word.span.start < name.span.end and name.span.start < word.span.end for word in apart):
            continue
        for text in {name.text, name.last, name.tokens[0].text}:
            found = places(text)
            if any(holds(codes, place) and (place.thousands >= least or place.kind == "region") for place in found):
                return None
    return city


def _lead_city(story: Story) -> Span | None:
    """The dateline's city, or the first city that the body names."""
    for dateline in datelines(story):
        known = len(dateline.place) > 2 and known_city(story.words(dateline.place))
        return dateline.place if known else None
    for name in story.mentions(Name):
        if not is_above(story, name.span) and len(name.text) > 3 and known_city(name.text) and not name.title:
            start = name.span.start
            placed = _PLACED.search(story.text, max(0, start - 12), start) or name.initial
            return name.span if placed and not name.possessive else None
    return None
