from __future__ import annotations

from collections import Counter
from datetime import date

from lintnews.checks.weekday_mismatch import WeekdayMismatch
from lintnews.finding import Match
from lintnews.house import DEFAULT_HOUSE, House
from lintnews.readers.plain import read
from lintnews.story import Reading, Story

from .date_phrases import phrases


def matches(text: str, published: date | None = None, house: House = DEFAULT_HOUSE) -> list[Match]:
    reading = read(text)
    story = Story(text, Reading(reading.text, reading.map, reading.blocks, published=published), house=house)
    return list(WeekdayMismatch().matches(story))


def test_twenty_thousand_phrases_in_all_forms() -> None:
    missed: Counter[str] = Counter()
    alarms: list[str] = []
    wrong = 0
    for phrase in phrases(20_000, seed=20250305):
        found = bool(matches(phrase.sentence, phrase.published))
        wrong += not phrase.right
        if phrase.right and found:
            alarms.append(f"{phrase.form}: {phrase.sentence} ({phrase.published})")
        if not phrase.right and not found:
            missed[f"{phrase.form}"] += 1
    assert not alarms, (len(alarms), alarms[:5])
    assert wrong > 9_000
    assert missed.total() <= 0.005 * wrong, missed
