"""Every kind of check, and everything that is judged, is there for some bundled rule."""

from __future__ import annotations

from dataclasses import is_dataclass

import pytest

from lintnews.checks import CHECKS, JUDGES, check_class, judge_of
from lintnews.declared import declared_fields
from lintnews.linter import load_rules
from lintnews.mentions import MENTIONS, mention_class

RULES = tuple(load_rules())


@pytest.mark.parametrize("kind", sorted(CHECKS))
def test_a_rule_uses_it(kind: str) -> None:
    assert check_class(kind).kind == kind
    assert any(rule.check.kind == kind for rule in RULES), f"no bundled rule has `check: {kind}`"


@pytest.mark.parametrize("kind", sorted(CHECKS))
def test_it_says_what_it_and_its_keys_mean(kind: str) -> None:
    cls = check_class(kind)
    assert not is_dataclass(cls), "a kind of check is made of its options"
    assert (cls.__doc__ or "").startswith("Flags ") or (cls.__doc__ or "").startswith("Counts ")
    for name, (field, _) in declared_fields(cls).items():
        assert field.metadata.get("description"), f"{kind}: {name} says nothing of itself"
    for case in cls.cases.values():
        assert case.description.endswith(".")


@pytest.mark.parametrize("of", sorted(JUDGES))
def test_a_rule_uses_what_is_judged(of: str) -> None:
    assert of in MENTIONS
    assert mention_class(of).kind == of
    assert judge_of(of).__doc__
    used = [rule for rule in RULES if rule.check.kind == "statement" and getattr(rule.check, "of", "") == of]
    assert used, f"no bundled rule has `check: statement`, `of: {of}`"
    for rule in used:
        assert set(dict(rule.messages)) <= set(judge_of(of).cases)
