from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.mentions.names.names import Name
from lintnews.mentions.names.people import Person
from lintnews.readers.plain import read
from lintnews.story import Story


def story_of(text: str) -> Story:
    return Story(text, read(text))


def names(text: str) -> list[Name]:
    return list(story_of(text).mentions(Name))


@pytest.mark.parametrize(
    ("text", "title", "name", "suffix"),
    [
        ("Then Gen. Ann Lee spoke.", "Gen.", "Ann Lee", ""),
        ("Prime Minister Ann Lee spoke.", "Prime Minister", "Ann Lee", ""),
        ("He met U.S. Sen. Ann Lee there.", "U.S. Sen.", "Ann Lee", ""),
        ("He met Sheikh Omar bin Zayd al-Harbi.", "Sheikh", "Omar bin Zayd al-Harbi", ""),
        ("He met U Thein Zaw.", "U", "Thein Zaw", ""),
        ("It was John Gray Jr.'s house.", "", "John Gray", "Jr"),
        ("It was John Gray III, he said.", "", "John Gray", "III"),
        ("He met Ruud van der Meer’s aide.", "", "Ruud van der Meer", ""),
        ("It was N’Golo O’Hara.", "", "N’Golo O’Hara", ""),
        ("It was J.D. McAllister.", "", "J.D. McAllister", ""),
        ("It was J. D. McAllister.", "", "J. D. McAllister", ""),
        ("It was Zoë Peña-Íñiguez.", "", "Zoë Peña-Íñiguez", ""),
        ("The Institute for Slow Reading said so.", "", "Institute for Slow Reading", ""),
        ("The Duke of Melton said so.", "Duke of", "Melton", ""),
        ("He sold General Widgets Corp shares.", "", "General Widgets Corp", ""),
        ("Singer Bruce Hornsworth sang.", "Singer", "Bruce Hornsworth", ""),
        ("In May Theresa Gray spoke.", "", "Theresa Gray", ""),
        ("Last year Theresa May spoke.", "", "Theresa May", ""),
    ],
)
def test_one_name(text: str, title: str, name: str, suffix: str) -> None:
    (found,) = names(text)
    assert (found.title, found.text, found.suffix) == (title, name, suffix)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee and Bob Gray met. Carl Moss left.", ["Ann Lee", "Bob Gray", "Carl Moss"]),
        ("But the mayor left. However, she came.", []),
        ("Melton Mayor Ann Lee left.", ["Melton", "Ann Lee"]),
        ("He met Ann Lee on Monday.", ["Ann Lee"]),
        ("Ann Lee, Bob Gray, of Melton, left.", ["Ann Lee", "Bob Gray", "Melton"]),
        ("Ann Lee\nBob Gray\nCarl Moss", ["Ann Lee", "Bob Gray", "Carl Moss"]),
    ],
)
def test_names_are_cut_apart(text: str, expected: list[str]) -> None:
    assert [name.text for name in names(text)] == expected


def test_nickname_stands_inside_the_name() -> None:
    (found,) = names('It was William "Billy" Gray.')
    assert (found.nickname, found.text) == ("Billy", 'William "Billy" Gray')


def test_a_name_goes_over_a_wrapped_line() -> None:
    (found,) = names("this is a long line of agency copy that was wrapped by Ann\nLee and it goes on.")
    assert found.text == "Ann Lee"


def test_people_gather_their_later_references() -> None:
    story = story_of("Gen. Ann Lee left. Lee said so. Bob Lee, 40, stayed. Mr. Lee slept. Ann woke.")
    people = story.mentions(Person)
    assert [(p.name, p.family, len(p.references), p.titles) for p in people] == [
        ("Ann Lee", "Lee", 3, ("Gen.",)),
        ("Bob Lee", "Lee", 2, ("Mr.",)),
    ]


@given(st.text(alphabet="Ann LeBo.’'-–\n“”\"ÉÅ,JrMŠ", max_size=80))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    story = story_of(text)
    found = story.mentions(Name)
    ends = 0
    for name in found:
        assert ends <= name.span.start < name.span.end <= len(story.text)
        ends = name.span.end
        for token in name.tokens:
            assert story.text[token.start : token.end] == token.text
