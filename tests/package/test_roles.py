"""Roles of people: what is read, and stories of many people."""

from __future__ import annotations

import time

import pytest

from lintnews.checks.package.told_roles import told_roles
from lintnews.linter import Linter
from lintnews.readers import read_text
from lintnews.story import Story


def found(text: str) -> list[str]:
    return [finding.text for finding in Linter(select=["conflicting-role"]).lint_text(text).findings]


@pytest.mark.parametrize(
    ("text", "how", "holder"),
    [
        ("The deputy mayor, Ann Lee, spoke.", "named", "Ann Lee"),
        ("Ann Lee, a nurse on the coast, spoke.", "behind", "Ann Lee"),
        ("The home secretary said no.", "alone", ""),
        ("The home secretary of Ruritania said no.", "other", ""),
        ("The former home secretary said no.", "other", ""),
        ("The prime minister of Ruritania, Mr. Bo Ray, spoke.", "named", "Bo Ray"),
    ],
)
def test_read(text: str, how: str, holder: str) -> None:
    (role,) = told_roles(Story(text, read_text(text)))
    assert (role.how, role.holder) == (how, holder)


def test_nations() -> None:
    text = "German President Ann Lee came on Monday. The {} president said that it rained."
    assert found(text.format("French")) == ["president"]
    assert found(text.format("German")) == []


def test_a_long_story_takes_linear_time() -> None:
    text = "\n\n".join(f"Sergeant Ann Lee{n}x came. The corporal was there. Nurse Bo Ray said no." for n in range(4000))
    start = time.perf_counter()
    found(text)
    assert time.perf_counter() - start < 30
