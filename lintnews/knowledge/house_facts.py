"""Facts of a newsroom: people, bodies, places and terms as its files of facts tell them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ..declared import Declared, Mistake, convert, option
from ..record import Record
from .fact_lines import Unsure, read_lines

SUFFIXES = (".yaml", ".yml")


class HeldTitle(Declared):
    """A title or an office, and the days between which it was held."""

    title: str = option("The title as it is written: mayor, Chief Justice.")
    of: str = option("Of what: a city, a body, a country.", "")
    since: date | None = option("The first day; left out, it was held from before any story.", None)
    until: date | None = option("The last day; left out, it is still held.", None)

    def held_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def _title_mistakes(titles: Sequence[HeldTitle]) -> Iterator[Mistake]:
    for index, held in enumerate(titles):
        if held.since and held.until and held.until < held.since:
            yield Mistake("this title ends before it begins", (index, "until"))


class PersonFact(Declared):
    """A person: how the name is written, what titles were held when, when born and died."""

    name: str = option("The name as the house writes it.")
    variants: tuple[str, ...] = option("Spellings that are to be mended.", ())
    never: tuple[str, ...] = option("Spellings that are always wrong.", ())
    titles: tuple[HeldTitle, ...] = option("Titles and offices, with the days.", (), _title_mistakes)
    born: date | int | None = option("The day of birth, or the year.", None)
    died: date | None = option("The day of death.", None)
    party: str = option("The party.", "")
    country: str = option("The country, by its ISO 3166-1 code.", "")
    source: str = option("Where that is to be read.", "")


class BodyFact(Declared):
    """A body, a firm, a law or a work: its name, its acronym, its days."""

    name: str = option("The name as the house writes it.")
    acronym: str = option("The acronym that it goes by.", "")
    variants: tuple[str, ...] = option("Names that are to be mended.", ())
    never: tuple[str, ...] = option("Names that are always wrong.", ())
    kind: str = option("body, law, treaty, work, firm.", "body")
    country: str = option("The country, by its ISO 3166-1 code.", "")
    since: date | None = option("The day on which it began, or took this name.", None)
    until: date | None = option("The last day on which it was, or bore this name.", None)
    source: str = option("Where that is to be read.", "")


class PlaceFact(Declared):
    """A place, a street, a school: how the house writes it."""

    name: str = option("The name as the house writes it.")
    variants: tuple[str, ...] = option("Spellings that are to be mended.", ())
    never: tuple[str, ...] = option("Spellings that are always wrong.", ())
    country: str = option("The country, by its ISO 3166-1 code.", "")
    source: str = option("Where that is to be read.", "")


class TermFact(Declared):
    """A brand, a product, a word that the house writes in one way."""

    name: str = option("The term as the house writes it.")
    variants: tuple[str, ...] = option("Spellings that are to be mended.", ())
    never: tuple[str, ...] = option("Spellings that are always wrong.", ())
    source: str = option("Where that is to be read.", "")


class FactFile(Declared):
    """A file of facts."""

    source: str = option("Where the facts of this file are to be read, if they don't say it themselves.", "")
    as_of: date | None = option("The day up to which the facts are known.", None)
    people: tuple[PersonFact, ...] = option("People.", ())
    bodies: tuple[BodyFact, ...] = option("Bodies, firms, laws, works.", ())
    places: tuple[PlaceFact, ...] = option("Places.", ())
    terms: tuple[TermFact, ...] = option("Terms, brands, products.", ())


Entry = PersonFact | BodyFact | PlaceFact | TermFact
SECTIONS = ("people", "bodies", "places", "terms")


class Facts(Record, frozen=True):
    """What all files tell, and where to look: names and other spellings → entries."""

    files: tuple[FactFile, ...]
    entries: dict[str, tuple[Entry, ...]]
    """Name as it is written → who or what bears it."""
    wrong: dict[str, tuple[tuple[Entry, bool], ...]]
    """Spelling that is to be mended → what is meant, and whether it is always wrong."""
    first_words: dict[str, tuple[str, ...]]
    """First word → the names and spellings that begin with it, the longest first."""
    surnames: dict[str, tuple[PersonFact, ...]]


def fact_files(paths: Sequence[str]) -> list[str]:
    """The files at *paths*: each a file, or a folder whose YAML files are meant."""
    found: list[str] = []
    for path in paths:
        if os.path.isdir(path):
            found += sorted(os.path.join(path, name) for name in os.listdir(path) if name.endswith(SUFFIXES))
        else:
            found.append(path)
    return found


def plain_facts(text: str) -> Any:
    """The plain values in the YAML *text*: lists, mappings, texts, dates. ValueError where it is not YAML."""
    try:
        return read_lines(text)
    except Unsure:
        from ruamel.yaml import YAML
        from ruamel.yaml.error import YAMLError

        try:
            return YAML(typ="safe", pure=True).load(text)
        except YAMLError as error:
            raise ValueError(" ".join(str(error).split())) from None


def read_facts(path: str) -> FactFile:
    """The facts in the file at *path*; OSError, ValueError or Mistakes where they can't be read."""
    data = plain_facts(Path(path).read_text(encoding="utf-8-sig")) or {}
    found = _quick(data) if isinstance(data, dict) else None
    return found or _carefully(data)


