"""Headlines against bodies, people, acronyms: what the rules' examples don't show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest

from lintnews.check import Check
from lintnews.checks.package.acronym import AcronymCheck
from lintnews.checks.package.acronym_slips import one_edit
from lintnews.checks.package.contradicted_headline import ContradictedHeadline
from lintnews.checks.package.headline_mismatch import HeadlineMismatch
from lintnews.checks.package.headline_values import FAMILIES
from lintnews.checks.package.title_change import TitleChange
from lintnews.checks.patterns.mention import MentionCheck
from lintnews.match import Certainty, Match
from lintnews.mentions.names.acronyms import initials, readings, spells
from lintnews.readers.markdown import read
from lintnews.story import Story

BODY = (
    "Ann Orde, the mayor of Port Ennis, said on Monday that the town will spend $42.4 million on the bridge. "
    "Police said 1,269 people signed a letter against it and 14 of them were hurt in a fight in front of the town hall. "
    "Sales of the letter rose 12.6 percent. The work begins in May and ends two years later, Orde said, when the ferry "
    "and its crew will move to the south of the country, where the sun shines and where the fish are plentiful.\n"
)


def found(headline: str, check: Check, body: str = BODY) -> Iterator[tuple[str, Certainty]]:
    source = f'---\nheadline: "{headline}"\n---\n\n{body}'
    story = Story(source, read(source))
    for match in check.matches(story):
        yield story.words(match.span), match.certainty


@pytest.mark.parametrize(
    "headline",
    [
        "Port Ennis to spend $42m on bridge",
        "Bridge to cost $42.4 million",
        "14 hurt in fight over bridge",
        "Fourteen hurt in fight over bridge",
        "1,200 sign letter against bridge",
        "1,270 people sign letter",
        "Sales up 13%",
        "SALES UP 13 PCT, MAYOR SAYS",
        "Mayor Orde Opens The New Bridge",
        "Work on bridge begins on Monday",
    ],
)
def test_headlines_that_the_body_bears_out(headline: str) -> None:
    assert list(found(headline, HeadlineMismatch())) == []


@pytest.mark.parametrize(
    ("headline", "flagged"),
    [
        ("Port Ennis to spend $52m on bridge", "$52m"),
        ("Port Ennis to spend $42bn on bridge", "$42bn"),
        ("1,500 people sign letter", "1,500"),
        ("Sales up 16%", "16%"),
    ],
)
def test_headlines_that_the_body_contradicts(headline: str, flagged: str) -> None:
    assert list(found(headline, HeadlineMismatch())) == [(flagged, Certainty.LIKELY)]


@pytest.mark.parametrize(
    "headline", ["Port Ennis to spend $52m", "Stephen Lund falls off ferry", "Ferry sinks on Monday"]
)
def test_a_short_body_may_lack_what_the_headline_has(headline: str) -> None:
    body = "The bridge will cost $42m, the mayor said on Tuesday.\n"
    assert list(found(headline, HeadlineMismatch(), body)) == []


@pytest.mark.parametrize(
    ("headline", "flagged"),
    [
        ("Bridge fall kills 14", "14"),
        ("14 dead as bridge falls", "14"),
        ("Bridge fall leaves 14 dead, 30 hurt", "14"),
        ("30 dead as bridge falls", "30"),
        ("Bridge fall kills 12, injures 32", "32"),
    ],
)
def test_tolls_are_held_against_short_bodies_too(headline: str, flagged: str) -> None:
    body = "A bridge fell in Port Ennis on Tuesday, killing twelve people and injuring 30.\n"
    assert list(found(headline, HeadlineMismatch(), body)) == [(flagged, Certainty.LIKELY)]


@pytest.mark.parametrize(
    ("family", "headline", "flagged"),
    [
        ("day", "Work on bridge at Port Ennis begins in June", "June"),
        ("figure", "Police say 1,296 people signed letter against bridge", "1,296"),
        ("place", "Work on bridge at Port Ennis begins in May", ""),
        ("name", "Work on bridge at Port Ennis begins in May", ""),
    ],
)
def test_each_family_of_contradicted_headlines_is_a_rule_of_its_own(
    family: Literal["day", "opposite", "figure", "place", "name"], headline: str, flagged: str
) -> None:
    every = {name: [words for words, _ in found(headline, ContradictedHeadline(family=name))] for name in FAMILIES}  # type: ignore[arg-type]
    assert every == {name: [flagged] if name == family and flagged else [] for name in FAMILIES}


def matches(check: Check, text: str) -> list[Match]:
    return list(check.matches(Story(text, read(text))))


def test_a_surname_is_reported_once() -> None:
    text = "Ann Orde came. Mr. Lund left. Mr. Lund sang. Mr. Lund slept.\n"
    assert len(matches(MentionCheck(of="surname-fault", where={"fault": "unknown"}), text)) == 1


def test_a_title_change_points_to_the_usual_title() -> None:
    check = TitleChange(exclusive=((("Sen",), ("Rep",)),))
    text = "Sen. Ann Orde came. Sen. Orde sang. Rep. Orde left.\n"
    (match,) = matches(check, text)
    assert [note.span is not None for note in match.notes] == [True]
    assert dict(match.values)["other"] == "Sen."


def test_an_acronym_is_fixed_only_by_showing() -> None:
    text = "The Low Ferry Agency (LAF) met. The LFA is new.\n"
    (match,) = matches(AcronymCheck(fault="mismatch"), text)
    assert [(edit.text, fix.safety.value) for fix in match.fixes for edit in fix.edits] == [("LFA", "shown")]


def test_letters_and_words() -> None:
    assert initials("Organization of the Petroleum Exporting Countries") == "OPEC"
    assert spells("British Broadcasting Corporation", "BBC")
    assert spells("defense secretary", "DefSec")
    assert not spells("Low Ferry Agency", "LAF")
    assert "WWFFN" in readings("World Wide Fund for Nature") and "WWFN" in readings("World Wide Fund for Nature")
    assert "PSP" in readings("PlayStation Portable") and "SOE" in readings("state-owned enterprises")


def test_one_slip_of_an_acronym() -> None:
    assert one_edit("OEPC", "OPEC") and one_edit("OPAC", "OPEC") and one_edit("OPE", "OPEC")
    assert not one_edit("CEPO", "OPEC") and not one_edit("SUVS", "SUV") and not one_edit("OPEC", "OPEC")
