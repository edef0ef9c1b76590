"""lone-place: a land or city that nothing else in the story speaks of, where another must be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from ...check import Check, option
from ...knowledge.folding import fold
from ...knowledge.gazetteer import places
from ...knowledge.lands import is_land, lands
from ...knowledge.nations import coasts, nation_name, neighbours
from ...match import Match, Note
from ...mentions.names.names import ORGANISATION, PERSON, Name
from ...mentions.words.lazy_pattern import LazyPattern
from ...mentions.words.sentences import Sentence
from ...mentions.world.belonging_claims import LandWord, land_words
from ...mentions.world.belonging_words import BelongingWord
from ...mentions.world.land_claims import FULL_NAMES, SEAS
from ...mentions.world.place_claims import city_at
from ...mentions.world.told_lands import ToldLand, city_codes, countries, share_land, tell_of_lands, told_lands
from ...source import Span

if TYPE_CHECKING:
    from ...story import Story

_PLACED = LazyPattern(
    r"\b(?:[Ii]n|[Aa]cross|[Oo]utside|[Nn]ear) (?:(?:the|north|south|east|west|central|downtown|northern|southern|eastern|western) )*$"
)
_STANDS = ("index", "building", "mountain or river")
"""Kinds of things that a sentence names with the place where they are, or with none: 107 times of 115 in half A."""
_LISTED = LazyPattern(r",? (?:and|or)(?: the)? |, (?:the )?")
_ABROAD = LazyPattern(
    r"\b(?:embassy|ambassador|consulate|visit\w*|born|native|trained|educated|captured|detained|arrested|returned|flew|flown|fled|moved|deported|travel\w*|trip|"
    r"like|unlike|than|abroad|overseas|exile\w*|later|previously|met|meeting|talks|minister|president|champions?|leg|club)\b",
    re.IGNORECASE,
)
"""Words of a sentence that join places of several lands."""
_NOUNS = (
    "meeting", "summit", "conference", "games", "tournament", "race", "talks", "festival", "championships", "marathon", "match", "final", "trial", "congress",
    "convention", "rally", "show", "fair", "exhibition", "concert", "event", "ceremony", "auction", "march", "riot", "bombing", "attack", "blast",
    "explosion", "crash", "earthquake", "quake", "fire", "siege", "massacre", "derby", "museum", "gallery", "stadium", "factory", "plant", "mine", "prison",
    "jail", "hospital", "university", "school", "airport", "airfield", "base", "port", "refinery", "shipyard", "hotel", "church", "cathedral", "mosque",
    "court", "zoo", "theatre", "theater", "club", "clinic", "laboratory",
)  # fmt: skip
"""What is at one place; "the Leeds …" before them names a place that was told before."""
_DEFINITE = LazyPattern(
    rf"\b[Tt]he (?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}}) (?P<noun>{'|'.join(_NOUNS)})\b(?! (?:of|in) [A-Z])"
)
_TOWN = 50
"""Thousands of people from which on a capitalised word is read as a town's name."""
_CUE_REACH = 18
"""Characters before a land in which a cue stands: "neighbouring the "."""
_FELLOW = LazyPattern(r"\b[Ff]ellow $|\b[Aa]nother $", needs=("ellow ", "nother "))
_NAMED = LazyPattern(r"[.,;:)\n]| [A-Z]|$")
_NEIGHBOUR = LazyPattern(r"\b[Nn]eighbou?ring (?:the )?$", needs=("eighboring ", "eighbouring "))
_ON_SEA = LazyPattern(
    rf"\b(?:on|along|overlooking) the (?:shores? of the |coast of the )?(?P<sea>{'|'.join(SEAS)})\b(?! (?:states?|countries|nations?|region))",
    needs=SEAS,
)
_FEW = 6
"""A story that tells of more lands may speak of any sea."""
_ITS_SEAT = LazyPattern(r"\b[Ii]ts (?:[a-z]+ )?(?:headquarters|head office) in ", needs=("quarters in ", "office in "))
_SEATED = ("central bank", "exchange", "seat")
_REACH = 320
_THE = LazyPattern(r"\b[Tt]he $")
_FIRM_NOUN = LazyPattern(
    r" (?:[a-z]+ )?(?:firm|company|group|giant|carmaker|maker|bank|airline|carrier|operator|retailer|insurer|manufacturer|lender|concern|conglomerate|"
    r"utility|brewer|chain|drugmaker|automaker)\b(?! (?:of|in)\b)(?!-)(?!,? [A-Z])"
)
_FIRMS = (
    "airline",
    "carmaker",
    "bank",
    "insurer",
    "oil and energy firm",
    "telecoms firm",
    "technology firm",
    "aircraft maker",
    "drugmaker",
    "retailer",
)
_OWNER = ("'s", "’s")


