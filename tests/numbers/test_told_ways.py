"""Two values, which of them was the earlier, and the word near them."""

from __future__ import annotations

import pytest

from lintnews.checks.numbers.told_ways import ToldWay, is_linked, told_ways
from lintnews.checks.numbers.way_words import way_words
from lintnews.readers.plain import read
from lintnews.story import Story


def _linked(text: str) -> list[ToldWay]:
    return [told for told in told_ways(Story(text, read(text))) if is_linked(told)]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Rents have crept up. A room costs £145; it was £130 in January.", 130, 145),
        ("Thefts tumbled. Police logged 318 last year, compared with 402 in 2014.", 402, 318),
        ("The union had 3,200 members in 1981. It had grown to 5,900 when she stood down.", 3200, 5900),
        ("The lake's level is recovering. It stood at 182 feet; a week before, it was 179 feet.", 179, 182),
        ("The ferry fare goes up. A return that cost $7.50 will be $8.25.", 7.5, 8.25),
    ],
)
def test_tells_which_value_was_earlier(text: str, before: float, after: float) -> None:
    (told,) = _linked(text)
    assert (told.before.value, told.after.value) == (before, after)
    assert told.holds


@pytest.mark.parametrize(
    "text",
    [
        "The union grew. It has 3,200 members, and its rival has 5,900.",
        "Police will cut the hours. They logged 318 thefts this year and 402 last year.",
        "Thefts fell, though not at once. There were 402 in 2014, 318 in 2015 and 371 in 2016.",
    ],
)
def test_leaves_values_of_two_things(text: str) -> None:
    assert not _linked(text)


def test_words_of_pace_are_told_apart() -> None:
    found = [(word.way, word.pace) for word in way_words("growth gathered a touch of speed, and the price edged down")]
    assert found == [(1, True), (-1, False)]
