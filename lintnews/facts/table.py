"""The fact table: what a story states, one row for each thing that a fact-checker would verify, with all its places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from ..knowledge.gazetteer import is_place
from ..mentions.dates.ages import Age
from ..mentions.dates.dates import Date, PartialDate, Weekday
from ..mentions.dates.durations import Duration
from ..mentions.names.acronyms import Acronym
from ..mentions.names.names import ORGANISATION, PERSON, PLACE, Name
from ..mentions.names.people import Person
from ..mentions.numbers.quantities import Quantity
from ..mentions.quotations.quotations import Quotation
from ..mentions.words.sentences import Sentence
from ..mentions.world.nation_words import NationWord
from ..record import Record
from ..source import Span

if TYPE_CHECKING:
    from ..story import Story

ATTRIBUTES = (
    "person",
    "title",
    "age",
    "name",
    "place",
    "acronym",
    "date",
    "weekday",
    "duration",
    "number",
    "money",
    "percent",
    "measure",
    "quotation",
    "web address",
)
"""What a fact can be, in the order in which a fact-checker's list has them."""


class State(StrEnum):
    """CONTRADICTED: a finding is about it. CERTIFIED: a CQ mark stands behind it. KNOWN: lintnews or the house knows the name.

    REPEATED: told in several places, nothing found. UNCHECKED: told once, nothing found.
    """

    CONTRADICTED = "contradicted"
    CERTIFIED = "certified"
    KNOWN = "known"
    REPEATED = "repeated"
    UNCHECKED = "unchecked"


class Fact(Record, frozen=True):
    """One thing that the story states. ``places`` are all that state it, in order; ``text`` is how the first writes it.

    ``what`` is whom or what it is about (the person of an age or title, what a number counts, who is quoted), as far as it
    stands beside it, else empty. ``value`` is the same for all places: "12" for twelve. ``firm`` is how firmly it is told:
    the words that hedge it ("about"), or empty. ``quoted``: every place of it is inside a direct quotation. ``context`` is
    the sentence of the first place.
    """

    attribute: str
    what: str
    value: str
    text: str
    places: tuple[Span, ...]
    firm: str
    quoted: bool
    context: Span


class _Stated(Record, frozen=True):
    """One place that states something."""

    attribute: str
    what: str
    value: str
    span: Span
    firm: str = ""


def facts(story: Story) -> tuple[Fact, ...]:
    """All that the story states, in order of the first place; read once."""
    found: tuple[Fact, ...] = story.once(_facts)
    return found


def state(fact: Fact, contradicted: Iterable[Span] = (), certified: Iterable[Span] = ()) -> State:
    """The state of *fact*, where findings and their notes are about the *contradicted* spans of the story's text."""
    if any(place.overlaps(span) for span in contradicted for place in fact.places):
        return State.CONTRADICTED
    if any(place.overlaps(span) for span in certified for place in fact.places):
        return State.CERTIFIED
    return State.REPEATED if len(fact.places) > 1 else State.UNCHECKED


def _facts(story: Story) -> Iterator[Fact]:
    rows: dict[tuple[str, str, str], list[_Stated]] = {}
    for stated in _stated(story):
        rows.setdefault((stated.attribute, stated.what.casefold(), stated.value), []).append(stated)
    quoted = [quotation.inner for quotation in story.mentions(Quotation)]
    sentences = [sentence.span for sentence in story.mentions(Sentence)]
    made = [_fact(row, story, quoted, sentences) for row in rows.values()]
    yield from sorted(made, key=lambda fact: (fact.places[0], ATTRIBUTES.index(fact.attribute)))


def _fact(row: list[_Stated], story: Story, quoted: list[Span], sentences: list[Span]) -> Fact:
    places = tuple(sorted({stated.span for stated in row}))
    first = row[0]
    return Fact(
        first.attribute,
        first.what,
        first.value,
        story.words(places[0]),
        places,
        next((stated.firm for stated in row if stated.firm), ""),
        first.attribute != "quotation" and all(any(inner.contains(place) for inner in quoted) for place in places),
        next((span for span in sentences if span.contains(places[0])), places[0]),
    )