class LonePlace(Check):
    """Flags a land or city of which nothing else in the story speaks, where what stands beside it belongs to another."""

    kind: ClassVar[str] = "lone-place"
    values: ClassVar[tuple[str, ...]] = ("right",)
    beside: Literal[
        "a thing", "a city", "cities", "fellow", "neighbouring", "told twice", "a sea", "a seat", "a firm"
    ] = option("What stands beside the place's word.")

    def matches(self, story: Story) -> Iterator[Match]:
        for span, right, note in _FINDERS[self.beside](story):
            yield Match(span, (("right", right),), (Note("Another place", note),) if note else ())


Found = tuple[Span, str, Span | None]


def _thing(story: Story) -> Iterator[Found]:
    """ "Germany's shares rose, lifting the CAC 40": what a thing belongs to is not named, and another place is."""
    things = [thing for thing in story.mentions(BelongingWord) if thing.thing in _STANDS and not thing.weak]
    for thing in things:
        sentence = _sentence(story, thing.span)
        if sum(_within(other.span, sentence) for other in things) > 1 or story.words(thing.span) == "Wall Street":
            continue
        here = [one for one in tell_of_lands(story, sentence) if one.span != thing.span]
        placed = [one for one in here if _is_placed(story.text, one)]
        own = _states(thing.codes)
        if len(placed) != 1 or any(share_land(_states(one.codes), own) for one in here):
            continue
        place = placed[0]
        first, last = sorted((place.span, thing.span))
        listed = _LISTED.fullmatch(story.text, first.end, last.start)
        if listed or any(one.word is None and one is not place for one in here):
            continue
        if _is_lone(story, place):
            cities = thing.cities[:1] or tuple(sorted(nation_name(code.partition(".")[0]) for code in thing.codes))
            yield place.span, f"{story.words(thing.span)} is of {' or '.join(cities)}", thing.span


def _sentence(story: Story, span: Span) -> Span:
    return next((one.span for one in story.mentions(Sentence) if _within(span, one.span)), span)


def _within(span: Span, sentence: Span) -> bool:
    return sentence.start <= span.start < sentence.end


def _is_placed(text: str, one: ToldLand) -> bool:
    """Whether a land or city says where something is: "in Leeds", "Germany's"."""
    if one.word and not one.word.adjective and text[one.span.end : one.span.end + 2] in _OWNER:
        return True
    return not (one.word and one.word.adjective) and bool(
        _PLACED.search(text, max(0, one.span.start - 24), one.span.start)
    )


def _is_lone(story: Story, place: ToldLand) -> bool:
    """Whether nothing else in the story tells of the land of *place*."""
    return not any(
        share_land(one.codes, place.codes) for one in story.once(told_lands) if one.span.start != place.span.start
    )


