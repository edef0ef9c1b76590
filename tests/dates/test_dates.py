from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lintnews.checks.dates.date_slips import DateSlip
from lintnews.house import House
from lintnews.mentions import MENTIONS, mention_class
from lintnews.mentions.dates.date_ranges import DateRange
from lintnews.mentions.dates.dated_weekdays import DatedWeekday
from lintnews.mentions.dates.dates import Date, PartialDate, Weekday
from lintnews.readers.plain import read
from lintnews.story import Reading, Story

DATE_KINDS = [
    "age",
    "clock-time",
    "date",
    "date-range",
    "date-slip",
    "dated-day-word",
    "dated-weekday",
    "dateline",
    "duration",
    "life-dates",
    "named-day",
    "partial-date",
    "relative-day",
    "relative-period",
    "time-pair",
    "told-event",
    "weekday",
    "year-day",
    "year-range",
    "years-since",
]


def story_of(text: str, published: date | None = None, house: House | None = None) -> Story:
    reading = read(text)
    dated = Reading(reading.text, reading.map, reading.blocks, published=published)
    return Story(text, dated, house=house or House())


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He left on March 5, 2025, for Oslo.", "March 5, 2025", date(2025, 3, 5)),
        ("He left on 5 March 2025 for Oslo.", "5 March 2025", date(2025, 3, 5)),
        ("He left on the 5th of March 2025.", "5th of March 2025", date(2025, 3, 5)),
        ("He left on Sept. 5th, 2025.", "Sept. 5th, 2025", date(2025, 9, 5)),
        ("He left on 2025-03-05.", "2025-03-05", date(2025, 3, 5)),
        ("He left on 25/3/2025.", "25/3/2025", date(2025, 3, 25)),
        ("He left on 3/25/2025.", "3/25/2025", date(2025, 3, 25)),
        ("He left on 5.3.2025.", "5.3.2025", date(2025, 3, 5)),
        ("He left on 5/3/2025.", "5/3/2025", None),
        ("He left on March 5.", "March 5", None),
        ("He left on April 31, 2025.", "April 31, 2025", None),
        ("He left on MARCH 5, 1987.", "MARCH 5, 1987", date(1987, 3, 5)),
    ],
)
def test_a_date_and_what_it_resolves_to(text: str, words: str, value: date | None) -> None:
    story = story_of(text)
    (found,) = story.mentions(Date)
    assert story.words(found.span) == words
    assert found.value == value


@pytest.mark.parametrize(
    "text",
    [
        "In March 5 people left.",
        "Sales rose in May 12 percent.",
        "March 5 percent notes fell.",
        "RBD palm oil fell to May 320.",
        "It cost $3/4/2025.",
        "He wrote 1.2.3 of it.",
        "The Marches of 1936 and the Mayflower sailed.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [story_of(text).words(found.span) for found in story_of(text).mentions(Date)] == []


def test_a_house_has_one_order_of_day_and_month() -> None:
    (british,) = story_of("It is due on 5/3/2025.", house=House(date_order="dmy")).mentions(Date)
    (american,) = story_of("It is due on 5/3/2025.", house=House(date_order="mdy")).mentions(Date)
    assert (british.value, american.value) == (date(2025, 3, 5), date(2025, 5, 3))


def test_a_month_alone_and_with_its_year() -> None:
    story = story_of("It began in January, and in March 2025 it ended.")
    assert [(p.month, p.year, story.words(p.span)) for p in story.mentions(PartialDate)] == [
        (1, None, "January"),
        (3, 2025, "March 2025"),
    ]


@pytest.mark.parametrize(
    ("text", "weekdays"),
    [
        ("On Tuesday and Wed. it rained.", [1, 2]),
        ("Edmonton Sun. March rains came.", []),
        ("The Sun said so, and the Mirror.", []),
        ("On Sun., March 9, it rained.", [6]),
    ],
)
def test_weekdays(text: str, weekdays: list[int]) -> None:
    assert [found.weekday for found in story_of(text).mentions(Weekday)] == weekdays


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("on Tuesday, March 5, 2025", [(1, 5)]),
        ("March 5, a Tuesday, it rained", [(1, 5)]),
        ("Monday through Friday, March 3-7", [(0, 3), (4, 7)]),
        ("Saturday and Sunday, 8 and 9 March", [(5, 8), (6, 9)]),
        ("Friday through Sunday, Feb. 28-March 2", [(4, 28), (6, 2)]),
        ("the 5th, a Wednesday", [(2, 5)]),
        ("until March 25, Wednesday.", [(2, 25)]),
        ("on March 5, Monday's vote fell", []),
        ("March 5, a Sunday Times reporter", []),
        ("between Monday and Wednesday, March 5", []),
        ("on Monday, May fell silent", []),
        ("Wednesday - until 6 June", []),
    ],
)
def test_weekdays_beside_dates(text: str, pairs: list[tuple[int, int]]) -> None:
    found = story_of(text).mentions(DatedWeekday)
    assert [(pair.weekday.weekday, pair.date.day) for pair in found] == pairs


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The fair runs March 3-7, 2025.", "March 3-7, 2025"),
        ("It lasts from Feb. 28 to March 2.", "Feb. 28 to March 2"),
        ("It lasts from Monday, Feb. 28, through Friday, March 2.", "Feb. 28, through Friday, March 2"),
    ],
)
def test_ranges(text: str, words: str) -> None:
    story = story_of(text)
    assert [story.words(found.span) for found in story.mentions(DateRange)] == [words]


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("due Marcxh 31, 1991", [("Marcxh", "March")]),
        ("in Febuary 1986", [("Febuary", "February")]),
        ("on Wedensday and Thrusday", [("Wedensday", "Wednesday"), ("Thrusday", "Thursday")]),
        ("SEptember 30, 1987", [("SEptember", "September")]),
        ("Match 5, Marsh 12, Sundays and Mondays", []),
    ],
)
def test_misspelled_months_and_weekdays(text: str, slips: list[tuple[str, str]]) -> None:
    story = story_of(text)
    assert [(story.words(slip.span), slip.meant) for slip in story.mentions(DateSlip)] == slips


WORDS = st.sampled_from(
    [
        "March",
        "5",
        ",",
        "a",
        "Tuesday",
        ".",
        "2025",
        "the",
        "5th",
        "(",
        "",
        ")",
        "Sun.",
        "Sunday",
        "and",
        "through",
        "-",
        "–",
        "3/4/2025",
        "2025-02-30",
        "8",
        "p.m.",
        "EST",
        "GMT",
        "0100",
        "LONDON",
        "—",
        "Ann",
        "Lee",
        ",",
        "48",
        ",",
        "12-year-old",
        "born",
        "in",
        "1950",
        "died",
        "from",
        "to",
        "2015",
        "four",
        "years",
        "ago",
        "Christmas",
        "Eve",
        "Dec.",
        "\n\n",
        "today",
        "last",
        "week",
        "May",
        "119",
    ]
)


@example(["5", "\n\n", "March"])
@given(st.lists(WORDS, max_size=30))
def test_spans_lie_in_the_text_in_order(words: list[str]) -> None:
    story = story_of(" ".join(words), date(2025, 3, 5))
    for kind in DATE_KINDS:
        assert kind in MENTIONS
        spans = [mention.span for mention in story.mentions(mention_class(kind))]
        assert spans == sorted(spans)
        for span in spans:
            assert 0 <= span.start < span.end <= len(story.text)
            assert "\n\n" not in story.words(span)
