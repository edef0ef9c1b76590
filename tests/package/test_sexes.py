"""What tells of a man or a woman, and pronouns that can mean nobody."""

from __future__ import annotations

import pytest

from lintnews.checks.package.told_sexes import told_sexes
from lintnews.linter import Linter
from lintnews.readers import read_text
from lintnews.story import Story


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mary Orde spoke.", [("woman", "given")]),
        ("Leslie Orde, a father of four, spoke.", [("man", "word")]),
        ("Leslie Orde is the first woman to do so.", [("woman", "word")]),
        ("Mr. Leslie Orde spoke.", [("man", "title")]),
        ("Leslie Orde spoke. Mrs. Orde left.", [("woman", "title")]),
        ("The actress Leslie Orde spoke.", [("woman", "word")]),
        ("Mary Orde spoke to Peter Orde.", []),
    ],
)
def test_told(text: str, told: list[tuple[str, str]]) -> None:
    found = told_sexes(Story(text, read_text(text)))
    assert [(one.sex, one.how) for person in found for one in person.told] == told


def test_a_pronoun_that_anybody_may_be_meant_by_is_left_alone() -> None:
    text = "Mary Orde spoke in the hall on Monday, and {}he said that the road was closed by snow."
    linter = Linter(select=["conflicting-sex"])
    assert [finding.text for finding in linter.lint_text(text.format("")).findings] == ["he"]
    assert not linter.lint_text(text.format("the driver told her that ")).findings
