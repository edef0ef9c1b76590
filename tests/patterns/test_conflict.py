"""The kind `conflict`: what is held against what, and when two values agree."""

from __future__ import annotations

import pytest

from lintnews.checks.patterns.conflict import Conflict
from lintnews.declared import Mistakes
from lintnews.readers import read_text
from lintnews.story import BlockKind, Story

PACKAGE = """---
headline: Storm kills 14, injures 30
---
A storm killed 12 people on Monday. It injured 30 people, and 12 are dead.

Of the dead, 13 drowned, police said.
"""


def found(check: Conflict, text: str = PACKAGE) -> list[tuple[str, str]]:
    story = Story(text, read_text(text, format_of="markdown"))
    return [(story.words(match.span), dict(match.values)["other"]) for match in check.matches(story)]


ABOVE = (BlockKind.HEADLINE,)
BODY = (BlockKind.PARAGRAPH,)


@pytest.mark.parametrize(
    ("check", "wanted"),
    [
        (Conflict(of="toll", key=("what",), value="quantity.value", between=ABOVE, against=BODY), [("14", "12")]),
        (Conflict(of="toll", key=("what",), value="quantity.value", between=ABOVE, against=BODY, within=0.2), []),
        (Conflict(of="toll", key=("what", "source"), value="quantity.value", between=ABOVE, against=BODY), []),
        (Conflict(of="toll", value="quantity.value", between=ABOVE, against=BODY), [("14", "12")]),
        (Conflict(of="weekday", value="weekday", between=ABOVE, against=BODY), []),
        (Conflict(of="toll", key=("what",), value="quantity.value"), [("14", "12"), ("13", "12")]),
        (Conflict(of="toll", key=("what",), value="quantity.value", where={"what": "injured"}), []),
    ],
)
def test_conflicts(check: Conflict, wanted: list[tuple[str, str]]) -> None:
    assert found(check) == wanted


def test_of_two_values_as_common_the_later_is_flagged() -> None:
    assert found(Conflict(of="weekday", value="weekday"), "On Monday it rained. On Tuesday it rained.") == [
        ("Tuesday", "0")
    ]


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"of": "age", "value": "vlaue"}, "`vlaue` is no field of a mention of kind `age`"),
        ({"of": "age", "value": "value", "key": ("ownr",)}, "`ownr` is no field"),
        ({"of": "age", "value": "value", "flag": "form"}, "`form` is no place in the story"),
    ],
)
def test_mistakes(fields: dict[str, object], wanted: str) -> None:
    with pytest.raises(Mistakes, match=wanted):
        Conflict(**fields).plan()  # type: ignore[arg-type]
