"""dateline-region: a state or country in a dateline that AP writes otherwise, or leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from ...check import Case, Check
from ...datafiles import load_data
from ...knowledge.nations import nation_names
from ...match import Edit, Fix, Match, Safety
from ...mentions.datelines.agencies import credited_style
from ...mentions.datelines.ap_copy import is_ap_copy
from ...mentions.datelines.opening import datelines

if TYPE_CHECKING:
    from ...mentions.datelines.datelines import Dateline
    from ...story import Story


class DatelineRegion(Check):
    """Flags state names that AP writes otherwise, states behind cities that stand alone, and cities that lack one.

    A house adds cities that stand alone with ``standalone_cities``.
    """

    kind: ClassVar[str] = "dateline-region"
    cases: ClassVar[Mapping[str, Case]] = {
        "alone": Case("No state or country behind a city that needs one.", ("place",)),
        "unneeded": Case("A state behind a city that stands alone.", ("place",)),
        "other-form": Case("A state that is written otherwise in datelines.", ("right",)),
    }

    def matches(self, story: Story) -> Iterator[Match]:
        if not _is_asked(story):
            return
        facts = load_data("ap")
        alone = _standalone(facts, story.house.standalone_cities)
        for dateline in datelines(story):
            place = _title(story.words(dateline.place).strip("*"))
            match = _match(story, dateline, place, facts, alone)
            if match:
                yield match


def _is_asked(story: Story) -> bool:
    """Whether the house writes datelines as AP does, or has named no form and the copy is credited to AP."""
    if story.house.dateline_style == "ap":
        return is_ap_copy(story)
    credited = (credited_style(story.words(found.credit)) for found in datelines(story) if found.credit)
    return not story.house.dateline_style and "ap" in credited and is_ap_copy(story)


def _match(story: Story, dateline: Dateline, place: str, facts: dict[str, Any], alone: frozenset[str]) -> Match | None:
    if not dateline.regions:
        if place in alone or story.words(dateline.place)[:1].islower():
            return None
        return Match(dateline.place, values=(("place", place),), case="alone")
    region = dateline.regions[0]
    written = story.words(region).strip()
    right = _state(facts, written, story.house.state_abbreviations)
    if right:
        fix = Fix((Edit(region, right),), Safety.SAFE)
        return Match(region, values=(("right", right),), fixes=(fix,), case="other-form")
    home = facts["datelines"]["us_standalone"]["states"].get(place)
    if home and written in (home, home.rstrip(".")):
        return Match(region, values=(("place", place),), case="unneeded")
    return None


def _state(facts: dict[str, Any], written: str, own: dict[str, str]) -> str | None:
    """What the house, or else AP, writes for a state or province that is written otherwise."""
    if written in own.values():
        return None
    if written in own:
        return own[written]
    states = facts["states"]
    if written in states["never_abbreviated"] or written in states["abbreviations"].values():
        return None
    found: str | None = (
        states["abbreviations"].get(written)
        or states["postal"].get(written)
        or states["not_ap"].get(written)
        or facts["provinces"]["abbreviations"].get(written)
    )
    if found is None and f"{written}." in states["abbreviations"].values():
        return f"{written}."
    return None if written == "Washington" else found


def _standalone(facts: dict[str, Any], more: tuple[str, ...]) -> frozenset[str]:
    lists = facts["datelines"]
    cities = frozenset(city for name in lists for city in lists[name]["cities"])
    return cities | _countries() | frozenset(_title(city) for city in more)


@cache
def _countries() -> frozenset[str]:
    """Names that stand for one state only."""
    return frozenset(
        name
        for name, every in nation_names().items()
        if name[0].isupper() and all(nation.what == "country" and "." not in nation.code for nation in every)
    )


def _title(place: str) -> str:
    small = {"De": "de", "Of": "of", "The": "the"}
    return " ".join(small.get(w, w) for w in place.title().split())
