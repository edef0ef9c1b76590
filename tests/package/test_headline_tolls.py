"""Tolls above the body: what bears them out and what does not."""

from __future__ import annotations

import pytest

from lintnews.checks.package.headline_tolls import toll_faults
from lintnews.readers.markdown import read
from lintnews.story import Story


def faults(headline: str, body: str) -> list[tuple[str, str, bool]]:
    source = f'---\nheadline: "{headline}"\n---\n\n{body}\n'
    story = Story(source, read(source))
    return [
        (story.words(fault.stated.span), story.words(fault.found.span), fault.certain) for fault in toll_faults(story)
    ]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Nearly 200 killed in quake", "A quake killed 187 people in the south."),
        ("Quake kills 1,200", "A quake killed 1,214 people in the south."),
        ("14 dead in fire", "A fire killed more than 10 people in Ennis."),
        ("14 dead in fire", "A fire killed more than a dozen people in Ennis."),
        (
            "14 killed in crash",
            "A bus with 14 people fell off a bridge and all died. In May 12 people were killed there.",
        ),
        ("Fire kills 14", "Seven men, four women and three children died in a fire."),
        ("Fire kills 13", "A fire killed 12 workers and their foreman."),
        ("Two soldiers killed", "Three people were killed in an ambush."),
    ],
)
def test_borne_out(headline: str, body: str) -> None:
    assert faults(headline, body) == []


@pytest.mark.parametrize(
    ("headline", "body", "found"),
    [
        ("Fire kills 14", "A fire killed 12 people and injured 30.", ("14", "12", True)),
        ("Fire kills 30", "A fire killed 12 people and injured 30.", ("30", "12", True)),
        ("14 dead in fire", "Twelve people died in a fire.", ("14", "Twelve", True)),
        ("Police arrest 22", "Police arrested 27 people.", ("22", "27", True)),
        ("Over 120 dead in quake", "A quake killed 87 people.", ("Over 120", "87", True)),
    ],
)
def test_not_borne_out(headline: str, body: str, found: tuple[str, str, bool]) -> None:
    assert faults(headline, body) == [found]


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        (
            "Toll of flood rises to 52",
            "The toll of the flood has risen to 52. It stood at 47 on Sunday, when 47 people were dead.",
        ),
        ("Bodies of 31 of 240 drowned at sea sought", "The bodies of 31 people who drowned in the storm are sought."),
        ("Three die in fights", "Three sailors fell on Sunday. The month's fights killed 30 people."),
    ],
)
def test_a_number_that_the_body_may_tell_is_not_surely_wrong(headline: str, body: str) -> None:
    assert not any(certain for _, _, certain in faults(headline, body))