def _sentence_of_another(story: Story, many: bool) -> Iterator[Found]:
    """ "In Iran, between Baghdad and Basra": all that a sentence names but its only land is of one other land."""
    words = [ToldLand(word.span, countries(word.codes), word) for word in land_words(story) if word.codes]
    for word in words:
        if not _is_placed(story.text, word) or any(
            share_land(word.codes, one.codes) for one in words if one is not word
        ):
            continue
        sentence = _sentence(story, word.span)
        if sum(_within(one.span, sentence) for one in words) > 1 or _ABROAD.search(
            story.text, sentence.start, sentence.end
        ):
            continue
        rest = [one for one in tell_of_lands(story, sentence) if not one.word and (many or one.city)]
        if not rest or (len(rest) > 1) != many or _owns_a_person(story, word.span):
            continue
        common = frozenset.intersection(*(_states(one.codes) for one in rest))
        if common and not share_land(_states(word.codes), common) and _is_lone(story, word):
            yield word.span, _those(story, rest, common), rest[0].span


def _owns_a_person(story: Story, span: Span) -> bool:
    """ "Cameroon's Abel Mbida": a player whose club is elsewhere."""
    starts = (span.end + 3,) if story.text[span.end : span.end + 2] in _OWNER else ()
    return any(name.span.start in starts and name.guess == PERSON for name in story.mentions(Name))


def _states(codes: frozenset[str]) -> frozenset[str]:
    return frozenset(code.partition(".")[0] for code in codes)


def _those(story: Story, rest: list[ToldLand], common: frozenset[str]) -> str:
    names = list(dict.fromkeys(story.words(one.span) for one in rest))
    return f"{' and '.join(names[:2])} {'are' if len(names) > 1 else 'is'} in {nation_name(min(common))}"


def _told_twice(story: Story) -> Iterator[Found]:
    """ "A summit in Hong Kong" and "the Singapore summit", where neither place is told of again."""
    for match in _DEFINITE.finditer(story.text):
        place, noun = match["place"], match["noun"]
        if not _place_codes(place) or len(re.findall(rf"\b{re.escape(place)}\b", story.text)) > 1:
            continue
        pattern = rf"\b(?i:{noun})(?: [\w-]+){{0,5}}?,? (?:in|at) (?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
        found: dict[str, Span] = {}
        for other in re.finditer(pattern, story.text):
            for name in (other["place"], other["place"].split()[0]):
                if _place_codes(name):
                    found.setdefault(name, Span(other.start("place"), other.start("place") + len(name)))
                    break
        if len(found) == 1:
            (name, span), codes = next(iter(found.items())), _place_codes(place)
            both_cities = not (is_land(name) or is_land(place))
            if name != place and (both_cities or not share_land(_states(codes), _states(_place_codes(name)))):
                yield Span(*match.span("place")), f"the {noun} in {name}", span


def _sea(story: Story) -> Iterator[Found]:
    """ "The main Ukrainian outlet on the Caspian": no land or city of the story lies on it."""
    for match in _ON_SEA.finditer(story.text):
        name = FULL_NAMES.get(match["sea"], match["sea"])
        told = {state for one in story.once(told_lands) for state in _states(one.codes)}
        coastal = {state for states in coasts().values() for state in states}
        if told and told <= coastal and not told & coasts()[name] and len(told) < _FEW:
            own = sorted({sea for sea, states in coasts().items() if states & told})
            yield Span(*match.span("sea")), ", the ".join(own[:3]), None


def _seat(story: Story) -> Iterator[Found]:
    """ "At its headquarters in Vienna" right after the Bundesbank, the only body of the sentences before that has a city."""
    for match in _ITS_SEAT.finditer(story.text):
        city = city_at(story.text, match.end())
        if city is None:
            continue
        name = story.words(city)
        before = [
            thing
            for thing in story.mentions(BelongingWord)
            if thing.cities
            and thing.thing in _SEATED
            and thing.span.end <= match.start()
            and match.start() - thing.span.end < _REACH
        ]
        if not before or len({thing.known.name for thing in before}) != 1 or not city_codes(name):
            continue
        thing = before[-1]
        others = [
            one
            for one in story.mentions(Name)
            if thing.span.end < one.span.start < match.start()
            and (one.guess == ORGANISATION or (len(one.tokens) > 1 and one.guess != PERSON))
        ]
        if (
            not others
            and all(fold(name) != fold(own) for own in thing.cities)
            and _is_lone(story, ToldLand(city, city_codes(name)))
        ):
            yield city, f"{story.words(thing.span)} sits in {thing.cities[0]}", thing.span


