"""A small run of the numbers benchmark: what is wrong is found, what is right is left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.number_statements import Statement, statements
from benchmarks.numbers import WANTED_RECALL, findings_in, number_rules
from benchmarks.spoilt_numbers import measure
from lintnews.rule import RuleSet


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return number_rules()


def flagged(made: list[Statement], rules: RuleSet) -> list[Statement]:
    return [s for s in made if findings_in(s.text, rules)]


def test_wrong_statements_are_found_and_right_ones_left_alone(rules: RuleSet) -> None:
    made = [s for s in statements(seed=11, each=1) if not s.held_out]
    wrong = [s for s in made if not s.right]
    assert len(flagged(wrong, rules)) >= WANTED_RECALL * len(wrong)
    assert [s.text for s in flagged([s for s in made if s.right], rules)] == []


def test_wordings_that_no_pattern_was_fitted_to(rules: RuleSet) -> None:
    made = [s for s in statements(seed=12, each=1) if s.held_out]
    assert [s.text for s in flagged([s for s in made if s.right], rules)] == []


def test_a_seed_makes_the_same_statements() -> None:
    assert list(statements(3, 1)) == list(statements(3, 1)) != list(statements(4, 1))


def test_spoilt_statements_are_reported(rules: RuleSet, tmp_path: Path) -> None:
    stories = [
        "Sales rose 25% to £50m from £40m last year.",
        "The camp is 80 km (50 miles) from Hull.",
        "Hull beat Leeds 3-1 on Saturday.",
        "The grant is $6.4 million over two years, or $3.2 million a year.",
    ]
    (tmp_path / "stories.jsonl").write_text("\n".join(json.dumps({"text": text}) for text in stories))
    assert measure(tmp_path, rules, seed=1, show=0)
