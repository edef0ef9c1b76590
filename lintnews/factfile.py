"""Files of facts: what is wrong with them, all at once and each at its place, and what in them contradicts what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from .declared import Mistakes
from .knowledge.house_facts import SECTIONS, BodyFact, Entry, FactFile, PersonFact, fact_files, read_facts
from .problem import LintnewsError, Problem

Place = tuple[str, str, int]
"""File, section and number of an entry."""


def fact_problems(paths: Iterable[str]) -> list[Problem]:
    """All that is wrong with the facts in the files at *paths*, and all that contradicts itself in them."""
    problems: list[Problem] = []
    files: dict[str, FactFile] = {}
    for path in paths:
        try:
            files[path] = read_facts(path)
        except (OSError, Mistakes, ValueError) as error:
            problems += _located(path, error)
    if not problems:
        every = [
            ((path, section, at), entry)
            for path, file in files.items()
            for section in SECTIONS
            for at, entry in enumerate(getattr(file, section))
        ]
        problems += (_problem(place, keys, message) for place, keys, message in _contradictions(every))
    return problems


def _located(path: str, error: Exception) -> Iterator[Problem]:
    """What *error* says of the file at *path*, at the places where it stands."""
    from .declared import convert
    from .located import load_yaml, read_text

    try:
        document = load_yaml(read_text(Path(path)), path)
        convert(FactFile, document.data or {})
    except LintnewsError as found:
        yield from found.problems
    except Mistakes as found:
        yield from map(document.mistake, found.mistakes)
    else:
        yield Problem(path, str(error))


def _problem(place: Place, keys: tuple[Any, ...], message: str) -> Problem:
    from .located import load_yaml, read_text

    path, section, at = place
    document = load_yaml(read_text(Path(path)), path)
    return document.problem(message, (section, at, *keys))


Found = tuple[Place, tuple[Any, ...], str]


def _contradictions(every: list[tuple[Place, Entry]]) -> Iterator[Found]:
    names: dict[tuple[str, str], tuple[Place, Entry]] = {}
    spellings: dict[str, tuple[Place, Entry]] = {}
    held: dict[tuple[str, str], list[tuple[Place, int, PersonFact]]] = {}
    right = {entry.name: place for place, entry in every}
    for place, entry in every:
        first = names.setdefault((place[1], entry.name), (place, entry))
        if first[0] != place:
            yield from _twice(place, entry, first)
        yield from _of_one(place, entry)
        for field in ("variants", "never"):
            for at, spelling in enumerate(getattr(entry, field)):
                if spelling in right and right[spelling] != place:
                    yield (
                        place,
                        (field, at),
                        f"“{spelling}” is to be mended here, and the name itself in {_at(right[spelling])}",
                    )
                known = spellings.setdefault(spelling, (place, entry))
                if known[1].name != entry.name:
                    yield (
                        place,
                        (field, at),
                        f"“{spelling}” means {entry.name} here and {known[1].name} in {_at(known[0])}",
                    )
        for at, title in enumerate(entry.titles if isinstance(entry, PersonFact) else ()):
            if title.of and isinstance(entry, PersonFact):
                held.setdefault((title.title.casefold(), title.of.casefold()), []).append((place, at, entry))
    yield from _held_at_once(held)


def _twice(place: Place, entry: Entry, first: tuple[Place, Entry]) -> Iterator[Found]:
    """One name that stands for two entries which can't be one."""
    _, other = first
    for field in ("born", "died", "acronym", "country", "party"):
        a, b = getattr(entry, field, None), getattr(other, field, None)
        if a and b and a != b:
            yield place, (field,), f"{entry.name}: {field} {a} here, {b} in {_at(first[0])}"
            return
    yield place, ("name",), f"{entry.name} stands in {_at(first[0])} too"


def _of_one(place: Place, entry: Entry) -> Iterator[Found]:
    if entry.name in (*entry.variants, *entry.never):
        yield place, ("name",), f"“{entry.name}” is the name, and a spelling to be mended"
    for spelling in set(entry.variants) & set(entry.never):
        yield place, ("never",), f"“{spelling}” is both a variant and always wrong"
    if isinstance(entry, PersonFact):
        born = entry.born
        first = born if isinstance(born, date) else date(born, 1, 1) if born and born > 0 else None
        if first and entry.died and entry.died < first:
            yield place, ("died",), f"{entry.name} died before being born"
        for at, title in enumerate(entry.titles):
            if first and title.since and title.since < first:
                yield place, ("titles", at, "since"), f"{entry.name} was {title.title} before being born"
            if entry.died and title.until and title.until > entry.died:
                yield place, ("titles", at, "until"), f"{entry.name} was {title.title} after dying"
    if isinstance(entry, BodyFact) and entry.since and entry.until and entry.until < entry.since:
        yield place, ("until",), f"{entry.name} ends before it begins"


def _held_at_once(held: dict[tuple[str, str], list[tuple[Place, int, PersonFact]]]) -> Iterator[Found]:
    """Two people who hold the same office of the same place for more than the day on which one follows the other."""
    for holders in held.values():
        ordered = sorted(holders, key=lambda one: one[2].titles[one[1]].since or date.min)
        for (place, at, one), (next_place, next_at, other) in pairwise(ordered):
            first, second = one.titles[at], other.titles[next_at]
            if one.name != other.name and second.since and (first.until is None or first.until > second.since):
                ends = f"until {first.until}" if first.until else "without an end"
                message = f"{other.name} is {second.title} of {second.of} from {second.since}, {one.name} {ends} in {_at(place)}"
                yield next_place, ("titles", next_at), message


def _at(place: Place) -> str:
    return f"{place[0]} ({place[1]}, entry {place[2] + 1})"


__all__ = ["fact_files", "fact_problems"]
