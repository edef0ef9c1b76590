"""Words for states and regions: names, adjectives, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Annotated, ClassVar, NamedTuple, Self

from ...datafiles import load_data
from ...knowledge.nations import area, first_words, nation_names
from ...mention import Mention
from ...source import Span
from ..words.word_index import word_starts

if TYPE_CHECKING:
    from ...story import Story

_CAPITALISED = re.compile(r"(?<![\w@#])[A-Z][\w.'’ü]*")
_LETTERS = re.compile(r"\w+")
_INSIDE = (".", "'", "’")
_APART = frozenset(("New", "South", "North", "West", "East", "Guinea", "Papua", "Equatorial", "Northwest", "Northeast"))


class NationWord(Mention, frozen=True):
    """A state's or region's name or adjective where it stands, "Kan." and "Ont." too, without a possessive ending."""

    kind: ClassVar[str] = "nation-word"
    name: Annotated[str, "The name in full: Kansas for Kan."]
    what: Annotated[str, "country, adjective or region; the first of them where it may be several"]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        text = story.text
        for start, word in _words(story):
            found = _read(text, start, word)
            if found is not None:
                yield cls(Span(start, start + found.length), found.name, found.what)

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all that the word takes in."""
        return area(self.name)


class _Found(NamedTuple):
    length: int
    name: str
    what: str


def _words(story: Story) -> Iterator[tuple[int, str]]:
    text = story.text
    firsts, short = first_words(), _abbreviations()
    starts: dict[str, list[int]] = story.once(word_starts)[0]
    for at in sorted(at for word in starts.keys() & _beginnings() for at in starts[word]):
        match = _CAPITALISED.match(text, at)
        if match is None or (text[at - 1 : at] in _INSIDE and _is_inside(text, at)):
            continue
        word = match.group()
        for end in ("'s", "’s", "s'", "s’"):
            word = word.removesuffix(end) if word not in firsts else word
        bare = word.rstrip(".'’")
        if word in firsts or bare in firsts or word in short:
            yield match.start(), bare if bare in firsts and word not in firsts and word not in short else word


def _is_inside(text: str, at: int) -> bool:
    """Whether what stands at *at* goes on with a capitalised word that has begun before: "St.Kitts"."""
    begin = at
    while begin and (text[begin - 1] in _INSIDE or text[begin - 1].isalnum() or text[begin - 1] == "_"):
        begin -= 1
    first = _CAPITALISED.search(text, begin, at + 1)
    return first is not None and first.start() < at


@cache
def _beginnings() -> frozenset[str]:
    """The letters that names and abbreviations begin with, up to a point or an apostrophe; with an s where one may be added."""
    found = {match[0] for name in (*first_words(), *_abbreviations()) if (match := _LETTERS.match(name))}
    return frozenset(found | {f"{word}s" for word in found})


def _read(text: str, start: int, word: str) -> _Found | None:
    name = next(
        (
            n
            for n in first_words().get(word, ())
            if text.startswith(n, start) and not text[start + len(n) :][:1].isalnum()
        ),
        None,
    )
    if name is None:
        full = _abbreviations().get(word)
        return _Found(len(word), full, "region") if full and text[start - 2 : start] == ", " else None
    before = text[max(0, start - 12) : start].rpartition(" ")[0].rpartition(" ")[2]
    if text[start - 1 : start] == " " and before in _APART and f"{before} {name}" not in nation_names():
        return None
    return _Found(len(name), name, nation_names()[name][0].what)


@cache
def _abbreviations() -> dict[str, str]:
    facts = load_data("ap")
    found = {short: name for name, short in facts["states"]["abbreviations"].items()}
    found.update({short: name for name, short in facts["provinces"]["abbreviations"].items()})
    found["D.C."] = "District of Columbia"
    return {short: name for short, name in found.items() if name in nation_names() or short == "D.C."}


def region_in_short(text: str, start: int) -> tuple[Span, str] | None:
    """The short form of a state ("Mass.", "Mass", "N.C.") that stands at *start*, and the state's name."""
    for short, name in _abbreviations().items():
        bare = short.rstrip(".")
        if text.startswith(bare, start) and not text[start + len(bare) :][:1].isalnum():
            return Span(start, start + len(bare)), name
    return None
