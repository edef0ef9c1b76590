"""What sentences say about numbers: changes, totals, shares, rates, conversions, results, lists."""

from __future__ import annotations

import pytest

from lintnews.checks.numbers.judged import relations
from lintnews.checks.numbers.relations import Kind
from lintnews.checks.numbers.slips import repaired
from lintnews.mentions.numbers.conversions import Conversion
from lintnews.mentions.numbers.counted_lists import CountedList
from lintnews.mentions.numbers.placed import Passage
from lintnews.mentions.numbers.rates import Rate
from lintnews.mentions.numbers.results import Outcome, Result
from lintnews.mentions.numbers.tolls import Toll
from lintnews.readers.plain import read
from lintnews.story import Story


def story_of(text: str) -> Story:
    return Story(text, read(text))


def told(text: str, kind: Kind) -> list[tuple[float, ...]]:
    """The figures of the relations of *kind* that hold."""
    found = [r for p in story_of(text).mentions(Passage) for r in relations(p)]
    return [tuple(f.value for f in r.figures) for r in found if r.kind is kind and r.holds]


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose from £40m to £50m, a 25% increase.",
        "Sales rose 25% to £50m from £40m.",
        "Sales were £50m, up 25% from £40m.",
        "From £40m last year, sales rose 25% to £50m.",
        "Sales rose 25% to £50m ($80m), compared with £40m.",
        "Sales rose 25% to £50m. They had been £40m a year earlier.",
    ],
)
def test_a_change_knows_before_and_after(text: str) -> None:
    assert (25, 40e6, 50e6) in told(text, Kind.CHANGE)


def test_a_move_is_percent_and_points() -> None:
    assert told("The index fell 2.5%, or 250 points, to close at 9,750.", Kind.MOVE) == [(2.5, 250, 9750)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Twelve people, seven men and five women, were held.", (12, 7, 5)),
        ("It has a team of 12, made up of seven women and five men.", (12, 7, 5)),
        ("Five died and eight were hurt, a total of 13 casualties.", (13, 8, 5)),
        ("Of the 40 workers, 15 left, leaving 25.", (40, 15, 25)),
        ("It takes £1.06m and spends £1.16m, a gap of £100,000.", (1.16e6, 1e5, 1.06e6)),
    ],
)
def test_sums(text: str, figures: tuple[float, ...]) -> None:
    assert [tuple(sorted(f)) for f in told(text, Kind.SUM)] == [tuple(sorted(figures))]


def test_shares_wholes_and_ways() -> None:
    assert told("Of the 48 members, 12 (25%) voted no.", Kind.SHARE) == [(25, 12, 48)]
    assert told("A quarter (25%) voted no.", Kind.SAME) == [(25, 0.25)]
    assert told("She owns 72% and he the remaining 28%.", Kind.WHOLE) == [(28, 72)]
    assert told("The rate fell to 4% from 5%.", Kind.WAY) == [(5, 4)]
    assert told("The pound fell to 4 euros from 5 euros.", Kind.WAY) == []


def test_a_slip_is_one_digit_two_changed_round_or_a_factor() -> None:
    assert repaired("1,602.54", 1602.54, 1620.5, 1620.6)[0] == "swap"
    assert repaired("42.3", 42.3e9, 43.25e9, 43.35e9)[0] == "digit"
    assert repaired("4.5", 4.5, 44.9, 45.1)[0] == "factor"
    assert repaired("4.5", 4.5, 61, 62)[0] == ""


def test_rates() -> None:
    (rate,) = story_of("It sold 40 seats at £25 each, for a total of £1,000.").mentions(Rate)
    assert (rate.rate.value, rate.factor, rate.total.value) == (25, 40, 1000)
    (rate,) = story_of("It pays £6m over 24 months, or £3m a year.").mentions(Rate)
    assert rate.factor == pytest.approx(2)


def test_conversions_and_what_is_none() -> None:
    story = story_of("She is 5ft 10in (1.78m) tall and ran 5 miles or 8 km. He has 5 miles (and 8 days) to go.")
    assert [(round(c.first.value, 2), c.second.value) for c in story.mentions(Conversion)] == [(5.83, 1.78), (5, 8)]


@pytest.mark.parametrize(
    ("text", "outcome", "first", "second"),
    [
        ("Hull beat Leeds 3-1.", Outcome.WON, 3, 1),
        ("A 3-1 win over Leeds put Hull top.", Outcome.WON, 3, 1),
        ("Hull lost 1-3 at Leeds.", Outcome.LOST, 1, 3),
        ("Roe beat Lund 4-6 6-3 6-2.", Outcome.WON, 2, 1),
        ("The council passed the plan by 9 votes to 4.", Outcome.CARRIED, 9, 4),
    ],
)
def test_results(text: str, outcome: Outcome, first: float, second: float) -> None:
    (found,) = story_of(text).mentions(Result)
    assert (found.outcome, found.first, found.second) == (outcome, first, second)


@pytest.mark.parametrize(
    "text", ["Hull won 4-2 on penalties after extra time.", "Hull were 1-2 down but won.", "Hull needed to win 3-0."]
)
def test_scores_that_tell_no_winner(text: str) -> None:
    assert story_of(text).mentions(Result) == ()


def test_lists_and_tolls() -> None:
    (found,) = story_of("Police named three people: Ann Lee, 34, and Bob Ray.").mentions(CountedList)
    assert (found.number, found.most) == (3, 2)
    assert story_of("The two firms: Marks and Spencer and Hale.").mentions(CountedList) == ()
    (found,) = story_of("Here are five ways:\n\n1. Walk\n2. Cycle\n3. Stay").mentions(CountedList)
    assert (found.number, found.most) == (5, 3)
    text = "A fire killed 12 people on Sunday. Police said 30 people were hurt and another nine were killed."
    assert [(t.what, t.quantity.value, t.other_event) for t in story_of(text).mentions(Toll)] == [
        ("dead", 12, False), ("injured", 30, True), ("dead", 9, True),
    ]  # fmt: skip