def _firm(story: Story) -> Iterator[Found]:
    """ "The Japanese company" behind Daewoo, the only firms of the lines before being of another land."""
    text = story.text
    for word in land_words(story):
        if not word.adjective or not _THE.search(text, max(0, word.span.start - 4), word.span.start):
            continue
        noun = _FIRM_NOUN.match(text, word.span.end)
        if noun is None:
            continue
        codes = countries(word.codes)
        firms = [
            thing
            for thing in story.mentions(BelongingWord)
            if thing.thing in _FIRMS and not thing.weak and 0 < word.span.start - thing.span.end < _REACH
        ]
        if (
            firms
            and not any(share_land(countries(firm.codes), codes) for firm in firms)
            and _is_lone(story, ToldLand(word.span, codes))
        ):
            lands_of = " or ".join(sorted({nation_name(code.partition(".")[0]) for code in firms[-1].codes}))
            yield word.span, f"{story.words(firms[-1].span)} is of {lands_of}", firms[-1].span


def _place_codes(name: str) -> frozenset[str]:
    if is_land(name):
        return countries(lands(name))
    found = [place for place in places(name) if place.thousands >= _TOWN]
    return countries(frozenset(f"{place.country}.{place.region}" for place in found[:1]))


def _lands_behind(cue: LazyPattern, story: Story) -> list[LandWord]:
    """The lands that *cue* stands right before; none are read where the story has no word of it."""
    if not any(piece in story.text for piece in cue.needs):
        return []
    return [w for w in land_words(story) if cue.search(story.text, max(0, w.span.start - _CUE_REACH), w.span.start)]


def _fellow(story: Story) -> Iterator[Found]:
    """ "Fellow Kenyan", "another Kenyan" in a story that tells of no Kenyan before."""
    for word in _lands_behind(_FELLOW, story):
        told = story.once(told_lands)
        another = story.text[word.span.start - 8 : word.span.start].lower() == "another "
        if another and not _NAMED.match(story.text, word.span.end):
            continue
        codes = countries(word.codes)
        others = [one for one in told if one.word and one.span.start != word.span.start]
        if codes and others and _is_lone(story, ToldLand(word.span, codes, word)):
            yield word.span, "", None


def _neighbour(story: Story) -> Iterator[Found]:
    """ "Neighbouring Kenya" in a story of lands that all lie elsewhere."""
    for word in _lands_behind(_NEIGHBOUR, story):
        codes = countries(word.codes)
        others = {code for one in story.once(told_lands) if not share_land(one.codes, codes) for code in one.codes}
        if len(codes) != 1 or not others or any("." in code or code.startswith("~") for code in codes | others):
            continue
        near = neighbours(next(iter(codes)))
        if (
            near
            and all(neighbours(code) for code in others)
            and not others & set(near)
            and not _over_sea(codes, others)
        ):
            yield word.span, ", ".join(sorted(map(nation_name, near))), None


def _over_sea(codes: frozenset[str], others: set[str]) -> bool:
    """Whether a sea lies between that both are on, other than the oceans."""
    return any(codes & states and others & states for sea, states in coasts().items() if not sea.endswith("Ocean"))


def _city(story: Story) -> Iterator[Found]:
    return _sentence_of_another(story, many=False)


def _cities(story: Story) -> Iterator[Found]:
    return _sentence_of_another(story, many=True)


_FINDERS = {
    "a thing": _thing, "a city": _city, "cities": _cities, "fellow": _fellow, "neighbouring": _neighbour, "told twice": _told_twice, "a sea": _sea, "a seat": _seat, "a firm": _firm,
}  # fmt: skip
