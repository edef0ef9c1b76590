from __future__ import annotations

import pytest

from lintnews.checks.datelines.dateline_form import DatelineFormCheck
from lintnews.checks.datelines.dateline_forms import dateline_form
from lintnews.checks.datelines.dateline_region import DatelineRegion
from lintnews.declared import Mistake, Mistakes, convert, convert_fields
from lintnews.house import House
from lintnews.match import Certainty, Match
from lintnews.readers.plain import read
from lintnews.story import Story


def flagged(text: str, style: str = "ap") -> list[Match]:
    story = Story(text, read(text), house=House(dateline_style=style))
    return list(DatelineFormCheck().matches(story))


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("ap", "OSLO, Norway (AP) — The harbor froze."),
        ("reuters", "OSLO, March 5 (Reuters) - The harbor froze."),
        ("reuters", "OSLO, March 5 — The harbor froze."),
        ("pti", "New Delhi, Mar 5 (PTI) The river rose."),
        ("{CITY} | {month} {day} | ", "The river rose."),
        ("{CITY}[, {region}]: ", "OSLO — The harbor froze."),
    ],
)
def test_a_dateline_in_the_form_of_the_house(style: str, text: str) -> None:
    assert [match.certainty for match in flagged(text, style) if match.certainty is not Certainty.POSSIBLE] == []


@pytest.mark.parametrize(
    ("style", "text", "certainty", "written"),
    [
        ("ap", "Moscow, Mar 5 (AP) Talks began.", Certainty.CERTAIN, "MOSCOW (AP) —"),
        ("ap", "LONDON, March 5 (Reuters) - Talks began.", Certainty.POSSIBLE, "LONDON (Reuters) —"),
        ("ap", "LONDON, MArch 5 (Reuters) - Talks began.", Certainty.CERTAIN, "LONDON, March 5 (Reuters) -"),
        ("reuters", "LONDON, March 5, - Talks began.", Certainty.CERTAIN, "LONDON, March 5 -"),
        ("reuters", "London, March 5 - Talks began.", Certainty.POSSIBLE, "LONDON, March 5 -"),
        ("reuters", "LONDON - Talks began.", Certainty.CERTAIN, None),
        ("reuters", "LONDON, 5 March - Talks began.", Certainty.CERTAIN, "LONDON, March 5 -"),
        ("pti", "NEW DELHI, Mar 5 (PTI) - The river rose.", Certainty.POSSIBLE, "New Delhi, Mar 5 (PTI)"),
    ],
)
def test_a_departure_and_how_it_should_be_written(
    style: str, text: str, certainty: Certainty, written: str | None
) -> None:
    (match,) = flagged(text, style)
    assert match.certainty is certainty
    assert [fix.edits[0].text for fix in match.fixes] == ([written] if written else [])


def test_a_style_must_be_an_agency_or_a_pattern() -> None:
    with pytest.raises(ValueError, match="no dateline style"):
        dateline_form("upi")
    with pytest.raises(ValueError, match="no dateline style"):
        DatelineFormCheck(style="{TOWN} - ")
    assert dateline_form("{CITY}, {day} {month} - ").day_first


def test_what_a_rule_says_of_a_fault() -> None:
    text = "LONDON, Mach 5 - Talks began."
    check = DatelineFormCheck(faults={"month-spelling": "{written}, not {meant}"})
    (match,) = check.matches(Story(text, read(text)))
    assert dict(match.values)["faults"] == "Mach, not March"


@pytest.mark.parametrize(
    ("faults", "told"),
    [({"dash-mising": "x"}, "no fault of datelines"), ({"dash-short": "{written}"}, "not offered for `dash-short`")],
)
def test_a_fault_that_there_is_not(faults: dict[str, str], told: str) -> None:
    mistakes: list[Mistake] = []
    convert_fields(DatelineFormCheck, {"faults": faults}, mistakes)
    assert told in mistakes[0].message


def test_a_wrong_style_is_said_when_the_house_is_read() -> None:
    with pytest.raises(Mistakes) as raised:
        convert(House, {"dateline_style": "[{town}] - "})
    (mistake,) = raised.value.mistakes
    assert mistake.keys == ("dateline_style",)


def test_a_house_overrides_the_facts_of_ap() -> None:
    text = "AUSTIN, Tex. (AP) — The river rose.\n"
    own = House(state_abbreviations={"Texas": "Tex."}, standalone_cities=("Smallville",))
    check = DatelineRegion()
    assert len(list(check.matches(Story(text, read(text))))) == 1
    assert list(check.matches(Story(text, read(text), house=own))) == []
    alone = "SMALLVILLE (AP) — The river rose.\n"
    assert len(list(check.matches(Story(alone, read(alone))))) == 1
    assert list(check.matches(Story(alone, read(alone), house=own))) == []
