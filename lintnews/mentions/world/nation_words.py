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

if TYPE_CHECKING:
    from ...story import Story

_CAPITALISED = re.compile(r"(?<![\w@#])[A-Z][\w.'’ü]*")
_APART = frozenset(("New", "South", "North", "West", "East", "Guinea", "Papua", "Equatorial", "Northwest", "Northeast"))


class NationWord(Mention, frozen=True):
    """A state's or region's name or adjective where it stands, "Kan." and "Ont." too, without a possessive ending."""

    kind: ClassVar[str] = "nation-word"
    name: Annotated[str, "The name in full: Kansas for Kan."]
    what: Annotated[str, "country, adjective or region; the first of them where it may be several"]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        text = story.text
        for start, word in _words(text):
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


def _words(text: str) -> Iterator[tuple[int, str]]:
    reached = 0
    firsts, short = first_words(), _abbreviations()
    for match in _CAPITALISED.finditer(text):
        if match.start() < reached:
            continue
        word = match.group()
        for end in ("'s", "’s", "s'", "s’"):
            word = word.removesuffix(end) if word not in firsts else word
        bare = word.rstrip(".'’")
        if word in firsts or bare in firsts or word in short:
            yield match.start(), bare if bare in firsts and word not in firsts and word not in short else word


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
