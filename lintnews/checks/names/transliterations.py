"""Transliterations: one name of another script that a story writes in two spellings, or by an old and a new name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ...datafiles import load_data
from ...mentions.names.names import Name
from ...mentions.names.spelling_edits import folded
from ...mentions.names.word_frequency import familiarity
from ...mentions.quotations.quotations import Quotation
from ...mentions.words.lazy_pattern import LazyPattern
from ...record import Record
from ...source import Span
from .name_slips import explained_places

if TYPE_CHECKING:
    from ...story import Story


class Transliterated(Record, frozen=True):
    """A spelling of the group of spellings number ``group``; ``before`` is the word before it in its name, or ""."""

    group: int
    form: str
    span: Span
    before: str


class MixedTransliteration(Record, frozen=True):
    """``places`` are written ``odd``; ``right``, at ``other``, is commoner in the story or stands first.

    ``decided``: whether it is commoner.
    """

    odd: str
    places: tuple[Span, ...]
    right: str
    other: Span
    decided: bool


def find_mixed_transliterations(story: Story) -> Iterator[MixedTransliteration]:
    """Groups of which the story uses more than one spelling without saying why; for ``story.once``."""
    found: dict[tuple[int, str], list[Transliterated]] = {}
    for name in story.mentions(Name):
        for key, place in _in_name(name, story.text):
            found.setdefault(key, []).append(place)
    for places in found.values():
        if len({place.form for place in places}) > 1:
            yield from _mixed(places, story)


def _mixed(places: list[Transliterated], story: Story) -> Iterator[MixedTransliteration]:
    quoted = [quotation.inner for quotation in story.mentions(Quotation)]
    by_form: dict[str, list[Transliterated]] = {}
    for place in places:
        if not any(inner.contains(place.span) for inner in quoted):
            by_form.setdefault(place.form, []).append(place)
    if len(by_form) < 2:
        return
    right = max(by_form, key=lambda form: (len(by_form[form]), -by_form[form][0].span.start))
    for odd, several in by_form.items():
        if odd == right or _two_people(several, by_form[right], story) or _explained(several, by_form[right], story):
            continue
        decided = len(by_form[right]) > len(several)
        spans = tuple(place.span for place in several)
        yield MixedTransliteration(odd, spans, right, by_form[right][0].span, decided)


def _two_people(some: list[Transliterated], others: list[Transliterated], story: Story) -> bool:
    """Whether both spellings follow given names, and never the same or another form of it, or both are introduced."""
    first, second = _given_before(some), _given_before(others)
    if first and second and not first & second:
        return True
    return all(any(_INTRODUCED.match(story.text, place.span.end) for place in places) for places in (some, others))


_INTRODUCED = LazyPattern(r"(?: [A-Z][\w’'-]+){0,2}, (?:an?|the|who|\d\d?)\b")


def _given_before(places: list[Transliterated]) -> set[str]:
    people = _forms("of_people")
    return {
        str(people.get(word, (word,))[0])
        for place in places
        if (word := place.before.casefold()) and (word in people or familiarity(word).given)
    }


_SIDE_BY_SIDE = LazyPattern(
    r"(?:,? or | ?/ ?|, now |,? ?\(|,? called |, once |, the former |, known as )(?:[\w’']+ ){0,3}"
)


def _explained(some: list[Transliterated], others: list[Transliterated], story: Story) -> bool:
    every = sorted((place.span, place.form) for place in (*some, *others))
    for (first, form), (second, other) in pairwise(every):
        if form == other:
            continue
        gap = story.text[first.end : second.start]
        if explained_places(first, second, story) or _SIDE_BY_SIDE.fullmatch(gap):
            return True
    return False


def _in_name(name: Name, text: str) -> Iterator[tuple[tuple[int, str], Transliterated]]:
    groups, people = _forms("groups"), _forms("of_people")
    for at, token in enumerate(name.tokens):
        start, word = token.start, token.text.casefold()
        if word not in groups and word not in people:
            word = word.replace("’", "'").removeprefix("al-").removesuffix("s" if len(word) > 5 else " ")
            if word not in groups:
                continue
            start = token.start + token.text.casefold().replace("’", "'").find(word)
        before = name.tokens[at - 1].text if at else ""
        if word in groups:
            for number, form in groups[word][1]:
                span = Span(start, start + len(form))
                if span.of(text).casefold().replace("’", "'") == form.casefold() and not _keeps(span, text):
                    yield (number, ""), Transliterated(number, form, span, before)
        if word in people and len(name.tokens) > 1:
            for number, form in people[word][1]:
                for other in name.tokens:
                    if other is not token and len(other.text) > 2:
                        yield (number, folded(other.text)), Transliterated(number, form, token.span, "")


def _keeps(span: Span, text: str) -> bool:
    """Whether the words around belong to a name that keeps this spelling."""
    before, after = _keepers()
    return bool(before.search(text[max(0, span.start - 24) : span.start]) or after.match(text, span.end))


@cache
def _keepers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    facts = load_data("transliterations")
    before, after = ("|".join(map(re.escape, facts[side])) for side in ("before", "after"))
    state = r", (?:Texas|Tex|Florida|Fla|Missouri|Mo|Delaware|Del|Washington|Wash|Ontario|Ore|Oregon|Mich)\b"
    return re.compile(rf"\b(?:{before}) (?:the )?$"), re.compile(rf"(?:[’']s)? (?:{after})\b|{state}|-Mohyla")


@cache
def _forms(kind: str) -> dict[str, tuple[str, tuple[tuple[int, str], ...]]]:
    """By the first word of each spelling, casefolded: the group's first spelling, and (group, spelling) pairs."""
    filed: dict[str, tuple[str, tuple[tuple[int, str], ...]]] = {}
    for number, forms in enumerate(load_data("transliterations")[kind], 1 if kind == "groups" else 1001):
        for form in forms:
            word = form.split(" ")[0].casefold()
            filed[word] = (forms[0], (*filed.get(word, ("", ()))[1], (number, form)))
    return filed