def _carefully(data: Any) -> FactFile:
    found: FactFile = convert(FactFile, data)
    return found


_KINDS: dict[str, type] = {"people": PersonFact, "bodies": BodyFact, "places": PlaceFact, "terms": TermFact}
_LISTS = frozenset(("variants", "never"))


def _quick(data: dict[str, Any]) -> FactFile | None:
    """*data* as facts if all of it is of the types that are declared; None leaves it to who can say what is wrong."""
    values: dict[str, Any] = {}
    try:
        for key, value in data.items():
            values[key] = tuple(_entry(_KINDS[key], one) for one in value) if key in _KINDS else _checked(key, value)
        return FactFile(**values)
    except (TypeError, ValueError, AttributeError):
        return None


def _entry(kind: type, data: dict[str, Any]) -> Any:
    values = {}
    for key, value in data.items():
        if key in _LISTS:
            if type(value) is not list or not all(type(one) is str for one in value):
                raise TypeError(key)
            values[key] = tuple(value)
        elif key == "titles":
            values[key] = tuple(HeldTitle(**{k: _checked(k, v) for k, v in held.items()}) for held in value)
            if any(_title_mistakes(values[key])):
                raise ValueError(key)
        else:
            values[key] = _checked(key, value)
    return kind(**values)


_DAYS = frozenset(("since", "until", "died", "as_of", "born"))


def _checked(key: str, value: Any) -> Any:
    if type(value) is (date if key in _DAYS else str) or (key == "born" and type(value) is int):
        return value
    raise TypeError(key)


def facts_in(facts: tuple[str | FactFile, ...]) -> Facts:
    """The facts in files, as they stand now, and those that are given as such."""
    return _facts(
        tuple((one, os.stat(one).st_mtime_ns, os.stat(one).st_size) if isinstance(one, str) else one for one in facts)
    )


@cache
def _facts(facts: tuple[tuple[str, int, int] | FactFile, ...]) -> Facts:
    return indexed(tuple(read_facts(one[0]) if isinstance(one, tuple) else one for one in facts))


def indexed(files: tuple[FactFile, ...]) -> Facts:
    """*files* with their indexes."""
    entries: dict[str, tuple[Entry, ...]] = {}
    wrong: dict[str, tuple[tuple[Entry, bool], ...]] = {}
    surnames: dict[str, tuple[PersonFact, ...]] = {}
    firsts: dict[str, list[str]] = {}
    for file in files:
        for section in SECTIONS:
            for entry in getattr(file, section):
                entries[entry.name] = (*entries[entry.name], entry) if entry.name in entries else (entry,)
                for spellings, certain in ((entry.variants, False), (entry.never, True)):
                    for spelling in spellings:
                        wrong[spelling] = (*wrong.get(spelling, ()), (entry, certain))
                if isinstance(entry, PersonFact):
                    last = entry.name.rpartition(" ")[2]
                    surnames[last] = (*surnames.get(last, ()), entry)
    for name in (*entries, *wrong):
        firsts.setdefault(name.partition(" ")[0], []).append(name)
    first_words = {word: tuple(sorted(names, key=len, reverse=True)) for word, names in firsts.items()}
    return Facts(files, entries, wrong, first_words, surnames)
