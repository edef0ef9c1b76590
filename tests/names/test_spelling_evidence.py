"""Every feature of the evidence is described, weighed, and told in plain words where it is told."""

from __future__ import annotations

import re

import pytest

from lintnews.checks.names.name_slips import candidates
from lintnews.checks.names.spelling_evidence import evidence, impossible, more_likely_right
from lintnews.datafiles import load_data
from lintnews.readers.plain import read
from lintnews.story import Story

FACTS = load_data("name_evidence")


def described(feature: str) -> bool:
    return feature in FACTS["features"] or (feature.startswith("slip-") and "slip-*" in FACTS["features"])


def test_every_weight_belongs_to_a_described_feature() -> None:
    assert [name for name in FACTS["weights"] if name != "constant" and not described(name)] == []
    assert FACTS["set"].items() <= FACTS["weights"].items()
    assert FACTS["phrases"].keys() <= FACTS["weights"].keys()


def pairs(text: str) -> list[tuple[str, str, bool]]:
    story = Story(text, read(text))
    ordered = [more_likely_right(*pair) for pair in candidates(story)]
    return [(odd.text, right.text, impossible(odd, right, story)) for odd, right in ordered]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Giza was quiet. Trucks reached Gaza.", ("Giza", "Gaza")),
        ("King Kong was shown. Martin Luther King saw it.", ("Kong", "King")),
        ("Granada is a town. A Granadan left.", ("Granadan", "Granada")),
        ("Steve Marlowe spoke. Steven Orde left.", ("Steve", "Steven")),
    ],
)
def test_what_is_surely_two(text: str, pair: tuple[str, str]) -> None:
    assert [(set(found[:2]), found[2]) for found in pairs(text)] == [(set(pair), True)]


def test_features_of_a_pair_are_numbers_up_to_two() -> None:
    text = "Ann Kaiser, the mayor, spoke. Kaiser left. Then Mr. Kasier slept."
    story = Story(text, read(text))
    (pair,) = candidates(story)
    odd, right = more_likely_right(*pair)
    found = evidence(odd, right, story)
    assert (odd.text, right.text) == ("Kasier", "Kaiser")
    assert all(0 < value <= 2 and re.fullmatch(r"[a-z-]+", name) for name, value in found.items())


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(f"Then Ann Marlowen{a}{b} left." for a in "abcdefghijklmnopqrst" for b in "abcdefghijklmnopqrst"),
        "Abcde " * 4000,
        "A" + "B" * 40_000,
    ],
)
def test_a_crowd_of_near_names_is_bounded(text: str) -> None:
    story = Story(text, read(text))
    assert len(list(candidates(story))) < 10 * len(text.split()) + 10
