"""What sentences say about numbers: changes, totals, shares, rates, conversions, results, lists."""

from __future__ import annotations

import pytest

from lintnews.mentions.numbers.changes import Change
from lintnews.mentions.numbers.conversions import Conversion
from lintnews.mentions.numbers.counted_lists import CountedList
from lintnews.mentions.numbers.differences import Difference
from lintnews.mentions.numbers.rates import Rate
from lintnews.mentions.numbers.results import Outcome, Result
from lintnews.mentions.numbers.shares import Share
from lintnews.mentions.numbers.tolls import Toll
from lintnews.mentions.numbers.totals import Claim, Total
from lintnews.readers.plain import read
from lintnews.story import Story


def story_of(text: str) -> Story:
    return Story(text, read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose from £40m to £50m, a 25% increase.",
        "Sales rose 25% to £50m from £40m.",
        "Sales were £50m, up 25% from £40m.",
        "From £40m last year, sales rose 25% to £50m.",
        "Sales rose 25% to £50m ($80m), compared with £40m.",
    ],
)
def test_a_change_knows_before_and_after(text: str) -> None:
    (change,) = story_of(text).mentions(Change)
    assert change.stated is not None
    assert (change.before.value, change.after.value, change.stated.value) == (40e6, 50e6, 25)
    assert change.direction == 1


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 25% to £50m and profit fell from £40m.",
        "Sales rose 25% to £50m, down from £60m in May.",
        "Real sales rose 25% to £50m from £41m.",
        "Profit was £12m, up 20%, on sales of £150m, up from £140m.",
    ],
)
def test_no_change_where_the_words_leave_it_open(text: str) -> None:
    assert [c for c in story_of(text).mentions(Change) if c.stated] == []


def test_a_difference_is_percent_and_points() -> None:
    (found,) = story_of("The index fell 2.5%, or 250 points, to close at 9,750.").mentions(Difference)
    assert (found.stated.value, found.amount.value, found.after.value, found.direction) == (2.5, 250, 9750, -1)


@pytest.mark.parametrize(
    ("text", "claim", "parts", "total"),
    [
        ("Twelve people, seven men and five women, were held.", Claim.MAKES, (7, 5), 12),
        ("It has a team of 12, made up of seven women and five men.", Claim.MAKES, (7, 5), 12),
        ("Five died and eight were hurt, a total of 13 casualties.", Claim.MAKES, (5, 8), 13),
        ("Of the 40 workers, 15 left, leaving 25.", Claim.LEAVES, (15, 25), 40),
        ("Twelve people, including three children, were hurt.", Claim.AMONG, (3,), 12),
    ],
)
def test_totals(text: str, claim: Claim, parts: tuple[float, ...], total: float) -> None:
    (found,) = story_of(text).mentions(Total)
    assert found.total is not None
    assert (found.claim, tuple(p.value for p in found.parts), found.total.value) == (claim, parts, total)


def test_shares_and_rates() -> None:
    (share,) = story_of("Of the 48 members, 12 (25%) voted no.").mentions(Share)
    assert share.part is not None and share.whole is not None
    assert (share.part.value, share.whole.value, share.stated.value) == (12, 48, 25)
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