def _stated(story: Story) -> Iterator[_Stated]:
    for read in _READERS:
        yield from read(story)


def _people(story: Story) -> Iterator[_Stated]:
    for person in story.mentions(Person):
        for name in person.references:
            yield _Stated("person", "", person.name, name.span)
            if name.title:
                start = story.text.rfind(name.title, max(0, name.span.start - len(name.title) - 4), name.span.start)
                if start >= 0:
                    yield _Stated("title", person.name, name.title, Span(start, start + len(name.title)))


_THOUSANDS = 50
"""How many thousand people a place of a name has at least for the name to count as the place's."""


def _names(story: Story) -> Iterator[_Stated]:
    people = {name.span for person in story.mentions(Person) for name in person.references}
    people |= {acronym.span for acronym in story.mentions(Acronym)}
    for name in story.mentions(Name):
        if name.span in people or (
            name.initial and len(name.tokens) == 1 and name.guess not in (PERSON, PLACE, ORGANISATION)
        ):
            continue
        is_known = name.guess != PERSON and is_place(name.text, thousands=_THOUSANDS)
        yield _Stated("place" if name.guess == PLACE or is_known else "name", "", name.text, name.span)


def _nations(story: Story) -> Iterator[_Stated]:
    named = [name.span for name in story.mentions(Name)]
    for word in story.mentions(NationWord):
        if not any(span.overlaps(word.span) for span in named):
            yield _Stated("place", "", word.name, word.span)


def _ages(story: Story) -> Iterator[_Stated]:
    people = {name.span.end: person.name for person in story.mentions(Person) for name in person.references}
    for age in story.mentions(Age):
        owner = people.get(age.owner_span.end, age.owner) if age.owner_span else age.owner
        value = str(age.value) if age.value == age.most else f"{age.value} to {age.most}"
        yield _Stated("age", owner, value, age.span)


def _acronyms(story: Story) -> Iterator[_Stated]:
    meanings = {a.text: story.words(a.explained) for a in story.mentions(Acronym) if a.explained is not None}
    for acronym in story.mentions(Acronym):
        yield _Stated("acronym", meanings.get(acronym.text, ""), acronym.text, acronym.span)


def _days(story: Story) -> Iterator[_Stated]:
    for kind in (Date, PartialDate):
        for day in story.mentions(kind):
            yield _Stated("date", "", " ".join(story.words(day.span).split()), day.span)
    for weekday in story.mentions(Weekday):
        yield _Stated("weekday", "", story.words(weekday.span).rstrip("s.,"), weekday.span)
    for duration in story.mentions(Duration):
        yield _Stated(
            "duration", "", f"{duration.amount} {duration.unit}", duration.span, "about" if duration.rough else ""
        )


_MEASURES = {"money": "money", "percent": "percent", "points": "percent", "count": "number", "share": "number"}


def _figures(story: Story) -> Iterator[_Stated]:
    for quantity in story.mentions(Quantity):
        attribute = _MEASURES.get(quantity.measure, "measure")
        value = f"{quantity.value:,.10g}" + (f" {quantity.unit}" if quantity.unit else "")
        firm = "" if quantity.hedge.value == "exact" else quantity.hedge.value
        yield _Stated(attribute, quantity.counted, value, quantity.figure, firm)


def _quotations(story: Story) -> Iterator[_Stated]:
    for quotation in story.mentions(Quotation):
        if quotation.depth == 0 and len(quotation.inner) > 1:
            yield _Stated("quotation", "", " ".join(story.words(quotation.inner).split()), quotation.span)


_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>\"”)]+[^\s<>\"”).,;:!?]|\b[\w.+-]+@[\w-]+\.[\w.-]*\w")


def _addresses(story: Story) -> Iterator[_Stated]:
    for match in _ADDRESS.finditer(story.text):
        yield _Stated("web address", "", match.group(), Span(*match.span()))


_READERS: tuple[Callable[[Story], Iterator[_Stated]], ...] = (
    _people,
    _names,
    _nations,
    _ages,
    _acronyms,
    _days,
    _figures,
    _quotations,
    _addresses,
)
