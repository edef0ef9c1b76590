"""Every bundled rule does what its examples show."""

from __future__ import annotations

import pytest

from lintnews import Rule, load_rules
from lintnews.examples import run_examples


@pytest.mark.parametrize("rule", list(load_rules()), ids=lambda rule: rule.id)
def test_examples(rule: Rule) -> None:
    wrong = [
        f"line {r.example.line}: {r.outcome}: {r.example.source!r} flagged {[f.text for f in r.found]}"
        for r in run_examples(rule)
        if r.outcome.fails
    ]
    assert not wrong, "\n".join(wrong)
