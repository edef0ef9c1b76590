"""What a glance says can't be in a story is not in it, however the story is spaced: nothing is lost by looking first."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews import load_rules
from lintnews.mentions.numbers import glances
from lintnews.mentions.numbers.conversions import Conversion
from lintnews.mentions.numbers.counted_lists import CountedList
from lintnews.mentions.numbers.rates import Rate
from lintnews.mentions.numbers.results import Result
from lintnews.readers import read_text
from lintnews.story import Story

KINDS = (
    (Result, glances.may_hold_results),
    (Rate, glances.may_hold_rates),
    (CountedList, glances.may_hold_counted_lists),
    (Conversion, glances.may_hold_conversions),
)
TEXTS = sorted(
    {
        (example.source, "markdown" if example.whole else "plain")
        for rule in load_rules()
        if rule.subject == "numbers"
        for example in rule.examples
    }
)


def lost(text: str, format_of: str) -> list[str]:
    """The kinds that a story has and a glance denies."""
    story = Story(text, read_text(text, format_of=format_of))
    return [kind.kind for kind, may_hold in KINDS if not may_hold(story) and story.mentions(kind)]


@pytest.mark.parametrize("blank", [" ", "  ", "\n", "\u00a0", "\u2009"])
def test_nothing_is_lost(blank: str) -> None:
    assert [text for text, format_of in TEXTS if lost(re.sub(r"(?<=\w) (?=\w)", blank, text), format_of)] == []


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_nothing_is_lost_where_texts_are_cut_and_joined(data: st.DataObject) -> None:
    texts = data.draw(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3))
    cut = data.draw(st.integers(0, 40))
    joined = data.draw(st.sampled_from([" ", "\n\n", ", ", " — "])).join(text[cut:] for text, _ in texts)
    assert lost(joined, "plain") == []
