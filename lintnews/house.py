"""The house: what one newsroom decides for all its stories."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from .declared import Mistake, option
from .knowledge.house_facts import FactFile

DATELINE_AGENCIES = ("ap", "reuters", "pti")
"""The agencies whose form of dateline can be named."""
DATELINE_FIELDS = ("CITY", "City", "region", "month", "mon", "day", "credit")
"""What a pattern for datelines may hold in braces."""


def judge_dateline_style(style: str) -> None:
    """ValueError unless *style* is an agency, a pattern with a city, or ``none``."""
    fields = re.findall(r"\{(\w*)\}", style)
    agency = style.lower() in (*DATELINE_AGENCIES, "none", "")
    if not agency and (set(fields) - set(DATELINE_FIELDS) or not {"CITY", "City"}.intersection(fields)):
        known = ", ".join(f"`{name}`" for name in DATELINE_AGENCIES)
        raise ValueError(
            f"`{style}` is no dateline style: one of {known}, `none`, or a pattern with {{CITY}} or {{City}}"
        )


def _style_mistakes(style: str) -> Iterator[Mistake]:
    try:
        judge_dateline_style(style)
    except ValueError as error:
        yield Mistake(str(error))


def _group_mistakes(groups: Sequence[Sequence[str]]) -> Iterator[Mistake]:
    for index, group in enumerate(groups):
        if len(group) < 2:
            yield Mistake("a group of names that are distinct has at least two", (index,))


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name as the house writes it; ``variants`` are spellings to be mended, ``never`` spellings that are always wrong."""

    canonical: str = option("The name as the house writes it.")
    variants: tuple[str, ...] = option("Spellings that are to be mended.", ())
    never: tuple[str, ...] = option("Spellings that are always wrong.", ())


@dataclass(frozen=True, slots=True)
class HouseNames:
    """``known`` names, and ``distinct`` groups of names that are near each other and all right."""

    known: tuple[KnownName, ...] = option("Names as the house writes them.", ())
    distinct: tuple[tuple[str, ...], ...] = option(
        "Groups of names that are near each other, and all right.", (), _group_mistakes
    )


def _scale_mistakes(scales: Mapping[str, float]) -> Iterator[Mistake]:
    for word, size in scales.items():
        if not (size > 1 and size == size):
            yield Mistake("a word for a large number stands for more than one", (word,))


def _word_mistakes(words: Iterable[str]) -> Iterator[Mistake]:
    for at, word in enumerate(words):
        if not word.strip() or word != word.strip():
            yield Mistake("a word has no blanks around it, and is not empty", (at,))


@dataclass(frozen=True, slots=True)
class HouseWords:
    """What the house adds to the lists of words that lintnews reads copy by. Nothing is taken from the lists."""

    titles: tuple[str, ...] = option(
        "Titles that stand before a name and are no part of it, without a full stop.", (), _word_mistakes
    )
    title_modifiers: tuple[str, ...] = option("Words that stand before titles: Deputy, Acting.", (), _word_mistakes)
    suffixes: tuple[str, ...] = option("What stands behind a person's name: Jr, OBE.", (), _word_mistakes)
    particles: tuple[str, ...] = option("Small words inside names: van, bin.", (), _word_mistakes)
    given_names: tuple[str, ...] = option("Given names.", (), _word_mistakes)
    organisation_heads: tuple[str, ...] = option(
        "Words that the name of a body begins with, before “of” or “for”: Ministry.", (), _word_mistakes
    )
    organisation_tails: tuple[str, ...] = option(
        "Words that the name of a body or a firm ends with: Council, Ltd.", (), _word_mistakes
    )
    place_tails: tuple[str, ...] = option("Words that the name of a place ends with: Street.", (), _word_mistakes)
    abbreviations: tuple[str, ...] = option(
        "Abbreviations that end no sentence, without their full stop.", (), _word_mistakes
    )
    attribution: tuple[str, ...] = option(
        "Words that say where a quotation comes from, beside “said” and its like: quips, reads the charter.",
        (),
        _word_mistakes,
    )
    agencies: tuple[str, ...] = option(
        "News agencies and desks as credits and datelines name them.", (), _word_mistakes
    )
    acronyms: tuple[str, ...] = option("Acronyms that every reader knows.", (), _word_mistakes)
    currencies: dict[str, str] = option(
        "Word for a currency → the name or sign that it goes by: kwanzas: kwanza.", dict
    )
    scales: dict[str, float] = option(
        "Word for a large number → how much it is: arab: 1000000000.", dict, _scale_mistakes
    )


NO_WORDS = HouseWords()


@dataclass(frozen=True, slots=True)
class House:
    """House style and house lists, from the ``house:`` section of the configuration."""

    dateline_style: str = option(
        "The form of datelines: ap, reuters, pti, none, or one of the house's own like `{CITY}[, {region}] — `. Left out, "
        "it is AP's, and what is right in another agency's form passes.",
        "",
        _style_mistakes,
    )
    date_order: Literal["", "mdy", "dmy"] = option(
        "How 3/4/2025 is read: mdy, dmy, or nothing where the stories mix both.", ""
    )
    date_style: Literal["", "ap", "none"] = option(
        "Whose style of dates and times the copy is held to: ap, none, or, if left out, AP's in copy that a dateline credits "
        "to AP, where fixes are shown but not made.",
        "",
    )
    standalone_cities: tuple[str, ...] = option("Cities that need no state or country in the house's datelines.", ())
    state_abbreviations: dict[str, str] = option(
        "State → how the house's datelines write it, where not as AP does.", dict
    )
    required_front_matter: tuple[str, ...] = option("What every story's front matter must say.", ())
    names: HouseNames = option("Names as the house writes them.", HouseNames)
    words: HouseWords = option("Words that the house adds to lintnews's lists; better written as `words`.", HouseWords)
    facts: tuple[str | FactFile, ...] = option(
        "Files of the house's facts, or facts as such a file holds them; better written as `facts` beside `house`.", ()
    )

    def __post_init__(self) -> None:
        judge_dateline_style(self.dateline_style)


DEFAULT_HOUSE = House()
