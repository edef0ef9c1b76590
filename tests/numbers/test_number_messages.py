"""The messages of the number rules print the arithmetic, and notes point to the other figures."""

from __future__ import annotations

import pytest

from benchmarks.numbers import findings_in, number_rules
from lintnews.rule import RuleSet


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return number_rules()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("It rose from 40 to 50, a 30% increase.", "40 to 50 is a 25% increase, not 30%."),
        (
            "Turnout rose from 40% to 50%, a 10% increase.",
            "40% to 50% is a rise of 10 percentage points (25%), not 10%.",
        ),
        ("Sales tripled from 200 to 800.", "200 to 800 is 4 times, not tripled."),
        ("Twelve people, seven men and six women, were held.", "7 + 6 is 13, not 12."),
        ("Twelve of the 48 members, a third, voted no.", "Twelve of 48 is 25%, not a third."),
        (
            "It is $5 million over two years, $3 million a year.",
            "$3 million times two years is $6 million, not $5 million.",
        ),
        ("It lies 80 km (90 miles) away.", "80 km is 49.7 miles, not 90 miles."),
        ("The council passed it by 4 votes to 9.", "“passed” does not fit a vote of 4 for and 9 against."),
    ],
)
def test_messages(text: str, message: str, rules: RuleSet) -> None:
    (found,) = findings_in(text, rules)
    assert found.message == message


def test_notes_point_to_the_figures(rules: RuleSet) -> None:
    text = "It rose from 40 to 50, a 30% increase."
    (found,) = findings_in(text, rules)
    assert [text[n.span.start : n.span.end] for n in found.notes if n.span] == ["40", "50"]


def test_a_sequence_of_list_items_must_be_as_long_as_announced(rules: RuleSet) -> None:
    text = "There are five ways to save:\n\n- Walk.\n- Cycle.\n- Stay.\n- Sleep.\n"
    assert [f.text for f in findings_in(text, rules)] == ["five ways"]
